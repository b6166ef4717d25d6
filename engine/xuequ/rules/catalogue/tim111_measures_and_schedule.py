"""Work that stands in the measures and not in the schedule, or in the schedule alone."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Duty, Schedule
from xuequ.model.frequency import months
from xuequ.model.time.values import Unit
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import done_in, is_complete

CODE = "TIM111"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a schedule for what only it has, for what a complete one leaves out, and for what is monthly."""
    own = {duty.path for schedule in facts.scheme.schedules for row in schedule.rows for duty in row.duties}
    others = [duty for duty in facts.duties if duty.path not in own]
    elsewhere = {label for duty in others for label in (duty.key, duty.name)}
    for schedule in facts.scheme.schedules if others else ():
        own_rows = [duty for row in schedule.rows for duty in row.duties]
        again = [duty for duty in own_rows if elsewhere & {duty.key, duty.name}]
        alone = [duty for duty in own_rows if not elsewhere & {duty.key, duty.name}]
        if again:
            yield _of(facts, schedule, again, "again_in_schedule")
        if alone and any(duty.measure in facts.measures for duty in others):
            yield _of(facts, schedule, alone, "only_in_schedule")
        left = list(_left_out(facts, schedule, others))
        if left and is_complete(facts, schedule):
            yield _of(facts, schedule, left, "not_in_schedule")
        monthly = list(_monthly(facts, schedule, others))
        if monthly:
            yield _of(facts, schedule, monthly, "not_each_month")


def _of(facts: RuleContext, schedule: Schedule, duties: list[Duty], how: str) -> Finding:
    sharers = facts.sharers(duties, "duty")
    return shared(CODE, sharers[0].at, sharers, name=schedule.name, how=Word(how))


def _left_out(facts: RuleContext, schedule: Schedule, others: list[Duty]) -> Iterator[Duty]:
    """Duties with a month of their own that no row names."""
    named = {path for row in schedule.rows for path in done_in(facts, row)}
    return (duty for duty in others if duty.path not in named and months(duty.when))


def _monthly(facts: RuleContext, schedule: Schedule, others: list[Duty]) -> Iterator[Duty]:
    """Duties of every month that no row has, beside others of their measure that some row names."""
    named = {path for row in schedule.rows for path in done_in(facts, row)}
    texts = "".join(
        text for row in schedule.rows for text in (row.name, row.note, *(i.name for i in row.items))
    )
    beside = {duty.measure[:1] for duty in others if duty.path in named}
    own = not beside and any(row.duties for row in schedule.rows) and len(facts.scheme.schedules) == 1
    if not any(months(row.when) for row in schedule.rows):
        return
    for duty in others:
        monthly = any(
            when.every and (when.every.unit, when.every.most) == (Unit.MONTH, 1) for when in duty.when
        )
        if (
            monthly
            and duty.path not in named
            and duty.name not in texts
            and (own or duty.measure[:1] in beside)
        ):
            yield duty
