"""What is orphaned when a body is dissolved, and what two clusters have twice."""

from __future__ import annotations

from collections.abc import Iterable

from localities import role_plan
from schemes import plan, roster_of
from xuequ.query.asked import actors_named
from xuequ.query.impact import Impact, Loss, dissolve
from xuequ.query.merging import Merger, merge
from xuequ.resolution import Plan

SCHEME = """\
organs:
  局: {kind: bureau, organs: {科: }}
  室: {under: 局, kind: office}
  组: {kind: working_group, head: 室, members: 室}
clusters:
  学区:
    size: {schools: 1..3, towns: 1}
    same: [stage]
    members: {龙头校: {leads: true}, 成员校: }
    posts: {学区长: {held_by: 龙头校/principal, under: 室}}
duties:
  办法: {lead: 室, output: 考核办法}
  报告: {each: 学区, lead: 学区, inform: 室}
  转报: {lead: 室, inform: 局}
  检查: {lead: [局, 室], for: 学区, approve: 科}
  开会: {each: 学区, lead: 学区长}
appraisals:
  考评: {each: 学区, assess: 室, for: 学区长, rubric: 考核办法}
"""
ROSTER = """\
code,name,stage,town,学区,学区.role,学生
1,甲校,小学,甲镇,东学区,龙头校,100
2,乙校,小学,甲镇,东学区,成员校,50
3,丙校,初中,乙镇,西学区,龙头校,200
4,丁校,小学,乙镇,西学区,成员校,70
"""


def without(whole: Plan, *names: str) -> Impact:
    return dissolve(whole, [node for name in names for node in actors_named(whole, name)])


def lost(impact: Impact) -> set[tuple[str, str]]:
    return {(orphan.loss.value, orphan.name) for orphan in impact.orphans}


def test_an_office_leaves_duties_appraisals_posts_and_outputs_behind() -> None:
    assert lost(without(plan(SCHEME), "室")) == {
        ("lead", "办法"),
        ("lead", "转报"),
        ("inform", "报告"),
        ("assessor", "考评"),
        ("under", "学区长"),
        ("head", "组"),
        ("members", "组"),
        ("output", "考核办法"),
        ("waits", "考评"),
    }


CHAIN = """\
organs: {局: , 室: , 组: }
duties:
  会商: {lead: 组, output: 会商纪要}
  通报: {lead: 局, basis: 会商纪要}
  复核: {lead: 局, needs: 会商}
  归档: {lead: 室}
  自查: {lead: 局, needs: 归档}
appraisals:
  年评: {assess: 局, for: 室, rubric: 会商纪要}
"""


def test_what_rests_on_work_that_nobody_does_any_more_waits_for_it() -> None:
    impact = without(plan(CHAIN), "组")
    assert ("output", "会商纪要") in lost(impact)
    assert {(o.name, o.lost) for o in impact.orphans if o.loss is Loss.WAITS} == {
        ("通报", ("会商纪要",)),
        ("复核", ("会商",)),
        ("年评", ("会商纪要",)),
    }


def test_what_somebody_else_makes_too_is_waited_for_by_nobody() -> None:
    twice = CHAIN.replace("归档: {lead: 室}", "归档: {lead: 室, output: 会商纪要}")
    assert {o.name for o in without(plan(twice), "组").orphans if o.loss is Loss.WAITS} == {"复核"}
    assert ("output", "会商纪要") not in lost(without(plan(twice), "组"))


def test_what_falls_away_itself_waits_for_nothing() -> None:
    inside = (
        "clusters: {片: }\norgans: {组: }\n"
        "duties: {议: {each: 片, lead: 组}, 报: {each: 片, lead: 片, needs: 议}}\n"
    )
    assert not [o for o in without(plan(inside), "片").orphans if o.loss is Loss.WAITS]


def test_a_duty_that_another_still_leads_is_no_orphan() -> None:
    assert ("lead", "检查") not in lost(without(plan(SCHEME), "室"))
    assert ("lead", "检查") in lost(without(plan(SCHEME), "室", "局"))


def test_what_is_nested_goes_too() -> None:
    impact = without(plan(SCHEME), "局")
    assert impact.gone == ("局", "科")
    assert ("approve", "检查") in lost(impact)


def test_a_report_that_no_longer_reaches_a_bureau_is_one() -> None:
    orphans = {o.name: o for o in without(plan(SCHEME), "局").orphans if o.loss is Loss.REPORT}
    assert set(orphans) == {"报告"}
    assert orphans["报告"].lost == ("局",)


