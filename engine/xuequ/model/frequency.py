"""How fast a `when` goes, without any calendar: its months, and a measure to compare two rhythms by."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from xuequ.findings.record import record
from xuequ.model.time.values import Place, Portion, Stretch, Unit, When

#: Times in one school year, counted low: a school year has 36 weeks of school and ten months.
_A_YEAR = {
    Unit.DAY: 190,
    Unit.SCHOOL_DAY: 190,
    Unit.WORKING_DAY: 190,
    Unit.WEEK: 36,
    Unit.TEN_DAYS: 30,
    Unit.MONTH: 10,
    Unit.QUARTER: 4,
    Unit.HALF_YEAR: 2,
    Unit.SEMESTER: 2,
    Unit.SCHOOL_YEAR: 1,
    Unit.YEAR: 1,
}
#: Units whose beginnings do not line up between school and calendar; the shorter ones fit both.
_CLOCKS = {
    Unit.SEMESTER: "school",
    Unit.SCHOOL_YEAR: "school",
    Unit.QUARTER: "calendar",
    Unit.HALF_YEAR: "calendar",
    Unit.YEAR: "calendar",
}
_PORTION_DAY = {
    Portion.START: 5,
    Portion.FIRST_TEN: 10,
    Portion.MID: 20,
    Portion.MIDDLE_TEN: 20,
    Portion.FIRST_TWENTY: 20,
    Portion.LAST_TEN: 31,
    Portion.LAST_TWENTY: 31,
    Portion.END: 31,
}


def months(whens: Iterable[When]) -> tuple[int, ...] | None:
    """The calendar months it falls in, in any year; None where none is known (每学期末, 定期, 每月)."""
    found = {month for when in whens for stretch in _falls_in(when) for month in _months(stretch)}
    return tuple(sorted(found)) or None


def _falls_in(when: When) -> tuple[Stretch, ...]:
    """The stretches it falls in; a beginning (9月起) only says when it starts to."""
    return tuple(stretch for stretch in when.places if stretch is not when.since)


def _months(stretch: Stretch) -> list[int]:
    if stretch.last.nth_month is not None:
        return [first + stretch.last.nth_month for first in (0, 3, 6, 9)]
    first, last = first_and_last(stretch.first), first_and_last(stretch.last)
    if first is None or last is None:
        return []
    start, end = first[0], last[1]
    if stretch.first.year and stretch.last.year and stretch.last.year - stretch.first.year > (end < start):
        return list(range(1, 13))
    return [(start - 1 + n) % 12 + 1 for n in range((end - start) % 12 + 1)]


def first_and_last(place: Place) -> tuple[int, int] | None:
    """The first and the last month of a place, in any year; None where it names none."""
    if place.month is not None:
        return place.month, place.month
    if place.quarter is not None:
        return _third(place.quarter * 3 - 2, place.portion)
    if place.half is not None:
        return place.half * 6 - 5, place.half * 6
    if place.of is Unit.YEAR:
        return {Portion.START: (1, 1), Portion.MID: (6, 7), Portion.END: (12, 12)}.get(
            place.portion or Portion.FIRST_TEN
        )
    return None


def _third(first: int, portion: Portion | None) -> tuple[int, int]:
    step = {Portion.START: 0, Portion.MID: 1, Portion.END: 2}
    if portion is None or portion not in step:
        return first, first + 2
    return first + step[portion], first + step[portion]


@record
class Pace:
    """How fast a `when` goes.

    `times` a school year, at least; None where no number can be told. `by` orders latest days within the
    same `unit` (the later, the slower). `clock` is school or calendar, empty where it fits both; `mixed`
    where one `when` keeps both.
    """

    times: Fraction | None
    by: tuple[int, ...] | None = None
    unit: Unit | None = None
    clock: str = ""
    loose: bool = False


class Comparison(StrEnum):
    """How one pace stands to another."""

    SLOWER = "slower"
    SAME = "same"
    FASTER = "faster"
    CLOCKS_DIFFER = "clocks_differ"
    UNKNOWN = "unknown"


def pace(whens: Iterable[When]) -> Pace:
    """The pace of all of them together."""
    many = tuple(whens)
    dated = [when for when in many if not when.loose]
    clocks = {clock for when in dated if (clock := _clock(when))}
    times = [_times(when) for when in dated]
    known = [number for number in times if number is not None]
    limits = {(when.every.unit if when.every else None, day) for when in dated if (day := _latest(when))}
    unit, by = (
        max(limits, key=lambda limit: limit[1]) if len({unit for unit, _ in limits}) == 1 else (None, None)
    )
    return Pace(
        times=sum(known, Fraction(0)) if known and len(known) == len(times) else None,
        by=by,
        unit=unit,
        clock="mixed" if len(clocks) > 1 else next(iter(clocks), ""),
        loose=bool(many) and not dated,
    )


def compare(first: Pace, second: Pace) -> Comparison:
    """How `first` stands to `second`: loose is slower than anything dated, then times, then the latest day."""
    if first.loose or second.loose:
        return _ordered(second.loose, first.loose)
    if "mixed" in (first.clock, second.clock) or (
        first.clock and second.clock and first.clock != second.clock
    ):
        return Comparison.CLOCKS_DIFFER
    if first.times is None or second.times is None:
        return Comparison.UNKNOWN
    if first.times != second.times:
        return _ordered(first.times, second.times)
    if first.by is None and second.by is None:
        return Comparison.SAME
    if first.by is None or second.by is None:
        return Comparison.SLOWER if first.by is None else Comparison.FASTER
    if first.unit is not second.unit or len(first.by) != len(second.by):
        return Comparison.UNKNOWN
    return _later(first.by, second.by, in_any_year=first.unit is None)


def _later(first: tuple[int, ...], second: tuple[int, ...], *, in_any_year: bool) -> Comparison:
    """Days compared: of no year only where school and calendar years agree which is the later (9月, 3月: neither)."""
    told = _ordered(second, first)
    if len(first) == 3 and bool(first[0]) != bool(second[0]):
        return Comparison.UNKNOWN
    if in_any_year and len(first) == 3 and not first[0]:
        in_school = _ordered(*((0, (month - 9) % 12, day) for _, month, day in (second, first)))
        return told if in_school is told else Comparison.UNKNOWN
    return told


def _ordered(
    first: Fraction | bool | tuple[int, ...], second: Fraction | bool | tuple[int, ...]
) -> Comparison:
    if first == second:
        return Comparison.SAME
    return Comparison.SLOWER if first < second else Comparison.FASTER  # type: ignore[operator]  # both of one kind


def _clock(when: When) -> str:
    if when.every is not None:
        return _CLOCKS.get(when.every.unit, "")
    return next((_CLOCKS.get(place.of, "") for stretch in when.places for place in stretch if place.of), "")


def _times(when: When) -> Fraction | None:
    """Times in a school year, the lower bound; once for a date."""
    often = Fraction(1)
    if when.times is not None:
        if when.times.several:
            return None
        often = when.times.low or Fraction(0)
    if when.every is None:
        return often
    return often * _A_YEAR[when.every.unit] / when.every.most


#: What the last week of a month or semester comes to among the others.
_LAST_WEEK = 31


def _latest_counted(place: Place) -> int:
    """The last day of a month that 第三个周五 or 第二个工作日 can be, without holidays."""
    number = place.workday or place.week or 1
    weeks = number if place.nth_weekday else -(-number // 5)
    return 31 if number < 0 else 7 * weeks


def _latest(when: When) -> tuple[int, ...] | None:
    """The last day it allows, as numbers that order: (year, month, day), or the day in its unit."""
    stretch = when.by or when.at
    if stretch is None:
        return None
    place = stretch.last
    day = place.day or _PORTION_DAY.get(place.portion or Portion.END, 31)
    if place.weekday is not None and place.week is None:
        return (place.weekday,)
    if place.workday is not None or place.nth_weekday:
        return (_latest_counted(place),)
    if place.week is not None:
        return (
            place.week if place.week > 0 else _LAST_WEEK,
            place.weekday if place.weekday is not None else 6,
        )
    if place.nth_month is not None:
        return (place.nth_month, day)
    if (ends := first_and_last(place)) is not None:
        return (place.year or 0, ends[1], day)
    return (day,) if place.portion is not None or place.day is not None else None
