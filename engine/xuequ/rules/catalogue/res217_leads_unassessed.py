"""Posts that lead work and are assessed by nobody, beside posts that are."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.acting import assessed, of_school
from xuequ.rules.rule_context import RuleContext

CODE = "RES217"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a post."""
    judged = assessed(facts)
    beside = [post for post in facts.scheme.posts if post.path in judged]
    busy = {facts.plan.nodes[who].path for task in facts.plan.tasks for who in task.carriers}
    left = [p for p in facts.scheme.posts if p.path in busy - judged and not of_school(p)]
    for post in left if beside else ():
        related = facts.others(beside, "other")
        yield finding(CODE, facts.key(post), *related, name=post.name, beside=[p.name for p in beside])