def test_what_stands_in_a_dissolved_place_falls_away() -> None:
    found = lost(without(plan(SCHEME), "学区"))
    assert {("falls", "报告"), ("falls", "开会"), ("falls", "考评"), ("object", "检查")} <= found
    assert not {each for each in found if each[0] == "lead"}


def test_schools_of_a_dissolved_cluster_are_in_none() -> None:
    impact = without(plan(SCHEME, roster=ROSTER), "东学区")
    assert {(o.name, o.lost) for o in impact.orphans if o.loss is Loss.CLUSTER} == {
        ("甲校", ("东学区",)),
        ("乙校", ("东学区",)),
    }
    falls = {o.name: o.units for o in impact.orphans if o.loss is Loss.FALLS}
    assert falls["开会"] == ("东学区",)


def test_dissolving_nobody_orphans_nothing() -> None:
    assert dissolve(plan(SCHEME), ()) == Impact((), ())


def test_the_office_of_ziyun_takes_its_appraisal_with_it() -> None:
    found = lost(without(role_plan("ziyun"), "学区办公室"))
    assert ("assessor", "成员学校及副学区长的考核") in found


def merged(names: Iterable[str] = ("东学区", "西学区"), roster: str = ROSTER) -> Merger:
    whole = plan(SCHEME, roster=roster)
    first, second = (whole.units[f"学区:{name}"] for name in names)
    return merge(whole, roster_of(roster), first, second)


def test_sizes_are_held_against_what_the_scheme_allows() -> None:
    sizes = {size.column: (size.first, size.second, size.merged, size.fits) for size in merged().sizes}
    assert sizes == {
        "schools": (2, 2, 4, False),
        "towns": (1, 1, 2, False),
        "学生": (150, 270, 420, None),
    }


def test_a_blank_head_count_is_unknown_and_so_is_the_sum() -> None:
    sizes = {size.column: size[1:4] for size in merged(roster=ROSTER.replace("成员校,70", "成员校,")).sizes}
    assert sizes["学生"] == (150, None, None)


def test_two_leads_two_posts_and_doubled_duties_are_told() -> None:
    found = [(twice.kind, twice.name, twice.first, twice.second) for twice in merged().twice]
    assert found == [
        ("lead", "龙头校", ("甲校",), ("丙校",)),
        ("post", "学区长", ("东学区长",), ("西学区长",)),
        ("duty", "报告", ("东学区",), ("西学区",)),
        ("duty", "开会", ("东学区长",), ("西学区长",)),
    ]


def test_schools_that_no_longer_match_are_told() -> None:
    assert [(mixed.column, mixed.values) for mixed in merged().mixed] == [("stage", ("初中", "小学"))]


def test_a_school_that_is_in_both_counts_once() -> None:
    shared = ROSTER.replace("丁校,小学,乙镇,西学区,成员校", "丁校,小学,乙镇,东学区;西学区,成员校")
    assert merged(roster=shared).sizes[0][1:4] == (3, 2, 4)


def test_a_school_that_only_belongs_to_a_body_is_in_no_cluster_that_went() -> None:
    text = "clusters: {片: {members: {头校: {leads: true}}}}\norgans: {理事会: {members: 头校}}\n"
    roster = "code,name,stage,片,片.role\n1,甲校,小学,东片,头校\n"
    whole = plan(text, roster=roster)
    assert [o.name for o in without(whole, "理事会").orphans if o.loss is Loss.CLUSTER] == []
    assert [o.name for o in without(whole, "东片").orphans if o.loss is Loss.CLUSTER] == ["甲校"]


def test_work_of_several_places_waits_where_all_of_it_is_undone() -> None:
    text = "clusters: {片: }\norgans: {局: , 组: }\nduties:\n  会: {each: 片, lead: 组}\n  报: {lead: 局, needs: 会}\n"
    roster = "code,name,stage,片\n1,甲校,小学,东片\n2,乙校,小学,西片\n"
    assert [o.name for o in without(plan(text, roster=roster), "组").orphans if o.loss is Loss.WAITS] == [
        "报"
    ]


def test_what_rests_on_an_appraisal_waits_for_its_assessor() -> None:
    text = "organs: {局: , 组: }\nduties: {约谈: {lead: 局, basis: 年评}}\nappraisals: {年评: {assess: 组, for: 局}}\n"
    assert ("waits", "约谈") in lost(without(plan(text), "组"))
    assert ("waits", "约谈") not in lost(without(plan(text.replace("组: }", "组: , 室: }")), "室"))
