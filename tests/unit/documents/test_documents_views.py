"""What the documents say of a small scheme."""

from collections.abc import Callable, Iterable
from datetime import date

import pytest

import schemes
from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.span import Span, school_year_span
from xuequ.resolution.plan import Plan
from xuequ.views import (
    appraisals,
    calendar,
    checklists,
    duties,
    forms,
    ledger,
    matrix,
    shares,
    supervision,
    tasks,
)
from xuequ.views import plan as plans
from xuequ.views.agenda import agenda
from xuequ.views.bodies import Numbered, Statement
from xuequ.views.context import Context, context
from xuequ.writers.tables.sheets import Tentative


@pytest.fixture
def made(plan: Plan) -> Context:
    return context(plan)


def said(statements: Iterable[Statement | Numbered], name: str) -> str:
    return next(statement.text for statement in statements if statement.name == name)


def test_a_duty_is_printed_with_its_parties_time_and_content(made: Context) -> None:
    (meeting,) = plans.view(made).measures
    text = said(meeting.statements, "召开联席会议")
    assert text == "内容包括交流情况、研究问题。（牵头：学区长；配合：成员校；频次：每学期）"


def test_what_a_measure_says_for_all_its_duties_is_said_once(made: Context) -> None:
    (meeting,) = plans.view(made).measures
    assert (meeting.number, meeting.name, meeting.text) == (
        "（一）",
        "议事制度",
        "由各学区分别落实，对应“四提升”目标。",
    )


def test_open_doubtful_added_and_encouraged_things_show(made: Context) -> None:
    (meeting,) = plans.view(made).measures
    assert said(meeting.statements, "报告工作〔待核〕") == (
        "形成学区工作报告。（牵头：〔待定〕；报送：县教育局；完成时限：每学期末）"
    )
    assert said(meeting.statements, "建立台账（鼓励）〔本方案补充〕") == "（牵头：龙头校）"


def test_every_doubt_is_in_the_annex_with_its_reason(made: Context) -> None:
    doubts = [row[1:3] for row in plans.view(made).doubts]
    assert doubts == [("示例县学区制管理实施方案", "第三页缺角"), ("报告工作", "报告人未写明")]


def test_an_open_list_ends_in_deng(made: Context) -> None:
    (goal,) = plans.view(made).goals
    assert goal.text == "管理提升、质量提升等。"


def test_the_opening_names_what_the_plan_rests_on(made: Context) -> None:
    assert plans.view(made).opening.startswith("为贯彻落实《关于均衡发展的意见》（教基〔2014〕1号）精神，")


def test_the_plan_is_signed_by_who_issues_it_on_the_day(made: Context) -> None:
    view = plans.view(made)
    assert (view.issued_by, view.date) == ("示例县教育局", "2025年8月20日")


def test_a_duty_list_puts_leading_before_being_assessed(made: Context) -> None:
    actors = {actor.name: actor for actor in duties.view(made).actors}
    assert actors["县教育局"].summary == "接受报送1项，考核1项"
    assert [row[1:3] for row in actors["学区长"].rows] == [("牵头", "召开联席会议")]
    assert [row[1] for row in actors["学区"].rows] == ["接受考核"]


def test_bodies_without_any_part_are_named_at_the_end(made: Context) -> None:
    assert duties.view(made).idle == ("督导室", "后勤组")


def test_a_task_is_broken_down_into_eight_columns(made: Context) -> None:
    view = tasks.view(made)
    assert view.rows[1] == (
        "2",
        "议事制度",
        "报告工作〔待核〕：报送：县教育局；范围：各学区",
        "〔待定〕",
        "—",
        "—",
        "每学期末",
        "学区工作报告",
    )


def test_a_checklist_without_a_roster_speaks_of_roles(made: Context) -> None:
    (view,) = checklists.views(made)
    assert view.name == "学区"
    assert [chapter.name for chapter in view.chapters] == ["学区", "龙头校", "成员校"]
    assert view.chapters[2].rows == (("1", "召开联席会议", "成员校", "配合", "每学期", "—", "", ""),)


def test_points_of_supervision_come_from_the_duties_and_scores_are_left_open(made: Context) -> None:
    view = supervision.view(made)
    assert view.overseers == ("督导室",)
    assert view.rows[0][:3] == (
        "议事制度",
        "召开联席会议",
        "1. 牵头单位：学区长\n2. 配合单位：成员校\n3. 时间要求：每学期\n4. 内容包括：交流情况、研究问题",
    )
    assert view.rows[0][3:] == ("", "", "")


