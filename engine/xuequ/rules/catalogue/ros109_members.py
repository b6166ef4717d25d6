"""Too many or too few schools in a role."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

CODE = "ROS109"


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding a cluster and role; roles that lead are ROS103's."""
    for cluster in facts.scheme.clusters:
        counted = [m for m in cluster.members if m.count is not None and not m.leads]
        for unit in clusters.shown(facts, cluster) if counted else ():
            roles = clusters.role_of(facts, cluster, unit)
            for member in counted:
                held = len(roles[member.key])
                if member.count is not None and not member.count.holds(held):
                    related = Related(place=facts.place((*member.at, "count")), label="role")
                    place = clusters.place(facts, cluster, unit)
                    said = clusters.asked_for(member.count, "school")
                    yield finding(
                        CODE, place, related, name=unit.name, role=member.name, number=held, said=said
                    )
