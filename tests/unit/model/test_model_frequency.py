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
