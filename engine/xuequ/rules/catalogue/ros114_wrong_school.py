"""A school in a role that takes other schools."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import ClusterType, Member
from xuequ.resolution.conditions import unlike
from xuequ.resolution.plan import EdgeKind, Unit
from xuequ.resolution.world import roles_in
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

if TYPE_CHECKING:
    from xuequ.model.roster import School

CODE = "ROS114"


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding a school whose columns are not what the role takes by its `where` or its `of`."""
    for cluster in facts.scheme.clusters:
        asking = [m for m in cluster.members if m.where or m.of]
        for unit in clusters.shown(facts, cluster) if asking else ():
            roles = clusters.role_of(facts, cluster, unit)
            for member in asking:
                for school in (*roles[member.key], *_roleless(facts, cluster, unit, member)):
                    column = clusters.unfit(facts, member, school)
                    if column:
                        field = "where" if unlike(school, member.where) else "of"
                        related = Related(place=facts.place((*member.at, field)), label="role")
                        yield finding(
                            CODE,
                            clusters.row_place(facts, school, column),
                            related,
                            name=school.name,
                            value=school.value(column),
                            unit=unit.name,
                            what=_what(cluster, unit, member, school),
                        )


def _roleless(facts: RuleContext, cluster: ClusterType, unit: Unit, member: Member) -> Iterator[School]:
    """The schools of no role, where there is one alone that a blank can mean."""
    if [role.key for role in roles_in(cluster, unit.form) if not role.leads] == [member.key]:
        held = {edge.source for edge in facts.into.get(unit.id, ()) if edge.kind is EdgeKind.MEMBER_OF}
        for school in clusters.schools(facts, unit):
            if f"school:{school.code}" not in held and not _written(cluster, unit, school):
                yield school


def _written(cluster: ClusterType, unit: Unit, school: School) -> bool:
    """Whether roster or list say its role."""
    listed = clusters.listed(cluster, unit)
    return any(map(school.roles.get, cluster.labels)) or (
        listed is not None and any(school.name in names for names in listed.schools.values())
    )


def _what(cluster: ClusterType, unit: Unit, member: Member, school: School) -> Said:
    """What is wrong with it: in the role that is written, or in the only one a blank can mean."""
    if _written(cluster, unit, school):
        return Said(
            f"任`{member.name}`，而这一角色要的是别的学校",
            f"as `{member.name}`, a role that takes other schools",
        )
    return Said(
        f"没有写角色，而那里的`{member.name}`要的是别的学校",
        f"without a role, and `{member.name}` there takes other schools",
    )
