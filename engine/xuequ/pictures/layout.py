"""Where everything in a sketch stands: Graphviz' answer, turned so that y grows downwards."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from xuequ.pictures.card import Card
from xuequ.pictures.dot import bare, box_name, frame_name
from xuequ.pictures.graphviz import engrave
from xuequ.pictures.sketch import Flow, Sketch
from xuequ.pictures.words import Lang


class Point(NamedTuple):
    """A place in the picture, in points."""

    x: float
    y: float


class Area(NamedTuple):
    """A rectangle by its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float


class Curve(NamedTuple):
    """A Bézier spline (3n+1 points) from the arrow's source to its target; `start` and `end` are its tips."""

    points: tuple[Point, ...]
    start: Point | None
    end: Point | None
    label: Point | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Areas of boxes by id, of frames from outer to inner, curves in the order of the sketch's arrows.

    A frame whose boxes stand in two columns has an area in each.
    """

    width: float
    height: float
    boxes: Mapping[str, Area]
    frames: tuple[tuple[str, Area], ...]
    curves: tuple[Curve, ...]


def layout(sketch: Sketch, cards: Mapping[str, Card], lang: Lang) -> Layout:
    """Lay a sketch out."""
    drawn: dict[str, Any] = json.loads(engrave(bare(sketch, cards, lang), "dot", "json0"))
    _, _, width, height = _numbers(drawn["bb"])
    things = {each["name"]: each for each in drawn.get("objects", ())}
    edges = {int(each["id"]): each for each in drawn.get("edges", ()) if each.get("id")}
    return Layout(
        width=width,
        height=height,
        boxes={
            box.id: _around(_point(things[box_name(n)]["pos"], height), cards[box.id])
            for n, box in enumerate(sketch.boxes)
        },
        frames=tuple(
            (frame.id, _area(things[frame_name(n)]["bb"], height))
            for n, frame in enumerate(sketch.frames)
            if "bb" in things.get(frame_name(n), ())
        ),
        curves=tuple(
            _curve(edges[n], height, backwards=arrow.flow is Flow.BACK)
            for n, arrow in enumerate(sketch.arrows)
        ),
    )


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(float(number) for number in text.split(","))


def _point(text: str, height: float) -> Point:
    x, y = _numbers(text)
    return Point(x, height - y)


def _around(centre: Point, card: Card) -> Area:
    return Area(centre.x - card.width / 2, centre.y - card.height / 2, card.width, card.height)


def _area(text: str, height: float) -> Area:
    left, bottom, right, top = _numbers(text)
    return Area(left, height - top, right - left, top - bottom)


def _curve(edge: Mapping[str, str], height: float, *, backwards: bool) -> Curve:
    """The spline of one edge; Graphviz drew it from head to tail where the arrow flows back."""
    start = end = None
    points: list[Point] = []
    for word in edge["pos"].replace("\\\n", "").split():
        if word.startswith("s,"):
            start = _point(word[2:], height)
        elif word.startswith("e,"):
            end = _point(word[2:], height)
        else:
            points.append(_point(word, height))
    if backwards:
        points.reverse()
        start, end = end, start
    label = _point(edge["lp"], height) if "lp" in edge else None
    return Curve(tuple(points), start, end, label)
