"""How reports and orders travel."""

from __future__ import annotations

import pytest

from localities import role_plan
from schemes import plan
from xuequ.query.asked import actors_named
from xuequ.query.report_paths import Sense, Way, way
from xuequ.resolution import Plan

SCHEME = """\
organs: {局: , 室: {under: 局}, 组: {members: 成员校}}
clusters:
  学区: {under: 室, members: {龙头校: {leads: true}, 成员校: }, posts: {学区长: }}
duties:
  报告: {each: 学区, lead: 学区, inform: 室}
  检查: {each: 学区, lead: 学区长, for: 成员校}
"""
ROSTER = """\
code,name,stage,学区,学区.role
1,甲校,小学,东学区,龙头校
2,乙校,小学,东学区,成员校
3,丙校,小学,,
"""


def travelled(whole: Plan, source: str, target: str, sense: Sense) -> Way:
    return way(whole, actors_named(whole, source), actors_named(whole, target), sense)


def steps(found: Way) -> list[tuple[str, str, bool, str]]:
    return [(hop.source, hop.kind.value, hop.backwards, hop.target) for hop in found.hops]


def test_a_report_goes_up_by_membership_reporting_and_subordination() -> None:
    found = travelled(plan(SCHEME), "成员校", "局", Sense.REPORT)
    assert steps(found) == [
        ("学区/成员校", "member_of", False, "学区"),
        ("学区", "reports_to", False, "室"),
        ("室", "administers", True, "局"),
    ]


REPORTS = """\
organs: {政府: , 室: {under: 政府}, 局: {under: 政府}, 中心: }
duties:
  季报: {lead: 局, inform: 室, when: 每季度}
  年报: {lead: 室, inform: 政府, when: 每年}
appraisals:
  述职: {assess: 政府, for: [局, 中心]}
"""


def test_a_report_that_is_stated_goes_before_administration_even_where_it_is_longer() -> None:
    whole = plan(REPORTS)
    assert steps(travelled(whole, "室", "政府", Sense.REPORT)) == [("室", "reports_to", False, "政府")]
    assert steps(travelled(whole, "局", "政府", Sense.REPORT)) == [
        ("局", "reports_to", False, "室"),
        ("室", "reports_to", False, "政府"),
    ]


def test_being_assessed_is_no_way_for_a_report() -> None:
    assert travelled(plan(REPORTS), "中心", "政府", Sense.REPORT).hops == ()


def test_an_order_goes_down_the_same_way() -> None:
    found = travelled(plan(SCHEME), "局", "成员校", Sense.ORDER)
    assert steps(found) == [
        ("局", "administers", False, "室"),
        ("室", "administers", False, "学区"),
        ("学区", "member_of", True, "学区/成员校"),
    ]


def test_an_order_also_goes_along_a_duty_to_whom_it_is_for() -> None:
    (hop,) = travelled(plan(SCHEME), "学区长", "成员校", Sense.ORDER).hops
    assert (hop.kind, hop.work, hop.at) == ("lead", "检查", ("duties", "检查"))


def test_nothing_travels_against_its_sense() -> None:
    whole = plan(SCHEME)
    assert travelled(whole, "局", "成员校", Sense.REPORT).hops == ()
    assert travelled(whole, "成员校", "局", Sense.ORDER).hops == ()


def test_every_step_has_its_ground() -> None:
    whole = plan(SCHEME)
    for hop in travelled(whole, "成员校", "局", Sense.REPORT).hops:
        assert whole.composed.origins.place(hop.at).file == "scheme.yaml"


def test_of_several_the_shortest_is_told_and_those_without_a_way_are_named() -> None:
    found = travelled(plan(SCHEME, roster=ROSTER), "学校", "局", Sense.REPORT)
    assert found.hops[0].source == "school:1"
    assert found.stranded == ("丙校",)


@pytest.mark.parametrize("sense", Sense)
def test_to_oneself_it_is_no_step(sense: Sense) -> None:
    found = travelled(plan(SCHEME), "局", "局", sense)
    assert (found.hops, found.stranded) == ((), ())


def test_a_member_school_of_ankang_reaches_its_bureau() -> None:
    assert travelled(role_plan("anyang"), "大学区", "县区教体局", Sense.REPORT).hops
