"""What an amount comes to with a roster: the heads it is a part of, and the number that falls to each place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from xuequ.calendar.bases import SCHOOL, base_of, places_as_base
from xuequ.calendar.shares import Allotment, Base, allot
from xuequ.compose.names import built_in
from xuequ.model.amount.amounts import Amount
from xuequ.model.elements import Duty, Part, Ref, Work
from xuequ.resolution.bases import base_name, columns, group_of
from xuequ.resolution.plan import EdgeKind, Plan, Task


def heads(
    plan: Plan, amount: Amount, levels: Sequence[str] = (), among: frozenset[str] | None = None
) -> Base | None:
    """The heads of the whole locality that it is a part of, place by place; None where the roster has none.

    Of a part of a part they are what the inner part comes to. Those of a group that columns narrow are in its schools
    alone, and where `among` says which schools the work is told to, in those.
    """
    if isinstance(amount.of, Amount):
        inner = numbers(plan, amount.of, level_of(plan, amount.of.hold or amount.hold), among)
        base = heads(plan, amount.of, levels, among)
        sizes = inner and (inner.least or inner.most)
        return _resized(base, sizes) if base is not None and sizes else None
    if plan.roster is None:
        return None
    whole = next(iter(plan.units.values()))
    if kind := places_of(plan, amount):
        return places_as_base(kind, whole, plan.units.values(), levels)
    for column in columns(plan.scheme, amount):
        found = base_of(plan.roster, column, whole, plan.units.values(), levels)
        if found is not None:
            group = group_of(plan.scheme, amount)
            # A column that is called like the group counts its heads and no others.
            own = plan.within.get(group.path) if group and column not in group.labels else None
            inside = own if among is None else among if own is None else own & among
            return found if inside is None else _inside(found, inside)
    return None


def of_whom(plan: Plan, work: Work, hold: str) -> frozenset[str] | None:
    """The schools whose people the amounts of a piece of work are a part of, where these hold at the level `hold`.

    They are the schools that do it, or have to where a body leads, else those it is for, else all, without those that
    are excepted and those whose people are not in the groups it is for. None where nobody can tell: 牵头校 may lead
    for its whole 学区 or for itself, unless each 学区 has the work and the share holds in each (what each school must
    do, where no school leads, is asked of those that do it); and who is excepted may be people.
    """
    everyone = next(iter(plan.units.values())).schools
    gone = _schools_of(plan, plan.excepted.get(work.path, ())) if work.excepted else frozenset()
    if gone is None or (work.excepted and not gone):
        return None
    narrowed = _narrowed(plan, work, everyone)
    found = _of_whom(plan, work, hold, everyone - gone)
    if narrowed is None or found is None:
        return None
    # Of schools that do it for the people of others nobody knows whose people are meant.
    own = hold == SCHOOL or found == everyone - gone
    return found & narrowed if own else found if found <= narrowed else None


def _narrowed(plan: Plan, work: Work, everyone: frozenset[str]) -> frozenset[str] | None:
    """The schools of the people that the work is for, where columns narrow these; None where only of some of them."""
    tasks = (task for task in plan.tasks if task.duty.path == work.path)
    people = {plan.nodes[node].path for task in tasks for node in task.objects}
    bound = [plan.bindings.get((work.path, ref.at)) for ref in work.for_]
    schools = [plan.within.get(each.actor) if each and each.actor in people else None for each in bound]
    known = [each for each in schools if each is not None]
    if not known:
        return everyone
    return frozenset().union(*known) if len(known) == len(schools) else None


def _of_whom(plan: Plan, work: Work, hold: str, everyone: frozenset[str]) -> frozenset[str] | None:
    if not isinstance(work, Duty):
        return everyone
    tasks = [task for task in plan.tasks if task.duty.path == work.path]
    doers = [(task.unit, node) for task in tasks for node in task.carriers]
    under = [(task.unit, node) for task in tasks for node in task.parts.get(Part.RESPONSIBLE, ())]
    objects = [(task.unit, node) for task in tasks for node in task.objects]
    whom = ((doers, work.carriers), (under, work.parts.get(Part.RESPONSIBLE, ())), (objects, work.for_))
    for held, refs in whom:
        places = [plan.units.get(plan.nodes[node].unit or node) for _, node in held]
        if not held or any(unit is None or unit.type != SCHOOL or unit.typical for unit in places):
            continue
        found = frozenset(unit.id for unit in places if unit is not None)
        itself = all(unit and unit.id == own for unit, (own, _) in zip(places, held, strict=True))
        wholes = (unit.schools & everyone for unit in plan.units.values() if unit.type == hold)
        own = held is not objects and all(_is_set(plan, ref) or _is_led(plan, ref) for ref in refs)
        if itself or own or all(_is_set(plan, ref) for ref in refs):
            return found & everyone
        if hold == SCHOOL:
            leading = {edge.source for edge in plan.edges if edge.kind is EdgeKind.LEADS}
            whole = held is doers and all(node in leading for _, node in doers)
            return everyone if whole else found & everyone
        if all(schools <= found or not schools & found for schools in wholes):
            return found & everyone
        return everyone if all(plan.units[unit].type == hold for unit, _ in held) else None
    return everyone


def schools_together(plan: Plan, task: Task) -> frozenset[str]:
    """The schools that an amount for every so many of them counts together in one task; none where nobody can tell.

    They are those it is for, else those that do it where they are named as schools and not by a role, else all of the
    cluster or level that has the work. One school alone is no place in which several are counted.
    """
    unit = plan.units[task.unit]
    gone = _schools_of(plan, plan.excepted.get(task.duty.path, ()))
    if unit.typical or unit.type == SCHOOL or gone is None:
        return frozenset()
    by_name = all(_is_set(plan, ref) for ref in task.duty.carriers)
    for nodes, known in ((task.objects, True), (task.carriers, by_name)):
        places = [plan.units.get(node) for node in nodes]
        schools = frozenset(place.id for place in places if place and place.type == SCHOOL)
        if (
            known
            and nodes
            and len(schools) == len(places)
            and not any(place and place.typical for place in places)
        ):
            return schools
    narrowed = any(plan.conditions.get((task.duty.path, column)) != ("each",) for column in task.duty.where)
    whole = unit.id == next(iter(plan.units))
    return frozenset() if whole or narrowed else unit.schools - gone


def _is_set(plan: Plan, ref: Ref) -> bool:
    """Whether schools are named as such, or as a group that is declared, and not as those of a role."""
    name = ref.text.split("/")[-1]
    return built_in(name) == SCHOOL or any(name in group.labels for group in plan.scheme.groups)


def _is_led(plan: Plan, ref: Ref) -> bool:
    """Whether schools are named by a role that leads nowhere: they act for none but themselves."""
    name = ref.text.split("/")[-1]
    roles = [role for cluster in plan.scheme.clusters for role in cluster.members if name in role.labels]
    return bool(roles) and not any(role.leads for role in roles)


def _schools_of(plan: Plan, nodes: Iterable[str]) -> frozenset[str] | None:
    """The schools that nodes are or have; None where one of them is neither school nor cluster."""
    units = [plan.units.get(node) for node in nodes]
    known = [unit.schools for unit in units if unit is not None and not unit.typical]
    return frozenset().union(*known) if len(known) == len(units) else None


def places_of(plan: Plan, amount: Amount) -> str:
    """The type of places an amount is a part of: schools, or the clusters of a type; empty for heads."""
    name = base_name(amount).split("/")[-1]
    if not name or group_of(plan.scheme, amount) is not None:
        return ""
    level = level_of(plan, name)
    return level if level and level != next(iter(plan.units.values())).type else ""


def numbers(plan: Plan, amount: Amount, hold: str, among: frozenset[str] | None = None) -> Allotment | None:
    """How many of the heads fall to each place where the amount is true at the level `hold`; None without heads."""
    asked = amount.quantity
    base = heads(plan, amount, _levels(plan, hold), among) if asked is not None else None
    if asked is None or base is None:
        return None
    found = allot(asked, base, hold, amount.round)
    return replace(found, least=_everywhere(plan, found.least), most=_everywhere(plan, found.most))


def _everywhere(plan: Plan, found: Mapping[str, int] | None) -> Mapping[str, int] | None:
    """The same with what falls to places by which nothing is handed down: the sum of their schools."""
    if found is None:
        return None
    others = (unit for unit in plan.units.values() if unit.id not in found)
    sums = {
        unit.id: sum(found[school] for school in unit.schools)
        for unit in others
        if unit.schools and unit.schools <= found.keys()
    }
    return {**found, **sums}


def level_of(plan: Plan, text: str) -> str:
    """The type of places a level is called by, `county` for 县区, a cluster type's key for its name; empty for none."""
    whole = next(iter(plan.units.values()))
    name = text.split("/")[-1]
    level = built_in(name) or name
    if level in ("locality", whole.name, whole.type):
        return whole.type
    known = next((cluster.key for cluster in plan.scheme.clusters if level in cluster.labels), level)
    return known if any(unit.type == known for unit in plan.units.values()) else ""


