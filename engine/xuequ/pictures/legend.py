"""The legend: a sample and a word for every kind of arrow and box that is in the picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from xuequ.pictures import style
from xuequ.pictures.card import Text
from xuequ.pictures.layout import Point
from xuequ.pictures.measure import width
from xuequ.pictures.shapes import HEAD_LENGTH, Item, Rect, Shape, head, line
from xuequ.pictures.sketch import Sketch
from xuequ.pictures.words import EDGES, NODES, Lang
from xuequ.resolution.plan import EdgeKind, NodeKind

_SAMPLE = 30.0
_SWATCH = 16.0
_GAP = 6.0
_BETWEEN = 18.0
_DOWN = 20.0


class Legend(NamedTuple):
    """The legend as shapes, from the top left corner it was given, and how tall it is."""

    item: Item
    height: float


def legend(sketch: Sketch, lang: Lang, corner: Point, room: float) -> Legend:
    """The legend in lines of at most `room` points: arrows first, boxes after them."""
    x, y = corner
    shapes: list[Shape] = []
    for kind, word, sample in _entries(sketch, lang):
        across = sample + _GAP + width(word, style.LEGEND_SIZE)
        if x > corner.x and x + across > corner.x + room:
            x, y = corner.x, y + _DOWN
        shapes += _arrow(kind, x, y) if isinstance(kind, EdgeKind) else _swatch(kind, x, y)
        shapes.append(Text(x + sample + _GAP, y + 3.8, word, style.LEGEND_SIZE, style.MUTED))
        x += across + _BETWEEN
    return Legend(Item("legend", "", tuple(shapes)), y - corner.y + _DOWN if shapes else 0.0)


def _entries(sketch: Sketch, lang: Lang) -> Iterator[tuple[EdgeKind | NodeKind, str, float]]:
    """Kinds with their words; two kinds that look and read alike are one entry."""
    seen: set[tuple[object, str]] = set()
    for edge in sketch.edge_kinds:
        if (style.LINES[edge], EDGES[lang][edge]) not in seen:
            seen.add((style.LINES[edge], EDGES[lang][edge]))
            yield edge, EDGES[lang][edge], _SAMPLE
    for node in sketch.box_kinds:
        if (style.LOOKS[node], NODES[lang][node]) not in seen:
            seen.add((style.LOOKS[node], NODES[lang][node]))
            yield node, NODES[lang][node], _SWATCH


def _arrow(kind: EdgeKind, x: float, y: float) -> Iterator[Shape]:
    look = style.LINES[kind]
    start, end = Point(x, y), Point(x + _SAMPLE, y)
    inner = Point(end.x - HEAD_LENGTH if look.heads != "none" else end.x, y)
    outer = Point(start.x + HEAD_LENGTH if look.heads == "both" else start.x, y)
    yield line(look.colour, look.width, look.dash, outer, inner)
    if look.heads != "none":
        yield head(inner, end, look.colour)
    if look.heads == "both":
        yield head(outer, start, look.colour)


def _swatch(kind: NodeKind, x: float, y: float) -> Iterator[Shape]:
    look = style.LOOKS[kind]
    yield Rect(x, y - 5.5, _SWATCH, 11.0, look.head or look.fill, look.line, round=min(look.round, 4.0))
