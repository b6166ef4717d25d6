"""A school in a role that takes other schools."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
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
                    column = _unlike(school, member.where)
                    if column:
                        related = Related(place=facts.place((*member.at, "where")), label="role")
                        yield finding(
                            CODE,
                            clusters.row_place(facts, school, column),
                            related,
                            name=school.name,
                            unit=unit.name,
                            role=member.name,
                            value=school.value(column),
                        )


def _unlike(school: School, where: Mapping[str, object]) -> str:
    """The first column whose value is another than those wanted; a blank contradicts nothing."""
    for column, wanted in where.items():
        values = wanted if isinstance(wanted, (list, tuple)) else [wanted]
        value = school.value(column)
        if value and value not in {str(v) for v in values}:
            return column
    return ""
