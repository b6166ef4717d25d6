"""Times and what days they fall on, in the files of `answers/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from answers import Answer, answered, said
from xuequ.calendar.agenda import agendas, months
from xuequ.calendar.calendar import Clock, SchoolCalendar
from xuequ.calendar.calendar_reading import calendar_of
from xuequ.calendar.frames import strays
from xuequ.calendar.heads import heads, level_of, numbers, of_whom, schools_together
from xuequ.calendar.shares import readings
from xuequ.calendar.span import Span, school_year_span
from xuequ.calendar.widths import used_in, widths_table
from xuequ.calendar.windows import Occasion, Timing, timing
from xuequ.model.time.reading import read_when
from xuequ.model.time.years import Year
from xuequ.model.unreadable import Unreadable
from xuequ.resolution import Plan
from xuequ.resolution.references import appraisals, duties

FILES = sorted((Path(__file__).parent / "answers").glob("*.txt"))
#: So many windows are told one by one.
FEW = 4
#: What times come after and before.
EVENTS: Mapping[str, Occasion] = {
    "启动": Occasion((Span(date(2025, 9, 19), date(2025, 9, 19)),)),
    "检查": Occasion(
        (Span(date(2025, 10, 9), date(2025, 10, 20)), Span(date(2026, 4, 7), date(2026, 4, 10)))
    ),
    "例会": Occasion(each=True),
}


def _span(text: str) -> Span:
    first, last = text.split("..")
    return Span(date.fromisoformat(first), date.fromisoformat(last))


def _year(words: list[str]) -> Year | None:
    """A school year, or with `whole` a calendar year."""
    years = [int(word) for word in words if word.isdecimal()]
    return Year(years[0], calendar="whole" in words) if years else None


def _calendar(plan: Plan, words: list[str]) -> SchoolCalendar:
    """The calendar of the scheme, narrowed to a year; or a plain one of a year or a period."""
    spans = [_span(word) for word in words if ".." in word]
    years = [int(word) for word in words if word.isdecimal() and len(word) == 4]
    if spans:
        return SchoolCalendar(period=spans[0], in_force=spans[1] if len(spans) > 1 else None)
    if "plain" in words:
        return SchoolCalendar(period=school_year_span(years[0]))
    found = calendar_of(plan.scheme, _year(words)).calendar
    assert found is not None
    return found


def _windows(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    calendar, clock = _calendar(plan, words), Clock.SCHOOL if "school" in words else Clock.YEAR
    for line in given["times"].splitlines():
        whens = read_when([each.strip() for each in line.split(" + ")] if " + " in line else line)
        if isinstance(whens, Unreadable):
            yield f"{line} | {whens.code} {whens.text}"
        else:
            yield f"{line} | {_told(timing(whens, calendar, clock, EVENTS.get))}"


def _told(found: Timing) -> str:
    days = [said(window) for window in found.windows]
    if len(days) > FEW:
        days = [*days[: FEW - 1], f"… {days[-1]} ({len(days)})"]
    parts = [", ".join(days)]
    parts += [f"loose {said(found.loose)}"] if found.loose else []
    parts += [f"waits for {said(found.waits_for)}"] if found.waits_for else []
    parts += [f"each time {said([when.text for when in found.each_time])}"] if found.each_time else []
    parts += [f"outside {', '.join(map(str, found.outside))}"] if found.outside else []
    return "; ".join(part for part in parts if part)


def _agenda(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    for many in agendas(plan, _calendar(plan, words)):
        for dated in many:
            timed = Timing(
                windows=dated.windows, loose=dated.loose, waits_for=dated.waits_for, each_time=dated.each_time
            )
            yield f"{'/'.join(dated.work.path)} | {_told(timed)}{' outside' if dated.outside else ''}"


def _strays(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    calendar = _calendar(plan, words)
    for schedule in plan.scheme.schedules:
        rows = strays(schedule, plan.scheme, calendar)
        yield f"{schedule.key}: {said(['；'.join(when.text for when in row.when) for row in rows])}"


def _months(plan: Plan, words: list[str], given: Mapping[str, str]) -> object:
    return [f"{'/'.join(path)}: {sorted(found)}" for path, found in months(plan).items()]


def _period(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    reading = calendar_of(plan.scheme, _year(words))
    yield from (f"{one.code} {said(one.path)} {one.text} {said(one.nearest)}" for one in reading.problems)
    if (calendar := reading.calendar) is not None:
        yield f"period {calendar.period} in force {calendar.in_force} expires {calendar.expires}"
        yield f"issued {calendar.issued}"
        years = range(calendar.period.first.year, calendar.period.last.year + 1)
        yield from (f"{year}: {', '.join(map(str, calendar.semesters_of(year)))}" for year in years)
        yield f"own {calendar.own} rest {len(calendar.rest)} work {len(calendar.work)} assumes {calendar.assumes()}"
        for lang in ("zh", "en"):
            yield "; ".join(f"{name} {width}" for name, width in widths_table(calendar.widths, lang=lang))


def _widths(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    for line in given["times"].splitlines():
        whens = read_when(line)
        if not isinstance(whens, Unreadable) and (used := used_in(whens)):
            yield f"{line} | {said(sorted(used))}"


def _shares(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    levels = ["county", "学区", "school"]
    for duty in duties(plan.scheme):
        for amount in duty.amount:
            base = heads(plan, amount, levels)
            yield f"{duty.key} {amount.text} of {base.total if base else None}"
            for hold in dict.fromkeys((amount.hold or "", *levels)):
                found = numbers(plan, amount, level_of(plan, hold) if hold else "")
                if found is not None:
                    least, most = (_falls(each) for each in (found.least, found.most))
                    yield f"  held {hold or '—'}: least {least}; most {most}; capped {said(found.capped)}"
            if base is not None and amount.quantity is not None and amount.quantity.share:
                yield f"  {dict(readings(amount.quantity, base, levels))}"


def _whom(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    """The schools whose people the amounts of duties are a part of, by the level at which they hold."""
    for duty in (*duties(plan.scheme), *appraisals(plan.scheme)):
        held = (
            f"{hold} {said(found) if (found := of_whom(plan, duty, hold)) is not None else '—'}"
            for hold in words
        )
        yield f"{duty.key}: {'; '.join(held)}"


def _asked(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    """The heads of the schools that a piece of work is told to, and what falls to each, by the level that holds."""
    for work in (*duties(plan.scheme), *appraisals(plan.scheme)):
        for amount in work.amount:
            for hold in words:
                among = of_whom(plan, work, hold)
                base = heads(plan, amount, words, among)
                found = numbers(plan, amount, hold, among)
                falls = "—" if found is None else _falls(found.least)
                yield f"{work.key} {hold}: of {base.total if base else None}: {falls}"


def _together(plan: Plan, words: list[str], given: Mapping[str, str]) -> Iterator[str]:
    """The schools that so many for every few schools counts together."""
    yield from (f"{task.id}: {said(schools_together(plan, task))}" for task in plan.tasks)


def _falls(found: Mapping[str, int] | None) -> str:
    return "—" if found is None else " ".join(f"{code}={number}" for code, number in found.items())


ANSWERS: Mapping[str, Answer] = {
    "windows": lambda *asked: list(_windows(*asked)),
    "agenda": lambda *asked: list(_agenda(*asked)),
    "months": _months,
    "strays": lambda *asked: list(_strays(*asked)),
    "period": lambda *asked: list(_period(*asked)),
    "widths": lambda *asked: list(_widths(*asked)),
    "shares": lambda *asked: list(_shares(*asked)),
    "whom": lambda *asked: list(_whom(*asked)),
    "asked": lambda *asked: list(_asked(*asked)),
    "together": lambda *asked: list(_together(*asked)),
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_days_are_those_that_the_file_says(file: Path, updating: bool) -> None:
    found = answered(file, ANSWERS)
    if updating:
        file.write_text(found, "utf-8")
    assert found == file.read_text("utf-8")
