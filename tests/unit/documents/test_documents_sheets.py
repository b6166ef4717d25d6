"""Workbooks, read back by openpyxl."""

from io import BytesIO

from openpyxl import load_workbook

from xuequ.documents.sheets import STATES, Sheet, write

SHEET = Sheet(
    "第一/学区",
    "任务清单",
    ("序号", "任务", "完成情况"),
    (("1", "召开会议", ""), ("2", "=SUM(A1)", "")),
    (("完成情况", STATES),),
)


def test_head_and_rows_come_back() -> None:
    page = load_workbook(BytesIO(write([SHEET], title="清单"))).worksheets[0]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows == [
        ["任务清单", None, None],
        ["序号", "任务", "完成情况"],
        ["1", "召开会议", None],
        ["2", "=SUM(A1)", None],
    ]


def test_text_that_looks_like_a_formula_is_text() -> None:
    page = load_workbook(BytesIO(write([SHEET], title="清单"))).worksheets[0]
    assert page["B4"].data_type == "s"


def test_the_state_is_chosen_from_a_list() -> None:
    page = load_workbook(BytesIO(write([SHEET], title="清单"))).worksheets[0]
    (choice,) = page.data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("C3:C4", '"未完成,进行中,已完成"')


def test_the_head_stays_in_sight_and_on_every_printed_page() -> None:
    page = load_workbook(BytesIO(write([SHEET], title="清单"))).worksheets[0]
    assert page.freeze_panes == "C3"
    assert page.print_title_rows == "$1:$2"


def test_sheet_names_are_such_as_excel_takes_and_differ() -> None:
    long = SHEET._replace(name="名" * 40)
    book = load_workbook(BytesIO(write([SHEET, SHEET, long, long], title="清单")))
    assert book.sheetnames == ["第一－学区", "第一－学区2", "名" * 31, "名" * 30 + "2"]


def test_the_same_rows_give_the_same_bytes() -> None:
    assert write([SHEET], title="清单") == write([SHEET], title="清单")
