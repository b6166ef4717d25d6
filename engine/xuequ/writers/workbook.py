"""Sheets as an Excel workbook: the same bytes for the same rows, row by row, so that its size costs no memory.

Heads stay in sight and on every printed page. All cells can be written in but those that are reckoned and those
that head the table, so a sheet is protected without a password: what people enter cannot break what is counted.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from tempfile import TemporaryDirectory
from typing import Self

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from xuequ.writers.tables.index import write_index
from xuequ.writers.tables.looks import Looks, looks_of
from xuequ.writers.tables.page import IndexEntry, SheetAreas, heights, line_of, set_up, title_height, widths
from xuequ.writers.tables.sheets import BEGINS, DONE, STATES, UNDER_WAY, Cell, Column, Kind, Sheet, Tentative

_LONG_AGO = datetime(2000, 1, 1)
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "－"))
_SHORT, _HEAD = 4, 24
#: The name of the first sheet of several.
INDEX = "目录"


def write(sheets: Iterable[Sheet], *, title: str, issued: str = "", index: bool = True) -> bytes:
    """The workbook of some sheets, see `Book`."""
    with Book(title=title, issued=issued, index=index) as book:
        for sheet in sheets:
            book.add(sheet)
        return book.data()


class Book:
    """A workbook that takes one sheet after another and keeps none of them: what is written lies on the disk.

    `issued` (an ISO date) is the date in its properties; two sheets or more get an `index` before them. Its
    temporary files go with the end of the `with` statement.
    """

    def __init__(self, *, title: str, issued: str = "", index: bool = True) -> None:
        self._title, self._index = title, index
        self._created = datetime.fromisoformat(issued) if issued else _LONG_AGO
        self._lines: list[IndexEntry] = []
        self._names: set[str] = {INDEX.lower()} if index else set()
        self._first: Sheet | None = None
        self._out = BytesIO()

    def __enter__(self) -> Self:
        self._folder = TemporaryDirectory(prefix="xuequ-")
        options = {
            "constant_memory": True,
            "tmpdir": self._folder.name,
            "strings_to_formulas": False,
            "strings_to_urls": False,
        }
        self._book = Workbook(self._out, options)
        self._book.set_properties({"title": self._title, "created": self._created})
        self._looks = looks_of(self._book)
        return self

    def __exit__(self, *_: object) -> None:
        for page in self._book.worksheets():
            # Left open where the book was not finished.
            if page.row_data_fh is not None:
                page.row_data_fh.close()
        self._folder.cleanup()

    def add(self, sheet: Sheet) -> None:
        """Write one more sheet; the first waits for a second, since only several have an index."""
        if self._index and not self._lines and self._first is None:
            self._first = sheet
            return
        if self._first is not None:
            self._page = self._book.add_worksheet(INDEX)
            first, self._first = self._first, None
            self._fill(first)
        self._fill(sheet)

    def data(self) -> bytes:
        """The file; nothing can be added any more."""
        if self._first is not None:
            self._names.clear()
            self._fill(self._first)
        elif self._index and self._lines:
            write_index(self._page, self._lines, self._title, self._looks)
        self._book.close()
        return self._out.getvalue()

    def _fill(self, sheet: Sheet) -> None:
        name = sheet_name(sheet.name, self._names)
        _fill(self._book.add_worksheet(name), sheet, self._looks, self._created.date())
        self._lines.append(line_of(sheet, name))


def sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that Excel takes: at most 31 characters, none of its signs, none that it takes for another's."""
    wanted = wanted.translate(_FORBIDDEN).strip("'")[:31] or "表"
    name, number = wanted, 1
    while _alike(name) in taken or _alike(name) == "history":
        number += 1
        name = f"{wanted[: 31 - len(str(number))]}{number}"
    taken.add(_alike(name))
    return name


def _alike(name: str) -> str:
    """What does not tell sheets apart: case, width and Unicode form do not."""
    return unicodedata.normalize("NFKC", name).casefold()


def _fill(page: Worksheet, sheet: Sheet, looks: Looks, today: date) -> None:
    place, wide = SheetAreas.of(sheet), widths(sheet)
    _top(page, sheet, place, looks, wide)
    if sheet.state:
        _count(page, sheet, place, looks, today)
    _head(page, sheet, place, looks, wide)
    _rows(page, sheet, place, looks, wide)
    if any(column.total for column in sheet.columns):
        _totals(page, sheet, place, looks)
    if sheet.state:
        _colours(page, sheet, place, looks)
    set_up(page, sheet, place, wide)


def _top(page: Worksheet, sheet: Sheet, place: SheetAreas, looks: Looks, wide: Sequence[float]) -> None:
    if place.last:
        page.merge_range(0, 0, 0, place.last, sheet.title, looks.title)
    else:
        page.write_string(0, 0, sheet.title, looks.title)
    page.set_row(0, title_height(sheet.title, wide))


