"""The places there are: typical ones of each type, or those a roster shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from xuequ.compose.names import BUILT_IN_ZH
from xuequ.model.elements import ClusterType, ClusterUnit, Member, Scheme
from xuequ.resolution.conditions import Conditions, unlike
from xuequ.resolution.placed_names import placed_name
from xuequ.resolution.places import SCHOOL, PlaceTypes
from xuequ.resolution.plan import Unit

if TYPE_CHECKING:
    from xuequ.model.roster import Roster, School


#: What a roster may call the form of a cluster, after the name of its type.
FORM_COLUMNS = ("form", "所用模式", "模式")
_NOTHING: Mapping[str, str] = {}


class World(Protocol):
    """Which units there are and which of one type have to do with a given one."""

    locality: Unit
    units: dict[str, Unit]

    def related(self, unit: Unit, kind: str) -> tuple[Unit, ...]:
        """The units of type `kind` that are, enclose, lie in or cross `unit`."""

    def holding(self, unit: Unit, role: str) -> tuple[Unit, ...]:
        """The clusters in which a school has a role."""

    def school(self, code: str) -> School | None:
        """The roster's row of a school unit's code."""


class TypicalWorld:
    """One typical unit of each type, so that documents speak of roles."""

    def __init__(self, scheme: Scheme, places: PlaceTypes) -> None:
        self.places = places
        self.units: dict[str, Unit] = {}
        self.locality = self._keep(Unit(id=places.locality, type=places.locality, name=scheme.locality.name))

    def related(self, unit: Unit, kind: str) -> tuple[Unit, ...]:
        """The typical unit of that type; asked for schools of a cluster, the cluster's own typical school."""
        if kind == SCHOOL:
            return (self._school(unit),)
        known = self.units.get(kind)
        return (known or self._keep(Unit(id=kind, type=kind, name=type_name(kind, self.places))),)

    def holding(self, unit: Unit, role: str) -> tuple[Unit, ...]:
        """The typical cluster."""
        return self.related(unit, role.split("/")[0])

    def school(self, code: str) -> School | None:
        """No roster, no rows."""
        return None

    def _school(self, unit: Unit) -> Unit:
        if unit.type == SCHOOL or unit.type in self.places.roles:
            return unit
        if unit.type not in self.places.clusters or unit.type == self.places.locality:
            return self._keep(Unit(id=SCHOOL, type=SCHOOL, name=BUILT_IN_ZH[SCHOOL]))
        return self._keep(Unit(id=f"{unit.id}/{SCHOOL}", type=SCHOOL, name=f"{unit.name}内学校"))

    def _keep(self, unit: Unit) -> Unit:
        return self.units.setdefault(unit.id, unit)


