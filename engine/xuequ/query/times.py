"""When work falls, for questions: windows where a period is planned, months where none is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from xuequ.calendar.agenda import agendas, months
from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.span import SEPTEMBER, month_span
from xuequ.calendar.windows import Window
from xuequ.model.elements import Path
from xuequ.model.time.years import Year
from xuequ.resolution.plan import Plan

_MONTH = re.compile(r"(?:(?P<year>\d{4})[-年/.])?(?P<month>0?[1-9]|1[0-2])月?")


class Month(NamedTuple):
    """A month, of one year or of any."""

    month: int
    year: int | None = None

    @property
    def school_year(self) -> Year | None:
        """The school year it is in."""
        return None if self.year is None else Year(self.year - (self.month < SEPTEMBER))


def read_month(text: str) -> Month | None:
    """`2025-09`, `2025年9月`, `9月` or `9`."""
    found = _MONTH.fullmatch(text.strip())
    if found is None:
        return None
    return Month(int(found["month"]), int(found["year"]) if found["year"] else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When each duty and appraisal falls, by path: `windows` with a calendar, `months` without one."""

    calendar: SchoolCalendar | None
    windows: Mapping[Path, tuple[Window, ...]]
    months: Mapping[Path, frozenset[int]]

    def of(self, path: Path) -> tuple[Window, ...]:
        """The windows of one piece of work."""
        return self.windows.get(path, ())

    def in_month(self, path: Path, month: Month) -> bool:
        """Whether any of it falls in that month."""
        if self.calendar is None:
            return month.month in self.months.get(path, ())
        return any(touches(window, month) for window in self.of(path))


def touches(window: Window, month: Month) -> bool:
    """Whether a window has a day in that month."""
    years = range(window.first.year, window.last.year + 1) if month.year is None else (month.year,)
    return any(window.span.cut(month_span(year, month.month)) for year in years)


def span_text(window: Window) -> str:
    """A window as `2026-01-10..2026-01-23`, a single day as `2026-01-10`, a start as `2026-01-10..`."""
    if window.starts:
        return f"{window.first}.."
    return str(window.first) if window.first == window.last else f"{window.first}..{window.last}"


def times(plan: Plan, calendar: SchoolCalendar | None) -> Times:
    """When everything in a plan falls."""
    if calendar is None:
        return Times(calendar=None, windows={}, months=months(plan))
    of_duties, of_appraisals = agendas(plan, calendar)
    windows = {dated.work.path: dated.windows for dated in of_duties}
    windows |= {dated.work.path: dated.windows for dated in of_appraisals}
    return Times(calendar=calendar, windows=windows, months={})
