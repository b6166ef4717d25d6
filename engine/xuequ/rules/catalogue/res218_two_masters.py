"""A body or cluster that two others administer."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Path
from xuequ.resolution.plan import Edge, EdgeKind
from xuequ.rules.rule_context import RuleContext

CODE = "RES218"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a declaration."""
    seen: set[Path] = set()
    for node in facts.plan.nodes.values():
        masters = _masters(facts, node.id)
        if len(masters) > 1 and node.path not in seen:
            seen.add(node.path)
            first, second = masters[0], masters[1]
            related = Related(place=facts.place(first.at), label="other")
            names = [facts.called(edge.source) for edge in masters]
            yield finding(CODE, facts.place(second.at), related, name=facts.called(node.id), masters=names)


def _masters(facts: RuleContext, node: str) -> list[Edge]:
    """Edges from those that administer it and are not over one another."""
    by = {e.source: e for e in facts.into.get(node, ()) if e.kind is EdgeKind.ADMINISTERS}
    if len(by) < 2:
        return list(by.values())
    over = {who: facts.reached([who], EdgeKind.ADMINISTERS) - {who} for who in by}
    return [edge for who, edge in by.items() if not any(o in over[who] for o in by)]
