"""The zones side by side: each type of cluster with what is in it, the body it stands under, what mirrors it.

The clusters there are stand beneath, each a card with its schools.
"""

from __future__ import annotations

from dataclasses import replace

from xuequ.pictures.actors import (
    ACTORS,
    abreast,
    actor_box,
    frames_of,
    in_cluster,
    is_level,
    structural,
    structure_arrows,
    told_apart,
)
from xuequ.pictures.folding import sketched, without_named
from xuequ.pictures.gallery import gallery
from xuequ.pictures.measure import printable
from xuequ.pictures.sketch import Sketch, View
from xuequ.pictures.words import Lang
from xuequ.resolution.plan import EdgeKind, NodeKind, Plan

#: What ties a body outside the zones to a zone closely enough to be shown above it.
_TIES = frozenset({EdgeKind.ADMINISTERS, EdgeKind.HOSTS, EdgeKind.LEADS, EdgeKind.APPOINTS})


def zones(plan: Plan, lang: Lang) -> Sketch:
    """Every type of cluster with its actors and the bodies outside that stand over or seat them; then every cluster."""
    types = sketched(plan, lang, lambda each: _types(without_named(each)), always=True)
    clusters = gallery(plan, lang)
    return replace(types, boxes=(*types.boxes, *clusters.boxes), frames=(*types.frames, *clusters.frames))


def _types(plan: Plan) -> Sketch:
    edges = structural(plan)
    tied = {end for edge in edges for end in (edge.source, edge.target)}
    inside = {
        node.id
        for node in plan.nodes.values()
        if node.kind in ACTORS
        and in_cluster(plan, node)
        and (node.kind not in {NodeKind.GROUP, NodeKind.SCHOOL} or node.id in tied)
    }
    over = {edge.source for edge in edges if edge.kind in _TIES and edge.target in inside}
    shown = frozenset(n for n in inside | over if n not in plan.units or not is_level(plan.units[n]))
    boxes = told_apart(plan, tuple(actor_box(plan, n) for n in plan.nodes.values() if n.id in shown))
    frames = frames_of(plan, boxes)
    return Sketch(
        view=View.ZONES,
        title=printable(plan.scheme.name),
        boxes=boxes,
        frames=frames,
        arrows=structure_arrows(edges, boxes, frames),
        abreast=abreast(boxes),
    )
