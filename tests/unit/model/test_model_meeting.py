"""Whether two times can fall together: by month, by year where both say it, and by where the year begins."""

from __future__ import annotations

import pytest

from xuequ.model.meeting import can_meet
from xuequ.model.time.reading import read_when
from xuequ.model.time.values import When


def read(text: str) -> tuple[When, ...]:
    found = read_when(text)
    assert isinstance(found, tuple), found
    return found


@pytest.mark.parametrize(
    ("outer", "own", "begins", "can"),
    [
        ("9月", "9月", None, True),
        ("9月", "3月", None, False),
        ("9月至12月", "11月", None, True),
        ("11月至次年2月", "1月", None, True),
        ("11月至次年2月", "6月", None, False),
        ("3月", "9月底前", 9, False),
        ("3月", "9月底前", 1, True),
        ("3月", "9月底前", None, False),
        ("6月", "9月底前", None, True),
        ("10月", "9月底前", None, False),
        ("8月", "9月底前", 8, True),
        ("2025年9月", "2026年9月", None, False),
        ("2025年10月", "2026年9月底前", None, True),
        ("2026年10月", "2026年9月底前", None, False),
        ("2025年11月—2026年6月", "2026年3月", None, True),
        ("2025年11月—2026年6月", "2026年9月", None, False),
        ("2025年11月—2026年6月", "3月", None, True),
        ("2025—2027年", "2026年3月", None, True),
        ("一季度", "2月", None, True),
        ("一季度", "4月", None, False),
        ("9月", "每月", None, True),
        ("9月", "每年3月", None, False),
        ("9月", "每学期末", None, True),
        ("9月", "印发后30日内", None, True),
        ("9月", "定期", None, True),
        ("9月", "3月、9月", None, True),
        ("学期末", "3月", None, True),
        ("9月", "2025年3月起", None, True),
    ],
)
def test_times_meet_where_some_month_can_be_theirs(
    outer: str, own: str, begins: int | None, can: bool
) -> None:
    assert can_meet(read(outer), read(own), begins) is can


def test_what_has_no_time_meets_everything() -> None:
    assert can_meet((), read("9月"))
    assert can_meet(read("9月"), ())
