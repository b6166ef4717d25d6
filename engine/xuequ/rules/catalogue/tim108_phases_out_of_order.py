"""Phases that begin before the one in front of them, or run far into it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Phase
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import calendar

if TYPE_CHECKING:
    from xuequ.calendar.calendar import SchoolCalendar
    from xuequ.calendar.span import Span

CODE = "TIM108"
SETTINGS = {"days_shared": 31}


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each phase that does not follow the one before it."""
    days = _of_years(facts.scheme.phases) or calendar(facts)
    shared = facts.number(CODE, "days_shared")
    spans = [(phase, _span(phase, days)) for phase in facts.scheme.phases] if days is not None else []
    dated = [(phase, span) for phase, span in spans if span is not None]
    for (before, earlier), (phase, later) in pairwise(dated):
        overlap = earlier.cut(later)
        how = "out_of_order" if later.first < earlier.first else "overlapping"
        if how == "overlapping" and (overlap is None or (overlap.last - overlap.first).days < shared):
            continue
        related = Related(place=facts.field(before, "when"), label="phase_before")
        place = facts.field(phase, "when")
        yield finding(CODE, place, related, name=phase.name, before=before.name, how=Word(how))


def _span(phase: Phase, days: SchoolCalendar) -> Span | None:
    from xuequ.calendar.calendar import Clock
    from xuequ.calendar.span import Span
    from xuequ.calendar.windows import timing

    windows = timing((w for w in phase.when if w.every is None), days, Clock.YEAR).windows
    return Span(windows[0].first, max(w.last for w in windows)) if windows else None


def _of_years(phases: tuple[Phase, ...]) -> SchoolCalendar | None:
    """A calendar wide enough for phases that all write their years; without one, order cannot be told."""
    places = [place for phase in phases for when in phase.when for part in when.places for place in part]
    years = [place.year for place in places if place.year is not None]
    if not years or len(years) < len(places):
        return None
    from datetime import date

    from xuequ.calendar.calendar import SchoolCalendar
    from xuequ.calendar.span import Span

    return SchoolCalendar(period=Span(date(min(years), 1, 1), date(max(years) + 1, 12, 31)))
