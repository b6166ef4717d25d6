"""A school in a cluster for which the roster names no role, and of whose roles none or several fit it."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

CODE = "ROS119"


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding a cluster type, at the first of the schools."""
    for cluster in facts.scheme.clusters:
        roles = [member for member in cluster.members if not member.leads]
        headings = [
            f"{label}{end}" for label in sorted(clusters.labels(cluster)) for end in (".角色", ".role")
        ]
        labels = clusters.labels(cluster)
        found = {}
        for unit in clusters.shown(facts, cluster) if len(roles) > 1 else ():
            held = {
                school.code for many in clusters.role_of(facts, cluster, unit).values() for school in many
            }
            for school in clusters.schools(facts, unit):
                said = any(school.roles.get(label) for label in labels)
                if school.code not in held and not said:
                    found[school.code] = school
        if found:
            first, *others = (clusters.row_place(facts, school, *headings) for school in found.values())
            yield finding(
                CODE,
                first,
                *(Related(place=place, label="school") for place in others),
                names=[school.name for school in found.values()],
                kind=cluster.name,
                known=[member.name for member in cluster.members],
            )
