"""The rows behind a picture for other programs: GraphML, and networkx's node-link JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from xuequ.pictures.actors import ACTORS, STRUCTURE, in_cluster
from xuequ.pictures.measure import printable
from xuequ.pictures.sketch import View
from xuequ.resolution.plan import TAKING_PART, Edge, EdgeKind, Node, NodeKind, Plan

if TYPE_CHECKING:
    import networkx as nx

_PARTS = TAKING_PART | {EdgeKind.FOR}
_ASSESSING = frozenset({EdgeKind.ASSESS, EdgeKind.ASSESSES, EdgeKind.REPORTS_TO, EdgeKind.INTO, EdgeKind.FOR})


def narrowed(plan: Plan, view: View | None) -> Plan:
    """The plan with only those nodes and edges that a view is about; everything where no view is given."""
    if view is None:
        return plan
    edges = tuple(edge for edge in plan.edges if _belongs(plan, view, edge))
    ends = {end for edge in edges for end in (edge.source, edge.target)}
    nodes = {
        name: node for name, node in plan.nodes.items() if name in ends or _stands_alone(plan, view, node)
    }
    return replace(plan, nodes=nodes, edges=edges)


def _belongs(plan: Plan, view: View, edge: Edge) -> bool:
    ends = (plan.nodes[edge.source], plan.nodes[edge.target])
    match view:
        case View.ORGANISATION:
            return edge.kind in STRUCTURE and all(node.kind in ACTORS for node in ends)
        case View.RESPONSIBILITY:
            return edge.kind in _PARTS
        case View.APPRAISAL:
            return edge.kind in _ASSESSING and not edge.source.startswith("duty:")
        case View.ZONES:
            return edge.kind in STRUCTURE and any(in_cluster(plan, node) for node in ends)


def _stands_alone(plan: Plan, view: View, node: Node) -> bool:
    """Whether a node belongs to a view even where nothing ties it to another."""
    match view:
        case View.ORGANISATION:
            return node.kind in ACTORS and bool(node.path)
        case View.RESPONSIBILITY:
            return node.kind in {NodeKind.DUTY, NodeKind.MEASURE}
        case View.APPRAISAL:
            return node.kind is NodeKind.APPRAISAL
        case View.ZONES:
            return node.kind in ACTORS and bool(in_cluster(plan, node))


def node_link(plan: Plan, view: View | None) -> str:
    """Node-link JSON as `networkx.node_link_graph(data, edges="edges")` reads it back."""
    import networkx as nx

    data = nx.node_link_data(narrowed(plan, view).graph, edges="edges")
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def graphml(plan: Plan, view: View | None) -> bytes:
    """GraphML, names made printable because XML cannot hold control characters."""
    import networkx as nx

    file = BytesIO()
    nx.write_graphml_xml(_printable(narrowed(plan, view).graph), file)
    return file.getvalue()


def _printable(graph: nx.MultiDiGraph[str]) -> nx.MultiDiGraph[str]:
    graph.graph["name"] = printable(graph.graph["name"])
    for _, values in graph.nodes(data=True):
        values.update({key: printable(value) for key, value in values.items()})
    for _, _, values in graph.edges(data=True):
        values.update({key: printable(value) for key, value in values.items()})
    return graph
