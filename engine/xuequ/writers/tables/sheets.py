"""Tables that people fill in, as values: what stands in them, what may be entered where, what is reckoned."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

#: The states of a task, as a drop-down; a task begins with the first and is over with the last.
STATES = ("未完成", "进行中", "已完成")
BEGINS, UNDER_WAY, DONE = STATES
#: What may stand as evidence; anything else can be written too.
EVIDENCE = ("文件", "会议记录", "签到表", "照片", "工作报告", "统计表", "网页链接", "其他")

Cell = str | int | float | date


class Tentative(date):
    """A date that no published list of rest days reaches; it is seen as 暂定 and counts as the date it is."""

    @classmethod
    def of(cls, day: date) -> Tentative:
        """That day."""
        return cls(day.year, day.month, day.day)


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"


class Column(NamedTuple):
    """A column by its heading.

    `choices` make a drop-down; with `free` other words are taken too. `formula` is reckoned in every row, with
    `{heading}` for the cell of another column and `{today}` for the date that is held against; nobody writes
    over it. `total` adds the column up at the foot. A number is `at_most` what stands in that other column.
    """

    name: str
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    free: bool = False
    formula: str = ""
    total: bool = False
    at_most: str = ""


class Sheet(NamedTuple):
    """One sheet: title line, columns and rows; `keys` name each row for programs, and are hidden.

    `state` and `due` are headings: of the column that says how far a task is, and of the one with its last day. A
    sheet with a state says how many are done and colours what is done or overdue. `upright` turns the headings.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keys: tuple[str, ...] = ()
    state: str = ""
    due: str = ""
    upright: bool = False

    def at(self, heading: str) -> int:
        """Where the column of that heading stands, from 0."""
        return next(number for number, column in enumerate(self.columns) if column.name == heading)


def plain(*names: str) -> tuple[Column, ...]:
    """Columns of text."""
    return tuple(Column(name) for name in names)


def shown(cell: Cell) -> str:
    """A cell as it is seen."""
    if not isinstance(cell, date):
        return str(cell)
    return f"{cell.year}年{cell.month}月{cell.day}日{'（暂定）' if isinstance(cell, Tentative) else ''}"
