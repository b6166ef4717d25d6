"""Which days a scheme is planned for: its own dates, its calendar, the years of its tables, or the year asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.calendar_reading import calendar_of
from xuequ.calendar.frames import strays
from xuequ.calendar.rows import runs_through_a_calendar_year
from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Phase, Schedule
from xuequ.model.time.values import as_written
from xuequ.model.time.years import Year, stated_year, table_year, title_year
from xuequ.resolution.plan import Plan


class PlannedYear(NamedTuple):
    """A calendar, None where nothing says which period is planned, and what cannot be read of it or contradicts it."""

    calendar: SchoolCalendar | None
    findings: tuple[Finding, ...]


def planned_year(plan: Plan, asked: Year | int | None = None) -> PlannedYear:
    """The calendar of a plan; a year that is asked for (a number is a school year) narrows it."""
    origins = plan.composed.origins
    reading = calendar_of(plan.scheme, Year(asked) if isinstance(asked, int) else asked)
    findings = (
        finding(problem.code, origins.place(problem.path), text=problem.text, nearest=problem.nearest)
        for problem in reading.problems
    )
    tables = (found for each in plan.scheme.schedules for found in _of_table(each, plan, reading.calendar))
    return PlannedYear(reading.calendar, (*findings, *tables))


def _of_table(schedule: Schedule, plan: Plan, calendar: SchoolCalendar | None) -> Iterator[Finding]:
    """What contradicts the year of a table: its title, the order of its lines, the period that is planned."""
    year = table_year(schedule, plan.scheme)
    if year is None:
        return
    stated, title = stated_year(schedule), title_year(schedule.name) or title_year(plan.scheme.name)
    if stated and title and not _may_be_one(stated, title):
        yield _contradicted(plan, schedule, year, "year_of_title", str(title))
    if not year.calendar and runs_through_a_calendar_year([row.when for row in schedule.rows]):
        yield _contradicted(
            plan, schedule, year, "year_of_order", f"{_said(schedule.rows[0])}…{_said(schedule.rows[-1])}"
        )
    elif calendar is not None and (beyond := strays(schedule, plan.scheme, calendar)):
        names = "、".join(map(_said, beyond))
        yield _contradicted(plan, schedule, year, "year_of_period", f"{names} ({calendar.period})")


def _said(row: Phase) -> str:
    return "、".join(as_written(row.when))


def _may_be_one(stated: Year, title: Year) -> bool:
    """Whether a table of one year may stand under a title of the other: of the same year, or of one that it touches."""
    if stated.calendar == title.calendar:
        return stated == title
    school, calendar = (title, stated) if stated.calendar else (stated, title)
    return calendar.number in (school.number, school.number + 1)


def _contradicted(plan: Plan, schedule: Schedule, year: Year, how: str, other: str) -> Finding:
    field = "year" if schedule.year else "school_year" if schedule.school_year else "name"
    place = plan.composed.origins.place((*schedule.at, field))
    return finding("TIM009", place, name=schedule.name, year=str(year), how=Word(how), other=other)
