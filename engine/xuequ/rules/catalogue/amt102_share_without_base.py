"""A share of nobody knows what: no base is named, or the roster has no column for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.amount.amounts import Amount
from xuequ.model.elements import Work
from xuequ.resolution.bases import base_name, columns
from xuequ.rules.amounts import base, grows, is_declared, is_of_people, spoken, stated
from xuequ.rules.rule_context import RuleContext

CODE = "AMT102"
#: A rate says by its name what it is a share of: 达标率, 优质学校占比.
RATE = re.compile("率|占比|比重")


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
    share = amount.share
    if share is None or share.several or grows(work, amount) or (amount.of and not base_name(amount)):
        return ""
    if not amount.of:
        evident = share.low == 1 or bool(amount.what) or bool(work.for_) or RATE.search(work.name) is not None
        return "" if evident and "of" not in amount.unspecified else "no_base"
    if facts.plan.roster is None or share.low == 1 or base(facts, work, amount) is not None:
        return ""
    # A name of nobody is told by itself; of schools and clusters there is one number, and no heads to count.
    return "no_column" if is_declared(facts, amount) and is_of_people(facts, amount) else ""
