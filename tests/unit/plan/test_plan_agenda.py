"""When the duties of a scheme fall."""

from __future__ import annotations

from schemes import plan
from xuequ.plan.agenda import agenda, months
from xuequ.plan.calendar import SchoolCalendar
from xuequ.plan.span import school_year_span
from xuequ.plan.windows import Window

YEAR = SchoolCalendar(period=school_year_span(2025))


def days(windows: tuple[Window, ...]) -> list[tuple[str, str]]:
    return [(str(window.first), str(window.last)) for window in windows]


def test_a_row_of_a_schedule_adds_its_days_to_the_duty_it_names() -> None:
    whole = plan(
        "duties: {报告: {when: 9月}}\nschedules: {安排: {rows: [{when: 8月}, {when: 10月, does: 报告}]}}"
    )
    (dated,) = agenda(whole, YEAR)
    assert days(dated.windows) == [("2025-09-01", "2025-09-30"), ("2025-10-01", "2025-10-31")]


def test_a_row_adds_nothing_to_a_duty_that_says_when_in_its_month() -> None:
    whole = plan(
        "duties: {报告: {when: 9月上旬}}\nschedules: {安排: {rows: [{when: 8月}, {when: 9月, does: 报告}]}}"
    )
    (dated,) = agenda(whole, YEAR)
    assert days(dated.windows) == [("2025-09-01", "2025-09-10")]


def test_a_row_that_names_a_measure_means_its_duties() -> None:
    whole = plan(
        "measures: {日常: {duties: {甲: , 乙: }}}\nschedules: {安排: {rows: [{when: 9月, does: 日常}]}}"
    )
    assert [dated.duty.key for dated in agenda(whole, YEAR)] == ["甲", "乙"]
    assert set(months(whole).values()) == {frozenset({9})}


def test_loose_words_and_undated_events_come_without_windows() -> None:
    whole = plan("duties: {甲: {when: 定期}, 乙: {when: 甲后三日内}, 丙: {when: 2019年}, 丁: }")
    assert [(d.duty.key, d.windows, d.loose, d.waits_for, d.outside) for d in agenda(whole, YEAR)] == [
        ("甲", (), ("定期",), (), False),
        ("乙", (), (), ("甲",), False),
        ("丙", (), (), (), True),
    ]


def test_what_comes_after_a_dated_duty_is_dated() -> None:
    whole = plan("duties: {甲: {when: 2025-09-19}, 乙: {when: 甲后三十日内}}")
    (_, after) = agenda(whole, YEAR)
    assert str(after.windows[0].due) == "2025-10-20"
