"""Rhythms and dates as windows of days.

Fixed dates are never moved, a deadline counted from an event rolls forward to a working day and says so, and nothing
that has no date is given one: loose words, what waits for an undated event, and what follows each time of work that
comes round are handed on as they are. Nothing falls after the text expires.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from xuequ.calendar.calendar import Clock, SchoolCalendar
from xuequ.calendar.places import on_calendar
from xuequ.calendar.rhythms import Turn, counted, last_day, turns, up_to
from xuequ.calendar.span import DAY, Span, plus_years
from xuequ.findings.record import record
from xuequ.model.amount.quantity import ONCE, Quantity
from xuequ.model.time.places import runs_into_next_year
from xuequ.model.time.short import counts_from_start, counts_to_end, length_of
from xuequ.model.time.values import Every, Portion, Stretch, Unit, When


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Window:
    """From when to when something is to be done, `count` times; it is due on the last day.

    `starts`: only the first day is said, and it is due on none; `about`: its days are meant roughly, and it is due on
    none (9月1日左右). `open`: it runs on past the period. `provisional`:
    no list of rest days reaches it. `rests`: its fixed date is a day of rest, `in_break`: one of a school's holidays.
    `moved`: its last day was a day of rest, and is the next working day.
    `cut`: days of the holidays at its end are left out. `off`: the schools that others do it for have holidays on all
    of its days. `latest`: nobody says in which of several years it falls,
    `turn_open`: in which of several weeks or months (每两周周五 is counted from the first).
    `not_before`: the next one is not before that day (每三至五年). `kind`: for which kind of the event it holds.
    `by_then`: only its last day is said (10月底前), and its first is where nothing more is known; it tells no two
    windows apart.
    """

    first: date
    last: date
    count: Quantity = ONCE
    open: bool = False
    starts: bool = False
    about: bool = False
    provisional: bool = False
    rests: bool = False
    in_break: bool = False
    moved: bool = False
    cut: bool = False
    off: bool = False
    latest: bool = False
    turn_open: bool = False
    not_before: date | None = None
    daytime: str = ""
    kind: str = ""
    by_then: bool = field(default=False, compare=False, repr=False)

    @property
    def due(self) -> date | None:
        """The last day; None where only a start is said, or no day for certain."""
        return None if self.starts or self.about else self.last

    @property
    def span(self) -> Span:
        """Its days."""
        return Span(self.first, self.last)

    @property
    def begins(self) -> Span:
        """Its days as what comes before it sees them: the last alone where no other is said."""
        return Span(self.last, self.last) if self.by_then else self.span


class Occasion(NamedTuple):
    """When an event falls; `each`: it comes round on no day of the calendar, so that what follows it has none.

    `whole` are its days to the end of how long it goes on, where it says so (公示七日); None if nobody knows the end.
    `begins` are its days as what comes before it sees them, where they are others: 评审前10日 of what is due by the
    end of October is counted from the last of October.
    """

    spans: tuple[Span, ...] = ()
    each: bool = False
    whole: tuple[Span, ...] | None = ()
    begins: tuple[Span, ...] = ()

    def seen_by(self, when: When) -> tuple[Span, ...]:
        """Its days as a time that comes after, before or during it sees them."""
        if when.before and not counts_to_end(when.before):
            return self.begins or self.spans
        return self.spans if _is_of_its_day(when) else self.whole or self.spans


#: Finds when an event falls, by the name that a time has for it; None where nothing says.
Occasions = Callable[[str], Occasion | None]


def no_occasions(event: str) -> None:
    """No event has a date."""


class Bounds(NamedTuple):
    """Where work can fall beside what it says itself: `dates` holds for dates without a year, `rhythms` for rhythms.

    A date that occurs in none of them is not bounded: no deadline gets lost because two statements disagree.
    `counted` are days that count as planned though they may lie before the period (the August before a school year).
    """

    dates: Sequence[Span] = ()
    rhythms: Sequence[Span] = ()
    counted: Sequence[Span] = ()


_UNBOUND = Bounds()


@record
class Timing:
    """All a `when` yields: windows, and what has none.

    `loose` are the words that give no date, `waits_for` the events without a date, `each_time` the times that hold
    for every time of work that comes round, `outside` the dates that lie beyond the period, `beside` the times of a
    semester or school year that touches the period which lie out of it, `skipped` those that holidays leave out.
    `missed`: one of the times has no date at all.
    """

    windows: tuple[Window, ...] = ()
    loose: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    each_time: tuple[When, ...] = ()
    outside: tuple[Span, ...] = ()
    beside: tuple[Span, ...] = ()
    skipped: tuple[Span, ...] = ()
    missed: bool = False


def windows(
    whens: Iterable[When],
    calendar: SchoolCalendar | None,
    clock: Clock = Clock.SCHOOL,
    events: Occasions = no_occasions,
) -> tuple[Window, ...]:
    """The windows alone, in order; none without a calendar."""
    return timing(whens, calendar, clock, events).windows


def timing(
    whens: Iterable[When],
    calendar: SchoolCalendar | None,
    clock: Clock = Clock.SCHOOL,
    events: Occasions = no_occasions,
    *,
    bounds: Bounds = _UNBOUND,
) -> Timing:
    """What a `when` yields; `events` has when things fall that others come after, before or during."""
    found: set[Window] = set()
    outside: list[Span] = []
    beside: list[Span] = []
    skipped: list[Span] = []
    loose, waits_for, each_time, missed = {}, {}, [], False
    for when in whens:
        if when.loose:
            loose[when.loose] = True
        occasion = _occasion(when, events)
        if occasion is None:
            waits_for[when.event or when.phase] = True
            continue
        if occasion.each:
            each_time.append(when)
            continue
        if when.event and when.every and not when.within and len(occasion.spans) > 1:
            # 每学期期中考试后 is after each of them, and no rhythm that begins with one.
            when = replace(when, every=None)
        spans = occasion.seen_by(when)
        many = list(_turns_of(when, calendar, clock, spans, bounds)) if calendar else []
        # 每学期末 of a period that ends before the semester does, 9月底前 of one that begins in October.
        inside = [turn for turn, _ in many if not (turn.beside or turn.skipped)]
        missed = missed or bool(calendar and not inside and not when.loose)
        for turn, stretch in many:
            if turn.beside:
                if calendar and _is_meant(turn.span, when, calendar):
                    beside.append(turn.span)
                continue
            if turn.skipped:
                if calendar and _in_force(turn.span, when, calendar):
                    skipped.append(turn.span)
                continue
            span = _in_force(turn.span, when, calendar) if calendar else None
            if calendar and span and _is_too_early(span, when, stretch, calendar):
                span = None
            if calendar and span and any(span.cut(part) for part in (calendar.period, *bounds.counted)):
                found.add(_window(turn._replace(span=span), stretch, when, calendar))
            else:
                outside.append(turn.span)
    return Timing(
        windows=tuple(
            sorted(found, key=lambda window: (window.first, window.last, window.daytime, window.kind))
        ),
        loose=tuple(loose),
        waits_for=tuple(waits_for),
        each_time=tuple(each_time),
        outside=tuple(sorted(set(outside))),
        beside=tuple(sorted(set(beside))),
        skipped=tuple(sorted(set(skipped))),
        missed=missed,
    )


def _occasion(when: When, events: Occasions) -> Occasion | None:
    """When that falls which it comes after, before or during; None where nothing says."""
    name = when.event or when.phase
    found = events(name) if name else Occasion()
    unknown = found is not None and found.whole is None and not _is_of_its_day(when)
    return None if unknown else found


def _is_of_its_day(when: When) -> bool:
    """Whether it counts from the day of an event and not from the end of it: 公示之日起, 公示开始后, 公示前."""
    if when.before:
        return not counts_to_end(when.before)
    return counts_from_start(when.after) or (when.from_the_day and not counts_to_end(when.after))


def _in_force(span: Span, when: When, calendar: SchoolCalendar) -> Span | None:
    """The days as far as the text is in force; a last day that is said, or one of years to come, is not moved."""
    ends = calendar.expires
    if ends is None or span.last <= ends:
        return span
    fixed = _is_limit(when)
    several = when.every is not None and when.every.most > 1
    return None if fixed or several or span.first > ends else Span(span.first, ends)


def _is_limit(when: When) -> bool:
    """Whether only its last day is said, or so long up to it."""
    return when.by is not None or when.within is not None or bool(when.before)


def _is_meant(span: Span, when: When, calendar: SchoolCalendar) -> bool:
    """Whether what lies beside the period is in force, as far as anything says from when on."""
    if span.first > calendar.period.last:
        return _in_force(span, when, calendar) == span
    begins = calendar.in_force.first if calendar.in_force else calendar.issued
    return begins is not None and begins <= span.last


def _is_too_early(span: Span, when: When, stretch: Stretch | None, calendar: SchoolCalendar) -> bool:
    """Whether a day without a year is due before the text is issued, or was meant a year before.

    Of a text issued before the period, such a day is the first after the issue.
    """
    issued = calendar.issued
    if issued is None or when.event or when.phase or (stretch and stretch.last.year is not None):
        return False
    if span.last < issued:
        return True
    gap = Span(issued, calendar.period.first - DAY)
    # 开学前 comes with each semester, and is not only the next one; 9月至次年7月 begins after the issue.
    recurs = when.every is not None or stretch is None or stretch.last.of is Unit.SEMESTER
    if (
        recurs
        or (stretch and runs_into_next_year(stretch))
        or not gap.first <= gap.last < plus_years(issued, 1)
    ):
        return False
    earlier = plus_years(span.last, -1)
    return when.since is None and when.during is None and gap.holds(earlier)


def _window(turn: Turn, stretch: Stretch | None, when: When, calendar: SchoolCalendar) -> Window:
    place = stretch.last if stretch else None
    return Window(
        first=turn.span.first,
        last=turn.span.last,
        count=when.times or ONCE,
        open=turn.span.last > calendar.period.last,
        starts=when.only_starts,
        about=when.about,
        provisional=calendar.provisional(turn.span.last),
        rests=bool(place and place.is_one_day and not when.about and calendar.rests(turn.span.last)),
        moved=turn.moved,
        in_break=turn.in_break,
        cut=turn.cut,
        latest=when.which_year_is_open,
        turn_open=when.which_turn_is_open,
        not_before=turn.not_before,
        daytime=place.hour if place else "",
        kind=when.kind,
        by_then=_is_limit(when),
    )


_Turns = Iterable[tuple[Turn, Stretch | None]]


def _turns_of(
    when: When, calendar: SchoolCalendar, clock: Clock, events: Sequence[Span], bounds: Bounds
) -> _Turns:
    """The turns of one `when`: in every stretch of the period that its circumstances leave."""
    if when.days is not None:
        clock = Clock.SCHOOL if when.days is Unit.SCHOOL_DAY else Clock.YEAR
    stretch = when.by or when.at
    bounded = _bounded(when)
    parts = (
        _limits(when, calendar, clock, events)
        if bounded
        else [Turn(span) for span in _within(bounds, when, calendar, clock)]
    )
    if when.every is None and stretch is not None:
        dates = (turn for part in parts for turn in _dates(when, stretch, part.span, calendar, clock))
        yield from ((turn, stretch) for turn in _narrowest(dates))
        return
    for part in parts:
        if when.every is not None and (not when.event or _goes_on(when, events, calendar)):
            # In a break there is no school time to keep.
            kept = clock if calendar.school_time(part.span) else Clock.YEAR
            many = (
                turns(when, part.span, calendar, kept)
                if not when.event or when.within is None
                else _counted_in(when.every, part.span, calendar)
            )
            yield from ((turn, stretch) for turn in many)
        elif bounded or when.times is not None:
            yield part, None


def _goes_on(when: When, events: Sequence[Span], calendar: SchoolCalendar) -> bool:
    """Whether it comes round after or before what happens once (验收后每周); 每学期期中考试后一周内 is once each."""
    if len(events) != 1 or when.at_least is not None or when.every is None:
        return False
    if when.within is None or when.before:
        return when.within is None
    unit, day = length_of(when.every), events[0].last
    return unit is not None and counted(day, unit, calendar, 1) <= counted(day, when.within, calendar, 1)


def _counted_in(every: Every, limits: Span, calendar: SchoolCalendar) -> Iterator[Turn]:
    """The units of a rhythm counted from an event on, as far as they are over within limits: 验收后3个月内每月."""
    unit, event = length_of(every), limits.first - DAY
    last, number = event, 1
    while unit is not None:
        first, last = last + DAY, counted(event, replace(unit, number=unit.number * number), calendar, 1)
        if last > limits.last:
            return
        yield Turn(Span(first, last))
        number += 1


def _narrowest(turns: Iterable[Turn]) -> Iterable[Turn]:
    """One for each last day: a date that lies in a phase and in a line of a schedule is one date."""
    found: dict[date, Turn] = {}
    for turn in turns:
        known = found.get(turn.span.last)
        if known is None or known.span.first < turn.span.first:
            found[turn.span.last] = turn
    return found.values()


def _bounded(when: When) -> bool:
    """Whether something says which part of the period it falls in."""
    begun = when.since is not None and when.every is None
    return bool(when.event or when.phase or when.during or begun or (when.since and not when.within))


def _dates(
    when: When, stretch: Stretch, limits: Span, calendar: SchoolCalendar, clock: Clock
) -> Iterable[Turn]:
    """The places a date names; a limit runs from the one before it, or as long as it says."""
    begins = calendar.period.first
    first = limits.first if limits.last < begins else max(limits.first, begins)
    # What a line of a table or a phase says besides does not cut short the days that are said.
    inner = limits if _bounded(when) else calendar.period
    for span in _near(when, stretch, limits, calendar, clock):
        if when.by is None:
            yield Turn(Span(max(span.first, inner.first), span.last) if span.cut(inner) else span)
            continue
        last = last_day(when, stretch, span, calendar)
        if stretch.last.year is None and first > max(limits.first, begins) and last > calendar.period.last:
            # The same date a year on is another planning's; the first of them is due whenever it comes.
            return
        told = Span(last, last) if when.within is None else up_to(last, when.within, calendar)
        if last < min(first, span.first) and stretch.last.year is None and limits == calendar.period:
            yield Turn(told, beside=True)
        elif when.within is not None:
            yield Turn(told)
        elif last >= first:
            yield Turn(Span(first, last))
        elif stretch.last.year is not None or limits != calendar.period:
            yield Turn(Span(last, last))
        first = max(first, last + DAY)


def _near(
    when: When, stretch: Stretch, limits: Span, calendar: SchoolCalendar, clock: Clock
) -> tuple[Span, ...]:
    """Where a place lies within limits, and behind them where what is due before it is due within them (开学前)."""
    spans = on_calendar(stretch, limits, calendar, clock)
    if when.by is None or stretch.last.year is not None or stretch.last.which is not None:
        return spans
    behind = on_calendar(stretch, Span(limits.last + DAY, plus_years(limits.last, 1)), calendar, clock)
    return (*spans, *(span for span in behind if last_day(when, stretch, span, calendar) <= limits.last))


def _limits(when: When, calendar: SchoolCalendar, clock: Clock, events: Sequence[Span]) -> list[Turn]:
    """The parts of the period in which it can fall by what it says itself."""
    period = calendar.period
    if when.after:
        start = counts_from_start(when.after)
        return [_after(event.first if start else event.last, when, calendar) for event in events]
    if when.before:
        end = counts_to_end(when.before)
        return [Turn(_before(event.last + DAY if end else event.first, when, calendar)) for event in events]
    since = _since(when, when.since, calendar, clock) if when.since is not None else []
    if not when.phase and when.during is None:
        return since or [Turn(period)]
    during = events if when.during is None else on_calendar(when.during, period, calendar, clock)
    parts = (part.cut(begun.span) for part in during for begun in since or [Turn(part)])
    return [Turn(part) for part in parts if part]


def _within(bounds: Bounds, when: When, calendar: SchoolCalendar, clock: Clock) -> Sequence[Span]:
    """The parts of the period in which it can fall by what it stands in or what names it."""
    stretch = when.by or when.at
    if when.every is not None or stretch is None:
        return bounds.rhythms or [calendar.period]
    if stretch.last.year is not None:
        return [calendar.period]
    return [span for span in bounds.dates if on_calendar(stretch, span, calendar, clock)] or [calendar.period]


def _since(when: When, since: Stretch, calendar: SchoolCalendar, clock: Clock) -> list[Turn]:
    """From a date on, to the end of the period or of a length of time; from an end (学期结束) its last day counts."""
    period = calendar.period
    starts = on_calendar(since, period, calendar, clock)
    over = since.first.portion is Portion.END
    if when.within is not None:
        return [_after(start.last if over else start.first, when, calendar) for start in starts]
    days = [start.last if over else start.first for start in starts[:1]]
    return [Turn(Span(max(day, period.first), max(period.last, day))) for day in days]


def _after(day: date, when: When, calendar: SchoolCalendar) -> Turn:
    """From the day after an event to the end of a length of time, or of the period."""
    if when.at_least is not None:
        day = counted(day, when.at_least, calendar, 1)
    if when.within is None:
        first = day + DAY if when.at_least is None else day
        return Turn(Span(first, max(calendar.period.last, first)))
    first = counted(day, when.within.fewest, calendar, 1) if when.within.least else day + DAY
    ends = last = counted(day, when.within, calendar, 1)
    while when.within.unit is not Unit.HOUR and calendar.rests(last) and last > day:
        last += DAY
    return Turn(Span(min(first, last), last), moved=last != ends)


def _before(day: date, when: When, calendar: SchoolCalendar) -> Span:
    """Up to the day before an event, or so long before it; from the beginning of a length of time."""
    if when.within is not None:
        return up_to(day - DAY, when.within, calendar)
    last = day - DAY if when.at_least is None else counted(day, when.at_least, calendar, -1)
    return Span(min(calendar.period.first, last), last)
