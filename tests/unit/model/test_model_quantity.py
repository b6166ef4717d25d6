"""Quantities: every form of the grammar, in digits and in Chinese, and what no form fits."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Place
from xuequ.findings.wording import worded
from xuequ.model.amount.numerals import states
from xuequ.model.amount.quantity import Quantity, read_quantity, say
from xuequ.model.unreadable import Unreadable


def quantity(text: object) -> Quantity:
    found = read_quantity(text)
    assert isinstance(found, Quantity), found
    return found


def _facts(found: Unreadable) -> dict[str, object]:
    return {"text": found.text, "nearest": found.nearest, "forms": found.forms, "why": found.why or ""}


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
        ("不足三成", between(None, "3/10", share=True, under=True)),
        ("不得少于两名", between(2, None, unit="名")),
        ("不得超过三个任期", between(None, 3, unit="个任期")),
        ("不应低于20%", between("1/5", None, share=True)),
        ("至少有1名", between(1, None, unit="名")),
        ("3名至5名", between(3, 5, unit="名")),
        ("5人（含）以上", between(5, None, unit="person")),
        ("5人以下（不含）", between(None, 5, unit="person", under=True)),
        ("至少5人以上", between(5, None, unit="person")),
        ("30多人", between(30, None, unit="person", over=True)),
        ("控制在45人以内", between(None, 45, unit="person")),
        ("达到80%", between("4/5", None, share=True)),
        ("=100%", number(1, share=True)),
        ("全部", number(1, share=True)),
        ("一半以上", between("1/2", None, share=True)),
        ("过半数", between("1/2", None, share=True, over=True)),
        ("10‰", number("1/100", share=True)),
        ("≥Ⅲ级", between(3, None, unit="级")),
        ("1,150元", number(1150, unit="元")),
        ("1∶15", number("1/15", unit="ratio")),
        ("不高于1:15", between(None, "1/15", unit="ratio")),
        ("2个百分点", number(2, unit="个百分点")),
        ("5个以上", between(5, None, unit="个")),
        ("一定比例", between(None, None, several=True, share=True)),
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
    "text",
    [
        "",
        "三年级",
        "一线教师",
        "x",
        "1/0",
        "3..y 5",
        "..",
        "3名5名",
        "百",
        "3至5名以上",
        "不少于5名以下",
        "±5%",
        "3人至5名",
    ],
)
def test_what_is_no_quantity_is_not_guessed_at(text: str) -> None:
    found = read_quantity(text)
    assert isinstance(found, Unreadable)
    assert found.code == "AMT001"
    assert found.text == text
    assert found.forms
    assert not found.nearest


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
    said = worded(finding(found.code, Place(file="a.yaml"), **_facts(found)), "zh")
    assert said.message == "看不懂数量 `不低于大半`"
    assert said.help.startswith("写法举例：`不低于20%`")
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
        ("≥1150元", "不低于1150元", "at least 1150 元"),
        ("≤0.50", "不超过0.50", "at most 0.50"),
        ("2.10", "2.10", "2.10"),
        ("20万元", "20万元", "200000 元"),
        ("≥Ⅲ级", "不低于Ⅲ级", "at least III 级"),
        ("1：15", "1∶15", "1∶15"),
        ("15—20%", "15—20%", "15–20%"),
        ("全部", "100%", "100%"),
        ("一定比例", "一定比例", "a certain share"),
        (0, "0", "0"),
    ],
)
def test_quantities_are_said_in_both_languages(text: str, chinese: str, english: str) -> None:
    assert say(quantity(text)) == chinese
    assert say(quantity(text), "en") == english


@pytest.mark.parametrize(
    ("text", "measure", "said"),
    [
        ("20所以内", "所学校", "不超过20所学校"),
        ("20", "所学校", "20所学校"),
        ("3..", "名", "不少于3名"),
        ("3人以上", "名", "3人以上"),
        ("20%", "名", "20%"),
        ("若干", "名", "若干名"),
    ],
)
def test_what_is_counted_is_said_once(text: str, measure: str, said: str) -> None:
    assert say(quantity(text), counted=measure) == said


def test_a_long_text_is_no_quantity() -> None:
    assert isinstance(read_quantity("1" * 100_000), Unreadable)


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


@pytest.mark.parametrize(
    ("name", "number", "there"),
    [
        ("评选百个安全班级", 100, True),
        ("建设十二所示范校", 12, True),
        ("成立第一个教育集团", 1, True),
        ("一所学校一个品牌", 1, True),
        ("完成2021年任务", 1, False),
        ("建设第一小学", 1, False),
        ("一线教师交流", 1, False),
        ("三区一体化", 1, False),
        ("培养万名教师", 10_000, True),
        ("培养万名教师", 1, False),
    ],
)
def test_a_name_may_state_a_number(name: str, number: int, there: bool) -> None:
    assert states(name, number) is there


def test_what_stays_at_a_value_has_the_bound_behind_it_alone() -> None:
    assert quantity("保持在90%以上").low == Fraction(9, 10)
    assert quantity("保持在90%以上").high is None
    assert quantity("维持在95%左右").about


@pytest.mark.parametrize(
    ("text", "said", "inside", "outside"),
    [
        ("30%以上不足45%", "30%以上不足45%", "0.3", "0.45"),
        ("60分以上、75分以下", "60—75分", "75", "76"),
        ("超过3人但不超过8人", "超过3人不超过8人", "8", "3"),
        ("5所以上12所以下（不含）", "5所以上不足12所", "5", "12"),
    ],
)
def test_both_bounds_of_a_quantity(text: str, said: str, inside: str, outside: str) -> None:
    read = read_quantity(text)
    assert isinstance(read, Quantity)
    assert say(read) == said
    assert read_quantity(said) == read
    assert read.holds(Fraction(inside))
    assert not read.holds(Fraction(outside))


def test_both_bounds_that_contradict_each_other_are_told() -> None:
    for text in ("9人以上4人以下", "不少于3名5名以上", "10%以上20人以下"):
        assert isinstance(read_quantity(text), Unreadable)
