"""An element that goes on (等) and has no list that could."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.open_lists import open_list
from xuequ.rules.rule_context import RuleContext

CODE = "GOA105"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an element."""
    for each in facts.plan.declarations.all:
        element = each.element
        if element.open and each.kind != "form" and not open_list(element):
            yield finding(CODE, facts.place((*element.at, "open")), name=element.name)
