"""Comments that allow a finding: how they are read, and which line they speak of."""

from __future__ import annotations

from datetime import date

import pytest

from xuequ.rules.suppression import Allowance, Remarks, remarks
from xuequ.source.document import Document


def read(text: str) -> Remarks:
    return remarks(Document(file="a.yaml", text=text, value=None, marks=None))


def one(text: str) -> Allowance:
    said = read(text)
    assert not said.unreadable
    (allowance,) = said.allowances
    return allowance


@pytest.mark.parametrize(
    "comment",
    [
        "# xuequ: allow RES201, TIM101 until 2026-09-01 -- 待市局批复",
        "#xuequ:allow res201,TIM101 until 2026-09-01--待市局批复  ",
        "# xuequ：允许 RES201、TIM101 至 2026-09-01 —— 待市局批复",
        "#\txuequ : 放行 RES201 TIM101 截至2026-09-01——待市局批复",
    ],
)
def test_a_comment_is_read_in_either_language(comment: str) -> None:
    allowance = one(f"a: 1 {comment}\n")
    assert allowance.codes == ("RES201", "TIM101")
    assert allowance.until == date(2026, 9, 1)
    assert allowance.reason == "待市局批复"


@pytest.mark.parametrize(
    "comment",
    [
        "# xuequ: allow",
        "# xuequ: allow RES -- a family is too much",
        "# xuequ: allow RES201 until 2026-02-30 -- no such day",
        "# xuequ: allow RES201 because",
        "# xuequ: noqa",
    ],
)
def test_what_speaks_to_xuequ_and_cannot_be_read_is_told(comment: str) -> None:
    said = read(f"a: 1 {comment}\n")
    assert not said.allowances
    assert [place.span.start.column for place in said.unreadable if place.span] == [6]


@pytest.mark.parametrize(
    "text",
    [
        "# xuequ: 1\n",
        'a: "# xuequ: allow RES201 -- x"\n',
        "a: |\n  # xuequ: allow RES201 -- x\n",
        "xuequ: 1 # x\n",
    ],
)
def test_text_and_a_head_commented_out_are_no_such_comments(text: str) -> None:
    assert read(text) == Remarks((), ())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1 # xuequ: allow RES201 -- x\nb: 2\n", 1),
        ("# xuequ: allow RES201 -- x\na: 1\n", 2),
        ("a:\r\n  # xuequ: allow RES201 -- x\r\n\r\n  # another remark\r\n  b: 1\r\n", 5),
        ("a: 1\n# xuequ: allow RES201 -- x\n", 2),
    ],
)
def test_alone_in_a_line_it_speaks_of_the_next_one_that_holds_something(text: str, line: int) -> None:
    assert one(text).line == line


def test_it_holds_with_a_reason_and_through_its_last_day() -> None:
    until = one("a: 1 # xuequ: allow RES201 until 2026-09-01 -- x\n")
    assert until.holds(date(2026, 9, 1))
    assert not until.holds(date(2026, 9, 2))
    assert not one("a: 1 # xuequ: allow RES201 --  \n").holds(date(2026, 1, 1))