def test_an_appraisal_sheet_adds_up_its_points(made: Context) -> None:
    (sheet,) = appraisals.view(made).sheets
    assert dict(sheet.facts)["考核依据"] == "〔待定〕"
    assert [row[0] + row[2] for row in sheet.rows] == ["共同发展60", "均衡发展40", "合计100"]


def test_the_matrix_marks_every_part_with_one_character(made: Context) -> None:
    view = matrix.view(made)
    rows = {row[2]: dict(zip(view.columns, row, strict=True)) for row in view.rows}
    assert rows["召开联席会议"]["学区长"] == "牵"
    assert rows["召开联席会议"]["成员校"] == "配"
    assert rows["报告工作〔待核〕"]["县教育局"] == "报"
    assert rows["学区考核"]["县教育局"] == "考"


def test_a_wide_matrix_goes_on_in_the_next_table(plan_of: Callable[..., Plan]) -> None:
    organs = {f"o{n}": {"name": f"部门{n}"} for n in range(15)}
    one = {"duties": {f"d{n}": {"name": f"事{n}", "lead": f"o{n}"} for n in range(15)}}
    view = matrix.view(context(plan_of(organs=organs, measures={"m": one}, issue={})))
    assert [len(columns) for columns, _ in view.tables] == [14, 5]
    assert len(view.columns) == 18


def test_without_a_period_rhythms_stand_without_days(made: Context) -> None:
    view = calendar.view(made, None)
    assert view.rows == ()
    assert view.events == ()
    assert [row[1:3] for row in view.undated] == [
        ("召开联席会议", "每学期"),
        ("报告工作〔待核〕", "每学期末"),
        ("学区考核", "每学年"),
    ]


def test_with_a_period_every_duty_and_appraisal_stands_in_the_month_it_is_due(made: Context) -> None:
    view = calendar.view(made, SchoolCalendar(period=school_year_span(2025)))
    assert view.rows == (
        ("2026年1月", "召开联席会议", "学区长", "每学期；1月23日前"),
        ("2026年1月", "报告工作〔待核〕", "〔待定〕", "每学期末；1月10日至23日"),
        ("2026年7月", "召开联席会议", "学区长", "每学期；7月10日前"),
        ("2026年7月", "报告工作〔待核〕", "〔待定〕", "每学期末；6月27日至7月10日"),
        ("2026年8月", "学区考核", "县教育局", "每学年；8月31日前"),
    )
    assert len(view.events) == 5


def test_what_comes_round_every_week_stands_once_and_not_in_every_month(plan_of: Callable[..., Plan]) -> None:
    works = {
        "a": {"name": "巡查", "when": "每天", "note": "门卫签字"},
        "b": {"name": "例会", "when": "每周五下午"},
        "c": {"name": "月报", "when": "每月"},
        "d": {"name": "双周会", "when": "每两周"},
    }
    made = context(plan_of(measures={"m": {"lead": "bureau", "duties": works}}, appraisals={}))
    for period in (SchoolCalendar(period=school_year_span(2025)), None):
        assert calendar.view(made, period).constant == (
            ("1", "巡查", "每天", "县教育局", "门卫签字"),
            ("2", "例会", "每周五下午", "县教育局", ""),
        )
    view = calendar.view(made, SchoolCalendar(period=school_year_span(2025)))
    assert {row[1] for row in view.rows} == {"月报", "双周会"}
    assert {event.summary for event in view.events} == {"巡查", "例会（下午）", "月报", "双周会"}
    assert [row[1] for row in calendar.view(made, None).undated] == ["月报", "双周会"]


@pytest.mark.parametrize(
    ("when", "terms"),
    [
        ("每学期末", ["学期末"]),
        ("6月上中旬", ["上旬", "中旬（月中）"]),
        ("7月底8月初", ["月初", "月底（月末）"]),
        ("每月中旬", ["中旬（月中）"]),
        ("年初", ["年初"]),
        ("每学年末", ["学年末"]),
        ("9月", []),
    ],
)
def test_only_the_words_of_time_that_occur_are_explained(
    plan_of: Callable[..., Plan], when: str, terms: list[str]
) -> None:
    one = {"duties": {"a": {"name": "甲", "when": when}}}
    made = context(plan_of(measures={"m": one}, appraisals={}))
    view = calendar.view(made, SchoolCalendar(period=school_year_span(2025)))
    assert [term for term, _ in view.widths] == terms


