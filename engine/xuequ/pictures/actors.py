"""Actors of a plan as boxes, and the clusters they stand in as frames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from xuequ.pictures.measure import printable
from xuequ.pictures.sketch import Arrow, Box, Flow, Frame
from xuequ.resolve.plan import Edge, EdgeKind, Node, NodeKind, Plan

ACTORS = frozenset(
    {NodeKind.UNIT, NodeKind.SCHOOL, NodeKind.ROLE, NodeKind.ORGAN, NodeKind.POST, NodeKind.GROUP}
)

#: Relations that make up the organisation, and where each puts its target in the picture.
STRUCTURE: Mapping[EdgeKind, Flow] = {
    EdgeKind.ADMINISTERS: Flow.FORWARD,
    EdgeKind.HOSTS: Flow.FORWARD,
    EdgeKind.LEADS: Flow.BACK,
    EdgeKind.MEMBER_OF: Flow.BACK,
    EdgeKind.MIRRORS: Flow.ASIDE,
    EdgeKind.HOLDS: Flow.FORWARD,
    EdgeKind.APPOINTS: Flow.FORWARD,
}


def cluster_of(plan: Plan, node: Node) -> str:
    """The id of the cluster unit a node stands in or is; empty outside clusters."""
    types = {cluster.key for cluster in plan.scheme.clusters}
    place = node.id if node.kind is NodeKind.UNIT else node.unit
    unit = plan.units.get(place)
    return place if unit is not None and unit.type in types else ""


def actor_box(plan: Plan, node: Node, *, framed: bool = True) -> Box:
    """The box of one actor; a cluster's own box is the strong one in its frame."""
    frame = cluster_of(plan, node)
    return Box(
        id=node.id,
        kind=node.kind,
        title=printable(node.name),
        frame=frame if framed else "",
        strong=bool(frame) and node.kind is NodeKind.UNIT,
    )


def frames_of(boxes: Iterable[Box]) -> tuple[Frame, ...]:
    """One untitled frame for each cluster that a box stands in, in the order of the boxes."""
    return tuple(Frame(id=each) for each in dict.fromkeys(box.frame for box in boxes if box.frame))


def told_apart(plan: Plan, boxes: tuple[Box, ...]) -> tuple[Box, ...]:
    """Boxes with equal titles get the name of their place as a note, unless a frame already tells it."""
    often = Counter((box.title, box.frame) for box in boxes)
    return tuple(_with_place(plan, box) if often[box.title, box.frame] > 1 else box for box in boxes)


def _with_place(plan: Plan, box: Box) -> Box:
    node = plan.nodes.get(box.id)
    unit = plan.units.get(node.unit) if node is not None else None
    if box.note or unit is None or unit.name == box.title:
        return box
    return replace(box, note=printable(unit.name))


def structure_arrows(edges: Iterable[Edge], shown: frozenset[str]) -> tuple[Arrow, ...]:
    """The arrows of the organisation between the actors shown, each pair once a kind."""
    arrows = (
        Arrow(kind=edge.kind, source=edge.source, target=edge.target, flow=STRUCTURE[edge.kind])
        for edge in edges
        if edge.kind in STRUCTURE and edge.source in shown and edge.target in shown
    )
    return tuple(dict.fromkeys(arrow for arrow in arrows if arrow.source != arrow.target))
