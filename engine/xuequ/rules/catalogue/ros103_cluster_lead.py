"""A cluster without a leading school, or with two.

What it finds: where a cluster type has a role that `leads`, each of its clusters that the roster or the scheme
shows with none or several schools in that role. Why it matters: whatever the leading school owes, nobody owes
there, or two owe it.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.model.elements import ClusterType, Member
from xuequ.resolution.plan import EdgeKind, Unit
from xuequ.rules.rule_context import RuleContext

CODE = "ROS103"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a cluster."""
    for cluster in facts.scheme.clusters:
        leading = [m for m in cluster.members if m.leads]
        if not leading or cluster.mirrors is not None:
            continue
        for unit in facts.plan.units.values():
            # One without any school is ROS110's.
            if unit.type == cluster.key and not unit.typical and unit.schools:
                yield from _judge(facts, cluster, leading[0], unit)


def _judge(facts: RuleContext, cluster: ClusterType, role: Member, unit: Unit) -> Iterator[Finding]:
    leads = [e.source for e in facts.into.get(unit.id, ()) if e.kind is EdgeKind.LEADS]
    allowed = role.count.high if role.count is not None and role.count.high is not None else 1
    if 1 <= len(set(leads)) <= allowed:
        return
    names = sorted({facts.name(lead) for lead in leads})
    yield finding(
        CODE, _place(facts, cluster, unit), name=unit.name, role=role.name, leads=names, count=len(names)
    )


def _place(facts: RuleContext, cluster: ClusterType, unit: Unit) -> Place:
    """The unit in the scheme, else the first of its schools in the roster."""
    declared = next((u for u in cluster.units if f"{cluster.key}:{u.key}" == unit.id), None)
    roster = facts.plan.roster
    if declared is None and roster is not None:
        row = next((s for s in roster.schools if f"school:{s.code}" in unit.schools), None)
        if row is not None:
            return Place(file=roster.file, path=row.at)
    return facts.key(declared or cluster)
