"""A report that never reaches a bureau.

What it finds: a duty whose receivers in `inform` are no bureau, government or supervision office, and pass
nothing on to one. Why it matters: what stays among those who wrote it changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Organ, Part, Path
from xuequ.resolution.plan import EdgeKind
from xuequ.rules.rule_context import RuleContext

CODE = "RES207"
#: Kinds of organs that can act on a report.
ANSWERING = frozenset({"bureau", "government", "supervision"})


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty."""
    heard = _heard(facts, _answering(facts))
    seen: set[Path] = set()
    for task in facts.plan.tasks:
        receivers = task.parts.get(Part.INFORM, ())
        if not receivers or task.duty.path in seen:
            continue
        if heard.isdisjoint(receivers):
            seen.add(task.duty.path)
            names = [facts.name(r) for r in receivers]
            yield finding(CODE, facts.field(task.duty, "inform"), name=task.duty.name, receivers=names)


def _heard(facts: RuleContext, answering: frozenset[str]) -> frozenset[str]:
    """Everybody whose reports reach one who answers, those included; found once, from there back."""
    seen, edge = set(answering), list(answering)
    while edge:
        before = (e.source for n in edge for e in facts.into.get(n, ()) if e.kind is EdgeKind.REPORTS_TO)
        edge = [node for node in dict.fromkeys(before) if node not in seen]
        seen.update(edge)
    return frozenset(seen)


def _answering(facts: RuleContext) -> frozenset[str]:
    kinds = {
        path for path, body in facts.declared.items() if isinstance(body, Organ) and body.kind in ANSWERING
    }
    return frozenset(node.id for path in kinds for node in facts.nodes_at.get(path, ()))
