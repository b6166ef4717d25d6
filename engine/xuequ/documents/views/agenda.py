"""When the work of a plan falls: every duty's windows in a school calendar, and what has none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from xuequ.documents.views.ground import Ground
from xuequ.documents.views.work import Line
from xuequ.model.elements import Path, Schedule
from xuequ.plan.calendar import Clock, SchoolCalendar
from xuequ.plan.calendar_reading import issue_events, read_school_year
from xuequ.plan.rows import place_rows
from xuequ.plan.span import Span, school_year_of
from xuequ.plan.windows import Window, timing
from xuequ.resolve.plan import Plan, Task
from xuequ.resolve.references import duties, phases

Events = Mapping[str, Sequence[Span]]


class Dated(NamedTuple):
    """A duty with its windows in order; `why_not` says why it has none, or no more."""

    line: Line
    windows: tuple[Window, ...]
    why_not: str = ""


def agenda(ground: Ground, calendar: SchoolCalendar) -> tuple[Dated, ...]:
    """Every duty that says when, in the order of the scheme; a line of a schedule adds its days to the duty."""
    rows = _scheduled(ground, calendar)
    known = _events(ground, calendar)
    found = []
    for duty in duties(ground.scheme):
        in_row = duty.path in rows and bool(rows[duty.path].own)
        own = () if in_row else duty.when
        read = timing(own, calendar, _clock(ground.tasks.get(duty.path, ()), ground.plan), known)
        windows = (*read.windows, *(rows[duty.path].windows if duty.path in rows else ()))
        why_not = "；".join((*read.loose, *(f"待“{event}”确定" for event in read.waits_for)))
        if windows or why_not or read.outside:
            outside = "" if windows or why_not else "不在本期内"
            found.append(
                Dated(ground.lines[duty.path], tuple(sorted(set(windows), key=_order)), why_not or outside)
            )
    return tuple(found)


def _order(window: Window) -> tuple[object, ...]:
    return (window.first, window.last, window.daytime)


def _clock(tasks: Iterable[Task], plan: Plan) -> Clock:
    """Duties of schools and clusters keep school time, others the whole year."""
    kinds = {plan.units[task.unit].type for task in tasks if task.unit in plan.units}
    clusters = {cluster.key for cluster in plan.scheme.clusters}
    return Clock.SCHOOL if any(k == "school" or k.split("/")[0] in clusters for k in kinds) else Clock.YEAR


class _InRows(NamedTuple):
    """What schedules say of a duty: its days, and whether it stands in a row itself."""

    windows: tuple[Window, ...]
    own: bool


def _scheduled(ground: Ground, calendar: SchoolCalendar) -> Mapping[Path, _InRows]:
    found: dict[Path, _InRows] = {}
    for schedule in ground.scheme.schedules:
        year = _school_year(schedule, calendar)
        placed = place_rows([row.when for row in schedule.rows], year, calendar)
        for row, windows in zip(schedule.rows, placed, strict=True):
            own = {duty.path for duty in row.duties}
            for path in (*own, *ground.names.paths(row.does)):
                before = found.get(path, _InRows((), False))
                found[path] = _InRows((*before.windows, *windows), before.own or path in own)
    return found


def _school_year(schedule: Schedule, calendar: SchoolCalendar) -> int:
    stated = read_school_year(schedule.school_year) if schedule.school_year else None
    return stated if stated is not None else school_year_of(calendar.period.first)


def _events(ground: Ground, calendar: SchoolCalendar) -> Events:
    """When things fall that others come before, after or in: issue, phases, and dated duties and outputs."""
    issue = ground.scheme.issue
    found: dict[str, Sequence[Span]] = dict(issue_events(issue.date, issue.effective))
    for phase in phases(ground.scheme):
        found |= _named((phase.key, phase.name), timing(phase.when, calendar, Clock.YEAR, found).windows)
    for duty in duties(ground.scheme):
        labels = (duty.key, duty.name, "/".join(duty.path), *(ref.text for ref in duty.output))
        found |= _named(
            labels,
            timing(duty.when, calendar, _clock(ground.tasks.get(duty.path, ()), ground.plan), found).windows,
        )
    return found


def _named(labels: Iterable[str], windows: Sequence[Window]) -> Events:
    spans = tuple(Span(window.first, window.last) for window in windows)
    return dict.fromkeys(labels, spans) if spans else {}
