"""Head counts of a roster as bases of shares: the locality, its counties and clusters, their schools."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from xuequ.calendar.shares import Base
from xuequ.model.roster import Roster
from xuequ.resolution.plan import Unit

SCHOOL = "school"


def base_of(
    roster: Roster, column: str, whole: Unit, units: Iterable[Unit], levels: Sequence[str]
) -> Base | None:
    """The head count `column` of the place `whole`, level by level; None where the roster has no such column.

    `levels` are types of units from the largest to the smallest. A school in no unit of a type stands beside
    them; one in several counts in the first, so that sums are right. Codes are ids of units and schools.
    """
    if column not in roster.counted:
        return None
    sizes = {f"{SCHOOL}:{school.code}": school.counts.get(column, 0) for school in roster.schools}
    found = tuple(units)
    of_level = [
        sorted(unit for unit in found if unit.type == level and unit.id != whole.id) for level in levels
    ]
    schools = [school for school in sizes if school in whole.schools]
    return Base(code=whole.id, level=whole.type, parts=_parts(schools, sizes, of_level))


def _parts(
    schools: Sequence[str], sizes: Mapping[str, int], of_level: Sequence[Sequence[Unit]]
) -> tuple[Base, ...]:
    """The schools grouped by the units of the first level, those by the next, and so on."""
    if not of_level:
        return tuple(Base(code=school, level=SCHOOL, size=sizes[school]) for school in schools)
    units, below = of_level[0], of_level[1:]
    left = list(schools)
    grouped = []
    for unit in units:
        inside = [school for school in left if school in unit.schools]
        left = [school for school in left if school not in unit.schools]
        if inside:
            grouped.append(Base(code=unit.id, level=unit.type, parts=_parts(inside, sizes, below)))
    return (*grouped, *_parts(left, sizes, below))
