"""Work of schools and clusters that goes by the calendar year among work that goes by semesters."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Duty
from xuequ.model.frequency import pace
from xuequ.model.time.values import as_written
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import of_schools

CODE = "TIM115"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty, beside one of the same lead or place that keeps school time."""
    mine = of_schools(facts)
    timed = [(d, pace(d.when).clock) for d in facts.duties if d.when and d.path in mine]
    school = [duty for duty, clock in timed if clock == "school"]
    for duty, clock in timed:
        beside = next((other for other in school if _together(duty, other)), None)
        if clock == "calendar" and beside is not None:
            related = Related(place=facts.field(beside, "when"), label="school_time")
            said = "、".join(as_written(duty.when))
            yield finding(
                CODE, facts.field(duty, "when"), related, name=duty.name, text=said, other=beside.name
            )


def _together(duty: Duty, other: Duty) -> bool:
    """Whether both stand in one branch of the measures, for places of one kind."""
    return duty.measure[:1] == other.measure[:1] and [r.text for r in duty.each] == [
        r.text for r in other.each
    ]
