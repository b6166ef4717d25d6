"""Actors of a plan as boxes, and the places they belong to as frames around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from xuequ.pictures.measure import printable
from xuequ.pictures.sketch import Arrow, Box, Flow, Frame
from xuequ.resolution.plan import Edge, EdgeKind, Node, NodeKind, Plan, Unit

ACTORS = frozenset(
    {NodeKind.UNIT, NodeKind.SCHOOL, NodeKind.ROLE, NodeKind.ORGAN, NodeKind.POST, NodeKind.GROUP}
)

#: Administrative places, widest first; each is a lane of its own in a picture from top to bottom.
LEVELS = ("province", "city", "county", "town")

#: Relations that make up the organisation, and where each puts its target in the picture.
STRUCTURE: Mapping[EdgeKind, Flow] = {
    EdgeKind.ADMINISTERS: Flow.FORWARD,
    EdgeKind.HOSTS: Flow.FORWARD,
    EdgeKind.LEADS: Flow.BACK,
    EdgeKind.MEMBER_OF: Flow.BACK,
    EdgeKind.MIRRORS: Flow.ASIDE,
    EdgeKind.HOLDS: Flow.FORWARD,
    EdgeKind.APPOINTS: Flow.FORWARD,
    EdgeKind.REMOVES: Flow.FORWARD,
}


def structural(plan: Plan) -> tuple[Edge, ...]:
    """The edges of the organisation between actors; who heads something need not also belong to it."""
    edges = [
        edge
        for edge in plan.edges
        if edge.kind in STRUCTURE and _acts(plan, edge.source) and _acts(plan, edge.target)
    ]
    heads = {(edge.source, edge.target) for edge in edges if edge.kind is EdgeKind.LEADS}
    return tuple(
        edge
        for edge in edges
        if edge.source != edge.target
        and not (edge.kind is EdgeKind.MEMBER_OF and (edge.source, edge.target) in heads)
    )


def _acts(plan: Plan, name: str) -> bool:
    return name in plan.nodes and plan.nodes[name].kind in ACTORS


def place_of(plan: Plan, node: Node) -> Unit | None:
    """The cluster or administrative place a node stands in or is; a school role stands in its cluster."""
    locality = next(iter(plan.units.values()), None)
    unit = plan.units.get(node.unit, locality)
    if node.kind is NodeKind.SCHOOL:
        return _cluster_of_school(plan, node)
    if node.kind is NodeKind.UNIT:
        unit = plan.units.get(node.id) or plan.units.get(node.id.split(":")[0])
    if unit is not None and "/" in unit.type:
        unit = plan.units.get(unit.type.split("/")[0])
    types = {cluster.key for cluster in plan.scheme.clusters}
    return unit if unit is not None and (unit.type in types or is_level(unit) or unit is locality) else None


def _cluster_of_school(plan: Plan, node: Node) -> Unit | None:
    """The cluster a typical school is of, else that of the first unit a school belongs to, else none."""
    if "/" in node.id:
        return plan.units.get(node.id.rsplit("/", 1)[0])
    belongs = {EdgeKind.MEMBER_OF, EdgeKind.LEADS}
    homes = (plan.nodes[e.target] for e in plan.edges if e.source == node.id and e.kind in belongs)
    return next((place_of(plan, home) for home in homes if home.kind is NodeKind.UNIT), None)


def is_level(unit: Unit) -> bool:
    """Whether a place is administrative, not a cluster or a school."""
    return unit.type in LEVELS


def in_cluster(plan: Plan, node: Node) -> bool:
    """Whether a node is a cluster or stands in one."""
    unit = place_of(plan, node)
    return unit is not None and unit.type in {cluster.key for cluster in plan.scheme.clusters}


def actor_box(plan: Plan, node: Node, *, framed: bool = True) -> Box:
    """The box of one actor; a cluster's own box is the strong one in its frame."""
    unit = place_of(plan, node) if framed else None
    return Box(
        id=node.id,
        kind=node.kind,
        title=printable(node.name),
        frame=unit.id if unit else "",
        strong=node.kind is NodeKind.UNIT and node.id in plan.units,
    )


