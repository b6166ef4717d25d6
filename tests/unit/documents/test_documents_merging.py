"""Cells that are one: what stands in several rows is said once."""

from __future__ import annotations

from io import BytesIO

import docx as python_docx
import pdfplumber
import pytest

from xuequ.markup.blocks import Table, parse
from xuequ.writers import docx, html, pdf
from xuequ.writers.merging import spans
from xuequ.writers.page import NATIONAL

TEXT = """\
# 表

| 序号 | 重点任务 | 具体措施 | 牵头单位 |
|---|---|---|---|
| 1 | 健全机制 | 组建集团 | 教育局 |
| 2 | 健全机制 | 划定学区 | 教育局 |
| 3 | 交流 | **轮岗** | 教育局 |
"""


def test_what_is_repeated_from_the_left_is_joined_and_what_stands_behind_is_not() -> None:
    rows = [("1", "甲", "一", "局"), ("2", "甲", "二", "局"), ("3", "乙", "三", "局")]
    assert spans(rows) == [[1, 2, 1, 1], [1, 0, 1, 1], [1, 1, 1, 1]]


def test_a_second_column_is_joined_within_the_first() -> None:
    rows = [("甲", "子", "一"), ("甲", "子", "二"), ("乙", "子", "三"), ("乙", "丑", "四")]
    assert spans(rows) == [[2, 2, 1], [0, 0, 1], [2, 1, 1], [0, 1, 1]]


def test_rows_that_say_the_same_throughout_stay_two_rows() -> None:
    assert spans([("甲", "子"), ("甲", "子")]) == [[2, 1], [0, 1]]
    assert spans([("1", "甲", "子"), ("2", "甲", "子")]) == [[1, 2, 2], [1, 0, 0]]
    alike = Table(head=("措施", "职责"), rows=(("轮岗", "开会"), ("轮岗", "开会")), plain=True)
    made = python_docx.Document(BytesIO(docx.write((alike,), title="表", issued="", page=NATIONAL)))
    assert [row.cells[1].text for row in made.tables[0].rows] == ["职责", "开会", "开会"]


def test_nothing_is_not_joined() -> None:
    assert spans([("—", "一"), ("—", "二"), ("", "三"), ("", "四")]) == [[1, 1]] * 4
    assert spans([]) == []


def test_a_long_stretch_is_said_again_after_a_while() -> None:
    joined = [row[0] for row in spans([("甲", str(number)) for number in range(30)])]
    assert [each for each in joined if each] == [12, 12, 6]


def test_word_has_one_cell_over_the_rows() -> None:
    (table,) = python_docx.Document(BytesIO(docx.write(parse(TEXT), title="表"))).tables
    assert [cell.text for cell in table.columns[1].cells] == ["重点任务", "健全机制", "健全机制", "交流"]
    assert table.cell(1, 1)._tc is table.cell(2, 1)._tc
    assert table.cell(3, 2).paragraphs[0].runs[0].bold
    assert [cell.text for cell in table.rows[2].cells] == ["2", "健全机制", "划定学区", "教育局"]


def test_a_page_of_the_web_has_one_cell_over_the_rows() -> None:
    text = html.write(parse(TEXT), title="表", style="")
    assert text.count("健全机制") == 1
    assert ' rowspan="2">健全机制</td>' in text


@pytest.mark.skipif(
    pdf.found_faces(NATIONAL) is None, reason="this machine has no Chinese font, and so no PDF"
)
def test_a_pdf_has_one_cell_over_the_rows() -> None:
    with pdfplumber.open(BytesIO(pdf.write(parse(TEXT), title="表"))) as made:
        words = made.pages[0].extract_text()
    assert words.count("健全机制") == 1
    assert words.count("教育局") == 3


def test_every_row_has_as_many_spans_as_cells() -> None:
    (table,) = (block for block in parse(TEXT) if isinstance(block, Table))
    assert [len(row) for row in spans(table.rows)] == [4, 4, 4]
