"""Money, places and people of which nobody says how much."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.check.facts import Facts
from xuequ.check.gathering import together
from xuequ.check.rules.amt105_quota_for_one_group import has_quota, without_quota
from xuequ.check.timing import OPTIONAL
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Duty

CODE = "AMT107"


def check(facts: Facts) -> Iterator[Finding]:
    """One finding that lists where; what lacks a quota beside another's is told there."""
    told = {
        other.path for duty in facts.duties if has_quota(facts, duty) for other in without_quota(facts, duty)
    }
    holes = [d for d in facts.duties if _open(d) and d.path not in told and d.force not in OPTIONAL]
    for found in together(facts, "amount", holes):
        names = [work.name for work in found.works]
        yield finding(CODE, found.place, *found.related, names=names, count=len(names))


def _open(duty: Duty) -> bool:
    wanting = (amount.quantity is None and amount.unspecified for amount in duty.amount)
    return "amount" in duty.unspecified or any(wanting)
