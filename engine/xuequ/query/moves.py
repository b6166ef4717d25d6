"""Schools that are in another cluster than before, or in another role, by rosters or by the lists of schemes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from xuequ.model.elements import ClusterType
from xuequ.model.roster import School
from xuequ.resolution.plan import Plan


class Seat(NamedTuple):
    """Where a school is in one cluster type: the units, and the roles it has there."""

    units: tuple[str, ...]
    roles: tuple[str, ...]


class Move(NamedTuple):
    """One school whose seat in a cluster type is not what it was; an empty side is a school that came or went."""

    school: str
    cluster: str
    old: Seat
    new: Seat


NOWHERE = Seat((), ())


def moves(old: Plan, new: Plan) -> tuple[Move, ...]:
    """Every school that moved, by cluster type and then by name; a cluster that was merely renamed moves nobody."""
    found: list[Move] = []
    before, after = _seats(old), _seats(new)
    for key in sorted(before.keys() & after.keys()):
        names = _names(new, key)
        renamed = _renamed(before[key], after[key])
        for school in sorted(before[key].keys() | after[key].keys()):
            was, now = before[key].get(school, NOWHERE), after[key].get(school, NOWHERE)
            was_now = Seat(tuple(renamed.get(unit, unit) for unit in was.units), was.roles)
            if (set(was_now.units), set(was_now.roles)) != (set(now.units), set(now.roles)):
                found.append(Move(school, names, was, now))
    return tuple(found)


def _renamed(before: Mapping[str, Seat], after: Mapping[str, Seat]) -> Mapping[str, str]:
    """Units that have another name and exactly the same schools."""
    olds, news = _members(before), _members(after)
    gone = {schools: unit for unit, schools in olds.items() if unit not in news}
    return {gone[schools]: unit for unit, schools in news.items() if unit not in olds and schools in gone}


def _members(seats: Mapping[str, Seat]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for school, seat in seats.items():
        for unit in seat.units:
            found[unit].add(school)
    return {unit: frozenset(schools) for unit, schools in found.items()}


def _names(plan: Plan, key: str) -> str:
    return next((cluster.name for cluster in plan.scheme.clusters if cluster.key == key), key)


def _seats(plan: Plan) -> Mapping[str, Mapping[str, Seat]]:
    """For each cluster type that says where its schools are: school → seat."""
    found: dict[str, dict[str, Seat]] = {}
    for cluster in plan.scheme.clusters:
        if cluster.mirrors is not None:
            continue
        seats = dict(_from_roster(plan, cluster)) if plan.roster else _from_lists(cluster)
        if seats:
            found[cluster.key] = seats
    return found


def _from_roster(plan: Plan, cluster: ClusterType) -> Iterator[tuple[str, Seat]]:
    schools = plan.roster.schools if plan.roster else ()
    for school in schools:
        where = tuple(
            unit.name
            for unit in plan.units.values()
            if unit.type == cluster.key and not unit.typical and f"school:{school.code}" in unit.schools
        )
        if where:
            yield f"{school.name}（{school.code}）", Seat(where, _roles(cluster, school))


def _roles(cluster: ClusterType, school: School) -> tuple[str, ...]:
    """The roles of a school by name, from the roster's column for this type."""
    names = {label: m.name for m in cluster.members for label in m.labels}
    headings = (cluster.key, cluster.name, *cluster.aliases)
    held = (role for heading in headings for role in school.roles.get(heading, ()))
    return tuple(dict.fromkeys(names.get(role, role) for role in held))


def _from_lists(cluster: ClusterType) -> dict[str, Seat]:
    """The seats a scheme lists itself, under its units."""
    found: dict[str, Seat] = {}
    names = {member.key: member.name for member in cluster.members}
    for unit in cluster.units:
        for role, schools in unit.schools.items():
            for school in schools:
                seat = found.get(school, NOWHERE)
                found[school] = Seat((*seat.units, unit.name), (*seat.roles, names.get(role, role)))
    return found
