"""Questions about a plan: who has a part, what an actor owes, when it falls, which names mean whom."""

from __future__ import annotations

import pytest

from schemes import plan
from xuequ.calendar.agenda import months
from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.span import school_year_span
from xuequ.findings.finding import Place
from xuequ.query.asked import actors_named, cluster_named, is_declared, unit_named, unknown, work_named
from xuequ.query.impact import dissolve
from xuequ.query.obligations import owed, standing
from xuequ.query.times import Month, read_month, span_text, times
from xuequ.query.who import who
from xuequ.resolution import Plan

SCHEME = """\
organs: {局: {aliases: [教育局]}, 室: }
clusters:
  学区:
    aliases: [片区]
    members: {龙头校: {leads: true}, 成员校: }
    posts: {学区长: }
measures:
  日常:
    each: 学区
    lead: 学区长
    duties:
      开会: {for: 成员校, when: 每月}
      报告: {when: 每学期末, inform: 局, clause: 三}
      经费: {lead: unspecified}
schedules:
  安排: {rows: [{when: 10月, does: 报告}, {when: 11月, duties: {启动: {lead: 室}}}]}
appraisals:
  考评: {each: 学区, assess: 局, for: [学区长, 学区], when: 12月}
sources: {文: }
"""
ROSTER = """\
code,name,stage,学区,学区.role
1,甲校,小学,东学区,龙头校
2,乙校,小学,东学区,成员校
3,丙校,小学,西学区,龙头校
4,丁校,小学,西学区,成员校
"""
YEAR = SchoolCalendar(period=school_year_span(2025))
HERE = Place(file="")


@pytest.fixture(scope="module")
def roles() -> Plan:
    return plan(SCHEME)


@pytest.fixture(scope="module")
def schools() -> Plan:
    return plan(SCHEME, roster=ROSTER)


@pytest.mark.parametrize("name", ["局", "教育局"])
def test_an_actor_is_found_by_key_name_or_alias(roles: Plan, name: str) -> None:
    assert actors_named(roles, name) == ("局",)


def test_a_school_or_cluster_has_what_its_people_have() -> None:
    text = SCHEME.replace("schedules:", "duties: {述职: {lead: principal}}\nschedules:")
    whole = plan(text, roster=ROSTER)
    school, cluster = (
        owed(whole, actors_named(whole, name), times(whole, None)) for name in ("乙校", "西学区")
    )
    assert [(one.work.name, one.actors) for one in school] == [("述职", ("乙校校长",)), ("开会", ("乙校",))]
    assert ("开会", ("西学区长",)) in [(one.work.name, one.actors) for one in cluster if one.part == "lead"]
    assert ("述职", ("丙校校长",)) not in [(one.work.name, one.actors) for one in cluster]


def test_a_role_means_the_schools_that_hold_it(schools: Plan) -> None:
    assert actors_named(schools, "龙头校") == ("school:1", "school:3")
    assert set(actors_named(schools, "学校")) == {"school:1", "school:2", "school:3", "school:4"}


def test_one_school_or_cluster_is_found_by_name_or_code(schools: Plan) -> None:
    assert actors_named(schools, "乙校") == actors_named(schools, "2") == ("school:2",)
    assert actors_named(schools, "东学区") == ("学区:东学区",)
    assert unit_named(schools, "东学区") == schools.units["学区:东学区"]
    assert unit_named(schools, "乙校") is None


def test_a_type_of_cluster_means_all_of_its_clusters(schools: Plan) -> None:
    assert actors_named(schools, "片区") == ("学区:东学区", "学区:西学区")
    assert actors_named(schools, "学区长") == ("学区:东学区/学区长", "学区:西学区/学区长")
    assert actors_named(schools, "东学区/学区长") == ("学区:东学区/学区长",)


def test_a_cluster_type_is_found_by_alias(roles: Plan) -> None:
    found = cluster_named(roles, "片区")
    assert found is not None
    assert found.key == "学区"
    assert cluster_named(roles, "集团") is None


@pytest.mark.parametrize(
    ("wanted", "name", "nearest"),
    [("actor", "学区主任", "学区长"), ("work", "汇报", "报告"), ("cluster", "小学区", "学区")],
)
def test_a_name_of_nothing_comes_with_the_nearest(roles: Plan, wanted: str, name: str, nearest: str) -> None:
    found = unknown(roles, name, wanted, HERE)
    assert (found.code, found.args["name"], found.args["wanted"]) == ("REF120", name, wanted)
    assert nearest in str(found.args["nearest"])


