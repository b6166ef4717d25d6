"""Whoever issues the scheme is never told how it goes."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.resolution.plan import EdgeKind
from xuequ.rules.rule_context import RuleContext

CODE = "RES223"
HEARING = frozenset({EdgeKind.INFORM, EdgeKind.OVERSEE, EdgeKind.ASSESS, EdgeKind.APPROVE})


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding: those who issue it are declared bodies, others have work to do, and none of it comes back to any."""
    refs = facts.scheme.issue.issued_by
    bodies = [o for ref in refs for o in facts.scheme.organs if ref.text in o.labels]
    nodes = {node.id for body in bodies for node in facts.nodes_at.get(body.path, ())}
    hears = any(e.kind in HEARING for node in nodes for e in facts.out.get(node, ()))
    doing = (EdgeKind.LEAD, EdgeKind.RESPONSIBLE, EdgeKind.MAY)
    others = any(e.kind in doing and e.source not in nodes for e in facts.plan.edges)
    if bodies and others and not hears:
        yield finding(CODE, facts.place(refs[0].at), name=bodies[0].name)
