"""Who does something, and who only exists."""

from __future__ import annotations

import re

from xuequ.model.elements import Group, Organ, Path, Post
from xuequ.resolution.plan import TAKING_PART, EdgeKind
from xuequ.rules.rule_context import RuleContext

#: What shows that a node does something: a part in work, or that it appoints or removes.
_DOING = TAKING_PART | {EdgeKind.APPOINTS, EdgeKind.REMOVES}
_CONVENING = re.compile("召开|召集|举行|(?:会议|例会|会商)$")


def acts(facts: RuleContext, body: Organ | Post | Group) -> bool:
    """Whether a body takes part in work, appoints, meets, or heads a body that does.

    A body acts where one within it does: an organ or a post nested in it, a post or an office under it.
    """
    seen: dict[Path, Organ | Post | Group] = {}
    edge: list[Organ | Post | Group] = [body]
    while edge:
        each = edge.pop()
        seen[each.path] = each
        within = (*facts.nested.get(each.path, ()), *facts.staff.get(each.path, ()))
        edge += [one for one in within if one.path not in seen]
    return any(_busy(facts, each) for each in seen.values())


def _busy(facts: RuleContext, body: Organ | Post | Group) -> bool:
    nodes = facts.nodes_at.get(body.path, ())
    if any(body.path == path for _, path in facts.dissolved):
        return True  # it has no work any more
    return any(_takes_part(facts, node.id, heads=True) for node in nodes) or _is_convened(facts, body)


def _takes_part(facts: RuleContext, node: str, *, heads: bool) -> bool:
    edges = facts.out.get(node, ())
    if any(e.kind in _DOING for e in edges):
        return True
    return heads and any(
        e.kind is EdgeKind.LEADS and _takes_part(facts, e.target, heads=False) for e in edges
    )


def _is_convened(facts: RuleContext, body: Organ | Post | Group) -> bool:
    """Whether some work is a meeting of it, by its object or by its name (召开对口交流联席会议)."""
    nodes = {node.id for node in facts.nodes_at.get(body.path, ())}
    meets = body.name.endswith(("会议", "会"))
    for task in facts.plan.tasks:
        name = task.duty.name
        if _CONVENING.search(name) and (
            not nodes.isdisjoint(task.objects) or (meets and any(label in name for label in body.labels))
        ):
            return True
    return False


def assessed(facts: RuleContext) -> frozenset[Path]:
    """The declarations that some appraisal is for."""
    objects = {who for review in facts.plan.reviews for who in review.objects}
    return frozenset(facts.plan.nodes[who].path for who in objects)


def of_school(post: Post) -> bool:
    """Whether a post belongs to every school's own staff, which no scheme has to appoint."""
    return any(ref.text in ("school", "学校") for ref in post.each)
