"""When the duties of a scheme fall."""

from __future__ import annotations

from datetime import date

from schemes import plan
from xuequ.calendar.agenda import agenda, agendas, months
from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.span import Span, school_year_span
from xuequ.calendar.windows import Window

YEAR = SchoolCalendar(period=school_year_span(2025))
THREE_YEARS = SchoolCalendar(period=Span(date(2025, 9, 1), date(2028, 8, 31)))
SECOND_YEAR = SchoolCalendar(period=school_year_span(2026), in_force=THREE_YEARS.period)


def days(windows: tuple[Window, ...]) -> list[tuple[str, str]]:
    return [(str(window.first), str(window.last)) for window in windows]


def test_a_row_of_a_schedule_adds_its_days_to_a_duty_that_says_only_how_often() -> None:
    whole = plan(
        "duties: {报告: {when: 每学期}}\nschedules: {安排: {rows: [{when: 8月}, {when: 8月, does: 报告}]}}"
    )
    (dated,) = agenda(whole, YEAR)
    assert ("2026-08-01", "2026-08-31") in days(dated.windows)


def test_a_row_neither_moves_nor_multiplies_the_days_a_duty_says_itself() -> None:
    def of(when: str, *rows: str) -> list[tuple[str, str]]:
        lines = ", ".join(f"{{when: {row}, does: 活动}}" for row in rows)
        whole = plan(
            f"duties: {{活动: {{when: {when}}}}}\nschedules: {{安排: {{year: 2026, rows: [{lines}]}}}}"
        )
        (dated,) = agenda(whole, SchoolCalendar(period=Span(date(2026, 1, 1), date(2026, 12, 31))))
        return days(dated.windows)

    assert of("4月至9月", "4月", "9月") == [("2026-04-01", "2026-09-30")]
    assert of("3月至6月", "6月") == [("2026-03-01", "2026-06-30")]
    assert of("5月20日至5月22日", "5月", "12月") == [("2026-05-20", "2026-05-22")]
    assert of("5月20日至5月22日", "12月") == [("2026-05-20", "2026-05-22")]
    assert of("每年10月中旬至11月中旬", "10月") == [("2026-10-11", "2026-11-20")]
    assert [due for _, due in of("9月底前", "3月")] == ["2026-09-30"]


def test_a_row_on_the_first_or_the_last_day_of_a_time_is_that_time() -> None:
    def of(row: str) -> list[tuple[str, str]]:
        whole = plan(
            f"duties: {{例会: {{when: 每学期}}}}\nschedules: {{安排: {{rows: [{{when: {row}, does: 例会}}]}}}}"
        )
        (dated,) = agenda(whole, YEAR)
        return days(dated.windows)

    autumn, spring = ("2025-09-01", "2026-01-23"), ("2026-03-02", "2026-07-10")
    assert of("2026年3月2日") == [autumn, ("2026-03-02", "2026-03-02")]
    assert of("2026年1月23日") == [("2026-01-23", "2026-01-23"), spring]
    assert of("2026年1月24日") == [autumn, ("2026-01-24", "2026-01-24"), spring]


def test_what_a_line_does_is_the_duty_where_an_appraisal_is_called_like_it() -> None:
    whole = plan(
        "duties: {检查: {lead: locality}}\nappraisals: {检查: {assess: locality, for: school}}\n"
        "schedules: {安排: {rows: [{when: 10月, does: 检查}]}}"
    )
    of_duties, of_appraisals = agendas(whole, YEAR)
    assert [days(each.windows) for each in of_duties] == [[("2025-10-01", "2025-10-31")]]
    assert of_appraisals == ()


def test_a_row_adds_nothing_to_a_duty_that_says_when_in_its_month() -> None:
    whole = plan(
        "duties: {报告: {when: 9月上旬}}\nschedules: {安排: {rows: [{when: 8月}, {when: 9月, does: 报告}]}}"
    )
    (dated,) = agenda(whole, YEAR)
    assert days(dated.windows) == [("2025-09-01", "2025-09-10")]