def _levels(plan: Plan, hold: str) -> tuple[str, ...]:
    """Types of places from the largest to the smallest, by which a number is handed down to the schools.

    Each lies whole in the one before it. A type that crosses another (联盟 over 学区) cannot be among them beside that;
    the one that holds goes first.
    """
    mirrors = {cluster.key for cluster in plan.scheme.clusters if cluster.mirrors and cluster.key != hold}
    places: dict[str, list[frozenset[str]]] = {}
    for unit in plan.units.values():
        if unit.type != SCHOOL and unit.type not in mirrors:
            places.setdefault(unit.type, []).append(unit.schools)
    order = sorted(places, key=lambda level: (-max(map(len, places[level])), -sum(map(len, places[level]))))
    kept: list[str] = []
    for level in sorted(order, key=lambda level: level != hold):
        pairs = [sorted((level, each), key=order.index) for each in kept]
        if all(_lies_whole(one, places[large]) for large, small in pairs for one in places[small]):
            kept.append(level)
    return tuple(level for level in order if level in kept)


def _lies_whole(one: frozenset[str], larger: Iterable[frozenset[str]]) -> bool:
    """Whether a place lies whole in each of some larger places that it shares schools with."""
    return all(one <= other for other in larger if one & other)


def _inside(base: Base, schools: frozenset[str]) -> Base:
    """The same places with the heads of some schools alone."""
    if not base.parts:
        return base if base.code in schools else replace(base, size=0)
    return replace(base, parts=tuple(_inside(part, schools) for part in base.parts))


def _resized(base: Base, sizes: Mapping[str, int]) -> Base:
    """The same places with other heads."""
    if not base.parts:
        return replace(base, size=sizes.get(base.code))
    return replace(base, parts=tuple(_resized(part, sizes) for part in base.parts))
