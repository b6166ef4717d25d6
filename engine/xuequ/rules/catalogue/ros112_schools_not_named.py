"""A cluster whose schools are not named."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import ClusterType, ClusterUnit
from xuequ.rules.rule_context import RuleContext

CODE = "ROS112"


def check(facts: RuleContext) -> Iterator[Finding]:
    """Without a roster: one finding a cluster type, with the units it lists and the roles they leave empty."""
    if facts.plan.roster is not None:
        return
    for cluster in (c for c in facts.scheme.clusters if c.members and c.mirrors is None):
        empty = [unit for unit in cluster.units if _roles(cluster, unit)]
        if empty:
            roles = [m.name for m in cluster.members if any(m.name in _roles(cluster, u) for u in empty)]
            names = [unit.name for unit in empty]
            related = facts.others(empty[1:], "unit")
            yield finding(CODE, facts.key(empty[0]), *related, names=names, roles=roles)
        elif not cluster.units and facts.scheme.locality.level in (cluster.key, cluster.name):
            roles = [m.name for m in cluster.members]
            yield finding(CODE, facts.key(cluster), names=[cluster.name], roles=roles)


def _roles(cluster: ClusterType, unit: ClusterUnit) -> list[str]:
    return [m.name for m in cluster.members if not unit.schools.get(m.key)]
