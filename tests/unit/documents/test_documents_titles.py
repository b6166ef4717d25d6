"""Titles over several lines."""

from __future__ import annotations

import pytest

from xuequ.writers.titles import lines
from xuequ.writers.widths import cells

LONG = "示例县教育局关于印发《示例县义务教育学区制管理改革实施方案》的通知"
TITLES = (
    LONG,
    "安康市教育局关于印发《安康市义务教育三区一体化管理改革实施方案》的通知",
    "成都市教育局关于深入推进义务教育学区制管理和集团化办学工作的指导意见",
    "紫云自治县教育局关于印发《紫云自治县学区制管理实施方案》的通知",
)


def test_a_title_that_fits_stays_on_one_line() -> None:
    assert lines("示例县义务教育学区制管理改革实施方案", 20) == ("示例县义务教育学区制管理改革实施方案",)


def test_a_long_title_is_broken_by_its_sense() -> None:
    assert lines(LONG, 20) == ("示例县教育局关于印发", "《示例县义务教育学区制管理改革", "实施方案》的通知")


@pytest.mark.parametrize("title", TITLES)
def test_nothing_is_lost_and_no_line_is_too_long(title: str) -> None:
    broken = lines(title, 20)
    assert "".join(broken) == title
    assert all(len(line) <= 20 for line in broken)


@pytest.mark.parametrize("title", TITLES)
def test_no_line_is_shorter_than_those_around_it(title: str) -> None:
    lengths = [len(line) for line in lines(title, 20)]
    assert not any(a > b < c for a, b, c in zip(lengths, lengths[1:], lengths[2:], strict=False))


@pytest.mark.parametrize("title", TITLES)
def test_no_line_begins_with_what_closes_or_ends_with_what_opens(title: str) -> None:
    broken = lines(title, 20)
    assert not any(line[0] in "》、，的" for line in broken)
    assert not any(line[-1] in "《“" for line in broken)


def test_a_title_without_any_place_to_break_is_left_as_it_is() -> None:
    assert lines("A" * 60, 20) == ("A" * 60,)


def test_two_offices_stand_on_lines_of_their_own() -> None:
    title = "清河县教育局 清河县人力资源和社会保障局关于印发《清河县推进集团化办学实施方案》的通知"
    assert lines(title, 20)[0] == "清河县教育局"


def test_what_kind_of_document_it_is_may_stand_below_the_rest() -> None:
    title = "清河县推进集团化办学和学区制管理改革实施方案"
    assert lines(title, 20) == ("清河县推进集团化办学和学区制管理改革", "实施方案")


def test_a_title_of_many_lines_is_filled_word_by_word() -> None:
    plan = "永宁县深化义务教育学区化治理与集团化办学改革暨中小学校校长负责制综合推进工作实施方案"
    title = f"永宁县教育局关于印发《{plan}》的通知"
    found = lines(title, 20)
    assert "".join(found) == title
    assert all(len(line) <= 20 for line in found)
    assert not any(line.startswith(("》", "化", "与")) for line in found)


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("昭通市教育局关于印发《昭通市义务教育优质均衡发展五年提升计划（2024—2028年）》的通知", "五年提升"),
        ("呼和浩特市第二十七中学教育集团关于开展城乡学校结对帮扶工作的指导意见", "呼和浩特市"),
        ("临江市关于进一步加强义务教育学校体育美育和劳动教育工作的实施意见", "义务教育"),
        ("白碱滩区教育局关于公布乡村小规模学校和寄宿制学校两类学校名单的通知", "两类学校"),
        ("云岭县“三名”工程名校长名班主任名教师培养对象遴选与考核管理暂行办法", "班主任"),
    ],
)
def test_places_numbers_and_compounds_are_not_torn(title: str, whole: str) -> None:
    broken = lines(title, 20)
    assert "".join(broken) == title
    assert whole in "\n".join(broken)
    assert all(cells(line) <= 40 and line[-1] not in "《（" for line in broken)


def test_what_no_word_covers_is_a_name_and_stays_whole() -> None:
    title = "克拉玛依市白碱滩区义务教育阶段中小学校长教师交流轮岗工作暂行办法"
    assert lines(title, 20) == ("克拉玛依市白碱滩区义务教育阶段", "中小学校长教师交流轮岗工作暂行办法")


def test_the_word_notice_does_not_stand_alone_where_it_need_not() -> None:
    title = "示例市教育局 市有关部门关于印发《示例市公办中小学集团化办学实施方案》的通知"
    assert lines(title, 20)[-1] == "实施方案》的通知"
