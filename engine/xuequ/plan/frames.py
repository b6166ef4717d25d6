"""What phases and lines of a schedule say of when work falls: work stands in one, or is named by one (包括)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from xuequ.findings.finding import DocPath
from xuequ.model.elements import Path, Phase, Ref, Schedule
from xuequ.plan.calendar import SchoolCalendar
from xuequ.plan.calendar_reading import read_school_year
from xuequ.plan.rows import place_rows
from xuequ.plan.span import Span, school_year_of, school_year_span
from xuequ.plan.windows import Bounds, Window
from xuequ.resolve.plan import Plan
from xuequ.resolve.references import References, appraisals, duties

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
        counted = tuple(Span(row.first, row.last) for row in (*self.home_rows, *self.rows))
        return Bounds((*self.home, *self.named), self.home, counted)


NO_FRAME = Frame()


def frames(plan: Plan, calendar: SchoolCalendar, lasting: Mapping[Path, Spans]) -> Mapping[DocPath, Frame]:
    """The frame of all work that has one, by its place; `lasting` are the times of phases by path."""
    holding = Holding(plan)
    found: dict[DocPath, Frame] = {}
    for phase in plan.scheme.phases:
        _add(found, holding, phase, (lasting.get(phase.path, ()), ()))
    for schedule in plan.scheme.schedules:
        for row, placed in zip(schedule.rows, _placed(schedule, calendar), strict=True):
            _add(found, holding, row, placed)
    return found


class Holding:
    """Which work a phase or a line of a schedule holds."""

    def __init__(self, plan: Plan) -> None:
        self._references = References(plan.scheme)
        self._duties = {duty.path: duty.at for duty in duties(plan.scheme)}
        self._appraisals = {appraisal.path: appraisal.at for appraisal in appraisals(plan.scheme)}

    def duties(self, does: Iterable[Ref]) -> tuple[Path, ...]:
        """The duties that are named; of a measure, all of its duties."""
        found: list[Path] = []
        for ref in does:
            for target in self._references.named(ref.text, ("duty", "measure"))[:1]:
                inner = (path for path in self._duties if path[: len(target.path)] == target.path)
                found += inner if target.kind == "measure" else [target.path]
        return tuple(dict.fromkeys(found))

    def appraisals(self, does: Iterable[Ref]) -> tuple[Path, ...]:
        """The appraisals that are named."""
        found = (self._references.named(ref.text, ("duty", "measure", "appraisal"))[:1] for ref in does)
        return tuple(dict.fromkeys(t.path for targets in found for t in targets if t.kind == "appraisal"))

    def named(self, does: tuple[Ref, ...]) -> Iterator[DocPath]:
        """The places of all of them."""
        yield from (self._duties[path] for path in self.duties(does))
        yield from (self._appraisals[path] for path in self.appraisals(does))


_Placed = tuple[Spans, tuple[Window, ...]]


def _add(found: dict[DocPath, Frame], holding: Holding, phase: Phase, placed: _Placed) -> None:
    spans, rows = placed
    for duty in phase.duties:
        frame = found.get(duty.at, NO_FRAME)
        found[duty.at] = frame._replace(home=(*frame.home, *spans), home_rows=(*frame.home_rows, *rows))
    for at in holding.named(phase.does):
        frame = found.get(at, NO_FRAME)
        found[at] = frame._replace(named=(*frame.named, *spans), rows=(*frame.rows, *rows))


def _placed(schedule: Schedule, calendar: SchoolCalendar) -> Iterator[_Placed]:
    """For each line its times, and its windows that are in the period; a table of no year holds for every year."""
    whens = [row.when for row in schedule.rows]
    tables = [(year, place_rows(whens, year, calendar)) for year in _years(schedule, calendar)]
    for number in range(len(whens)):
        line = [(year, window) for year, table in tables for window in table[number]]
        yield (
            tuple(Span(window.first, window.last) for _, window in line),
            tuple(window for year, window in line if _in_period(window, year, calendar.period)),
        )


def _years(schedule: Schedule, calendar: SchoolCalendar) -> Sequence[int]:
    stated = read_school_year(schedule.school_year) if schedule.school_year else None
    if stated is not None:
        return (stated,)
    return range(school_year_of(calendar.period.first), school_year_of(calendar.period.last) + 1)


def _in_period(window: Window, year: int, period: Span) -> bool:
    """Whether a line counts; of a table whose year begins with or in the period, the August before it does too."""
    table = school_year_span(year)
    if not table.cut(period):
        return False
    return table.first >= period.first or bool(period.cut(Span(window.first, window.last)))
