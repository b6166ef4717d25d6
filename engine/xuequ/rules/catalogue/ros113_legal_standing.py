"""Whether the schools of a cluster stay legal persons is left open."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.rule_context import RuleContext

CODE = "ROS113"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a cluster type whose `legal` is unspecified."""
    for cluster in facts.scheme.clusters:
        if "legal" in cluster.unspecified:
            yield finding(CODE, facts.field(cluster, "legal"), name=cluster.name)
