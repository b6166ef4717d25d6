"""A large number in work of each cluster that may as well be meant for all of them together."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Duty, Norm
from xuequ.rules.clusters import called
from xuequ.rules.rule_context import RuleContext

CODE = "AMT121"
#: Smaller numbers are taken as they are written.
LARGE = 100
_HEADS = frozenset({"", "名", "个", "位", "所", "人", "person", "teacher", "student", "school", "class"})


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each measure, or duty alone, whose duties stand at each cluster only by inheritance."""
    told: dict[object, list[Duty]] = {}
    for duty in facts.duties:
        if (
            duty.norm is Norm.DUTY
            and "each" in duty.origin
            and _is_open(duty)
            and _is_of_clusters(facts, duty)
        ):
            told.setdefault(duty.origin["each"], []).append(duty)
    for duties in told.values():
        first, *others = duties
        related = tuple(Related(place=facts.field(other, "amount"), label="duty") for other in others)
        each = facts.written(first, first.each)
        names = [duty.name for duty in duties]
        yield finding(CODE, facts.field(first, "amount"), *related, names=names, each=each)


def _is_open(duty: Duty) -> bool:
    """Whether it has a large number and no word on whose it is."""
    return any(
        amount.count is not None
        and (amount.count.low or 0) >= LARGE
        and amount.count.unit in _HEADS
        and not (amount.per or amount.hold or amount.split or amount.rest_of)
        for amount in duty.amount
    )


def _is_of_clusters(facts: RuleContext, duty: Duty) -> bool:
    kinds = [called(facts, ref) for ref in duty.each]
    return bool(kinds) and all(kind is not None for kind in kinds)
