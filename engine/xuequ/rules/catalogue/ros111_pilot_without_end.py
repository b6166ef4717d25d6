"""A pilot that nobody judges and that never ends."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.rule_context import RuleContext

CODE = "ROS111"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a cluster type that is a `pilot`, in a scheme that does not expire and does not assess it."""
    judged = {facts.plan.nodes[who].path[:1] for review in facts.plan.reviews for who in review.objects}
    for cluster in facts.scheme.clusters:
        if cluster.pilot and not facts.scheme.issue.expires and (cluster.key,) not in judged:
            yield finding(CODE, facts.place((*cluster.at, "pilot")), name=cluster.name)
