"""The rows of a school year's table: their order decides which year a month without one is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from xuequ.calendar.calendar import Clock, SchoolCalendar
from xuequ.calendar.span import SEPTEMBER, Span, school_year_span
from xuequ.calendar.windows import Window, windows
from xuequ.model.time.values import Place, Stretch, When


def place_rows(
    rows: Sequence[Sequence[When]], school_year: int, calendar: SchoolCalendar, clock: Clock = Clock.YEAR
) -> tuple[tuple[Window, ...], ...]:
    """The windows of each row. A table that begins 8月, 9月 begins in the August before 1 September."""
    years = row_years([_month_of(row) for row in rows], school_year)
    whole = school_year_span(school_year)
    early = replace(calendar, period=Span(date(school_year, 1, 1), whole.last))
    usual = replace(calendar, period=whole)
    placed = []
    for row, year in zip(rows, years, strict=True):
        dated = [when if year is None else _in_year(when, year) for when in row]
        placed.append(windows(dated, usual if year is None else early, clock))
    return tuple(placed)


def row_years(months: Sequence[int | None], school_year: int) -> tuple[int | None, ...]:
    """The calendar year of each row's month: months never go back, and September is the school year's own."""
    turns: list[int | None] = []
    turn, latest = 0, 0
    for month in months:
        if month is None:
            turns.append(None)
            continue
        turn += month < latest
        latest = month
        turns.append(turn)
    base = _base(months, turns, school_year)
    return tuple(None if turn is None else base + turn for turn in turns)


def _base(months: Sequence[int | None], turns: Sequence[int | None], school_year: int) -> int:
    """The year of the first row."""
    for month, turn in zip(months, turns, strict=True):
        if month is not None and turn is not None and month >= SEPTEMBER:
            return school_year - turn
    last = max((turn for turn in turns if turn is not None), default=0)
    return school_year + 1 - last


def _month_of(row: Sequence[When]) -> int | None:
    """The first month a row names without a year; a rhythm names none."""
    for when in row:
        stretch = when.at or when.by or when.during or when.since
        if stretch and when.every is None and stretch.first.month is not None and stretch.first.year is None:
            return stretch.first.month
    return None


def _in_year(when: When, year: int) -> When:
    return replace(
        when,
        at=_dated(when.at, year),
        by=_dated(when.by, year),
        during=_dated(when.during, year),
        since=_dated(when.since, year),
    )


def _dated(stretch: Stretch | None, year: int) -> Stretch | None:
    if stretch is None:
        return None
    first = _with_year(stretch.first, year)
    wraps = stretch.last.month is not None and stretch.first.month is not None
    later = wraps and (stretch.last.month or 0) < (stretch.first.month or 0)
    return Stretch(first, _with_year(stretch.last, year + later))


def _with_year(place: Place, year: int) -> Place:
    return place._replace(year=year) if place.month is not None and place.year is None else place
