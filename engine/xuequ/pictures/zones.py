"""The zones side by side: each cluster with what is in it, the body it stands under, what mirrors it."""

from __future__ import annotations

from xuequ.pictures.actors import (
    ACTORS,
    actor_box,
    cluster_of,
    frames_of,
    structure_arrows,
    told_apart,
)
from xuequ.pictures.sketch import Sketch, View
from xuequ.pictures.words import Lang
from xuequ.resolve.plan import EdgeKind, Plan

#: What ties a body outside the zones to a zone closely enough to be shown beside it.
_TIES = frozenset({EdgeKind.ADMINISTERS, EdgeKind.HOSTS, EdgeKind.LEADS, EdgeKind.APPOINTS})


def zones(plan: Plan, lang: Lang) -> Sketch:
    """Every cluster with its actors, and the bodies outside that stand over them or seat them."""
    del lang
    inside = {node.id for node in plan.nodes.values() if node.kind in ACTORS and cluster_of(plan, node)}
    over = {edge.source for edge in plan.edges if edge.kind in _TIES and edge.target in inside}
    shown = frozenset(
        name for name in inside | over if name in plan.nodes and plan.nodes[name].kind in ACTORS
    )
    boxes = tuple(actor_box(plan, node) for node in plan.nodes.values() if node.id in shown)
    told = told_apart(plan, boxes)
    return Sketch(
        view=View.ZONES,
        title=plan.scheme.name,
        boxes=told,
        frames=frames_of(told),
        arrows=structure_arrows(plan.edges, shown),
    )
