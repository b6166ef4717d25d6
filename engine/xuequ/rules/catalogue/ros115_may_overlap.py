"""Kinds of clusters that may take the same schools, and no word whether they may."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import ClusterType
from xuequ.rules.clusters import called, shown
from xuequ.rules.rule_context import RuleContext

CODE = "ROS115"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for all such kinds; with a roster only where a school is in two of them."""
    kinds = [c for c in facts.scheme.clusters if _open(facts, c)]
    if facts.plan.roster is not None:
        kinds = _sharing(facts, kinds)
    if len(kinds) > 1:
        related = facts.others(kinds[1:], "type")
        yield finding(CODE, facts.key(kinds[0]), *related, names=[c.name for c in kinds])


def _open(facts: RuleContext, cluster: ClusterType) -> bool:
    """Whether a type takes schools of any kind and says nothing about being in another."""
    whole = facts.scheme.locality.level in (cluster.key, cluster.name)
    said = cluster.mirrors is not None or cluster.overlap is not None or bool(cluster.apart_from) or whole
    apart = any(called(facts, ref) is cluster for c in facts.scheme.clusters for ref in c.apart_from)
    nested = any(called(facts, ref) for member in cluster.members for ref in member.of)
    schools = bool(cluster.members) and not all(member.where for member in cluster.members)
    return schools and not (said or apart or nested or _narrow(cluster))


def _narrow(cluster: ClusterType) -> bool:
    """Whether the members beside the leading one are of one stage or kind."""
    return any(member.where and not member.leads for member in cluster.members)


def _sharing(facts: RuleContext, kinds: list[ClusterType]) -> list[ClusterType]:
    held = {c.key: {s for unit in shown(facts, c) for s in unit.schools} for c in kinds}
    return [c for c in kinds if any(held[c.key] & held[o.key] for o in kinds if o is not c)]
