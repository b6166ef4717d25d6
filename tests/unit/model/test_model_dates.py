"""Dates of documents: what is one, what becomes of it, and what is suggested for what is none."""

from __future__ import annotations

import pytest

import schemes
from xuequ.findings.finding import Finding
from xuequ.model.building import build
from xuequ.model.dates import read_date, read_day
from xuequ.model.unreadable import Unreadable


@pytest.mark.parametrize(
    "text", ["2025-08-20", "2025-8-20", "2025年8月20日", "２０２５年８月２０日", "二〇二五年八月二十日"]
)
def test_a_day_is_one_text_however_it_is_written(text: str) -> None:
    assert read_day(text) == read_date(text) == "2025-08-20"


@pytest.mark.parametrize("text", ["2025年8月", "2025-08", "2025", "2025年"])
def test_of_a_document_no_more_than_the_month_or_the_year_may_be_known(text: str) -> None:
    assert read_date(text) == text
    found = read_day(text)
    assert isinstance(found, Unreadable)
    assert (found.code, found.nearest) == ("TIM006", ("2025-09-01", "2025年9月1日"))


@pytest.mark.parametrize("text", ["2025.8.20", "2025/8/20", "20250820", "2025。8。20", "2025年8月20"])
def test_figures_in_another_form_are_suggested_in_the_right_one(text: str) -> None:
    found = read_date(text)
    assert isinstance(found, Unreadable)
    assert (found.code, found.nearest) == ("TIM006", ("2025-08-20",))


@pytest.mark.parametrize(
    ("text", "nearest"),
    [("2025年8月32日", ("2025-08-31",)), ("2025-02-29", ("2025-02-28",)), ("2025-13-40", ())],
)
def test_a_day_the_calendar_does_not_have_is_told_with_the_end_of_its_month(
    text: str, nearest: tuple[str, ...]
) -> None:
    found = read_date(text)
    assert isinstance(found, Unreadable)
    assert (found.code, found.nearest) == ("TIM002", nearest)


@pytest.mark.parametrize(
    "text", ["八月二十日", "2025-08-20..2025-09-01", "2025年8月底", "2025学年", "下周", "20258", "2025.13.40"]
)
def test_what_is_no_date_is_told_with_the_forms_of_one(text: str) -> None:
    found = read_date(text)
    assert isinstance(found, Unreadable)
    assert (found.code, found.nearest[:1]) == ("TIM006", ("2025-09-01",))


def found_in(text: str) -> tuple[Finding, ...]:
    return build(schemes.composed(text)).findings


def test_dates_of_the_issue_and_of_sources_are_told_at_their_values() -> None:
    text = (
        "issue: {date: 2025.8.20, effective: 2025-09, expires: 2026-02-30}\n"
        "sources: {意见: {date: 2025年8月32日}, 通知: {date: unspecified}, 办法: {date: 2014}}\n"
    )
    assert {(f.code, f.primary.path) for f in found_in(text)} == {
        ("TIM006", ("issue", "date")),
        ("TIM006", ("issue", "effective")),
        ("TIM002", ("issue", "expires")),
        ("TIM002", ("sources", "意见", "date")),
    }


def test_the_issue_holds_its_days_in_one_form() -> None:
    issue = build(schemes.composed("issue: {date: 2025年8月20日, effective: 2025-9-1}")).scheme.issue
    assert (issue.date, issue.effective, issue.expires) == ("2025-08-20", "2025-09-01", "")
