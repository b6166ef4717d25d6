"""A school that is not linked to its cluster as it should be: a primary that feeds no junior school of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word, column_word
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import ClusterType, Link
from xuequ.resolution.plan import Unit
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

if TYPE_CHECKING:
    from xuequ.model.roster import School

CODE = "ROS107"


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding a school."""
    for cluster in facts.scheme.clusters:
        for unit in clusters.shown(facts, cluster):
            for asked in clusters.asked(facts, cluster, unit):
                if asked.link is not None:
                    yield from _judge(facts, cluster, unit, asked.link)


def _judge(facts: RuleContext, cluster: ClusterType, unit: Unit, link: Link) -> Iterator[Finding]:
    roles = clusters.role_of(facts, cluster, unit)
    keys = {label: m.key for m in cluster.members for label in m.labels}
    targets = {s.code: s.name for s in roles.get(keys.get(link.to, link.to), ())}
    for school in roles.get(keys.get(link.from_, link.from_), ()):
        named = _named(facts, school, link.column)
        inside = [code for code in named if code in targets]
        if len(inside) == 1 or (inside and not link.one):
            continue
        yield finding(
            CODE,
            clusters.row_place(facts, school, link.column),
            Related(place=facts.place(link.at), label="type"),
            name=school.name,
            unit=unit.name,
            column=column_word(link.column),
            how=Word("feeds_two" if inside else "feeds_none"),
            schools=[targets[code] for code in inside] or sorted(targets.values()),
        )


def _named(facts: RuleContext, school: School, column: str) -> tuple[str, ...]:
    """The codes of the schools that a column names."""
    if column == "feeds":
        return tuple(dict.fromkeys(school.feeds))
    names = school.value(column).replace("；", "、").replace(";", "、").split("、")
    codes = {s.name: s.code for s in facts.rows.values()}
    return tuple(dict.fromkeys(codes.get(name.strip(), name.strip()) for name in names if name.strip()))
