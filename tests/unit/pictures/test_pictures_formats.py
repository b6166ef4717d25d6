"""The files that are written: well formed whatever the names, the same every time."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

import networkx as nx
import pytest
from pygraphviz import AGraph

from xuequ.findings.failure import Failure
from xuequ.pictures import Format, View, draw, drawing
from xuequ.pictures.graphviz import GraphvizFailed, engrave
from xuequ.pictures.mermaid import escaped
from xuequ.resolution.plan import Plan

HOSTILE = '学区"长\'"]<b>&amp;</b>\\n#;\n|}\x07{-->'
TEXTS = (Format.SVG, Format.DOT, Format.MERMAID, Format.GRAPHML, Format.JSON)


@pytest.fixture
def hostile(ankang: Plan) -> Plan:
    """The plan with every name made as bad as can be."""
    nodes = {key: node._replace(name=f"{HOSTILE}{node.name}") for key, node in ankang.nodes.items()}
    units = {key: unit._replace(name=HOSTILE) for key, unit in ankang.units.items()}
    return replace(ankang, nodes=nodes, units=units, scheme=replace(ankang.scheme, name=HOSTILE))


def _text(plan: Plan, view: View | None, to: Format) -> str:
    return draw(plan, view, to).content.decode()


@pytest.mark.parametrize("view", View)
@pytest.mark.parametrize("to", TEXTS)
def test_a_drawing_is_the_same_every_time(ankang: Plan, view: View, to: Format) -> None:
    """To the byte."""
    assert draw(ankang, view, to) == draw(ankang, view, to)


@pytest.mark.parametrize("view", View)
def test_hostile_names_leave_an_svg_well_formed(hostile: Plan, view: View) -> None:
    """And are printed as they are, but for control characters and line breaks."""
    root = ElementTree.fromstring(_text(hostile, view, Format.SVG))
    texts = "".join(each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "<b>&amp;</b>" in texts
    assert "\x07" not in texts


@pytest.mark.parametrize("view", View)
def test_hostile_names_leave_a_dot_file_readable(hostile: Plan, view: View) -> None:
    """Graphviz reads back as many boxes as were drawn."""
    sketch = drawing.VIEWS[view](hostile, "zh")
    read = AGraph(string=_text(hostile, view, Format.DOT))
    named = {str(node) for node in read.nodes()}
    assert {box.id for box in sketch.boxes} <= named


@pytest.mark.parametrize("view", View)
def test_hostile_names_cannot_leave_a_mermaid_label(hostile: Plan, view: View) -> None:
    """Each label is closed by its own quotation mark; everything Mermaid could read is an entity."""
    body = _text(hostile, view, Format.MERMAID).split("---\n", 2)[2]
    for line in body.splitlines():
        assert line.count('"') in (0, 2), line


def test_mermaid_labels_hold_entities_for_what_mermaid_reads() -> None:
    """Numeric ones, which Mermaid turns back."""
    assert escaped('学区"]#') == "学区#34;#93;#35;"


def test_hostile_names_survive_graphml(hostile: Plan) -> None:
    """As far as XML can hold them."""
    graph = nx.parse_graphml(_text(hostile, None, Format.GRAPHML))
    assert set(graph) == set(hostile.nodes)


def test_an_svg_carries_no_machine_and_needs_no_other_file(ankang: Plan) -> None:
    """No comment, no address but the name space, fonts to fall back on."""
    text = _text(ankang, View.ZONES, Format.SVG)
    assert "<!--" not in text
    assert text.count("http") == 1
    assert "'Noto Sans CJK SC'" in text
    assert "sans-serif" in text


@pytest.mark.parametrize(("lang", "word"), [("zh", "配套"), ("en", "mirrors")])
def test_the_legend_names_the_kinds_of_arrow_drawn(ankang: Plan, lang: str, word: str) -> None:
    """In the reader's language; a kind that is not drawn is not named."""
    text = draw(ankang, View.ZONES, Format.SVG, "zh" if lang == "zh" else "en").content.decode()
    assert f">{word}</text>" in text
    assert ">牵头</text>" not in text


def test_json_is_node_link_form_with_kind_and_clause_on_every_edge(ankang: Plan) -> None:
    """And networkx reads it back."""
    data = json.loads(_text(ankang, None, Format.JSON))
    assert data["multigraph"] is True
    assert all({"kind", "clause", "source", "target", "key"} <= set(edge) for edge in data["edges"])
    assert all(edge["key"] == edge["kind"] for edge in data["edges"])
    assert set(nx.node_link_graph(data, edges="edges")) == set(ankang.nodes)


@pytest.mark.parametrize(
    ("view", "kinds"),
    [
        (
            View.ORGANISATION,
            {"administers", "appoints", "member_of", "leads", "holds", "mirrors"},
        ),
        (View.RESPONSIBILITY, {"lead", "assess"}),
        (View.APPRAISAL, {"assess", "assesses", "reports_to"}),
        (View.ZONES, {"administers", "appoints", "member_of", "leads", "holds", "mirrors"}),
    ],
)
def test_the_json_of_a_view_holds_that_view_only(ankang: Plan, view: View, kinds: set[str]) -> None:
    """Its kinds of edge, and their ends."""
    data = json.loads(_text(ankang, view, Format.JSON))
    assert {edge["kind"] for edge in data["edges"]} == kinds
    assert all(edge["source"] != "duty:deliberation/report" for edge in data["edges"])


def test_a_png_without_a_chinese_font_is_a_finding_and_no_file(
    ankang: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names the package that has one."""
    monkeypatch.setattr(drawing, "chinese_font", lambda: None)
    drawn = draw(ankang, View.ZONES, Format.PNG)
    assert drawn.content == b""
    assert [(f.code, f.primary.file) for f in drawn.findings] == [("DOC001", "ankang.yaml")]


def test_a_png_is_painted_with_the_font_that_was_found(
    hostile: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names of any sort go through Graphviz' own drawing language."""
    monkeypatch.setattr(drawing, "chinese_font", lambda: "Noto Sans CJK SC")
    first, second = (draw(hostile, View.RESPONSIBILITY, Format.PNG).content for _ in range(2))
    assert first.startswith(b"\x89PNG")
    assert first == second


def test_what_graphviz_cannot_read_is_raised_with_its_complaint() -> None:
    """And not printed."""
    with pytest.raises(GraphvizFailed, match="syntax error"):
        engrave("digraph {", "dot", "json0")


def test_a_failing_graphviz_is_a_failure_that_names_the_scheme(
    ankang: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tool could not do its job."""

    def fail(*_: object) -> None:
        raise GraphvizFailed("no memory")

    monkeypatch.setattr(drawing, "layout", fail)
    with pytest.raises(Failure) as failed:
        draw(ankang, View.ZONES, Format.SVG)
    assert failed.value.finding.code == "DOC002"
    assert failed.value.finding.args["complaint"] == "no memory"


def test_an_empty_view_says_so(ankang: Plan) -> None:
    """A white sheet would look like a mistake."""
    text = _text(replace(ankang, reviews=(), tasks=()), View.APPRAISAL, Format.SVG)
    assert "方案中没有可以画在这张图上的内容" in text
