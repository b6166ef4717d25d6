"""Quantities: every form of the grammar, in digits and in Chinese, and what no form fits."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Place
from xuequ.findings.wording import worded
from xuequ.model.amount.quantity import Quantity, read_quantity, say
from xuequ.model.unreadable import Unreadable


def quantity(text: object) -> Quantity:
    found = read_quantity(text)
    assert isinstance(found, Quantity), found
    return found


def number(value: int | str, **more: object) -> Quantity:
    return between(value, value, **more)


def between(low: int | str | None, high: int | str | None, **more: object) -> Quantity:
    return Quantity(
        low=None if low is None else Fraction(low),
        high=None if high is None else Fraction(high),
        **more,  # type: ignore[arg-type]  # the flags of Quantity
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", number(3)),
        ("3..", between(3, None)),
        ("..5", between(None, 5)),
        ("1..2", between(1, 2)),
        ("over 3", between(3, None, over=True)),
        ("under 3", between(None, 3, under=True)),
        ("about 3", number(3, about=True)),
        ("15%", number("3/20", share=True)),
        ("2/3", number("2/3", share=True)),
        ("3 years", number(3, unit="year")),
        ("..3 terms", between(None, 3, unit="term")),
        ("3.. schools", between(3, None, unit="school")),
        ("several", between(None, None, several=True)),
    ],
)
def test_the_english_forms_are_read(text: str, expected: Quantity) -> None:
    assert quantity(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("三", number(3)),
        ("两", number(2)),
        ("十二", number(12)),
        ("一百", number(100)),
        ("一百零五", number(105)),
        ("20万", number(200_000)),
        ("不低于20%", between("1/5", None, share=True)),
        ("5次以上", between(5, None, unit="time")),
        ("7—9", between(7, 9)),
        ("7-9", between(7, 9)),
        ("三分之二以上", between("2/3", None, share=True)),
        ("百分之十五", number("3/20", share=True)),
        ("百分之百", number(1, share=True)),
        ("约3", number(3, about=True)),
        ("3名左右", number(3, unit="名", about=True)),
        ("不少于3名", between(3, None, unit="名")),
        ("至少两次", between(2, None, unit="time")),
        ("不超过5", between(None, 5)),
        ("5人以内", between(None, 5, unit="person")),
        ("超过半数", between("1/2", None, share=True, over=True)),
        ("不足三成", None),
        ("15—20%", between("3/20", "1/5", share=True)),
        ("１５％", number("3/20", share=True)),
        ("若干", between(None, None, several=True)),
        ("数名", between(None, None, several=True, unit="名")),
        ("10个工作日", number(10, unit="working_day")),
    ],
)
def test_the_short_chinese_forms_are_read(text: str, expected: Quantity | None) -> None:
    if expected is None:
        assert isinstance(read_quantity(text), Unreadable)
    else:
        assert quantity(text) == expected


def test_numbers_of_yaml_are_exact_fractions() -> None:
    assert quantity(3) == number(3)
    assert quantity(0.1).low == Fraction(1, 10)


@pytest.mark.parametrize(
    "text", ["", "全部", "三年级", "一线教师", "x", "1/0", "3..y 5", "..", "3名5名", "百"]
)
def test_what_is_no_quantity_is_not_guessed_at(text: str) -> None:
    found = read_quantity(text)
    assert isinstance(found, Unreadable)
    assert found.code == "AMT001"
    assert found.text == text
    assert found.nearest


@pytest.mark.parametrize("value", [True, None, [3], {"count": 3}])
def test_other_values_than_numbers_and_texts_are_no_quantities(value: object) -> None:
    assert isinstance(read_quantity(value), Unreadable)


def test_a_range_that_ends_before_it_begins_is_its_own_finding() -> None:
    assert read_quantity("5..3") == Unreadable(code="AMT002", text="5..3")


def test_the_text_is_kept_and_does_not_count_in_comparisons() -> None:
    assert quantity("三").text == "三"
    assert quantity("三") == quantity("3")
    assert hash(quantity("三")) == hash(quantity(3))


def test_an_unreadable_quantity_says_what_to_write_instead() -> None:
    found = read_quantity("不低于大半")
    assert isinstance(found, Unreadable)
    said = worded(finding(found.code, Place(file="a.yaml"), text=found.text, nearest=found.nearest), "zh")
    assert said.message == "看不懂数量 `不低于大半`"
    assert said.help.startswith("可以写成 `不低于20%`")
    assert said.label == "应为数、范围或“若干”"


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("3 years", "3年", "3 years"),
        ("1 year", "1年", "1 year"),
        ("5次以上", "5次以上", "at least 5 times"),
        ("..3 terms", "不超过3届", "at most 3 terms"),
        ("over 1/2", "超过50%", "over 50%"),
        ("under 3", "不足3", "under 3"),
        ("7—9名", "7—9名", "7–9"),
        ("三分之二以上", "不低于2/3", "at least 2/3"),
        ("several", "若干", "several"),
        ("约3", "约3", "about 3"),
    ],
)
def test_quantities_are_said_in_both_languages(text: str, chinese: str, english: str) -> None:
    assert say(quantity(text)) == chinese
    assert say(quantity(text), "en") == english


def test_a_bound_holds_its_own_number_unless_it_excludes_it() -> None:
    assert quantity("5次以上").holds(5)
    assert not quantity("超过5").holds(5)
    assert quantity("..5").holds(5)
    assert not quantity("under 5").holds(5)
    assert not quantity("1..2").holds(3)


def test_about_and_several_are_never_contradicted() -> None:
    assert quantity("约3").holds(4)
    assert quantity("若干").holds(100)


@given(st.integers(1, 9999), st.integers(0, 9999), st.sampled_from(["", "%", "名", " years", "次"]))
def test_a_quantity_said_in_chinese_reads_as_the_same(low: int, more: int, unit: str) -> None:
    for text in (f"{low}{unit}", f"{low}..{low + more}{unit}", f"不少于{low}{unit}", f"不超过{low}{unit}"):
        assert quantity(say(quantity(text))) == quantity(text)


@given(st.text(max_size=12))
def test_any_text_is_a_quantity_or_unreadable(text: str) -> None:
    assert isinstance(read_quantity(text), Quantity | Unreadable)
