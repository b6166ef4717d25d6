"""A date that lies before the text takes effect or after it expires, and what comes round on no day between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.time.values import When, as_written
from xuequ.rules.rule_context import RuleContext, work_of
from xuequ.rules.timing import calendar

if TYPE_CHECKING:
    from xuequ.calendar.calendar import SchoolCalendar

CODE = "TIM105"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a piece of work; only where the scheme says from when to when it is in force."""
    issue, days = facts.scheme.issue, calendar(facts)
    if days is None or not (issue.effective and issue.expires):
        return
    from xuequ.calendar.windows import timing

    whole = days.whole
    for work in work_of(facts):
        outside = timing((when for when in work.when if when.every is None), whole).outside
        text = str(outside[0].first if outside[0].first == outside[0].last else outside[0]) if outside else ""
        if not text and any(_may_miss(when, whole) for when in work.when):
            read = timing(work.when, whole)
            never = not (read.windows or read.loose or read.waits_for or read.each_time or read.skipped)
            text = "、".join(as_written(work.when)) if never else ""
        if text:
            yield finding(
                CODE,
                facts.field(work, "when"),
                name=work.name,
                text=text,
                first=str(whole.period.first),
                last=str(whole.period.last),
            )


def _may_miss(when: When, days: SchoolCalendar) -> bool:
    """Whether it comes round so seldom, or begins so late, that it may never be due while the text is in force.

    Of what comes round in several years without a first one, any year may be meant.
    """
    from xuequ.calendar.span import DAY, plus_years

    if when.every is None or when.which_year_is_open:
        return False
    return when.since is not None or plus_years(days.period.first, when.every.most) > days.period.last + DAY
