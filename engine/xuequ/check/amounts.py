"""What rules about amounts ask: which group an amount is a part of, and its head count in the roster."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from xuequ.check.facts import Facts, work_of
from xuequ.compose.names import BUILT_IN_ZH, built_in
from xuequ.findings.finding import Place
from xuequ.model.amount import Amount
from xuequ.model.elements import Group, Work
from xuequ.resolve.references import called

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


def group_of(facts: Facts, amount: Amount) -> Group | None:
    """The declared group an amount is a part of."""
    name = base_name(amount)
    tail = name.split("/")[-1]
    groups = facts.scheme.groups
    return next((group for group in groups if tail in called(group)), None) if name else None


def base_name(amount: Amount) -> str:
    """What it is a part of, as written; of a part of a part, what that is of."""
    return base_name(amount.of) if isinstance(amount.of, Amount) else amount.of


def spoken(facts: Facts, amount: Amount) -> str:
    """What it is a part of, as readers know it."""
    group, name = group_of(facts, amount), base_name(amount)
    return group.name if group is not None else BUILT_IN_ZH.get(built_in(name) or "", name)


def base(facts: Facts, amount: Amount) -> Base | None:
    """The head count of the locality's schools that it is a part of; None without a roster or its column."""
    roster, whole = facts.plan.roster, next(iter(facts.plan.units.values()))
    if roster is None:
        return None
    from xuequ.plan.bases import base_of

    for column in columns(facts, amount):
        found = base_of(roster, column, whole, (), ())
        if found is not None:
            return found
    return None


def columns(facts: Facts, amount: Amount) -> tuple[str, ...]:
    """The roster columns that may hold its head count: the one the group names, else those called like it."""
    group = group_of(facts, amount)
    if group is not None:
        return (group.column,) if group.column else tuple(sorted(called(group)))
    name = base_name(amount)
    return tuple(dict.fromkeys((name, BUILT_IN_ZH.get(built_in(name) or "", name))))
