"""Rhythms and dates in words."""

from __future__ import annotations

import pytest

from xuequ.model.time.reading import FORMS, read_when
from xuequ.model.time.saying import say_when


def said(text: str, lang: str) -> list[str]:
    found = read_when(text)
    assert isinstance(found, tuple)
    return [say_when(when, lang) for when in found]


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("每周五下午", "每周五下午", "every week on Friday afternoon"),
        ("每学期五次以上", "每学期不少于5次", "every semester at least 5 times"),
        ("每两学年", "每两学年", "every 2 school years"),
        ("每三至五年", "每3至5年", "every 3 to 5 years"),
        ("每年6月30日前", "每年6月30日前", "every year by 30 June"),
        ("每月28日前", "每月28日前", "every month by day 28"),
        ("7月底8月初", "7月末至8月初", "from the end of July to the start of August"),
        ("印发后三十日内", "印发后30日内", "within 30 days after the date of issue"),
        ("2025年9月起", "自2025年9月起", "from September 2025 on"),
        ("第一季度", "一季度", "in quarter 1"),
        ("寒假期间", "寒假期间", "during the winter break"),
        ("明年3月", "明年3月", "in March next year"),
        ("定期", "定期", "regularly"),
        ("每学期第三周周五", "每学期第3周周五", "every semester on Friday of week 3"),
    ],
)
def test_a_time_is_said_in_both_languages(text: str, chinese: str, english: str) -> None:
    assert said(text, "zh") == [chinese]
    assert said(text, "en") == [english]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_said_in_chinese_reads_as_the_same(form: str) -> None:
    assert read_when("、".join(said(form, "zh"))) == read_when(form)


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        (
            "原则上自检查结束之日起十日内",
            "原则上检查结束后10日内",
            "in principle within 10 days after 检查结束",
        ),
        ("每周一次（按教学日）", "每周1次（按教学日）", "every week once (school days)"),
        ("检查后，专项检查五日内", "检查后专项检查5日内", "within 5 days after 检查, for 专项检查"),
        ("检查前3个工作日", "检查前3个工作日", "at least 3 working days before 检查"),
        ("检查结束30日后", "检查结束30日后", "at least 30 days after 检查结束"),
        ("每学期开学后两周内", "每学期初起2周内", "every semester within 2 weeks from the start on"),
        ("开学前15日", "开学前15日", "at least 15 days by the start of the semester"),
        ("学期结束前十日内", "学期末前10日内", "within 10 days up to the end of the semester"),
        ("检查当日", "检查当日", "on the day of 检查"),
        ("每5年360学时", "每5年360学时", "every 5 years 360 学时"),
        ("随机", "随机", "at random"),
    ],
)
def test_what_laws_add_to_a_time_is_said_too(text: str, chinese: str, english: str) -> None:
    assert said(text, "zh") == [chinese]
    assert said(text, "en") == [english]
    assert read_when(chinese) == read_when(text)
