"""A list that goes on (等) and falls short of the number it is announced with."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.catalogue.goa101_count_of_items import announced
from xuequ.rules.rule_context import RuleContext

CODE = "GOA104"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an element."""
    for element, said, listed in announced(facts):
        if element.open and said.low is not None and 0 < listed < said.low:
            place = facts.place((*element.at, "count"))
            yield finding(CODE, place, name=element.name, count=said.text, listed=listed)
