"""A school in two clusters that must be kept apart, or inside one that takes schools from outside only."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import ClusterType
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

CODE = "ROS108"


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding a school."""
    for cluster in facts.scheme.clusters:
        yield from _apart(facts, cluster)
        yield from _outside(facts, cluster)


def _apart(facts: RuleContext, cluster: ClusterType) -> Iterator[Finding]:
    for ref in cluster.apart_from:
        other = clusters.called(facts, ref)
        if other is None:
            continue
        there = {code: unit for unit in clusters.shown(facts, other) for code in unit.schools}
        for unit in clusters.shown(facts, cluster):
            for school in clusters.schools(facts, unit):
                second = there.get(f"school:{school.code}")
                if second is not None:
                    place = clusters.row_place(facts, school, cluster.name, cluster.key)
                    related = Related(place=facts.place(ref.at), label="type")
                    names = [unit.name, second.name]
                    yield finding(
                        CODE,
                        place,
                        related,
                        name=school.name,
                        units=names,
                        how=Word("apart"),
                        kind=other.name,
                    )


def _outside(facts: RuleContext, cluster: ClusterType) -> Iterator[Finding]:
    """Schools of the roster in a role that only schools from elsewhere may have."""
    for member in (m for m in cluster.members if m.outside):
        for unit in clusters.shown(facts, cluster):
            for school in clusters.role_of(facts, cluster, unit)[member.key]:
                place = clusters.row_place(facts, school, f"{cluster.name}.role", f"{cluster.key}.role")
                related = Related(place=facts.key(member), label="role")
                yield finding(
                    CODE,
                    place,
                    related,
                    name=school.name,
                    units=[unit.name],
                    how=Word("outside"),
                    kind=member.name,
                )