def test_the_ledger_says_the_rhythm_of_what_is_often_due_and_each_day_of_what_is_not(
    plan_of: Callable[..., Plan],
) -> None:
    works = {
        "a": {"name": "例会", "when": "每周五下午"},
        "b": {"name": "学期报告", "when": "每学期末"},
    }
    made = context(plan_of(measures={"m": {"lead": "bureau", "duties": works}}, appraisals={}))
    view = ledger.view(made, agenda(made, SchoolCalendar(period=school_year_span(2025))))
    assert [row[1:4] for row in view.rows] == [
        ("例会", "县教育局", "每周五下午"),
        ("学期报告", "县教育局", "2026年1月23日前"),
        ("学期报告", "县教育局", "2026年7月10日前"),
    ]
    assert view.items[0].when == view.rows[0][3]
    assert str(view.items[0].due) == "2026-08-28"


def test_a_row_that_names_an_appraisal_has_those_who_assess(plan_of: Callable[..., Plan]) -> None:
    schedule = {"year_plan": {"name": "工作安排", "rows": [{"when": "6月", "does": ["学区考核"]}]}}
    made = context(plan_of(schedules=schedule))
    assert made.schedule_rows(made.scheme.schedules[0]) == (("6月", "学区考核", "县教育局", ""),)
    view = calendar.view(made, SchoolCalendar(period=school_year_span(2025)))
    assert ("2026年6月", "学区考核", "县教育局", "每学年") in view.rows


def test_an_order_of_months_crosses_the_new_year(plan_of: Callable[..., Plan]) -> None:
    rows = [
        {"when": "8月", "lead": "bureau", "duties": {"a": {"name": "部署"}}},
        {"when": "9月", "lead": "bureau", "duties": {"b": {"name": "启动"}}},
        {"when": "3月", "lead": "bureau", "duties": {"c": {"name": "检查"}}},
    ]
    schedule = {"year_plan": {"name": "工作安排", "rows": rows}}
    made = context(plan_of(schedules=schedule, measures={}, appraisals={}))
    view = calendar.view(made, SchoolCalendar(period=school_year_span(2025)))
    assert [row[:2] for row in view.rows] == [
        ("2025年8月", "部署"),
        ("2025年9月", "启动"),
        ("2026年3月", "检查"),
    ]


def test_a_row_that_names_duties_has_those_who_lead_them(plan_of: Callable[..., Plan]) -> None:
    measures = {"m": {"lead": "bureau", "duties": {"a": {"name": "部署"}, "b": {"name": "检查"}}}}
    rows = [{"when": "9月", "does": ["部署", "检查"]}, {"when": "10月", "does": ["检查"], "lead": "office"}]
    schedule = {"year_plan": {"name": "工作安排", "rows": rows}}
    made = context(plan_of(schedules=schedule, measures=measures, appraisals={}))
    first, second = made.schedule_rows(made.scheme.schedules[0])
    assert (first[2], second[2]) == ("县教育局", "督导室")


def test_work_that_only_a_schedule_dates_has_its_months_in_every_list() -> None:
    made = context(
        schemes.plan(
            "organs: {a: 督导室}\nduties: {m: {name: 例会, lead: a}}\n"
            "schedules: {s: {name: 全年, rows: [{when: 9月, does: m, duties: [检查]}, {when: 11月, does: m}]}}\n"
        )
    )
    assert [(row[2], row[6]) for row in tasks.view(made).rows] == [("例会", "9月、11月"), ("检查", "9月")]
    (schedule,) = plans.view(made).schedules
    assert schedule.months[0][1] == "1. 例会\n2. 检查"


def timed(plan_of: Callable[..., Plan], **times: object) -> Context:
    works = {name: {"name": name, "when": when} for name, when in times.items()}
    return context(plan_of(measures={"m": {"lead": "bureau", "duties": works}}, appraisals={}))


def lines_of(made: Context, year: int = 2025) -> list[tuple[str, str]]:
    period = SchoolCalendar(period=school_year_span(year))
    rows = ledger.view(made, agenda(made, period)).rows
    return [(row[1], row[3]) for row in rows]