def test_a_row_that_shares_days_with_the_time_of_a_duty_is_the_same_time() -> None:
    def of(when: str, row: str) -> list[tuple[str, str]]:
        whole = plan(
            f"duties: {{章程: {{when: {when}}}}}\nschedules: {{安排: {{rows: [{{when: {row}, does: 章程}}]}}}}"
        )
        (dated,) = agenda(whole, YEAR)
        return days(dated.windows)

    assert of("10月底前", "10月") == [("2025-10-01", "2025-10-31")]
    assert of("10月底前", "9月") == [("2025-09-01", "2025-10-31")]
    assert of("8月中旬前", "8月") == [("2026-08-01", "2026-08-20")]
    assert of("9月15日", "9月至10月") == [("2025-09-15", "2025-09-15")]
    assert of("9月10日至19日", "9月15日至24日") == [("2025-09-10", "2025-09-19")]
    assert of("每学期", "10月") == [("2025-10-01", "2025-10-31"), ("2026-03-02", "2026-07-10")]
    assert len(of("每周五", "10月")) == 47


def test_the_order_of_rows_decides_the_year_of_the_dates_of_their_duties_too() -> None:
    rows = "[{when: 8月, does: 甲, duties: {乙: {when: 8月中旬前}}}, {when: 9月}]"
    whole = plan(f"duties: {{甲: {{when: 8月中旬前}}}}\nschedules: {{安排: {{rows: {rows}}}}}")
    assert [(dated.work.key, days(dated.windows)) for dated in agenda(whole, YEAR)] == [
        ("甲", [("2025-08-01", "2025-08-20")]),
        ("乙", [("2025-08-01", "2025-08-20")]),
    ]


def test_the_august_before_the_next_table_is_not_in_this_years() -> None:
    rows = "[{when: 8月, does: 甲}, {when: 9月}]"
    whole = plan(f"duties: {{甲: {{when: 8月中旬前}}}}\nschedules: {{安排: {{rows: {rows}}}}}")
    (dated,) = agenda(whole, SECOND_YEAR)
    assert days(dated.windows) == [("2026-08-01", "2026-08-20")]
    (dated,) = agenda(whole, THREE_YEARS)
    assert [due for _, due in days(dated.windows)] == ["2025-08-20", "2026-08-20", "2027-08-20"]


def test_a_duty_in_a_row_has_the_time_of_the_row_unless_it_says_its_own() -> None:
    rows = "[{when: 8月}, {when: 10月, duties: {甲: , 乙: {when: 10月15日}, 丙: {when: 每周五}, 丁: {when: 及时}}}]"
    whole = plan(f"schedules: {{安排: {{rows: {rows}}}}}")
    assert [
        (dated.work.key, len(dated.windows), str(dated.windows[-1].due)) for dated in agenda(whole, YEAR)
    ] == [
        ("甲", 1, "2025-10-31"),
        ("乙", 1, "2025-10-15"),
        ("丙", 4, "2025-10-31"),
        ("丁", 1, "2025-10-31"),
    ]


def test_a_date_without_a_year_is_the_one_in_the_phase_that_names_or_holds_the_duty() -> None:
    whole = plan(
        "duties: {甲: {when: 9月底前}, 乙: {when: 每月}, 丙: {when: 9月底前}}\n"
        "phases:\n"
        "  推进: {when: 2026年3月至2026年12月, does: [甲, 乙], duties: {丁: {when: 10月底前}, 戊: {when: 每月}}}\n"
    )
    found = {dated.work.key: days(dated.windows) for dated in agenda(whole, THREE_YEARS)}
    assert found["甲"] == [("2026-03-01", "2026-09-30")]
    assert found["丁"] == [("2026-03-01", "2026-10-31")]
    assert [due for _, due in found["丙"]] == ["2025-09-30", "2026-09-30", "2027-09-30"]
    assert len(found["乙"]) == 36
    assert len(found["戊"]) == 10


