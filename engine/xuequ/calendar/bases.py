"""Head counts of a roster as bases of shares: the locality, its counties and clusters, their schools."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from xuequ.calendar.shares import Base
from xuequ.model.roster import Roster
from xuequ.resolution.plan import Unit

SCHOOL = "school"


def base_of(
    roster: Roster, column: str, whole: Unit, units: Iterable[Unit], levels: Sequence[str]
) -> Base | None:
    """The head count `column` of the place `whole`, level by level; None where the roster has no such column.

    `levels` are types of units from the largest to the smallest. A school in no unit of a type stands beside
    them; one in several counts in the first, so that sums are right. A blank cell is no 0. Codes are ids of units
    and schools.
    """
    if column not in roster.counted:
        return None
    sizes = {f"{SCHOOL}:{school.code}": school.counts.get(column) for school in roster.schools}
    counted = tuple(
        Counted(Base(code=school, level=SCHOOL, size=sizes[school]), frozenset({school}))
        for school in sizes
        if school in whole.schools
    )
    return grouped(counted, whole, units, levels)


def places_as_base(kind: str, whole: Unit, units: Iterable[Unit], levels: Sequence[str]) -> Base | None:
    """The places of one type, schools or the clusters of a type, each of which counts one; None without any."""
    found = tuple(units)
    counted = tuple(
        Counted(Base(code=unit.id, level=kind, size=1), unit.schools)
        for unit in sorted(found)
        if unit.type == kind and not unit.typical
    )
    return grouped(counted, whole, found, [level for level in levels if level != kind]) if counted else None


class Counted(NamedTuple):
    """What counts in a base, and the schools by which a place has it."""

    base: Base
    schools: frozenset[str]


def grouped(counted: Sequence[Counted], whole: Unit, units: Iterable[Unit], levels: Sequence[str]) -> Base:
    """All that counts, by the units of the first level, those by the next, and so on."""
    found = tuple(units)
    of_level = [
        sorted(unit for unit in found if unit.type == level and unit.id != whole.id) for level in levels
    ]
    return Base(code=whole.id, level=whole.type, parts=_parts(counted, of_level))


def _parts(counted: Sequence[Counted], of_level: Sequence[Sequence[Unit]]) -> tuple[Base, ...]:
    if not of_level:
        return tuple(each.base for each in counted)
    units, below = of_level[0], of_level[1:]
    left = list(counted)
    parts = []
    for unit in units:
        inside = [each for each in left if each.schools and each.schools <= unit.schools]
        left = [each for each in left if each not in inside]
        if inside:
            parts.append(Base(code=unit.id, level=unit.type, parts=_parts(inside, below)))
    return (*parts, *_parts(left, below))
