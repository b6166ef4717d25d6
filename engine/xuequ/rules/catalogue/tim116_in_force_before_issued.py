"""A text that takes effect, or even expires, before the day it is issued."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Related
from xuequ.rules.rule_context import RuleContext

CODE = "TIM116"
#: 2025-08-20: of a month alone nobody can tell.
_A_DAY = len("2025-08-20")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each of the two days that is before the day of issue."""
    issue = facts.scheme.issue
    for field, day in (("effective", issue.effective), ("expires", issue.expires)):
        if len(issue.date) == _A_DAY and day and day < issue.date:
            related = Related(place=facts.place((*issue.at, "date")), label="issued")
            place = facts.place((*issue.at, field))
            yield finding(CODE, place, related, how=Word(f"issue_{field}"), day=day, date=issue.date)