class RosterWorld:
    """The units a roster shows; a type the roster says nothing about has one typical unit."""

    def __init__(self, scheme: Scheme, places: PlaceTypes, roster: Roster) -> None:
        self.places = places
        self._typical = TypicalWorld(scheme, places)
        self._rows = {f"{SCHOOL}:{s.code}": s for s in roster.schools}
        everyone = frozenset(self._rows)
        self.locality = Unit(
            id=places.locality,
            type=places.locality,
            name=scheme.locality.name,
            schools=everyone,
            typical=False,
        )
        self.units: dict[str, Unit] = {self.locality.id: self.locality}
        self._of_type: dict[str, dict[str, Unit]] = {}
        self._held: dict[str, dict[str, list[str]]] = {}
        self._holders: dict[tuple[str, str], tuple[str, ...]] = {}
        self._cache: dict[tuple[str, str], tuple[Unit, ...]] = {}
        self._conditions = Conditions(places, self)
        self._fill(scheme, roster)

    def school(self, code: str) -> School | None:
        """The roster's row of a school unit's id."""
        return self._rows.get(code)

    def holding(self, unit: Unit, role: str) -> tuple[Unit, ...]:
        """Of the clusters it is in, those that have it in that role; all where the roster says nothing of them."""
        around = self.related(unit, role.split("/")[0])
        return tuple(c for c in around if unit.id in self._holders.get((c.id, role), ())) or around

    def related(self, unit: Unit, kind: str) -> tuple[Unit, ...]:
        """By shared schools; the answer for one pair never changes and is kept."""
        asked = (unit.id, kind)
        if asked not in self._cache:
            self._cache[asked] = self._related(unit, kind)
        return self._cache[asked]

    def _related(self, unit: Unit, kind: str) -> tuple[Unit, ...]:
        if kind == unit.type:
            return (unit,)
        if kind == self.places.locality:
            return (self.locality,)
        if kind == SCHOOL:
            return tuple(self.units[s] for s in sorted(unit.schools)) or self._keep(
                self._typical.related(unit, kind)
            )
        if kind in self.places.roles:
            return self._role(unit, kind)
        there = self._of_type.get(kind)
        if not there:
            return self._keep(self._typical.related(unit, kind))
        alone = len(there) == 1 and not unit.schools
        if unit.typical or unit is self.locality or alone:
            return tuple(there.values())
        twin = there.get(unit.id.partition(":")[2])
        if twin is not None and twin.schools == unit.schools and self.places.same_place(unit.type, kind):
            return (twin,)
        held = self._held[kind]
        mine = dict.fromkeys(u for s in sorted(unit.schools) for u in held.get(s, ()))
        return tuple(there[name] for name in there if name in mine)

    def _role(self, unit: Unit, role: str) -> tuple[Unit, ...]:
        """Inside its cluster that cluster's schools of the role; from elsewhere those in `unit`."""
        kind = role.split("/", 1)[0]
        if kind not in self._of_type and kind != self.places.locality:
            return self._keep(self._typical.related(unit, role))
        clusters = self.related(unit, kind) if unit.type != kind else (unit,)
        inside = bool(clusters) and all(unit.schools <= c.schools for c in clusters)
        codes = dict.fromkeys(s for c in clusters for s in self._holders.get((c.id, role), ()))
        return tuple(self.units[s] for s in codes if inside or s in unit.schools)

    def _fill(self, scheme: Scheme, roster: Roster) -> None:
        for code, row in self._rows.items():
            self.units[code] = Unit(code, SCHOOL, row.name, frozenset({code}), False)
        for level in self.places.levels_below:
            names = {
                code: (getattr(row, level),) for code, row in self._rows.items() if getattr(row, level, "")
            }
            self._add(level, names, {})
        mirrors: list[ClusterType] = []
        for cluster in scheme.clusters:
            if cluster.key == self.places.locality:
                self._whole(cluster)
            elif not self._cluster(cluster, roster) and cluster.mirrors is not None:
                mirrors.append(cluster)
        for cluster in mirrors:
            self._mirror(cluster)
        self._nest()

    def _cluster(self, cluster: ClusterType, roster: Roster) -> bool:
        """The units of one type, from the roster's column and the scheme's list."""
        column = next((c for c in (cluster.key, cluster.name, *cluster.aliases) if c in roster.columns), "")
        declared = {label: u for u in cluster.units for label in u.labels}
        by_name = {row.name: code for code, row in self._rows.items()}
        names: dict[str, tuple[str, ...]] = {}
        roles: dict[tuple[str, str], str] = {}
        labels = _roles(cluster)
        for code, row in self._rows.items():
            units = row.clusters.get(column, ()) if column else ()
            names[code] = tuple(declared[u].key if u in declared else u for u in units)
        forms = self._forms(cluster, names)
        for code, row in self._rows.items():
            said = row.roles.get(column, ())
            for number, unit in enumerate(names[code]):
                role = said[number] if number < len(said) else said[-1] if said else ""
                form = forms.get(unit, "")
                roles[code, unit] = labels.get(role, "") if role else self._ordinary(cluster, code, form)
        for listed in cluster.units:
            for role, schools in listed.schools.items():
                for code in (by_name[s] for s in schools if s in by_name):
                    names[code] = tuple(dict.fromkeys((*names[code], listed.key)))
                    roles[code, listed.key] = role
        if not any(names.values()) and (cluster.mirrors is not None or not cluster.units):
            return False
        self._add(cluster.key, names, {u.key: u for u in cluster.units}, self._forms(cluster, names))
        self._hold(cluster, roles)
        return True

    def _ordinary(self, cluster: ClusterType, code: str, form: str = "") -> str:
        """The role of a school the roster gives none: the one it fits and that does not lead, if there is just one.

        The only one there is need not be fitted in columns that are blank, but must not be contradicted.
        """
        school = self.units[code]
        ordinary = [member for member in roles_in(cluster, form) if not member.leads]
        if len(ordinary) == 1 and not unlike(self._rows[code], ordinary[0].where):
            return ordinary[0].key
        fit = [m for m in ordinary if self._conditions.fits(m.where, school)]
        return fit[0].key if len(fit) == 1 else ""

    def _forms(self, cluster: ClusterType, names: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
        """The form of each unit: as the scheme lists it, else as the roster says of any of its schools."""
        keys = {label: form.key for form in cluster.forms for label in form.labels}
        found = {unit.key: keys.get(unit.form, unit.form) for unit in cluster.units if unit.form}
        columns = [f"{name}.{column}" for name in sorted(cluster.labels) for column in FORM_COLUMNS]
        for code, row in self._rows.items():
            said = next((row.other[column] for column in columns if column in row.other), "")
            for unit in names[code] if said else ():
                found.setdefault(unit, keys.get(said, said))
        return found

    def _whole(self, cluster: ClusterType) -> None:
        """The cluster that is the locality: every school is in it, the column tells their roles."""
        labels = _roles(cluster)
        names = (cluster.key, cluster.name, *cluster.aliases)
        held: dict[str, list[str]] = {}
        for code, row in self._rows.items():
            said = next((row.roles[n][0] for n in names if row.roles.get(n)), "")
            held.setdefault(labels.get(said, "") if said else self._ordinary(cluster, code), []).append(code)
        for role, codes in held.items():
            self._holders[self.locality.id, f"{cluster.key}/{role}"] = tuple(sorted(codes))

    def _hold(self, cluster: ClusterType, roles: Mapping[tuple[str, str], str]) -> None:
        held: dict[tuple[str, str], list[str]] = {}
        for (code, unit), role in roles.items():
            if role:
                held.setdefault((f"{cluster.key}:{unit}", f"{cluster.key}/{role}"), []).append(code)
        self._holders.update({key: tuple(sorted(codes)) for key, codes in held.items()})

    def _mirror(self, cluster: ClusterType) -> None:
        """A mirroring type that the roster says nothing of has a unit beside each unit of the type it mirrors."""
        source = self.places.origin(cluster.key)
        shown = self._of_type.get(source)
        if not shown:
            return
        self._held[cluster.key] = self._held[source]
        self._of_type[cluster.key] = {
            name: self._unit(cluster.key, name, placed_name(unit.name, cluster.name), unit.schools, unit.form)
            for name, unit in shown.items()
        }

    def _add(
        self,
        kind: str,
        names: Mapping[str, Iterable[str]],
        declared: Mapping[str, ClusterUnit],
        forms: Mapping[str, str] = _NOTHING,
    ) -> None:
        members: dict[str, list[str]] = {key: [] for key in declared}
        for code, units in names.items():
            for unit in units:
                members.setdefault(unit, []).append(code)
        if members:
            self._held[kind] = {code: list(units) for code, units in names.items()}
            self._of_type[kind] = {
                unit: self._unit(
                    kind, unit, declared[unit].name if unit in declared else unit, codes, forms.get(unit, "")
                )
                for unit, codes in sorted(members.items(), key=lambda m: (m[0] not in declared, m[0]))
            }

    def _unit(self, kind: str, key: str, name: str, schools: Iterable[str], form: str = "") -> Unit:
        unit = Unit(f"{kind}:{key}", kind, name, frozenset(schools), False, form)
        self.units[unit.id] = unit
        return unit

    def _keep(self, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
        self.units.update({u.id: u for u in units if u.id not in self.units})
        return units

    def _nest(self) -> None:
        """Enclosures that hold for every unit, where the scheme says nothing of how two types stand."""
        for inner, outer in ((i, o) for i in self._of_type for o in self._of_type if i != o):
            related = self.places.same_place(inner, outer) or (
                outer in self.places.depths(inner) or inner in self.places.depths(outer)
            )
            if not related and self._inside(inner, outer) and not self._inside(outer, inner):
                self.places.enclosed_by(inner, outer)

    def _inside(self, inner: str, outer: str) -> bool:
        wider = [u.schools for u in self._of_type[outer].values()]
        return all(any(u.schools <= w for w in wider) for u in self._of_type[inner].values() if u.schools)


def roles_of(cluster: ClusterType) -> tuple[Member, ...]:
    """The roles of a type, then those that only its forms have."""
    return (*cluster.members, *(member for form in cluster.forms for member in form.members))


def roles_in(cluster: ClusterType, form: str) -> tuple[Member, ...]:
    """The roles there are in a cluster of that form: the form's own where it has some, else the type's."""
    own = next((each.members for each in cluster.forms if each.key == form), ())
    return own or cluster.members


def _roles(cluster: ClusterType) -> Mapping[str, str]:
    return {label: m.key for m in reversed(roles_of(cluster)) for label in m.labels}


def type_name(kind: str, places: PlaceTypes) -> str:
    """What a typical unit of a type is called."""
    if kind in places.clusters:
        return places.clusters[kind].name
    if kind in places.roles:
        return places.roles[kind].name
    return BUILT_IN_ZH.get(kind, kind)
