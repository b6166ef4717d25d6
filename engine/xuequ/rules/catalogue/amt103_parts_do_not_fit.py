"""A total that its parts cannot add up to."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.amounts import stated
from xuequ.rules.rule_context import RuleContext

CODE = "AMT103"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an amount with a split."""
    for work, amount, _, place in stated(facts):
        total = amount.count
        if total is None or not amount.split or total.several:
            continue
        from xuequ.calendar.shares import fit  # few amounts are split

        sums = fit(total, amount.split)
        if not sums.fits:
            most = "" if sums.most is None or sums.most == sums.least else sums.most
            yield finding(CODE, place, name=work.name, total=total.text, least=sums.least, most=most)
