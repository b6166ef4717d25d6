"""A cluster larger or smaller than its type may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Level, Related
from xuequ.model.elements import Force
from xuequ.resolution.plan import Unit
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

CODE = "ROS104"
_UNITS = {"schools": "school", "towns": "town", "students": "student"}
STUDENTS = ("学生", "学生数", "students")


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding a cluster and measure; what holds in principle only is a note."""
    for cluster in facts.scheme.clusters:
        for unit in clusters.shown(facts, cluster):
            for asked in clusters.asked(facts, cluster, unit):
                for what, bounds in asked.size.items():
                    number = _number(facts, unit, what)
                    if number is None or bounds.holds(number):
                        continue
                    where = facts.place((*asked.at, "size", what))
                    found = finding(
                        CODE,
                        clusters.place(facts, cluster, unit),
                        Related(place=where, label="type"),
                        name=unit.name,
                        number=number,
                        what=Word(f"n_{what}"),
                        said=clusters.asked_for(bounds, _UNITS[what]),
                    )
                    strict = asked.size_force is Force.MUST
                    yield found if strict else replace(found, level=Level.NOTE)


def _number(facts: RuleContext, unit: Unit, what: str) -> int | None:
    """How many schools, towns or students; None where the roster does not tell."""
    rows = clusters.schools(facts, unit)
    if what == "schools":
        return len(rows)
    if what == "towns":
        return len({row.town for row in rows if row.town}) or None
    counts = [next((row.counts[c] for c in STUDENTS if c in row.counts), None) for row in rows]
    known = [number for number in counts if number is not None]
    return sum(known) if known and len(known) == len(rows) else None
