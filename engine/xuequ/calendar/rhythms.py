"""Rhythms: the turns of 每周五, 每学期末, 每两学年 in a stretch of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from xuequ.calendar.calendar import Clock, SchoolCalendar
from xuequ.calendar.places import on_calendar, units_from
from xuequ.calendar.portions import portion_of, week_of, workday_of
from xuequ.calendar.span import (
    DAY,
    Span,
    month_span,
    plus_months,
    plus_years,
    school_year_of,
    school_year_span,
    year_span,
)
from xuequ.model.time.places import runs_into_next_year
from xuequ.model.time.values import Every, Length, Place, Portion, Stretch, Unit, When

#: Units long enough that one still under way at the end of the period is worth a line.
_LONG = (Unit.SEMESTER, Unit.SCHOOL_YEAR, Unit.YEAR)
#: Units whose times are looked for on both sides of the period: 开学前 lies before it, 每学期末 may lie behind.
_OF_SCHOOL = (Unit.SEMESTER, Unit.SCHOOL_YEAR)
#: Units of the calendar that a school keeps only as far as there is school.
CLIPPED = (Unit.WEEK, Unit.TEN_DAYS, Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR)


class Turn(NamedTuple):
    """One time of a rhythm; `beside` the period lies that of a semester or school year which touches it.

    `cut`: its last days are no school time and are left out. `skipped`: all of its days are. `in_break`: its last day
    is written, and lies in a break. `moved`: its last day is the working day after the one that was counted.
    """

    span: Span
    not_before: date | None = None
    beside: bool = False
    cut: bool = False
    skipped: bool = False
    in_break: bool = False
    moved: bool = False


def turns(when: When, limits: Span, calendar: SchoolCalendar, clock: Clock) -> Iterator[Turn]:
    """The turns of a rhythm whose last day lies in `limits`."""
    every = when.every
    if every is None:
        return
    stretch = when.by or when.at or (when.since if when.within else None)
    unit = _day_unit(when, every.unit, clock)
    if when.first_year is not None:
        yield from _from_its_first_year(when, when.first_year, stretch, calendar, clock)
        return
    for turn in _cycles(every, stretch, limits, calendar, unit, clock, and_next=when.by is not None):
        spans = (turn.span,) if stretch is None else _inside(when, stretch, turn.span, calendar, clock)
        for span in _once_a_cycle(spans, every):
            kept = _kept(span, when, stretch, limits, calendar, clock)
            # School time may cut a turn short; what is due after the period is not due with it.
            last = span.last if kept is None or limits == calendar.period else kept.span.last
            if kept is not None and (
                stretch is None or every.most > 1 or last <= limits.last or runs_into_next_year(stretch)
            ):
                yield kept._replace(not_before=turn.not_before)
            elif every.unit in _OF_SCHOOL and limits == calendar.period and turn.span.cut(limits):
                yield Turn(span, beside=True)


def _from_its_first_year(
    when: When, first: int, stretch: Stretch | None, calendar: SchoolCalendar, clock: Clock
) -> Iterator[Turn]:
    """自2027年起每三年: in 2027, 2030 and so on, up to the first of them behind the period."""
    every = when.every or Every(unit=Unit.YEAR)
    for year in range(first, calendar.period.last.year + every.most + 1, every.most):
        whole = year_span(year) if every.unit is Unit.YEAR else school_year_span(year)
        spans = (whole,) if stretch is None else _inside(when, stretch, whole, calendar, clock)
        for span in spans:
            yield Turn(span)
        if whole.first > calendar.period.last:
            return


def _once_a_cycle(spans: Iterable[Span], every: Every) -> tuple[Span, ...]:
    """每两年9月 does not say which September: any of them until the last."""
    found = tuple(spans)
    if every.most > 1 and len(found) > 1:
        return (Span(found[0].first, found[-1].last),)
    return found


def _day_unit(when: When, unit: Unit, clock: Clock) -> Unit:
    """Which days 每天 means: school days for schools, all days for others, unless `days` says."""
    if unit is not Unit.DAY:
        return unit
    return when.days or (Unit.SCHOOL_DAY if clock is Clock.SCHOOL else Unit.DAY)


def _cycles(
    every: Every,
    stretch: Stretch | None,
    limits: Span,
    calendar: SchoolCalendar,
    unit: Unit,
    clock: Clock,
    *,
    and_next: bool,
) -> list[Turn]:
    """The rhythm's units, or runs of them, that touch `limits`; one under way at its end only if long.

    `and_next`: the one behind them too, which something may be due before (每学期开学前).
    """
    run_on = every.most > 1 or (unit is Unit.YEAR and stretch is None and clock is Clock.SCHOOL)
    units = _units(unit, calendar.counted_from(limits), calendar, run_on)
    if every.least < every.most:
        run = list(islice(units, every.most + 1))
        whole = Span(run[0].first, run[every.most - 1].last)
        return [Turn(whole, not_before=run[every.least].first)]
    found = []
    runs = _runs(units, every.most)
    if unit is Unit.SCHOOL_YEAR and stretch is None and every.most == 1:
        runs = _begun_in_time(runs, calendar.counted_from(limits), calendar)
    for one in runs:
        behind = one.first > limits.last
        if not behind or and_next:
            found.append(Turn(one))
        if behind:
            break
    if stretch is not None or limits != calendar.period or unit in _LONG:
        return found
    return [turn for turn in found if turn.span.last <= limits.last] or found


def _units(unit: Unit, start: date, calendar: SchoolCalendar, run_on: bool) -> Iterator[Span]:
    """Units of the calendar; several years at once, and the year of a school, run from the day counting begins."""
    if unit is Unit.YEAR and run_on:
        number = 0
        while True:
            yield Span(plus_years(start, number), plus_years(start, number + 1) - DAY)
            number += 1
    yield from units_from(unit, start, calendar)


def _begun_in_time(years: Iterator[Span], start: date, calendar: SchoolCalendar) -> Iterator[Span]:
    """School years; one whose autumn is over when counting begins is too short for a turn, which ends with the next."""
    first = next(years)
    if start > calendar.semesters_of(school_year_of(first.first))[0].last:
        first = Span(first.first, next(years).last)
    yield first
    yield from years


def _runs(units: Iterator[Span], length: int) -> Iterator[Span]:
    while True:
        run = list(islice(units, length))
        yield Span(run[0].first, run[-1].last)


def _inside(
    when: When, stretch: Stretch, whole: Span, calendar: SchoolCalendar, clock: Clock
) -> Iterator[Span]:
    """Where in one unit it falls; up to there if it is a limit."""
    unit = when.every.unit if when.every else Unit.YEAR
    firsts = _place_in(stretch.first, unit, whole, calendar, clock)
    lasts = firsts if stretch.last == stretch.first else _place_in(stretch.last, unit, whole, calendar, clock)
    if unit is Unit.YEAR and firsts and not any(last.last >= firsts[0].first for last in lasts):
        # 每年12月至次年1月 ends in the year behind.
        lasts = _place_in(stretch.last, unit, year_span(whole.first.year + 1), calendar, clock)
    for first in firsts:
        ends = next((one for one in lasts if one.last >= first.first), None)
        if ends is None:
            continue
        last = ends.last if when.by is None else last_day(when, stretch, ends, calendar, unit)
        if when.at is not None:
            yield Span(first.first, last)
        elif when.by is None and when.within is not None:
            over = stretch.first.portion is Portion.END
            day = last if over else first.first
            end = counted(day, when.within, calendar, 1)
            begins = counted(day, when.within.fewest, calendar, 1) if when.within.least else day + DAY
            yield Span(begins if over else begins - DAY, end if over else max(end - DAY, day))
        elif when.within is not None:
            yield up_to(last, when.within, calendar)
        else:
            yield Span(whole.first if last >= whole.first else _break_before(whole, last, calendar), last)


def last_day(
    when: When, stretch: Stretch, span: Span, calendar: SchoolCalendar, unit: Unit | None = None
) -> date:
    """The last day of what is to be done before a place of the calendar, or so long before it."""
    last = _deadline(stretch, span, unit)
    if when.at_least is None:
        return last
    # What is due before a day is so long before that day, and not before its eve.
    return counted(max(last, span.first), when.at_least, calendar, -1)


def _deadline(stretch: Stretch, span: Span, unit: Unit | None) -> date:
    """The last day of 前: that of the place, but a semester, a break or a feast that is named begins after it.

    `unit` is that of the rhythm around it.
    """
    place = stretch.last
    if place.portion is Portion.LAST_TEN or place.feast:
        # What is to be done before the last ten days; the end of the month is 月底前.
        return span.first - DAY
    opens = place.season is not None or (place.of or unit) is Unit.SEMESTER
    whole = (
        place.portion is None
        and place.week is None
        and (place.season is not None or place.of is Unit.SEMESTER)
    )
    return span.first - DAY if opens and (whole or place.portion is Portion.START) else span.last


def _break_before(semester: Span, last: date, calendar: SchoolCalendar) -> date:
    """The first day of the time without school before a semester, up to a day in it."""
    year = school_year_of(semester.first)
    over = [
        s.last
        for y in (year - 1, year)
        for s in calendar.semesters_of(y)
        if s.last < min(last, semester.first)
    ]
    return max(over) + DAY if over else last


def _place_in(
    place: Place, unit: Unit, whole: Span, calendar: SchoolCalendar, clock: Clock
) -> tuple[Span, ...]:
    """A place in one unit: by itself where it needs no name, else on the calendar."""
    if unit is Unit.YEAR and place.portion is not None and place.month is None and place.of is None:
        place = place._replace(of=Unit.YEAR)
    if place.of is None and place.month is None and place.quarter is None and place.half is None:
        if place.season is not None:
            return on_calendar(Stretch(place, place), whole, calendar, clock)
        if place.workday is not None:
            found = workday_of(whole, place.workday, calendar)
        elif place.week is not None:
            found = week_of(whole, place, calendar)
        elif place.weekday is not None:
            found = Span(whole.first + place.weekday * DAY, whole.first + place.weekday * DAY)
        else:
            found = _day_or_portion(place, unit, whole, calendar, clock)
        return (found,) if found else ()
    spans = on_calendar(Stretch(place, place), whole, calendar, clock)
    opens = place.of is Unit.SEMESTER and (place.portion is Portion.START or place.week is not None)
    # A school year opens once, in autumn; that is what a year's opening means, too.
    once = {Unit.SCHOOL_YEAR: spans[:1], Unit.YEAR: spans[-1:]}
    return once.get(unit, spans) if opens else spans


def _day_or_portion(
    place: Place, unit: Unit, whole: Span, calendar: SchoolCalendar, clock: Clock
) -> Span | None:
    if place.nth_month is not None:
        unit, whole = Unit.MONTH, month_span(whole.first.year, whole.first.month + place.nth_month - 1)
    if place.portion is not None:
        return portion_of(unit, whole, place.portion, calendar, clock)
    if place.day is None:
        return whole
    day = whole.first + (place.day - 1) * DAY
    return Span(day, day) if day <= whole.last else None


def _kept(
    span: Span, when: When, stretch: Stretch | None, limits: Span, calendar: SchoolCalendar, clock: Clock
) -> Turn | None:
    """A turn as far as it lies within the limits and, for a school, in school time; a day that is written stays."""
    every = when.every
    if every is None or not span.cut(limits):
        return None
    begun = span.first < limits.first
    span = Span(max(span.first, limits.first), span.last)
    written = stretch is not None and stretch.last.is_one_day
    if limits != calendar.period and (limits.last != calendar.period.last or every.unit not in _LONG):
        # A last day that is said is not moved to the end of a phase.
        if ((written or when.by is not None) and span.last > limits.last) or (
            begun and every.unit is Unit.WEEK and all(map(calendar.rests, span.days))
        ):
            return None
        span = Span(span.first, min(span.last, limits.last))
    one_day = span.first == span.last
    if one_day and every.unit is Unit.WEEK and calendar.in_rest_span(span.first):
        return None
    if clock is Clock.YEAR or every.unit not in CLIPPED:
        return Turn(span)
    taught = calendar.school_time(span)
    if not taught:
        return Turn(span, skipped=True)
    if written:
        return Turn(Span(taught[0].first, span.last), in_break=taught[-1].last < span.last)
    whole = Span(taught[0].first, taught[-1].last).cut(limits)
    return whole and Turn(whole, cut=whole.last != span.last)


def up_to(last: date, length: Length, calendar: SchoolCalendar) -> Span:
    """So long up to a last day; of 前5至10日 no more than the first of them."""
    ends = counted(last + DAY, length.fewest, calendar, -1) if length.least else last
    return Span(counted(last + DAY, length, calendar, -1), ends)


def counted(day: date, length: Length, calendar: SchoolCalendar, step: int) -> date:
    """The day so long after (or before) `day`, which is not counted itself; hours count as the days they reach into."""
    match length.unit:
        case Unit.MONTH:
            return plus_months(day, step * length.number)
        case Unit.YEAR:
            return plus_years(day, step * length.number)
        case Unit.WEEK:
            return day + 7 * step * length.number * DAY
        case Unit.DAY:
            return day + step * length.number * DAY
        case Unit.HOUR:
            return day + step * -(-length.number // 24) * DAY
    left = length.number
    while left:
        day += step * DAY
        left -= calendar.is_school_day(day) if length.unit is Unit.SCHOOL_DAY else not calendar.rests(day)
    return day