@pytest.mark.parametrize(
    ("when", "lines"),
    [
        ("每半年", ["2025年12月31日前", "2026年6月30日前"]),
        (
            "每学期两次",
            [
                "2026年1月23日前（第1次）",
                "2026年1月23日前（第2次）",
                "2026年7月10日前（第1次）",
                "2026年7月10日前（第2次）",
            ],
        ),
        ("2026年5月22日12:00", ["2026年5月22日12:00"]),
        ("2021年起", ["2021年起"]),
        ({"since": "2021-01-01"}, ["自2021年1月1日起"]),
        ("每两学年", ["每两学年"]),
        ("随机", ["随机"]),
    ],
)
def test_the_ledger_has_a_line_for_each_time_and_no_day_that_nothing_says(
    plan_of: Callable[..., Plan], when: object, lines: list[str]
) -> None:
    assert lines_of(timed(plan_of, 巡查=when)) == [("巡查", line) for line in lines]


def test_what_follows_work_that_comes_round_is_said_for_each_time(plan_of: Callable[..., Plan]) -> None:
    made = timed(
        plan_of,
        巡查="每学期不少于一次",
        反馈="自巡查结束之日起十日内",
        回访={"after": "反馈", "within": "1 month"},
    )
    assert lines_of(made)[2:] == [("反馈", "每次巡查结束后10日内"), ("回访", "每次反馈后1个月内")]
    view = calendar.view(made, SchoolCalendar(period=school_year_span(2025)))
    assert [row[2] for row in view.undated] == [
        "每次巡查结束后10日内；按次起算，不推定日期",
        "每次反馈后1个月内；按次起算，不推定日期",
    ]


def test_a_deadline_by_kinds_has_a_line_for_each_kind(plan_of: Callable[..., Plan]) -> None:
    made = timed(plan_of, 巡查="2025-10-10", 反馈="巡查结束后，专项巡查五日内、全面巡查十日内")
    assert lines_of(made)[1:] == [
        ("反馈", "2025年10月15日前（专项巡查）"),
        ("反馈", "2025年10月20日前（全面巡查）"),
    ]


def test_a_day_that_no_list_of_rest_days_reaches_is_marked_wherever_it_stands(
    plan_of: Callable[..., Plan],
) -> None:
    made = timed(plan_of, 巡查="9月20日前")
    period = SchoolCalendar(period=school_year_span(2040))
    assert lines_of(made, 2040) == [("巡查", "2040年9月20日前（暂定）")]
    view = calendar.view(made, period)
    assert view.rows[0][3].endswith("暂定")
    assert view.events[0].summary == "巡查（暂定）"
    (row,) = forms.tasks(tasks.view(made), made, agenda(made, period)).rows
    assert isinstance(row[-4], Tentative)


def test_a_start_stands_in_its_month_and_has_no_last_day(plan_of: Callable[..., Plan]) -> None:
    made = timed(plan_of, 服务="2025年11月起", 取消="2021年起")
    view = calendar.view(made, SchoolCalendar(period=school_year_span(2025)))
    assert [(row[0], row[1], row[3]) for row in view.rows] == [("2025年11月", "服务", "2025年11月起")]
    assert [row[1:3] for row in view.undated] == [("取消", "2021年起")]
    assert [(event.day, event.summary) for event in view.events] == [(date(2025, 11, 1), "服务（开始）")]


def test_a_time_that_is_over_after_the_period_is_named_as_such(
    plan_of: Callable[..., Plan],
) -> None:
    made = timed(plan_of, 巡课="每学期")
    period = SchoolCalendar(period=Span(date(2026, 1, 1), date(2026, 12, 31)))
    rows = [row[3] for row in ledger.view(made, agenda(made, period)).rows if row[1] == "巡课"]
    assert rows == ["2026年1月23日前", "2026年7月10日前", "2027年1月22日前（本期内不到期）"]
    later = [row[2] for row in calendar.view(made, period).undated if row[1] == "巡课"]
    assert later == ["每学期；2026年9月1日至2027年1月22日的，本期内不到期"]


def test_a_day_that_is_meant_roughly_stands_in_the_ledger_and_is_no_last_day(
    plan_of: Callable[..., Plan],
) -> None:
    made = timed(plan_of, 抽测=["每年11月20日前后", "每年3月底前"], 普查="5月左右")
    period = SchoolCalendar(period=school_year_span(2025))
    view = ledger.view(made, agenda(made, period))
    assert [(item.work, item.time, item.due and str(item.due)) for item in view.items] == [
        ("抽测", "2025年11月20日左右", None),
        ("抽测", "2026年3月31日前", "2026-03-31"),
        ("普查", "2026年5月左右", None),
    ]
    months = [(row[0], row[1], row[3]) for row in calendar.view(made, period).rows]
    assert ("2026年5月", "普查", "5月左右") in months


