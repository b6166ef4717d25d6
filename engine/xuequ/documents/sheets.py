"""Tables that people fill in, as an Excel workbook: the same bytes for the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from xuequ.documents.widths import wishes

#: The states of a task, as a drop-down.
STATES = ("未完成", "进行中", "已完成")
_LONG_AGO = datetime(2000, 1, 1)
_WIDEST = 44
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "－"))


class Sheet(NamedTuple):
    """One sheet: title line, head, rows, and for columns to be filled in what may stand there.

    `choices` gives the drop-down of a column by its heading; `groups` are lines that head the rows after
    them: (number of the row they stand before, text).
    """

    name: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    upright: bool = False


def write(sheets: Sequence[Sheet], *, title: str, issued: str = "") -> bytes:
    """The workbook; `issued` (an ISO date) is the date in its properties."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    created = datetime.fromisoformat(issued) if issued else _LONG_AGO
    book.set_properties({"title": title, "created": created})
    looks = _Looks.of(book)
    for name, sheet in zip(_names(sheets), sheets, strict=True):
        _fill(book.add_worksheet(name), sheet, looks)
    book.close()
    return out.getvalue()


class _Looks(NamedTuple):
    title: Format
    head: Format
    text: Format
    mark: Format

    @classmethod
    def of(cls, book: Workbook) -> _Looks:
        cell = {"border": 1, "valign": "vcenter", "text_wrap": True, "font_name": "仿宋", "font_size": 11}
        centred = {**cell, "align": "center"}
        head = {**centred, "font_name": "黑体", "bg_color": "#E7ECF2"}
        title = {"font_name": "方正小标宋简体", "font_size": 16, "align": "center", "valign": "vcenter"}
        return cls(*(book.add_format(look) for look in (title, head, cell, centred)))


def _names(sheets: Sequence[Sheet]) -> list[str]:
    """Names that Excel takes: at most 31 characters, none of its signs, no two alike."""
    names: list[str] = []
    for sheet in sheets:
        wanted = sheet.name.translate(_FORBIDDEN).strip("'")[:31] or "表"
        name, number = wanted, 1
        while name.lower() in {n.lower() for n in names}:
            number += 1
            name = f"{wanted[: 31 - len(str(number))]}{number}"
        names.append(name)
    return names


def _fill(page: Worksheet, sheet: Sheet, looks: _Looks) -> None:
    last = len(sheet.columns) - 1
    if last:
        page.merge_range(0, 0, 0, last, sheet.title, looks.title)
    else:
        page.write_string(0, 0, sheet.title, looks.title)
    page.set_row(0, 30)
    page.set_row(1, 60 if sheet.upright else 24)
    formats = _formats(sheet, looks)
    for number, heading in enumerate(sheet.columns):
        page.write_string(1, number, heading, looks.head)
    for line, row in enumerate(sheet.rows, 2):
        for number, value in enumerate(row):
            if value:
                page.write_string(line, number, value, formats[number])
            else:
                page.write_blank(line, number, None, formats[number])
    _set_up(page, sheet)


def _formats(sheet: Sheet, looks: _Looks) -> list[Format]:
    sample = sheet.rows[:50]
    return [
        looks.mark if all(len(row[number]) <= 4 for row in sample) else looks.text
        for number in range(len(sheet.columns))
    ]


def _set_up(page: Worksheet, sheet: Sheet) -> None:
    for number, (_, usual) in enumerate(wishes(sheet.columns, sheet.rows)):
        page.set_column(number, number, min(usual + 3, _WIDEST))
    last_line, last = len(sheet.rows) + 1, len(sheet.columns) - 1
    for heading, values in sheet.choices:
        number = sheet.columns.index(heading)
        page.data_validation(
            2, number, max(last_line, 2), number, {"validate": "list", "source": list(values)}
        )
    page.freeze_panes(2, min(2, last))
    page.repeat_rows(0, 1)
    page.print_area(0, 0, last_line, last)
    page.autofilter(1, 0, last_line, last)
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_footer("&C第 &P 页，共 &N 页")
