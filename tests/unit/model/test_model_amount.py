"""Amounts: from a quantity, from a mapping, and what is wrong in one."""

from __future__ import annotations

import pytest

from xuequ.model.amount.amounts import Amount, Split, read_amounts
from xuequ.model.amount.per import Per
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.amount.saying import say_amount
from xuequ.model.unreadable import Unreadable


def quantity(text: object) -> Quantity:
    found = read_quantity(text)
    assert isinstance(found, Quantity)
    return found


def read_amount(value: object) -> Amount | Unreadable:
    found = read_amounts(value)
    if isinstance(found, Unreadable):
        return found
    assert len(found) == 1
    return found[0]


def test_a_quantity_alone_is_a_count() -> None:
    assert read_amount("5次以上") == Amount(count=quantity("5次以上"))
    assert read_amount(3) == Amount(count=quantity(3))


def test_a_part_of_one_alone_is_a_share() -> None:
    assert read_amount("15%") == Amount(share=quantity("15%"))
    assert read_amount("三分之二以上") == Amount(share=quantity("2/3.."))


def test_a_mapping_is_read_field_by_field() -> None:
    said = {"share": "15%", "of": "一线教师", "hold": "county", "per": ["subject", "grade"], "round": "up"}
    expected = Amount(
        share=quantity("15%"),
        of="一线教师",
        hold="county",
        per=(Per(unit="subject"), Per(unit="grade")),
        round="up",
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


def test_an_unreadable_part_is_found_at_its_place() -> None:
    found = read_amount({"count": 3, "split": [{"units": 2, "count": "许许"}]})
    assert isinstance(found, Unreadable)
    assert found.path == ("split", 0, "count")


def test_a_share_is_no_count_and_a_count_no_share() -> None:
    for said, instead in (({"count": "15%"}, "{比例: 15%}"), ({"share": "5名"}, "{数量: 5名}")):
        found = read_amount(said)
        assert isinstance(found, Unreadable)
        assert found.nearest == (instead,)


def test_what_it_was_before_is_a_quantity_or_words() -> None:
    assert read_amount({"share": "95%", "from": "85%", "trend": "up"}) == Amount(
        share=quantity("95%"), from_=quantity("85%"), trend="up"
    )
    assert read_amount({"value": "2个百分点", "from": "上年", "trend": "up"}) == Amount(
        value=quantity("2个百分点"), from_="上年", trend="up"
    )


@pytest.mark.parametrize("trend", ["up", "down"])
def test_a_trend_against_its_own_numbers_is_told(trend: str) -> None:
    low, high = ("80%", "90%") if trend == "down" else ("90%", "80%")
    found = read_amount({"share": high, "from": low, "trend": trend})
    assert isinstance(found, Unreadable)
    assert found.code == "AMT006"


def test_the_quantity_of_an_amount_is_whichever_it_states() -> None:
    found = read_amount({"value": "30万元"})
    assert isinstance(found, Amount)
    assert found.quantity == quantity("300000元")


@pytest.mark.parametrize(
    ("total", "part", "said"),
    [
        ({"value": "900万元"}, 300, "300万元"),
        ({"value": "900万元"}, "200..300", "200万—300万元"),
        ({"value": "900万元"}, "300万元", "300万元"),
        ({"value": "900万元"}, "3000000元", "3000000元"),
        ({"value": "8亿元"}, 2, "2亿元"),
        ({"count": "30名"}, 10, "10名"),
        ({"count": 30}, 10, "10个"),
    ],
)
def test_a_bare_part_is_of_what_the_total_is_of(total: dict[str, object], part: object, said: str) -> None:
    found = read_amount({**total, "split": [{"units": "甲县", "count": part}]})
    assert isinstance(found, Amount)
    assert say_amount(found, str).endswith(f"其中甲县{said}")
