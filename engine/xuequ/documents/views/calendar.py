"""The month-by-month plan (工作行事历): with a period, dates; without one, the months the source names."""

from __future__ import annotations

from dataclasses import dataclass

from xuequ.documents.views.ground import Ground
from xuequ.documents.views.wording import NOTHING, base

COLUMNS = ("月份", "工作内容", "责任单位", "备注")


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarView:
    """What the template `calendar.md.j2` has."""

    title: str
    period: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    undated: tuple[tuple[str, ...], ...]
    widths: str


def view(ground: Ground) -> CalendarView:
    """The calendar of a scheme that gives no period."""
    rows = [row for schedule in ground.scheme.schedules for row in ground.schedule_rows(schedule)]
    timed = [line for line in ground.lines.values() if line.when]
    return CalendarView(
        title=f"{base(ground.scheme)}工作行事历",
        period="方案未写明施行期间，只列月份，不列日期。",
        columns=COLUMNS,
        rows=tuple(rows),
        undated=tuple(
            (str(n), line.name, line.when, line.owner or NOTHING) for n, line in enumerate(timed, 1)
        ),
        widths="",
    )
