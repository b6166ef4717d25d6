"""The table of rhythms and windows for 2025–26, and the rules around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xuequ.calendar.calendar import Clock, SchoolCalendar
from xuequ.calendar.span import Span, school_year_span
from xuequ.calendar.windows import Occasion, Timing, Window, timing, windows
from xuequ.model.amount.quantity import read_quantity
from xuequ.model.time.reading import FORMS, read_when
from xuequ.model.time.values import When

YEAR = SchoolCalendar(period=school_year_span(2025))
X = {"X": (Span(date(2025, 9, 19), date(2025, 9, 19)),)}


def whens(value: object) -> tuple[When, ...]:
    found = read_when(value)
    assert isinstance(found, tuple), found
    return found


def timed(
    value: object,
    clock: Clock = Clock.SCHOOL,
    calendar: SchoolCalendar = YEAR,
    events: Mapping[str, tuple[Span, ...]] = X,
) -> Timing:
    def occasion(event: str) -> Occasion | None:
        return Occasion(events[event]) if event in events else None

    return timing(whens(value), calendar, clock, occasion)


def found(value: object, clock: Clock = Clock.SCHOOL, calendar: SchoolCalendar = YEAR) -> tuple[Window, ...]:
    return timed(value, clock, calendar).windows


def spans(value: object, clock: Clock = Clock.SCHOOL, calendar: SchoolCalendar = YEAR) -> list[str]:
    return [f"{w.first}..{w.last}" for w in found(value, clock, calendar)]


def days(value: object, clock: Clock = Clock.SCHOOL) -> set[date]:
    assert all(w.first == w.last for w in found(value, clock))
    return {w.last for w in found(value, clock)}


def test_every_morning_is_191_school_days() -> None:
    mornings = found("每天早上")
    assert len(mornings) == 191
    assert (mornings[0].due, mornings[-1].due) == (date(2025, 9, 1), date(2026, 7, 10))
    assert mornings[0].daytime == "early_morning"


def test_every_friday_is_36_without_those_that_rest() -> None:
    fridays = days("每周五下午")
    assert len(fridays) == 36
    assert not fridays & {date(2025, 10, 3), date(2026, 1, 2), date(2026, 5, 1), date(2026, 6, 19)}


def test_every_saturday_is_33_without_those_that_rest() -> None:
    saturdays = days("每周六")
    assert len(saturdays) == 33
    assert not saturdays & {date(2025, 10, 4), date(2026, 1, 3), date(2026, 5, 2), date(2026, 6, 20)}


def test_every_month_is_10_for_a_school_and_12_for_a_bureau() -> None:
    assert len(found("每月", Clock.SCHOOL)) == 10
    assert len(found("每月", Clock.YEAR)) == 12


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每学期末", ["2026-01-10..2026-01-23", "2026-06-27..2026-07-10"]),
        ("每学期五次以上", ["2025-09-01..2026-01-23", "2026-03-02..2026-07-10"]),
        ("每两学年", ["2025-09-01..2027-08-31"]),
        ("6月上中旬", ["2026-06-01..2026-06-20"]),
        ("7月底8月初", ["2026-07-27..2026-08-05"]),
        ("8月中旬前", ["2025-09-01..2026-08-20"]),
        ("X后三十日内", ["2025-09-20..2025-10-20"]),
        ("X后十个工作日内", ["2025-09-20..2025-10-10"]),
    ],
)
def test_the_table_of_2025(text: str, expected: list[str]) -> None:
    assert spans(text) == expected


def test_five_times_or_more_a_semester_is_counted_in_both() -> None:
    assert [w.count for w in found("每学期五次以上")] == [read_quantity("5..")] * 2


def test_every_two_school_years_is_open() -> None:
    assert [w.open for w in found("每两学年")] == [True]


def test_every_three_to_five_years_is_due_after_five_and_comes_again_after_three() -> None:
    (window,) = found("每三至五年")
    assert window.due == date(2030, 8, 31)
    assert window.not_before == date(2028, 9, 1)
    assert window.open


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("月初", 12),
        ("年初", ["2026-01-01..2026-01-31"]),
        ("年底", ["2025-12-01..2025-12-31"]),
        ("学期初", ["2025-09-01..2025-09-14", "2026-03-02..2026-03-15"]),
        ("开学", ["2025-09-01..2025-09-14", "2026-03-02..2026-03-15"]),
        ("春季开学", ["2026-03-02..2026-03-15"]),
        ("9月底", ["2025-09-26..2025-09-30"]),
        ("9月初", ["2025-09-01..2025-09-05"]),
        ("2月下旬", ["2026-02-21..2026-02-28"]),
        ("学年初", ["2025-09-01..2025-09-30"]),
        ("学年末", ["2026-08-01..2026-08-31"]),
        ("寒假", ["2026-01-24..2026-03-01"]),
        ("暑假", ["2026-07-11..2026-08-31"]),
        ("一季度", ["2026-01-01..2026-03-31"]),
        ("第3周", ["2025-09-15..2025-09-21", "2026-03-16..2026-03-22"]),
        ("本学期", ["2025-09-01..2026-01-23"]),
        ("2025学年第一学期", ["2025-09-01..2026-01-23"]),
        ("9月至12月", ["2025-09-01..2025-12-31"]),
        ("12月至次年2月", ["2025-12-01..2026-02-28"]),
        ("9月起", ["2025-09-01..2026-08-31"]),
        ("寒假期间", ["2026-01-24..2026-03-01"]),
    ],
)
def test_places_are_as_wide_as_the_widths_say(text: str, expected: list[str] | int) -> None:
    places = spans(text, Clock.YEAR)
    assert (len(places) if isinstance(expected, int) else places) == expected


def test_a_period_with_a_limit_runs_to_its_last_day() -> None:
    assert spans("9月前") == ["2025-09-01..2025-09-30"]
    assert spans("每年6月30日前", Clock.YEAR) == ["2026-01-01..2026-06-30"]
    assert spans("每月28日前", Clock.YEAR)[:2] == ["2025-09-01..2025-09-28", "2025-10-01..2025-10-28"]


def test_before_school_or_a_break_begins_is_the_day_before() -> None:
    assert spans("暑假前") == ["2025-09-01..2026-07-10"]
    assert spans("春季开学前") == ["2025-09-01..2026-03-01"]


def test_limits_that_follow_one_another_run_from_one_to_the_next() -> None:
    assert spans("学期末前") == ["2025-09-01..2026-01-23", "2026-01-24..2026-07-10"]


def test_a_fixed_date_is_never_moved_only_reported() -> None:
    (window,) = found("10月1日")
    assert window.due == date(2025, 10, 1)
    assert window.rests
    assert not found("10月9日")[0].rests


def test_a_length_of_time_counts_without_the_day_of_the_event() -> None:
    assert spans("X后三日内") == ["2025-09-20..2025-09-22"]
    assert spans("X后一个月内") == ["2025-09-20..2025-10-20"]
    assert spans("X前三日内") == ["2025-09-16..2025-09-18"]


def test_every_occurrence_of_an_event_has_its_own_window() -> None:
    twice = {"X": (*X["X"], Span(date(2026, 3, 2), date(2026, 3, 6)))}
    due = [w.due for w in timed("X后三日内", events=twice).windows]
    assert due == [date(2025, 9, 22), date(2026, 3, 9)]


def test_after_an_undated_event_a_time_is_conditional_and_has_no_window() -> None:
    result = timed("Y后三日内")
    assert result == Timing(waits_for=("Y",))


def test_a_phase_is_as_long_as_its_dates() -> None:
    phases = {"实施": (Span(date(2025, 10, 9), date(2025, 12, 31)),)}
    result = timed({"during": "实施", "every": "month"}, Clock.YEAR, events=phases)
    assert [str(Span(w.first, w.last)) for w in result.windows] == [
        "2025-10-09..2025-10-31",
        "2025-11-01..2025-11-30",
        "2025-12-01..2025-12-31",
    ]
    assert timed("阶段:总结").waits_for == ("总结",)


def test_loose_words_have_no_windows_and_are_handed_on() -> None:
    assert timed(["定期", "及时"]) == Timing(loose=("定期", "及时"))


def test_a_date_outside_the_period_is_handed_on() -> None:
    result = timed("2025年3月")
    assert result.windows == ()
    assert result.outside == (Span(date(2025, 3, 1), date(2025, 3, 31)),)


def test_days_override_the_clock() -> None:
    assert len(found("每天", Clock.YEAR)) == 365
    assert len(found({"every": "day", "days": "school_day"}, Clock.YEAR)) == 191
    working = days({"every": "day", "days": "working_day"}, Clock.SCHOOL)
    assert date(2026, 2, 14) in working
    assert date(2026, 2, 16) not in working


def test_months_and_weeks_of_a_school_end_where_school_does() -> None:
    assert spans("每月")[4:6] == ["2026-01-01..2026-01-23", "2026-03-02..2026-03-31"]
    assert len(found("每周")) == 40
    assert len(found("每周", Clock.YEAR)) == 52


def test_a_day_of_the_month_out_of_school_time_drops_out() -> None:
    assert date(2026, 2, 10) not in days("每月10日")
    assert date(2026, 2, 10) in days("每月10日", Clock.YEAR)
    assert len(found("每月31日", Clock.YEAR)) == 7


def test_quarters_and_years_are_counted_where_they_end() -> None:
    assert len(found("每季度", Clock.YEAR)) == 4
    assert spans("每年", Clock.YEAR) == ["2025-09-01..2025-12-31", "2026-01-01..2026-12-31"]
    assert [w.open for w in found("每年", Clock.YEAR)] == [False, True]
    assert spans("每年", Clock.SCHOOL) == ["2025-09-01..2026-08-31"]
    assert spans("每年9月", Clock.YEAR) == ["2025-09-01..2025-09-30"]
    assert spans("每年年底", Clock.YEAR) == ["2025-12-01..2025-12-31"]


def test_every_two_years_in_september_does_not_say_which() -> None:
    (window,) = found("每两年9月")
    assert (window.first, window.due, window.open) == (date(2025, 9, 1), date(2026, 9, 30), True)


def test_a_longer_period_has_every_year() -> None:
    three = SchoolCalendar(period=Span(date(2023, 9, 1), date(2026, 8, 31)))
    assert len(found("每学期末", calendar=three)) == 6
    assert len(found("每学年", calendar=three)) == 3
    assert [w.open for w in found("每两学年", calendar=three)] == [False, True]


def test_a_period_too_short_for_a_rhythm_keeps_the_one_under_way() -> None:
    short = SchoolCalendar(period=Span(date(2025, 10, 1), date(2025, 10, 31)))
    assert [(w.due, w.open) for w in found("每学期", calendar=short)] == [(date(2026, 1, 23), True)]


def test_dates_beyond_the_published_list_are_provisional() -> None:
    later = SchoolCalendar(period=school_year_span(2040))
    assert all(w.provisional for w in found("每月", calendar=later))
    assert not any(w.provisional for w in found("每月"))


def test_without_a_calendar_there_are_no_windows() -> None:
    assert windows(whens("每月"), None) == ()
    assert timing(whens("定期"), None).loose == ("定期",)


def test_a_union_has_each_window_once() -> None:
    assert spans(["9月", "9月", "8月"]) == ["2025-09-01..2025-09-30", "2026-08-01..2026-08-31"]


PERIODS = st.builds(
    lambda start, length: SchoolCalendar(period=Span(start, date.fromordinal(start.toordinal() + length))),
    st.dates(date(2015, 1, 1), date(2035, 1, 1)),
    st.integers(0, 1500),
)


@given(st.sampled_from(FORMS), st.sampled_from(Clock), PERIODS)
def test_windows_are_sorted_and_touch_the_period(form: str, clock: Clock, calendar: SchoolCalendar) -> None:
    result = timing(whens(form), calendar, clock)
    assert list(result.windows) == sorted(result.windows, key=lambda w: (w.first, w.last))
    for window in result.windows:
        assert window.first <= window.last
        assert Span(window.first, window.last).cut(calendar.period)
        assert window.last <= calendar.period.last or window.open


def test_a_stretch_over_the_turn_of_the_year_is_that_which_begins_in_the_period() -> None:
    year = SchoolCalendar(period=Span(date(2026, 1, 1), date(2026, 12, 31)))

    def of(text: str, calendar: SchoolCalendar) -> list[tuple[str, str, bool]]:
        return [(str(w.first), str(w.last), w.open) for w in found(text, Clock.YEAR, calendar)]

    assert of("10月至次年4月", year) == [("2026-10-01", "2027-04-30", True)]
    assert of("5月至次年4月", year) == [("2026-05-01", "2027-04-30", True)]
    assert of("每年10月至次年4月", year) == [("2026-10-01", "2027-04-30", True)]
    school_year = SchoolCalendar(period=school_year_span(2026))
    assert of("10月至次年4月", school_year) == [("2026-10-01", "2027-04-30", False)]
    assert of("8月至次年1月", school_year)[0] == ("2026-09-01", "2027-01-31", False)
    later = SchoolCalendar(period=year.period, in_force=Span(date(2025, 1, 1), date(2027, 12, 31)))
    assert [last for _, last, _ in of("10月至次年4月", later)] == ["2026-04-30", "2027-04-30"]


def test_before_each_semester_begins_is_before_its_first_day_and_its_first_weeks_are_in_it() -> None:
    year = SchoolCalendar(period=Span(date(2026, 1, 1), date(2026, 12, 31)))

    def due(text: str) -> list[str]:
        return [str(window.due) for window in found(text, Clock.YEAR, year)]

    assert due("每学期开学前") == ["2026-03-01", "2026-08-31"]
    assert due("每学期开学前5日") == due("开学前5日") == ["2026-02-25", "2026-08-27"]
    assert due("每学期开始前5日") == due("学期开始前5日") == ["2026-02-25", "2026-08-27"]
    assert due("每学期开学前三周") == due("开学前三周")
    assert spans("每学期开学前3日内", Clock.YEAR, year) == [
        "2026-02-27..2026-03-01",
        "2026-08-29..2026-08-31",
    ]
    assert spans("每学期前三周", Clock.YEAR, year) == ["2026-03-02..2026-03-22", "2026-09-01..2026-09-21"]
    assert spans("每月前3日", Clock.YEAR, year)[:2] == ["2026-01-01..2026-01-03", "2026-02-01..2026-02-03"]


def test_a_day_of_the_next_year_is_a_day_and_no_event() -> None:
    plan = SchoolCalendar(period=school_year_span(2026))
    assert [str(w.due) for w in found("次年2月15日前", Clock.YEAR, plan)] == ["2027-02-15"]
    assert found("翌年2月底前", Clock.YEAR, plan) == found("明年2月底前", Clock.YEAR, plan)


def test_what_is_due_before_school_opens_is_in_the_period_that_has_its_day() -> None:
    def due(text: str, year: int, **others: Any) -> list[str]:
        calendar = SchoolCalendar(period=school_year_span(year), **others)
        return [str(window.due) for window in found(text, Clock.YEAR, calendar)]

    assert due("每学期开学前10日", 2026) == ["2027-02-19", "2027-08-22"]
    assert due("开学前一周内", 2026, issued=date(2026, 7, 1)) == ["2027-02-28", "2027-08-31"]
    assert due("秋季开学前", 2025) == due("9月1日前1日", 2025) == ["2026-08-31"]
    assert due("元旦前", 2026) == ["2026-12-31"]
    assert due("每学年开学前三周", 2026) == ["2027-08-11"]
    assert spans("每学年开学第一周", Clock.YEAR) == ["2025-09-01..2025-09-07"]


def test_times_of_a_semester_that_touches_the_period_are_named_where_they_lie_out_of_it() -> None:
    def beside(text: str, calendar: SchoolCalendar) -> list[str]:
        return [str(span) for span in timing(whens(text), calendar, Clock.YEAR).beside]

    year = SchoolCalendar(period=Span(date(2026, 1, 1), date(2026, 12, 31)))
    assert beside("每学期末", year) == ["2027-01-09..2027-01-22"]
    assert beside("每学期结束后一周内", year) == ["2027-01-23..2027-01-29"]
    assert beside("每年12月", year) == beside("每学期", year) == []
    issued = SchoolCalendar(period=school_year_span(2026), issued=date(2026, 8, 20))
    assert beside("开学前三日内", issued) == ["2026-08-29..2026-08-31"]
    assert beside("每学期开学前20日", issued) == []
    assert beside("开学前三日内", SchoolCalendar(period=school_year_span(2026))) == []


def test_before_a_feast_is_the_day_before_it() -> None:
    assert spans("国庆节前", Clock.YEAR) == spans("每年国庆前", Clock.YEAR) == ["2025-09-01..2025-09-30"]
    assert spans("劳动节前五日内", Clock.YEAR) == ["2026-04-26..2026-04-30"]
    assert [str(w.due) for w in found("六一前5日", Clock.YEAR)] == ["2026-05-27"]
    assert spans("10月1日前", Clock.YEAR) == ["2025-09-01..2025-10-01"]
    assert spans("教师节", Clock.YEAR) == ["2025-09-10..2025-09-10"]


def test_so_long_before_what_begins_is_counted_from_its_first_day() -> None:
    def due(text: str) -> list[str]:
        return [str(window.due) for window in found(text, Clock.YEAR)]

    assert due("秋季开学前1日") == due("9月1日前1日") == ["2026-08-31"]
    assert due("寒假前3日") == ["2026-01-21"]  # The last school day is 23 January.
    assert due("暑假前一周") == ["2026-07-04"]
    assert due("秋季开学前5个工作日") == ["2026-08-25"]
    assert due("国庆节前3日") == ["2025-09-28"]
    assert due("6月30日前3日") == ["2026-06-27"]


def test_a_school_year_that_was_half_over_when_the_text_came_into_force_is_no_turn() -> None:
    def ends(first: date, text: str = "每学年") -> list[str]:
        period = Span(first, date(2027, 8, 31))
        read = read_when(text)
        assert isinstance(read, tuple)
        return [str(window.last) for window in windows(read, SchoolCalendar(period=period), Clock.YEAR)]

    assert ends(date(2025, 3, 1)) == ["2026-08-31", "2027-08-31"]
    assert ends(date(2024, 11, 1)) == ["2025-08-31", "2026-08-31", "2027-08-31"]
    assert ends(date(2025, 3, 1), "每学年末")[0] == "2025-08-31"


def test_holidays_shorten_a_rhythm_of_a_school_and_move_no_day_that_is_written() -> None:
    def told(text: str, clock: Clock = Clock.SCHOOL) -> list[tuple[str, bool, bool]]:
        return [(str(w.due), w.cut, w.in_break) for w in found(text, clock) if w.cut or w.in_break]

    assert told("每月") == [("2026-01-23", True, False), ("2026-07-10", True, False)]
    assert told("每月20日前") == [("2026-07-20", False, True)]
    assert told("每月", Clock.YEAR) == []
    off = timing(whens("每月8日前"), YEAR, Clock.SCHOOL).skipped
    assert [span.last for span in off] == [date(2026, 2, 8), date(2026, 8, 8)]


def test_what_comes_round_in_several_years_is_due_at_the_latest_where_no_year_is_said() -> None:
    assert [w.latest for w in found({"every": "4 years", "by": "5月底"}, Clock.YEAR)] == [True]
    assert [(str(w.due), w.open, w.latest) for w in found("自2026年1月起每两年", Clock.YEAR)] == [
        ("2027-12-31", True, True)
    ]
    assert [(str(w.due), w.latest) for w in found("自2026年起每三年5月底前", Clock.YEAR)] == [
        ("2026-05-31", False)
    ]
    later = SchoolCalendar(period=school_year_span(2028), in_force=Span(date(2026, 9, 1), date(2031, 8, 31)))
    every = {"every": "3 years", "by": "3月底", "since": "2026年"}
    assert [str(w.due) for w in found(every, Clock.YEAR, later)] == ["2029-03-31"]
    assert [w.latest for w in found("每年5月底前", Clock.YEAR)] == [False]
    assert all(w.turn_open for text in ("每两个月20日前", "每两周周四") for w in found(text, Clock.YEAR))
    assert not any(w.turn_open for text in ("每两个月", "自2025年9月8日起每两周周四") for w in found(text))
    assert [str(w.due) for w in found("每年开学前三周", Clock.YEAR)] == ["2026-08-11"]


def test_a_deadline_that_is_moved_from_a_day_of_rest_says_so() -> None:
    assert [(str(w.due), w.moved) for w in timed("X后一个月内").windows] == [("2025-10-20", True)]
    assert [w.moved for w in timed("X后三日内").windows] == [False]


def test_what_comes_round_after_an_event_goes_on_from_it() -> None:
    weekly = timed({"every": "month", "after": "X"}, Clock.YEAR).windows
    assert [str(w.due) for w in weekly[:2]] == ["2025-09-30", "2025-10-31"]
    assert len(weekly) == 12
    twice = {"X": (*X["X"], Span(date(2026, 3, 2), date(2026, 3, 6)))}
    once = timed("每学期X后一周内", Clock.YEAR, events=twice).windows
    assert [str(w.due) for w in once] == ["2025-09-26", "2026-03-13"]
    phase = {"摸底": (Span(date(2025, 10, 20), date(2026, 1, 10)),)}
    assert [
        str(w.due)
        for w in timed(
            {"every": "month", "during": "摸底", "since": "2025年12月"}, Clock.YEAR, events=phase
        ).windows
    ] == ["2025-12-31", "2026-01-10"]


def test_a_rhythm_keeps_its_days_within_a_phase_or_a_stretch() -> None:
    phases = {"磨合": (Span(date(2025, 9, 10), date(2025, 12, 12)),)}

    def due(value: object, clock: Clock = Clock.YEAR) -> list[str]:
        return [str(window.due) for window in timed(value, clock, events={**X, **phases}).windows]

    days = ["2025-09-20", "2025-10-20", "2025-11-20"]
    assert due({"every": "month", "by": 20, "during": "磨合"}) == due("磨合期间每月20日前") == days
    assert due("磨合期间，每月报告一次") == ["2025-09-30", "2025-10-31", "2025-11-30", "2025-12-12"]
    assert due("10月至11月期间每月5日前") == ["2025-10-05", "2025-11-05"]
    assert len(due("寒假期间每周", Clock.SCHOOL)) == 5
    assert due({"during": "磨合", "by": "10月底"}) == ["2025-10-31"]
    assert due({"every": "semester", "during": "磨合", "by": "end"}) == []
    assert due("X前每周")[-1] == "2025-09-18"


def test_a_rhythm_for_so_long_after_an_event_counts_from_it() -> None:
    monthly = ["2025-10-19", "2025-11-19", "2025-12-19"]
    assert [str(w.due) for w in timed("X后3个月内每月", Clock.YEAR).windows] == monthly
    twice = {"X": (*X["X"], Span(date(2026, 3, 2), date(2026, 3, 6)))}
    starts = timed("每学期X后", Clock.YEAR, events=twice).windows
    assert [(str(w.first), w.due) for w in starts] == [("2025-09-20", None), ("2026-03-07", None)]


def test_weeks_and_days_that_are_counted_in_a_month() -> None:
    def due(text: str) -> list[str]:
        return [str(w.due)[5:] for w in found(text, Clock.YEAR)]

    # October 2025 begins with eight days of holidays, November with a Saturday.
    assert spans("每月第一周", Clock.YEAR)[:3] == [
        "2025-09-01..2025-09-07",
        "2025-10-06..2025-10-12",
        "2025-11-03..2025-11-09",
    ]
    assert due("每月第一周周四")[:3] == ["09-04", "10-09", "11-06"]
    assert spans("每月最后一周", Clock.YEAR)[:2] == ["2025-09-29..2025-09-30", "2025-10-27..2025-10-31"]
    assert spans("每学期最后一周") == ["2026-01-19..2026-01-23", "2026-07-06..2026-07-10"]
    assert due("每月第二个周三")[:3] == ["09-10", "10-08", "11-12"]
    assert due("11月最后一个周五") == ["11-28"]
    assert due("每月最后一个工作日前")[:3] == ["09-30", "10-31", "11-28"]
    assert due("每月第一个工作日")[:3] == ["09-01", "10-09", "11-03"]
    assert spans("每学年第一学期第三周") == spans("第一学期第三周") == ["2025-09-15..2025-09-21"]
    months = ["09-20", "11-20", "01-20", "03-20", "05-20", "07-20"]
    assert sorted(due("逢单月20日前")) == sorted(months)
    assert len(due("每逢双月")) == 6
    assert due("单周周三")[:3] == ["09-03", "09-17", "10-01"]
    assert [w.rests for w in found("单周周三", Clock.YEAR)][:3] == [False, False, True]
    assert due("逢双周周五下午")[:3] == ["09-12", "09-26", "10-10"]


def test_nothing_is_said_of_a_window_but_its_days_unless_it_is_told() -> None:
    (window,) = found("9月10日")
    plain = type(window)(first=window.first, last=window.last)
    assert window == plain == replace(plain, by_then=True)
    assert repr(plain) == repr(replace(plain, by_then=True))
    said = {each.name for each in fields(plain)} - {"first", "last", "count"}
    assert not any(getattr(plain, name) for name in said)
