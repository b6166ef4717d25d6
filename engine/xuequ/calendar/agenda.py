"""When the duties of a scheme fall: every duty's windows in a school calendar, and what has none.

Without a calendar there are months at most: those a date names, and every month for a rhythm no longer than one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from xuequ.calendar.calendar import Clock, SchoolCalendar
from xuequ.calendar.calendar_reading import issue_events
from xuequ.calendar.frames import NO_FRAME, Frame, Holding, Spans, frames
from xuequ.calendar.rhythms import CLIPPED, counted
from xuequ.calendar.span import DAY, Span, school_year_of, school_year_span
from xuequ.calendar.windows import Occasion, Timing, Window, timing
from xuequ.compose.names import built_in
from xuequ.findings.finding import DocPath
from xuequ.model.elements import Appraisal, Duty, Part, Path, Ref, Work
from xuequ.model.frequency import months as named_months
from xuequ.model.lasting import length_of, says_its_end
from xuequ.model.time.short import lapses, triggers
from xuequ.model.time.values import Length, Stretch, Unit, When
from xuequ.resolution.plan import EdgeKind, NodeKind, Plan
from xuequ.resolution.references import appraisals, duties, phases

Done = TypeVar("Done", bound=Work)

#: The school year whose months stand for those of any.
_ANY_YEAR = 2025
_WHOLE_YEAR = frozenset(range(1, 13))
#: Schools teach in these months where nobody gave semesters.
_TAUGHT = _WHOLE_YEAR - {2, 8}
#: Rhythms that touch every month of their clock.
_FREQUENT = frozenset({Unit.DAY, Unit.SCHOOL_DAY, Unit.WORKING_DAY, Unit.WEEK, Unit.TEN_DAYS, Unit.MONTH})


class Dated(NamedTuple, Generic[Done]):
    """Work with its windows in order, the words that give no date, and the undated events it waits for.

    `each_time` are its times that hold for every time of work that comes round, without any date. `outside` tells
    that its dates lie beyond the period; `beside` are those of a semester or school year that touches it,
    `skipped` those that lie in holidays.
    """

    work: Done
    windows: tuple[Window, ...]
    loose: tuple[str, ...]
    waits_for: tuple[str, ...]
    each_time: tuple[When, ...]
    outside: bool
    beside: Spans = ()
    skipped: Spans = ()


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
        self._scheme = plan.scheme
        self._declared = plan.declarations
        self._calendar = calendar
        self._clocks, self._for_schools = _clocks(plan)
        issue = plan.scheme.issue
        self._days = {
            name: Occasion(spans) for name, spans in issue_events(issue.date, issue.effective).items()
        }
        self._occasions: dict[Path, Occasion | None] = {}
        self._frames: Mapping[DocPath, Frame] = {}
        self._frames = frames(plan, calendar, self._phases())

    def of(self, many: Iterable[Done]) -> Iterator[Dated[Done]]:
        """Each piece of work that says when, or of which something else does."""
        for work in many:
            frame = self._frames.get(work.at, NO_FRAME)
            said = () if frame.home_rows and "when" in work.origin else work.when
            read = self._timing(work, said, self._calendar)
            dated = self._timing(work, filter(_is_dated, said), self._calendar).windows
            rows = (*frame.rows, *(() if read.windows else frame.home_rows))
            if dated and all(named_months((when,)) for when in said if not when.loose):
                rows = ()  # The months it says stand, and what the rows say against them is a finding.
            windows = tuple(sorted(joined(read.windows, rows, dated), key=_order))
            if work.path in self._for_schools and any(_comes_often(when) for when in said):
                windows = tuple(map(self._in_holidays, windows))
            outside = bool(read.outside) or read.missed
            found = Dated(
                work,
                windows,
                read.loose,
                read.waits_for,
                read.each_time,
                outside,
                read.beside,
                read.skipped,
            )
            if any(found[1:]):
                yield found

    def _in_holidays(self, window: Window) -> Window:
        """The same window, marked where schools that it is for have holidays on all of its days."""
        off = not window.open and not self._calendar.school_time(window.span)
        return replace(window, off=True) if off else window

    def _phases(self) -> Mapping[Path, Spans]:
        """When phases and lines of schedules fall, in all the time the scheme holds for."""
        lasting: dict[Path, Spans] = {}
        for phase in phases(self._scheme):
            read = timing(phase.when, self._calendar.whole, Clock.YEAR, self._occasion)
            lasting[phase.path] = tuple(window.span for window in read.windows)
            if read.windows:
                self._days |= dict.fromkeys(
                    (phase.key, phase.name), Occasion(lasting[phase.path], begins=_begins(read.windows))
                )
        return lasting

    def _timing(self, work: Work, whens: Iterable[When], calendar: SchoolCalendar) -> Timing:
        clock = self._clocks.get(work.path, Clock.YEAR) if isinstance(work, Duty) else Clock.YEAR
        bounds = self._frames.get(work.at, NO_FRAME).bounds
        return timing(whens, calendar, clock, self._occasion, bounds=bounds)

    def _occasion(self, event: str) -> Occasion | None:
        """When an event falls: a day of the issue, a phase, work or what it yields; None where nothing says."""
        about = triggers(event, self._about)
        many = [one for several in about for one in several]
        if lapses(event) and not all(isinstance(one, Occasion) or says_its_end(one) for one in many):
            return None
        found = [self._day_of(one) for one in many]
        known = [one for one in found if one is not None]
        if not known or len(known) < len(found):
            return None
        spans = tuple(sorted({span for one in known for span in one.spans}))
        ends = [one.spans if one.whole == () else one.whole for one in known]
        whole = None if None in ends else tuple(sorted({span for each in ends for span in each or ()}))
        begins = tuple(sorted({span for one in known for span in one.begins or one.spans}))
        return Occasion(spans, each=any(one.each for one in known), whole=whole, begins=begins)

    def _about(self, name: str) -> tuple[Occasion | Duty | Appraisal, ...] | None:
        """A day that is known, or all work of one name; None where there is neither."""
        day = self._days.get(name)
        return (day,) if day is not None else self._work_named(name) or None

    def _work_named(self, name: str) -> tuple[Duty | Appraisal, ...]:
        found: dict[Path, Duty | Appraisal] = {}
        for target in self._declared.named(name, ("duty", "appraisal", "output")):
            many = self._yielding.get(name, ()) if target.kind == "output" else (target.element,)
            found |= {work.path: work for work in many if isinstance(work, Duty | Appraisal)}
        return tuple(found.values())

    @cached_property
    def _yielding(self) -> Mapping[str, list[Duty]]:
        """The duties that yield each output."""
        found: dict[str, list[Duty]] = {}
        for duty in duties(self._scheme):
            for ref in duty.output:
                found.setdefault(ref.text, []).append(duty)
        return found

    def _day_of(self, about: Occasion | Duty | Appraisal) -> Occasion | None:
        return about if isinstance(about, Occasion) else self._of_work(about)

    def _of_work(self, work: Duty | Appraisal) -> Occasion | None:
        """When work falls in all the time the scheme holds for; work that waits for itself falls on no day."""
        if work.path not in self._occasions:
            self._occasions[work.path] = None
            self._occasions[work.path] = self._worked_out(work)
        return self._occasions[work.path]

    def _worked_out(self, work: Duty | Appraisal) -> Occasion | None:
        read = self._timing(work, work.when, self._calendar.whole)
        frame = self._frames.get(work.at, NO_FRAME)
        rows = (*frame.rows, *frame.home_rows)
        found = tuple(w for w in read.windows or rows if not w.starts)
        spans = tuple(w.span for w in found)
        comes_round = any(when.every for when in work.when) and any(s.first != s.last for s in spans)
        if read.each_time or comes_round:
            return Occasion(each=True)
        return Occasion(spans, whole=self._to_its_end(work, spans), begins=_begins(found)) if spans else None

    def _to_its_end(self, work: Duty | Appraisal, spans: Sequence[Span]) -> tuple[Span, ...] | None:
        """Its days to the end of how long it goes on: what fits into them is over with them, else it begins there."""
        if not isinstance(work, Duty) or work.lasts is None:
            return ()
        length = length_of(work.lasts)
        if length is None:
            return None
        return tuple(Span(span.first, self._end_of(span, length)) for span in spans)

    def _end_of(self, span: Span, length: Length) -> date:
        """The last of so many days, the first one counted, from the last day of `span` if they are more than it has."""
        fits = counted(span.first - DAY, length, self._calendar, 1) <= span.last
        return span.last if fits else counted(span.last - DAY, length, self._calendar, 1)


def _comes_often(when: When) -> bool:
    """Whether holidays would leave it out if schools did it, and it does not say itself which days count."""
    return when.every is not None and when.every.unit in CLIPPED and when.days is None


def _begins(windows: Iterable[Window]) -> Spans:
    return tuple(window.begins for window in windows)


def _is_dated(when: When) -> bool:
    """Whether it says itself by which days: 3月至6月, 每学期末 and no 每学期."""
    return not when.loose and not when.only_starts and bool(when.places or when.event)


def joined(own: Iterable[Window], rows: Sequence[Window], dated: Collection[Window] = ()) -> Iterator[Window]:
    """The times of work and those that schedules add, each once: where two are one, the narrower stands.

    Days that work says itself, `dated`, stay as they are.
    """
    taken: set[Window] = set()
    for window in own:
        same = [row for row in rows if _are_one(window, row)]
        taken.update(same)
        closer = {_both(window, row) for row in same if _length(row) < _length(window)}
        yield from (closer if window not in dated else ()) or {window}
    yield from (row for row in dict.fromkeys(rows) if row not in taken)


def _are_one(own: Window, row: Window) -> bool:
    """Whether both are one time of the work: they share days and are due in one school year."""
    shared = own.first <= row.last and row.first <= own.last
    return shared and school_year_of(own.last) == school_year_of(row.last)


def _both(own: Window, row: Window) -> Window:
    earlier = min(own, row, key=lambda window: window.last)
    return replace(earlier, first=max(own.first, row.first), count=own.count)


def _length(window: Window) -> timedelta:
    return window.last - window.first


def months(plan: Plan) -> Mapping[Path, frozenset[int]]:
    """The months work falls in where no period is planned: those that dates name, and those of any one school year."""
    clocks, _ = _clocks(plan)
    found: dict[Path, frozenset[int]] = {}
    for duty in duties(plan.scheme):
        found[duty.path] = months_of(duty.when, clocks.get(duty.path, Clock.YEAR))
    for appraisal in appraisals(plan.scheme):
        found[appraisal.path] = months_of(appraisal.when, Clock.YEAR)
    holding = Holding(plan)
    for schedule in plan.scheme.schedules:
        for row in schedule.rows:
            named = months_of(row.when, Clock.YEAR)
            for path in (*(duty.path for duty in row.duties), *holding.duties(row.does)):
                found[path] = found.get(path, frozenset()) | named
    of_duties, of_appraisals = agendas(plan, SchoolCalendar(period=school_year_span(_ANY_YEAR)))
    known = {each.work.path: each.windows for each in of_duties}
    known |= {each.work.path: each.windows for each in of_appraisals}
    for path, windows in known.items():
        found[path] = found.get(path, frozenset()) | {
            month for window in windows for month in _touched(window)
        }
    return found


def _touched(window: Window) -> Iterator[int]:
    months = (window.last.year - window.first.year) * 12 + window.last.month - window.first.month
    return ((window.first.month - 1 + n) % 12 + 1 for n in range(min(months, 11) + 1))


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


def _clocks(plan: Plan) -> tuple[Mapping[Path, Clock], frozenset[Path]]:
    """Duties of schools and clusters, and of bodies seated there, keep school time, others the whole year.

    Beside the clocks, the duties and appraisals of others that schools and clusters have a part in as well, and that
    are not paid by the month.
    """
    places = {unit.id for unit in plan.units.values() if _is_of_schools(unit.type, plan)}
    schools = {node.id for node in plan.nodes.values() if node.kind is NodeKind.SCHOOL or node.unit in places}
    schools |= {
        group.key for group in plan.scheme.groups if group.of and all(_means_schools(r) for r in group.of)
    }
    schools |= {edge.target for edge in plan.edges if edge.kind is EdgeKind.HOSTS and edge.source in schools}
    found: dict[Path, Clock] = {}
    paid = {duty.path for duty in duties(plan.scheme) if _is_paid_each_month(duty)}
    others, for_schools = set(paid), set()
    for task in plan.tasks:
        if not schools.isdisjoint((*task.objects, *task.parts.get(Part.SUPPORT, ()))):
            for_schools.add(task.duty.path)
        if task.unit in places or (task.carriers and schools.issuperset(task.carriers)):
            found[task.duty.path] = Clock.SCHOOL
        else:
            others.add(task.duty.path)
    clocks = {path: clock for path, clock in found.items() if path not in others}
    for review in plan.reviews:
        if not schools.isdisjoint(review.objects):
            for_schools.add(review.appraisal.path)
    return clocks, frozenset(for_schools - paid - clocks.keys())


def _is_paid_each_month(duty: Duty) -> bool:
    """Whether so much money a month is spent: that is due in holidays, too."""
    return any(
        per.unit == Unit.MONTH
        for amount in duty.amount
        for said in (amount.count, amount.value)
        if said is not None and said.unit.endswith("元")
        for per in amount.per
    )


def _is_of_schools(kind: str, plan: Plan) -> bool:
    return kind == "school" or kind.split("/")[0] in {cluster.key for cluster in plan.scheme.clusters}


def _means_schools(ref: Ref) -> bool:
    return (built_in(ref.text) or ref.text) == "school"
