"""When the duties of a scheme fall: every duty's windows in a school calendar, and what has none.

Without a calendar there are months at most: those a date names, and every month for a rhythm no longer than one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Generic, NamedTuple, TypeVar

from xuequ.calendar.calendar import Clock, SchoolCalendar
from xuequ.calendar.calendar_reading import issue_events
from xuequ.calendar.frames import NO_FRAME, Frame, Holding, Spans, frames
from xuequ.calendar.span import Span, school_year_of
from xuequ.calendar.windows import Timing, Window, timing
from xuequ.model.elements import Appraisal, Duty, Path, Work
from xuequ.model.time.values import Stretch, Unit, When
from xuequ.resolution.plan import Plan
from xuequ.resolution.references import appraisals, duties, phases

Done = TypeVar("Done", bound=Work)

_WHOLE_YEAR = frozenset(range(1, 13))
#: Schools teach in these months where nobody gave semesters.
_TAUGHT = _WHOLE_YEAR - {2, 8}
#: Rhythms that touch every month of their clock.
_FREQUENT = frozenset({Unit.DAY, Unit.SCHOOL_DAY, Unit.WORKING_DAY, Unit.WEEK, Unit.TEN_DAYS, Unit.MONTH})


class Dated(NamedTuple, Generic[Done]):
    """Work with its windows in order, the words that give no date, and the undated events it waits for.

    `outside` tells that its dates lie beyond the period.
    """

    work: Done
    windows: tuple[Window, ...]
    loose: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    outside: bool = False


def agenda(plan: Plan, calendar: SchoolCalendar) -> tuple[Dated[Duty], ...]:
    """Every duty that says when, in the order of the scheme; a line of a schedule adds its days to the duty."""
    return tuple(_Times(plan, calendar).of(duties(plan.scheme)))


def agendas(
    plan: Plan, calendar: SchoolCalendar
) -> tuple[tuple[Dated[Duty], ...], tuple[Dated[Appraisal], ...]]:
    """The same, and then of every appraisal."""
    times = _Times(plan, calendar)
    return tuple(times.of(duties(plan.scheme))), tuple(times.of(appraisals(plan.scheme)))


class _Times:
    """All that bears on when the work of one plan falls."""

    def __init__(self, plan: Plan, calendar: SchoolCalendar) -> None:
        self._calendar = calendar
        self._clocks = _clocks(plan)
        issue = plan.scheme.issue
        self._known: dict[str, Sequence[Span]] = dict(issue_events(issue.date, issue.effective))
        self._frames = frames(plan, calendar, self._phases(plan))
        self._duties(plan)

    def of(self, many: Iterable[Done]) -> Iterator[Dated[Done]]:
        """Each piece of work that says when, or of which something else does."""
        for work in many:
            frame = self._frames.get(work.at, NO_FRAME)
            said = () if frame.home_rows and "when" in work.origin else work.when
            read = self._timing(work, said, self._calendar, frame)
            rows = (*frame.rows, *(() if read.windows else frame.home_rows))
            windows = tuple(sorted(joined(read.windows, rows), key=_order))
            if windows or read.loose or read.waits_for or read.outside:
                yield Dated(work, windows, read.loose, read.waits_for, bool(read.outside))

    def _phases(self, plan: Plan) -> Mapping[Path, Spans]:
        """When phases and lines of schedules fall, in all the time the scheme holds for."""
        lasting: dict[Path, Spans] = {}
        for phase in phases(plan.scheme):
            read = timing(phase.when, self._calendar.whole, Clock.YEAR, self._known)
            lasting[phase.path] = tuple(window.span for window in read.windows)
            self._known |= _named((phase.key, phase.name), read.windows)
        return lasting

    def _duties(self, plan: Plan) -> None:
        """What duties and their outputs are called, with when they fall."""
        for duty in duties(plan.scheme):
            labels = (duty.key, duty.name, "/".join(duty.path), *(ref.text for ref in duty.output))
            frame = self._frames.get(duty.at, NO_FRAME)
            self._known |= _named(labels, self._timing(duty, duty.when, self._calendar.whole, frame).windows)

    def _timing(self, work: Work, whens: Iterable[When], calendar: SchoolCalendar, frame: Frame) -> Timing:
        clock = self._clocks.get(work.path, Clock.YEAR) if isinstance(work, Duty) else Clock.YEAR
        return timing(whens, calendar, clock, self._known, bounds=frame.bounds)


def joined(own: Iterable[Window], rows: Sequence[Window]) -> Iterator[Window]:
    """The times of work and those that schedules add, each once: where two are one, the narrower stands."""
    taken: set[Window] = set()
    for window in own:
        same = [row for row in rows if _are_one(window, row)]
        taken.update(same)
        closer = {_both(window, row) for row in same if _length(row) < _length(window)}
        yield from closer or {window}
    yield from (row for row in dict.fromkeys(rows) if row not in taken)


def _are_one(own: Window, row: Window) -> bool:
    """Whether both are one time of the work: they share days and are due in one school year."""
    shared = own.first <= row.last and row.first <= own.last
    return shared and school_year_of(own.due) == school_year_of(row.due)


def _both(own: Window, row: Window) -> Window:
    earlier = min(own, row, key=lambda window: window.due)
    return replace(earlier, first=max(own.first, row.first), count=own.count)


def _length(window: Window) -> timedelta:
    return window.last - window.first


def months(plan: Plan) -> Mapping[Path, frozenset[int]]:
    """The months a duty falls in where no period is planned; a duty that names none is left out."""
    clocks = _clocks(plan)
    found: dict[Path, frozenset[int]] = {}
    for duty in duties(plan.scheme):
        named = months_of(duty.when, clocks.get(duty.path, Clock.YEAR))
        if named:
            found[duty.path] = named
    holding = Holding(plan)
    for schedule in plan.scheme.schedules:
        for row in schedule.rows:
            named = months_of(row.when, Clock.YEAR)
            for path in (*(duty.path for duty in row.duties), *holding.duties(row.does)):
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


def _named(labels: Iterable[str], windows: Sequence[Window]) -> Mapping[str, Sequence[Span]]:
    spans = tuple(window.span for window in windows)
    return dict.fromkeys(labels, spans) if spans else {}