def test_a_time_beside_the_period_is_named_in_the_calendar(plan_of: Callable[..., Plan]) -> None:
    made = timed(plan_of, 学情分析="每学期末")
    year = SchoolCalendar(period=Span(date(2026, 1, 1), date(2026, 12, 31)))
    (row,) = [row for row in calendar.view(made, year).undated if row[1] == "学情分析"]
    assert row[2] == "每学期末；2027年1月9日至2027年1月22日的，本期内不到期"
    made = timed(plan_of, 校舍排查="开学前三日内")
    issued = SchoolCalendar(period=school_year_span(2026), issued=date(2026, 8, 20))
    (row,) = [row for row in calendar.view(made, issued).undated if row[1] == "校舍排查"]
    assert row[2] == "开学前三日内；2026年8月29日至2026年8月31日的，在本期之前"


OVERLAPPING = """\
organs: [教育局]
clusters:
  片区: {members: {枢纽校: {leads: true}, 伙伴校: }, posts: {片长: }}
  联盟: {members: {枢纽校: {leads: true}, 伙伴校: }, posts: {片长: }}
measures:
  教研:
    each: [片区, 联盟]
    duties:
      备课: {lead: 片长, support: 伙伴校, when: 每月}
      展示: {lead: 枢纽校, when: 11月}
appraisals:
  联评: {each: [片区, 联盟], assess: 片长, for: 伙伴校, when: 每学年}
"""


def test_work_at_two_types_of_place_names_those_of_both() -> None:
    found = context(schemes.plan(OVERLAPPING))
    (shared,) = plans.view(found).measures
    assert said(shared.statements, "备课") == (
        "（牵头：片区片长、联盟片长；配合：片区伙伴校、联盟伙伴校；频次：每月）"
    )
    assert [row[3] for row in tasks.view(found).rows] == ["片区片长、联盟片长", "片区枢纽校、联盟枢纽校"]
    assert {share.actor.name for share in shares.shares(found) if share.work == "联评"} == {
        "片区片长",
        "联盟片长",
        "片区伙伴校",
        "联盟伙伴校",
    }


def test_indicators_of_three_levels_have_three_columns(plan_of: Callable[..., Plan]) -> None:
    deep = {
        "办学": {
            "criteria": {
                "质量": {"criteria": {"巩固率": {"points": 6}, "合格率": {"points": 4}}},
                "特色": {"points": 2},
            }
        }
    }
    flat = {"安全": {"points": 5}}
    made = context(
        plan_of(
            appraisals={
                "a": {"name": "评估", "assess": "bureau", "for": "school", "criteria": deep},
                "b": {"name": "抽查", "assess": "bureau", "for": "school", "criteria": flat},
            }
        )
    )
    view = appraisals.view(made)
    assert view.columns[:4] == ("一级指标", "二级指标", "三级指标", "分值")
    assert [[row[:4] for row in sheet.rows] for sheet in view.sheets if sheet.name in ("评估", "抽查")] == [
        [
            ("办学", "质量", "巩固率", "6"),
            ("办学", "质量", "合格率", "4"),
            ("办学", "特色", "—", "2"),
            ("合计", "", "", "12"),
        ],
        [("安全", "—", "—", "5"), ("合计", "", "", "5")],
    ]
    sheet = next(sheet for sheet in forms.appraisals(view, made) if sheet.name == "评估")
    assert [column.name for column in sheet.columns[:4]] == ["一级指标", "二级指标", "三级指标", "分值"]
    assert sheet.rows[0][:4] == ("办学", "质量", "巩固率", 6)


def test_lists_say_who_approves_and_who_is_told(plan_of: Callable[..., Plan]) -> None:
    work = {
        "name": "评聘", "lead": "bureau", "for": "school", "approve": "office", "inform": ["bureau", "public"],
        "when": "每年", "except": "涉密事项",
    }  # fmt: skip
    made = context(plan_of(measures={"m": {"duties": {"d": work}}}))
    posts = {post.name: [row[2].split("\n") for row in post.rows] for post in duties.view(made).actors}
    assert any("审定：督导室" in row and "向社会公布" in row for rows in posts.values() for row in rows)
    assert ["评聘", "除外：涉密事项", "报送：县教育局", "向社会公布"] in posts["督导室"]


