"""The rows of a plan as a networkx graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from xuequ.findings.finding import DocPath

if TYPE_CHECKING:
    import networkx as nx

_Attributes = dict[str, str]


class Resolved(Protocol):
    """What a graph is made of: the rows of a plan."""

    @property
    def scheme(self) -> Any:
        """The scheme, for its name."""

    @property
    def nodes(self) -> Mapping[str, Any]:
        """Nodes by their ids."""

    @property
    def edges(self) -> Iterable[Any]:
        """Edges in their order."""

    @property
    def tasks(self) -> Iterable[Any]:
        """Duties as units have them, for the names of edges."""

    @property
    def reviews(self) -> Iterable[Any]:
        """Appraisals as units have them."""


def to_networkx(plan: Resolved) -> nx.MultiDiGraph[str]:
    """The whole graph, nodes and edges in the plan's order, every attribute a string.

    Nodes have `kind`, `name`, `unit` and `path` (keys joined by `/`). Edges are keyed by their kind and have
    `kind`, `clause` and `name`, the name of the duty or appraisal that says so where one does. Where several
    rows of one kind tie the same two nodes, the edge keeps each of their clauses and names, joined by `; `.
    """
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=plan.scheme.name)
    graph.add_nodes_from(
        (
            node.id,
            {
                "kind": node.kind.value,
                "name": node.name,
                "unit": node.unit,
                "path": "/".join(node.path),
            },
        )
        for node in plan.nodes.values()
    )
    for (source, target, kind), attributes in _edges(plan).items():
        graph.add_edge(source, target, kind, **attributes)
    return graph


def _edges(plan: Resolved) -> Mapping[tuple[str, str, str], _Attributes]:
    work = {task.duty.at: task.duty.name for task in plan.tasks}
    work |= {review.appraisal.at: review.appraisal.name for review in plan.reviews}
    edges: dict[tuple[str, str, str], _Attributes] = {}
    for edge in plan.edges:
        kind = edge.kind.value
        key = (edge.source, edge.target, kind)
        said = {"kind": kind, "clause": edge.clause, "name": _name(work, edge.at)}
        edges[key] = _joined(edges[key], said) if key in edges else said
    return edges


def _name(work: Mapping[DocPath, str], at: DocPath) -> str:
    """The name of the innermost duty or appraisal that holds a place in the tree."""
    return next((work[at[:n]] for n in range(len(at), 0, -1) if at[:n] in work), "")


def _joined(one: _Attributes, other: _Attributes) -> _Attributes:
    return {key: "; ".join(dict.fromkeys(_parts(one[key], other[key]))) for key in one}


def _parts(*texts: str) -> Iterator[str]:
    return (part for text in texts for part in text.split("; ") if part)
