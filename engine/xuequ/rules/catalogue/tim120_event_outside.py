"""Times that count from something that is not in the scheme and like nothing in it."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.rules.catalogue.tim119_event_of_nothing import DATES_OF_ISSUE
from xuequ.rules.rule_context import RuleContext, work_of
from xuequ.rules.timing import like_event, named_in

CODE = "TIM120"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for the document."""
    outside = [
        (event, facts.field(work, "when"))
        for work in work_of(facts)
        for event in dict.fromkeys(when.event for when in work.when if when.event)
        if event not in DATES_OF_ISSUE and not named_in(facts, event) and not like_event(facts, event)
    ]
    if outside:
        (_, first), *others = outside
        related = (Related(place=place, label="waits_too") for _, place in others)
        yield finding(CODE, first, *related, events=tuple(dict.fromkeys(event for event, _ in outside)))
