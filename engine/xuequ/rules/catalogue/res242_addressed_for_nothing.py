"""A body the scheme is addressed to and gives nothing to do, while others it is addressed to have work."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Organ, Ref
from xuequ.rules.acting import acts, assessed
from xuequ.rules.rule_context import RuleContext

CODE = "RES242"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an addressee."""
    named = [(ref, body) for ref in facts.scheme.issue.to if (body := _body(facts, ref)) is not None]
    if len(named) < 2:
        return
    judged = assessed(facts)
    has = {body.path: acts(facts, body) or body.path in judged for _, body in named}
    busy = [body.name for _, body in named if has[body.path]]
    for ref, body in named:
        if busy and not has[body.path]:
            yield finding(CODE, facts.place(ref.at), name=body.name, others=busy)


def _body(facts: RuleContext, ref: Ref) -> Organ | None:
    """The body an addressee is; of several named together (各科室) the scheme may well speak by other names."""
    found = next((organ for organ in facts.scheme.organs if ref.text in organ.labels), None)
    return None if found is None or "各" in found.name else found
