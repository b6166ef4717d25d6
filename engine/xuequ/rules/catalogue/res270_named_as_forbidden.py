"""Work whose name forbids it, and whose force does not."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Force
from xuequ.model.forces import forbids
from xuequ.rules.rule_context import RuleContext

CODE = "RES270"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty that is called 禁止…, 严禁… or 不得… and is one to be done."""
    for duty in facts.duties:
        if duty.force is not Force.MUST_NOT and forbids(duty.name):
            yield finding(CODE, facts.key(duty), name=duty.name)
