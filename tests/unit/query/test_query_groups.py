"""Answers about those whom a collective name stands for, and about work that nobody leads."""

from __future__ import annotations

from schemes import plan
from xuequ.query.asked import actors_named, meant_by
from xuequ.query.obligations import owed
from xuequ.query.times import times
from xuequ.query.who import who
from xuequ.resolution.plan import Plan

SCHEME = """\
organs: {水利局: , 督导室: }
groups: {受检单位: {of: [水利局, school]}, 有关方面: {of: [督导室, 受检单位]}}
clusters: {联盟: {members: {核心校: {leads: true}, 伙伴校: }}}
duties:
  整改: {lead: 受检单位, inform: 督导室}
  督查: {lead: 督导室, for: 受检单位}
  恳谈: {each: 联盟}
"""
ROSTER = "code,name,stage,联盟,联盟.role\n1,甲校,小学,一盟,核心校\n2,乙校,小学,一盟,伙伴校\n"


def told(found: Plan, actor: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    answers = owed(found, actors_named(found, actor), times(found, None))
    return [(each.part, each.work.key, each.actors, each.group) for each in answers]


def test_a_member_has_the_work_of_its_group_and_is_told_as_what() -> None:
    found = plan(SCHEME, roster=ROSTER)
    assert told(found, "水利局") == [
        ("lead", "整改", ("水利局",), "受检单位"),
        ("for", "督查", ("水利局",), "受检单位"),
    ]
    assert told(found, "甲校")[0] == ("lead", "整改", ("甲校",), "受检单位")


def test_a_group_has_the_work_of_its_members_that_is_its_own() -> None:
    assert [each[:3] for each in told(plan(SCHEME, roster=ROSTER), "受检单位")] == [
        ("lead", "整改", ("水利局", "甲校", "乙校")),
        ("for", "督查", ("水利局", "甲校", "乙校")),
    ]


def test_a_group_has_the_work_of_a_wider_group_too() -> None:
    found = plan(
        SCHEME + "  学习: {lead: 有关方面}\n",
        roster=ROSTER,
    )
    assert told(found, "受检单位")[-1] == ("lead", "学习", ("水利局", "甲校", "乙校"), "有关方面")
    assert told(found, "有关方面")[-1][2] == ("督导室", "水利局", "甲校", "乙校")


def test_without_a_roster_the_schools_have_it() -> None:
    assert told(plan(SCHEME), "学校")[0] == ("lead", "整改", ("学校",), "受检单位")


def test_who_says_through_which_group() -> None:
    found = plan(SCHEME, roster=ROSTER)
    (held,) = who(found, found.tasks[0].duty, times(found, None)).held
    assert [(share.name, share.via) for share in held.shares] == [
        ("水利局", "受检单位"),
        ("甲校", "受检单位"),
        ("乙校", "受检单位"),
        ("督导室", ""),
    ]


def test_a_cluster_is_asked_for_the_work_there_that_nobody_leads() -> None:
    assert ("lead", "恳谈", (), "") in told(plan(SCHEME, roster=ROSTER), "一盟")


def test_a_collective_name_means_its_members_in_work() -> None:
    found = plan(SCHEME, roster=ROSTER)
    assert meant_by(found, "受检单位") == {"受检单位", "水利局", "school:1", "school:2"}
    assert meant_by(found, "水利局") == {"水利局"}