def frames_of(plan: Plan, boxes: Iterable[Box]) -> tuple[Frame, ...]:
    """One frame for each place that a box stands in; a cluster's has no title, as its own box says it."""
    units = [plan.units[name] for name in dict.fromkeys(box.frame for box in boxes if box.frame)]
    present = {unit.id for unit in units}
    ties = [edge for edge in plan.edges if edge.source in plan.units and edge.target in plan.units]
    outer = {edge.source: edge.target for edge in ties if edge.kind is EdgeKind.MEMBER_OF}
    mirrored = {edge.source: edge.target for edge in ties if edge.kind is EdgeKind.MIRRORS}
    return tuple(
        Frame(
            id=unit.id,
            title=printable(unit.name) if is_level(unit) else "",
            after=next((name for name in _above(plan, unit, outer, mirrored) if name in present), ""),
        )
        for unit in units
    )


def _above(plan: Plan, unit: Unit, outer: Mapping[str, str], mirrored: Mapping[str, str]) -> Iterator[str]:
    """The administrative places over a place, nearest first; what mirrors a cluster stands where that does."""
    locality = next(iter(plan.units.values()))
    kind = unit.type
    if not is_level(unit):
        over = plan.units.get(outer.get(mirrored.get(unit.id, unit.id), ""), locality)
        if is_level(over):
            yield over.id
        kind = over.type
    higher = LEVELS[: LEVELS.index(kind)] if kind in LEVELS else ()
    for level in reversed(higher):
        yield from (each.id for each in plan.units.values() if each.type == level)


def told_apart(plan: Plan, boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """Boxes with equal titles get the name of their place as a note, unless a frame already tells it."""
    often = Counter((box.title, box.frame) for box in boxes if box.kind in ACTORS)
    return tuple(_with_place(plan, box) if often[box.title, box.frame] > 1 else box for box in boxes)


def _with_place(plan: Plan, box: Box) -> Box:
    node = plan.nodes.get(box.id)
    unit = plan.units.get(node.unit) or next(iter(plan.units.values())) if node is not None else None
    if node is not None and node.kind is NodeKind.ROLE:
        unit = place_of(plan, node)
    if box.note or unit is None or unit.name == box.title:
        return box
    return replace(box, note=printable(unit.name))


def structure_arrows(
    edges: Iterable[Edge], boxes: tuple[Box, ...], frames: tuple[Frame, ...]
) -> tuple[Arrow, ...]:
    """The arrows of the organisation between the actors shown, each pair once a kind.

    Between places at different levels the arrow follows the places, whatever it means.
    """
    lanes = {frame.id: frame.after for frame in frames}
    at = {box.id: box.frame for box in boxes}
    return tuple(
        dict.fromkeys(
            Arrow(
                kind=edge.kind,
                source=edge.source,
                target=edge.target,
                flow=_flow(edge.kind, _lies_over(at[edge.source], at[edge.target], lanes)),
            )
            for edge in edges
            if edge.source in at and edge.target in at
        )
    )


def _lies_over(one: str, other: str, lanes: Mapping[str, str]) -> int:
    """1 where the first place is above the second, -1 where it is below, else 0."""
    return (one in _upward(other, lanes)) - (other in _upward(one, lanes))


def _upward(place: str, lanes: Mapping[str, str]) -> Iterator[str]:
    while place := lanes.get(place, ""):
        yield place


def _flow(kind: EdgeKind, over: int) -> Flow:
    return Flow.FORWARD if over > 0 else Flow.BACK if over < 0 else STRUCTURE[kind]


def abreast(boxes: Iterable[Box]) -> tuple[str, ...]:
    """The clusters, which stand side by side."""
    return tuple(box.id for box in boxes if box.strong and box.frame == box.id)
