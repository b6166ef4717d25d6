"""A scheme's `calendar`, its dates of issue and a school year given from outside, as one calendar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from xuequ.calendar.calendar import SchoolCalendar, rest_and_work, school_year_around
from xuequ.calendar.span import (
    SEPTEMBER,
    Span,
    month_span,
    school_year_of,
    school_year_span,
    span_of,
    year_span,
)
from xuequ.calendar.widths import Widths, read_widths
from xuequ.model.amount.numerals import plain
from xuequ.model.elements import Scheme
from xuequ.model.time.places import exists
from xuequ.model.time.short import read_calendar
from xuequ.model.time.values import Place, Stretch
from xuequ.model.time.years import Year, read_year, title_year, years_named
from xuequ.model.unreadable import Unreadable, nearest_forms

_DATE_FORMS = ("2025-09-01..2026-01-23", "2025-10-01", "10月1日至8日", "2025年9月28日")
_YEAR_FORMS = ("2025", "2025—2026")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A calendar, or None where nothing says which period is planned, and what could not be read."""

    calendar: SchoolCalendar | None
    problems: tuple[Unreadable, ...] = ()


@dataclass(slots=True)
class _Given:
    """What a `calendar` mapping gives, as far as it can be read."""

    school_year: int | None = None
    semesters: tuple[Span, ...] = ()
    rest: frozenset[date] = frozenset()
    work: frozenset[date] = frozenset()
    widths: Widths = field(default_factory=Widths)
    problems: list[Unreadable] = field(default_factory=list)


def calendar_of(scheme: Scheme, asked: Year | None = None) -> Reading:
    """The calendar for the days a scheme is in force, else the one its `calendar` gives, else that of its tables.

    A year that is asked for narrows it. Problems lead from the top of the scheme: `calendar/…`, `issue/…`.
    """
    if asked is not None and not exists(Place(year=asked.number)):
        text = str(asked.number)
        return Reading(calendar=None, problems=(Unreadable(code="TIM004", text=text, nearest=_YEAR_FORMS),))
    school_year = asked.number if asked is not None and not asked.calendar else None
    given = _read_given(scheme.calendar, school_year)
    first = _issue_date("effective", scheme.issue.effective, given.problems)
    last = _issue_date("expires", scheme.issue.expires, given.problems)
    if first and last and first > last:
        given.problems.append(Unreadable(code="TIM005", text=f"{first}..{last}", path=("issue", "expires")))
        first = last = None
    if asked is None:
        period = in_force = _period(first, last, given, _spans_of(scheme))
    else:
        title = title_year(scheme.name) if not (first or last) else None
        in_force = Span(first or span_of(asked).first, last or span_of(asked).last)
        in_force = in_force if title is None else span_of(title)
        period = span_of(asked).cut(in_force)
        if period is None:
            given.problems.append(_out_of_force(asked, first, last, title))
    issued = None if first else _issue_date("date", scheme.issue.date, [])
    if issued and period and issued < period.first and (given.school_year is not None or _spans_of(scheme)):
        # It says itself which year it plans: no day before that is meant.
        issued = None
    calendar = replace(_calendar(period, in_force, given), expires=last, issued=issued) if period else None
    return Reading(calendar=calendar, problems=tuple(given.problems))


def _spans_of(scheme: Scheme) -> list[Span]:
    """The years of the tables, or of the title."""
    return [span_of(year) for year in years_named(scheme)]


def _out_of_force(year: Year, first: date | None, last: date | None, title: Year | None) -> Unreadable:
    """That a text is not in force in a year; one of a title is in force in that."""
    if title is not None:
        return Unreadable(code="TIM008", text=str(year), nearest=(str(span_of(title)),), path=("name",))
    path = ("issue", "effective" if first and first > span_of(year).last else "expires")
    return Unreadable(code="TIM008", text=str(year), nearest=(f"{first or ''}..{last or ''}",), path=path)


def _period(first: date | None, last: date | None, given: _Given, tables: Sequence[Span]) -> Span | None:
    """A date of issue that stands alone only shortens the year that the calendar gives, or the years of tables."""
    if first and last:
        return Span(first, last)
    whole = school_year_span(given.school_year) if given.school_year is not None else None
    if given.school_year is None and given.semesters:
        years = sorted(school_year_around(s) for s in given.semesters)
        whole = Span(school_year_span(years[0]).first, school_year_span(years[-1]).last)
    if whole is None and tables:
        whole = Span(min(span.first for span in tables), max(span.last for span in tables))
    if whole is None:
        return None
    return (
        Span(max(first or whole.first, whole.first), min(last or whole.last, whole.last)).cut(whole) or whole
    )


