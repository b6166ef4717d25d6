"""What regulations say beside work: terms, removal, recusal, quorum, gates, dissolving, exempting."""

from __future__ import annotations

import pytest

import schemes
from xuequ.resolution.plan import EdgeKind, Plan
from xuequ.views import plan as plans
from xuequ.views.bodies import organs, posts
from xuequ.views.context import context

HEAD = """\
organs:
  county_hall: {name: 县人民政府}
  office: {name: 督导室}
  board: {name: 督导委员会, quorum: 三分之二以上, majority: 超过半数}
  old: {name: 乡镇教育办}
"""


def said(fields: str) -> str:
    """What a plan says of one duty of the office."""
    view = plans.view(context(schemes.plan(f"{HEAD}duties: {{d: {{name: 办事, lead: office, {fields}}}}}\n")))
    (passage,) = view.measures
    return passage.statements[-1].text


def post(fields: str) -> str:
    """What a plan says of one post."""
    (statement,) = posts(context(schemes.plan(f"{HEAD}posts: {{inspector: {{name: 督学, {fields}}}}}\n")))
    return statement.text


def edges(text: str, *kinds: EdgeKind) -> set[tuple[str, str, str]]:
    plan: Plan = schemes.plan(HEAD + text)
    return {(edge.kind.value, edge.source, edge.target) for edge in plan.edges if edge.kind in kinds}


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ("lasts: 3.. years", "时长3年以上。（牵头：督导室）"),
        ("gate: approve, approve: board", "须先经督导委员会审定。（牵头：督导室；审定：督导委员会）"),
        ("breach: 第三十条", "追究违反第三十条的责任。（牵头：督导室）"),
        ("dissolves: old", "撤销乡镇教育办。（牵头：督导室）"),
        ("barred: board", "督导委员会应当回避。（牵头：督导室）"),
        (
            "quorum: 三分之二以上, majority: 超过半数",
            "须有三分之二以上成员出席，经超过半数成员同意。（牵头：督导室）",
        ),
        ("lasts: unspecified", "时长〔待定〕。（牵头：督导室）"),
    ],
)
def test_a_plan_says_what_a_regulation_adds_to_a_duty(fields: str, sentence: str) -> None:
    assert said(fields) == sentence


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ("removed_by: board", "由督导委员会免职。"),
        ("barred: old", "乡镇教育办应当回避。"),
        ("qualification: [五年以上教龄, 中级以上职称]", "任职条件为五年以上教龄、中级以上职称。"),
        ("terms: ..2", "连续任职不超过2届。"),
        ("terms: 1..", "可以连任。"),
        ("terms: 1", "不得连任。"),
    ],
)
def test_a_plan_says_who_may_hold_a_post_how_often_and_who_removes_from_it(
    fields: str, sentence: str
) -> None:
    assert post(fields) == sentence


def test_a_plan_says_how_many_of_a_body_must_be_present_and_agree() -> None:
    (board,) = organs(context(schemes.plan(HEAD)))
    assert board.text == "须有三分之二以上成员出席，经超过半数成员同意。"


def test_what_ends_rests_or_is_exempt_is_in_the_graph() -> None:
    text = """\
duties:
  visit: {name: 督导学校, lead: office}
  close: {name: 精简机构, lead: county_hall, dissolves: old, suspends: visit, exempts: visit}
"""
    kinds = (EdgeKind.DISSOLVES, EdgeKind.SUSPENDS, EdgeKind.EXEMPTS)
    assert edges(text, *kinds) == {
        ("dissolves", "duty:close", "old"),
        ("suspends", "duty:close", "duty:visit"),
        ("exempts", "duty:close", "duty:visit"),
    }


def test_who_removes_and_who_stands_back_is_in_the_graph() -> None:
    text = """\
posts: {inspector: {name: 督学, removed_by: county_hall, barred: old}}
appraisals: {a: {name: 评估, assess: office, for: old, barred: inspector}}
"""
    assert edges(text, EdgeKind.REMOVES, EdgeKind.BARRED) == {
        ("removes", "county_hall", "inspector"),
        ("barred", "old", "inspector"),
        ("barred", "inspector", "appraisal:a"),
    }


def test_what_is_told_to_the_public_is_published_and_reported_to_nobody() -> None:
    text = HEAD + "duties: {d: {name: 通报情况, lead: office, inform: [board, public]}}\n"
    whole = schemes.plan(text)
    (passage,) = plans.view(context(whole)).measures
    assert passage.statements[0].text == "向社会公布。（牵头：督导室；报送：督导委员会）"
    reports = {edge.target for edge in whole.edges if edge.kind is EdgeKind.REPORTS_TO}
    assert reports == {"board"}


def test_a_condition_that_is_a_noun_is_said_as_one() -> None:
    assert said("if: 情节严重的") == "情节严重的。（牵头：督导室）"
    assert said("if: 学校发生重大事故") == "在学校发生重大事故的情况下进行。（牵头：督导室）"
