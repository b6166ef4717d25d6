"""What rules about amounts ask: every amount with its place, whom it is a part of, and their heads in the roster."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from xuequ.check.facts import Facts, work_of
from xuequ.compose.names import BUILT_IN_ZH, built_in
from xuequ.findings.finding import Place
from xuequ.model.amount import Amount
from xuequ.model.elements import Work
from xuequ.resolve.bases import base_name, group_of

if TYPE_CHECKING:
    from xuequ.plan.shares import Base


class Stated(NamedTuple):
    """One amount of a piece of work and where it stands."""

    work: Work
    amount: Amount
    place: Place


def stated(facts: Facts) -> Iterator[Stated]:
    """Every amount of every duty and appraisal."""
    for work in work_of(facts):
        place = facts.field(work, "amount")
        for amount in work.amount:
            yield Stated(work, amount, place)


def spoken(facts: Facts, amount: Amount) -> str:
    """What it is a part of, as readers know it."""
    group, name = group_of(facts.scheme, amount), base_name(amount)
    return group.name if group is not None else BUILT_IN_ZH.get(built_in(name) or "", name)


def base(facts: Facts, amount: Amount) -> Base | None:
    """The head count of the locality's schools that it is a part of; None without a roster or its column."""
    if facts.plan.roster is None:
        return None
    from xuequ.plan.heads import heads  # only a roster has heads to count

    return heads(facts.plan, amount)
