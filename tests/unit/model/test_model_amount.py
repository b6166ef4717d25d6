"""Amounts: from a quantity, from a mapping, and what is wrong in one."""

from __future__ import annotations

import pytest

from xuequ.model.amount.amounts import Amount, Split, read_amount, read_amounts
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.unreadable import Unreadable


def quantity(text: object) -> Quantity:
    found = read_quantity(text)
    assert isinstance(found, Quantity)
    return found


def test_a_quantity_alone_is_a_count() -> None:
    assert read_amount("5次以上") == Amount(count=quantity("5次以上"))
    assert read_amount(3) == Amount(count=quantity(3))


def test_a_part_of_one_alone_is_a_share() -> None:
    assert read_amount("15%") == Amount(share=quantity("15%"))
    assert read_amount("三分之二以上") == Amount(share=quantity("2/3.."))


def test_a_mapping_is_read_field_by_field() -> None:
    said = {"share": "15%", "of": "一线教师", "hold": "county", "per": ["subject", "grade"], "round": "up"}
    expected = Amount(
        share=quantity("15%"), of="一线教师", hold="county", per=("subject", "grade"), round="up"
    )
    assert read_amount(said) == expected


def test_a_share_of_an_amount_holds_that_amount() -> None:
    inner = Amount(share=quantity("15%"), of="teacher")
    assert read_amount({"share": "20%", "of": {"share": "15%", "of": "teacher"}}) == Amount(
        share=quantity("20%"), of=inner
    )


def test_a_number_up_to_one_is_a_share_where_a_share_is_asked() -> None:
    assert read_amount({"share": 0.15}) == Amount(share=quantity("15%"))


def test_a_share_above_one_without_a_percent_sign_is_not_guessed_at() -> None:
    found = read_amount({"share": 15})
    assert isinstance(found, Unreadable)
    assert found.path == ("share",)
    assert found.nearest[0] == "15%"


def test_a_split_names_its_units_or_counts_them() -> None:
    found = read_amount(
        {"count": 20, "split": [{"units": ["甲", "乙"], "count": 5}, {"units": 3, "count": "2..4"}]}
    )
    assert isinstance(found, Amount)
    assert found.split == (
        Split(units=("甲", "乙"), count=quantity(5)),
        Split(how_many=quantity(3), count=quantity("2..4")),
    )


def test_an_unspecified_field_is_named_and_empty() -> None:
    found = read_amount({"share": "15%", "hold": "unspecified"})
    assert found == Amount(share=quantity("15%"), unspecified=frozenset({"hold"}))


def test_count_and_share_together_are_a_finding_at_the_second() -> None:
    found = read_amount({"count": 3, "share": "15%"})
    assert isinstance(found, Unreadable)
    assert (found.code, found.path) == ("AMT004", ("share",))


def test_an_unreadable_part_is_found_at_its_place_in_a_list() -> None:
    found = read_amounts(["3", {"count": 3, "split": [{"units": 2, "count": "许许"}]}])
    assert isinstance(found, Unreadable)
    assert found.path == (1, "split", 0, "count")


def test_a_list_is_several_amounts() -> None:
    assert read_amounts(["3", "15%"]) == (Amount(count=quantity(3)), Amount(share=quantity("15%")))
    assert read_amounts("3") == (Amount(count=quantity(3)),)


def test_the_quantity_of_an_amount_is_whichever_it_states() -> None:
    found = read_amount({"value": "30万元"})
    assert isinstance(found, Amount)
    assert found.quantity == quantity("300000元")


@pytest.mark.parametrize(
    ("text", "share", "base"),
    [
        ("不低于教师总数的15%", "不低于15%", "教师"),
        ("教师总数的15%以上", "15%以上", "教师"),
        ("占骨干教师的三分之一", "三分之一", "骨干教师"),
        ("不超过校级领导的百分之十", "不超过百分之十", "校级领导"),
        ("一线教师15%", "15%", "一线教师"),
    ],
)
def test_a_share_and_its_base_in_one_text_are_shown_as_a_mapping(text: str, share: str, base: str) -> None:
    found = read_amount(text)
    assert isinstance(found, Unreadable)
    assert found.nearest == (f"{{比例: {share}, 基数: {base}}}",)


def test_a_number_for_each_school_is_shown_as_a_mapping() -> None:
    found = read_amount("每校不少于2人")
    assert isinstance(found, Unreadable)
    assert found.nearest == ("{数量: 不少于2人, 按: 学校}",)
