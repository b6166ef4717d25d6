"""The rows of a plan as a networkx graph."""

from __future__ import annotations

from xuequ.resolution.graph import to_networkx
from xuequ.resolution.plan import Plan


def test_nodes_carry_kind_name_unit_and_path(ankang: Plan) -> None:
    """All of them plain strings."""
    assert to_networkx(ankang).nodes["large_district/district_head"] == {
        "kind": "post",
        "name": "学区长",
        "unit": "large_district",
        "path": "large_district/district_head",
    }


def test_edges_are_keyed_by_kind(ankang: Plan) -> None:
    """So two nodes may be tied in several ways, each once."""
    graph = to_networkx(ankang)
    assert set(graph["large_district/lead_school"]["large_district"]) == {"member_of", "leads"}


def test_equal_ties_keep_each_of_their_clauses(ankang: Plan) -> None:
    """And the name of the duty that says so."""
    assert to_networkx(ankang)["large_district"]["county_bureau"]["reports_to"] == {
        "kind": "reports_to",
        "clause": "二(一)2(4); 三9",
        "name": "报告工作",
    }


def test_nodes_and_edges_come_in_the_order_of_the_plan(ankang: Plan) -> None:
    """Whatever the hash seed."""
    graph = to_networkx(ankang)
    assert list(graph) == list(ankang.nodes)
    assert ankang.graph.edges == graph.edges
