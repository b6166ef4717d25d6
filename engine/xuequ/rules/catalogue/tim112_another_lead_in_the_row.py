"""A row of a schedule whose lead is not the lead of the duty it names."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Duty, Phase
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import done_in, rows

CODE = "TIM112"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a row and duty."""
    duties = {duty.path: duty for duty in facts.duties}
    for _, row in rows(facts):
        for path in done_in(facts, row) if row.carriers else ():
            duty = duties[path]
            if duty.carriers and not _alike(facts, row, duty):
                related = Related(place=facts.field(duty, "lead"), label="duty_lead")
                yield finding(
                    CODE,
                    facts.field(row, "lead"),
                    related,
                    name=duty.name,
                    row=facts.written(row, row.carriers),
                    lead=facts.written(duty, duty.carriers),
                )


def _alike(facts: RuleContext, row: Phase, duty: Duty) -> bool:
    """Whether one of the row's leads is one of the duty's, or a name in either was not found."""
    mine = [facts.plan.bindings.get((row.path, ref.at)) for ref in row.carriers]
    other = [facts.plan.bindings.get((duty.path, ref.at)) for ref in duty.carriers]
    if None in mine or None in other:
        return True
    return bool({a for b in mine if b for a in b.actors} & {a for b in other if b for a in b.actors})
