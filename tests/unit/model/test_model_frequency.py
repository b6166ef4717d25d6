"""Months without a year, and rhythms compared."""

from __future__ import annotations

from fractions import Fraction

import pytest

from xuequ.model.frequency import Comparison, compare, months, pace
from xuequ.model.time.reading import read_when
from xuequ.model.time.values import When


def whens(value: object) -> tuple[When, ...]:
    found = read_when(value)
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9月", (9,)),
        ("9月至12月", (9, 10, 11, 12)),
        ("8月至次年1月", (1, 8, 9, 10, 11, 12)),
        ("7月底8月初", (7, 8)),
        ("每年6月30日前", (6,)),
        ("3月、9月", (3, 9)),
        ("一季度", (1, 2, 3)),
        ("上半年", (1, 2, 3, 4, 5, 6)),
        ("年底", (12,)),
        ("每学期末", None),
        ("每月", None),
        ("定期", None),
        ("9月起", None),
        (["定期", "5月"], (5,)),
    ],
)
def test_months_are_told_where_they_are_known(text: object, expected: tuple[int, ...] | None) -> None:
    assert months(whens(text)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("每月", "每学期", Comparison.FASTER),
        ("每学期", "每学期两次", Comparison.SLOWER),
        ("每学期五次以上", "每学期5至8次", Comparison.SAME),
        ("每三至五年", "每三年", Comparison.SLOWER),
        ("每两学年", "每学年", Comparison.SLOWER),
        ("定期", "每三年", Comparison.SLOWER),
        ("每年", "不定期", Comparison.FASTER),
        ("定期", "不定期", Comparison.SAME),
        ("每学年", "每年", Comparison.CLOCKS_DIFFER),
        ("每学期", "每季度", Comparison.CLOCKS_DIFFER),
        ("每年6月30日前", "每年5月底前", Comparison.SLOWER),
        ("每月20日前", "每月28日前", Comparison.FASTER),
        ("每年", "每年6月30日前", Comparison.SLOWER),
        ("每周五", "每周六", Comparison.FASTER),
        ("每学期若干次", "每学期", Comparison.UNKNOWN),
    ],
)
def test_rhythms_are_compared_by_times_then_by_the_latest_day(
    first: str, second: str, expected: Comparison
) -> None:
    assert compare(pace(whens(first)), pace(whens(second))) is expected


def test_the_pace_of_several_is_their_sum() -> None:
    assert pace(whens(["每学期", "每学期末"])).times == Fraction(4)


def test_keeping_both_clocks_cannot_be_compared() -> None:
    both = pace(whens(["每学期", "每季度"]))
    assert both.clock == "mixed"
    assert compare(both, both) is Comparison.CLOCKS_DIFFER


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("每教学日", 190),
        ("每工作日", 190),
        ("每周", 36),
        ("每旬", 30),
        ("每月", 10),
        ("每季度", 4),
        ("每半年", 2),
        ("每学期", 2),
        ("每学年", 1),
        ("每年", 1),
        ("每两年", Fraction(1, 2)),
        ("每三至五年", Fraction(1, 5)),
        ("每学期5至8次", 10),
        ("每10个教学日", 19),
        ("9月", 1),
        (["每月", "每周"], 46),
        (["定期", "每月"], 10),
        (["每学期若干次", "每月"], None),
        ("定期", None),
    ],
)
def test_times_are_counted_low_in_a_school_year(text: object, times: object) -> None:
    assert pace(whens(text)).times == times


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("2025年6月", (2025, 6, 31)),
        ("9月初", (0, 9, 5)),
        ("9月上旬", (0, 9, 10)),
        ("9月中旬", (0, 9, 20)),
        ("9月下旬", (0, 9, 31)),
        ("9月15日前", (0, 9, 15)),
        ("年初", (0, 1, 5)),
        ("年中", (0, 7, 20)),
        ("二季度", (0, 6, 31)),
        ("二季度初", (0, 4, 5)),
        ("二季度中", (0, 5, 20)),
        ("二季度末", (0, 6, 31)),
        ("上半年", (0, 6, 31)),
        ("下半年", (0, 12, 31)),
        ("每月20日前", (20,)),
        ("每季度末", (31,)),
        ("每周五", (4,)),
        ("每月第二周周三", (2, 2)),
        ("每月第一周", (1, 6)),
        ("每月", None),
        (["每年5月", "每年6月"], (0, 6, 31)),
        (["每年6月", "每年5月"], (0, 6, 31)),
        (["每月5日前", "每年6月30日前"], None),
    ],
)
def test_the_latest_day_is_told_in_the_unit_it_comes_round_in(text: object, by: object) -> None:
    assert pace(whens(text)).by == by


def test_a_rhythm_keeps_the_clock_that_its_unit_has() -> None:
    clocks = {
        text: pace(whens(text)).clock
        for text in ("每月", "每学期", "每学年", "每季度", "每半年", "每年", "9月")
    }
    assert clocks == {
        "每月": "", "每学期": "school", "每学年": "school",
        "每季度": "calendar", "每半年": "calendar", "每年": "calendar", "9月": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年初", (1,)),
        ("年中", (6, 7)),
        ("二季度初", (4,)),
        ("二季度中", (5,)),
        ("二季度末", (6,)),
        ("四季度", (10, 11, 12)),
        ("下半年", (7, 8, 9, 10, 11, 12)),
        ("2024年9月至2025年3月", (1, 2, 3, 9, 10, 11, 12)),
        ("2024年9月至2026年3月", tuple(range(1, 13))),
        ("2024年3月至2025年3月", tuple(range(1, 13))),
        ("2024年3月至2024年5月", (3, 4, 5)),
    ],
)
def test_months_go_round_the_year_as_often_as_is_said(text: str, expected: tuple[int, ...]) -> None:
    assert months(whens(text)) == expected


