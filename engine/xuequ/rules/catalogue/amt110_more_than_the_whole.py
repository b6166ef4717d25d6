"""A share of people that is more than all of them."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.amounts import is_of_people, spoken, stated
from xuequ.rules.rule_context import RuleContext

CODE = "AMT110"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a share; what grows, and what is no part of people, may be more than it was."""
    for work, amount, _, place in stated(facts):
        share = amount.share
        if share is None or amount.trend or not is_of_people(facts, amount):
            continue
        if any(bound is not None and bound > 1 for bound in (share.low, share.high)):
            yield finding(CODE, place, name=work.name, share=share.text, of=spoken(facts, amount))
