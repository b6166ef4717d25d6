"""One body that every cluster convenes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Duty, Norm, Organ
from xuequ.rules.clusters import called
from xuequ.rules.rule_context import RuleContext

CODE = "RES237"
CONVENES = re.compile("召开|召集|主持")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty by which each cluster, or each school, convenes the one body of the whole place."""
    for duty in facts.duties:
        kinds = [cluster for ref in duty.each if (cluster := called(facts, ref)) is not None]
        if duty.norm is not Norm.DUTY or not kinds or duty.in_turn or not CONVENES.search(duty.name):
            continue
        if all(facts.scheme.locality.level in kind.labels for kind in kinds):
            continue
        body = next((organ for organ in facts.scheme.organs if _is_convened(facts, duty, organ)), None)
        if body is not None:
            related = facts.others((body,), "body")
            names = [kind.name for kind in kinds]
            yield finding(CODE, facts.key(duty), *related, name=body.name, duty=duty.name, each=names)


def _is_convened(facts: RuleContext, duty: Duty, organ: Organ) -> bool:
    """Whether there is one of the body for all, and the duty is to convene it."""
    if organ.each or organ.home:
        return False
    bindings = (facts.plan.bindings.get((duty.path, ref.at)) for ref in duty.for_)
    return any(binding is not None and binding.actor == organ.path for binding in bindings)