@pytest.mark.parametrize(
    ("text", "times", "by", "unit", "clock"),
    [
        ("每天", 190, None, None, ""),
        ("每个工作日", 190, None, None, ""),
        ("每个教学日", 190, None, None, ""),
        ("每天2次", 380, None, None, ""),
        ("每周", 36, None, None, ""),
        ("每两周", 18, None, None, ""),
        ("每旬", 30, None, None, ""),
        ("每月", 10, None, None, ""),
        ("每季度", 4, None, None, "calendar"),
        ("每半年", 2, None, None, "calendar"),
        ("每学期", 2, None, None, "school"),
        ("每学期不少于3次", 6, None, None, "school"),
        ("每学期最多3次", 0, None, None, "school"),
        ("每学年", 1, None, None, "school"),
        ("每年", 1, None, None, "calendar"),
        ("每五年", Fraction(1, 5), None, None, "calendar"),
        ("每两至三年", Fraction(1, 3), None, None, "calendar"),
        ("每月若干次", None, None, None, ""),
        ("每月初", 10, (5,), "month", ""),
        ("每月上旬", 10, (10,), "month", ""),
        ("每月中旬", 10, (20,), "month", ""),
        ("每月下旬", 10, (31,), "month", ""),
        ("每月底", 10, (31,), "month", ""),
        ("每月10日前", 10, (10,), "month", ""),
        ("每学期第二周", 2, (2, 6), "semester", "school"),
        ("每学期第二周周三", 2, (2, 2), "semester", "school"),
        ("每周三", 36, (2,), "week", ""),
        ("每季度末", 4, (31,), "quarter", "calendar"),
        ("每年9月10日前", 1, (0, 9, 10), "year", "calendar"),
        ("2025年9月底前", 1, (2025, 9, 31), None, ""),
        ("年中", 1, (0, 7, 20), None, "calendar"),
        ("第二季度初", 1, (0, 4, 5), None, ""),
        ("第三季度中", 1, (0, 8, 20), None, ""),
        ("二季度末", 1, (0, 6, 31), None, ""),
        ("下半年", 1, (0, 12, 31), None, ""),
        ("2026年", 1, None, None, ""),
        (["每月", "定期"], 10, None, None, ""),
        (["每学期", "每年"], 3, None, None, "mixed"),
        (["每月10日前", "每月20日前"], 20, (20,), "month", ""),
        (["每周五前", "每月10日前"], 46, None, None, ""),
    ],
)
def test_a_rhythm_has_so_many_times_a_school_year_and_a_latest_day(
    text: object, times: Fraction | int | None, by: tuple[int, ...] | None, unit: str | None, clock: str
) -> None:
    found = pace(whens(text))
    assert (found.times, found.by, found.unit and found.unit.value, found.clock) == (times, by, unit, clock)
    assert not found.loose


def test_only_what_is_loose_alone_is_loose() -> None:
    assert [pace(whens(text)).loose for text in ("定期", ["定期", "及时"], ["定期", "每月"])] == [
        True,
        True,
        False,
    ]
    assert not pace(()).loose


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年9月至2027年3月", tuple(range(1, 13))),
        ("2025年9月至2026年3月", (1, 2, 3, 9, 10, 11, 12)),
        ("2025年9月至2026年9月", tuple(range(1, 13))),
        ("2025年9月至2025年10月", (9, 10)),
        ("11月至次年2月", (1, 2, 11, 12)),
        ("年初", (1,)),
        ("年中", (6, 7)),
        ("下半年", (7, 8, 9, 10, 11, 12)),
        ("第二季度初", (4,)),
        ("第二季度末", (6,)),
        ("第三季度中", (8,)),
        ("2026年", None),
    ],
)
def test_months_of_stretches_and_parts_of_the_year(text: str, expected: tuple[int, ...] | None) -> None:
    assert months(whens(text)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("9月底前", "3月底前", Comparison.UNKNOWN, id="a school year begins with September"),
        pytest.param("3月底前", "9月底前", Comparison.UNKNOWN, id="a calendar year does not"),
        ("10月底前", "9月底前", Comparison.SLOWER),
        ("3月底前", "5月底前", Comparison.FASTER),
        ("8月底前", "3月底前", Comparison.SLOWER),
        ("9月10日前", "9月20日前", Comparison.FASTER),
        ("9月", "9月", Comparison.SAME),
        ("每年9月底前", "每年3月底前", Comparison.SLOWER),
        ("2025年9月底前", "2026年3月底前", Comparison.FASTER),
        pytest.param("2025年9月底前", "10月底前", Comparison.UNKNOWN, id="of a year and of any"),
        pytest.param("10月底前", "2025年9月底前", Comparison.UNKNOWN, id="of any year and of one"),
        ("每学期第二周", "每学期第三周", Comparison.FASTER),
        ("每学期第二周周五", "每学期第二周周三", Comparison.SLOWER),
        pytest.param("每学期第二周", "每学期末", Comparison.UNKNOWN, id="weeks and ends are not ordered"),
        pytest.param("每周五前", "每月10日前", Comparison.FASTER, id="more often is faster whatever the day"),
        ("每月10日前", "每月", Comparison.FASTER),
        ("每学期", "每月", Comparison.SLOWER),
        (["每学期", "每年"], "每月", Comparison.CLOCKS_DIFFER),
        ("每月", ["每学期", "每年"], Comparison.CLOCKS_DIFFER),
        ("每月若干次", "每月若干次", Comparison.UNKNOWN),
    ],
)
def test_latest_days_are_compared_only_where_they_can_be_ordered(
    first: object, second: object, expected: Comparison
) -> None:
    assert compare(pace(whens(first)), pace(whens(second))) is expected