def test_a_part_of_a_name_is_answered_with_the_names_it_is_part_of() -> None:
    whole = plan("duties: {m: {name: 组织召开学区长联席会议}}")
    assert unknown(whole, "联席", "work", HERE).args["nearest"] == ("组织召开学区长联席会议",)


def test_who_tells_each_part_with_its_clause_and_place(roles: Plan) -> None:
    (work,) = work_named(roles, "报告")
    answer = who(roles, work, times(roles, YEAR))
    ((unit, shares),) = answer.held
    assert unit == "学区"
    assert [(s.part, s.name, s.clause) for s in shares] == [
        ("lead", "学区长", "文/三"),
        ("inform", "局", "文/三"),
    ]
    assert shares[0].at == ("measures", "日常", "lead")
    assert [span_text(w) for w in answer.windows] == [
        "2025-10-01..2025-10-31",
        "2026-01-10..2026-01-23",
        "2026-06-27..2026-07-10",
    ]


def test_a_part_left_open_is_told_as_open(roles: Plan) -> None:
    (work,) = work_named(roles, "经费")
    ((_, shares),) = who(roles, work, times(roles, None)).held
    assert [(s.part, s.node) for s in shares] == [("lead", "")]


NORMS = """\
organs: {局: , 室: {under: 局, head: 局}}
clusters: {片: {members: {头校: {leads: true}, 小校: }}}
posts: {联络员: {appointed_by: 室}}
duties:
  补课: {each: 片, lead: 小校, for: 头校, force: must_not, except: 联络员, if: 节假日期间}
  免检: {lead: 室, for: 片, force: may, where: {area: 乡村}}
  留白: {lead: unspecified, force: must_not}
"""


def test_who_must_not_and_who_may_are_told_so_and_never_as_leading() -> None:
    whole = plan(NORMS)
    parts = {
        work.key: {share.part for held in who(whole, work, times(whole, None)).held for share in held.shares}
        for name in ("补课", "免检", "留白")
        for work in work_named(whole, name)
    }
    assert parts == {"补课": {"must_not", "for"}, "免检": {"may", "for"}, "留白": {"must_not"}}
    assert [o.part for o in owed(whole, actors_named(whole, "室"), times(whole, None))] == ["may"]
    assert owed(whole, actors_named(whole, "室"), times(whole, None), "lead") == ()


def test_an_appraisal_that_is_forbidden_assesses_nobody() -> None:
    text = "organs: {局: , 所: {under: 局}}\nappraisals: {排名: {assess: 局, for: 所, force: must_not}}\n"
    whole = plan(text)
    (work,) = work_named(whole, "排名")
    assert [s.part for held in who(whole, work, times(whole, None)).held for s in held.shares] == [
        "must_not",
        "for",
    ]
    assert [o.part for o in owed(whole, actors_named(whole, "局"), times(whole, None))] == ["must_not"]
    assert not [edge for edge in whole.edges if edge.kind.value in ("assess", "assesses")]
    assert not [o for o in dissolve(whole, actors_named(whole, "局")).orphans if o.name == "排名"]


def test_what_narrows_work_is_told_with_it() -> None:
    whole = plan(NORMS)
    told = {
        name: [(limit.field, limit.said.zh) for limit in who(whole, work, times(whole, None)).limits]
        for name in ("补课", "免检")
        for work in work_named(whole, name)
    }
    assert told == {"补课": [("if", "节假日期间"), ("except", "联络员")], "免检": [("where", "地域为乡村")]}


def test_who_has_no_duties_is_known_by_what_it_heads_holds_and_appoints() -> None:
    whole = plan(NORMS)
    ties = {
        (tie.kind.value, tie.backwards, tie.name) for tie in standing(whole, actors_named(whole, "联络员"))
    }
    assert ties == {("appoints", True, "室")}
    ties = {(tie.kind.value, tie.backwards, tie.name) for tie in standing(whole, actors_named(whole, "局"))}
    assert ties == {("administers", False, "室"), ("leads", False, "室")}


