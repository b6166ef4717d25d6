"""A date that lies before the text takes effect or after it expires."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.rule_context import RuleContext, work_of
from xuequ.rules.timing import calendar

CODE = "TIM105"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a piece of work; only where the scheme says from when to when it is in force."""
    issue, days = facts.scheme.issue, calendar(facts)
    if days is None or not (issue.effective and issue.expires):
        return
    from xuequ.calendar.windows import timing

    for work in work_of(facts):
        outside = timing((when for when in work.when if when.every is None), days).outside
        if outside:
            yield finding(
                CODE,
                facts.field(work, "when"),
                name=work.name,
                text=str(outside[0].first if outside[0].first == outside[0].last else outside[0]),
                first=str(days.period.first),
                last=str(days.period.last),
            )
