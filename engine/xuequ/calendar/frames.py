"""What phases and lines of a schedule say of when work falls: work stands in one, or is named by one (包括)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.rows import place_rows, runs_through_a_calendar_year
from xuequ.calendar.span import SEPTEMBER, Span, month_span, school_year_of, span_of
from xuequ.calendar.windows import Bounds, Window
from xuequ.findings.finding import DocPath
from xuequ.model.elements import Path, Phase, Ref, Schedule, Scheme
from xuequ.model.time.years import Year, table_year
from xuequ.resolution.plan import Plan
from xuequ.resolution.references import appraisals, duties

Spans = tuple[Span, ...]


class Frame(NamedTuple):
    """The times of everything that one piece of work stands in (`home`), and of everything that names it.

    `rows` and `home_rows` are the windows of lines of schedules, as far as they are in the period.
    """

    home: Spans = ()
    home_rows: tuple[Window, ...] = ()
    named: Spans = ()
    rows: tuple[Window, ...] = ()

    @property
    def bounds(self) -> Bounds:
        """What is written in a phase happens in it; where it is only named, a date is the one in its time."""
        counted = tuple(row.span for row in (*self.home_rows, *self.rows) if not row.starts)
        return Bounds((*self.home, *self.named), self.home, counted)


NO_FRAME = Frame()


class _Hold(NamedTuple):
    """One phase, or one line of a schedule, that holds a piece of work, with its times.

    `rows` are the windows of a line in the period. `stands`: the work is written there, not only named.
    """

    times: Spans
    rows: tuple[Window, ...] = ()
    is_phase: bool = False
    stands: bool = False


def frames(plan: Plan, calendar: SchoolCalendar, lasting: Mapping[Path, Spans]) -> Mapping[DocPath, Frame]:
    """The frame of all work that has one, by its place; `lasting` are the times of phases by path."""
    holding = Holding(plan)
    found: dict[DocPath, list[_Hold]] = {}
    for phase, hold in _holds(plan, calendar, lasting):
        for duty in phase.duties:
            found.setdefault(duty.at, []).append(hold._replace(stands=True))
        for at in holding.named(phase.does):
            found.setdefault(at, []).append(hold)
    return {at: _frame(holds) for at, holds in found.items()}


def _holds(
    plan: Plan, calendar: SchoolCalendar, lasting: Mapping[Path, Spans]
) -> Iterator[tuple[Phase, _Hold]]:
    """Every phase, then every line of a schedule."""
    for phase in plan.scheme.phases:
        yield phase, _Hold(lasting.get(phase.path, ()), is_phase=True)
    for schedule in plan.scheme.schedules:
        yield from zip(schedule.rows, _lines(schedule, plan.scheme, calendar), strict=True)


def _frame(holds: Sequence[_Hold]) -> Frame:
    """Phases say which years of a table are meant, if any of its lines is in one."""
    phases = [span for hold in holds if hold.is_phase for span in hold.times]
    lines = [span for hold in holds if not hold.is_phase for span in hold.times]
    if any(_in_any(span, phases) for span in lines):
        holds = [
            hold._replace(
                times=tuple(span for span in hold.times if _in_any(span, phases)),
                rows=tuple(row for row in hold.rows if _in_any(row.span, phases)),
            )
            for hold in holds
        ]
    home = [hold for hold in holds if hold.stands]
    named = [hold for hold in holds if not hold.stands]
    return Frame(
        tuple(span for hold in home for span in hold.times),
        tuple(row for hold in home for row in hold.rows),
        tuple(span for hold in named for span in hold.times),
        tuple(row for hold in named for row in hold.rows),
    )


def _in_any(span: Span, many: Iterable[Span]) -> bool:
    return any(span.cut(one) for one in many)


class Holding:
    """Which work a phase or a line of a schedule holds."""

    def __init__(self, plan: Plan) -> None:
        self._declared = plan.declarations
        self._duties = {duty.path: duty.at for duty in duties(plan.scheme)}
        self._appraisals = {appraisal.path: appraisal.at for appraisal in appraisals(plan.scheme)}

    def duties(self, does: Iterable[Ref]) -> tuple[Path, ...]:
        """The duties that are named; of a measure, all of its duties."""
        found: list[Path] = []
        for ref in does:
            for target in self._declared.named(ref.text, ("duty", "measure"))[:1]:
                inner = (path for path in self._duties if path[: len(target.path)] == target.path)
                found += inner if target.kind == "measure" else [target.path]
        return tuple(dict.fromkeys(found))

    def appraisals(self, does: Iterable[Ref]) -> tuple[Path, ...]:
        """The appraisals that are named."""
        found = (self._declared.named(ref.text, ("duty", "measure", "appraisal"))[:1] for ref in does)
        return tuple(dict.fromkeys(t.path for targets in found for t in targets if t.kind == "appraisal"))

    def named(self, does: tuple[Ref, ...]) -> Iterator[DocPath]:
        """The places of all of them."""
        yield from (self._duties[path] for path in self.duties(does))
        yield from (self._appraisals[path] for path in self.appraisals(does))


def _lines(schedule: Schedule, scheme: Scheme, calendar: SchoolCalendar) -> Iterator[_Hold]:
    """Each line with its times, and its windows that are in the period; a table of no year holds for every year."""
    whens = [row.when for row in schedule.rows]
    tables = [(year, place_rows(whens, year, calendar)) for year in _years(schedule, scheme, calendar)]
    for number in range(len(whens)):
        line = [(year, window) for year, table in tables for window in table[number]]
        period = calendar.period
        counted = [window for year, window in line if _counts(window, year, period)]
        # The August before next year's table is in the period and not in its table.
        beside = (window for _, window in line if window in counted or not window.span.cut(period))
        rows = tuple(replace(window, open=window.last > period.last) for window in counted)
        yield _Hold(tuple(window.span for window in beside), rows)


def _years(schedule: Schedule, scheme: Scheme, calendar: SchoolCalendar) -> Sequence[Year]:
    """The years a table is of: the one that it or a title states, else all of its kind in the time planned."""
    stated = table_year(schedule, scheme)
    if stated is not None:
        return (stated,)
    first, last = calendar.whole.period
    if runs_through_a_calendar_year([row.when for row in schedule.rows]):
        return [Year(number, calendar=True) for number in range(first.year, last.year + 1)]
    return [Year(number) for number in range(school_year_of(first), school_year_of(last) + 1)]


def _counts(window: Window, year: Year, period: Span) -> bool:
    """Whether a line counts; of a school year that begins with or in the period, the August before it does too."""
    table = span_of(year)
    if year.calendar:
        return bool(window.span.cut(period))
    if not table.cut(period):
        return False
    begins = month_span(year.number, SEPTEMBER - 1).first
    return bool(window.span.cut(period)) or (table.first >= period.first and window.last >= begins)


def strays(schedule: Schedule, scheme: Scheme, calendar: SchoolCalendar) -> tuple[Phase, ...]:
    """The lines of a table that states its year which have days, and none of them in the period."""
    holds = zip(schedule.rows, _lines(schedule, scheme, calendar), strict=True)
    return tuple(row for row, hold in holds if hold.times and not hold.rows)
