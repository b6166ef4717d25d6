"""A list that goes on (等) and falls short of the number it is announced with."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Element
from xuequ.rules.rule_context import RuleContext

CODE = "GOA104"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an element."""
    scheme = facts.scheme
    elements: tuple[Element, ...] = (*scheme.goals, *scheme.principles, *scheme.constraints)
    for element in (*elements, *facts.measures.values(), *facts.duties):
        said, listed = element.count, len(element.items)
        if not (element.open and listed) or said is None or said.unit or not said.exact:
            continue
        if said.low is not None and listed < said.low:
            place = facts.place((*element.at, "count"))
            yield finding(CODE, place, name=element.name, count=said.text, listed=listed)
