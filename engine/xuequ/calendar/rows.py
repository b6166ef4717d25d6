"""The rows of a year's table: their order decides which year a month without one is in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from xuequ.calendar.calendar import Clock, SchoolCalendar
from xuequ.calendar.span import SEPTEMBER, Span, month_span, span_of
from xuequ.calendar.windows import Window, windows
from xuequ.model.time.values import Place, Stretch, When
from xuequ.model.time.years import Year

_DECEMBER = 12


def place_rows(
    rows: Sequence[Sequence[When]], year: Year, calendar: SchoolCalendar, clock: Clock = Clock.YEAR
) -> tuple[tuple[Window, ...], ...]:
    """The windows of each row. A school year's table that begins 8月, 9月 begins in the August before 1 September."""
    years = row_years([_month_of(row) for row in rows], year)
    whole = span_of(year)
    around = replace(calendar, period=Span(date(year.number - 1, 1, 1), date(year.number + 1, _DECEMBER, 31)))
    usual = replace(calendar, period=whole)
    placed = []
    for row, number in zip(rows, years, strict=True):
        dated = [when if number is None else _in_year(when, number) for when in row]
        found = windows(dated, usual if number is None else around, clock)
        placed.append(tuple(_from_its_year(window, whole) for window in found))
    return tuple(placed)


def _from_its_year(window: Window, whole: Span) -> Window:
    """A line that says only by when (3月底前) or from when (3月起) runs within its table's year."""
    begins = (
        whole.first if window.last >= whole.first else month_span(window.last.year, window.last.month).first
    )
    ends = min(window.last, whole.last) if window.starts and window.first <= whole.last else window.last
    return replace(window, first=max(window.first, begins), last=ends)


def runs_through_a_calendar_year(rows: Sequence[Sequence[When]]) -> bool:
    """Whether the months of a table go from spring into autumn (2月 to 12月), as those of no school year do."""
    months = [month for row in rows if (month := _month_of(row)) is not None]
    return bool(months) and months == sorted(months) and months[0] < SEPTEMBER - 1 and months[-1] >= SEPTEMBER


def row_years(months: Sequence[int | None], year: Year) -> tuple[int | None, ...]:
    """The calendar year of each row's month: months never go back."""
    turns: list[int | None] = []
    turn, latest = 0, 0
    for month in months:
        if month is None:
            turns.append(None)
            continue
        turn += month < latest
        latest = month
        turns.append(turn)
    base = _of_calendar(turns, year.number) if year.calendar else _base(months, turns, year.number)
    return tuple(None if turn is None else base + turn for turn in turns)


def _of_calendar(turns: Sequence[int | None], year: int) -> int:
    """The year of the first row of a calendar year's table, most rows of which are in that year."""
    known = Counter(turn for turn in turns if turn is not None)
    return year - known.most_common(1)[0][0] if known else year


def _base(months: Sequence[int | None], turns: Sequence[int | None], school_year: int) -> int:
    """The year of the first row; September is the school year's own."""
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
    if place.month is None or place.year is not None:
        return place
    # 次年3月: the order of the rows has told which year that is.
    return place._replace(year=year, which=None, of=None if place.which else place.of)
