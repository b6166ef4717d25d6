"""How a report or an order travels: the shortest way from one actor to another, each step with its ground.

A report goes to whom one reports to, belongs to, is under. Being assessed is no report, and is no way for one. An order
goes the other way, and along duties: who leads one moves whom it is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from heapq import heappop, heappush
from typing import NamedTuple

from xuequ.findings.finding import DocPath
from xuequ.model.elements import Part
from xuequ.query.asked import ACTORS, name_of
from xuequ.resolution.plan import Edge, EdgeKind, Plan, Task


class Sense(StrEnum):
    """What travels."""

    REPORT = "report"
    ORDER = "order"


class Hop(NamedTuple):
    """One step. `backwards`: the relation runs from `target` to `source`. `work` is the duty that moves `target`."""

    source: str
    target: str
    kind: EdgeKind
    backwards: bool
    work: str
    clause: str
    at: DocPath


class Way(NamedTuple):
    """The shortest way; without hops there is none. `stranded` are those asked about who have no way at all."""

    sense: Sense
    hops: tuple[Hop, ...]
    stranded: tuple[str, ...]


#: Relations that carry something along themselves, and those that carry it against their direction.
_ALONG: Mapping[Sense, frozenset[EdgeKind]] = {
    Sense.REPORT: frozenset({EdgeKind.REPORTS_TO, EdgeKind.MEMBER_OF, EdgeKind.HOLDS, EdgeKind.MIRRORS}),
    Sense.ORDER: frozenset(
        {EdgeKind.ADMINISTERS, EdgeKind.LEADS, EdgeKind.ASSESSES, EdgeKind.APPOINTS}
        | {EdgeKind.HOLDS, EdgeKind.MIRRORS}
    ),
}
_AGAINST: Mapping[Sense, frozenset[EdgeKind]] = {
    Sense.REPORT: frozenset({EdgeKind.ADMINISTERS, EdgeKind.LEADS, EdgeKind.HOLDS, EdgeKind.MIRRORS}),
    Sense.ORDER: frozenset({EdgeKind.MEMBER_OF, EdgeKind.HOLDS, EdgeKind.MIRRORS}),
}
#: Relations in which the scheme itself says that a report is due, and those that change only the name of who has it.
_STATED = frozenset({EdgeKind.REPORTS_TO})
_THE_SAME = frozenset({EdgeKind.HOLDS, EdgeKind.MIRRORS})


class Cost(NamedTuple):
    """What a way costs: first the steps that nothing states as a report, then all steps.

    A step along a duty counts double: a standing relation says more.
    """

    unstated: int
    steps: int

    def after(self, other: Cost) -> Cost:
        """The cost of both."""
        return Cost(self.unstated + other.unstated, self.steps + other.steps)


_BY_DUTY = Cost(0, 2)


def way(plan: Plan, sources: Iterable[str], targets: Iterable[str], sense: Sense) -> Way:
    """The cheapest way from any of `sources` to any of `targets`; of equal ones the first in the plan's order."""
    starts, ends = tuple(dict.fromkeys(sources)), frozenset(targets)
    onward = _onward(plan, ends, sense)
    reached = [node for node in starts if node in onward]
    stranded = tuple(name_of(plan, node) for node in starts if node not in onward)
    if not reached:
        return Way(sense, (), stranded)
    node = min(reached, key=lambda each: (onward[each][0], starts.index(each)))
    hops: list[Hop] = []
    while (hop := onward[node][1]) is not None:
        hops.append(hop)
        node = hop.target
    return Way(sense, tuple(hops), stranded)


def _onward(plan: Plan, ends: frozenset[str], sense: Sense) -> Mapping[str, tuple[Cost, Hop | None]]:
    """For every node with a way to `ends`, how far it is and the first step."""
    incoming: dict[str, list[tuple[Cost, Hop]]] = {}
    for cost, hop in _hops(plan, sense):
        incoming.setdefault(hop.target, []).append((cost, hop))
    found: dict[str, tuple[Cost, Hop | None]] = {}
    waiting: list[tuple[Cost, int, str, Hop | None]] = []
    for number, end in enumerate(sorted(ends)):
        heappush(waiting, (Cost(0, 0), number, end, None))
    count = len(ends)
    while waiting:
        far, _, node, step = heappop(waiting)
        if node in found:
            continue
        found[node] = (far, step)
        for cost, hop in incoming.get(node, ()):
            if hop.source not in found:
                count += 1
                heappush(waiting, (cost.after(far), count, hop.source, hop))
    return found


def _hops(plan: Plan, sense: Sense) -> Iterator[tuple[Cost, Hop]]:
    along, against = _ALONG[sense], _AGAINST[sense]
    for edge in plan.edges:
        cost = Cost(int(sense is Sense.REPORT and edge.kind not in _STATED | _THE_SAME), 1)
        if edge.kind in along and _between_actors(plan, edge):
            yield cost, Hop(edge.source, edge.target, edge.kind, False, "", edge.clause, edge.at)
        if edge.kind in against and _between_actors(plan, edge):
            yield cost, Hop(edge.target, edge.source, edge.kind, True, "", edge.clause, edge.at)
    if sense is Sense.ORDER:
        for task in plan.tasks:
            yield from ((_BY_DUTY, hop) for hop in _by_duty(task))


def _by_duty(task: Task) -> Iterator[Hop]:
    clause = "、".join(str(each) for each in task.duty.clause)
    for leader in task.parts.get(Part.LEAD, ()):
        for moved in task.objects:
            if moved != leader:
                yield Hop(leader, moved, EdgeKind.LEAD, False, task.duty.name, clause, task.duty.at)


def _between_actors(plan: Plan, edge: Edge) -> bool:
    ends = (plan.nodes.get(edge.source), plan.nodes.get(edge.target))
    return all(node is not None and node.kind in ACTORS for node in ends)
