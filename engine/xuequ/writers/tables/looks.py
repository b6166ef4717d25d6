"""How the cells of a workbook look."""

from __future__ import annotations

from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

_DAY = 'yyyy"年"m"月"d"日"'


class Looks(NamedTuple):
    """How cells look; `entry` to `number` can be written in."""

    title: Format
    line: Format
    head: Format
    entry: Format
    mark: Format
    day: Format
    tentative: Format
    number: Format
    reckoned: Format
    sum: Format
    rate: Format
    sum_rate: Format
    link: Format
    overdue: Format
    done: Format
    under_way: Format


def looks_of(book: Workbook) -> Looks:
    """The looks, added to a workbook."""
    cell = {"border": 1, "valign": "vcenter", "text_wrap": True, "font_name": "仿宋", "font_size": 11}
    centred = {**cell, "align": "center"}
    free = {"locked": False}
    head = {**centred, "font_name": "黑体", "bg_color": "#E7ECF2"}
    reckoned = {**centred, "bg_color": "#F3F3F3"}
    # Numbers as they are: of "0.##" Excel makes "4." out of a whole one.
    total = {**reckoned, "bold": True}
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
        tentative=book.add_format({**centred, **free, "num_format": f'{_DAY}"（暂定）"'}),
        number=book.add_format({**centred, **free}),
        reckoned=book.add_format(reckoned),
        sum=book.add_format(total),
        rate=book.add_format({**reckoned, "num_format": "0%"}),
        sum_rate=book.add_format({**total, "num_format": "0%"}),
        link=book.add_format({**cell, "font_color": "#1F4E79", "underline": 1}),
        overdue=book.add_format({"bg_color": "#F8CBAD", "font_color": "#9C0006"}),
        done=book.add_format({"bg_color": "#E2EFDA", "font_color": "#375623"}),
        under_way=book.add_format({"bg_color": "#FFF2CC"}),
    )
