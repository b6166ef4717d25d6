"""What is forbidden or allowed in the documents: said as such, and in no list that is worked off."""

from __future__ import annotations

import re
from datetime import date

import pytest

from schemes import plan
from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.span import Span
from xuequ.views import calendar, checklists, duties, ledger, matrix, supervision, tasks
from xuequ.views import plan as plans
from xuequ.views.agenda import agenda
from xuequ.views.context import Context, context

SCHEME = """\
organs: {教育局: , 督导室: {kind: supervision}}
clusters: {联盟: {members: {核心校: {leads: true}, 伙伴校: }}}
duties: {通报: {lead: 教育局, when: 每学期}}
measures:
  规范:
    each: 联盟
    duties:
      排名: {name: 公布学生成绩排名, lead: 核心校, oversee: 督导室, except: 伙伴校, when: 每年6月, force: must_not}
      分班: {name: 严禁分快慢班, lead: self, force: must_not}
      走教: {name: 互派教师走教, lead: 核心校, for: 伙伴校, when: 每年9月, force: may}
      教研: {lead: 核心校, when: 每年10月, force: encouraged}
"""
ROSTER = "code,name,stage,联盟,联盟.role\n1,甲校,小学,一盟,核心校\n2,乙校,小学,一盟,伙伴校\n"
YEAR = SchoolCalendar(period=Span(date(2025, 9, 1), date(2026, 8, 31)))
FORBIDDEN = re.compile("排名|快慢班")
NOT_ASKED = re.compile("排名|快慢班|走教")


@pytest.fixture
def made() -> Context:
    return context(plan(SCHEME, roster=ROSTER))


def statements(made: Context) -> dict[str, str]:
    return {each.name: each.text for passage in plans.view(made).measures for each in passage.statements}


def test_a_plan_says_who_must_not_and_who_may(made: Context) -> None:
    said = statements(made)
    assert said["核心校不得公布学生成绩排名"] == "伙伴校除外。（督导：督导室；时间：每年6月）"
    assert said["联盟严禁分快慢班"] == ""
    assert said["核心校可以互派教师走教"] == "面向伙伴校。（时间：每年9月）"
    assert said["教研（鼓励）"] == "（牵头：核心校；完成时限：每年10月）"


def test_what_nobody_has_to_do_is_in_no_list_to_be_worked_off(made: Context) -> None:
    dated = agenda(made, YEAR)
    lists = (
        tasks.view(made).rows,
        supervision.view(made).rows,
        ledger.view(made, dated).rows,
        ledger.view(made, ()).rows,
        calendar.view(made, YEAR).rows,
        calendar.view(made, None).undated,
        [row for view in checklists.views(made) for chapter in view.chapters for row in chapter.rows],
    )
    for rows in lists:
        text = "\n".join(" ".join(row) for row in rows)
        assert "教研" in text
        assert not NOT_ASKED.search(text)
    assert not any(NOT_ASKED.search(event.summary) for event in calendar.view(made, YEAR).events)


def test_what_is_forbidden_is_a_list_of_its_own_in_duty_list_and_supervision_checklist(made: Context) -> None:
    wanted = (
        ("1", "不得公布学生成绩排名", "核心校", "伙伴校除外", "—"),
        ("2", "严禁分快慢班", "联盟", "—", "—"),
    )
    assert duties.view(made).forbidden == wanted
    assert supervision.view(made).forbidden == wanted
    rows = [" ".join(row) for actor in duties.view(made).actors for row in actor.rows]
    assert not any(FORBIDDEN.search(row) for row in rows)


def test_what_is_allowed_stands_in_the_duty_list_as_such(made: Context) -> None:
    (core,) = (actor for actor in duties.view(made).actors if actor.name == "核心校")
    assert [row[1:3] for row in core.rows] == [("牵头", "教研（鼓励）"), ("可以", "互派教师走教（可以）")]


def test_the_matrix_marks_who_must_not_and_who_may(made: Context) -> None:
    view = matrix.view(made)
    core = view.columns.index("核心校")
    assert {row[2]: row[core] for row in view.rows if row[core]} == {
        "不得公布学生成绩排名": "禁",
        "互派教师走教（可以）": "可",
        "教研（鼓励）": "牵",
    }
    assert "可—可以，禁—不得" in view.legend


def test_the_supervision_checklist_has_the_duties_that_stand_in_no_measure(made: Context) -> None:
    assert supervision.view(made).rows[0][:2] == ("其他工作", "通报")


def test_a_measure_that_forbids_keeps_its_name() -> None:
    made = context(
        plan(
            "clusters: {联盟: {members: {核心校: }}}\n"
            "measures: {负面清单: {each: 联盟, lead: self, force: must_not, duties: {摊派: }}}\n"
        )
    )
    (passage,) = plans.view(made).measures
    assert (passage.name, passage.text) == ("负面清单", "适用于各联盟。")
    assert list(statements(made)) == ["联盟不得摊派"]
