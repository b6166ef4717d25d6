"""Names that somebody asks about: found by name, alias, key or id, or answered with the nearest ones."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.compose.names import built_in
from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Place
from xuequ.findings.nearest import MOST, nearest
from xuequ.model.elements import Appraisal, ClusterType, Duty, Member
from xuequ.resolution.actors import PEOPLE, Actor, Actors
from xuequ.resolution.places import SCHOOL, PlaceTypes
from xuequ.resolution.plan import EdgeKind, NodeKind, Plan, Unit
from xuequ.resolution.references import appraisals, duties

#: Kinds of nodes that can act.
ACTORS = frozenset(
    {NodeKind.UNIT, NodeKind.SCHOOL, NodeKind.ROLE, NodeKind.ORGAN, NodeKind.POST, NodeKind.GROUP}
)


def actors_named(plan: Plan, text: str) -> tuple[str, ...]:
    """The nodes a name means, wherever they stand; a role that schools hold means those schools."""
    found = dict.fromkeys(
        node.id for node in plan.nodes.values() if node.kind in ACTORS and text in (node.id, node.name)
    )
    found |= dict.fromkeys(_schools(plan, text))
    for actor in Actors(plan.scheme, PlaceTypes(plan.scheme)).named(text):
        found |= dict.fromkeys(_nodes_of(plan, actor))
    outer, _, inner = text.rpartition("/")
    return tuple(found) if found or not outer else _within(plan, outer, inner)


def is_declared(plan: Plan, text: str) -> bool:
    """Whether somebody is called so, also one whom no work names and who so has no node."""
    outer, _, inner = text.rpartition("/")
    if Actors(plan.scheme, PlaceTypes(plan.scheme)).named(text) or actors_named(plan, text):
        return True
    return bool(outer) and is_declared(plan, outer) and built_in(inner) in PEOPLE


def meant_by(plan: Plan, text: str) -> frozenset[str]:
    """The nodes a name means in work; of a group that stands for its members, these too."""
    nodes = frozenset(actors_named(plan, text))
    groups = nodes & {edge.via for edge in plan.edges}
    inner = (e.source for e in plan.edges if e.kind is EdgeKind.MEMBER_OF and e.target in groups)
    return nodes.union(inner) if groups else nodes


def _schools(plan: Plan, text: str) -> Iterator[str]:
    """Schools of the roster by name or code, also those that take part in nothing; all of them for 学校."""
    for unit in plan.units.values():
        if unit.type == SCHOOL and not unit.typical:
            code = unit.id.removeprefix(f"{SCHOOL}:")
            if built_in(text) == SCHOOL or text in (unit.name, unit.id, code):
                yield unit.id


def name_of(plan: Plan, node: str) -> str:
    """What a node is called, or a school of the roster that takes part in nothing."""
    return plan.nodes[node].name if node in plan.nodes else plan.units[node].name


def _within(plan: Plan, outer: str, inner: str) -> tuple[str, ...]:
    """The nodes called `inner` in the places called `outer`: 成员学校/校长."""
    places = frozenset(actors_named(plan, outer))
    nodes = (plan.nodes[node] for node in actors_named(plan, inner) if node in plan.nodes)
    return tuple(node.id for node in nodes if node.unit in places)


def _nodes_of(plan: Plan, actor: Actor) -> Iterator[str]:
    unit_id = ":".join(actor.path)
    level = plan.scheme.locality.level if actor.path == ("locality",) else actor.key
    for node in plan.nodes.values():
        unit = plan.units.get(node.id)
        declared = node.path == actor.path or node.id == unit_id
        of_level = unit is not None and unit.type == level
        school = actor.path == (SCHOOL,) and node.kind is NodeKind.SCHOOL
        if node.kind in ACTORS and (declared or of_level or school):
            yield node.id
    if isinstance(actor.element, Member):
        for edge in plan.edges:
            if edge.kind is EdgeKind.MEMBER_OF and edge.at == actor.element.at:
                yield edge.source


def work_named(plan: Plan, text: str) -> tuple[Duty | Appraisal, ...]:
    """The duties and appraisals that a reference may mean: the tail of a path in keys, names or aliases."""
    found = plan.declarations.ending(text, ("duty", "appraisal"))
    return tuple(each.element for each in found if isinstance(each.element, Duty | Appraisal))


def unit_named(plan: Plan, text: str) -> Unit | None:
    """The cluster of the roster that a name or key means."""
    for unit in plan.units.values():
        if not unit.typical and unit.type != SCHOOL:
            key = unit.id.partition(":")[2]
            if text in (unit.id, unit.name, key):
                return unit
    return None


def cluster_named(plan: Plan, text: str) -> ClusterType | None:
    """The cluster type of that key, name or alias."""
    return next((c for c in plan.scheme.clusters if text in c.labels), None)


def unknown(plan: Plan, text: str, wanted: str, place: Place) -> Finding:
    """The finding about a name of nothing; `wanted` is actor, work, element, cluster or named_cluster."""
    known = tuple(dict.fromkeys(_known(plan, wanted)))
    near = nearest(text, known) or tuple(name for name in known if text in name)[:MOST]
    return finding("REF120", place, name=text, wanted=Word(wanted), nearest=near)


def _known(plan: Plan, wanted: str) -> Iterator[str]:
    if wanted == "work":
        for work in (*duties(plan.scheme), *appraisals(plan.scheme)):
            yield from (work.name, work.key, *work.aliases)
    elif wanted == "named_cluster":
        yield from (u.name for u in plan.units.values() if not u.typical and u.type != SCHOOL)
    elif wanted == "element":
        yield from plan.declarations.labels()
    elif wanted == "cluster":
        for cluster in plan.scheme.clusters:
            yield from (cluster.name, cluster.key, *cluster.aliases)
    else:
        yield from (node.name for node in plan.nodes.values() if node.kind in ACTORS)
        yield from (unit.name for unit in plan.units.values() if not unit.typical)
        yield from Actors(plan.scheme, PlaceTypes(plan.scheme)).labels()
