"""The school calendar: what is assumed, what is published, what a scheme gives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import islice

import pytest

from xuequ.calendar.calendar import SchoolCalendar, assumed_semesters, rest_and_work
from xuequ.calendar.calendar_reading import Reading, calendar_of, fixed_span, issue_events
from xuequ.calendar.places import season_span
from xuequ.calendar.span import Span, school_year_span
from xuequ.calendar.widths import Widths, widths_table
from xuequ.calendar.windows import windows
from xuequ.model.elements import Issue, Locality, Scheme
from xuequ.model.time.reading import read_when
from xuequ.model.time.values import Season
from xuequ.model.time.years import Year, read_year

YEAR = SchoolCalendar(period=school_year_span(2025))


def reading_of(
    said: Mapping[str, object],
    effective: str = "",
    expires: str = "",
    year: int | None = None,
    issued: str = "",
) -> Reading:
    scheme = Scheme(
        name="",
        locality=Locality(),
        issue=Issue(date=issued, effective=effective, expires=expires),
        calendar=said,
        conventions={},
        answers={},
    )
    return calendar_of(scheme, None if year is None else Year(year))


def calendar(
    said: Mapping[str, object], effective: str = "", expires: str = "", year: int | None = None
) -> SchoolCalendar:
    reading = reading_of(said, effective, expires, year)
    assert reading.problems == ()
    assert reading.calendar is not None
    return reading.calendar


def test_the_semesters_of_2025() -> None:
    assert list(map(str, YEAR.semesters_of(2025))) == ["2025-09-01..2026-01-23", "2026-03-02..2026-07-10"]
    assert YEAR.assumes()


def test_the_rest_and_make_up_days_of_2025() -> None:
    rest, work = rest_and_work(YEAR.period)
    assert list(map(str, rest)) == [
        "2025-10-01..2025-10-08",
        "2026-01-01..2026-01-03",
        "2026-02-15..2026-02-23",
        "2026-04-04..2026-04-06",
        "2026-05-01..2026-05-05",
        "2026-06-19..2026-06-21",
    ]
    assert list(map(str, work)) == [
        "2025-09-28",
        "2025-10-11",
        "2026-01-04",
        "2026-02-14",
        "2026-02-28",
        "2026-05-09",
    ]


def test_weekends_rest_unless_they_are_made_up_for() -> None:
    assert YEAR.rests(date(2025, 9, 27))
    assert not YEAR.rests(date(2025, 9, 28))
    assert YEAR.rests(date(2025, 10, 3))
    assert not YEAR.in_rest_span(date(2025, 9, 27))


def test_the_winter_break_begins_before_an_early_spring_festival() -> None:
    assert assumed_semesters(2022)[0].last == date(2023, 1, 13)


def test_years_without_a_published_list_are_provisional() -> None:
    assert not YEAR.provisional(date(2026, 8, 31))
    assert YEAR.provisional(date(2050, 1, 1))


def test_a_scheme_gives_its_own_semesters_and_rest_days() -> None:
    own = calendar(
        {
            "school_year": 2025,
            "semesters": ["2025-09-01..2026-01-20", "3月3日至7月10日"],
            "rest": ["10月1日至8日", "2026-01-01"],
            "work": "2025-09-28",
        }
    )
    assert list(map(str, own.semesters_of(2025))) == ["2025-09-01..2026-01-20", "2026-03-03..2026-07-10"]
    assert not own.assumes()
    assert own.in_rest_span(date(2025, 10, 8))
    assert not own.in_rest_span(date(2026, 5, 1))
    assert not own.rests(date(2025, 9, 28))


def test_own_rest_days_of_a_later_year_are_not_provisional() -> None:
    own = calendar({"school_year": 2040, "rest": ["2040-10-01..2040-10-07"]})
    assert not own.provisional(date(2041, 1, 1))
    assert own.provisional(date(2042, 1, 1))


def test_make_up_days_alone_leave_the_published_rest_days() -> None:
    own = calendar({"school_year": 2025, "work": ["2025-09-27"]})
    assert own.in_rest_span(date(2025, 10, 1))
    assert not own.rests(date(2025, 9, 27))


@pytest.mark.parametrize(
    ("effective", "expires", "said", "year", "expected"),
    [
        ("2014-06-30", "2019-06-30", {"school_year": 2015}, None, "2014-06-30..2019-06-30"),
        ("", "", {"school_year": 2015}, None, "2015-09-01..2016-08-31"),
        ("2015-10-01", "", {"school_year": 2015}, None, "2015-10-01..2016-08-31"),
        ("", "", {"semesters": ["2015-09-01..2016-01-20"]}, None, "2015-09-01..2016-08-31"),
    ],
)
def test_the_period_is_the_issue_s_then_the_calendar_s(
    effective: str, expires: str, said: Mapping[str, object], year: int | None, expected: str
) -> None:
    assert str(calendar(said, effective, expires, year).period) == expected


@pytest.mark.parametrize(
    ("effective", "expires", "said", "year", "expected"),
    [
        ("2014-06-30", "2019-06-30", {"school_year": 2015}, 2016, "2016-09-01..2017-08-31"),
        ("2014-06-30", "2019-06-30", {}, 2018, "2018-09-01..2019-06-30"),
        ("", "", {"school_year": 2015}, 2016, "2016-09-01..2017-08-31"),
        ("", "", {}, 2016, "2016-09-01..2017-08-31"),
        ("2016-10-15", "", {}, 2016, "2016-10-15..2017-08-31"),
        ("", "2017年6月30日", {}, 2016, "2016-09-01..2017-06-30"),
        ("unspecified", "", {"rest": "unspecified"}, 2016, "2016-09-01..2017-08-31"),
    ],
)
def test_a_year_asked_for_is_planned_as_far_as_the_text_is_in_force(
    effective: str, expires: str, said: Mapping[str, object], year: int, expected: str
) -> None:
    assert str(calendar(said, effective, expires, year).period) == expected


@pytest.mark.parametrize(
    ("effective", "expires", "year", "path", "in_force"),
    [
        ("2025-09-01", "2028-08-31", 2028, ("issue", "expires"), "2025-09-01..2028-08-31"),
        ("2025-09-01", "2028-08-31", 2024, ("issue", "effective"), "2025-09-01..2028-08-31"),
        ("2025-09-01", "", 2024, ("issue", "effective"), "2025-09-01.."),
    ],
)
def test_a_year_in_which_the_text_is_not_in_force_is_a_problem(
    effective: str, expires: str, year: int, path: tuple[str, ...], in_force: str
) -> None:
    reading = reading_of({}, effective, expires, year)
    assert reading.calendar is None
    assert [(p.code, p.text, p.path, p.nearest) for p in reading.problems] == [
        ("TIM008", f"{year}—{year + 1}", path, (in_force,))
    ]


def test_with_none_of_them_there_is_no_calendar() -> None:
    assert reading_of({}) == Reading(calendar=None)


def test_what_cannot_be_read_says_where() -> None:
    said = {
        "school_year": "某年",
        "rest": ["国庆"],
        "semesters": {"秋": "9月"},
        "widths": {"month_end": "7 years"},
    }
    problems = reading_of(said, "去年", "").problems
    assert [(problem.code, problem.path) for problem in problems] == [
        ("TIM004", ("calendar", "school_year")),
        ("TIM004", ("calendar", "semesters", "秋")),
        ("TIM004", ("calendar", "rest", 0)),
        ("TIM004", ("calendar", "widths", "month_end")),
        ("TIM004", ("issue", "effective")),
    ]


def test_a_text_that_expires_before_it_takes_effect_is_a_problem() -> None:
    (problem,) = reading_of({}, "2025-09-01", "2024-09-01").problems
    assert (problem.code, problem.path) == ("TIM005", ("issue", "expires"))


def test_a_school_year_nobody_plans_is_a_problem() -> None:
    (problem,) = reading_of({}, year=20255).problems
    assert (problem.code, problem.text) == ("TIM004", "20255")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (2025, 2025),
        ("2025", 2025),
        ("2025—2026", 2025),
        ("2025-2026学年", 2025),
        ("2025—2028", None),
        ("9月", None),
    ],
)
def test_a_school_year_is_named_by_the_year_it_begins_in(text: object, expected: int | None) -> None:
    assert read_year(text) == expected


def test_the_dates_of_issue_are_events() -> None:
    assert issue_events("2014-05-30", "") == {"issued": (Span(date(2014, 5, 30), date(2014, 5, 30)),)}


def test_widths_can_be_given_in_both_languages() -> None:
    assert calendar({"school_year": 2025, "widths": {"month_end": 7, "学期末": "10天"}}).widths == Widths(
        month_end=7, semester_end=10
    )


def test_the_widths_are_printed_as_one_table() -> None:
    assert ("月初", "5天") in widths_table(Widths())
    assert ("上旬", "1—10日") in widths_table(Widths())
    assert ("start of a year", "1 month") in widths_table(Widths(), lang="en")
    assert len(widths_table(Widths())) == len(widths_table(Widths(), lang="en"))


def test_assumed_semesters_keep_a_week_from_spring_festival() -> None:
    assert {year: tuple(map(str, assumed_semesters(year))) for year in (2017, 2019, 2021, 2022, 2024)} == {
        2017: ("2017-09-01..2018-01-26", "2018-03-05..2018-07-13"),
        2019: ("2019-09-01..2020-01-10", "2020-03-02..2020-07-10"),
        2021: ("2021-09-01..2022-01-21", "2022-03-07..2022-07-08"),
        2022: ("2022-09-01..2023-01-13", "2023-03-06..2023-07-14"),
        2024: ("2024-09-01..2025-01-17", "2025-03-03..2025-07-11"),
    }


def test_semesters_go_on_from_a_day_without_those_that_are_over() -> None:
    calendar = SchoolCalendar(period=school_year_span(2025))
    found = [str(each) for each in islice(calendar.semesters_from(date(2026, 2, 1)), 3)]
    assert found == ["2026-03-02..2026-07-10", "2026-09-01..2027-01-22", "2027-03-01..2027-07-09"]
    on_the_last = next(calendar.semesters_from(date(2026, 1, 23)))
    assert str(on_the_last) == "2025-09-01..2026-01-23"


def test_the_whole_of_a_calendar_is_planned_as_long_as_the_text_holds() -> None:
    lasting = Span(date(2025, 9, 1), date(2028, 8, 31))
    part = SchoolCalendar(period=school_year_span(2026), in_force=lasting)
    assert part.whole == SchoolCalendar(period=lasting)
    assert part.counted_from(part.period) == date(2025, 9, 1)
    assert part.counted_from(lasting) == date(2025, 9, 1)
    assert part.counted_from(school_year_span(2027)) == date(2027, 9, 1)


def test_days_with_a_year_of_their_own_keep_it() -> None:
    assert str(fixed_span("2024-10-01", 2025)) == "2024-10-01..2024-10-01"
    assert str(fixed_span("10月1日", 2025)) == "2025-10-01..2025-10-01"
    assert str(fixed_span("9月1日", 2025)) == "2025-09-01..2025-09-01"
    assert str(fixed_span("8月31日", 2025)) == "2026-08-31..2026-08-31"
    assert str(fixed_span("2月1日至3日", 2025)) == "2026-02-01..2026-02-03"
    assert str(fixed_span("2026年", 2025)) == "2026-01-01..2026-12-31"
    assert str(fixed_span("2026年2月", 2025)) == "2026-02-01..2026-02-28"
    assert fixed_span("2月1日", None) is None
    assert fixed_span("9月上旬", 2025) is None
    assert fixed_span("寒假", 2025) is None


def test_a_semester_that_is_not_given_is_assumed_beside_the_one_that_is() -> None:
    own = calendar({"semesters": ["2026-02-25..2026-07-03", "2026-08-29..2027-01-15"]})
    assert list(map(str, own.semesters_of(2025))) == ["2025-09-01..2026-01-23", "2026-02-25..2026-07-03"]
    assert str(own.semesters_of(2026)[0]) == "2026-08-29..2027-01-15"
    summer = season_span(Season.SUMMER_BREAK, 2025, own)
    winter = season_span(Season.WINTER_BREAK, 2025, own)
    assert (str(summer), str(winter)) == ("2026-07-04..2026-08-28", "2026-01-24..2026-02-24")
    assert own.assumes(Span(date(2026, 1, 1), date(2026, 12, 31)))
    assert not own.assumes(Span(date(2026, 2, 1), date(2026, 12, 31)))


def test_days_without_a_year_are_not_before_the_issue_and_the_first_after_it() -> None:
    made = Scheme(
        name="", locality=Locality(), issue=Issue(date="2026-05-20"), calendar={}, conventions={}, answers={}
    )

    def due(text: str, asked: Year) -> list[str]:
        whens, planned = read_when(text), calendar_of(made, asked).calendar
        assert isinstance(whens, tuple)
        assert planned is not None
        return [str(window.due) for window in windows(whens, planned)]

    whole = Year(2026, calendar=True)
    assert due("3月底前", whole) == []
    assert due("每季度末", whole) == ["2026-06-30", "2026-09-30", "2026-12-31"]
    assert due("2026年3月底前", whole) == ["2026-03-31"]
    assert due("7月20日前", Year(2026)) == []
    assert due("2027年7月20日前", Year(2026)) == ["2027-07-20"]
    assert due("4月20日前", Year(2026)) == ["2027-04-20"]
    assert due("每年7月", Year(2026)) == ["2027-07-31"]


def test_a_date_of_effect_that_is_no_day_is_told_with_the_forms_of_one() -> None:
    for text in ("秋天", "2025年9月"):
        (problem,) = reading_of({}, effective=text).problems
        assert (problem.text, problem.nearest) == (text, ("2025-09-01", "2025年9月1日"))
        assert problem.path == ("issue", "effective")


@pytest.mark.parametrize(
    ("given", "semesters"),
    [
        ("2026-01-12..2026-03-20", ["2025-09-01..2026-01-11", "2026-01-12..2026-03-20"]),
        ("2025-11-03..2026-01-30", ["2025-11-03..2026-01-30", "2026-03-02..2026-07-10"]),
    ],
)
def test_a_semester_whose_middle_is_in_february_is_that_of_spring(given: str, semesters: list[str]) -> None:
    found = calendar({"school_year": "2025-2026", "semesters": [given]}, year=2025)
    assert list(map(str, found.semesters_of(2025))) == semesters
