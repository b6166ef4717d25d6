"""Who is under whom: bodies, clusters with their organs, posts and school roles, seats, heads, membership."""

from __future__ import annotations

from dataclasses import replace

from xuequ.pictures.actors import (
    ACTORS,
    abreast,
    actor_box,
    frames_of,
    is_level,
    structural,
    structure_arrows,
    told_apart,
)
from xuequ.pictures.folding import sketched, without_named
from xuequ.pictures.measure import printable
from xuequ.pictures.sketch import Arrangement, Sketch, View
from xuequ.pictures.words import Lang, named
from xuequ.resolution.plan import Node, NodeKind, Plan

#: More boxes than these are read more easily from left to right, where names stand under one another.
_MANY = 24


def organisation(plan: Plan, lang: Lang) -> Sketch:
    """Every body, post, cluster and role, and the people and schools that the organisation names.

    Administrative places are frames, not boxes: they hold bodies and are none. Where a roster has many of a kind
    there is one, with their number.
    """
    sketch = sketched(plan, lang, lambda each: _bodies(without_named(each)))
    return sketch if plan.roster else _with_named(sketch, plan, lang)


def _bodies(plan: Plan) -> Sketch:
    edges = structural(plan)
    tied = {end for edge in edges for end in (edge.source, edge.target)}
    nodes = tuple(node for node in plan.nodes.values() if _shown(plan, node, tied))
    boxes = told_apart(plan, tuple(actor_box(plan, node) for node in nodes))
    frames = frames_of(plan, boxes)
    return Sketch(
        view=View.ORGANISATION,
        title=printable(plan.scheme.name),
        arrangement=Arrangement.DOWN if len(boxes) <= _MANY else Arrangement.ACROSS,
        boxes=boxes,
        frames=frames,
        arrows=structure_arrows(edges, boxes, frames),
        abreast=abreast(boxes),
    )


def _shown(plan: Plan, node: Node, tied: set[str]) -> bool:
    if node.kind not in ACTORS or (node.id in plan.units and is_level(plan.units[node.id])):
        return False
    return node.id in tied or (bool(node.path) and node.kind is not NodeKind.GROUP)


def _with_named(sketch: Sketch, plan: Plan, lang: Lang) -> Sketch:
    """Each type of cluster with how many of it the scheme names, as no roster tells how many there are."""
    often = {cluster.key: len(cluster.units) for cluster in plan.scheme.clusters if cluster.units}
    boxes = (
        replace(box, note=named(lang, often[box.id])) if box.id in often else box for box in sketch.boxes
    )
    return replace(sketch, boxes=tuple(boxes))
