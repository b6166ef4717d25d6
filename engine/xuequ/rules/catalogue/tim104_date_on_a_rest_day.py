"""A fixed date that is a holiday or a weekend."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.time.values import Unit, When
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import calendar

CODE = "TIM104"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty; only where the scheme names the period it plans."""
    days = calendar(facts)
    if days is None:
        return
    from xuequ.calendar.agenda import agenda

    for dated in agenda(facts.plan, days):
        if not any(map(_is_fixed, dated.work.when)):
            continue
        resting = [str(w.last) for w in dated.windows if w.rests and not w.provisional]
        if resting:
            yield finding(CODE, facts.field(dated.work, "when"), name=dated.work.name, dates=resting)


def _is_fixed(when: When) -> bool:
    """Whether it names a day of a year; one of each month (每月5日前) or counted from an event is nobody's choice."""
    recurs = when.every is not None and when.every.unit is not Unit.YEAR
    return not recurs and any(stretch.last.is_one_day for stretch in when.places)
