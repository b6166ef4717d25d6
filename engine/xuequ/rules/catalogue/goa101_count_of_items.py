"""A declared number of items that is not the number listed.

What it finds: `count` beside fewer or more items, sub-measures, forms or members. A list that is `open` may be shorter.
Why it matters: "six unities" of which five are named leave a school guessing the sixth.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Element, Group, Measure
from xuequ.rules.rule_context import RuleContext

CODE = "GOA101"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an element."""
    scheme = facts.scheme
    elements: tuple[Element, ...] = (*scheme.goals, *scheme.principles, *scheme.constraints, *scheme.groups)
    for element in (*elements, *facts.measures.values(), *facts.duties, *facts.appraisals):
        said = element.count
        if said is None or said.low is None or said.low != said.high or said.unit:
            continue
        listed = _listed(element)
        if listed == 0 and "items" not in element.unspecified and not isinstance(element, Measure):
            continue
        if listed != said.low and not (element.open and listed < said.low):
            place = facts.place((*element.at, "count"))
            yield finding(CODE, place, name=element.name, count=said.text, listed=listed)


def _listed(element: Element) -> int:
    if element.items:
        return len(element.items)
    if isinstance(element, Measure):
        return len(element.measures) + len(element.duties) + len(element.appraisals)
    return len(element.of) if isinstance(element, Group) else 0
