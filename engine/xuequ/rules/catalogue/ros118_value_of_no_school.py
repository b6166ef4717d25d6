"""A condition on a value that no school of the roster has."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import column_word
from xuequ.findings.finding import DocPath, Finding
from xuequ.findings.nearest import nearest
from xuequ.model.roster_columns import english
from xuequ.resolution.conditions import FORM, holds, is_vague
from xuequ.rules.rule_context import RuleContext

CODE = "ROS118"


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding for each value of each `where`, wherever it stands; forms and columns are names."""
    for at, column, wanted in _conditions(facts):
        said = tuple(dict.fromkeys(_said(facts, column)))
        there = facts.plan.roster is not None and english(column) in facts.plan.roster.columns
        if not (said or there):
            continue
        for number, value in enumerate(wanted if isinstance(wanted, list) else [wanted]):
            told = (
                is_vague(str(value)) and facts.plan.roster is not None and column in facts.plan.roster.counted
            )
            if not told and str(value) != "unspecified" and not holds(said, (str(value),)):
                place = facts.place((*at, number) if isinstance(wanted, list) else at)
                name = column_word(column)
                yield finding(CODE, place, column=name, name=value, nearest=nearest(str(value), said))


def _conditions(facts: RuleContext) -> Iterator[tuple[DocPath, str, object]]:
    """Every column of every condition, with its place and what it asks."""
    for at, said in facts.mappings:
        where = said.get("where")
        for column, asked in where.items() if isinstance(where, dict) else ():
            if column != FORM:
                yield (*at, "where", column), column, asked


def _said(facts: RuleContext, column: str) -> Iterator[str]:
    """What stands in a column, or the clusters of a type."""
    kind = next((c.key for c in facts.scheme.clusters if column in c.labels), "")
    yield from (
        unit.name for unit in facts.plan.units.values() if kind and unit.type == kind and not unit.typical
    )
    for school in facts.rows.values():
        yield from school.values(english(column))
