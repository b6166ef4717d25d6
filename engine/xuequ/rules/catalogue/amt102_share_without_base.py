"""A share of nobody knows what: no base is named, or the roster has no column for it."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.amount.amounts import Amount
from xuequ.model.elements import Work
from xuequ.resolution.bases import base_name, columns
from xuequ.rules.amounts import base, is_declared, spoken, stated
from xuequ.rules.rule_context import RuleContext

CODE = "AMT102"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a share; a missing column only where there is a roster."""
    for work, amount, _, place in stated(facts):
        lack = _lack(facts, work, amount)
        if lack and amount.share is not None:
            said = amount.share.text
            yield finding(
                CODE,
                place,
                name=work.name,
                share=said,
                how=Word(lack),
                of=spoken(facts, amount),
                example=said if lack == "no_base" else "",
                growth=said if lack == "no_base" and not work.for_ else "",
                columns=columns(facts.scheme, amount) if lack == "no_column" else (),
            )


def _lack(facts: RuleContext, work: Work, amount: Amount) -> str:
    """What keeps a share from being a number; empty where nothing does."""
    if amount.share is None or amount.trend or amount.share.several or (amount.of and not base_name(amount)):
        return ""
    if not amount.of:
        return "" if work.for_ and "of" not in amount.unspecified else "no_base"
    if facts.plan.roster is not None and base(facts, amount) is not None:
        return ""
    if not is_declared(facts, amount):
        return ""  # a name of nobody is told by itself
    return "no_column" if facts.plan.roster is not None else ""
