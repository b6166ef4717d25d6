"""Rhythms and dates as windows of days.

Fixed dates are never moved, a deadline counted from an event rolls forward to a working day, and nothing
that has no date is given one: loose words and what waits for an undated event are handed on as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from xuequ.calendar.calendar import Clock, SchoolCalendar
from xuequ.calendar.places import on_calendar
from xuequ.calendar.rhythms import Turn, turns
from xuequ.calendar.span import DAY, Span, plus_months, plus_years
from xuequ.findings.record import record
from xuequ.model.amount.quantity import ONCE, Quantity
from xuequ.model.time.values import Length, Portion, Stretch, Unit, When

NO_EVENTS: Mapping[str, Sequence[Span]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Window:
    """From when to when something is to be done, `count` times; it is due on the last day.

    `open`: it runs on past the period. `provisional`: no list of rest days reaches it. `rests`: its fixed
    date is a day of rest. `not_before`: the next one is not before that day (每三至五年).
    """

    first: date
    last: date
    count: Quantity = ONCE
    open: bool = False
    provisional: bool = False
    rests: bool = False
    not_before: date | None = None
    daytime: str = ""

    @property
    def due(self) -> date:
        """The last day."""
        return self.last

    @property
    def span(self) -> Span:
        """Its days."""
        return Span(self.first, self.last)


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

    `loose` are the words that give no date, `waits_for` the events without a date (their windows are
    conditional), `outside` the dates that lie beyond the period.
    """

    windows: tuple[Window, ...] = ()
    loose: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    outside: tuple[Span, ...] = ()


def windows(
    whens: Iterable[When],
    calendar: SchoolCalendar | None,
    clock: Clock = Clock.SCHOOL,
    events: Mapping[str, Sequence[Span]] = NO_EVENTS,
) -> tuple[Window, ...]:
    """The windows alone, in order; none without a calendar."""
    return timing(whens, calendar, clock, events).windows


def timing(
    whens: Iterable[When],
    calendar: SchoolCalendar | None,
    clock: Clock = Clock.SCHOOL,
    events: Mapping[str, Sequence[Span]] = NO_EVENTS,
    *,
    bounds: Bounds = _UNBOUND,
) -> Timing:
    """What a `when` yields; `events` has when things fall that others come after, before or during."""
    whens = tuple(whens)
    found: set[Window] = set()
    outside: list[Span] = []
    for when in whens:
        for turn, stretch in _turns_of(when, calendar, clock, events, bounds=bounds) if calendar else ():
            if calendar and not any(turn.span.cut(span) for span in (calendar.period, *bounds.counted)):
                outside.append(turn.span)
            elif calendar:
                found.add(_window(turn, stretch, when, calendar))
    return Timing(
        windows=tuple(sorted(found, key=lambda window: (window.first, window.last, window.daytime))),
        loose=tuple(dict.fromkeys(when.loose for when in whens if when.loose)),
        waits_for=tuple(dict.fromkeys(event for when in whens for event in _undated(when, events))),
        outside=tuple(sorted(set(outside))),
    )


def _undated(when: When, events: Mapping[str, Sequence[Span]]) -> list[str]:
    return [event for event in (when.after, when.before, when.phase) if event and not events.get(event)]


def _window(turn: Turn, stretch: Stretch | None, when: When, calendar: SchoolCalendar) -> Window:
    place = stretch.last if stretch else None
    return Window(
        first=turn.span.first,
        last=turn.span.last,
        count=when.times or ONCE,
        open=turn.span.last > calendar.period.last,
        provisional=calendar.provisional(turn.span.last),
        rests=bool(place and place.is_one_day and calendar.rests(turn.span.last)),
        not_before=turn.not_before,
        daytime=place.time or str(place.daytime or "") if place else "",
    )


_Turns = Iterable[tuple[Turn, Stretch | None]]


def _turns_of(
    when: When,
    calendar: SchoolCalendar,
    clock: Clock,
    events: Mapping[str, Sequence[Span]],
    *,
    bounds: Bounds,
) -> _Turns:
    """The turns of one `when`: in every stretch of the period that its circumstances leave."""
    if _undated(when, events):
        return
    if when.days is not None:
        clock = Clock.SCHOOL if when.days is Unit.SCHOOL_DAY else Clock.YEAR
    stretch = when.by or when.at
    parts = (
        _limits(when, calendar, clock, events) if _bounded(when) else _within(bounds, when, calendar, clock)
    )
    if when.every is None and stretch is not None:
        dates = (turn for limits in parts for turn in _dates(when, stretch, limits, calendar, clock))
        yield from ((turn, stretch) for turn in _narrowest(dates))
        return
    for limits in parts:
        if when.every is not None:
            yield from ((turn, stretch) for turn in turns(when, limits, calendar, clock))
        elif _bounded(when) or when.times is not None:
            yield Turn(limits), None


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
    return bool(when.after or when.before or when.phase or when.during or when.since)


