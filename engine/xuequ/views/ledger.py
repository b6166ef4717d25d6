"""The ledger (台账): one line for each time a duty or an appraisal is due, to be closed (销号) one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from xuequ.views.agenda import Dated, Entry, entries
from xuequ.views.context import Context
from xuequ.views.document_kinds import after
from xuequ.views.wording import NOTHING

COLUMNS = ("序号", "工作内容", "责任单位", "完成时限", "实际完成时间", "报送人", "状态")
#: What is due more often than this in the period has one line, which says its rhythm, its first and its last day.
_OFTEN = 12


class Item(NamedTuple):
    """One line: what work, whose it is, its time in words, and its last day where there is one."""

    key: str
    work: str
    owner: str
    when: str
    due: date | None = None
    many: bool = False
    """Whether it stands for all times of work that is often due; the last day is then the last of them."""
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
            (str(number), item.work, item.owner, _time(item), "", "", "")
            for number, item in enumerate(items, 1)
        ),
        items=items,
    )


def _items(entry: Entry, dated: Dated | None) -> Iterator[Item]:
    days = last_days(dated)
    whole = Item(entry.key, entry.name, entry.owner or NOTHING, entry.when or NOTHING)
    if len(days) > _OFTEN:
        yield whole._replace(due=days[-1], many=True)
    elif len(days) > 1:
        yield from (whole._replace(due=day, turn=turn) for turn, day in enumerate(days, 1))
    else:
        yield whole._replace(due=days[0] if days else None)


def last_days(dated: Dated | None) -> list[date]:
    """The days work is due in the period, in order; none where it hangs on something nobody dated."""
    return sorted({window.due for window in dated.windows}) if dated else []


def _time(item: Item) -> str:
    """One time by its day; all times of work that is often due by their rhythm."""
    return f"{_day(item.due)}前" if item.due and not item.many else item.when


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
