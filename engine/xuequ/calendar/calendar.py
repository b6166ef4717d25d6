"""The school calendar as data: semesters, rest and make-up days, widths, and the period that is planned.

Rest and make-up days come from the scheme's `calendar`, else from the published national list
(chinesecalendar). Semesters the scheme does not give are assumed, and the calendar says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from xuequ.calendar.span import DAY, Span, month_span, school_year_of, week_span
from xuequ.calendar.widths import Widths
from xuequ.findings.record import record

_FRIDAY = 4
_SATURDAY = 5


class Clock(StrEnum):
    """Whose time it is: schools and clusters keep school time, all others the whole year."""

    SCHOOL = "school"
    YEAR = "year"


@record
class SchoolCalendar:
    """What the days of a period are.

    `in_force` is set where `period` is only a part of the time the scheme holds for: rhythms, 本 and 下 are
    counted from its first day. `expires` is the last day it holds, where one is given,
    `issued` the day of its issue where nothing says from when on it holds. `semesters` are those given;
    others are assumed by rule. `rest` and `work` are the rest days (holidays, not weekends) and make-up working days
    of the years the scheme gives them for (`own`); elsewhere the published list holds. `published` is the last day
    for which rest days are known.
    """

    period: Span
    semesters: tuple[Span, ...] = ()
    rest: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()
    own: Span | None = None
    widths: Widths = field(default_factory=Widths)
    in_force: Span | None = None
    expires: date | None = None
    issued: date | None = None

    def counted_from(self, limits: Span) -> date:
        """The day that counting begins in some limits; in those of the period, the first day of `in_force`."""
        return self.in_force.first if self.in_force and limits == self.period else limits.first

    @property
    def whole(self) -> SchoolCalendar:
        """The same days for all the time the scheme holds for."""
        return self if self.in_force is None else replace(self, period=self.in_force, in_force=None)

    def provisional(self, day: date) -> bool:
        """Whether no list tells if `day` is a day of rest."""
        return day > _listed_until() and not (self.own and self.own.holds(day))

    def in_rest_span(self, day: date) -> bool:
        """Whether it is a holiday; weekends are none."""
        if self.own and self.own.holds(day):
            return day in self.rest
        return day in _published().rest

    def rests(self, day: date) -> bool:
        """Whether nobody works: a holiday, or a weekend that is not made up for."""
        made_up = self.work if self.own and self.own.holds(day) else _published().work
        return day not in made_up and (day.weekday() >= _SATURDAY or self.in_rest_span(day))

    def is_school_day(self, day: date) -> bool:
        """Whether schools teach that day."""
        return not self.rests(day) and any(s.holds(day) for s in self.semesters_of(school_year_of(day)))

    def semesters_of(self, school_year: int) -> tuple[Span, ...]:
        """The semesters of one school year, in order: those given, and the assumed one for one that is not."""
        given = self._given(school_year)
        return tuple(sorted((*given, *self._missing(school_year, given))))

    def _given(self, school_year: int) -> tuple[Span, ...]:
        return tuple(s for s in self.semesters if school_year_around(s) == school_year)

    def _missing(self, school_year: int, given: Sequence[Span]) -> Iterator[Span]:
        """The assumed semesters of the halves of a school year for which none is given."""
        halves = {_is_spring(s, school_year) for s in given}
        for assumed in assumed_semesters(school_year):
            if _is_spring(assumed, school_year) in halves:
                continue
            first = max((s.last + DAY for s in given if s.first <= assumed.first), default=assumed.first)
            last = min((s.first - DAY for s in given if s.first > assumed.first), default=assumed.last)
            if found := assumed.cut(Span(first, last)) if first <= last else None:
                yield found

    def semesters_from(self, day: date) -> Iterator[Span]:
        """The semesters that are not over on `day`, without end."""
        year = school_year_of(day)
        while True:
            yield from (s for s in self.semesters_of(year) if s.last >= day)
            year += 1

    def assumes(self, span: Span | None = None) -> bool:
        """Whether any semester in `span` (else the period) is assumed rather than given."""
        within = span or self.period
        for year in range(school_year_of(within.first), school_year_of(within.last) + 1):
            given = self._given(year)
            if not given or any(s.cut(within) for s in self._missing(year, given)):
                return True
        return False

    def school_time(self, span: Span) -> tuple[Span, ...]:
        """The parts of `span` that lie in a semester."""
        years = range(school_year_of(span.first), school_year_of(span.last) + 1)
        parts = (s.cut(span) for year in years for s in self.semesters_of(year))
        return tuple(part for part in parts if part)


def school_year_around(semester: Span) -> int:
    """The school year a semester belongs to, which may begin in the August before: that of its middle."""
    return school_year_of(semester.first + (semester.last - semester.first) // 2)


def _is_spring(semester: Span, school_year: int) -> bool:
    middle = semester.first + (semester.last - semester.first) // 2
    return middle >= month_span(school_year + 1, 2).first


@cache
def assumed_semesters(school_year: int) -> tuple[Span, Span]:
    """The semesters of a school year nobody gave dates for.

    From 1 September to the fourth Friday of January, earlier where Spring Festival would be closer than a
    week; from the first Monday of March to the second Friday of July.
    """
    winter = _nth(month_span(school_year + 1, 1), _FRIDAY, 4)
    festival = _spring_festival(school_year + 1)
    while festival and (festival - winter).days <= 7:
        winter -= timedelta(days=7)
    return (
        Span(date(school_year, 9, 1), winter),
        Span(_nth(month_span(school_year + 1, 3), 0, 1), _nth(month_span(school_year + 1, 7), _FRIDAY, 2)),
    )


def _nth(month: Span, weekday: int, number: int) -> date:
    first = week_span(month.first).first + weekday * DAY
    if first < month.first:
        first += 7 * DAY
    return first + (number - 1) * 7 * DAY


def _spring_festival(year: int) -> date | None:
    """The first rest day of Spring Festival, None where the list does not reach."""
    names = _published().names
    days = [d for d in Span(date(year, 1, 1), date(year, 2, 28)).days if names.get(d) == "Spring Festival"]
    return min(days, default=None)


@record
class _Published:
    """The national list as the installed chinesecalendar has it."""

    rest: frozenset[date]
    work: frozenset[date]
    names: dict[date, str]
    last_year: int


@cache
def _published() -> _Published:
    from chinese_calendar import constants

    names = {day: str(name) for day, name in constants.holidays.items()}
    return _Published(
        rest=frozenset(names),
        work=frozenset(constants.workdays),
        names=names,
        last_year=max(day.year for day in names),
    )


def _listed_until() -> date:
    return date(_published().last_year, 12, 31)


def rest_and_work(span: Span) -> tuple[tuple[Span, ...], tuple[date, ...]]:
    """The published rest spans and make-up days in `span`, for printing with a plan."""
    listed = _published()
    return joined(filter(span.holds, listed.rest)), tuple(
        sorted(day for day in listed.work if span.holds(day))
    )


def joined(days: Iterable[date]) -> tuple[Span, ...]:
    """Days that follow one another as spans."""
    spans: list[Span] = []
    for day in sorted(days):
        if spans and spans[-1].last + DAY == day:
            spans[-1] = Span(spans[-1].first, day)
        else:
            spans.append(Span(day, day))
    return tuple(spans)