def _dates(
    when: When, stretch: Stretch, limits: Span, calendar: SchoolCalendar, clock: Clock
) -> Iterable[Turn]:
    """The places a date names; a limit runs from the one before it."""
    begins = calendar.period.first
    first = limits.first if limits.last < begins else max(limits.first, begins)
    for span in on_calendar(stretch, limits, calendar, clock):
        if when.by is None:
            yield Turn(Span(max(span.first, limits.first), span.last) if span.cut(limits) else span)
            continue
        last = deadline(stretch, span)
        if stretch.last.year is None and first > max(limits.first, begins) and last > calendar.period.last:
            # The same date a year on is another planning's; the first of them is due whenever it comes.
            return
        if last >= first:
            yield Turn(Span(first, last))
            first = last + DAY
        elif stretch.last.year is not None or limits != calendar.period:
            yield Turn(Span(last, last))


def deadline(stretch: Stretch, span: Span) -> date:
    """The last day of 前: that of the place, but a semester or break that is named begins after it."""
    place = stretch.last
    opens = place.season is not None or place.of is Unit.SEMESTER
    return span.first - DAY if opens and place.portion in (None, Portion.START) else span.last


def _limits(
    when: When, calendar: SchoolCalendar, clock: Clock, events: Mapping[str, Sequence[Span]]
) -> list[Span]:
    """The parts of the period in which it can fall by what it says itself."""
    period = calendar.period
    if when.after:
        return [_after(event.last, when.within, calendar) for event in events[when.after]]
    if when.before:
        return [_before(event.first, when.within, calendar) for event in events[when.before]]
    if when.phase:
        return list(events[when.phase])
    if when.during is not None:
        return list(on_calendar(when.during, period, calendar, clock))
    return _since(when.since, when.within, calendar, clock) if when.since is not None else [period]


def _within(bounds: Bounds, when: When, calendar: SchoolCalendar, clock: Clock) -> Sequence[Span]:
    """The parts of the period in which it can fall by what it stands in or what names it."""
    stretch = when.by or when.at
    if when.every is not None or stretch is None:
        return bounds.rhythms or [calendar.period]
    if stretch.last.year is not None:
        return [calendar.period]
    return [span for span in bounds.dates if on_calendar(stretch, span, calendar, clock)] or [calendar.period]


def _since(since: Stretch, within: Length | None, calendar: SchoolCalendar, clock: Clock) -> list[Span]:
    """From a date on, to the end of the period or of a length of time."""
    period = calendar.period
    starts = on_calendar(since, period, calendar, clock)
    if within is not None:
        return [_after(start.first, within, calendar) for start in starts]
    return [
        Span(max(start.first, period.first), period.last)
        for start in starts[:1]
        if start.first <= period.last
    ]


def _after(day: date, within: Length | None, calendar: SchoolCalendar) -> Span:
    """From the day after an event to the end of a length of time, or of the period."""
    first = day + DAY
    if within is None:
        return Span(first, max(calendar.period.last, first))
    last = _counted(day, within, calendar, 1)
    while calendar.rests(last):
        last += DAY
    return Span(first, last)


def _before(day: date, within: Length | None, calendar: SchoolCalendar) -> Span:
    last = day - DAY
    if within is None:
        return Span(min(calendar.period.first, last), last)
    return Span(_counted(day, within, calendar, -1), last)


def _counted(day: date, within: Length, calendar: SchoolCalendar, step: int) -> date:
    """The day so long after (or before) `day`, which is not counted itself."""
    match within.unit:
        case Unit.MONTH:
            return plus_months(day, step * within.number)
        case Unit.YEAR:
            return plus_years(day, step * within.number)
        case Unit.WEEK:
            return day + 7 * step * within.number * DAY
        case Unit.DAY:
            return day + step * within.number * DAY
    left = within.number
    while left:
        day += step * DAY
        left -= calendar.is_school_day(day) if within.unit is Unit.SCHOOL_DAY else not calendar.rests(day)
    return day
