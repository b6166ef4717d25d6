"""A time counted from something that has no date itself."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Path
from xuequ.model.lasting import says_its_end
from xuequ.model.time.short import lapses
from xuequ.rules.rule_context import RuleContext, work_of
from xuequ.rules.timing import OPTIONAL, in_rows, named_duties, tells_time

CODE = "TIM106"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each piece of work and event."""
    in_schedule = in_rows(facts)
    for work in work_of(facts):
        for event in dict.fromkeys(when.event for when in work.when if when.event):
            if not _dated(facts, event, in_schedule):
                called = Word(event) if event in ("issued", "effective") else event
                yield finding(CODE, facts.field(work, "when"), name=work.name, event=called)


def _dated(facts: RuleContext, event: str, in_schedule: frozenset[Path]) -> bool:
    """Whether the event has a date; one that is words of its own is left alone."""
    issue = facts.scheme.issue
    if event == "issued":
        return "date" not in issue.unspecified
    if event == "effective":
        return "effective" not in issue.unspecified
    duties = named_duties(facts, event)
    if lapses(event):
        # 公示期满 counts from the end of a length of time, and nothing else has it.
        return all(says_its_end(duty) for duty in duties)
    # What may be done, or is done in some case only, happens when it does.
    return not duties or any(
        tells_time(duty) or duty.path in in_schedule or duty.force in OPTIONAL or duty.if_ or duty.breach
        for duty in duties
    )
