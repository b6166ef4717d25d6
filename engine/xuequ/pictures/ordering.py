"""What a layout needs and nobody sees: boxes abreast, boxes in short columns, frames below one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from xuequ.pictures.sketch import Arrangement, Box, Sketch

#: How many boxes that nothing ties to others stand under one another.
_COLUMN = 3
#: So many boxes under one other stand in one row; more make shorter rows.
_ROW = 4


def ordering(sketch: Sketch, names: Mapping[str, str]) -> Iterator[str]:
    """The invisible statements of a DOT file; `names` are the boxes' names in it."""
    if sketch.abreast:
        yield f"  {{ rank=same; {' '.join(names[each] + ';' for each in sketch.abreast)} }}"
    neighbours = _neighbours(sketch)
    for frame in ("", *(frame.id for frame in sketch.frames)):
        boxes = [box for box in sketch.boxes if box.frame == frame]
        loose = [box for box in boxes if not neighbours[box.id]]
        yield from _stacked(loose, _COLUMN, names)
        if sketch.arrangement is Arrangement.DOWN:
            for leaves in _leaves(boxes, neighbours):
                yield from _stacked(leaves, 2 if len(leaves) <= 2 * _ROW else _COLUMN, names)
    yield from _lanes(sketch, names)


def _neighbours(sketch: Sketch) -> Mapping[str, set[str]]:
    neighbours: dict[str, set[str]] = {box.id: set() for box in sketch.boxes}
    for arrow in sketch.arrows:
        neighbours[arrow.source].add(arrow.target)
        neighbours[arrow.target].add(arrow.source)
    return neighbours


def _leaves(boxes: Sequence[Box], neighbours: Mapping[str, set[str]]) -> Iterator[list[Box]]:
    """Boxes tied to one other only, by that other, where there are too many for a row."""
    hubs: dict[str, list[Box]] = {}
    for box in boxes:
        if len(neighbours[box.id]) == 1 and not box.strong:
            (hub,) = neighbours[box.id]
            hubs.setdefault(hub, []).append(box)
    return (leaves for leaves in hubs.values() if len(leaves) > _ROW)


def _stacked(boxes: Sequence[Box], tall: int, names: Mapping[str, str]) -> Iterator[str]:
    for n, (upper, lower) in enumerate(pairwise(boxes), start=1):
        if n % tall:
            yield f"  {names[upper.id]} -> {names[lower.id]} [style=invis];"


def _lanes(sketch: Sketch, names: Mapping[str, str]) -> Iterator[str]:
    """Everything in a frame before everything in the frames that come after it, by way of one knot."""
    for place, upper in enumerate(sketch.frames):
        below = {frame.id for frame in sketch.frames if frame.after == upper.id}
        if not below:
            continue
        knot = f'"below {place}"'
        yield f'  {knot} [style=invis, width=0, height=0, label=""];'
        for box in sketch.boxes:
            if box.frame == upper.id:
                yield f"  {names[box.id]} -> {knot} [style=invis, weight=0];"
            elif box.frame in below:
                yield f"  {knot} -> {names[box.id]} [style=invis, weight=0];"
