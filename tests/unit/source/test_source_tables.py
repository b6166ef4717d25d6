"""Rosters and other tables: CSV and XLSX."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime

import openpyxl
import pytest

from reading import underlined
from xuequ.findings.finding import Place
from xuequ.source.limits import MEGABYTE
from xuequ.source.locate import locate, show
from xuequ.source.tables import Row, Table, read_table

FILE = "roster.csv"


def table(data: str | bytes) -> Table:
    """The table of data in which nothing is found."""
    read, findings = read_table(data if isinstance(data, bytes) else data.encode(), FILE)
    assert read is not None, findings
    assert not findings
    return read


def found(data: str | bytes) -> list[tuple[str, str]]:
    raw = data if isinstance(data, bytes) else data.encode()
    read = read_table(raw, FILE)
    text = read.table.text if read.table else raw.decode("utf-8", "replace")
    return [(f.code, underlined(text, f.primary) if f.primary.span else "") for f in read.findings]


def workbook(*sheets: Iterable[Sequence[object]]) -> bytes:
    book = openpyxl.Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.worksheets[0] if number == 0 else book.create_sheet()
        sheet.title = f"表{number + 1}"
        for row in rows:
            sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def at(read: Table, *path: str | int) -> str:
    return underlined(read.text, Place(file=FILE, span=locate(read, Place(file=FILE, path=path))))


def test_a_row_has_a_cell_for_each_heading_and_the_line_it_begins_in() -> None:
    read = table("code,名称,镇\n1,一小,甲镇\n\n2, 二小 ,\n")
    assert read.header == ("code", "名称", "镇")
    assert read.rows == (Row(2, ("1", "一小", "甲镇")), Row(4, ("2", "二小", "")))


def test_a_cell_in_quotes_may_hold_commas_quotes_and_lines() -> None:
    read = table('code,名称,镇\n1,"一小, ""老"" 校区\n二期",甲镇\n2,二小,乙镇\n')
    assert read.rows == (Row(2, ("1", '一小, "老" 校区\n二期', "甲镇")), Row(4, ("2", "二小", "乙镇")))
    assert at(read, 2, "镇") == "3:5 甲镇"
    assert at(read, 4, "名称") == "4:3 二小"


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(ending: str) -> None:
    read = table(ending.join(["code,名称", "1,一小", "2,二小"]))
    assert [row.number for row in read.rows] == [2, 3]
    assert at(read, 3, "名称") == "3:3 二小"


@pytest.mark.parametrize("delimiter", ["\t", ";"])
def test_cells_may_be_parted_by_tabs_or_semicolons(delimiter: str) -> None:
    read = table("code,名称\n1,一小\n".replace(",", delimiter))
    assert read.rows == (Row(2, ("1", "一小")),)
    assert at(read, 2, "名称") == "2:3 一小"


@pytest.mark.parametrize("head", ["代码，名称，学段", "代码,名称，学段"])
def test_full_width_commas_in_the_heading_are_one_finding(head: str) -> None:
    found = read_table(f"{head}\n1,甲校,小学\n".encode(), "roster.csv")
    assert found.table is None
    assert [each.code for each in found.findings] == ["YML211"]


def test_gbk_is_read_and_said_to_be_so() -> None:
    read, findings = read_table("代码,名称\n1,喆堃小学\n".encode("gb18030"), FILE)
    assert [(f.code, f.args["encoding"]) for f in findings] == [("YML201", "GBK")]
    assert read is not None
    assert read.rows == (Row(2, ("1", "喆堃小学")),)


def test_utf16_is_read_and_said_to_be_so() -> None:
    read, findings = read_table("代码\t名称\n1\t一小\n".encode("utf-16"), FILE)
    assert [f.args["encoding"] for f in findings] == ["UTF-16"]
    assert read is not None
    assert read.header == ("代码", "名称")


def test_a_byte_order_mark_is_no_part_of_the_first_heading() -> None:
    assert table("\ufeffcode,名称\n1,一小\n".encode()).header == ("code", "名称")


def test_a_place_is_a_cell_a_row_or_else_the_header() -> None:
    read = table("code,名称,镇\n1,一小,甲镇\n")
    assert at(read, 2, "名称") == "2:3 一小"
    assert at(read, 2) == "2:1 1,一小,甲镇"
    assert at(read, 2, "没有") == "2:1 1,一小,甲镇"
    assert at(read, 1, "镇") == "1:9 镇"
    assert at(read) == "1:1 code,名称,镇"
    assert at(read, 99, "镇") == "1:9 镇"


def test_a_row_with_too_many_cells_is_shown_at_the_first_too_many() -> None:
    assert found("code,名称\n1,一小,甲镇\n2,二小\n") == [("YML204", "2:6 甲镇")]
    assert found("code,名称\n1,一小,,\n") == []


def test_a_row_that_ends_early_is_a_warning() -> None:
    assert found("code,名称,镇\n1,一小\n") == [("YML205", "2:3 一小")]


def test_a_heading_written_twice_is_shown_and_its_first_column_read() -> None:
    text = "code,镇,镇\n1,甲,乙\n"
    assert found(text) == [("YML206", "1:8 镇")]
    read, _ = read_table(text.encode(), FILE)
    assert read is not None
    assert read.rows == (Row(2, ("1", "甲")),)


def test_a_column_without_heading_is_only_told_of_if_it_holds_something() -> None:
    assert found("code,,镇\n1,x,甲\n") == [("YML207", "1:6")]
    assert found("code,,镇\n1,,甲\n") == []
    read, _ = read_table("code,,镇\n1,x,甲\n".encode(), FILE)
    assert read is not None
    assert at(read, 2, "镇") == "2:5 甲"


@pytest.mark.parametrize("text", ["", "\n\n", ",,\n,,\n", "\ufeff"])
def test_an_empty_table_is_reported(text: str) -> None:
    assert found(text) == [("YML203", "")]


def test_a_quote_never_closed_is_shown_where_it_opens() -> None:
    assert found('code,名称\n1,"一小\n2,二小\n')[-1] == ("YML209", '2:3 "')
    long = 'code,名称\n1,"' + "一小\n2,二小\n" * 40_000
    assert found(long)[-1] == ("YML209", '2:3 "')


def test_a_table_over_the_limit_is_refused() -> None:
    assert [f.code for f in read_table(b"a" * (50 * MEGABYTE), FILE).findings] == ["YML112"]


@pytest.mark.parametrize(
    "data", [b"\xff\xff\xff", b"PK\x03\x04nothing", b"\xd0\xcf\x11\xe0 old", b"a,b\n\x00,1\n"]
)
def test_what_is_no_table_is_said_to_be_none(data: bytes) -> None:
    assert [f.code for f in read_table(data, FILE).findings] == ["YML202"]


def test_a_workbook_is_read_by_its_content_whatever_its_name() -> None:
    read = table(workbook([["code", "名称", "教师"], [101, "一小", 23.0], [], ["A2", "二小", 4.5]]))
    assert read.header == ("code", "名称", "教师")
    assert read.rows == (Row(2, ("101", "一小", "23")), Row(4, ("A2", "二小", "4.5")))
    assert at(read, 4, "名称") == "4:4 二小"


def test_rows_of_a_sheet_that_end_early_are_blank_to_the_right() -> None:
    assert table(workbook([["code", "名称", "镇"], ["1", "一小"]])).rows == (Row(2, ("1", "一小", "")),)


def test_dates_breaks_and_quotes_in_a_sheet_are_written_out() -> None:
    day, moment = date(2025, 9, 1), datetime(2025, 9, 1, 8, 30)
    read = table(workbook([["a", "b", "c", "d"], [day, moment, "一\n小", '"老" 校区']]))
    assert read.rows == (Row(2, ("2025-09-01", "2025-09-01T08:30:00", "一 小", '"老" 校区')),)


def test_only_the_first_sheet_is_read_and_this_is_said() -> None:
    read, findings = read_table(workbook([["code"], ["1"]], [["x"]]), FILE)
    assert [(f.code, f.args["count"], f.args["sheet"]) for f in findings] == [("YML208", 2, "表1")]
    assert read is not None
    assert read.header == ("code",)


def test_findings_in_a_table_are_shown_with_the_row() -> None:
    read, findings = read_table("code,镇,镇\n1,甲,乙\n".encode(), FILE)
    assert read is not None
    assert [one.at.line for one in show(findings, {FILE: read})] == ["code,镇,镇"]


def test_a_table_of_a_hundred_thousand_rows_is_one_finding_and_is_not_read() -> None:
    rows = "\n".join(f"{number},校" for number in range(100_000))
    table, findings = read_table(f"code,name\n{rows}\n".encode(), "a.csv")
    assert table is None
    assert [found.code for found in findings] == ["YML210"]


def test_a_formula_whose_result_is_not_stored_is_not_taken_for_a_blank() -> None:
    heads, schools = (
        ["code", "名称", "学区"],
        [["1", "一小", "=B9"], ["2", "二小", "=B9"], ["3", "三小", "甲学区"]],
    )
    findings = read_table(workbook([heads, *schools]), FILE).findings
    assert [(each.code, each.args["count"], each.args["cell"]) for each in findings] == [("YML212", 2, "C2")]
    assert [each.primary.span.start.line for each in findings if each.primary.span] == [2]


def test_formulas_without_results_below_the_last_school_are_told_as_well() -> None:
    rows = [["code", "名称"], ["1", "一小"], ["=A9", "=B9"], ["=A10", "=B10"]]
    findings = read_table(workbook(rows), FILE).findings
    assert [(each.code, each.args["count"]) for each in findings] == [("YML212", 4)]
