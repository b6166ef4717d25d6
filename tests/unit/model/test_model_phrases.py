"""Amounts that one text says in words: what is read, and what is left to the drafter, with what to write instead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xuequ.model.amount.amounts import Amount, read_amounts
from xuequ.model.amount.per import Per, read_per
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.unreadable import Unreadable


def quantity(text: object) -> Quantity:
    found = read_quantity(text)
    assert isinstance(found, Quantity), found
    return found


def per(text: str) -> Per:
    found = read_per(text)
    assert isinstance(found, Per), found
    return found


def amount(text: str) -> Amount:
    found = read_amounts(text)
    assert isinstance(found, tuple), found
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "number", "of"),
    [
        ("三名以上专职督学", "3名以上", "专职督学"),
        ("不少于2名骨干教师", "不少于2名", "骨干教师"),
        ("专职督学不少于3名", "不少于3名", "专职督学"),
        ("心理辅导室1间以上", "1间以上", "心理辅导室"),
        ("2名教师代表", "2名", "教师代表"),
        ("3所以上优质学校", "3所以上", "优质学校"),
        ("十个安全教育示范基地", "10个", "安全教育示范基地"),
        ("若干名志愿者", "若干名", "志愿者"),
        ("一线教师3名", "3名", "一线教师"),
        ("寄宿制小学3所", "3所", "寄宿制小学"),
        ("建档立卡学生3名", "3名", "建档立卡学生"),
    ],
)
def test_a_number_and_what_it_counts(text: str, number: str, of: str) -> None:
    assert amount(text) == Amount(count=quantity(number), of=of)


@pytest.mark.parametrize(
    ("text", "share", "of"),
    [
        ("不少于教师总数的10%", "不少于10%", "教师"),
        ("不低于本校教师的三分之一", "不低于1/3", "本校教师"),
        ("教师总数的15%以上", "15%以上", "教师"),
        ("占骨干教师的一半", "1/2", "骨干教师"),
        ("不超过编制数5%", "不超过5%", "编制数"),
        ("15%的教师", "15%", "教师"),
        ("三分之二以上学校", "三分之二以上", "学校"),
        ("全体教师", "100%", "教师"),
        ("不少于总人数的5%", "不少于5%", ""),
        ("按不低于5%的比例", "不低于5%", ""),
        ("一定比例", "一定比例", ""),
        ("全部", "100%", ""),
    ],
)
def test_a_share_and_what_it_is_of(text: str, share: str, of: str) -> None:
    assert amount(text) == Amount(share=quantity(share), of=of)


def test_what_is_set_against_a_base_is_kept_apart_from_it() -> None:
    assert amount("其中骨干教师不低于流入教师的30%") == Amount(
        share=quantity("不低于30%"), of="流入教师", what="骨干教师"
    )


@pytest.mark.parametrize(
    ("text", "act", "number", "of"),
    [
        ("新建3所学校", "新建", "3所", ""),
        ("新建学校3所", "新建", "3所", "学校"),
        ("评选10名先进个人", "评选", "10名", "先进个人"),
        ("组建教育集团10个", "组建", "10个", "教育集团"),
        ("累计达到50所", "累计", "50所以上", ""),
    ],
)
def test_what_is_done_stays_with_the_number(text: str, act: str, number: str, of: str) -> None:
    assert amount(text) == Amount(count=quantity(number), what=act, of=of)


@pytest.mark.parametrize(
    ("text", "what", "value"),
    [
        ("覆盖率达到100%", "覆盖率", "100%.."),
        ("普及率、巩固率均达到95%以上", "普及率、巩固率", "95%以上"),
        ("骨干教师比例不低于20%", "骨干教师比例", "不低于20%"),
        ("平均班额不超过45人", "平均班额", "不超过45人"),
        ("班额控制在45人以内", "班额", "45人以内"),
        ("生师比不高于1∶15", "生师比", "不高于1∶15"),
        ("公用经费不低于1150元", "公用经费", "不低于1150元"),
        ("大班额为0", "大班额", "0"),
    ],
)
def test_a_value_by_its_name(text: str, what: str, value: str) -> None:
    assert amount(text) == Amount(value=quantity(value), what=what)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长6.2%左右", Amount(value=quantity("6.2%左右"), trend="up")),
        ("较上年提高2个百分点", Amount(value=quantity("2个百分点"), trend="up", from_="上年")),
        ("比上年减少3所", Amount(value=quantity("3所"), trend="down", from_="上年")),
        ("同比增长5%", Amount(value=quantity("5%"), trend="up", from_="上年同期")),
        ("年均增长5%", Amount(value=quantity("5%"), trend="up", per=(per("年"),))),
        ("提高到95%", Amount(value=quantity("95%"), trend="up")),
        ("降至5%以下", Amount(value=quantity("5%以下"), trend="down")),
        ("由85%提高到95%", Amount(value=quantity("95%"), trend="up", from_=quantity("85%"))),
        ("从2020年的85%提升至95%", Amount(value=quantity("95%"), trend="up", from_=quantity("85%"))),
        ("85%→95%", Amount(value=quantity("95%"), trend="up", from_=quantity("85%"))),
        (
            "巩固率由85%提高到95%",
            Amount(value=quantity("95%"), what="巩固率", trend="up", from_=quantity("85%")),
        ),
    ],
)
def test_what_rises_or_falls_is_no_share(text: str, expected: Amount) -> None:
    assert amount(text) == expected


@pytest.mark.parametrize("text", ["由95%提高到85%", "由20所减少到30所"])
def test_a_rise_to_less_is_told(text: str) -> None:
    found = read_amounts(text)
    assert isinstance(found, Unreadable)
    assert found.code == "AMT006"


@pytest.mark.parametrize(
    ("text", "groups", "rest"),
    [
        ("每五所学校至少一名", ("5所学校",), Amount(count=quantity("至少1名"))),
        ("每12个班1间以上", ("12个班",), Amount(count=quantity("1间以上"))),
        ("每3至5所学校配备1名", ("3..5 schools",), Amount(count=quantity("1名"))),
        ("每百名学生拥有计算机不少于10台", ("100名学生",), Amount(count=quantity("不少于10台"), of="计算机")),
        ("每万人5个以上", ("10000人",), Amount(count=quantity("5个以上"))),
        ("每校不少于2人", ("学校",), Amount(count=quantity("不少于2人"))),
        ("各县区不少于3名", ("县区",), Amount(count=quantity("不少于3名"))),
        ("每个督学责任区配备2名", ("督学责任区",), Amount(count=quantity("2名"))),
        ("每所学校设责任督学1名", ("学校",), Amount(count=quantity("1名"), of="责任督学")),
        ("每5名教师中至少有1名骨干教师", ("5名教师",), Amount(count=quantity("至少1名"), of="骨干教师")),
        ("每校选派教师总数的10%", ("学校",), Amount(share=quantity("10%"), of="教师")),
        ("生均1150元以上", ("学生",), Amount(count=quantity("1150元以上"))),
        ("每生每年1150元", ("学生", "年"), Amount(count=quantity("1150元"))),
        ("15册/生", ("学生",), Amount(count=quantity("15册"))),
        ("720元/生·年", ("学生", "年"), Amount(count=quantity("720元"))),
        ("每位校长联系2所学校", ("校长",), Amount(count=quantity("2所"))),
        ("每班主任1名", ("班主任",), Amount(count=quantity("1名"))),
        ("每生物教师1名", ("生物教师",), Amount(count=quantity("1名"))),
        ("按每100名学生1名的比例配备", ("100名学生",), Amount(count=quantity("1名"))),
        ("每学期不少于2次", ("学期",), Amount(count=quantity("不少于2次"))),
        ("各不少于3名", ("单位",), Amount(count=quantity("不少于3名"))),
    ],
)
def test_a_number_per_so_many(text: str, groups: tuple[str, ...], rest: Amount) -> None:
    expected = Amount(count=rest.count, share=rest.share, of=rest.of, per=tuple(map(per, groups)))
    assert amount(text) == expected


def test_all_together_is_another_demand_than_each() -> None:
    assert amount("共不少于3名") == Amount(count=quantity("不少于3名"), hold="locality")
    assert amount("共不少于3名") != amount("各不少于3名")


def test_several_amounts_stand_one_after_the_other() -> None:
    found = read_amounts("不低于20%，其中骨干教师不低于流入教师的30%")
    assert isinstance(found, tuple)
    assert [each.text for each in found] == ["不低于20%", "其中骨干教师不低于流入教师的30%"]


@pytest.mark.parametrize(
    "text",
    [
        "三年级", "高一3班", "第3名", "排名前10位", "五位一体", "一把手工程", "3年行动计划", "3人一组", "每12个班",
        "五所学校至少一名", "中级以上教师不少于3名", "全部达标", "翻一番", "不低于全县平均水平", "鼓励达到95%",
        "可以设3名", "小学不少于1名，初中不少于2名",
        "到2025年达到95%", "校长不少于10%、教师不少于15%", "增长", "±5%", "一线教师15%",
    ],
)  # fmt: skip
def test_what_may_be_meant_in_two_ways_or_says_no_number_is_not_guessed_at(text: str) -> None:
    assert isinstance(read_amounts(text), Unreadable)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("鼓励达到95%", "amount_force"),
        ("到2025年达到95%", "amount_time"),
        ("不低于全县平均水平", "amount_no_number"),
        ("校长不少于10%、教师不少于15%", "amount_several"),
        ("3人一组", "amount_words"),
    ],
)
def test_an_unreadable_amount_says_what_else_can_be_done(text: str, why: str) -> None:
    found = read_amounts(text)
    assert isinstance(found, Unreadable)
    assert found.why == why


def test_what_may_be_a_share_of_them_or_the_share_they_are_is_shown_unmistakably() -> None:
    found = read_amounts("一线教师15%")
    assert isinstance(found, Unreadable)
    assert found.nearest == ("一线教师的15%", "{比例: 15%, 基数: 一线教师}")


@pytest.mark.parametrize(
    ("text", "unit", "size"),
    [
        ("5 schools", "school", (5, 5)),
        ("3..5 schools", "school", (3, 5)),
        ("每三所学校", "school", (3, 3)),
        ("12个班", "class", (12, 12)),
        ("百名学生", "student", (100, 100)),
        ("学科", "subject", (1, 1)),
        ("每校", "school", (1, 1)),
        ("学区", "学区", (1, 1)),
    ],
)
def test_what_an_amount_is_per(text: str, unit: str, size: tuple[int, int]) -> None:
    found = per(text)
    assert found.unit == unit
    assert [found.size.low, found.size.high] == list(size)
    assert found.is_name == (unit == "学区")


@pytest.mark.parametrize("text", ["5", "每5所以上学校的老", "5%", "若干所学校", "约5所学校"])
def test_what_no_number_can_be_made_of_is_no_per(text: str) -> None:
    found = read_per(text)
    assert isinstance(found, Unreadable)
    assert found.code == "AMT005"


@given(
    st.text(
        alphabet="每各不少于超过至名所人校个教师的总数三五10%，、由提高到率比1∶一两半全部增长", max_size=30
    )
)
def test_any_text_is_amounts_or_unreadable(text: str) -> None:
    assert isinstance(read_amounts(text), tuple | Unreadable)


@pytest.mark.parametrize("part", ["1", "一", "每", "不少于", "教师的", "由1%提高到", "、", "，", "（", "1→"])
def test_reading_a_long_text_takes_no_longer_than_reading_its_length(part: str) -> None:
    assert isinstance(read_amounts(part * 50_000), Unreadable)


def forms_of_the_reference() -> list[str]:
    text = (Path(__file__).parents[3] / "docs" / "reference.zh-CN.md").read_text("utf-8")
    rows = re.findall(r"^\| \S+ \| (.+) \|$", text.partition("## 数量和数额的写法")[2], re.M)
    return [form for row in rows for form in row.split(" · ") if form != "例"]


def test_every_form_of_the_reference_is_read() -> None:
    unread = [form for form in forms_of_the_reference() if isinstance(read_amounts(form), Unreadable)]
    assert unread == ["全部（100%）"]
    assert len(forms_of_the_reference()) > 40


def test_a_rise_of_what_comes_to_each_is_per_that_on_both_sides() -> None:
    read = read_amounts("由每人每月280元提高到420元")
    assert isinstance(read, tuple)
    (amount,) = read
    assert [per.unit for per in amount.per] == ["person", "month"]
    assert amount.from_ == read_quantity("280元")
    assert (amount.value, amount.trend) == (read_quantity("420元"), "up")


def test_one_school_of_a_kind_is_that_kind() -> None:
    read = read_per("1所结对校")
    assert isinstance(read, Per)
    assert (read.unit, read.is_name) == ("结对校", True)
