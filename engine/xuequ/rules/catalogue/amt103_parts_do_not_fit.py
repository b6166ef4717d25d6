"""A total that its parts cannot add up to."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said
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
            low, most = str(sums.least), sums.most
            whole = (
                Said(f"{low}以上", f"at least {low}")
                if most is None
                else Said(f"{low}至{most}", f"{low} to {most}")
                if most != sums.least
                else Said(low, low)
            )
            yield finding(CODE, place, name=work.name, total=total.text, sum=whole)
