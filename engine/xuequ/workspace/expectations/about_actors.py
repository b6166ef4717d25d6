"""Expectations about actors and clusters: who assesses them, how much they have to do, how many they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Part
from xuequ.query.asked import actors_named, cluster_named, meant_by, unit_named, unknown
from xuequ.query.who import part_of
from xuequ.resolution.plan import EdgeKind, Plan, Review, Task
from xuequ.workspace.expectations.values import NOBODY, Expectation
from xuequ.workspace.expectations.world import World, counted, differs, groundless


def of_actor(one: Expectation, world: World) -> Iterator[Finding]:
    """Who assesses an actor, whom it reports to, how many duties it has a part in."""
    nodes = frozenset(actors_named(world.plan, one.subject))
    if not nodes:
        yield unknown(world.plan, one.subject, "actor", one.place())
        return
    plan = world.plan
    if "assessed_by" in one.said:
        assessors = (a for r in plan.reviews if nodes.intersection(r.objects) for a in r.assessors)
        yield from exactly(one, "assessed_by", plan, assessors)
    if "reports_to" in one.said:
        receivers = (e.target for e in plan.edges if e.kind is EdgeKind.REPORTS_TO and e.source in nodes)
        yield from exactly(one, "reports_to", plan, receivers)
    if "duties" in one.said:
        wrong = counted(one, "duties", _duties(plan, nodes, one.text("part")))
        if wrong:
            yield wrong


def _duties(plan: Plan, nodes: frozenset[str], part: str) -> int:
    """How many duties and appraisals these nodes have a part in; being their object is none unless asked for."""
    parts = (part,) if part else (*(each.value for each in Part), "assess")
    rows: tuple[Task | Review, ...] = (*plan.tasks, *plan.reviews)
    paths = {
        row.duty.path if isinstance(row, Task) else row.appraisal.path
        for row in rows
        if any(nodes.intersection(part_of(row, each)) for each in parts)
    }
    return len(paths)


def exactly(one: Expectation, field: str, plan: Plan, actual: Iterable[str]) -> Iterator[Finding]:
    """Whether the actors that a field names are all there and nobody else is."""
    found = tuple(dict.fromkeys(actual))
    wanted = names_of(one, field)
    meant = {name: meant_by(plan, name) for name in wanted}
    missing = [name for name, nodes in meant.items() if not nodes]
    if missing:
        yield from (unknown(plan, name, "actor", one.place(field)) for name in missing)
    elif not matches(found, meant.values()):
        yield differs(one, field, list(wanted) or Word(NOBODY), named(plan, found))


def names_of(one: Expectation, field: str) -> tuple[str, ...]:
    """The actors a field names; none where it says that nobody is expected."""
    names = one.names(field)
    return () if names == (NOBODY,) else names


def matches(found: Iterable[str], meant: Iterable[frozenset[str]]) -> bool:
    """Whether every node found is meant, and every name has a node among them."""
    nodes, sets = frozenset(found), tuple(meant)
    return nodes <= frozenset().union(*sets) and all(nodes & each for each in sets)


def named(plan: Plan, nodes: Iterable[str]) -> object:
    """The names of nodes, or the word for nobody."""
    return list(dict.fromkeys(plan.nodes[node].name for node in nodes)) or Word(NOBODY)


def of_cluster(one: Expectation, world: World) -> Iterator[Finding]:
    """How many units a cluster type has, and how many schools are in them."""
    cluster = cluster_named(world.plan, one.subject)
    if cluster is None:
        yield unknown(world.plan, one.subject, "cluster", one.place())
        return
    units = [u for u in world.plan.units.values() if u.type == cluster.key and not u.typical]
    schools = frozenset(school for unit in units for school in unit.schools)
    for field, number in (("units", len(units) or len(cluster.units)), ("schools", len(schools))):
        if field not in one.said:
            continue
        if field == "schools" and world.plan.roster is None:
            yield groundless(one, field, "needs_roster")
        elif wrong := counted(one, field, number):
            yield wrong


def of_unit(one: Expectation, world: World) -> Iterator[Finding]:
    """How many schools one cluster has."""
    if world.plan.roster is None:
        yield groundless(one, "schools", "needs_roster")
        return
    unit = unit_named(world.plan, one.subject)
    if unit is None:
        yield unknown(world.plan, one.subject, "named_cluster", one.place())
    elif wrong := counted(one, "schools", len(unit.schools)):
        yield wrong
