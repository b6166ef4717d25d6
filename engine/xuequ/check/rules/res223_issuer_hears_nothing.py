"""Whoever issues the scheme is never told how it goes."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.check.facts import Facts
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.resolve.plan import EdgeKind

CODE = "RES223"
HEARING = frozenset({EdgeKind.INFORM, EdgeKind.OVERSEE, EdgeKind.ASSESS, EdgeKind.APPROVE})


def check(facts: Facts) -> Iterator[Finding]:
    """One finding: the issuer is a declared body, others have work to do, and none of it comes back."""
    for ref in facts.scheme.issue.issued_by:
        body = next((o for o in facts.scheme.organs if ref.text in (o.key, o.name, *o.aliases)), None)
        if body is None:
            continue
        nodes = [node.id for node in facts.nodes_at.get(body.path, ())]
        hears = any(e.kind in HEARING for node in nodes for e in facts.out.get(node, ()))
        others = any(
            e.kind in (EdgeKind.LEAD, EdgeKind.RESPONSIBLE) and e.source not in nodes
            for e in facts.plan.edges
        )
        if others and not hears:
            yield finding(CODE, facts.place(ref.at), name=body.name)
