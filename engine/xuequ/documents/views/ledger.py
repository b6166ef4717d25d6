"""The ledger (台账): one line for each time a duty is due, to be closed (销号) one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from xuequ.documents.views.agenda import Dated
from xuequ.documents.views.ground import Ground
from xuequ.documents.views.wording import NOTHING, base
from xuequ.documents.views.work import Line
from xuequ.model.elements import Path

COLUMNS = ("序号", "工作内容", "责任单位", "完成时限", "实际完成时间", "报送人", "状态")
#: A duty that is due more often than this in the period has one line for all of them.
_OFTEN = 12


class Item(NamedTuple):
    """One line: the duty, whose it is, its time in words, and its last day where there is one."""

    path: Path
    work: str
    owner: str
    when: str
    due: date | None = None
    turn: int = 0
    """Which time it is, from 1; 0 where the duty has one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView:
    """What the template `ledger.md.j2` has; `items` are the same lines with dates as dates."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    items: tuple[Item, ...]


def view(ground: Ground, dated: tuple[Dated, ...]) -> LedgerView:
    """The ledger of a scheme; without dates every duty has one line."""
    known = {item.line.path: item for item in dated}
    items = tuple(item for line in ground.lines.values() for item in _items(line, known.get(line.path)))
    return LedgerView(
        title=f"{base(ground.scheme)}工作台账",
        columns=COLUMNS,
        rows=tuple(
            (str(number), item.work, item.owner, _time(item), "", "", "")
            for number, item in enumerate(items, 1)
        ),
        items=items,
    )


def _items(line: Line, dated: Dated | None) -> Iterator[Item]:
    days = last_days(dated)
    whole = Item(line.path, line.name, line.owner or NOTHING, line.when or NOTHING)
    if len(days) > _OFTEN:
        yield whole._replace(when=f"{line.when}（本期{len(days)}次）", due=days[-1])
    elif len(days) > 1:
        yield from (whole._replace(due=day, turn=turn) for turn, day in enumerate(days, 1))
    else:
        yield whole._replace(due=days[0] if days else None)


def last_days(dated: Dated | None) -> list[date]:
    """The days a duty is due in the period, in order; none where it hangs on something nobody dated."""
    return sorted({window.due for window in dated.windows}) if dated else []


def _time(item: Item) -> str:
    if item.due is None:
        return item.when
    return f"{item.due.year}年{item.due.month}月{item.due.day}日前"
