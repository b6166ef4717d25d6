"""A share of nobody knows what: no base is named, or the roster has no column for it."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.check.amounts import base, spoken, stated
from xuequ.check.facts import Facts
from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.resolve.bases import base_name, columns

CODE = "AMT102"


def check(facts: Facts) -> Iterator[Finding]:
    """One finding a share; a missing column only where there is a roster."""
    for work, amount, place in stated(facts):
        share = amount.share
        if share is None or (amount.of and not base_name(amount)):
            continue
        if not amount.of:
            if "of" not in amount.unspecified and work.for_:
                continue
            said = share.text
            yield finding(
                CODE, place, name=work.name, share=said, how=Word("no_base"), example=said, of="", columns=()
            )
        elif facts.plan.roster is not None and base(facts, amount) is None:
            yield finding(
                CODE,
                place,
                name=work.name,
                share=share.text,
                how=Word("no_column"),
                example="",
                of=spoken(facts, amount),
                columns=columns(facts.scheme, amount),
            )
