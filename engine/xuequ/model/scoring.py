"""How criteria score: their lines read from a canonical tree, and what points come to together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Any, Protocol

from xuequ.findings.finding import DocPath
from xuequ.model.amount.numerals import plain
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.elements import Criterion, ScoreLine
from xuequ.model.fields import UNSPECIFIED, text
from xuequ.model.unreadable import Unreadable

_MINUS = "-−–"


class Tells(Protocol):
    """Reads a value, and tells or passes over one that cannot be read, for which it gives None."""

    def read_or_tell(
        self, read: Callable[[object], Quantity | Unreadable], value: object, at: DocPath
    ) -> Quantity | None:
        """What a reader makes of a value."""


class Quiet:
    """Passes over what cannot be read, for those who only show what is there."""

    def read_or_tell(
        self, read: Callable[[object], Quantity | Unreadable], value: object, at: DocPath
    ) -> Quantity | None:
        """What a reader makes of a value."""
        found = read(value) if value is not None and value != UNSPECIFIED else None
        return None if isinstance(found, Unreadable) else found


def read_score(fields: Tells, score: object, at: DocPath) -> tuple[ScoreLine, ...]:
    """The lines of a criterion's scoring: one, or a list."""
    if score is None or score == UNSPECIFIED:
        return ()
    if isinstance(score, list):
        return tuple(_line(fields, line, (*at, n)) for n, line in enumerate(score) if line != UNSPECIFIED)
    return (_line(fields, score, at),)


def _line(fields: Tells, said: Any, at: DocPath) -> ScoreLine:
    if not isinstance(said, dict):
        number = read_points(said)
        if isinstance(number, Unreadable):
            return ScoreLine(text=str(said), at=at)
        return ScoreLine(points=(number,), at=at)
    condition, points = text(said.get("if")), said.get("points")
    reached = read_quantity(condition)
    given = (
        [(value, (*at, "points", n)) for n, value in enumerate(points)]
        if isinstance(points, list)
        else [(points, (*at, "points"))]
    )
    read = (fields.read_or_tell(read_points, value, there) for value, there in given)
    return ScoreLine(
        condition=condition,
        reached=None if isinstance(reached, Unreadable) else reached,
        points=tuple(one for one in read if one is not None),
        rank=text(said.get("rank")),
        over=text(said.get("over")),
        each=text(said.get("each")),
        from_=fields.read_or_tell(read_points, said.get("from"), (*at, "from")),
        floor=fields.read_or_tell(read_points, said.get("floor"), (*at, "floor")),
        cap=fields.read_or_tell(read_points, said.get("cap"), (*at, "cap")),
        otherwise=_line(fields, said["else"], (*at, "else")) if "else" in said else None,
        unspecified=frozenset(field for field, value in said.items() if value == UNSPECIFIED),
        at=at,
    )


def read_points(value: object) -> Quantity | Unreadable:
    """Points, which may be less than nothing: 5, 2.50, -2, 5分."""
    written = plain(str(value))
    read = read_quantity(written.lstrip(_MINUS))
    if isinstance(read, Unreadable):
        return replace(read, text=str(value))
    read = replace(read, unit="" if read.unit == "point" else read.unit)
    if not written.startswith(tuple(_MINUS)) or read.low is None or read.high is None:
        return read
    low, high = read.figures
    return replace(read, low=-read.high, high=-read.low, figures=(f"-{high}", f"-{low}"), text=written)


def every(criteria: Iterable[Criterion]) -> Iterator[Criterion]:
    """All criteria, those that stand in others too."""
    for criterion in criteria:
        yield criterion
        yield from every(criterion.criteria)


def full_mark(criteria: Iterable[Criterion]) -> Fraction | None:
    """The points that criteria come to together, None where that means nothing.

    A criterion counts with its own points, 0 included, else with those of its parts; what stops everything (一票否决)
    has none. Where one holds for some objects only, or has no one number, there is no total.
    """
    total, some = Fraction(0), False
    for one in criteria:
        if one.veto and one.points is None:
            continue
        mark = _mark(one)
        if mark is None or one.where:
            return None
        total, some = total + mark, True
    return total if some else None


def _mark(criterion: Criterion) -> Fraction | None:
    if criterion.points is not None:
        return criterion.points.low if criterion.points.exact else None
    return full_mark(criterion.criteria) if criterion.criteria else None


def at_odds(criteria: Iterable[Criterion]) -> Iterator[tuple[Criterion, Fraction, Fraction]]:
    """The criteria whose points are not those of their parts, at any depth: own points and what the parts come to."""
    for one in criteria:
        own, parts = _mark(one), full_mark(one.criteria)
        if own is not None and parts is not None and (parts > own or (parts < own and not one.open)):
            yield one, own, parts
        yield from at_odds(one.criteria)


def most(line: ScoreLine) -> Fraction | None:
    """The most that a line gives; None where it has no end or is not said in numbers."""
    if line.each:
        takes = line.each == "fault" or all((points.high or 0) < 0 for points in line.points)
        top = line.from_ if takes else line.cap
        found = [top.high if top is not None else None]
    else:
        found = [points.high for points in line.points]
    if line.otherwise is not None:
        found.append(most(line.otherwise))
    return None if None in found else max((bound for bound in found if bound is not None), default=None)
