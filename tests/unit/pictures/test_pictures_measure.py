"""Widths and line breaks of Chinese and Latin text."""

from __future__ import annotations

import pytest

from xuequ.pictures.measure import balanced, cells, printable, wrap


@pytest.mark.parametrize(
    ("text", "expected"),
    [("学区", 4), ("“三区”", 8), ("abc", 3), ("e\u0301", 1), ("𠮷", 2), ("", 0)],
)
def test_a_chinese_character_is_two_cells_wide(text: str, expected: int) -> None:
    """Quotation marks count as Chinese, combining marks as nothing."""
    assert cells(text) == expected


def test_no_line_begins_with_a_closing_mark() -> None:
    """A comma hangs over the edge instead."""
    assert wrap("召开学区会议，通报", 12) == ("召开学区会议，", "通报")


def test_no_line_ends_with_an_opening_mark() -> None:
    """The quotation mark goes to the next line with its word."""
    assert wrap("建立健全“学区”", 10) == ("建立健全", "“学区”")


def test_a_latin_word_is_not_broken_unless_it_fills_a_line() -> None:
    """Codes and names stay whole where they can."""
    assert wrap("学校 school-12 名单", 10) == ("学校", "school-12", "名单")
    assert wrap("abcdefghijkl", 6) == ("abcdef", "ghijkl")


def test_balanced_lines_leave_no_character_alone() -> None:
    """As many lines as needed, of nearly equal length."""
    assert wrap("学区工作领导小组办", 16) == ("学区工作领导小组", "办")
    assert balanced("学区工作领导小组办", 16) == ("学区工作领", "导小组办")


def test_an_empty_text_is_one_empty_line() -> None:
    """A box always has a title line."""
    assert wrap("", 10) == ("",) == balanced("", 10)


def test_control_characters_and_line_breaks_do_not_get_into_pictures() -> None:
    """XML cannot hold them, and a label is one line."""
    assert printable("学\x00区\x1b\n办\t公室\ud800") == "学区 办 公室"
