"""Rows of a school year's table: their order decides the year."""

from __future__ import annotations

import pytest

from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.rows import place_rows, row_years, runs_through_a_calendar_year
from xuequ.calendar.span import school_year_span
from xuequ.model.time.reading import read_when
from xuequ.model.time.values import When
from xuequ.model.time.years import Year, title_year

YEAR = SchoolCalendar(period=school_year_span(2025))


def whens(text: str) -> tuple[When, ...]:
    found = read_when(text)
    assert isinstance(found, tuple)
    return found


def placed(*rows: str) -> list[list[str]]:
    found = place_rows([whens(row) for row in rows], Year(2025), YEAR)
    return [[f"{w.first}..{w.last}" for w in row] for row in found]


def test_a_table_that_begins_in_august_begins_before_september() -> None:
    assert placed("8月", "9月", "10月") == [
        ["2025-08-01..2025-08-31"],
        ["2025-09-01..2025-09-30"],
        ["2025-10-01..2025-10-31"],
    ]


@pytest.mark.parametrize(
    ("months", "years"),
    [
        ([8, 9, 10], (2025, 2025, 2025)),
        ([9, 10, 1, 2, 8], (2025, 2025, 2026, 2026, 2026)),
        ([8, 9, 1, 8], (2025, 2025, 2026, 2026)),
        ([2, 3], (2026, 2026)),
        ([8, 2], (2025, 2026)),
        ([8, 2, 9], (2024, 2025, 2025)),
        ([9, None, 1], (2025, None, 2026)),
        ([], ()),
    ],
)
def test_months_never_go_back(months: list[int | None], years: tuple[int | None, ...]) -> None:
    assert row_years(months, Year(2025)) == years


def test_a_row_with_a_year_or_a_rhythm_stands_by_itself() -> None:
    august, dated, rhythm = placed("8月", "2026年3月", "每学期末")
    assert dated == ["2026-03-01..2026-03-31"]
    assert rhythm == ["2026-01-10..2026-01-23", "2026-06-27..2026-07-10"]
    assert august == ["2026-08-01..2026-08-31"]


def test_a_row_across_the_new_year_ends_in_the_next() -> None:
    assert placed("12月至1月", "3月") == [["2025-12-01..2026-01-31"], ["2026-03-01..2026-03-31"]]


@pytest.mark.parametrize(
    ("months", "years"),
    [
        ([2, 6, 12], (2026, 2026, 2026)),
        ([4, None, 9], (2026, None, 2026)),
        ([2, 9, 12, 1], (2026, 2026, 2026, 2027)),
        ([12, 1, 2, 3], (2025, 2026, 2026, 2026)),
    ],
)
def test_a_table_of_a_calendar_year_has_its_months_in_that_year(
    months: list[int | None], years: tuple[int | None, ...]
) -> None:
    assert row_years(months, Year(2026, calendar=True)) == years


def test_a_table_from_spring_into_autumn_is_of_no_school_year() -> None:
    assert runs_through_a_calendar_year([whens("2月"), whens("9月")])
    assert not runs_through_a_calendar_year([whens("8月"), whens("9月")])
    assert not runs_through_a_calendar_year([whens("9月"), whens("2月")])
    assert not runs_through_a_calendar_year([whens("3月"), whens("2月"), whens("10月")])
    assert not runs_through_a_calendar_year([whens("2月"), whens("8月")])
    assert runs_through_a_calendar_year([whens("每月"), whens("7月"), whens("9月")])
    assert not runs_through_a_calendar_year([whens("每月")])


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("青山县2024年教育督导工作要点", Year(2024, calendar=True)),
        ("2025年度重点任务清单", Year(2025, calendar=True)),
        ("青山县2025—2026学年行事历", Year(2025)),
        ("2025学年工作安排", Year(2025)),
        ("青山县三年行动计划（2023—2025年）", None),
        ("2025年秋季学期招生工作安排", None),
        ("学区化管理实施方案", None),
    ],
)
def test_a_title_says_which_year_a_plan_is_of(title: str, year: Year | None) -> None:
    assert title_year(title) == year


def test_a_line_that_says_by_when_runs_from_the_beginning_of_its_year() -> None:
    assert placed("9月底前", "3月底前") == [["2025-09-01..2025-09-30"], ["2025-09-01..2026-03-31"]]


def test_a_row_is_in_the_year_of_the_first_month_it_names() -> None:
    rows = [whens("9月"), (*whens("开学时"), *whens("3月"))]
    _, spring = place_rows(rows, Year(2025), YEAR)
    assert "2026-03-01..2026-03-31" in [f"{w.first}..{w.last}" for w in spring]
    assert all(w.first.year == 2026 for w in spring if w.first.month == 3 and w.last.day == 31)


def test_a_row_keeps_the_years_it_names_beside_a_month_without_one() -> None:
    rows = [whens("9月"), (*whens("10月"), *whens("2026年5月"))]
    _, october = place_rows(rows, Year(2025), YEAR)
    assert [f"{w.first}..{w.last}" for w in october] == ["2025-10-01..2025-10-31", "2026-05-01..2026-05-31"]
