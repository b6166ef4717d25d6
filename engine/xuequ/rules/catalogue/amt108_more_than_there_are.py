"""More asked for than there are."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.amounts import base, spoken, stated
from xuequ.rules.rule_context import RuleContext

CODE = "AMT108"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an amount; only with a roster that has the head count."""
    for work, amount, _, place in stated(facts):
        asked = amount.count.low if amount.count is not None else None
        heads = base(facts, amount) if asked is not None and amount.of else None
        total = heads.total if heads is not None else None
        if asked is not None and total is not None and amount.count is not None and asked > total:
            of = spoken(facts, amount)
            yield finding(CODE, place, name=work.name, asked=amount.count.text, of=of, heads=total)