def test_a_phase_says_which_year_of_a_table_is_meant() -> None:
    text = (
        "duties: {挂牌: {when: 9月底前}, 章程: {when: 10月底前}}\n"
        "phases: {启动: {when: 2025年9月至2025年12月, does: [挂牌, 章程]}}\n"
        "schedules: {安排: {rows: [{when: 9月, does: 挂牌}, {when: 10月, does: 章程}]}}\n"
    )
    found = {dated.work.key: days(dated.windows) for dated in agenda(plan(text), THREE_YEARS)}
    assert found == {"挂牌": [("2025-09-01", "2025-09-30")], "章程": [("2025-10-01", "2025-10-31")]}
    assert [(d.work.key, d.windows, d.outside) for d in agenda(plan(text), SECOND_YEAR)] == [
        ("挂牌", (), True),
        ("章程", (), True),
    ]


def test_a_date_that_does_not_occur_in_the_phase_is_not_bounded_by_it() -> None:
    whole = plan("duties: {甲: {when: 9月底前}}\nphases: {启动: {when: 2025年10月至2025年12月, does: 甲}}\n")
    (dated,) = agenda(whole, THREE_YEARS)
    assert [due for _, due in days(dated.windows)] == ["2025-09-30", "2026-09-30", "2027-09-30"]


def test_in_a_phase_that_goes_on_a_date_of_the_next_year_is_not_one_of_this_years() -> None:
    text = "duties: {甲: {when: 6月底前}}\nphases: {推进: {when: 2025年10月至2028年5月, does: 甲}}\n"
    (dated,) = agenda(plan(text), YEAR)
    assert days(dated.windows) == [("2025-10-01", "2026-06-30")]


def test_a_table_of_no_year_holds_for_every_school_year_and_one_of_a_year_for_that_alone() -> None:
    def of(head: str, calendar: SchoolCalendar) -> list[tuple[str, str]]:
        whole = plan(f"duties: {{甲: }}\nschedules: {{安排: {{{head}rows: [{{when: 10月, does: 甲}}]}}}}")
        return [day for dated in agenda(whole, calendar) for day in days(dated.windows)]

    assert [due for _, due in of("", THREE_YEARS)] == ["2025-10-31", "2026-10-31", "2027-10-31"]
    assert [due for _, due in of("school_year: 2026, ", THREE_YEARS)] == ["2026-10-31"]
    assert of("school_year: 2026, ", YEAR) == []


def test_one_year_of_several_has_what_falls_in_it_counted_from_the_first_day_in_force() -> None:
    whole = plan(
        "duties:\n"
        "  甲: {when: 9月底前}\n"
        "  乙: {when: 每两学年}\n"
        "  丙: {when: 启动后三十日内}\n"
        "  丁: {when: 11月底前}\n"
        "  戊: {when: 本学年}\n"
        "phases: {启动: {when: 2025年10月至2025年12月, does: 丁}}\n"
    )
    found = [(dated.work.key, days(dated.windows), dated.outside) for dated in agenda(whole, SECOND_YEAR)]
    assert found == [
        ("甲", [("2026-09-01", "2026-09-30")], False),
        ("乙", [("2026-09-01", "2027-08-31")], False),
        ("丙", [], True),
        ("丁", [], True),
        ("戊", [], True),
    ]


def test_appraisals_fall_as_duties_do() -> None:
    whole = plan(
        "organs: {局: , 学校联盟: }\n"
        "appraisals:\n"
        "  年考: {assess: 局, for: 学校联盟, when: 每学年末}\n"
        "  抽查: {assess: 局, for: 学校联盟}\n"
        "schedules: {安排: {rows: [{when: 9月}, {when: 12月, does: 抽查}]}}\n"
    )
    assert [(dated.work.key, days(dated.windows)) for dated in agendas(whole, YEAR)[1]] == [
        ("年考", [("2026-08-01", "2026-08-31")]),
        ("抽查", [("2025-12-01", "2025-12-31")]),
    ]


def test_a_row_that_names_a_measure_means_its_duties() -> None:
    whole = plan(
        "measures: {日常: {duties: {甲: , 乙: }}}\nschedules: {安排: {rows: [{when: 9月, does: 日常}]}}"
    )
    assert [dated.work.key for dated in agenda(whole, YEAR)] == ["甲", "乙"]
    assert set(months(whole).values()) == {frozenset({9})}


