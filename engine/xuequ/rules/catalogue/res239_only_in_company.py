"""A body that works only together with all its like, each of which has work of its own."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Group
from xuequ.resolution.plan import TAKING_PART
from xuequ.rules.rule_context import RuleContext

CODE = "RES239"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a body that a group names, which takes part in work through that group alone."""
    for group in facts.scheme.groups:
        if len(group.of) < 2:
            continue
        bodies = [organ for organ in facts.scheme.organs if any(ref.text in organ.labels for ref in group.of)]
        # Bureaus that are named together have work that no scheme gives them; parts of one body have not.
        parts = bool(bodies) and all(body.home and body.home == bodies[0].home for body in bodies)
        if len(bodies) != len(group.of) or not (
            parts or all(body.kind == "working_group" for body in bodies)
        ):
            continue
        own = {body.path: _has_own(facts, body.path, group) for body in bodies}
        idle = [body for body in bodies if own[body.path] is False]
        busy = [body for body in bodies if own[body.path]]
        if busy:
            for body in idle:
                names = [each.name for each in busy]
                yield finding(CODE, facts.key(body), name=body.name, group=group.name, others=names)


def _has_own(facts: RuleContext, path: tuple[str, ...], group: Group) -> bool | None:
    """Whether a body takes part in work by its own name; None where it takes part in none at all."""
    edges = [
        edge
        for node in facts.nodes_at.get(path, ())
        for edge in facts.out.get(node.id, ())
        if edge.kind in TAKING_PART
    ]
    return any(edge.via != group.key for edge in edges) if edges else None
