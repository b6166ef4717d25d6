"""A share that does not say on which level it must be true."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.amount.amounts import Amount
from xuequ.model.amount.quantity import Quantity
from xuequ.model.elements import Work
from xuequ.resolution.bases import base_name
from xuequ.rules.amounts import base, grows, is_of_people, is_people, spoken, stated
from xuequ.rules.rule_context import RuleContext

CODE = "AMT101"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a share; with a roster it shows what each reading comes to, and asks only where they differ."""
    for work, amount, _, place in stated(facts):
        share = amount.share
        if share is None or _is_plain(amount, share) or work.each or grows(work, amount):
            continue
        if not _is_of_people(facts, work, amount):
            continue
        heads = base(facts, work, amount)
        found: Mapping[str, object] = {}
        if heads is not None:
            from xuequ.calendar.shares import readings  # only a roster has heads to count

            found = readings(share, heads, (heads.level, "school"))
            if len(set(found.values())) == 1:
                continue
        yield finding(
            CODE,
            place,
            name=work.name,
            share=share.text,
            of=spoken(facts, amount),
            heads=heads.total if found and heads is not None else "",
            exact=found.get("exact", ""),
            whole=found.get(heads.level, "") if heads is not None else "",
            schools=found.get("school", ""),
        )


def _is_plain(amount: Amount, share: Quantity) -> bool:
    """Whether the share is the same at every level, or says its level."""
    all_or_none = share.low == 1 or share.high == 0
    return bool(all_or_none or share.several or amount.hold or amount.per)


def _is_of_people(facts: RuleContext, work: Work, amount: Amount) -> bool:
    """Whether it is a share of people, who are in schools and clusters; of schools there is one number."""
    if base_name(amount):
        return is_of_people(facts, amount)
    return bool(work.for_) and all(is_people(facts, ref.text) for ref in work.for_)
