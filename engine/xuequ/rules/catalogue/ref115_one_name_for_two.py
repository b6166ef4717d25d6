"""One name for two: another's alias."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Element
from xuequ.rules.rule_context import RuleContext

CODE = "REF115"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each alias that names something else as well; equal names tell themselves apart by place."""
    first: dict[str, Element] = {}
    for element in facts.declared.values():
        for label in dict.fromkeys((element.name, *element.aliases)):
            other = first.setdefault(label, element)
            if other.name != element.name:
                related = Related(place=facts.key(other), label="other")
                names = [other.name, element.name]
                yield finding(CODE, facts.key(element), related, name=label, names=names)
