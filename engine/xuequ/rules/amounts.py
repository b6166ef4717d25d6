"""What rules about amounts ask: every amount with its place, whom it is a part of, and their heads in the roster."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from xuequ.compose.names import BUILT_IN_ZH, built_in
from xuequ.findings.finding import DocPath, Place
from xuequ.model.amount.amounts import Amount
from xuequ.model.elements import Work
from xuequ.resolution.actors import PEOPLE
from xuequ.resolution.bases import base_name, group_of
from xuequ.rules.rule_context import RuleContext, work_of

if TYPE_CHECKING:
    from xuequ.calendar.shares import Base


class Stated(NamedTuple):
    """One amount of a piece of work and where it stands, in the composed tree and in the drafter's file."""

    work: Work
    amount: Amount
    at: DocPath
    place: Place


def stated(facts: RuleContext) -> Iterator[Stated]:
    """Every amount of every duty and appraisal."""
    for work in work_of(facts):
        at = (*work.at, "amount")
        for number, amount in enumerate(work.amount):
            own = (*at, number) if len(work.amount) > 1 else at
            yield Stated(work, amount, own, facts.place(own))


def is_declared(facts: RuleContext, amount: Amount) -> bool:
    """Whether what it is a part of is something the scheme knows: a group, another actor, or one that is built in."""
    name = base_name(amount).split("/")[-1]
    return bool(built_in(name)) or any(name in actor.labels for actor in facts.declared.values())


def is_of_people(facts: RuleContext, amount: Amount) -> bool:
    """Whether it is a part of a group of people."""
    name = base_name(amount).split("/")[-1]
    return built_in(name) in PEOPLE or group_of(facts.scheme, amount) is not None


def spoken(facts: RuleContext, amount: Amount) -> str:
    """What it is a part of, as readers know it."""
    group, name = group_of(facts.scheme, amount), base_name(amount)
    return group.name if group is not None else BUILT_IN_ZH.get(built_in(name) or "", name)


def base(facts: RuleContext, amount: Amount) -> Base | None:
    """The head count of the locality's schools that it is a part of; None without a roster or its column."""
    if facts.plan.roster is None:
        return None
    from xuequ.calendar.heads import heads  # only a roster has heads to count

    return heads(facts.plan, amount)
