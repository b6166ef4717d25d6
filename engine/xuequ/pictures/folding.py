"""A plan as pictures can show it: of many of a kind one, with their number, and no cluster among its own members."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from xuequ.model.elements import Path
from xuequ.pictures.actors import ACTORS, STRUCTURE
from xuequ.pictures.sketch import Box, Sketch
from xuequ.pictures.words import Lang, counted
from xuequ.resolution.plan import EdgeKind, Node, NodeKind, Plan

#: More nodes of one declaration than these, or more schools, are shown as one with their number.
_MANY = 8

#: What ties a cluster that a scheme names, and its schools, to its type.
_BELONGING = frozenset({EdgeKind.MEMBER_OF, EdgeKind.LEADS})


def sketched(plan: Plan, lang: Lang, view: Callable[[Plan], Sketch], *, always: bool = False) -> Sketch:
    """A view of a plan; with a roster too crowded to draw, or `always`, one of each kind with how many there are."""
    if plan.roster is None or not (always or crowded(plan)):
        return view(plan)
    typical = folded(plan)
    return _with_counts(view(typical), typical, plan, lang)


def crowded(plan: Plan) -> bool:
    """Whether there are more of something than a picture can show one by one."""
    often = Counter(
        (node.kind, node.path)
        for node in plan.nodes.values()
        if node.kind in ACTORS and (node.path or node.kind is NodeKind.SCHOOL)
    )
    return max(often.values(), default=0) > _MANY


def folded(plan: Plan) -> Plan:
    """The same scheme without its roster: one typical unit of each type, and what stands there."""
    from xuequ.resolution.resolving import resolve

    return resolve(plan.scheme, plan.composed)


def without_named(plan: Plan) -> Plan:
    """A plan without the clusters that its scheme names and their schools, as far as nothing else ties them.

    At the level of roles they would stand among the members of their own type.
    """
    named = {name for name, node in plan.nodes.items() if _is_named(plan, node)}
    ties = [edge for edge in plan.edges if edge.kind in STRUCTURE]
    schools = {e.source for e in ties if e.target in named and plan.nodes[e.source].kind is NodeKind.SCHOOL}
    inside = named | schools
    whole = named | {cluster.key for cluster in plan.scheme.clusters}
    tied = {
        end
        for edge in ties
        if edge.kind not in _BELONGING or edge.source not in inside or edge.target not in whole
        for end in (edge.source, edge.target)
    }
    loose = inside - tied
    return replace(
        plan,
        nodes={name: node for name, node in plan.nodes.items() if name not in loose},
        edges=tuple(e for e in plan.edges if e.source not in loose and e.target not in loose),
    )


def _is_named(plan: Plan, node: Node) -> bool:
    return node.kind is NodeKind.UNIT and len(node.path) == 2 and node.id not in plan.units


def _with_counts(sketch: Sketch, typical: Plan, plan: Plan, lang: Lang) -> Sketch:
    """Each box of the typical plan with how many there are of it in the plan; its own note stays."""
    units = Counter(unit.type for unit in plan.units.values() if not unit.typical) + _held_roles(plan)
    bodies = Counter(_body(plan, node) for node in plan.nodes.values())

    def noted(box: Box) -> Box:
        node = typical.nodes.get(box.id)
        number = units[box.id] or (bodies[_body(typical, node)] if node and _is_counted(typical, node) else 0)
        note = counted(lang, box.kind, number)
        return replace(box, note=" · ".join(each for each in (box.note, note) if each))

    return replace(sketch, boxes=tuple(noted(box) for box in sketch.boxes))


def _held_roles(plan: Plan) -> Counter[str]:
    """Schools by the role they hold in a cluster of some type."""
    roles: Mapping[object, str] = {
        member.at: f"{cluster.key}/{member.key}"
        for cluster in plan.scheme.clusters
        for member in cluster.members
    }
    pairs = {(roles[e.at], e.source) for e in plan.edges if e.kind is EdgeKind.MEMBER_OF and e.at in roles}
    return Counter(role for role, _ in pairs)


def _body(plan: Plan, node: Node) -> tuple[Path, str]:
    """What a body is one of: its declaration, in a place of some type."""
    unit = plan.units.get(node.unit)
    return node.path, unit.type if unit else ""


def _is_counted(plan: Plan, node: Node) -> bool:
    """Whether there is one in each place; of groups, and of posts in schools, nobody knows how many they are."""
    unit = plan.units.get(node.unit)
    in_schools = unit is not None and (unit.type == "school" or "/" in unit.type)
    return node.kind in {NodeKind.ORGAN, NodeKind.POST} and not in_schools
