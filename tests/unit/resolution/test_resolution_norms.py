"""What is forbidden or allowed is nobody's task: those who would lead it must not, or may."""

from __future__ import annotations

from schemes import plan
from xuequ.model.elements import Norm, Part
from xuequ.resolution.plan import EdgeKind

SCHEME = """\
organs: {bureau: {name: 县教育局}, inspectors: {name: 督导室}}
clusters:
  联盟: {members: {核心校: {leads: true}, 伙伴校: }}
measures:
  规范:
    each: 联盟
    duties:
      排名: {name: 公布成绩, lead: 核心校, support: 伙伴校, oversee: inspectors, inform: bureau, force: must_not}
      走教: {name: 互派教师走教, lead: 核心校, support: 伙伴校, inform: bureau, force: may}
      教研: {lead: 核心校, inform: bureau, force: encouraged}
"""


def test_who_would_lead_or_support_what_is_forbidden_must_not_and_the_others_keep_their_parts() -> None:
    task = plan(SCHEME).tasks[0]
    assert task.duty.norm is Norm.MUST_NOT
    assert dict(task.parts) == {
        Part.MUST_NOT: ("联盟/核心校", "联盟/伙伴校"),
        Part.OVERSEE: ("inspectors",),
        Part.INFORM: ("bureau",),
    }
    assert task.carriers == ()


def test_who_would_lead_what_is_allowed_may_and_answers_for_it() -> None:
    task = plan(SCHEME).tasks[1]
    assert dict(task.parts) == {
        Part.MAY: ("联盟/核心校",),
        Part.SUPPORT: ("联盟/伙伴校",),
        Part.INFORM: ("bureau",),
    }
    assert task.carriers == ("联盟/核心校",)


def test_what_is_encouraged_is_led() -> None:
    task = plan(SCHEME).tasks[2]
    assert task.duty.norm is Norm.DUTY
    assert task.parts[Part.LEAD] == ("联盟/核心校",)


def test_nothing_is_reported_of_what_is_forbidden() -> None:
    edges = plan(SCHEME).edges
    found = {e.at[-2] for e in edges if e.kind is EdgeKind.REPORTS_TO}
    assert found == {"走教", "教研"}


def test_an_actor_named_twice_in_a_prohibition_is_told_once() -> None:
    found = plan(
        "organs: [县教育局]\nduties:\n  收费: {lead: 县教育局, responsible: 县教育局, force: must_not}\n"
    )
    assert found.tasks[0].parts == {Part.MUST_NOT: ("县教育局",)}
    assert [e.kind for e in found.edges if e.target == "duty:收费"] == [EdgeKind.MUST_NOT]


def test_force_is_handed_on_by_a_measure_and_a_duty_may_say_another() -> None:
    found = plan(
        "organs: [县教育局]\n"
        "measures: {红线: {lead: 县教育局, force: must_not, duties: {摊派: , 检查: {force: must}}}}\n"
    )
    assert [task.duty.norm for task in found.tasks] == [Norm.MUST_NOT, Norm.DUTY]