def test_loose_words_and_undated_events_come_without_windows() -> None:
    whole = plan("duties: {甲: {when: 定期}, 乙: {when: 甲后三日内}, 丙: {when: 2019年}, 丁: }")
    assert [(d.work.key, d.windows, d.loose, d.waits_for, d.outside) for d in agenda(whole, YEAR)] == [
        ("甲", (), ("定期",), (), False),
        ("乙", (), (), ("甲",), False),
        ("丙", (), (), (), True),
    ]


def test_what_comes_after_a_dated_duty_is_dated() -> None:
    whole = plan("duties: {甲: {when: 2025-09-19}, 乙: {when: 甲后三十日内}}")
    (_, after) = agenda(whole, YEAR)
    assert str(after.windows[0].due) == "2025-10-20"


def test_schools_and_bodies_seated_at_them_keep_school_time_wherever_the_duty_stands() -> None:
    text = """
groups: {小学: {of: school, where: {学段: 小学}}}
organs: {装备站: , 片区办公室: {seat: 学区/中心校}}
clusters: {学区: {members: {中心校: {leads: true}, 成员校: }}}
duties:
  校: {responsible: school, when: 每月}
  群: {lead: 小学, when: 每月}
  办: {lead: 片区办公室, when: 每两周}
  站: {lead: 装备站, responsible: school, when: 每月}
"""
    found = {dated.work.key: dated.windows for dated in agenda(plan(text), YEAR)}
    assert {key: (len(many), str(many[-1].last)) for key, many in found.items()} == {
        "校": (10, "2026-07-10"),
        "群": (10, "2026-07-10"),
        "办": (21, "2026-07-10"),
        "站": (12, "2026-08-31"),
    }


def test_what_follows_work_that_goes_on_for_a_time_counts_from_its_end() -> None:
    def of(after: str, when: str, lasts: str = "") -> list[tuple[str, str]]:
        known = f"{{when: {when}{f', lasts: {lasts}' if lasts else ''}}}"
        *_, dated = agenda(plan(f"duties: {{张榜: {known}, 发文: {{when: {after}}}}}"), YEAR)
        return days(dated.windows)

    for end in ("张榜期满后5日内", "张榜结束后5日内", "张榜后5日内", "自张榜结束之日起5日内"):
        assert of(end, "2025-12-01", "一周") == [("2025-12-08", "2025-12-12")]
    assert of("张榜期满前3日内", "2025-12-01", "一周") == [("2025-12-05", "2025-12-07")]
    assert of("自张榜之日起5日内", "2025-12-01", "一周") == [("2025-12-02", "2025-12-08")]
    assert of("张榜开始后5日内", "2025-12-01", "一周") == [("2025-12-02", "2025-12-08")]
    assert of("张榜前3日内", "2025-12-01", "一周") == [("2025-11-28", "2025-11-30")]
    # What fits into the days it may fall on is over with them.
    assert of("张榜结束后5日内", "2025年12月", "3个工作日") == [("2026-01-01", "2026-01-05")]
    assert of("张榜结束后5日内", "2025年12月1日至3日", "10天") == [("2025-12-13", "2025-12-17")]


def test_the_end_of_a_time_has_no_date_where_nobody_says_how_long_it_is() -> None:
    def of(after: str, when: str, lasts: str = "") -> tuple[str, ...]:
        known = f"{{when: {when}{f', lasts: {lasts}' if lasts else ''}}}"
        *_, dated = agenda(plan(f"duties: {{张榜: {known}, 发文: {{when: {after}}}}}"), YEAR)
        return dated.waits_for if not dated.windows else ()

    assert of("张榜期满后5日内", "2025-12-01") == ("张榜期满",)
    assert of("张榜期满后5日内", "2025年12月1日前") == ("张榜期满",)
    assert of("张榜期满后5日内", "2025年12月1日至9日") == ()
    assert of("张榜结束后5日内", "2025-12-01") == ()
    for vague in ("不少于5个工作日", "约一周", "一学期"):
        assert of("张榜后5日内", "2025-12-01", vague) == ("张榜",)
        assert of("张榜期满后5日内", "2025-12-01", vague) == ("张榜期满",)
        assert of("自张榜之日起5日内", "2025-12-01", vague) == ()


