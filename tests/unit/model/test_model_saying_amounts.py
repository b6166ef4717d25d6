"""Amounts in words, as documents print them in Chinese and answers in English."""

from __future__ import annotations

import pytest

from xuequ.model.amount.amounts import read_amounts
from xuequ.model.amount.saying import say_amount


def said(value: object, lang: str = "zh") -> str:
    found = read_amounts(value)
    assert isinstance(found, tuple), found
    return "；".join(say_amount(each, lambda name: name, lang) for each in found)


@pytest.mark.parametrize(
    ("value", "chinese"),
    [
        (0, "0"),
        ("2.10", "2.10"),
        ("≥1150元", "不低于1150元"),
        ("3..5次", "3—5次"),
        ("三名以上专职督学", "三名以上专职督学"),
        ("不得低于20%", "不得低于20%"),
        ({"share": "15%..", "of": "教师"}, "不低于教师的15%"),
        ({"share": "15%", "of": "教师", "hold": "学区"}, "教师的15%，以学区为口径"),
        ({"count": "1..", "per": "12个班"}, "每12个班不少于1"),
        ({"count": "1间以上", "per": "每12个班"}, "每12个班1间以上"),
        ({"count": 1, "per": "3..5 schools"}, "每3至5所学校1"),
        ({"count": "2..", "hold": "locality"}, "共不少于2"),
        ({"count": "3..", "per": "unit"}, "每单位不少于3"),
        ({"share": "5%左右", "trend": "up"}, "提高5%左右"),
        ({"value": "95%", "from": "85%", "trend": "up"}, "由85%提高到95%"),
        ({"value": "2个百分点", "from": "上年", "trend": "down"}, "比上年降低2个百分点"),
        ({"trend": "up"}, "逐步提高"),
        (
            {"share": "30%..", "of": {"share": "20%..", "of": "教师"}},
            "不低于30%（基数：不低于教师的20%）",
        ),
        (
            {
                "count": 100,
                "split": [{"units": "甲区", "count": "7..9"}, {"units": ["乙区", "丙区"], "count": 9}],
            },
            "100，其中甲区7—9个；乙区、丙区各9个",
        ),
        (
            {"count": "20所", "split": [{"units": ["乙区", "丙区"], "count": 10}]},
            "20所，其中乙区、丙区各10所",
        ),
        (
            {"count": "60名", "split": [{"units": "东片", "count": 35}, {"units": "西片", "count": 25}]},
            "60名，其中东片35名、西片25名",
        ),
        ({"count": 9, "split": [{"units": 3, "count": 3}]}, "9，其中3个单位各3个"),
        ({"count": 5, "of": "发言人", "round": "up"}, "发言人5，不足一个的进一"),
        ({"share": "15%", "hold": "unspecified"}, "15%，口径层级〔待定〕"),
    ],
)
def test_an_amount_in_chinese(value: object, chinese: str) -> None:
    assert said(value) == chinese


@pytest.mark.parametrize(
    ("value", "english"),
    [
        ("不少于教师总数的10%", "at least 10% of 教师"),
        ({"count": "1..", "per": "5 schools"}, "at least 1 per 5 schools"),
        ({"value": "95%", "from": "85%", "trend": "up"}, "up from 85% to 95%"),
        ({"count": "2..", "hold": "locality"}, "at least 2 held at locality"),
        ({"count": 9, "split": [{"units": ["甲", "乙"], "count": 3}]}, "9 (甲, 乙: 3 each)"),
        ("全部", "100%"),
    ],
)
def test_an_amount_in_english(value: object, english: str) -> None:
    assert said(value, "en") == english
