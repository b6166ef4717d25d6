"""Widths as a scheme gives them."""

from __future__ import annotations

import pytest

from xuequ.calendar.widths import Widths, read_widths
from xuequ.model.unreadable import Unreadable


@pytest.mark.parametrize("value", ["7天", 7, ["月底"], None])
def test_widths_are_a_mapping(value: object) -> None:
    found = read_widths(value)
    assert isinstance(found, Unreadable)
    assert (found.code, found.text, found.nearest) == ("TIM004", str(value), ("{month_end: 7}",))


def test_a_width_has_the_name_of_the_table_and_a_number_of_its_unit() -> None:
    found = read_widths({"月底": 7, "year_start": "2 months"})
    assert isinstance(found, Widths)
    assert (found.month_end, found.year_start, found.month_start) == (7, 2, Widths().month_start)


@pytest.mark.parametrize(
    ("said", "text", "nearest"),
    [
        ({"月抵": 7}, "月抵", ("月初", "月底", "月末")),
        ({"月底": "2个月"}, "2个月", ("5", "5 days")),
        ({"月底": "3..5"}, "3..5", ("5", "5 days")),
        ({"年初": "5天"}, "5天", ("5", "5 months")),
        ({"年初": []}, "[]", ("5", "5 months")),
    ],
)
def test_another_name_or_unit_is_told_under_its_key(
    said: dict[str, object], text: str, nearest: tuple[str, ...]
) -> None:
    found = read_widths(said)
    assert isinstance(found, Unreadable)
    assert (found.code, found.text, found.nearest, found.path) == ("TIM004", text, nearest, tuple(said))
