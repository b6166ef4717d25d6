"""The order in which places are listed: as the scheme names them, then as people count, 第二 before 第十."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from xuequ.model.amount.numerals import number_at
from xuequ.model.elements import ClusterType
from xuequ.resolution.places import SCHOOL
from xuequ.resolution.plan import Plan, Unit


def clusters_of(plan: Plan, cluster: ClusterType) -> list[Unit]:
    """The units of a type, those the scheme names first."""
    named = {unit.name: place for place, unit in enumerate(cluster.units)}
    units = (unit for unit in plan.units.values() if unit.type == cluster.key)
    return sorted(units, key=lambda unit: (named.get(unit.name, len(named)), natural(unit.name)))


def schools_of(plan: Plan, ids: Iterable[str]) -> list[Unit]:
    """Schools by their codes."""
    known = (plan.units[school] for school in ids if school in plan.units)
    return sorted(known, key=lambda unit: natural(unit.id))


def schools(plan: Plan) -> list[Unit]:
    """All schools, or the typical ones."""
    return schools_of(plan, (unit.id for unit in plan.units.values() if unit.type == SCHOOL))


def natural(text: str) -> tuple[tuple[bool, Fraction, str], ...]:
    """A key by which S2 stands before S10 and 第二 before 第十."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[tuple[bool, Fraction, str]]:
    at = 0
    while at < len(text):
        found = number_at(text, at)
        if found is None:
            yield True, Fraction(0), text[at]
            at += 1
        else:
            yield False, found[0], ""
            at = found[1]
