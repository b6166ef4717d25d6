"""Stretches of days, and the arithmetic of calendar years, months and weeks on them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from xuequ.model.time.years import Year

DAY = timedelta(days=1)
SEPTEMBER = 9


class Span(NamedTuple):
    """From its first day to its last, both included."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"{self.first}..{self.last}"

    @property
    def days(self) -> Iterator[date]:
        """Every day of it in order."""
        for number in range((self.last - self.first).days + 1):
            yield self.first + number * DAY

    def holds(self, day: date) -> bool:
        """Whether `day` lies in it."""
        return self.first <= day <= self.last

    def cut(self, other: Span) -> Span | None:
        """What both share, None if nothing."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Span(first, last) if first <= last else None


def month_span(year: int, month: int) -> Span:
    """One month; month 13 is January of the year after."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def months_span(year: int, first: int, last: int) -> Span:
    """From the first day of one month of `year` to the last day of another."""
    return Span(month_span(year, first).first, month_span(year, last).last)


def year_span(year: int) -> Span:
    """A calendar year."""
    return months_span(year, 1, 12)


def school_year_span(year: int) -> Span:
    """The school year that begins on 1 September of `year`."""
    return months_span(year, SEPTEMBER, SEPTEMBER + 11)


def span_of(year: Year) -> Span:
    """The days of a year that is planned."""
    return year_span(year.number) if year.calendar else school_year_span(year.number)


def school_year_of(day: date) -> int:
    """The year in which the school year around `day` began."""
    return day.year if day.month >= SEPTEMBER else day.year - 1


def week_span(day: date) -> Span:
    """Monday to Sunday around `day`."""
    monday = day - day.weekday() * DAY
    return Span(monday, monday + 6 * DAY)


def plus_months(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    target = month_span(day.year, day.month + months)
    return target.first.replace(day=min(day.day, target.last.day))


def plus_years(day: date, years: int) -> date:
    """The same day some years later; 29 February becomes 28."""
    return plus_months(day, 12 * years)
