"""Sheets as an Excel workbook: the same bytes for the same rows.

Heads stay in sight and on every printed page. All cells can be written in but those that are reckoned and those
that head the table, so a sheet is protected without a password: what people enter cannot break what is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from xuequ.documents.sheets import BEGINS, DONE, STATES, UNDER_WAY, Cell, Column, Kind, Sheet
from xuequ.documents.workbook_page import Place, heights, set_up, widths

_LONG_AGO = datetime(2000, 1, 1)
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", "－"))
_DAY = 'yyyy"年"m"月"d"日"'
_SHORT, _HEAD = 4, 24
#: Sheets that are counted on the index need not be opened for that.
INDEX = "目录"


class Looks(NamedTuple):
    """How cells look; `entry` to `number` can be written in."""

    title: Format
    line: Format
    head: Format
    entry: Format
    mark: Format
    day: Format
    number: Format
    reckoned: Format
    sum: Format
    link: Format
    overdue: Format
    done: Format
    under_way: Format


def write(sheets: Sequence[Sheet], *, title: str, issued: str = "", index: bool = True) -> bytes:
    """The workbook; `issued` (an ISO date) is the date in its properties. Several sheets get an `index`."""
    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    created = datetime.fromisoformat(issued) if issued else _LONG_AGO
    book.set_properties({"title": title, "created": created})
    looks = _looks(book)
    index = index and len(sheets) > 1
    names = sheet_names(sheets, (INDEX,) if index else ())
    if index:
        from xuequ.documents.workbook_index import write_index

        write_index(book.add_worksheet(INDEX), sheets, names, title, looks)
    for name, sheet in zip(names, sheets, strict=True):
        _fill(book.add_worksheet(name), sheet, looks, created.date())
    book.close()
    return out.getvalue()


def _looks(book: Workbook) -> Looks:
    cell = {"border": 1, "valign": "vcenter", "text_wrap": True, "font_name": "仿宋", "font_size": 11}
    centred = {**cell, "align": "center"}
    free = {"locked": False}
    head = {**centred, "font_name": "黑体", "bg_color": "#E7ECF2"}
    reckoned = {**centred, "bg_color": "#F3F3F3"}
    return Looks(
        title=book.add_format(
            {
                "font_name": "方正小标宋简体",
                "font_size": 16,
                "align": "center",
                "valign": "vcenter",
                "text_wrap": True,
            }
        ),
        line=book.add_format({"font_name": "仿宋", "font_size": 11, "valign": "vcenter"}),
        head=book.add_format(head),
        entry=book.add_format({**cell, **free}),
        mark=book.add_format({**centred, **free}),
        day=book.add_format({**centred, **free, "num_format": _DAY}),
        number=book.add_format({**centred, **free, "num_format": "0.##"}),
        reckoned=book.add_format(reckoned),
        sum=book.add_format({**reckoned, "bold": True, "num_format": "0.##"}),
        link=book.add_format({**cell, "font_color": "#1F4E79", "underline": 1}),
        overdue=book.add_format({"bg_color": "#F8CBAD", "font_color": "#9C0006"}),
        done=book.add_format({"bg_color": "#E2EFDA", "font_color": "#375623"}),
        under_way=book.add_format({"bg_color": "#FFF2CC"}),
    )


def sheet_names(sheets: Sequence[Sheet], taken: Sequence[str] = ()) -> list[str]:
    """Names that Excel takes: at most 31 characters, none of its signs, no two alike."""
    names: list[str] = list(taken)
    for sheet in sheets:
        wanted = sheet.name.translate(_FORBIDDEN).strip("'")[:31] or "表"
        name, number = wanted, 1
        while name.lower() in {n.lower() for n in names}:
            number += 1
            name = f"{wanted[: 31 - len(str(number))]}{number}"
        names.append(name)
    return names[len(taken) :]


def _fill(page: Worksheet, sheet: Sheet, looks: Looks, today: date) -> None:
    place, wide = Place.of(sheet), widths(sheet)
    _head(page, sheet, place, looks, wide)
    if sheet.state:
        _count(page, sheet, place, looks, today)
    _rows(page, sheet, place, looks, wide)
    if any(column.total for column in sheet.columns):
        _totals(page, sheet, place, looks)
    if sheet.state:
        _colours(page, sheet, place, looks)
    set_up(page, sheet, place, wide)


def _head(page: Worksheet, sheet: Sheet, place: Place, looks: Looks, wide: Sequence[float]) -> None:
    if place.last:
        page.merge_range(0, 0, 0, place.last, sheet.title, looks.title)
    else:
        page.write_string(0, 0, sheet.title, looks.title)
    # The title is half as large again as the rest.
    (high,) = heights([(sheet.title,)], (sum(wide) / 1.5,))
    page.set_row(0, 1.5 * high)
    (high,) = heights([[column.name for column in sheet.columns]], wide)
    page.set_row(place.head, max(high, _HEAD))
    for number, column in enumerate(sheet.columns):
        page.write_string(place.head, number, column.name, looks.head)
    if sheet.keys:
        page.write_string(place.head, place.key, "key", looks.head)


def _count(page: Worksheet, sheet: Sheet, place: Place, looks: Looks, today: date) -> None:
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


def _rows(page: Worksheet, sheet: Sheet, place: Place, looks: Looks, wide: Sequence[float]) -> None:
    formats = [_format(sheet, number, column, looks) for number, column in enumerate(sheet.columns)]
    reckoned = [(number, column) for number, column in enumerate(sheet.columns) if column.formula]
    for line, (row, high) in enumerate(zip(sheet.rows, heights(sheet.rows, wide), strict=True), place.first):
        page.set_row(line, high)
        for number, value in enumerate(row):
            _write(page, line, number, value, formats[number])
        for number, column in reckoned:
            page.write_formula(line, number, place.formula(column.formula, line), formats[number], "")
    for line, key in enumerate(sheet.keys, place.first):
        page.write_string(line, place.key, key)


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


def _totals(page: Worksheet, sheet: Sheet, place: Place, looks: Looks) -> None:
    for number, column in enumerate(sheet.columns):
        if column.total:
            cells = xl_range_abs(place.first, number, place.end, number)
            known = sum(value for row in sheet.rows if isinstance(value := row[number], int | float))
            page.write_formula(place.end + 1, number, f"=SUM({cells})", looks.sum, known)
        elif number:
            page.write_blank(place.end + 1, number, None, looks.sum)
        else:
            page.write_string(place.end + 1, number, "合计", looks.sum)


def _colours(page: Worksheet, sheet: Sheet, place: Place, looks: Looks) -> None:
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
