"""Resolving a county of 60 schools and 60 duties, against networkx just adding the edges that come out.

Resolving binds every name, expands every `each` and yields the rows; networkx is given the finished rows.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import networkx as nx
from benchmarks.bench_documents import county_roster, county_scheme

from xuequ.resolution import resolve
from xuequ.workspace.loading import Shelf
from xuequ.workspace.opening import open_file
from xuequ.workspace.planning import read_roster_file

GOAL = 3.0


def measure(rounds: int = 21) -> dict[str, float]:
    """Medians in seconds: `ours` from a built scheme and a roster to a plan, `networkx` for its nodes and edges."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "county.yaml").write_text(county_scheme(), encoding="utf-8")
        (folder / "county.csv").write_text(county_roster(), encoding="utf-8")
        opened = open_file(Shelf(), str(folder / "county.yaml"))
        roster = read_roster_file(str(folder / "county.csv")).roster
    scheme, composed = opened.scheme, opened.composed
    if scheme is None or composed is None or roster is None:
        raise SystemExit(f"the county does not resolve: {opened.findings}")
    plan = resolve(scheme, composed, roster)

    def build_graph() -> object:
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for node in plan.nodes.values():
            graph.add_node(node.id, kind=node.kind.value, name=node.name, unit=node.unit)
        for edge in plan.edges:
            graph.add_edge(
                edge.source, edge.target, key=edge.kind.value, kind=edge.kind.value, clause=edge.clause
            )
        return graph

    taken = interleaved({"ours": lambda: resolve(scheme, composed, roster), "networkx": build_graph}, rounds)
    return {**taken, "edges": float(len(plan.edges))}


def interleaved(runs: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Medians in seconds of runs taken in turn, so that a busy moment meets all of them."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        run()
    for _ in range(rounds):
        for name, run in runs.items():
            gc.collect()
            begun = time.perf_counter()
            run()
            taken[name].append(time.perf_counter() - begun)
    return {name: median(times) for name, times in taken.items()}


def main() -> None:
    """Print both and their ratio."""
    taken = measure()
    ours, theirs = taken["ours"], taken["networkx"]
    edges = int(taken["edges"])
    sys.stdout.write(f"{edges} edges: ours {ours * 1000:.1f} ms, networkx {theirs * 1000:.1f} ms")
    sys.stdout.write(f"; ratio {ours / theirs:.2f}, at most {GOAL}\n")


if __name__ == "__main__":
    main()
