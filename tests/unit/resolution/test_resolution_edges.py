"""Which edges a scheme gives."""

from __future__ import annotations

import networkx as nx

from schemes import edges, plan

SCHEME = """\
organs:
  局: {name: 教育局}
  领导小组:
    under: 局
    head: 局/局长
    members: [局]
    seat: 局
    organs: {教学组: }
    posts: {组长: {held_by: 局, appointed_by: 局}}
posts: {局长: {under: 局}}
goals: {均衡: {items: [师资]}}
duties:
  调研: {lead: 局, output: 调研报告}
  组建: {lead: 教学组, needs: 调研, serves: 均衡/师资, sets_up: 领导小组, inform: 局, clause: 二(一), for: school}
appraisals:
  总评: {assess: 局, for: 教学组, criteria: [质量]}
  月评: {assess: 局, for: 教学组, rubric: 调研报告, into: {appraisal: 总评}}
sources: {方案: }
"""


def test_bodies_stand_to_each_other_as_said() -> None:
    whole = plan(SCHEME.replace("head: 局/局长", "head: 局长"))
    assert {("局", "领导小组"), ("领导小组", "领导小组/教学组"), ("局", "局长")} <= edges(
        whole, "administers"
    )
    assert ("局长", "领导小组") in edges(whole, "leads")
    assert ("局", "领导小组") in edges(whole, "hosts")
    assert ("局", "领导小组/组长") in edges(whole, "holds")
    assert ("局", "领导小组/组长") in edges(whole, "appoints")
    assert {("局", "领导小组"), ("领导小组/组长", "领导小组")} <= edges(whole, "member_of")


def test_work_points_at_what_it_needs_serves_makes_and_founds() -> None:
    whole = plan(SCHEME.replace("head: 局/局长", "head: 局长"))
    assert ("duty:组建", "duty:调研") in edges(whole, "needs")
    assert ("duty:组建", "goal:均衡/师资") in edges(whole, "serves")
    assert ("duty:组建", "领导小组") in edges(whole, "sets_up")
    assert ("duty:调研", "output:调研报告") in edges(whole, "produces")
    assert ("duty:组建", "clause:方案/二(一)") in edges(whole, "derived_from")
    assert ("领导小组/教学组", "局") in edges(whole, "reports_to")
    assert ("duty:组建", "school") in edges(whole, "for")


def test_appraisals_say_who_assesses_whom() -> None:
    whole = plan(SCHEME.replace("head: 局/局长", "head: 局长"))
    assert ("局", "领导小组/教学组") in edges(whole, "assesses")
    assert ("appraisal:月评", "appraisal:总评") in edges(whole, "into")
    assert ("appraisal:月评", "output:调研报告") in edges(whole, "needs")


def test_the_graph_has_every_node_and_edge_with_kind_and_clause() -> None:
    whole = plan(SCHEME.replace("head: 局/局长", "head: 局长"))
    graph = whole.graph
    assert isinstance(graph, nx.MultiDiGraph)
    assert set(graph) == set(whole.nodes)
    assert graph.number_of_edges() == len({(e.source, e.target, e.kind) for e in whole.edges})
    assert all({"kind", "clause"} <= set(data) for _, _, data in graph.edges(data=True))


def test_every_end_of_an_edge_is_a_node() -> None:
    whole = plan(SCHEME.replace("head: 局/局长", "head: 局长"))
    assert {n for e in whole.edges for n in (e.source, e.target)} <= set(whole.nodes)


def test_what_a_measure_says_reaches_its_duties_unless_they_say_otherwise() -> None:
    text = """\
organs: {局: , 室: }
measures:
  督导:
    lead: 局
    support: 室
    when: 每月
    clause: 一
    duties:
      甲: {}
      乙: {lead: 室}
"""
    whole = plan(text)
    by_key = {t.duty.key: t for t in whole.tasks}
    assert {p.value: who for p, who in by_key["甲"].parts.items()} == {"lead": ("局",), "support": ("室",)}
    assert by_key["乙"].parts["lead"] == ("室",)  # type: ignore[index]
    assert by_key["乙"].duty.when
    assert by_key["甲"].duty.origin["lead"] == ("measures", "督导", "lead")
    assert "lead" not in by_key["乙"].duty.origin


def test_an_appraisal_inherits_no_parts() -> None:
    text = """\
organs: {局: }
measures:
  评: {lead: 局, for: school, appraisals: {年评: {assess: 局, criteria: [质量]}}}
"""
    whole = plan(text)
    assert edges(whole, "lead") == set()
    assert ("局", "school") in edges(whole, "assesses")
