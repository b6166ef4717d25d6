"""Schools in one cluster that should be alike and are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import column_word
from xuequ.findings.finding import Finding, Related
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

CODE = "ROS105"


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding a cluster and column, at the schools that differ from most."""
    for cluster in facts.scheme.clusters:
        for unit in clusters.shown(facts, cluster):
            rows = clusters.schools(facts, unit)
            for asked in clusters.asked(facts, cluster, unit):
                for column in asked.same:
                    values = {row.code: row.value(column) for row in rows if row.value(column)}
                    if len(set(values.values())) < 2:
                        continue
                    usual = Counter(values.values()).most_common(1)[0][0]
                    odd = [row for row in rows if values.get(row.code, usual) != usual]
                    first, *others = (clusters.row_place(facts, row, column) for row in odd)
                    related = [Related(place=facts.place((*asked.at, "same")), label="type")]
                    related += [Related(place=place, label="school") for place in others]
                    yield finding(
                        CODE,
                        first,
                        *related,
                        name=unit.name,
                        column=column_word(column),
                        values=sorted(set(values.values())),
                        schools=[row.name for row in odd],
                    )
