"""Who does something, and who only exists."""

from __future__ import annotations

from xuequ.model.elements import Group, Organ, Path, Post
from xuequ.resolution.plan import EdgeKind
from xuequ.rules.rule_context import TAKING_PART, RuleContext


def acts(facts: RuleContext, body: Organ | Post | Group) -> bool:
    """Whether a body, or one nested in it, takes part in any duty or appraisal, or heads one that does."""
    if any(_takes_part(facts, node.id, heads=True) for node in facts.nodes_at.get(body.path, ())):
        return True
    return any(acts(facts, each) for each in facts.nested.get(body.path, ()))


def _takes_part(facts: RuleContext, node: str, *, heads: bool) -> bool:
    edges = facts.out.get(node, ())
    if any(e.kind in TAKING_PART for e in edges):
        return True
    return heads and any(
        e.kind is EdgeKind.LEADS and _takes_part(facts, e.target, heads=False) for e in edges
    )


def assessed(facts: RuleContext) -> frozenset[Path]:
    """The declarations that some appraisal is for."""
    objects = {who for review in facts.plan.reviews for who in review.objects}
    return frozenset(facts.plan.nodes[who].path for who in objects)


def of_school(post: Post) -> bool:
    """Whether a post belongs to every school's own staff, which no scheme has to appoint."""
    return any(ref.text in ("school", "学校") for ref in post.each)
