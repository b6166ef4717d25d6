"""The first sheet of a workbook with several: where each is, and how far its tasks are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from xuequ.documents.sheets import BEGINS, DONE, STATES, UNDER_WAY, Sheet
from xuequ.documents.widths import cells
from xuequ.documents.workbook_page import Place, on_paper

if TYPE_CHECKING:
    from xuequ.documents.workbook import Looks

_WIDEST = 60


def write_index(
    page: Worksheet, sheets: Sequence[Sheet], names: Sequence[str], title: str, looks: Looks
) -> None:
    """Fill the index: one line a sheet with a link, how many tasks, how many done; the whole at the foot."""
    counted = any(sheet.state for sheet in sheets)
    heads = ("序号", "表名", "项数", *((*STATES, "完成率") if counted else ()))
    last, end = len(heads) - 1, len(sheets) + 1
    page.merge_range(0, 0, 0, last, f"{title}（目录）", looks.title)
    page.set_row(0, 30)
    for number, head in enumerate(heads):
        page.write_string(1, number, head, looks.head)
    for line, (sheet, name) in enumerate(zip(sheets, names, strict=True), 2):
        _line(page, line, sheet, name, looks)
    _whole(page, end, counted, sum(len(sheet.rows) for sheet in sheets), looks)
    _page(page, names, end, last, title)


def _line(page: Worksheet, line: int, sheet: Sheet, name: str, looks: Looks) -> None:
    quoted = quote_sheetname(name)
    page.write_number(line, 0, line - 1, looks.reckoned)
    page.write_url(line, 1, f"internal:{quoted}!A1", looks.link, name)
    first = f"{quoted}!{Place.of(sheet).column(sheet.columns[0].name)}"
    page.write_formula(line, 2, f"=COUNTA({first})", looks.reckoned, len(sheet.rows))
    if not sheet.state:
        return
    states = f"{quoted}!{Place.of(sheet).column(sheet.state)}"
    for number, state in enumerate(STATES, 3):
        known = len(sheet.rows) if state == BEGINS else 0
        page.write_formula(line, number, f'=COUNTIF({states},"{state}")', looks.reckoned, known)
    _rate(page, line, looks)


def _rate(page: Worksheet, line: int, looks: Looks) -> None:
    """The share that is done, as whole per cents in words, so that no format is needed."""
    at = 3 + STATES.index(DONE)
    done = f"{chr(65 + at)}{line + 1}"
    formula = f'=IF(C{line + 1}=0,"—",ROUND(100*{done}/C{line + 1},0)&"%")'
    page.write_formula(line, 3 + len(STATES), formula, looks.reckoned, "0%")


def _whole(page: Worksheet, end: int, counted: bool, many: int, looks: Looks) -> None:
    line = end + 1
    page.write_blank(line, 0, None, looks.sum)
    page.write_string(line, 1, "合计", looks.sum)
    known = {2: many, 3: many, 3 + STATES.index(UNDER_WAY): 0, 3 + STATES.index(DONE): 0}
    for number in range(2, 3 + len(STATES) if counted else 3):
        page.write_formula(
            line, number, f"=SUM({xl_range_abs(2, number, end, number)})", looks.sum, known[number]
        )
    if counted:
        _rate(page, line, looks)


def _page(page: Worksheet, names: Sequence[str], end: int, last: int, title: str) -> None:
    page.set_column(0, 0, 8)
    page.set_column(1, 1, min(max(map(cells, names)) + 4, _WIDEST))
    page.set_column(2, last, 12)
    page.freeze_panes(2, 2)
    page.repeat_rows(0, 1)
    page.print_area(0, 0, end + 1, last)
    on_paper(page, title)
    page.protect("", {"format_columns": True, "select_locked_cells": True})
