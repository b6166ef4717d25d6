"""Holes of time, amount and goal that the published documents really have, each at its place."""

from __future__ import annotations

from functools import cache

import pytest

import localities
from xuequ.findings.finding import DocPath, Finding
from xuequ.rules import run


@cache
def findings(name: str) -> tuple[Finding, ...]:
    return run(localities.role_plan(name))


def places(name: str, code: str) -> list[DocPath]:
    return [found.primary.path for found in findings(name) if found.code == code]


def facts(name: str, code: str, field: str) -> set[str]:
    return {str(item) for f in findings(name) if f.code == code for item in _items(f.args[field])}


def _items(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, list | tuple) else (value,)


@pytest.mark.parametrize("name", localities.NAMES)
def test_that_most_of_a_document_has_no_time_is_one_finding(name: str) -> None:
    assert places(name, "TIM101") == [("measures",)]


def test_the_month_table_of_luoxi_breaks_off_and_names_no_year() -> None:
    assert places("luoxi", "TIM110") == [
        ("schedules", "year_plan", "complete"),
        ("schedules", "year_plan", "school_year"),
    ]
    assert "召开对口交流联席会议，落实“双向交流”教师" in facts("luoxi", "TIM111", "names")


def test_the_phases_of_haibowan_have_no_dates() -> None:
    assert facts("haibowan", "TIM109", "names") == {
        "起步阶段",
        "稳定发展期",
        "教研先行",
        "互融互通",
        "多元管理",
    }


def test_districts_and_their_schools_in_ankang_are_assessed_by_different_clocks() -> None:
    assert facts("anyang", "TIM114", "first") == {"按学年考核评估大学区建设与发展情况"}
    assert facts("anyang", "TIM114", "second") == {"学校教育年度目标责任考核"}


def test_what_is_only_regular_in_ankang_is_listed() -> None:
    assert {"定期", "不定期", "常态化", "及时"} <= facts("anyang", "TIM102", "words")


def test_only_front_line_teachers_of_ziyun_have_a_quota() -> None:
    assert facts("ziyun", "AMT105", "names") == {"校级领导", "中层领导"}
    assert places("ziyun", "AMT105") == [("measures", "exchange", "duties", "leaders", "amount")]


def test_the_share_of_ziyun_shows_its_three_numbers_with_a_roster() -> None:
    plan = localities.school_plan("ziyun", localities.roster("ziyun"))
    (found,) = (f for f in run(plan) if f.code == "AMT101")
    heads, exact, whole, schools = (found.args[key] for key in ("heads", "exact", "whole", "schools"))
    assert isinstance(exact, int)
    assert isinstance(schools, int)
    assert (heads, exact, whole) == (1859, 279, 279)
    assert schools > exact


def test_programmes_of_ziyun_that_are_names_are_told_at_the_programme() -> None:
    assert places("ziyun", "GOA103") == [
        ("measures", "nurture", "measures", "plans"),
        ("measures", "nurture", "measures", "actions"),
    ]


def test_goals_of_luoxi_that_no_measure_serves_are_told_item_by_item() -> None:
    assert {"办学条件基本均衡", "校园环境同优美", "教学设施同达标"} <= facts("luoxi", "GOA102", "names")


def test_an_appraisal_of_haibowan_that_counts_into_a_yearly_one_has_its_time() -> None:
    assert facts("haibowan", "TIM103", "names") == {"集团内部由集团统一组织考核"}


def test_what_was_done_before_the_report_of_haibowan_asks_for_no_owner() -> None:
    assert places("haibowan", "AMT106") == []
