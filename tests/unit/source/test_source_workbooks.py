"""Workbooks as people and their programs leave them: merged, hidden, formatted, damaged."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from reading import underlined
from xuequ.model.roster_columns import is_known
from xuequ.source.number_formats import shown
from xuequ.source.tables import ReadTable, read_table

HEADINGS = ["代码", "名称", "学区", "教师"]


def workbook(fill: Callable[[Worksheet], None]) -> bytes:
    book = openpyxl.Workbook()
    fill(book.worksheets[0])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def altered(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The workbook with one of its parts changed as text; an empty part is left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            text = change(text.decode()).encode() if name == part else text
            if text:
                new.writestr(name, text)
    return out.getvalue()


def sheet(*rows: list[object]) -> bytes:
    def fill(page: Worksheet) -> None:
        for row in rows:
            page.append(row)

    return workbook(fill)


def read(data: bytes) -> ReadTable:
    return read_table(data, "名册.xlsx", is_known)


def cells(data: bytes) -> list[tuple[str, ...]]:
    table, findings = read(data)
    assert table is not None, findings
    return [row.cells for row in table.rows]


def codes(data: bytes) -> list[str]:
    return [each.code for each in read(data).findings]


def test_a_merged_range_counts_for_each_of_its_cells() -> None:
    def fill(page: Worksheet) -> None:
        for row in (HEADINGS, ["1", "甲校", "东片", 10], ["2", "乙校", None, 20], ["3", "丙校", "西片", 30]):
            page.append(row)
        page.merge_cells("C2:C3")

    table, findings = read(workbook(fill))
    assert table is not None
    assert not findings
    assert [row.cells[2] for row in table.rows] == ["东片", "东片", "西片"]
    assert table.merged == {(3, "学区")}


def test_a_title_over_all_columns_and_a_remark_under_them_stay_where_they_are() -> None:
    def fill(page: Worksheet) -> None:
        for row in (["青山县学校一览"], HEADINGS, ["1", "甲校", "东片", 10], ["注：教师为专任教师"]):
            page.append(row)
        page.merge_cells("A1:D1")
        page.merge_cells("A4:D4")

    data = workbook(fill)
    assert codes(data) == ["YML214"]
    assert cells(data) == [("1", "甲校", "东片", "10"), ("注：教师为专任教师", "", "", "")]


def test_headings_in_two_rows_are_read_as_one() -> None:
    def fill(page: Worksheet) -> None:
        page.append(["代码", "名称", "学生", None, "教师", None])
        page.append([None, None, "小学", "初中", "在编", "小学"])
        page.append(["1", "甲校", 10, 20, 3, 4])
        for merged in ("A1:A2", "B1:B2", "C1:D1", "E1:F1"):
            page.merge_cells(merged)

    table, findings = read(workbook(fill))
    assert table is not None
    assert [each.code for each in findings] == ["YML214"]
    assert table.header == ("代码", "名称", "学生小学", "初中", "在编", "教师小学")
    assert [row.cells for row in table.rows] == [("1", "甲校", "10", "20", "3", "4")]


def test_headings_in_two_rows_of_a_csv_are_read_as_one_too() -> None:
    text = "代码,名称,学生,,\n,,小学,初中,\n1,甲校,10,20,\n"
    table, _ = read_table(text.encode(), "a.csv", is_known)
    assert table is not None
    assert table.header == ("代码", "名称", "小学", "初中")


def test_a_cluster_with_its_name_and_role_under_it_is_a_cluster_with_roles() -> None:
    text = "代码,名称,学区,,教师,\n,,名称,角色,在编,\n1,甲校,东片,中心学校,10,\n"
    table, _ = read_table(text.encode(), "a.csv", is_known)
    assert table is not None
    assert table.header == ("代码", "名称", "学区", "学区.角色", "在编")


def test_a_first_school_without_code_is_no_second_heading() -> None:
    text = "代码,名称,学区,镇\n,甲校,东片,城关\n2,乙校,东片,城关\n"
    table, _ = read_table(text.encode(), "a.csv", is_known)
    assert table is not None
    assert len(table.rows) == 2


def test_lines_above_the_headings_are_told_and_not_read() -> None:
    text = "青山县学校名册,,\n填报单位：教育局,,2025年9月\n代码,名称,学段\n1,甲校,小学\n"
    table, findings = read_table(text.encode(), "a.csv", is_known)
    assert table is not None
    assert table.header == ("代码", "名称", "学段")
    assert [(each.code, each.args["row"], each.args["count"]) for each in findings] == [("YML214", 3, 2)]


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (7, "0000", "0007"),
        (7, '"JK"000', "JK007"),
        (36210, "000-000", "036-210"),
        (3, '"第"0"片区"', "第3片区"),
        (1232, "#,##0", "1232"),
        (17, "General", "17"),
        (17, "0_ ", "17"),
        (1.5, "0", "1.5"),
        (2.1, "0.00", "2.10"),
        (0.1, "0%", "10%"),
        (45901, "yyyy/m/d", "2025-09-01"),
        (45901, 'm"月"d"日"', "2025-09-01"),
        (45901.5, "yyyy-mm-dd hh:mm", "2025-09-01T12:00:00"),
        (1, "[Red]00;[Blue]-00", "01"),
        (-3, "000", "-3"),
        (362100012345678912, "0", "3.62100012345679E+17"),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(value: float, form: str, text: str) -> None:
    assert shown(str(value), form).text == text

    def fill(page: Worksheet) -> None:
        page.append(["代码", "名称"])
        page.append([value, "甲校"])
        page["A2"].number_format = form

    assert cells(workbook(fill)) == [(text, "甲校")]


def test_a_column_of_numbers_is_known_from_one_of_codes() -> None:
    def fill(page: Worksheet) -> None:
        for row in (["代码", "名称", "教师"], [101, "甲校", 10], [102, "乙校", 20]):
            page.append(row)
        page["A2"].number_format = page["A3"].number_format = "0000"

    table, _ = read(workbook(fill))
    assert table is not None
    assert table.numbers == {"教师"}


def test_days_count_from_1904_where_the_workbook_says_so() -> None:
    def fill(page: Worksheet) -> None:
        page.append(["代码", "名称", "建校"])
        page.append(["1", "甲校", 44439])
        page["C2"].number_format = "yyyy-mm-dd"

    data = altered(
        workbook(fill),
        "xl/workbook.xml",
        lambda text: re.sub("<workbookPr[^>]*>", '<workbookPr date1904="1"/>', text),
    )
    assert cells(data) == [("1", "甲校", "2025-09-01")]


@pytest.mark.parametrize("styles", ["", "<styleSheet><fills><fill/>", "not xml at all", "<styleSheet/>"])
def test_damaged_styles_keep_no_value_from_being_read(styles: str) -> None:
    data = altered(sheet(["代码", "名称"], ["1", "甲校"]), "xl/styles.xml", lambda _: styles)
    assert cells(data) == [("1", "甲校")]


def test_cells_and_rows_may_leave_out_where_they_stand() -> None:
    data = altered(
        sheet(["代码", "名称"], ["1", "甲校"]),
        "xl/worksheets/sheet1.xml",
        lambda text: re.sub(r' (?:r|spans)="[^"]*"', "", text),
    )
    assert cells(data) == [("1", "甲校")]


@pytest.mark.parametrize("number", ["99999999999", "-1", "x"])
def test_a_row_that_no_sheet_has_makes_a_workbook_unreadable(number: str) -> None:
    data = altered(
        sheet(["代码", "名称"], ["1", "甲校"]),
        "xl/worksheets/sheet1.xml",
        lambda text: text.replace('<row r="2"', f'<row r="{number}"'),
    )
    assert codes(data) == ["YML202"]


def test_readings_above_characters_are_no_part_of_a_text() -> None:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    page = book.add_worksheet()
    for number, row in enumerate((["代码", "名称"], ["1", "甲校"])):
        page.write_row(number, 0, row)
    book.close()
    reading = "<r><t>甲</t></r><r><t>校_x000D_</t></r><rPh sb='0' eb='1'><t>jia</t></rPh>"
    data = altered(out.getvalue(), "xl/sharedStrings.xml", lambda text: text.replace("<t>甲校</t>", reading))
    assert cells(data) == [("1", "甲校")]


def test_the_first_sheet_that_is_not_hidden_is_read() -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].sheet_state = "hidden"
    second = book.create_sheet("名册")
    for row in (["代码", "名称"], ["1", "甲校"]):
        second.append(row)
    stream = io.BytesIO()
    book.save(stream)
    table, findings = read(stream.getvalue())
    assert table is not None
    assert [(each.code, each.args["sheet"]) for each in findings] == [("YML208", "名册")]


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    def fill(page: Worksheet) -> None:
        for row in (
            HEADINGS,
            ["1", "甲校", "东片", 10],
            ["2", "乙校", "东片", 20],
            ["3", "丙校", "西片", 30],
        ):
            page.append(row)
        page.row_dimensions[3].hidden = page.row_dimensions[9].hidden = True
        page.column_dimensions["C"].hidden = True

    table, findings = read(workbook(fill))
    assert table is not None
    assert len(table.rows) == 3
    told = [(each.code, each.args.get("row", each.args.get("heading"))) for each in findings]
    assert told == [("YML216", 3), ("YML217", "学区")]


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#NAME?"])
def test_an_error_in_a_cell_is_told_there(error: str) -> None:
    text = f"代码,名称,学区\n1,甲校,{error}\n"
    table, (found,) = read_table(text.encode(), "a.csv")
    assert table is not None
    assert (found.code, underlined(table.text, found.primary)) == ("YML215", f"2:6 {error}")
    assert table.rows[0].cells == ("1", "甲校", "")
    assert codes(sheet(["代码", "名称"], ["1", error])) == ["YML215"]


@pytest.mark.parametrize(
    "written", ["'001", '="001"', '"=""001"""', '=T("001")', "\t001", "001\u200b", "\u2060001"]
)
def test_what_makes_text_of_a_number_is_no_part_of_it(written: str) -> None:
    table, findings = read_table(f"代码,名称\n{written},甲校\n".encode(), "a.csv")
    assert table is not None
    assert not findings
    assert table.rows[0].cells == ("001", "甲校")


def test_an_apostrophe_of_a_name_stays() -> None:
    table, _ = read_table("代码,名称\n1,'甲'校\n".encode(), "a.csv")
    assert table is not None
    assert table.rows[0].cells == ("1", "'甲'校")


@pytest.mark.parametrize("character", ["\u200b", "\u202e", "\u2060", "\xad", "\x0b"])
def test_a_character_nobody_sees_is_named_within_a_cell(character: str) -> None:
    text = f"代码,名称,学区\n1,甲{character}校,东{character}片\n2,乙校,东片{character}\n"
    table, (found,) = read_table(text.encode(), "a.csv")
    assert table is not None
    assert (found.code, found.args) == ("YML213", {"character": f"U+{ord(character):04X}", "count": 2})
    assert [row.cells for row in table.rows] == [("1", "甲校", "东片"), ("2", "乙校", "东片")]


def test_a_web_page_called_a_workbook_is_not_read() -> None:
    page = b"<html><table><tr><td>code</td></tr></table></html>"
    assert [each.code for each in read_table(page, "a.xls").findings] == ["YML202"]
