"""A school in a role that takes other schools."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import ClusterType, Member
from xuequ.resolution.plan import Unit
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

if TYPE_CHECKING:
    from xuequ.model.roster import School

CODE = "ROS114"


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding a school whose columns do not have what the role's `where` asks."""
    for cluster in facts.scheme.clusters:
        asking = [m for m in cluster.members if m.where]
        for unit in clusters.shown(facts, cluster) if asking else ():
            roles = clusters.role_of(facts, cluster, unit)
            for member in asking:
                for school in roles[member.key]:
                    column = clusters.unlike(school, member.where)
                    if column:
                        related = Related(place=facts.place((*member.at, "where")), label="role")
                        yield finding(
                            CODE,
                            clusters.row_place(facts, school, column),
                            related,
                            name=school.name,
                            value=school.value(column),
                            unit=unit.name,
                            what=_what(cluster, unit, member, school),
                        )


def _what(cluster: ClusterType, unit: Unit, member: Member, school: School) -> Said:
    """What is wrong with it: in the role that is written, or in the only one a blank can mean."""
    listed = clusters.listed(cluster, unit)
    written = any(map(school.roles.get, cluster.labels)) or (
        listed is not None and any(school.name in names for names in listed.schools.values())
    )
    if written:
        return Said(
            f"任`{member.name}`，而这一角色要的是别的学校",
            f"as `{member.name}`, a role that takes other schools",
        )
    return Said(
        f"没有写角色，而那里的`{member.name}`要的是别的学校",
        f"without a role, and `{member.name}` there takes other schools",
    )
