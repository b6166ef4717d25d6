"""The years that a scheme is of: those its tables state, and those in titles (2024年工作要点, 2025—2026学年行事历)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from xuequ.model.time.places import exists
from xuequ.model.time.short import read_calendar

if TYPE_CHECKING:
    from xuequ.model.elements import Schedule, Scheme


class Year(NamedTuple):
    """A school year by the year it begins in, or a calendar year."""

    number: int
    calendar: bool = False

    def __str__(self) -> str:
        return f"{self.number}" if self.calendar else f"{self.number}—{self.number + 1}"


#: What a plan of one year is called; a programme of several years is not named by one.
_PLAN = "要点|计划|安排|行事历|任务|台账|清单"
_TITLE = re.compile(
    r"(?<![\d—–\-~至])(?P<year>(?:19|20)\d\d)\s*"
    rf"(?:(?:[—–\-~至]\s*(?P<next>(?:19|20)\d\d)\s*)?(?P<school>学年)|年(?:度)?(?!\d|[秋春上下—–\-~至])[^\d，。]*?(?:{_PLAN}))"
)


def title_year(title: str) -> Year | None:
    """The one year that a title says a plan is of."""
    found = _TITLE.search(title)
    if found is None:
        return None
    number = int(found["year"])
    if found["next"] and int(found["next"]) != number + 1:
        return None
    return Year(number, calendar=not found["school"])


def read_year(value: object) -> int | None:
    """The year a school year begins in, or a calendar year: `2025`, `2025—2026`, 2025学年, 2024年."""
    found = read_calendar(value)
    if not found or len(found) > 1:
        return None
    first, last = found[0]
    if first.year is None or not exists(first) or any((first.month, first.season, first.portion)):
        return None
    if last != first and last.year != first.year + 1:
        return None
    return first.year


def table_year(schedule: Schedule, scheme: Scheme) -> Year | None:
    """The year a table is of: the one it states, else that of its title, else that of the scheme's."""
    return stated_year(schedule) or title_year(schedule.name) or title_year(scheme.name)


def stated_year(schedule: Schedule) -> Year | None:
    """The year that a table states."""
    for value, calendar in ((schedule.school_year, False), (schedule.year, True)):
        number = read_year(value) if value else None
        if number is not None:
            return Year(number, calendar)
    return None


def years_named(scheme: Scheme) -> Iterator[Year]:
    """The years of all tables; without tables that of the title."""
    for schedule in scheme.schedules:
        if (year := table_year(schedule, scheme)) is not None:
            yield year
    title = title_year(scheme.name)
    if not scheme.schedules and title is not None:
        yield title


def names_period(scheme: Scheme) -> bool:
    """Whether anything in a scheme says which days it is planned for."""
    issue = scheme.issue
    return bool(scheme.calendar or issue.effective or issue.expires or next(years_named(scheme), None))
