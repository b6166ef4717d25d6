"""What a finished picture is made of, in points, y downwards: everything an engraver has to know."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from xuequ.pictures.card import Text
from xuequ.pictures.layout import Point
from xuequ.pictures.style import Dash

#: How far a line ends before the tip of its arrowhead.
HEAD_LENGTH = 7.5
_HEAD_HALF = 3.2


class Rect(NamedTuple):
    """A rectangle; `round` is the radius of its corners."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    line: str
    stroke: float = 1.0
    dash: Dash = "solid"
    round: float = 0.0


class Path(NamedTuple):
    """A Bézier spline of 3n+1 points."""

    points: tuple[Point, ...]
    colour: str
    stroke: float
    dash: Dash = "solid"


class Head(NamedTuple):
    """A filled triangle at the end of a path."""

    points: tuple[Point, Point, Point]
    colour: str


Shape = Rect | Path | Head | Text


class Item(NamedTuple):
    """Shapes that are one thing: `sort` says what (`box organ`, `arrow lead`), `title` tells it in words."""

    sort: str
    title: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A finished picture, back to front."""

    title: str
    width: float
    height: float
    items: tuple[Item, ...]


def head(base: Point, tip: Point, colour: str) -> Head:
    """An arrowhead from the end of a line at `base` to `tip`."""
    angle = math.atan2(tip.y - base.y, tip.x - base.x)
    off_x, off_y = _HEAD_HALF * math.sin(angle), _HEAD_HALF * math.cos(angle)
    one, other = Point(base.x - off_x, base.y + off_y), Point(base.x + off_x, base.y - off_y)
    return Head((tip, one, other), colour)


def line(colour: str, stroke: float, dash: Dash, start: Point, end: Point) -> Path:
    """A straight line."""
    third = Point((2 * start.x + end.x) / 3, (2 * start.y + end.y) / 3)
    twothirds = Point((start.x + 2 * end.x) / 3, (start.y + 2 * end.y) / 3)
    return Path((start, third, twothirds, end), colour, stroke, dash)
