"""A row of a schedule, or a phase, at another time than the duty it names says itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Duty, Phase, Schedule
from xuequ.model.frequency import months
from xuequ.model.meeting import can_meet
from xuequ.model.time.values import as_written
from xuequ.resolution.references import duties
from xuequ.rules.rule_context import RuleContext

CODE = "TIM118"
_AUGUST, _SEPTEMBER = 8, 9


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each duty and row, or phase, that names it and in which it does not fit."""
    for schedule in facts.scheme.schedules:
        yield from _told(facts, schedule.rows, _begins(schedule))
    yield from _told(facts, facts.scheme.phases, None)


def _told(facts: RuleContext, rows: Iterable[Phase], begins: int | None) -> Iterator[Finding]:
    for row in rows:
        for duty in _own(facts, row):
            if can_meet(row.when, duty.when, begins):
                continue
            related = Related(place=facts.field(duty, "when"), label="duty_time")
            said, own = ("、".join(as_written(work.when)) for work in (row, duty))
            yield finding(CODE, facts.field(row, "when"), related, name=duty.name, row=said, own=own)


def _own(facts: RuleContext, row: Phase) -> Iterator[Duty]:
    """The duties that a row holds or names; of a measure it names, each has its own time."""
    yield from row.duties
    for ref in row.does:
        paths = [target.path for target in facts.plan.declarations.named(ref.text, ("duty",))]
        yield from (duty for duty in duties(facts.scheme) if [duty.path] == paths)


def _begins(schedule: Schedule) -> int | None:
    """The month with which the year of a schedule begins; None where it does not say which kind it is."""
    if schedule.year:
        return 1
    if not schedule.school_year:
        return None
    first = months(schedule.rows[0].when) if schedule.rows else None
    return _AUGUST if first is not None and first[0] == _AUGUST else _SEPTEMBER
