"""Frames that stand apart, beneath everything else: their cards side by side, in as many rows as it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import sqrt

from xuequ.pictures import style
from xuequ.pictures.card import Card
from xuequ.pictures.layout import Area, Layout
from xuequ.pictures.measure import width
from xuequ.pictures.sketch import Sketch

_GAP = 12.0
#: A frame's border to its cards, the room its title takes, and what is between two frames.
_INSET = 12.0
_TITLE = 30.0
_BETWEEN = 20.0
#: How much wider than high the cards together are to be, where the rest of the picture is no wider.
_RATIO = 1.8


def grid(sketch: Sketch, cards: Mapping[str, Card], placed: Layout) -> Layout:
    """A layout of everything that does not stand apart, with the frames that do beneath it."""
    apart = [frame for frame in sketch.frames if frame.apart]
    if not apart:
        return placed
    held = {frame.id: [box.id for box in sketch.boxes if box.frame == frame.id] for frame in apart}
    room = _room([cards[name] for names in held.values() for name in names], placed.width)
    boxes, frames = dict(placed.boxes), list(placed.frames)
    right, down, wide = 0.0, placed.height + (_BETWEEN if placed.boxes else 0.0), placed.width
    bottom = down
    for frame in apart:
        area, inner = _framed(held[frame.id], cards, room)
        across = max(area.width, width(frame.title, style.BOX_SIZE) + 2 * _INSET)
        if right and right + across > room:
            right, down = 0.0, bottom + _BETWEEN
        frames.append((frame.id, Area(right, down, across, area.height)))
        boxes |= {each: at._replace(x=at.x + right, y=at.y + down) for each, at in inner.items()}
        wide, bottom = max(wide, right + across), max(bottom, down + area.height)
        right += across + _BETWEEN
    return replace(placed, width=wide, height=bottom, boxes=boxes, frames=tuple(frames))


def _room(cards: Sequence[Card], given: float) -> float:
    """The width for all frames: that of the rest of the picture, unless the cards ask for more."""
    area = sum((card.width + _GAP) * (card.height + _GAP) for card in cards)
    return max(given, sqrt(area * _RATIO))


def _framed(names: Sequence[str], cards: Mapping[str, Card], room: float) -> tuple[Area, dict[str, Area]]:
    """A frame and its cards from its own corner: columns of one width, each row as high as its highest card."""
    column = max(cards[name].width for name in names)
    across = min(max(round((room - 2 * _INSET + _GAP) / (column + _GAP)), 1), len(names))
    inner: dict[str, Area] = {}
    down = _TITLE
    for start in range(0, len(names), across):
        row = names[start : start + across]
        high = max(cards[name].height for name in row)
        for place, name in enumerate(row):
            inner[name] = Area(_INSET + place * (column + _GAP), down, column, high)
        down += high + _GAP
    return Area(0, 0, 2 * _INSET + across * (column + _GAP) - _GAP, down - _GAP + _INSET), inner


def loose(sketch: Sketch) -> Sketch:
    """What does not stand apart."""
    apart = {frame.id for frame in sketch.frames if frame.apart}
    return replace(
        sketch,
        boxes=tuple(box for box in sketch.boxes if box.frame not in apart),
        frames=tuple(frame for frame in sketch.frames if not frame.apart),
    )
