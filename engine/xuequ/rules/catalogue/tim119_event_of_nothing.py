"""A time that counts from a duty or output that the scheme does not have, and has one of nearly that name."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.rule_context import RuleContext, work_of
from xuequ.rules.timing import like_event, named_in

CODE = "TIM119"
DATES_OF_ISSUE = frozenset({"issued", "effective"})


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each piece of work and event."""
    for work in work_of(facts):
        for event in dict.fromkeys(when.event for when in work.when if when.event):
            if event in DATES_OF_ISSUE or named_in(facts, event):
                continue
            if near := like_event(facts, event):
                yield finding(CODE, facts.field(work, "when"), name=work.name, event=event, nearest=near)
