"""Lists on both sides of the actors: the cards in two columns, in their order, everybody between them.

Graphviz orders cards by their arrows; here their order is the scheme's and only the actors are free. Each
actor stands where the cards it takes part in pull it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from xuequ.pictures.card import Card
from xuequ.pictures.layout import Area, Curve, Layout, Point
from xuequ.pictures.shapes import HEAD_LENGTH
from xuequ.pictures.sketch import Arrow, Box, Frame, Sketch
from xuequ.resolution.plan import NodeKind

#: Room for the arrows between a column and the actors, and what stands between boxes.
_GUTTER = 150.0
_GAP = 12.0
#: A frame's border to what is in it, and the room its title takes.
_INSET = 10.0
_TITLE = 28.0
#: Between two arrows that end at one side of a box.
_PORT = 7.0


class _Column(NamedTuple):
    """One column from its own top left corner."""

    boxes: dict[str, Area]
    frames: list[tuple[str, Area]]
    width: float
    height: float


def columns(sketch: Sketch, cards: Mapping[str, Card]) -> Layout:
    """Lay a sketch out whose measures are lists and whose other boxes take part in them."""
    lists = [box for box in sketch.boxes if box.kind is NodeKind.MEASURE]
    actors = [box for box in sketch.boxes if box.kind is not NodeKind.MEASURE]
    left, right = _halves(lists, sketch.frames, cards)
    middle = left.width + _GUTTER
    beyond = middle + max((cards[box.id].width for box in actors), default=0.0) + _GUTTER
    placed = {**left.boxes, **_moved(right.boxes, beyond)}
    between = _between(sketch, actors, cards, placed, Area(middle, 0, beyond - _GUTTER - middle, 0))
    tall = max(left.height, right.height, *(at.y + at.height for at in between.values()), 0.0)
    return Layout(
        width=beyond + right.width,
        height=tall,
        boxes={**placed, **between},
        frames=(*left.frames, *((name, at._replace(x=at.x + beyond)) for name, at in right.frames)),
        curves=tuple(_curves(sketch.arrows, placed, between)),
    )


def _moved(boxes: Mapping[str, Area], dx: float) -> dict[str, Area]:
    return {name: at._replace(x=at.x + dx) for name, at in boxes.items()}


def _halves(
    lists: Sequence[Box], frames: tuple[Frame, ...], cards: Mapping[str, Card]
) -> tuple[_Column, _Column]:
    """The split that makes the taller column as short as it can be."""
    splits = (
        (_column(lists[:n], frames, cards), _column(lists[n:], frames, cards))
        for n in range(1, len(lists) + 1)
    )
    empty = _Column({}, [], 0.0, 0.0)
    return min(splits, key=lambda split: max(half.height for half in split), default=(empty, empty))


def _column(lists: Sequence[Box], frames: tuple[Frame, ...], cards: Mapping[str, Card]) -> _Column:
    parents = {frame.id: frame.parent for frame in frames}
    depth = max((len(_chain(box.frame, parents)) for box in lists), default=0)
    width = max((cards[box.id].width for box in lists), default=0.0) + 2 * _INSET * depth
    column = _Column({}, [], width, 0.0)
    opened: list[tuple[str, float]] = []
    down = 0.0
    for box in lists:
        chain = _chain(box.frame, parents)
        while [name for name, _ in opened] != chain[: len(opened)]:
            down = _closed(column, opened, down)
        for name in chain[len(opened) :]:
            opened.append((name, down))
            down += _TITLE
        inset = len(chain) * _INSET
        column.boxes[box.id] = Area(inset, down, width - 2 * inset, cards[box.id].height)
        down += cards[box.id].height + _GAP
    while opened:
        down = _closed(column, opened, down)
    return column._replace(height=max(down - _GAP, 0.0))


def _chain(frame: str, parents: Mapping[str, str]) -> list[str]:
    """A frame and what it stands in, outermost first."""
    chain: list[str] = []
    while frame:
        chain.insert(0, frame)
        frame = parents[frame]
    return chain


def _closed(column: _Column, opened: list[tuple[str, float]], down: float) -> float:
    """The innermost open frame finished; returns where the next thing may begin."""
    name, top = opened.pop()
    inset = len(opened) * _INSET
    bottom = down - _GAP + _INSET
    column.frames.append((name, Area(inset, top, column.width - 2 * inset, bottom - top)))
    column.frames.sort(key=lambda frame: (frame[1].y, frame[1].x))
    return bottom + _GAP


def _between(
    sketch: Sketch,
    actors: Sequence[Box],
    cards: Mapping[str, Card],
    placed: Mapping[str, Area],
    lane: Area,
) -> dict[str, Area]:
    """The actors under one another, each as near as can be to the middle of its cards."""
    pulls: dict[str, list[Area]] = {box.id: [] for box in actors}
    for arrow in sketch.arrows:
        actor, work = _ends(arrow, placed)
        pulls[actor].append(placed[work])
    order = sorted(actors, key=lambda box: (_pull(pulls[box.id]), box.id))
    heights = [max(cards[box.id].height, _PORT * _busiest(pulls[box.id])) for box in order]
    centres = _spread([_pull(pulls[box.id]) for box in order], heights)
    return {
        box.id: Area(
            lane.x + (lane.width - cards[box.id].width) / 2,
            centre - height / 2,
            cards[box.id].width,
            height,
        )
        for box, centre, height in zip(order, centres, heights, strict=True)
    }


def _pull(works: Sequence[Area]) -> float:
    return sum(at.y + min(at.height / 2, 40.0) for at in works) / max(len(works), 1)


def _busiest(works: Sequence[Area]) -> int:
    """How many arrows leave the busier side of an actor, and one for air."""
    return max((sum(at.x == side for at in works) for side in {at.x for at in works}), default=0) + 1


def _spread(wanted: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Centres nearest to those wanted, in the same order, such that nothing overlaps or starts above 0."""
    offsets: list[float] = []
    for n, height in enumerate(heights):
        offsets.append(offsets[-1] + (heights[n - 1] + height) / 2 + _GAP if n else height / 2)
    runs: list[tuple[float, int]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        run = (want - offset, 1)
        while runs and runs[-1][0] > run[0]:
            mean, count = runs.pop()
            run = ((mean * count + run[0] * run[1]) / (count + run[1]), count + run[1])
        runs.append(run)
    shifts = [max(mean, 0.0) for mean, count in runs for _ in range(count)]
    return [shift + offset for shift, offset in zip(shifts, offsets, strict=True)]


def _ends(arrow: Arrow, placed: Mapping[str, Area]) -> tuple[str, str]:
    """The actor and the work an arrow ties, whichever way it points."""
    return (arrow.target, arrow.source) if arrow.source in placed else (arrow.source, arrow.target)


def _curves(
    arrows: tuple[Arrow, ...], placed: Mapping[str, Area], between: Mapping[str, Area]
) -> Iterator[Curve]:
    ports = _ports(arrows, placed, between)
    for n, arrow in enumerate(arrows):
        actor, work = ports[n, True], ports[n, False]
        start, end = (work, actor) if arrow.source in placed else (actor, work)
        base = Point(end.x + (HEAD_LENGTH if start.x > end.x else -HEAD_LENGTH), end.y)
        bend = (start.x + base.x) / 2
        yield Curve((start, Point(bend, start.y), Point(bend, base.y), base), None, end, None)


def _ports(
    arrows: tuple[Arrow, ...], placed: Mapping[str, Area], between: Mapping[str, Area]
) -> Mapping[tuple[int, bool], Point]:
    """Where each arrow ends at its actor (true) and at its work (false): in the order of the far ends."""
    at_side: dict[tuple[str, bool, bool], list[int]] = {}
    for n, arrow in enumerate(arrows):
        actor, work = _ends(arrow, placed)
        leftward = placed[work].x < between[actor].x
        at_side.setdefault((actor, True, leftward), []).append(n)
        at_side.setdefault((work, False, not leftward), []).append(n)
    ports: dict[tuple[int, bool], Point] = {}
    for (name, is_actor, on_left), ends in at_side.items():
        here, there = (between, placed) if is_actor else (placed, between)
        far = {n: there[_ends(arrows[n], placed)[1 if is_actor else 0]] for n in ends}
        ends.sort(key=lambda n: (far[n].y, n))
        area = here[name]
        x = area.x if on_left else area.x + area.width
        for y, n in zip(_stops(area, len(ends), centred=is_actor), ends, strict=True):
            ports[n, is_actor] = Point(x, y)
    return ports


def _stops(area: Area, count: int, *, centred: bool) -> list[float]:
    """Heights at one side of a box: around its middle, or from its title down."""
    step = min(_PORT, (area.height - 8.0) / count)
    first = area.y + (area.height - step * (count - 1)) / 2 if centred else area.y + 13.0
    if not centred:
        step = min(step, (area.height - 17.0) / count)
    return [first + step * n for n in range(count)]
