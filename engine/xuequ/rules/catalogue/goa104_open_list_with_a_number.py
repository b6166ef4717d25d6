"""A list that goes on (等) and falls short of the number it is announced with, or reaches it with 其他 alone."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding
from xuequ.model.elements import Appraisal, Criterion, Duty, Element, Measure
from xuequ.rules.catalogue.goa101_count_of_items import announced
from xuequ.rules.rule_context import RuleContext

CODE = "GOA104"
#: What an item that stands for all others begins with.
OTHERS = ("其他", "其它", "另外", "其余")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an element."""
    for element, said, listed in announced(facts):
        if not listed or said.low is None:
            continue
        names = [name for name in _names(facts, element) if name.startswith(OTHERS)]
        what = None
        if element.open and listed < said.low:
            what = Said(f"“等”字之前只列出 {listed} 项", f"its list breaks off after {listed}")
        elif listed == said.low and names:
            rest = listed - len(names)
            what = Said(
                f"其中“{names[0]}”不限内容，写明了的只有 {rest} 项",
                f"one of them, `{names[0]}`, is whatever else there is: {rest} are named",
            )
        if what is not None:
            yield finding(
                CODE, facts.place((*element.at, "count")), name=element.name, count=said.text, what=what
            )


def _names(facts: RuleContext, element: Element) -> list[str]:
    """What the list of an element holds, by name."""
    parts: tuple[Element, ...] = element.items
    match element:
        case _ if parts:
            pass
        case Measure():
            parts = (*element.measures, *element.duties)
        case Appraisal() | Criterion():
            parts = element.criteria
        case Duty():
            return facts.written(element, element.sets_up) + [ref.text for ref in element.output]
    return [part.name for part in parts]
