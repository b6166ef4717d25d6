"""Workbooks that people fill in, read back by openpyxl."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

import schemes
from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.span import Span, school_year_span
from xuequ.documents import Document, Format, Options, build
from xuequ.resolution.plan import Plan
from xuequ.writers.tables.sheets import STATES, Column, Kind, Sheet
from xuequ.writers.workbook import write

YEAR = SchoolCalendar(period=school_year_span(2025))
SHEET = Sheet(
    "第一/学区",
    "任务清单",
    (
        Column("序号"),
        Column("任务"),
        Column("截止日期", Kind.DATE),
        Column("状态", choices=STATES),
        Column("佐证材料", choices=("照片", "文件"), free=True),
        Column("时限情况", formula='=IF({截止日期}<{today},"逾期","")'),
    ),
    (
        (1, "召开会议", date(2026, 1, 23), "未完成", "", ""),
        (2, "=SUM(A1)", "", "未完成", "", ""),
    ),
    ("duty:a@district", "duty:b@district"),
    state="状态",
    due="截止日期",
)
SCORES = Sheet(
    "学区考核",
    "考核细则",
    (
        Column("指标"),
        Column("分值", Kind.NUMBER, total=True),
        Column("得分", Kind.NUMBER, total=True, at_most="分值"),
    ),
    (("共同发展", 60, ""), ("均衡发展", 40, "")),
)


def opened(*sheets: Sheet) -> Workbook:
    return load_workbook(BytesIO(write(sheets, title="清单", issued="2025-09-01")))


@pytest.fixture(scope="module")
def page() -> Worksheet:
    return opened(SHEET).worksheets[0]


def test_head_and_rows_come_back(page: Worksheet) -> None:
    rows = [[cell.value for cell in row[:5]] for row in page.iter_rows(min_row=3)]
    assert rows == [
        ["序号", "任务", "截止日期", "状态", "佐证材料"],
        [1, "召开会议", datetime(2026, 1, 23), "未完成", None],
        [2, "=SUM(A1)", None, "未完成", None],
    ]


def test_a_date_is_a_date_and_shown_the_chinese_way(page: Worksheet) -> None:
    assert page["C4"].is_date
    assert page["C4"].number_format == 'yyyy"年"m"月"d"日"'


def test_text_that_looks_like_a_formula_is_text(page: Worksheet) -> None:
    assert page["B5"].data_type == "s"


def test_state_and_evidence_are_chosen_from_lists_and_evidence_may_be_another(page: Worksheet) -> None:
    state, evidence = (one for one in page.data_validations.dataValidation if str(one.sqref)[0] in "DE")
    assert (str(state.sqref), state.formula1) == ("D4:D5", '"未完成,进行中,已完成"')
    assert (evidence.formula1, bool(state.showErrorMessage), bool(evidence.showErrorMessage)) == (
        '"照片,文件"',
        True,
        False,
    )


def test_a_date_column_takes_dates_only(page: Worksheet) -> None:
    (dates,) = (one for one in page.data_validations.dataValidation if one.type == "date")
    assert str(dates.sqref) == "C4:C5"


def test_done_and_overdue_rows_are_coloured_against_the_date_cell(page: Worksheet) -> None:
    ((cells, rules),) = ((str(r.sqref), r.rules) for r in page.conditional_formatting)
    assert cells == "A4:F5"
    assert [rule.formula[0] for rule in rules] == [
        '$D4="已完成"',
        "AND(ISNUMBER($C4),$C4<$F$2)",
        '$D4="进行中"',
    ]
    assert page["F2"].value == "=TODAY()"
    assert not page["F2"].protection.locked


def test_the_line_above_counts_tasks_by_formula(page: Worksheet) -> None:
    formula = str(page["A2"].value)
    assert formula.startswith('="共"&COUNTA($D$4:$D$5)')
    assert 'COUNTIFS($D$4:$D$5,"<>已完成",$C$4:$C$5,"<"&$F$2)' in formula


def test_the_count_is_there_before_anything_is_reckoned() -> None:
    book = load_workbook(BytesIO(write([SHEET], title="清单", issued="2026-02-01")), data_only=True)
    assert book.worksheets[0]["A2"].value == "共2项，未完成2项，进行中0项，已完成0项，逾期1项"


def test_only_what_is_reckoned_and_the_head_is_protected(page: Worksheet) -> None:
    assert page.protection.sheet
    assert [cell.protection.locked for cell in page[4][:6]] == [False] * 5 + [True]
    assert page["A3"].protection.locked
    assert page["F4"].value == '=IF($C4<$F$2,"逾期","")'
    assert not page.protection.sort
    assert not page.protection.autoFilter


def test_every_row_has_a_hidden_key(page: Worksheet) -> None:
    assert [page["G4"].value, page["G5"].value] == ["duty:a@district", "duty:b@district"]
    assert page.column_dimensions["G"].hidden


def test_keys_are_sorted_along_and_not_printed(page: Worksheet) -> None:
    assert page.auto_filter.ref == "A3:G5"
    assert page.print_area == "'第一－学区'!$A$1:$F$5"


def test_the_head_stays_in_sight_and_on_every_printed_page(page: Worksheet) -> None:
    assert page.freeze_panes == "C4"
    assert page.print_title_rows == "$1:$3"


def test_the_page_is_a4_on_its_side_and_one_page_wide(page: Worksheet) -> None:
    setup = page.page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToHeight) == (9, "landscape", 0)
    assert setup.fitToWidth in (None, 1)
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.oddFooter is not None
    assert page.oddFooter.center is not None
    assert page.oddFooter.center.text == "第 &P 页，共 &N 页"
    assert page.oddHeader is not None
    assert page.oddHeader.left is not None
    assert page.oddHeader.left.text == "任务清单"


@pytest.mark.parametrize("title", ["2025年任务清单", "9号方案", "A&B方案", "&P", "甲" * 200])
def test_the_head_of_a_page_is_the_title_whatever_it_begins_with(title: str) -> None:
    with zipfile.ZipFile(BytesIO(write([SHEET._replace(title=title)], title=title))) as book:
        text = book.read("xl/worksheets/sheet1.xml").decode()
    (head,) = re.findall("<oddHeader>(.*?)</oddHeader>", text)
    assert html.unescape(head) == '&L&9&"-,Regular"' + title[:100].replace("&", "&&") + "&R&9&A"


def test_columns_are_as_wide_as_chinese_wants() -> None:
    page = opened(SHEET).worksheets[0]
    assert page.column_dimensions["C"].width >= len("2026年12月31日") + 4
    assert page.column_dimensions["B"].width >= 2 * len("召开会议")


def test_points_are_numbers_and_added_up_by_formula() -> None:
    page = opened(SCORES).worksheets[0]
    assert [page["B3"].value, page["B5"].value, page["C5"].value] == [
        60,
        '=IF(COUNT($B$3:$B$4)=0,"",SUM($B$3:$B$4))',
        '=IF(COUNT($C$3:$C$4)=0,"",SUM($C$3:$C$4))',
    ]
    assert page["B5"].protection.locked
    assert not page["C3"].protection.locked


def test_a_score_is_no_higher_than_its_points() -> None:
    page = opened(SCORES).worksheets[0]
    (rule,) = page.data_validations.dataValidation
    assert (str(rule.sqref), rule.type) == ("C3:C4", "custom")
    assert rule.formula1 == 'AND(ISNUMBER(C3),C3>=0,OR($B3="",C3<=$B3))'


def test_several_sheets_have_an_index_that_links_and_counts() -> None:
    book = opened(SHEET, SHEET)
    assert book.sheetnames == ["目录", "第一－学区", "第一－学区2"]
    index = book["目录"]
    assert index["B4"].hyperlink is not None
    assert index["B4"].hyperlink.location == "'第一－学区2'!A1"
    assert index["F3"].value == "=COUNTIF('第一－学区'!$D$4:$D$5,\"已完成\")"
    assert [index["B5"].value, index["C5"].value] == ["合计", "=SUM($C$3:$C$4)"]


def test_the_index_says_before_anything_is_reckoned_what_is_true_then() -> None:
    book = load_workbook(BytesIO(write([SHEET, SHEET], title="清单")), data_only=True)
    assert [cell.value for cell in book["目录"][5]] == [None, "合计", 4, 4, 0, 0, 0]
    assert [cell.number_format for cell in book["目录"][5]][-1] == "0%"


def test_sheet_names_are_such_as_excel_takes_and_differ() -> None:
    long = SHEET._replace(name="名" * 40)
    book = opened(SHEET, SHEET, long, long, SHEET._replace(name="目录"))
    assert book.sheetnames == ["目录", "第一－学区", "第一－学区2", "名" * 31, "名" * 30 + "2", "目录2"]


def test_a_sheet_without_rows_can_be_opened_and_filled_in() -> None:
    page = opened(SHEET._replace(rows=(), keys=())).worksheets[0]
    assert page["A3"].value == "序号"
    assert str(page.data_validations.dataValidation[1].sqref) == "D4"


def test_the_same_rows_give_the_same_bytes() -> None:
    assert write([SHEET, SCORES], title="清单") == write([SHEET, SCORES], title="清单")


def workbooks(plan: Plan, calendar: SchoolCalendar | None = YEAR) -> dict[str, Workbook]:
    files, _ = build(
        plan, Options(calendar=calendar, formats=frozenset({Format.XLSX}), only=frozenset(Document))
    )
    return {file.path.removesuffix(".xlsx"): load_workbook(BytesIO(file.data)) for file in files}


def keys(page: Worksheet) -> list[str]:
    """What stands in the hidden column."""
    (number,) = (cell.column for row in page.iter_rows(max_row=3) for cell in row if cell.value == "key")
    found = [page.cell(row, number).value for row in range(1, page.max_row + 1)]
    return [str(key) for key in found if key and key != "key"]


def test_rows_are_named_by_the_ids_of_duty_and_actor(plan: Plan) -> None:
    books = workbooks(plan)
    assert keys(books["任务分解表"].worksheets[0])[0] == "duty:meeting/call#2026-01-23"
    listed = keys(books["任务清单"].worksheets[0])
    assert "duty:meeting/call@district/head#2026-07-10" in listed
    assert len(set(listed)) == len(listed)
    assert keys(books["考核细则"].worksheets[0])[0].startswith("criterion:meeting/review/")


def test_keys_stay_when_names_change(plan_of: Callable[..., Plan]) -> None:
    renamed = {
        "bureau": {"name": "县教体局"},
        "office": {"name": "县督导室", "kind": "supervision"},
        "idle": {"name": "办公室"},
    }
    one, other = workbooks(plan_of()), workbooks(plan_of(organs=renamed))
    assert keys(one["任务清单"].worksheets[0]) == keys(other["任务清单"].worksheets[0])


def test_the_ledger_has_a_line_and_a_key_for_each_time_a_duty_is_due(plan: Plan) -> None:
    page = workbooks(plan)["工作台账"].worksheets[0]
    assert [cell.value for cell in page[3]][:10] == [
        "序号",
        "工作内容",
        "责任单位",
        "完成时限",
        "截止日期",
        "实际完成时间",
        "报送人",
        "状态",
        "时限情况",
        "销号",
    ]
    reports = [row for row in page.iter_rows(min_row=4, values_only=True) if "报告工作" in str(row[1])]
    assert len(reports) == 2
    assert all(isinstance(row[4], datetime) for row in reports)
    assert [str(row[10])[:21] for row in reports] == ["duty:meeting/report#2"] * 2


def test_the_ledger_without_a_period_has_words_and_no_dates(plan: Plan) -> None:
    page = workbooks(plan, None)["工作台账"].worksheets[0]
    rows = list(page.iter_rows(min_row=4, values_only=True))
    assert [row[1] for row in rows][2:] == ["建立台账（鼓励）〔本方案补充〕", "学区考核"]
    assert all(row[4] is None for row in rows)


def test_work_that_is_done_once_has_its_first_last_day_and_work_that_comes_round_its_last(
    plan_of: Callable[..., Plan],
) -> None:
    works = {"a": {"name": "挂牌", "when": "9月底前"}, "b": {"name": "例会", "when": "每学期"}}
    three_years = SchoolCalendar(period=Span(date(2025, 9, 1), date(2028, 8, 31)))
    made = plan_of(measures={"m": {"lead": "bureau", "duties": works}}, appraisals={})
    page = workbooks(made, three_years)["任务分解表"].worksheets[0]
    due = {row[2]: row[8] for row in page.iter_rows(min_row=4, values_only=True)}
    assert due == {"挂牌": datetime(2025, 9, 30), "例会": datetime(2028, 7, 14)}


def test_the_calendar_workbook_has_all_that_the_calendar_has() -> None:
    duties = "{巡更: {lead: 局, when: 每周}, 普查: {lead: 局, when: 适时}, 盘点: {lead: 局, when: 12月}}"
    page = workbooks(schemes.plan(f"organs: [局]\nduties: {duties}\n"))["工作行事历"].worksheets[0]
    rows = [[page.cell(row, column).value for column in (1, 2)] for row in range(1, page.max_row + 1)]
    wanted = [["常规", "巡更"], ["2025年12月", "盘点"], ["未排入月份", "普查"]]
    assert [row for row in rows if row in wanted] == wanted


def test_appraisal_sheets_add_up_and_ask_for_evidence(plan: Plan) -> None:
    page = workbooks(plan)["考核细则"].worksheets[0]
    assert [cell.value for cell in page[2]][:8] == [
        "一级指标",
        "二级指标",
        "分值",
        "计分办法",
        "佐证材料",
        "佐证情况",
        "自评得分",
        "考核得分",
    ]
    assert page["C5"].value == '=IF(COUNT($C$3:$C$4)=0,"",SUM($C$3:$C$4))'


def test_a_long_heading_and_a_long_text_are_seen_whole() -> None:
    long = Sheet(
        "表",
        "题",
        (Column("学区家庭教育指导中心办公室"), Column("任务")),
        (("牵", "协作" * 60),),
        upright=True,
    )
    page = opened(long).worksheets[0]
    assert page.row_dimensions[2].height >= 15 * 3
    assert page.row_dimensions[3].height >= 15 * 6


def test_a_row_is_as_high_as_the_lines_of_a_short_text() -> None:
    page = opened(Sheet("表", "题", (Column("任务"),), (("家访\n数额：不少于1次",),))).worksheets[0]
    assert page.row_dimensions[3].height >= 15 * 2


def test_nothing_entered_adds_up_to_nothing() -> None:
    book = load_workbook(BytesIO(write([SCORES], title="表")), data_only=True)
    assert book.worksheets[0]["C5"].value in (None, "")


def test_libreoffice_reads_a_workbook_and_reckons_its_formulas(tmp_path: Path) -> None:
    """What is stored beside a formula is of 2000; LibreOffice knows that 2001 is over."""
    past = SHEET._replace(
        rows=((1, "召开会议", date(2001, 1, 23), "未完成", "", ""),), keys=("duty:a@district",)
    )
    source = tmp_path / "list.xlsx"
    source.write_bytes(write([past], title="清单"))
    office = shutil.which("soffice")
    if office is None:
        pytest.fail("LibreOffice is missing: apt install libreoffice-calc")
    own = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    utf8 = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    subprocess.run(
        [office, own, "--headless", "--convert-to", utf8, "--outdir", str(tmp_path), str(source)],
        capture_output=True,
        check=True,
        timeout=300,
    )
    lines = (tmp_path / "list.csv").read_text(encoding="utf-8").replace('"', "").splitlines()
    assert lines[1].startswith("共1项，未完成1项，进行中0项，已完成0项，逾期1项,")
    assert lines[3] == "1,召开会议,2001年1月23日,未完成,,逾期,duty:a@district"


def test_a_workbook_leaves_nothing_behind_whether_finished_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    write([SHEET, SHEET], title="清单")
    assert list(tmp_path.iterdir()) == []

    def broken() -> Iterator[Sheet]:
        yield from (SHEET, SHEET)
        assert list(tmp_path.iterdir())
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(broken(), title="清单")
    assert list(tmp_path.iterdir()) == []
