"""Which schools and clusters a condition (`where`) means: by the columns of the roster and by the form of a cluster."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from xuequ.compose.names import LEVELS
from xuequ.model.amount.quantity import read_quantity
from xuequ.model.roster_columns import english, is_code
from xuequ.model.unreadable import Unreadable
from xuequ.resolution.places import SCHOOL, PlaceTypes
from xuequ.resolution.plan import Unit

if TYPE_CHECKING:
    from xuequ.model.roster import School
    from xuequ.resolution.world import World

#: The column of a condition that is no column of the roster: which form a cluster has.
FORM = "form"


class Conditions:
    """Judges places; what nobody knows of a place, such as anything of a typical one, rules it out of nothing."""

    def __init__(self, places: PlaceTypes, world: World) -> None:
        self.places = places
        self.world = world

    def bears_on(self, column: str, unit: Unit) -> bool:
        """Whether places of its kind have the column themselves: schools each one, a cluster its form and name."""
        if unit.type == SCHOOL or unit.type in self.places.roles:
            return True
        cluster = self.places.clusters.get(unit.type)
        if cluster is not None:
            return column == FORM or column.partition(".")[0] in cluster.labels
        return unit.type in LEVELS and english(column) == unit.type

    def fits(self, where: Mapping[str, object], unit: Unit) -> bool:
        """Whether a place is as the condition says; of a school's columns in a larger place, all its schools are."""
        return all(self._fits(column, wanted, unit) for column, wanted in where.items())

    def divides(self, where: Mapping[str, object], unit: Unit) -> bool:
        """Whether a condition on columns of schools is met by some schools of a cluster and not by others."""
        if unit.typical or unit.type not in self.places.clusters:
            return False
        inside = [self.world.units[school] for school in unit.schools]
        asked = {column: wanted for column, wanted in where.items() if not self.bears_on(column, unit)}
        return len({self.fits(asked, school) for school in inside}) > 1

    def _fits(self, column: str, wanted: object, unit: Unit) -> bool:
        if unit.typical:
            return True
        values = frozenset(str(each) for each in (wanted if isinstance(wanted, list | tuple) else [wanted]))
        row = self.world.school(unit.id)
        if column == FORM:
            around = (unit,) if row is None else tuple(self._clusters(unit))
            known = self._forms(around)
            return bool(around) and (not known or not values.isdisjoint(known))
        kind = self.places.place_of(column) or ""
        if row is not None and kind in self.places.clusters:
            return not values.isdisjoint(unit.name for unit in self.world.related(unit, kind))
        if row is not None:
            return holds(row.values(english(column)), values)
        if self.bears_on(column, unit) and "." not in column:
            return unit.name in values
        inside = [self.world.units[school] for school in unit.schools]
        return bool(inside) and all(self._fits(column, wanted, school) for school in inside)

    def _clusters(self, school: Unit) -> Iterable[Unit]:
        types = (key for key, cluster in self.places.clusters.items() if cluster.forms)
        return (unit for kind in types for unit in self.world.related(school, kind))

    def _forms(self, units: Iterable[Unit]) -> frozenset[str]:
        """Everything the forms of some clusters are called."""
        found: set[str] = set()
        for unit in units:
            cluster = self.places.clusters.get(unit.type)
            declared = (form for form in cluster.forms if form.key == unit.form) if cluster else ()
            found |= {label for form in declared for label in form.labels} or {unit.form}
        return frozenset(found - {""})


def holds(said: Iterable[str], wanted: Iterable[str]) -> bool:
    """Whether one of the values of a cell is wanted, or lies within a number that is."""
    return any(each == one or _within(each, one) for each in said for one in wanted)


def unlike(school: School, where: Mapping[str, object]) -> str:
    """The first column whose value is another than what is wanted; a blank contradicts nothing."""
    for column, wanted in where.items():
        values = frozenset(str(v) for v in (wanted if isinstance(wanted, (list, tuple)) else [wanted]))
        said = school.values(english(column))
        if said and not holds(said, values):
            return column
    return ""


def is_vague(wanted: str) -> bool:
    """Whether it is an amount without bounds (约20, 若干, 一般20), which tells nobody who is meant."""
    read = read_quantity(wanted)
    return not isinstance(read, Unreadable) and (read.about or read.several or bool(read.tenor))


def _within(cell: str, wanted: str) -> bool:
    """Numbers are compared as such; a code such as 01 is a text, and is only itself."""
    if not cell.isdigit() or is_code(cell) or is_code(wanted) or is_vague(wanted):
        return False
    bounds = read_quantity(wanted)
    return not isinstance(bounds, Unreadable) and not bounds.share and bounds.holds(int(cell))
