"""Places of the calendar as days: 学期末 of this semester, 6月上中旬 of each year that is planned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from xuequ.calendar.calendar import Clock, SchoolCalendar
from xuequ.calendar.portions import portion_of, week_of, workday_of
from xuequ.calendar.span import (
    DAY,
    SEPTEMBER,
    Span,
    month_span,
    months_span,
    school_year_of,
    school_year_span,
    week_span,
    year_span,
)
from xuequ.model.time.places import runs_into_next_year
from xuequ.model.time.values import Place, Portion, Season, Stretch, Unit, Which


def on_calendar(stretch: Stretch, period: Span, calendar: SchoolCalendar, clock: Clock) -> tuple[Span, ...]:
    """Where a stretch lies: once if it names a year, else wherever its last day falls in `period`.

    One over the turn of the year (11月至次年3月) is that which begins in the time planned, and may end behind it.
    """
    firsts = _near(stretch.first, period, calendar, clock)
    if stretch.last == stretch.first:
        spans = firsts
    else:
        lasts = _near(stretch.last, period, calendar, clock)
        spans = [span for first in firsts if (span := _reaching(first, lasts))]
    if stretch.last.year is not None or stretch.last.which is not None:
        return tuple(spans)
    if runs_into_next_year(stretch):
        return tuple(sorted({span for span in spans if _begins_in(span, period, calendar)}))
    return tuple(sorted({span for span in spans if period.holds(span.last)}))


def _begins_in(span: Span, period: Span, calendar: SchoolCalendar) -> bool:
    """Whether it begins once counting has begun; the August before a school year belongs to that."""
    begins = calendar.counted_from(period)
    if begins.month == SEPTEMBER:
        begins = month_span(begins.year, SEPTEMBER - 1).first
    return begins <= span.first and bool(span.cut(period))


def _reaching(first: Span, lasts: list[Span]) -> Span | None:
    """From `first` to the end of the next of `lasts`."""
    ends = [last.last for last in lasts if last.last >= first.first]
    return Span(first.first, min(ends)) if ends else None


def _near(place: Place, period: Span, calendar: SchoolCalendar, clock: Clock) -> list[Span]:
    """Every occurrence of a place in and around a period."""
    if place.which is not None:
        return _chosen(place, period, calendar, clock)
    if place.year is not None:
        years = range(place.year, place.year + 1)
    else:
        years = range(period.first.year - 1, period.last.year + 2)
    found = (span for year in years for span in _in_year(place, year, calendar, clock))
    return sorted(set(found))


def _chosen(place: Place, period: Span, calendar: SchoolCalendar, clock: Clock) -> list[Span]:
    """本 and 下, counted from the unit the scheme begins to hold in."""
    unit = place.of or Unit.YEAR
    units = units_from(unit, calendar.counted_from(period), calendar)
    whole = next(islice(units, 1 if place.which is Which.NEXT else 0, None))
    if place.month is not None:
        return list(_in_year(place._replace(which=None, of=None), whole.first.year, calendar, clock))
    if place.day is not None:
        day = whole.first + (place.day - 1) * DAY
        return [Span(day, day)] if whole.holds(day) else []
    if place.portion is None:
        return [whole]
    return [portion_of(unit, whole, place.portion, calendar, clock)]


def _in_year(place: Place, year: int, calendar: SchoolCalendar, clock: Clock) -> Iterator[Span]:
    """The occurrences of a place in one calendar year (or the school year it begins)."""
    if place.season is not None:
        yield from _season(place, year, calendar)
    elif place.month is not None:
        yield from _month(place, year, calendar, clock)
    elif place.quarter is not None:
        quarter = months_span(year, place.quarter * 3 - 2, place.quarter * 3)
        yield _portioned(place, Unit.QUARTER, quarter, calendar, clock)
    elif place.half is not None:
        yield months_span(year, place.half * 6 - 5, place.half * 6)
    elif place.of is not None:
        for whole in _wholes(place.of, year, calendar):
            yield from _part(place, place.of, whole, calendar, clock)
    elif place.year is not None:
        yield year_span(year)


def _month(place: Place, year: int, calendar: SchoolCalendar, clock: Clock) -> Iterator[Span]:
    whole = month_span(year, place.month or 1)
    if place.day is None:
        yield from _part(place, Unit.MONTH, whole, calendar, clock)
    elif place.day <= whole.last.day:
        day = whole.first.replace(day=place.day)
        yield Span(day, day)


def _part(place: Place, unit: Unit, whole: Span, calendar: SchoolCalendar, clock: Clock) -> Iterator[Span]:
    if (span := _numbered(place, whole, calendar)) is not None:
        yield span
    elif place.week is not None or place.workday is not None:
        return
    else:
        yield _portioned(place, unit, whole, calendar, clock)


def _numbered(place: Place, whole: Span, calendar: SchoolCalendar) -> Span | None:
    """The week, weekday or day of work that is counted in a unit; None where none is."""
    if place.workday is not None:
        return workday_of(whole, place.workday, calendar)
    return week_of(whole, place, calendar) if place.week is not None else None


def _portioned(place: Place, unit: Unit, whole: Span, calendar: SchoolCalendar, clock: Clock) -> Span:
    return whole if place.portion is None else portion_of(unit, whole, place.portion, calendar, clock)


def _season(place: Place, year: int, calendar: SchoolCalendar) -> Iterator[Span]:
    """A named period: of the school year `year` if it says so, else the one that begins in that year."""
    by_school_year = place.of is Unit.SCHOOL_YEAR
    for school_year in (year,) if by_school_year else (year - 1, year):
        span = season_span(place.season or Season.AUTUMN, school_year, calendar)
        if span is None:
            continue
        if by_school_year or span.first.year == year:
            if place.week is None:
                yield _season_part(place.portion, span, calendar)
            elif (week := week_of(span, place, calendar)) is not None:
                yield week


def _season_part(portion: Portion | None, span: Span, calendar: SchoolCalendar) -> Span:
    return span if portion is None else portion_of(Unit.SEMESTER, span, portion, calendar, Clock.YEAR)


def season_span(season: Season, school_year: int, calendar: SchoolCalendar) -> Span | None:
    """A semester or a break of one school year; the summer break follows it."""
    semesters = calendar.semesters_of(school_year)
    match season:
        case Season.AUTUMN:
            return semesters[0]
        case Season.SPRING:
            return semesters[-1]
        case Season.WINTER_BREAK:
            first, last = semesters[0].last + DAY, semesters[-1].first - DAY
        case Season.SUMMER_BREAK:
            first, last = semesters[-1].last + DAY, calendar.semesters_of(school_year + 1)[0].first - DAY
    return Span(first, last) if first <= last else None


def _wholes(unit: Unit, year: int, calendar: SchoolCalendar) -> tuple[Span, ...]:
    """The units that begin in a year; of school years and semesters, those of the school year `year`."""
    match unit:
        case Unit.YEAR:
            return (year_span(year),)
        case Unit.SCHOOL_YEAR:
            return (school_year_span(year),)
        case Unit.SEMESTER:
            return calendar.semesters_of(year)
        case Unit.HALF_YEAR:
            return (months_span(year, 1, 6), months_span(year, 7, 12))
        case Unit.QUARTER:
            return tuple(months_span(year, first, first + 2) for first in (1, 4, 7, 10))
        case Unit.MONTH:
            return tuple(month_span(year, month) for month in range(1, 13))
        case _:
            return tuple(islice(units_from(unit, date(year, 1, 1), calendar), 53))


def units_from(unit: Unit, start: date, calendar: SchoolCalendar) -> Iterator[Span]:
    """Units of the calendar from the one around `start`, without end."""
    match unit:
        case Unit.SEMESTER:
            yield from calendar.semesters_from(start)
        case Unit.DAY | Unit.SCHOOL_DAY | Unit.WORKING_DAY:
            yield from _days_from(unit, start, calendar)
        case Unit.WEEK:
            yield from _weeks_from(start)
        case Unit.TEN_DAYS:
            yield from _ten_days_from(start)
        case Unit.SCHOOL_YEAR:
            year = school_year_of(start)
            while True:
                yield school_year_span(year)
                year += 1
        case _:
            yield from _months_from(_MONTHS[unit], start)


_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF_YEAR: 6, Unit.YEAR: 12}


def _months_from(length: int, start: date) -> Iterator[Span]:
    first = (start.month - 1) // length * length + 1
    while True:
        yield months_span(start.year, first, first + length - 1)
        first += length


def _weeks_from(start: date) -> Iterator[Span]:
    week = week_span(start)
    while True:
        yield week
        week = Span(week.first + 7 * DAY, week.last + 7 * DAY)


def _ten_days_from(start: date) -> Iterator[Span]:
    for month in _months_from(1, start):
        for portion in (Portion.FIRST_TEN, Portion.MIDDLE_TEN, Portion.LAST_TEN):
            span = portion_of(Unit.MONTH, month, portion)
            if span.last >= start:
                yield span


def _days_from(unit: Unit, start: date, calendar: SchoolCalendar) -> Iterator[Span]:
    day = start
    while True:
        if unit is Unit.DAY or (
            calendar.is_school_day(day) if unit is Unit.SCHOOL_DAY else not calendar.rests(day)
        ):
            yield Span(day, day)
        day += DAY
