"""Whose hands a body is in: who holds a post, who heads a body, whose principal somebody is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum

from xuequ.resolution.plan import EdgeKind, NodeKind
from xuequ.rules.rule_context import RuleContext


class Through(IntEnum):
    """How two are one: by being the same or a principal and their school, by a post, by the head of a body."""

    ITSELF = 0
    POST = 1
    HEAD = 2


#: Everyone by whom a body acts, itself included.
Reached = Mapping[str, Through]


class Hands:
    """Who acts where a body does, worked out once a node."""

    def __init__(self, facts: RuleContext) -> None:
        self._facts = facts
        self._nodes = facts.plan.nodes
        self._known: dict[tuple[str, bool], Reached] = {}

    def of(self, node: str, *, persons: bool = False) -> Reached:
        """Everyone by whom `node` acts; with `persons`, without the bodies that head it."""
        if (node, persons) not in self._known:
            self._known[node, persons] = self._reached(node, persons)
        return self._known[node, persons]

    def _reached(self, node: str, persons: bool) -> Reached:
        seen, edge = {node: Through.ITSELF}, [node]
        while edge:
            one = edge.pop()
            for other, how in self._behind(one, persons):
                through = max(seen[one], how)
                if through < seen.get(other, Through.HEAD + 1):
                    seen[other] = through
                    edge.append(other)
        return seen

    def _behind(self, node: str, persons: bool) -> Iterator[tuple[str, Through]]:
        here = self._nodes[node]
        if here.path == ("principal",) and here.unit in self._nodes:
            yield here.unit, Through.ITSELF
        for edge in self._facts.into.get(node, ()):
            if edge.kind is EdgeKind.HOLDS:
                yield edge.source, Through.POST
            elif edge.kind is EdgeKind.LEADS and not (
                persons and self._nodes[edge.source].kind is NodeKind.ORGAN
            ):
                yield edge.source, Through.HEAD

    def members(self, body: str) -> tuple[str, ...]:
        """Those who make up a body; nobody where it is none."""
        if self._nodes[body].kind is not NodeKind.ORGAN:
            return ()
        return tuple(e.source for e in self._facts.into.get(body, ()) if e.kind is EdgeKind.MEMBER_OF)

    def own_school(self, node: str, objects: Iterable[str]) -> str:
        """Of schools as such (学区内学校), those among which a post or body has its own; empty if there are none."""
        own = [each for each, how in self.of(node).items() if how and self._is_school(each)]
        places = (each.rpartition("/") for each in objects)
        return next(
            (
                f"{place}{slash}{kind}"
                for place, slash, kind in places
                if kind == "school" and any(one.startswith(f"{place}{slash}") for one in own)
            ),
            "",
        )

    def _is_school(self, node: str) -> bool:
        return self._nodes[node].kind in (NodeKind.ROLE, NodeKind.SCHOOL)


def shared(one: Reached, other: Reached) -> Through:
    """How two are in the same hands; `ITSELF` where they are not, or need neither post nor head to be one."""
    few, many = (one, other) if len(one) < len(other) else (other, one)
    found = (max(how, many[each]) for each, how in few.items() if each in many)
    return min(found, default=Through.ITSELF)
