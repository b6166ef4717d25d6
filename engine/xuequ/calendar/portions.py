"""Parts of a unit: its start, middle and end, the ten-day periods of a month, the weeks of a semester."""

from __future__ import annotations

from xuequ.calendar.calendar import Clock, SchoolCalendar
from xuequ.calendar.span import DAY, Span, month_span, plus_months, week_span
from xuequ.calendar.widths import Widths
from xuequ.model.time.values import Place, Portion, Unit

_DEFAULTS = Widths()
_TENS = {
    Portion.FIRST_TEN: (1, 10),
    Portion.MIDDLE_TEN: (11, 20),
    Portion.MID: (11, 20),
    Portion.LAST_TEN: (21, 31),
    Portion.FIRST_TWENTY: (1, 20),
    Portion.LAST_TWENTY: (11, 31),
}


def portion_of(
    unit: Unit,
    whole: Span,
    portion: Portion,
    calendar: SchoolCalendar | None = None,
    clock: Clock = Clock.YEAR,
) -> Span:
    """That part of one whole unit, as wide as the calendar's widths say."""
    widths = calendar.widths if calendar else _DEFAULTS
    match unit:
        case Unit.MONTH:
            return _of_month(whole, portion, widths)
        case Unit.SEMESTER:
            return _of_semester(whole, portion, widths)
        case Unit.WEEK:
            return _of_week(whole, portion)
        case Unit.SCHOOL_YEAR:
            if clock is Clock.SCHOOL and calendar and (taught := calendar.school_time(whole)):
                return _of_school_time(Span(taught[0].first, taught[-1].last), portion, widths)
            return _by_months(whole, portion, widths.school_year_start, widths.school_year_end)
        case Unit.YEAR:
            return _by_months(whole, portion, widths.year_start, widths.year_end)
        case _:
            return _by_months(whole, portion, 1, 1)


def _of_month(month: Span, portion: Portion, widths: Widths) -> Span:
    if portion is Portion.START:
        return Span(month.first, month.first + (widths.month_start - 1) * DAY)
    if portion is Portion.END:
        return Span(month.last - (widths.month_end - 1) * DAY, month.last)
    first, last = _TENS[portion]
    return Span(month.first.replace(day=first), month.first.replace(day=min(last, month.last.day)))


def _of_semester(semester: Span, portion: Portion, widths: Widths) -> Span:
    if portion is Portion.START:
        found = Span(semester.first, semester.first + (widths.semester_start - 1) * DAY)
    elif portion is Portion.END:
        found = Span(semester.last - (widths.semester_end - 1) * DAY, semester.last)
    else:
        spare = (semester.last - semester.first).days + 1 - widths.semester_mid
        first = semester.first + max(spare, 0) // 2 * DAY
        found = Span(first, first + (widths.semester_mid - 1) * DAY)
    return found.cut(semester) or semester


def _of_week(week: Span, portion: Portion) -> Span:
    """Monday, Wednesday, or the weekend."""
    if portion is Portion.END:
        return Span(week.last - DAY, week.last)
    day = week.first if portion is Portion.START else week.first + 2 * DAY
    return Span(day, day)


def _by_months(whole: Span, portion: Portion, start: int, end: int) -> Span:
    """The first or last months, or the two in the middle."""
    months = (whole.last.year - whole.first.year) * 12 + whole.last.month - whole.first.month + 1
    if portion is Portion.START:
        return Span(whole.first, plus_months(whole.first, start) - DAY)
    if portion is Portion.END:
        return Span(plus_months(whole.first, months - end), whole.last)
    middle = (months - 1) // 2
    return Span(plus_months(whole.first, middle), plus_months(whole.first, months - middle) - DAY)


def _of_school_time(taught: Span, portion: Portion, widths: Widths) -> Span:
    """The first or last calendar month in which there is school, as far as there is."""
    whole = Span(
        month_span(taught.first.year, taught.first.month).first,
        month_span(taught.last.year, taught.last.month).last,
    )
    found = _by_months(whole, portion, widths.school_year_start, widths.school_year_end)
    return found.cut(taught) or found


def week_of(whole: Span, place: Place, calendar: SchoolCalendar) -> Span | None:
    """The numbered week, or one day in it, as far as it is in the unit; the first is the first with a day of work.

    -1 is the last such week. Where the place is that of so many weekdays (第三个周五), they are counted instead.
    """
    number, weekday = place.week or 1, place.weekday
    if place.nth_weekday and weekday is not None:
        return _nth_weekday(whole, number, weekday)
    last = number < 0
    monday = week_span(whole.last if last else whole.first).first
    for _ in range(_MOST_AT_REST):
        week = Span(monday, monday + 6 * DAY).cut(whole)
        if week is None or not all(map(calendar.rests, week.days)):
            break
        monday += -7 * DAY if last else 7 * DAY
    monday += (number + 1 if last else number - 1) * 7 * DAY
    if weekday is None:
        return Span(monday, monday + 6 * DAY).cut(whole)
    day = monday + weekday * DAY
    return Span(day, day).cut(whole)


def workday_of(whole: Span, number: int, calendar: SchoolCalendar) -> Span | None:
    """The numbered day of work of a unit; -1 is the last."""
    days = [day for day in whole.days if not calendar.rests(day)]
    at = number if number < 0 else number - 1
    return Span(days[at], days[at]) if -len(days) <= at < len(days) else None


#: Weeks in a row without a day of work at the beginning or end of a unit: no holiday is longer.
_MOST_AT_REST = 3


def _nth_weekday(whole: Span, number: int, weekday: int) -> Span | None:
    """第三个周五 of a month; -1 is the last."""
    if number < 0:
        day = whole.last - (whole.last.weekday() - weekday) % 7 * DAY + (number + 1) * 7 * DAY
    else:
        day = whole.first + (weekday - whole.first.weekday()) % 7 * DAY + (number - 1) * 7 * DAY
    return Span(day, day).cut(whole)