def _head(page: Worksheet, sheet: Sheet, place: SheetAreas, looks: Looks, wide: Sequence[float]) -> None:
    (high,) = heights([[column.name for column in sheet.columns]], wide)
    page.set_row(place.head, max(high, _HEAD))
    for number, column in enumerate(sheet.columns):
        page.write_string(place.head, number, column.name, looks.head)
    if sheet.keys:
        page.write_string(place.head, place.key, "key", looks.head)


def _count(page: Worksheet, sheet: Sheet, place: SheetAreas, looks: Looks, today: date) -> None:
    """The line above the head: how many are done, and the date that deadlines are held against."""
    states = place.column(sheet.state)
    parts = [f'"共"&COUNTA({states})&"项"', *(f'"，{s}"&COUNTIF({states},"{s}")&"项"' for s in STATES)]
    known = f"共{len(sheet.rows)}项，{BEGINS}{len(sheet.rows)}项，{UNDER_WAY}0项，{DONE}0项"
    if sheet.due:
        days = place.column(sheet.due)
        parts.append(f'"，逾期"&COUNTIFS({states},"<>{DONE}",{days},"<"&{place.today})&"项"')
        late = sum(
            1 for row in sheet.rows if isinstance(day := row[sheet.at(sheet.due)], date) and day < today
        )
        known += f"，逾期{late}项"
        page.write_string(1, place.last - 1, "核对日期", looks.mark)
        serial = (today - date(1899, 12, 30)).days
        page.write_formula(1, place.last, "=TODAY()", looks.day, serial)
    end = place.last - 2 if sheet.due else place.last
    page.merge_range(1, 0, 1, end, "", looks.line)
    page.write_formula(1, 0, "=" + "&".join(parts), looks.line, known)


def _rows(page: Worksheet, sheet: Sheet, place: SheetAreas, looks: Looks, wide: Sequence[float]) -> None:
    formats = [_format(sheet, number, column, looks) for number, column in enumerate(sheet.columns)]
    reckoned = [(number, column) for number, column in enumerate(sheet.columns) if column.formula]
    for line, (row, high) in enumerate(zip(sheet.rows, heights(sheet.rows, wide), strict=True), place.first):
        page.set_row(line, high)
        for number, value in enumerate(row):
            look = looks.tentative if isinstance(value, Tentative) else formats[number]
            _write(page, line, number, value, look)
        for number, column in reckoned:
            page.write_formula(line, number, place.formula(column.formula, line), formats[number], "")
        if sheet.keys:
            # Rows can be sorted only where none of their cells is locked.
            page.write_string(line, place.key, sheet.keys[line - place.first], looks.entry)


def _write(page: Worksheet, line: int, number: int, value: Cell, look: Format) -> None:
    if value == "":
        page.write_blank(line, number, None, look)
    elif isinstance(value, str):
        page.write_string(line, number, value, look)
    elif isinstance(value, date):
        page.write_datetime(line, number, value, look)
    else:
        page.write_number(line, number, value, look)


def _format(sheet: Sheet, number: int, column: Column, looks: Looks) -> Format:
    if column.formula:
        return looks.reckoned
    if column.kind is not Kind.TEXT:
        return looks.day if column.kind is Kind.DATE else looks.number
    short = all(len(str(row[number])) <= _SHORT for row in sheet.rows[:50])
    return looks.mark if short else looks.entry


def _totals(page: Worksheet, sheet: Sheet, place: SheetAreas, looks: Looks) -> None:
    for number, column in enumerate(sheet.columns):
        if column.total:
            cells = xl_range_abs(place.first, number, place.end, number)
            known = sum(value for row in sheet.rows if isinstance(value := row[number], int | float))
            entered = any(isinstance(row[number], int | float) for row in sheet.rows)
            total = f'=IF(COUNT({cells})=0,"",SUM({cells}))'
            page.write_formula(place.end + 1, number, total, looks.sum, known if entered else "")
        elif number:
            page.write_blank(place.end + 1, number, None, looks.sum)
        else:
            page.write_string(place.end + 1, number, "合计", looks.sum)


def _colours(page: Worksheet, sheet: Sheet, place: SheetAreas, looks: Looks) -> None:
    """Rows that are done, then those overdue, then those under way; the first that holds decides."""
    state = xl_rowcol_to_cell(place.first, sheet.at(sheet.state), col_abs=True)
    wanted = [(f'={state}="{DONE}"', looks.done)]
    if sheet.due:
        due = xl_rowcol_to_cell(place.first, sheet.at(sheet.due), col_abs=True)
        wanted.append((f"=AND(ISNUMBER({due}),{due}<{place.today})", looks.overdue))
    wanted.append((f'={state}="{UNDER_WAY}"', looks.under_way))
    for criteria, look in wanted:
        told = {"type": "formula", "criteria": criteria, "format": look, "stop_if_true": True}
        page.conditional_format(place.first, 0, place.end, place.last, told)