def test_what_holidays_leave_out_is_said_where_the_date_stands(plan_of: Callable[..., Plan]) -> None:
    works = {"巡查": {"name": "巡查", "when": "每月"}, "报账": {"name": "报账", "when": "每月8日前"}}
    made = context(plan_of(measures={"m": {"lead": "school", "duties": works}}, appraisals={}))
    year = SchoolCalendar(period=school_year_span(2025))
    lines = [item.time for item in ledger.view(made, agenda(made, year)).items if item.work == "巡查"]
    assert lines[4] == "2026年1月23日前（假期不计）"
    view = calendar.view(made, year)
    assert ("2026年7月", "每月；7月1日至10日；假期不计") in [(row[0], row[3]) for row in view.rows]
    off = {row[1]: row[2] for row in view.undated}
    assert off["巡查"] == "每月；2026年2月、2026年8月在假期，不计"
    assert off["报账"] == "每月8日前；2026年2月、2026年8月在假期，不计"


def test_money_paid_each_month_is_paid_in_holidays(plan_of: Callable[..., Plan]) -> None:
    paid = {"name": "发放津贴", "when": "每月", "amount": "每人每月200元"}
    made = context(plan_of(measures={"m": {"lead": "school", "duties": {"发放津贴": paid}}}))
    dated = [item for item in agenda(made, SchoolCalendar(period=school_year_span(2025))) if item.windows]
    assert [len(item.windows) for item in dated if item.entry.name == "发放津贴"] == [12]


def test_the_year_of_what_comes_every_few_years_is_not_guessed(plan_of: Callable[..., Plan]) -> None:
    made = timed(plan_of, 核编="每四年", 反馈={"after": "评估", "within": "10 days"}, 评估="2025-10-15")
    year = SchoolCalendar(period=school_year_span(2025))
    view = calendar.view(made, year)
    assert [row[2] for row in view.undated] == ["每四年；起始年份没有写明，最迟2029年8月31日"]
    assert ("反馈", "2025年10月27日前（逢休息日顺延）") in lines_of(made)


def test_work_of_many_days_a_month_is_in_the_calendar_file_on_those_days_alone(
    plan_of: Callable[..., Plan],
) -> None:
    made = timed(plan_of, 看护=["每周一下午", "每周二下午", "每周四下午"])
    november = SchoolCalendar(period=Span(date(2025, 11, 1), date(2025, 11, 30)))
    events = calendar.view(made, november).events
    assert [(event.day.day, event.last and event.last.day) for event in events] == [
        (3, 4), (6, None), (10, 11), (13, None), (17, 18), (20, None), (24, 25), (27, None),
    ]  # fmt: skip
    assert {event.summary for event in events} == {"看护（下午）"}


def test_the_last_turn_of_a_text_that_expires_before_it_is_named(plan_of: Callable[..., Plan]) -> None:
    made = timed(plan_of, 总结="每学期末")
    ends = SchoolCalendar(period=Span(date(2025, 9, 1), date(2025, 11, 30)), expires=date(2025, 11, 30))
    assert [row[2] for row in calendar.view(made, ends).undated] == ["每学期末；不在本期内"]


def test_what_others_do_at_schools_in_holidays_is_marked_and_not_left_out(
    plan_of: Callable[..., Plan],
) -> None:
    works = {
        "听评课": {"name": "听评课", "for": "school", "when": "每月"},
        "蹲点": {"name": "蹲点", "for": "school", "when": "每周"},
        "送教": {"name": "送教", "for": "school", "when": {"every": "month", "days": "day"}},
        "会商": {"name": "会商", "when": "每月"},
        "联研": {"name": "联研", "support": ["school"], "when": "每月"},
    }
    organ = {"教研室": {"name": "教研室"}}
    made = context(plan_of(organs=organ, measures={"m": {"lead": "教研室", "duties": works}}, appraisals={}))
    view = calendar.view(made, SchoolCalendar(period=school_year_span(2025)))
    february = {row[1]: row[3] for row in view.rows if row[0] == "2026年2月"}
    assert february["听评课"] == "每月；在假期"
    assert february["联研"] == "每月；在假期"
    assert "在假期" not in february["会商"] + february["送教"]
    assert not any("在假期" in row[3] for row in view.rows if row[0] == "2026年3月")
    assert [row[4] for row in view.constant] == ["含假期"]
    marked = {(event.summary, event.day.month) for event in view.events if "在假期" in event.summary}
    assert ("听评课（在假期）", 2) in marked
    assert {month for _, month in marked} == {2, 3, 7, 8}
