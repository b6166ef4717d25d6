"""A sheet as a page: where its parts stand, what may be entered, how it is seen and printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import ceil
from typing import NamedTuple

from xlsxwriter.utility import quote_sheetname, xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from xuequ.writers.tables.sheets import Cell, Column, Kind, Sheet, shown
from xuequ.writers.widths import cells, wishes

_WIDEST, _SAMPLE, _DAY_WIDTH, _TITLE = 44, 200, 16.5, 8
#: Half-width characters that a page on its side holds when it is printed at about nine tenths.
_PAGE = 155
#: Of its width in digits, what a column holds in half-width characters of the sheets' type.
_HOLDS = 0.955
#: Points of a line, of what is around it, and of the highest row Excel has.
_LINE, _GAP, _HIGHEST = 15, 5, 409
_HEADING = re.compile(r"\{([^{}]+)\}")
_EARLIEST, _LATEST = date(2000, 1, 1), date(2100, 12, 31)
#: What a reader may do in a protected sheet; everything but breaking the formulas.
_ALLOWED = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "sort": True,
    "autofilter": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}


class SheetAreas(NamedTuple):
    """Where the parts of a sheet stand: rows and columns from 0."""

    headings: Mapping[str, int]
    head: int
    first: int
    end: int
    last: int
    today: str
    """The cell with the date that deadlines are held against."""

    @classmethod
    def of(cls, sheet: Sheet) -> SheetAreas:
        """The places of a sheet."""
        head = 2 if sheet.state else 1
        last = len(sheet.columns) - 1
        return cls(
            headings={column.name: number for number, column in enumerate(sheet.columns)},
            head=head,
            first=head + 1,
            end=head + max(len(sheet.rows), 1),
            last=last,
            today=xl_rowcol_to_cell(1, last, row_abs=True, col_abs=True),
        )

    @property
    def key(self) -> int:
        """The hidden column, behind the last one."""
        return self.last + 1

    def column(self, heading: str) -> str:
        """The cells of a column, for a formula."""
        number = self.headings[heading]
        return str(xl_range_abs(self.first, number, self.end, number))

    def formula(self, written: str, line: int) -> str:
        """A column's formula for one row."""

        def cell(found: re.Match[str]) -> str:
            if found[1] == "today":
                return self.today
            return str(xl_rowcol_to_cell(line, self.headings[found[1]], col_abs=True))

        return _HEADING.sub(cell, written)


class IndexEntry(NamedTuple):
    """What the index says of a sheet: its name, how many rows it has, where its first column and its states are."""

    name: str
    rows: int
    first: str
    states: str


def line_of(sheet: Sheet, name: str) -> IndexEntry:
    """The line of a sheet that is called `name`."""
    place, quoted = SheetAreas.of(sheet), quote_sheetname(name)
    states = f"{quoted}!{place.column(sheet.state)}" if sheet.state else ""
    return IndexEntry(name, len(sheet.rows), f"{quoted}!{place.column(sheet.columns[0].name)}", states)


def set_up(page: Worksheet, sheet: Sheet, place: SheetAreas, wide: Sequence[float]) -> None:
    """Widths, drop-downs, what stays in sight, the printed page, and what is protected."""
    for number, width in enumerate(wide):
        page.set_column(number, number, width)
    for number, column in enumerate(sheet.columns):
        if told := _entry(column, number, place):
            page.data_validation(place.first, number, place.end, number, told)
    if sheet.keys:
        page.set_column(place.key, place.key, None, None, {"hidden": True})
    totals = any(column.total for column in sheet.columns)
    page.freeze_panes(place.first, min(2, place.last))
    page.repeat_rows(0, place.head)
    page.print_area(0, 0, place.end + totals, place.last)
    page.autofilter(place.head, 0, place.end, place.key if sheet.keys else place.last)
    on_paper(page, sheet.title)
    page.protect("", _ALLOWED)


def on_paper(page: Worksheet, title: str) -> None:
    """A4 on its side, as wide as the page; what it is above, the number of the page below."""
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.7)
    page.center_horizontally()
    # Excel takes 255 characters, and reads a single & as a sign of its own; digits behind &9 would be part of the size.
    page.set_header('&L&9&"-,Regular"' + title[:100].replace("&", "&&") + "&R&9&A")
    page.set_footer("&C第 &P 页，共 &N 页")


def widths(sheet: Sheet) -> list[float]:
    """How wide each column is, in half-width characters: what it needs, and together no more than a page holds."""
    head = [column.name for column in sheet.columns]
    sample = [tuple(map(shown, row)) for row in sheet.rows[:_SAMPLE]]
    least = [_least(column, sheet.upright) for column in sheet.columns]
    if sheet.due:
        least[-1] = max(least[-1], _DAY_WIDTH)
    wanted = [
        min(max(usual + 2, low), _WIDEST) for (_, usual), low in zip(wishes(head, sample), least, strict=True)
    ]
    beyond = sum(wanted) - max(_PAGE, sum(least))
    spare = sum(want - low for want, low in zip(wanted, least, strict=True))
    if beyond <= 0 or not spare:
        return wanted
    return [want - beyond * (want - low) / spare for want, low in zip(wanted, least, strict=True)]


def _least(column: Column, upright: bool) -> float:
    if column.kind is Kind.DATE:
        return _DAY_WIDTH
    heading = 2 if upright else min(cells(column.name), _TITLE)
    return max(heading + 3, *(cells(choice) + 4 for choice in column.choices), 0)


def heights(rows: Iterable[Sequence[Cell]], wide: Sequence[float]) -> Iterator[float]:
    """How high each row is in points, so that every line is seen: not every program works that out."""
    known: list[dict[str, int]] = [{} for _ in wide]
    for row in rows:
        lines = 1
        for text, width, seen in zip(row, wide, known, strict=True):
            if type(text) is str and (len(text) * 2 > width * _HOLDS or "\n" in text):
                if text not in seen:
                    seen[text] = _lines(text, width)
                lines = max(lines, seen[text])
        yield min(_LINE * lines + _GAP, _HIGHEST)


def title_height(title: str, wide: Sequence[float]) -> float:
    """How high the row of a title over all columns is: it is half as large again as the rest."""
    (high,) = heights([(title,)], (sum(wide) / 1.5,))
    return 1.5 * high


def _lines(text: str, width: float) -> int:
    return sum(ceil(max(cells(part), 1) / (width * _HOLDS)) for part in text.split("\n"))


def _entry(column: Column, number: int, place: SheetAreas) -> dict[str, object] | None:
    """What may be entered in a column, None where it is anything."""
    if column.choices:
        told: dict[str, object] = {"validate": "list", "source": list(column.choices)}
        if column.free:
            return {**told, "show_error": False}
        return {**told, "error_title": column.name, "error_message": f"请填：{'、'.join(column.choices)}"}
    if column.kind is Kind.DATE:
        return {
            "validate": "date",
            "criteria": "between",
            "minimum": _EARLIEST,
            "maximum": _LATEST,
            "error_title": column.name,
            "error_message": "请填日期，如 2025-9-30",
        }
    if column.at_most:
        own = xl_rowcol_to_cell(place.first, number)
        most = xl_rowcol_to_cell(place.first, place.headings[column.at_most], col_abs=True)
        return {
            "validate": "custom",
            "value": f'=AND(ISNUMBER({own}),{own}>=0,OR({most}="",{own}<={most}))',
            "error_title": column.name,
            "error_message": f"请填数字，不小于 0，不超过{column.at_most}",
        }
    return None
