"""A number to be reached that nobody answers for."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.check.facts import Facts
from xuequ.check.gathering import together
from xuequ.check.timing import is_over
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Duty, Part

CODE = "AMT106"


def check(facts: Facts) -> Iterator[Finding]:
    """One finding that lists the numbers."""
    holes = [duty for duty in facts.duties if _number(duty) and not _owned(duty) and not is_over(facts, duty)]
    for found in together(facts, "amount", holes):
        names = [work.name for work in found.works]
        yield finding(CODE, found.place, *found.related, names=names, count=len(names))


def _owned(duty: Duty) -> bool:
    return any(duty.parts.get(part) for part in (Part.LEAD, Part.RESPONSIBLE))


def _number(duty: Duty) -> bool:
    """Whether it states more than a single one."""
    found = (amount.quantity for amount in duty.amount)
    return any(q is not None and not q.several and (q.share or (q.low or q.high or 0) > 1) for q in found)
