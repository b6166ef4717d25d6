"""What rules about amounts ask: every amount with its place, whom it is a part of, and their heads in the roster."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from xuequ.compose.names import BUILT_IN_ZH, built_in
from xuequ.findings.finding import DocPath, Place
from xuequ.model.amount.amounts import Amount
from xuequ.model.elements import Group, Work
from xuequ.resolution.actors import PEOPLE
from xuequ.resolution.bases import base_name, group_of
from xuequ.rules.rule_context import RuleContext, work_of

if TYPE_CHECKING:
    from xuequ.calendar.shares import Base


#: What grows or falls by so much is no share of anybody.
GROWTH = re.compile("增长|增幅|增速|增加|增收|下降|降幅|降低|减少|压减|缩减|缩小|递增|递减")


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
    """Whether it is a part of a group of people, and not of schools or clusters."""
    group = group_of(facts.scheme, amount)
    return is_people(facts, base_name(amount)) if group is None else _is_group_of_people(facts, group)


def is_people(facts: RuleContext, name: str) -> bool:
    """Whether a name means people: of the schools, in a post, or a group of such."""
    tail = name.split("/")[-1]
    if built_in(tail) in PEOPLE or any(tail in post.labels for post in facts.scheme.posts):
        return True
    group = next((group for group in facts.scheme.groups if tail in group.labels), None)
    return group is not None and _is_group_of_people(facts, group)


def _is_group_of_people(facts: RuleContext, group: Group) -> bool:
    """Whether it has a column of heads, says nothing of whom it is of, or is of people."""
    return not group.of or bool(group.column) or any(is_people(facts, ref.text) for ref in group.of)


def grows(work: Work, amount: Amount) -> bool:
    """Whether it is a growth or a fall, as it says itself or as the work is called."""
    return bool(amount.trend) or GROWTH.search(work.name) is not None


def spoken(facts: RuleContext, amount: Amount) -> str:
    """What it is a part of, as readers know it."""
    group, name = group_of(facts.scheme, amount), base_name(amount)
    return group.name if group is not None else BUILT_IN_ZH.get(built_in(name) or "", name)


def base(facts: RuleContext, work: Work, amount: Amount) -> Base | None:
    """The head count of the schools whose people it is a part of; None without a roster or its column."""
    if facts.plan.roster is None:
        return None
    from xuequ.calendar.heads import heads, of_whom  # only a roster has heads to count

    whole = next(iter(facts.plan.units.values())).type
    return heads(facts.plan, amount, among=of_whom(facts.plan, work, whole))