def test_with_a_roster_who_tells_each_cluster(schools: Plan) -> None:
    (work,) = work_named(schools, "开会")
    held = who(schools, work, times(schools, None)).held
    assert [(h.unit, [s.name for s in h.shares]) for h in held] == [
        ("东学区", ["东学区长", "乙校"]),
        ("西学区", ["西学区长", "丁校"]),
    ]


def test_what_an_actor_owes_comes_in_the_order_of_the_scheme(roles: Plan) -> None:
    found = owed(roles, actors_named(roles, "学区长"), times(roles, None))
    assert [(o.part, o.work.name) for o in found] == [("lead", "开会"), ("lead", "报告"), ("for", "考评")]
    assert found[0].titles == ("日常",)


def test_one_part_alone_can_be_asked_for(roles: Plan) -> None:
    nodes = actors_named(roles, "局")
    assert [o.work.name for o in owed(roles, nodes, times(roles, None), "assess")] == ["考评"]
    assert owed(roles, nodes, times(roles, None), "lead") == ()


def test_duties_of_several_places_are_one_line(schools: Plan) -> None:
    found = owed(schools, actors_named(schools, "学区长"), times(schools, None), "lead")
    assert [(o.work.name, o.units) for o in found] == [
        ("开会", ("东学区", "西学区")),
        ("报告", ("东学区", "西学区")),
    ]


def test_in_a_planned_month_stands_what_has_a_day_in_it(roles: Plan) -> None:
    nodes, year = actors_named(roles, "学区长"), times(roles, YEAR)
    assert [o.work.name for o in owed(roles, nodes, year, month=Month(1, 2026))] == ["开会", "报告"]
    assert [o.work.name for o in owed(roles, nodes, year, month=Month(12))] == ["开会", "考评"]
    assert [o.work.name for o in owed(roles, nodes, year, month=Month(8, 2026))] == []
    (meeting, _) = owed(roles, nodes, year, month=Month(1, 2026))
    assert [span_text(w) for w in meeting.windows] == ["2026-01-01..2026-01-23"]


def test_without_a_period_months_are_those_named_or_run_through(roles: Plan) -> None:
    nodes, none = actors_named(roles, "学区长"), times(roles, None)
    assert [o.work.name for o in owed(roles, nodes, none, month=Month(12))] == ["开会", "考评"]
    assert [o.work.name for o in owed(roles, nodes, none, month=Month(8))] == []
    assert [o.work.name for o in owed(roles, nodes, none, month=Month(10))] == ["开会", "报告"]
    assert months(roles)[("安排", "启动")] == {11}


def test_months_that_run_over_the_turn_of_the_year() -> None:
    whole = plan("duties: {a: {when: 11月至2月}, b: {when: 每季度}, c: {when: 每周}}")
    found = months(whole)
    assert found["a",] == {11, 12, 1, 2}
    assert found["c",] == set(range(1, 13))
    assert {3, 4, 12} <= found["b",]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2025-09", Month(9, 2025)),
        ("2025年9月", Month(9, 2025)),
        ("9月", Month(9)),
        ("12", Month(12)),
        ("13", None),
        ("九月份", None),
        ("", None),
    ],
)
def test_a_month_is_read_in_its_usual_forms(text: str, month: Month | None) -> None:
    assert read_month(text) == month


def test_who_is_declared_and_named_by_no_work_is_known() -> None:
    found = plan("organs: {局: }\ngroups: {评委: {of: teacher}}\nduties: {公布: {lead: 局}}\n")
    assert all(is_declared(found, name) for name in ("局", "评委", "教师", "镇", "局/校长"))
    assert not any(is_declared(found, name) for name in ("评审", "局/评审", "评审/校长"))


def test_who_holds_a_post_owes_what_the_post_does_and_so_does_the_school() -> None:
    text = SCHEME.replace(
        "posts: {学区长: }", "posts: {学区长: {held_by: 龙头校/principal}, 秘书: {held_by: 学区长}}"
    )
    text = text.replace("开会: {", "记录: {lead: 秘书}\n      开会: {")
    whole = plan(text, roster=ROSTER)
    for name in ("甲校", "甲校校长"):
        found = owed(whole, actors_named(whole, name), times(whole, None), "lead")
        assert [(each.work.name, each.actors) for each in found] == [
            ("记录", ("东学区秘书",)),
            ("开会", ("东学区长",)),
            ("报告", ("东学区长",)),
        ]
    assert owed(whole, actors_named(whole, "乙校"), times(whole, None), "lead") == ()