def test_the_time_that_work_is_given_is_over_with_its_last_day() -> None:
    whole = plan(
        "duties:\n"
        "  抽查: {when: 2025-10-13, output: 通知单}\n"
        "  改正: {when: 自收到通知单之日起20日内}\n"
        "  回访: {when: 改正期满后5日内}\n"
        "  公示: {when: 抽查后5日内}\n"
        "  备案: {when: 公示期满后5日内}\n"
    )
    found = {dated.work.key: dated for dated in agenda(whole, YEAR)}
    assert days(found["改正"].windows) == [("2025-10-14", "2025-11-03")]
    assert days(found["回访"].windows) == [("2025-11-04", "2025-11-10")]
    assert found["备案"].waits_for == ("公示期满",)


def test_the_time_a_thing_goes_on_for_may_be_called_after_it() -> None:
    def of(after: str, lasts: str = ", lasts: 一周") -> list[str]:
        known = f"{{when: 2025-12-01{lasts}}}"
        *_, dated = agenda(plan(f"duties: {{张榜: {known}, 发文: {{when: {after}}}}}"), YEAR)
        return [last for _, last in days(dated.windows)]

    assert of("张榜期届满后5日内") == of("张榜期结束之日起5日内") == ["2025-12-12"]
    assert of("张榜期结束后5日内", "") == []


def test_what_comes_before_a_deadline_is_counted_from_its_last_day() -> None:
    def of(review: str, notice: str) -> list[tuple[str, str]]:
        whole = plan(
            "issue: {date: 2025-09-10}\n"
            f"duties: {{评审: {{when: {review}}}, 通知: {{when: {notice}}}, 集中评审: {{when: 11月}}}}\n"
            "phases: {筹备: {when: 10月底前}}"
        )
        found = {dated.work.key: days(dated.windows) for dated in agenda(whole, YEAR)}
        return found.get("通知", [])

    assert of("10月底前", "评审前10日") == [("2025-09-01", "2025-10-21")]
    assert of("10月底前", "评审前10日内") == [("2025-10-21", "2025-10-30")]
    assert of("10月底前", "评审前") == [("2025-09-01", "2025-10-30")]
    assert of("10月底前", "评审开始前3日") == [("2025-09-01", "2025-10-28")]
    assert of("10月底前", "评审后10日内") == [("2025-11-01", "2025-11-10")]
    assert of("印发后30日内", "评审前10日") == [("2025-09-01", "2025-09-30")]
    assert of("集中评审前20日", "评审前10日") == [("2025-09-01", "2025-10-02")]
    assert of("10月", "评审前10日") == [("2025-09-01", "2025-09-21")]
    assert of("10月", "筹备前10日") == [("2025-09-01", "2025-10-21")]
    assert of("10月底前", "评审和集中评审前10日") == [
        ("2025-09-01", "2025-10-21"),
        ("2025-09-01", "2025-10-22"),
    ]


def test_a_limit_that_begins_when_months_since_dated_work_are_full_has_its_days() -> None:
    def of(when: str, lasts: str = "") -> list[tuple[str, str]]:
        goes_on = f", lasts: {lasts}" if lasts else ""
        whole = plan(
            f"duties: {{挂职: {{when: 2025-10-15{goes_on}}}, 回访: {{when: {when}}}}}\nissue: {{date: 2025-09-01}}"
        )
        return {dated.work.key: days(dated.windows) for dated in agenda(whole, YEAR)}.get("回访", [])

    assert of("挂职满3个月后10日内") == [("2026-01-16", "2026-01-26")]  # 25 January is a Sunday.
    assert of("挂职满3个月后10日内", "6个月") == of("挂职满3个月后10日内")
    assert of("挂职满半年后5至10日内") == [("2026-04-20", "2026-04-27")]
    assert of("印发满3个月后10日内") == [("2025-12-02", "2025-12-11")]
