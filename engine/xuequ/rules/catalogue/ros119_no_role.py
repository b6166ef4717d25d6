"""A school in a cluster for which the roster names no role, and of whose roles none or several fit it."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.resolution.plan import EdgeKind
from xuequ.resolution.world import roles_in, roles_of
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

CODE = "ROS119"


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding a cluster type, at the first of the schools."""
    for cluster in facts.scheme.clusters:
        labels = sorted(cluster.labels)
        found = {}
        for unit in clusters.shown(facts, cluster):
            roles = [member for member in roles_in(cluster, unit.form) if not member.leads]
            held = {e.source for e in facts.into.get(unit.id, ()) if e.kind is EdgeKind.MEMBER_OF}
            for school in clusters.schools(facts, unit) if len(roles) > 1 else ():
                if f"school:{school.code}" not in held and not any(map(school.roles.get, labels)):
                    found[school.code] = school
        if found:
            headings = [f"{label}{end}" for label in labels for end in (".角色", ".role")]
            first, *others = (clusters.row_place(facts, school, *headings) for school in found.values())
            yield finding(
                CODE,
                first,
                *(Related(place=place, label="school") for place in others),
                names=[school.name for school in found.values()],
                kind=cluster.name,
                known=[member.name for member in roles_of(cluster)],
            )
