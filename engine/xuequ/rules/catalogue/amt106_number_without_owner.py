"""A number to be reached that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import Finding
from xuequ.model.elements import Duty, Norm
from xuequ.rules.grouping import by_place
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import is_over

CODE = "AMT106"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each place where one edit would give its numbers a lead."""
    asked = [duty for duty in facts.duties if _number(duty) and not is_over(facts, duty)]
    holes = [duty for duty in asked if not _owned(duty)]
    for at, duties in by_place(facts, "lead", holes, asked).items():
        place = facts.place(at, "value" if at[-1] == "lead" else "key")
        yield shared(CODE, place, facts.sharers(duties, "number", "amount"))


def _owned(duty: Duty) -> bool:
    return bool(duty.carriers) or duty.norm is not Norm.DUTY


def _number(duty: Duty) -> bool:
    """Whether it states more than a single one."""
    found = (amount.quantity for amount in duty.amount)
    return any(q is not None and not q.several and (q.share or (q.low or q.high or 0) > 1) for q in found)
