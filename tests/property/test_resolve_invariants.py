"""What must not change a resolved scheme, and what must change it everywhere at once."""

from __future__ import annotations

import random
from dataclasses import replace

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import localities
from rewriting import ids, shuffled
from schemes import plan
from xuequ.resolution import EdgeKind, Plan
from xuequ.rules import run
from xuequ.rules.rule_context import RuleContext
from xuequ.source.document import Document


def found(whole: Plan) -> list[tuple[str, object, object]]:
    every = (*whole.composed.findings, *whole.findings, *run(whole))
    return sorted((f.code, f.primary.file, str(f.primary.path)) for f in every)


@pytest.mark.parametrize("name", localities.NAMES)
@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_fields_and_sections_changes_nothing(name: str, seed: int) -> None:
    def change(document: Document) -> Document:
        return replace(document, value=shuffled(document.value, "file", random.Random(seed)))

    before, after = localities.role_plan(name), localities.plan(name, change=change)
    assert localities.rows(before) == localities.rows(after)
    assert found(before) == found(after)


@pytest.mark.parametrize("name", localities.NAMES)
def test_the_order_of_roster_rows_changes_nothing(name: str) -> None:
    def turned(text: str) -> str:
        head, *lines = text.splitlines()
        random.Random(7).shuffle(lines)
        return "\n".join([head, *lines]) + "\n"

    before = localities.school_plan(name, localities.roster(name))
    after = localities.school_plan(name, localities.roster(name, turned))
    assert localities.rows(before) == localities.rows(after)


@pytest.mark.parametrize("name", localities.NAMES)
def test_renaming_ids_consistently_renames_them_everywhere(name: str) -> None:
    before = localities.role_plan(name)
    words = sorted(ids(before.composed.tree))
    names = {word: f"{word}_renamed" for word in words}
    after = localities.plan(name, edit=lambda text: localities.renamed(text, names))
    back = {new: old for old, new in names.items()}
    assert words
    assert repr(localities.rows(before)) == localities.renamed(repr(localities.rows(after)), back)


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=20), st.integers(0, 6))
@settings(max_examples=60, deadline=None)
def test_what_can_be_reached_is_what_a_plain_search_reaches(pairs: list[tuple[int, int]], start: int) -> None:
    organs = "organs: [" + ", ".join(f"甲{n}" for n in range(7)) + "]\n"
    duties = "duties:\n" + "".join(
        f"  事{i}: {{lead: 甲{a}, inform: 甲{b}}}\n" for i, (a, b) in enumerate(pairs)
    )
    whole = plan(organs + (duties if pairs else ""))
    graph: nx.DiGraph[str] = nx.DiGraph([(f"甲{a}", f"甲{b}") for a, b in pairs])
    graph.add_node(f"甲{start}")
    expected = {f"甲{start}"} | nx.descendants(graph, f"甲{start}")
    assert RuleContext(whole).reached([f"甲{start}"], EdgeKind.REPORTS_TO) == expected


@pytest.mark.parametrize("name", localities.NAMES)
def test_the_same_scheme_in_chinese_keys_is_the_same_graph_up_to_names_of_keys(name: str) -> None:
    """Ids differ, so nodes are compared by kind and name, edges by the names at their ends."""

    def shape(whole: Plan) -> tuple[object, ...]:
        nodes = sorted((n.kind, n.name) for n in whole.nodes.values())
        name_of = {n.id: n.name for n in whole.nodes.values()}
        edges = sorted((e.kind, name_of[e.source], name_of[e.target]) for e in whole.edges)
        return nodes, edges

    assert shape(localities.role_plan(name)) == shape(localities.plan(name, folder="examples/zh"))
