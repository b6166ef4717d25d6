"""Which days a scheme is planned for: its own dates, its calendar, or the school year asked for."""

from __future__ import annotations

from typing import NamedTuple

from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.calendar_reading import read_calendar_of
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.resolution.plan import Plan


class PlannedYear(NamedTuple):
    """A calendar, None where nothing says which period is planned, and what could not be read of it."""

    calendar: SchoolCalendar | None
    findings: tuple[Finding, ...]


def planned_year(plan: Plan, school_year: int | None = None) -> PlannedYear:
    """The calendar of a plan; `school_year` narrows it to one year of the time the scheme holds for."""
    issue, origins = plan.scheme.issue, plan.composed.origins
    reading = read_calendar_of(plan.scheme.calendar, issue.effective, issue.expires, school_year)
    findings = (
        finding(problem.code, origins.place(problem.path), text=problem.text, nearest=problem.nearest)
        for problem in reading.problems
    )
    return PlannedYear(reading.calendar, tuple(findings))
