"""The ledger (台账): one line for each time a duty or an appraisal is due, to be closed (销号) one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from xuequ.calendar.span import month_span
from xuequ.calendar.windows import Window
from xuequ.views.agenda import Dated, Entry, entries
from xuequ.views.context import Context
from xuequ.views.document_kinds import after
from xuequ.views.times import daytime_text
from xuequ.views.wording import NOTHING
from xuequ.writers.tables.sheets import Tentative

COLUMNS = ("序号", "工作内容", "责任单位", "完成时限", "实际完成时间", "报送人", "状态")
#: What is due more often than this in the period has one line, which says its rhythm, its first and its last day.
_OFTEN = 12
#: Said of days on which the schools that others do something for have holidays.
IN_HOLIDAYS = "在假期"


class Item(NamedTuple):
    """One line: what work, whose it is, its time in words, and its last day where there is one."""

    key: str
    work: str
    owner: str
    when: str
    due: date | None = None
    many: bool = False
    """Whether it stands for all times of work that is often due; the last day is then the last of them."""
    time: str = ""
    """The time of this line in words; empty where that of the work stands for it."""
    turn: int = 0
    """Which time it is, from 1; 0 where the work has one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView:
    """What the template `ledger.md.j2` has; `items` are the same lines with dates as dates."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    items: tuple[Item, ...]


def view(context: Context, dated: tuple[Dated, ...]) -> LedgerView:
    """The ledger of a scheme; without dates everything has one line."""
    known = {item.entry.key: item for item in dated}
    work = {entry.key: entry for entry in (*entries(context), *(item.entry for item in dated))}
    items = tuple(item for entry in work.values() for item in _items(entry, known.get(entry.key)))
    return LedgerView(
        title=after(context.scheme, "工作台账"),
        columns=COLUMNS,
        rows=tuple(
            (str(number), item.work, item.owner, item.time or item.when, "", "", "")
            for number, item in enumerate(items, 1)
        ),
        items=items,
    )


class Due(NamedTuple):
    """One time that work is due: its last day, the hour where one is said, and which of several on that day."""

    day: date
    hour: str = ""
    fixed: bool = False
    """Whether it falls on that day, and not by then."""
    provisional: bool = False
    kind: str = ""
    number: int = 0
    about: str = ""
    """Its days in words where they are meant only roughly."""
    notes: tuple[str, ...] = ()
    """What else is to be said of the day."""

    @property
    def date(self) -> date | None:
        """The day, marked where no list of rest days reaches it; None where it is meant only roughly."""
        if self.about:
            return None
        return Tentative.of(self.day) if self.provisional else self.day


def _items(entry: Entry, dated: Dated | None) -> Iterator[Item]:
    dues = times_due(dated)
    whole = Item(entry.key, entry.work, entry.owner or NOTHING, entry.when or NOTHING)
    if len({due.day for due in dues}) > _OFTEN:
        yield whole._replace(due=dues[-1].date, many=True)
    elif dues:
        for turn, due in enumerate(dues, 1):
            yield whole._replace(due=due.date, time=_time(due), turn=turn if len(dues) > 1 else 0)
        # The turn under way when the period is over is not due in it, and has its line all the same.
        for window in dated.windows if dated else ():
            if window.open and window.due is not None:
                yield whole._replace(time=f"{_day(window.due)}前（本期内不到期）")
    else:
        yield whole


def times_due(dated: Dated | None) -> list[Due]:
    """Every time work is due in the period, in order; none where it hangs on something nobody dated."""
    found: dict[tuple[date, str, str], tuple[Window, int]] = {}
    for window in dated.windows if dated else ():
        if (window.due is not None or window.about) and not window.open:
            key = (window.last, window.daytime, window.kind)
            found[key] = (window, max(_often(window), found[key][1] if key in found else 1))
    return [
        Due(
            day,
            hour,
            window.first == day,
            window.provisional,
            kind,
            number if often > 1 else 0,
            _roughly(window),
            tuple(noted(window)),
        )
        for (day, hour, kind), (window, often) in sorted(found.items(), key=lambda each: each[0])
        for number in range(1, often + 1)
    ]


def noted(window: Window) -> Iterator[str]:
    """What is to be said of the days of one window: which do not count, which are moved, what is not written."""
    if window.moved:
        yield "逢休息日顺延"
    if window.cut:
        yield "假期不计"
    if window.in_break:
        yield "当日在假期"
    if window.off:
        yield IN_HOLIDAYS
    if window.turn_open:
        yield "起始时间没有写明"
    if window.latest:
        yield "起始年份没有写明"


def _roughly(window: Window) -> str:
    """2025年9月1日左右, 2025年9月左右; empty where its last day is the last."""
    if not window.about:
        return ""
    first, last = window.first, window.last
    if window.span == month_span(last.year, last.month):
        return f"{last.year}年{last.month}月左右"
    return f"{_day(last)}左右" if first == last else f"{_day(first)}至{_day(last)}左右"


def _often(window: Window) -> int:
    """How often it is due in one window: at least so many times, where times are counted and not hours of learning."""
    low = window.count.low
    return max(int(low), 1) if low is not None and not window.count.unit else 1


def _time(due: Due) -> str:
    """The day with its hour: 2026年5月22日12:00, 2026年1月23日前（第2次）, 2027年3月1日前（暂定）."""
    hour = daytime_text(due.hour)
    notes = [due.kind] if due.kind else []
    notes += [f"第{due.number}次"] if due.number else []
    notes += due.notes
    notes += ["暂定"] if due.provisional else []
    before = "" if hour and due.fixed else "前"
    said = due.about or f"{_day(due.day)}{hour}{before}"
    return said + (f"（{'，'.join(notes)}）" if notes else "")


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
