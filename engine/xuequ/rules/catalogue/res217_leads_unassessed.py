"""Posts that lead work and are assessed by nobody, beside posts that are."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Organ, Post
from xuequ.rules.acting import assessed, of_school
from xuequ.rules.rule_context import RuleContext

CODE = "RES217"
#: Kinds of bodies whose posts answer to others than the scheme.
ABOVE = frozenset({"government", "bureau", "leading_group", "outside"})


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a post."""
    judged = assessed(facts)
    beside = [post for post in facts.scheme.posts if post.path in judged]
    busy = {facts.plan.nodes[who].path for task in facts.plan.tasks for who in task.carriers}
    left = [
        post
        for post in facts.scheme.posts
        if post.path in busy - judged and not of_school(post) and not _is_above(facts, post)
    ]
    for post in left if beside else ():
        related = facts.others(beside, "other")
        yield finding(CODE, facts.key(post), *related, name=post.name, beside=[p.name for p in beside])


def _is_above(facts: RuleContext, post: Post) -> bool:
    """Whether it is a post of a government, bureau or committee, who are not assessed by such a scheme."""
    binding = facts.plan.bindings.get((post.path, post.under.at)) if post.under is not None else None
    bodies = [facts.declared.get(path) for path in (post.home, binding.actor if binding else ())]
    return any(isinstance(body, Organ) and body.kind in ABOVE for body in bodies)
