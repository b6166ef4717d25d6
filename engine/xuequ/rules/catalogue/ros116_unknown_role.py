"""A role in the roster that its cluster type does not have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.findings.nearest import nearest
from xuequ.model.elements import ClusterType
from xuequ.resolution.world import roles_of
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

if TYPE_CHECKING:
    from xuequ.model.roster import Roster, School

CODE = "ROS116"


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding a column and word, at the first school it is said of."""
    roster = facts.plan.roster
    if roster is None:
        return
    for cluster in facts.scheme.clusters:
        labels = cluster.labels
        for heading in (h for h in roster.columns if _type_of(h) in labels):
            yield from _unknown(facts, roster, cluster, heading)


def _unknown(facts: RuleContext, roster: Roster, cluster: ClusterType, heading: str) -> Iterator[Finding]:
    members = roles_of(cluster)
    known = {label for member in members for label in member.labels}
    said: dict[str, list[School]] = {}
    for school in roster.schools:
        for role in dict.fromkeys(school.roles.get(_type_of(heading), ())):
            if role and role not in known:
                said.setdefault(role, []).append(school)
    for role, schools in said.items() if members else ():
        first, *others = (clusters.row_place(facts, school, heading) for school in schools)
        yield finding(
            CODE,
            first,
            *(Related(place=place, label="school") for place in others),
            name=role,
            kind=cluster.name,
            nearest=nearest(role, known),
            known=[member.name for member in members],
        )


def _type_of(heading: str) -> str:
    """The type whose roles stand under a heading `TYPE.role`, empty for another heading."""
    head, dot, _ = heading.partition(".")
    return head if dot else ""
