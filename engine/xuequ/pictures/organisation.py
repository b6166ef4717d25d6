"""Who is under whom: bodies, clusters with their organs, posts and school roles, seats, heads, membership."""

from __future__ import annotations

from xuequ.pictures.actors import ACTORS, STRUCTURE, actor_box, frames_of, structure_arrows, told_apart
from xuequ.pictures.sketch import Sketch, View
from xuequ.pictures.words import Lang
from xuequ.resolve.plan import Plan


def organisation(plan: Plan, lang: Lang) -> Sketch:
    """Every declared actor, and whatever built-in actor the organisation names."""
    del lang
    tied = {end for edge in plan.edges if edge.kind in STRUCTURE for end in (edge.source, edge.target)}
    nodes = [node for node in plan.nodes.values() if node.kind in ACTORS and (node.path or node.id in tied)]
    boxes = told_apart(plan, tuple(actor_box(plan, node) for node in nodes))
    return Sketch(
        view=View.ORGANISATION,
        title=plan.scheme.name,
        boxes=boxes,
        frames=frames_of(boxes),
        arrows=structure_arrows(plan.edges, frozenset(box.id for box in boxes)),
    )
