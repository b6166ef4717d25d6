"""A number in quotes that stands for something the scheme does not explain (“316”督导评估)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding, Related
from xuequ.model.elements import Element, Work
from xuequ.rules.rule_context import RuleContext

CODE = "GOA112"
QUOTED = re.compile(r"[“\"](?P<said>\d[\d+×xX*—\-]{1,6}[^”\"\d、，。]{0,3})[”\"](?P<after>[（(]?)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a number, at the first place that says it."""
    places: dict[str, list[DocPath]] = {}
    explained: set[str] = set()
    for each in facts.plan.declarations.all:
        element = each.element
        for text in _texts(element):
            for found in QUOTED.finditer(text) if "“" in text or '"' in text else ():
                if found["after"] or element.items or _YEAR.match(found["said"]):
                    explained.add(found["said"])
                places.setdefault(found["said"], []).append(element.at)
    named = {label for each in facts.plan.declarations.all for label in each.element.labels}
    for said, found_at in places.items():
        if said not in explained and not any(said == label.strip("“”") for label in named):
            related = (Related(place=facts.place(at, "key"), label="duty") for at in found_at[1:])
            yield finding(CODE, facts.place(found_at[0], "key"), *related, text=said)


def _texts(element: Element) -> Iterator[str]:
    yield element.name
    yield element.note
    if isinstance(element, Work):
        yield from element.how
