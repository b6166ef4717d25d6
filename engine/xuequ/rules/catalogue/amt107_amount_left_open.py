"""Money, places and people of which nobody says how much."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Duty
from xuequ.rules.catalogue.amt105_quota_for_one_group import has_quota, without_quota
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import OPTIONAL

CODE = "AMT107"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty; what lacks a quota beside another's is told there."""
    told = {
        other.path for duty in facts.duties if has_quota(facts, duty) for other in without_quota(facts, duty)
    }
    for duty in facts.duties:
        if _open(duty) and duty.path not in told and duty.force not in OPTIONAL:
            yield finding(CODE, facts.field(duty, "amount"), name=duty.name)


def _open(duty: Duty) -> bool:
    wanting = (amount.quantity is None and amount.unspecified for amount in duty.amount)
    return "amount" in duty.unspecified or any(wanting)
