"""The clusters of the scheme's list and of the roster both stand, with their forms and the roles of their schools."""

from __future__ import annotations

from schemes import plan
from xuequ.model.elements import Part
from xuequ.resolution.plan import EdgeKind, Plan

TWO_ROLES = "clusters: {片区: {members: {小学部: {where: {stage: 小学}}, 初中部: {where: {stage: 初中}}}}}\n"


def roles(found: Plan) -> dict[str, str]:
    """The role of each school, by where the role is declared."""
    return {
        found.nodes[edge.source].name: str(edge.at[-1])
        for edge in found.edges
        if edge.kind is EdgeKind.MEMBER_OF and edge.at[-2] == "members"
    }


def test_a_blank_role_is_the_one_that_fits_the_school() -> None:
    roster = "code,name,stage,片区,片区.角色\n1,甲校,初中,东片,\n2,乙校,小学,东片,\n3,丙校,九年一贯制,东片,\n"
    assert roles(plan(TWO_ROLES, roster=roster)) == {"甲校": "初中部", "乙校": "小学部"}


def test_a_blank_role_is_none_where_several_fit_and_the_ordinary_one_where_there_is_one() -> None:
    roster = "code,name,stage,片区,片区.角色\n1,甲校,小学,东片,\n2,乙校,小学,东片,中心校\n"
    several = "clusters: {片区: {members: {中心校: {leads: true}, 村小: , 教学点: }}}\n"
    one = "clusters: {片区: {members: {中心校: {leads: true}, 村小: }}}\n"
    assert roles(plan(several, roster=roster)) == {"乙校": "中心校"}
    assert roles(plan(one, roster=roster)) == {"甲校": "村小", "乙校": "中心校"}


def test_a_blank_role_is_not_one_that_takes_other_schools() -> None:
    roster = "code,name,stage,片区\n1,甲校,初中,东片\n2,乙校,小学,东片\n3,丙校,,东片\n"
    one = "clusters: {片区: {members: {初中部: {leads: true, where: {stage: 初中}}, 小学部: {where: {stage: 小学}}}}}\n"
    assert roles(plan(one, roster=roster)) == {"乙校": "小学部", "丙校": "小学部"}


def test_a_role_that_the_scheme_does_not_have_is_none() -> None:
    roster = "code,name,stage,片区,片区.角色\n1,甲校,小学,东片,中心\n"
    assert roles(plan("clusters: {片区: {members: {中心校: {leads: true}, 村小: }}}\n", roster=roster)) == {}


def test_units_that_only_the_scheme_names_have_work_as_those_of_the_roster() -> None:
    found = plan(
        "clusters:\n"
        "  联盟: {members: {核心校: {leads: true}, 伙伴校: }, units: {北盟: {核心校: 丁校}, 南盟: }}\n"
        "duties: {例会: {each: 联盟, lead: 核心校}}\n",
        roster="code,name,stage,联盟\n1,甲校,小学,东盟\n4,丁校,小学,\n",
    )
    assert [found.units[task.unit].name for task in found.tasks] == ["北盟", "南盟", "东盟"]


def test_units_are_there_where_the_roster_says_nothing_of_their_type() -> None:
    found = plan(
        "clusters: {联盟: {units: [北盟, 南盟]}}\nduties: {例会: {each: 联盟, lead: self}}\n",
        roster="code,name,stage\n1,甲校,小学\n",
    )
    assert [found.units[task.unit].name for task in found.tasks] == ["北盟", "南盟"]


def test_a_form_comes_from_the_list_or_from_the_roster_by_any_of_its_names() -> None:
    forms = "forms: {close: {name: 紧密型, aliases: 紧密}, 松散型: }"
    scheme = f"clusters: {{联盟: {{{forms}, units: {{北盟: {{form: 紧密型}}}}}}}}\n"
    for heading in ("form", "模式", "所用模式"):
        roster = f"code,name,stage,联盟,联盟.{heading}\n1,甲校,小学,东盟,紧密\n2,乙校,小学,西盟,托管\n"
        units = plan(scheme, roster=roster).units
        assert {u.name: u.form for u in units.values() if u.type == "联盟"} == {
            "北盟": "close",
            "东盟": "close",
            "西盟": "托管",
        }


def test_roles_that_only_a_form_has_are_held() -> None:
    found = plan(
        "clusters:\n"
        "  联盟: {forms: {托管: {members: {托管校: {leads: true}, 受托校: }}, 结对: {members: {城校: , 乡校: }}}}\n"
        "duties: {交底: {each: 联盟, where: {form: 托管}, lead: 托管校, support: 受托校}}\n",
        roster="code,name,stage,联盟,联盟.角色,联盟.模式\n"
        "1,甲校,小学,东盟,托管校,托管\n2,乙校,小学,东盟,,托管\n3,丙校,小学,西盟,,结对\n",
    )
    (task,) = found.tasks
    assert task.parts == {Part.LEAD: ("school:1",), Part.SUPPORT: ("school:2",)}
    assert roles(found) == {"甲校": "托管校", "乙校": "受托校"}