def _calendar(period: Span, in_force: Span | None, given: _Given) -> SchoolCalendar:
    """Days given hold for whole school years; of what is not given there, the published list does."""
    days = given.rest | given.work
    own = _school_years(min(days), max(days)) if days else None
    listed_rest, listed_work = rest_and_work(own) if own else ((), ())
    return SchoolCalendar(
        period=period,
        semesters=given.semesters,
        rest=given.rest or frozenset(day for span in listed_rest for day in span.days),
        work=given.work or frozenset(listed_work),
        own=own,
        widths=given.widths,
        in_force=None if in_force == period else in_force,
    )


def _school_years(first: date, last: date) -> Span:
    """The whole school years around two days."""
    return Span(school_year_span(school_year_of(first)).first, school_year_span(school_year_of(last)).last)


def _read_given(said: Mapping[str, object], school_year: int | None) -> _Given:
    given = _Given()
    stated = {key: value for key, value in said.items() if value not in (None, "unspecified")}
    if "school_year" in stated:
        given.school_year = read_year(stated["school_year"])
        if given.school_year is None:
            text = str(stated["school_year"])
            given.problems.append(
                Unreadable(code="TIM004", text=text, nearest=_YEAR_FORMS, path=("calendar", "school_year"))
            )
    year = given.school_year if given.school_year is not None else school_year
    given.semesters = tuple(sorted(_spans("semesters", stated, year, given.problems)))
    given.rest = frozenset(day for span in _spans("rest", stated, year, given.problems) for day in span.days)
    given.work = frozenset(day for span in _spans("work", stated, year, given.problems) for day in span.days)
    if "widths" in stated:
        widths = read_widths(stated["widths"])
        if isinstance(widths, Unreadable):
            given.problems.append(widths.under("calendar", "widths"))
        else:
            given.widths = widths
    return given


def _issue_date(name: str, text: str, problems: list[Unreadable]) -> date | None:
    if not text or text == "unspecified":
        return None
    span = fixed_span(text, None)
    if span is None or span.first != span.last:
        forms = ("2025-09-01", "2025年9月1日")
        problems.append(Unreadable(code="TIM004", text=text, nearest=forms, path=("issue", name)))
        return None
    return span.first


def _spans(
    name: str, stated: Mapping[str, object], school_year: int | None, problems: list[Unreadable]
) -> Iterable[Span]:
    found = []
    for step, text in _entries(stated.get(name, ())):
        span = fixed_span(text, school_year)
        if span is None:
            path = ("calendar", name, *step)
            nearest = nearest_forms(str(text), _DATE_FORMS)
            problems.append(Unreadable(code="TIM004", text=str(text), nearest=nearest, path=path))
        else:
            found.append(span)
    return found


def _entries(said: object) -> list[tuple[tuple[str | int, ...], object]]:
    """One entry, a list of them, or a mapping of named ones, each with the step that leads to it."""
    if isinstance(said, Mapping):
        return [((str(key),), value) for key, value in said.items()]
    if isinstance(said, list | tuple):
        return [((i,), value) for i, value in enumerate(said)]
    return [((), said)]


def fixed_span(value: object, school_year: int | None) -> Span | None:
    """Fixed days: `2025-10-01..2025-10-08`; without a year those of the school year, if one is known."""
    found = read_calendar(plain(value) if isinstance(value, str) else value)
    if not found or len(found) > 1:
        return None
    stretch = _dated(found[0], school_year)
    first, last = (_days(place) for place in stretch)
    if first is None or last is None or first.first > last.last:
        return None
    return Span(first.first, last.last)


def _dated(stretch: Stretch, school_year: int | None) -> Stretch:
    if school_year is None:
        return stretch
    return Stretch(*(_in_school_year(place, school_year) for place in stretch))


def _in_school_year(place: Place, school_year: int) -> Place:
    if place.year is not None or place.month is None:
        return place
    return place._replace(year=school_year + (place.month < SEPTEMBER))


def _days(place: Place) -> Span | None:
    if place.year is None or not exists(place) or place.portion or place.season or place.week:
        return None
    if place.month is None:
        return year_span(place.year)
    month = month_span(place.year, place.month)
    if place.day is None:
        return month
    day = month.first.replace(day=place.day)
    return Span(day, day)


def issue_events(issued: str, effective: str) -> Mapping[str, tuple[Span, ...]]:
    """The two dates of the issue that a time may count from, as far as they are dates."""
    found = {"issued": fixed_span(issued, None), "effective": fixed_span(effective, None)}
    return {name: (span,) for name, span in found.items() if span}
