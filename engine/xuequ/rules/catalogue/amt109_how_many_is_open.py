"""Posts, clusters and members of which the text says 若干 or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import ClusterType, Element, Member
from xuequ.rules.rule_context import RuleContext

CODE = "AMT109"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each of which there may be any number."""
    for element in facts.declared.values():
        if _vague(element) and not _shown(facts, element):
            yield finding(CODE, facts.place((*element.at, "count")), name=element.name)


def _shown(facts: RuleContext, element: Element) -> bool:
    """Whether the number can be counted: of clusters that are listed, their schools, or the mirror of others."""
    if not isinstance(element, ClusterType | Member):
        return False
    cluster = next(c for c in facts.scheme.clusters if c.key in (element.key, element.path[0]))
    return bool(cluster.units) or cluster.mirrors is not None or _counted(facts, cluster.key)


def _vague(element: Element) -> bool:
    return "count" in element.unspecified or (element.count is not None and element.count.several)


def _counted(facts: RuleContext, cluster: str) -> bool:
    return any(unit.type == cluster and not unit.typical for unit in facts.plan.units.values())
