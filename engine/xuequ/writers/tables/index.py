"""The first sheet of a workbook with several: where each is, and how far its tasks are."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.utility import quote_sheetname, xl_range_abs
from xlsxwriter.worksheet import Worksheet

from xuequ.writers.tables.looks import Looks
from xuequ.writers.tables.page import IndexEntry, on_paper, title_height
from xuequ.writers.tables.sheets import BEGINS, DONE, STATES, UNDER_WAY
from xuequ.writers.widths import cells

_WIDEST, _TITLE = 60, 30


def write_index(page: Worksheet, lines: Sequence[IndexEntry], title: str, looks: Looks) -> None:
    """Fill the index: one line a sheet with a link, how many tasks, how many done; the whole at the foot."""
    counted = any(line.states for line in lines)
    heads = ("序号", "表名", "项数", *((*STATES, "完成率") if counted else ()))
    last, end = len(heads) - 1, len(lines) + 1
    name = min(max(cells(line.name) for line in lines) + 4, _WIDEST)
    wide = (8, name, *(12 for _ in heads[2:]))
    heading = f"{title}（目录）"
    page.merge_range(0, 0, 0, last, heading, looks.title)
    page.set_row(0, max(title_height(heading, wide), _TITLE))
    for number, head in enumerate(heads):
        page.write_string(1, number, head, looks.head)
    for row, line in enumerate(lines, 2):
        _line(page, row, line, looks)
    _whole(page, end, counted, sum(line.rows for line in lines), looks)
    _page(page, wide, end, last, title)


def _line(page: Worksheet, row: int, line: IndexEntry, looks: Looks) -> None:
    page.write_number(row, 0, row - 1, looks.reckoned)
    page.write_url(row, 1, f"internal:{quote_sheetname(line.name)}!A1", looks.link, line.name)
    page.write_formula(row, 2, f"=COUNTA({line.first})", looks.reckoned, line.rows)
    if not line.states:
        return
    for number, state in enumerate(STATES, 3):
        known = line.rows if state == BEGINS else 0
        page.write_formula(row, number, f'=COUNTIF({line.states},"{state}")', looks.reckoned, known)
    _rate(page, row, looks.rate)


def _rate(page: Worksheet, line: int, look: Format) -> None:
    """The share that is done."""
    at = 3 + STATES.index(DONE)
    done = f"{chr(65 + at)}{line + 1}"
    formula = f'=IF(C{line + 1}=0,"—",{done}/C{line + 1})'
    page.write_formula(line, 3 + len(STATES), formula, look, 0)


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
        _rate(page, line, looks.sum_rate)


def _page(page: Worksheet, wide: Sequence[float], end: int, last: int, title: str) -> None:
    for number, width in enumerate(wide):
        page.set_column(number, number, width)
    page.freeze_panes(2, 2)
    page.repeat_rows(0, 1)
    page.print_area(0, 0, end + 1, last)
    on_paper(page, title)
    page.protect("", {"format_columns": True, "select_locked_cells": True})
