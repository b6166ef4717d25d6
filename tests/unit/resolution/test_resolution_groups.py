"""A group that says who is in it stands for its members: each of them has what the group has."""

from __future__ import annotations

from schemes import plan
from xuequ.model.elements import Part
from xuequ.resolution.plan import EdgeKind, Plan

ORGANS = "organs: {教育局: , 体育局: {kind: outside}, 督导室: }\n"
CLUSTERS = "clusters: {片区: {members: {中心校: {leads: true}, 村小: }}}\n"
ROSTER = """\
code,name,stage,片区,片区.角色,特色
1,甲校,小学,东片,中心校,足球
2,乙校,小学,东片,村小,
3,丙校,初中,西片,中心校,足球
4,丁校,小学,西片,村小,足球
"""


def names(found: Plan, nodes: tuple[str, ...]) -> list[str]:
    return [found.nodes[node].name for node in nodes]


COLLECTIVE = ORGANS + (
    "groups: {责任单位: {of: [体育局, school]}}\n"
    "duties:\n"
    "  报名: {lead: 责任单位, inform: 教育局}\n"
    "  检查: {lead: 督导室, for: 责任单位}\n"
    "  收费: {lead: 责任单位, force: must_not}\n"
    "  备案: {each: 责任单位, lead: self}\n"
)


def test_a_collective_name_stands_for_bodies_and_schools() -> None:
    found = plan(COLLECTIVE, roster=ROSTER)
    everybody = ["体育局", "甲校", "乙校", "丙校", "丁校"]
    join, check, charge, *filed = found.tasks
    assert names(found, join.parts[Part.LEAD]) == everybody
    assert names(found, check.objects) == everybody
    assert names(found, charge.parts[Part.MUST_NOT]) == everybody
    assert [names(found, task.parts[Part.LEAD])[0] for task in filed] == everybody


def test_it_does_so_without_a_roster() -> None:
    found = plan(COLLECTIVE)
    assert names(found, found.tasks[0].parts[Part.LEAD]) == ["体育局", "学校"]


def test_edges_say_through_which_group_a_member_has_its_part() -> None:
    found = plan(COLLECTIVE, roster=ROSTER)
    assert {e.via for e in found.edges if e.kind is EdgeKind.LEAD and e.target == "duty:报名"} == {"责任单位"}
    members = [e.source for e in found.edges if e.kind is EdgeKind.MEMBER_OF and e.target == "责任单位"]
    assert names(found, tuple(members)) == ["体育局", "甲校", "乙校", "丙校", "丁校"]


def test_a_group_told_by_columns_reaches_its_schools_where_the_work_stands() -> None:
    found = plan(
        CLUSTERS + "groups: {足球校: {of: school, where: {特色: 足球}}}\n"
        "duties: {联赛: {each: 片区, lead: 足球校}, 授牌: {each: 足球校, lead: self}}\n",
        roster=ROSTER,
    )
    east, west, *each = found.tasks
    assert (names(found, east.parts[Part.LEAD]), names(found, west.parts[Part.LEAD])) == (
        ["甲校"],
        ["丙校", "丁校"],
    )
    assert [found.units[task.unit].name for task in each] == ["甲校", "丙校", "丁校"]


def test_a_condition_on_a_role_and_exceptions_leave_the_others_out() -> None:
    found = plan(
        CLUSTERS
        + "groups: {足球村小: {of: 村小, where: {特色: 足球}}, 其余校: {of: school, except: 足球村小}}\n"
        "duties: {挑战赛: {lead: 足球村小, support: 其余校}}\n",
        roster=ROSTER,
    )
    parts = found.tasks[0].parts
    assert names(found, parts[Part.LEAD]) == ["丁校"]
    assert names(found, parts[Part.SUPPORT]) == ["甲校", "乙校", "丙校"]


def test_a_group_of_groups_stands_for_all_of_them() -> None:
    found = plan(
        "groups: {初中校: {of: school, where: {stage: 初中}}, 足球小学: {of: school, where: {stage: 小学, 特色: 足球}},"
        " 参赛校: {of: [初中校, 足球小学]}}\nduties: {集训: {lead: 参赛校}}\n",
        roster=ROSTER,
    )
    assert names(found, found.tasks[0].parts[Part.LEAD]) == ["丙校", "甲校", "丁校"]


def test_a_group_that_is_drawn_from_others_stays_a_group() -> None:
    found = plan(
        ORGANS + "groups:\n"
        "  示范校: {of: school}\n"
        "  评委: {of: [教师代表, 家长代表]}\n"
        "  家长代表: \n"
        "  教师代表: \n"
        "  裁判: {of: teacher, where: {特色: 足球}}\n"
        "duties: {示范: {lead: 示范校}, 评选: {lead: 评委}, 执裁: {each: school, lead: 裁判}}\n",
        roster=ROSTER,
    )
    first, second, *games = found.tasks
    assert (first.parts[Part.LEAD], second.parts[Part.LEAD]) == (("示范校",), ("评委",))
    has = [found.units[task.unit].name for task in games if task.parts.get(Part.LEAD)]
    assert has == ["甲校", "丙校", "丁校"]


def test_a_group_of_itself_is_nobody() -> None:
    found = plan(
        "groups: {甲组: {of: [乙组, school]}, 乙组: {of: [甲组, school]}}\nduties: {轮值: {lead: 甲组}}\n"
    )
    assert found.tasks[0].parts[Part.LEAD] == ("甲组",)


def test_people_among_the_members_are_named_beside_the_bodies() -> None:
    found = plan(
        ORGANS + "posts: {体育专干: {under: 体育局}}\n"
        "groups:\n"
        "  与会人员: {of: [体育局, school, teacher]}\n"
        "  联络员: {of: [体育专干, teacher]}\n"
        "  群众: {of: [teacher, student]}\n"
        "duties:\n"
        "  签到: {lead: 与会人员}\n"
        "  迟到: {lead: 联络员, force: must_not}\n"
        "  评议: {lead: 群众}\n",
        roster=ROSTER,
    )
    sign, late, review = found.tasks
    assert names(found, sign.parts[Part.LEAD]) == ["体育局", "甲校", "乙校", "丙校", "丁校", "教师"]
    assert names(found, late.parts[Part.MUST_NOT]) == ["体育专干", "教师"]
    assert names(found, review.parts[Part.LEAD]) == ["群众"]


def test_principals_of_several_roles_are_each_a_member() -> None:
    found = plan(
        CLUSTERS + "groups: {成员: {of: [中心校/principal, 村小/principal], each: 片区}}\n"
        "duties: {泄密: {each: 片区, lead: 成员, force: must_not}}\n",
        roster=ROSTER,
    )
    east, west = found.tasks
    assert names(found, east.parts[Part.MUST_NOT]) == ["甲校校长", "乙校校长"]
    assert names(found, west.parts[Part.MUST_NOT]) == ["丙校校长", "丁校校长"]
