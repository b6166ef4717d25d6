"""When the duties of a scheme fall: every duty's windows in a school calendar, and what has none.

Without a calendar there are months at most: those a date names, and every month for a rhythm no longer than one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from xuequ.model.calendar_place import Stretch, Unit
from xuequ.model.elements import Duty, Path, Ref, Schedule
from xuequ.model.when import When
from xuequ.plan.calendar import Clock, SchoolCalendar
from xuequ.plan.calendar_reading import issue_events, read_school_year
from xuequ.plan.rows import place_rows
from xuequ.plan.span import Span, school_year_of
from xuequ.plan.windows import Window, timing
from xuequ.resolve.plan import Plan
from xuequ.resolve.references import References, duties, phases

Events = Mapping[str, Sequence[Span]]

_WHOLE_YEAR = frozenset(range(1, 13))
#: Schools teach in these months where nobody gave semesters.
_TAUGHT = _WHOLE_YEAR - {2, 8}
#: Rhythms that touch every month of their clock.
_FREQUENT = frozenset({Unit.DAY, Unit.SCHOOL_DAY, Unit.WORKING_DAY, Unit.WEEK, Unit.TEN_DAYS, Unit.MONTH})


class Dated(NamedTuple):
    """A duty with its windows in order, the words that give no date, and the undated events it waits for.

    `outside` tells that its dates lie beyond the period.
    """

    duty: Duty
    windows: tuple[Window, ...]
    loose: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    outside: bool = False


def agenda(plan: Plan, calendar: SchoolCalendar) -> tuple[Dated, ...]:
    """Every duty that says when, in the order of the scheme; a line of a schedule adds its days to the duty."""
    clocks = _clocks(plan)
    rows = _scheduled(plan, calendar)
    known = _events(plan, calendar, clocks)
    found = []
    for duty in duties(plan.scheme):
        in_rows = rows.get(duty.path, _InRows((), False))
        own = () if in_rows.own else duty.when
        read = timing(own, calendar, clocks.get(duty.path, Clock.YEAR), known)
        in_row = (window for window in in_rows.windows if not _closer(read.windows, window))
        windows = tuple(sorted({*read.windows, *in_row}, key=_order))
        if windows or read.loose or read.waits_for or read.outside:
            found.append(Dated(duty, windows, read.loose, read.waits_for, bool(read.outside)))
    return tuple(found)


def months(plan: Plan) -> Mapping[Path, frozenset[int]]:
    """The months a duty falls in where no period is planned; a duty that names none is left out."""
    clocks = _clocks(plan)
    found: dict[Path, frozenset[int]] = {}
    for duty in duties(plan.scheme):
        named = months_of(duty.when, clocks.get(duty.path, Clock.YEAR))
        if named:
            found[duty.path] = named
    for schedule in plan.scheme.schedules:
        for row in schedule.rows:
            named = months_of(row.when, Clock.YEAR)
            for path in (*(duty.path for duty in row.duties), *meant(plan, row.does)):
                if named:
                    found[path] = found.get(path, frozenset()) | named
    return found


def months_of(whens: Iterable[When], clock: Clock) -> frozenset[int]:
    """The months that dates name, or that a rhythm of a month or less runs through."""
    return frozenset(month for when in whens for month in _months(when, clock))


def _months(when: When, clock: Clock) -> Iterator[int]:
    stretches = [one for one in when.places if one.first.month is not None and one.last.month is not None]
    if stretches:
        for stretch in stretches:
            yield from _through(stretch)
    elif when.every is not None and when.every.unit in _FREQUENT:
        yield from _TAUGHT if clock is Clock.SCHOOL else _WHOLE_YEAR


def _through(stretch: Stretch) -> Iterator[int]:
    first, last = stretch.first.month or 1, stretch.last.month or 12
    return (month - 12 if month > 12 else month for month in range(first, last + 1 + 12 * (last < first)))


def _closer(own: Iterable[Window], row: Window) -> bool:
    """Whether the duty says itself, and no less exactly, when in the time of the row it falls."""
    return any(row.first <= window.first and window.last <= row.last for window in own)


def _order(window: Window) -> tuple[object, ...]:
    return (window.first, window.last, window.daytime)


def _clocks(plan: Plan) -> Mapping[Path, Clock]:
    """Duties of schools and clusters keep school time, others the whole year."""
    clusters = {cluster.key for cluster in plan.scheme.clusters}
    found: dict[Path, Clock] = {}
    for task in plan.tasks:
        unit = plan.units.get(task.unit)
        if unit is not None and (unit.type == "school" or unit.type.split("/")[0] in clusters):
            found[task.duty.path] = Clock.SCHOOL
    return found


class _InRows(NamedTuple):
    """What schedules say of a duty: its days, and whether it stands in a row itself."""

    windows: tuple[Window, ...]
    own: bool


def _scheduled(plan: Plan, calendar: SchoolCalendar) -> Mapping[Path, _InRows]:
    found: dict[Path, _InRows] = {}
    for schedule in plan.scheme.schedules:
        placed = place_rows([row.when for row in schedule.rows], _year_of(schedule, calendar), calendar)
        for row, windows in zip(schedule.rows, placed, strict=True):
            own = {duty.path for duty in row.duties}
            for path in (*own, *meant(plan, row.does)):
                before = found.get(path, _InRows((), False))
                found[path] = _InRows((*before.windows, *windows), before.own or path in own)
    return found


def _year_of(schedule: Schedule, calendar: SchoolCalendar) -> int:
    stated = read_school_year(schedule.school_year) if schedule.school_year else None
    return stated if stated is not None else school_year_of(calendar.period.first)


def meant(plan: Plan, does: Iterable[Ref]) -> tuple[Path, ...]:
    """The duties a row or phase names; of a measure, all of its duties."""
    references = References(plan.scheme)
    found: list[Path] = []
    for ref in does:
        for target in references.named(ref.text, ("duty", "measure"))[:1]:
            inner = (d.path for d in duties(plan.scheme) if d.path[: len(target.path)] == target.path)
            found += inner if target.kind == "measure" else [target.path]
    return tuple(dict.fromkeys(found))


def _events(plan: Plan, calendar: SchoolCalendar, clocks: Mapping[Path, Clock]) -> Events:
    """When things fall that others come before, after or in: issue, phases, and dated duties and outputs."""
    issue = plan.scheme.issue
    found: dict[str, Sequence[Span]] = dict(issue_events(issue.date, issue.effective))
    for phase in phases(plan.scheme):
        found |= _named((phase.key, phase.name), timing(phase.when, calendar, Clock.YEAR, found).windows)
    for duty in duties(plan.scheme):
        labels = (duty.key, duty.name, "/".join(duty.path), *(ref.text for ref in duty.output))
        clock = clocks.get(duty.path, Clock.YEAR)
        found |= _named(labels, timing(duty.when, calendar, clock, found).windows)
    return found


def _named(labels: Iterable[str], windows: Sequence[Window]) -> Events:
    spans = tuple(Span(window.first, window.last) for window in windows)
    return dict.fromkeys(labels, spans) if spans else {}
