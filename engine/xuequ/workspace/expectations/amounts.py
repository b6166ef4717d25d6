"""Expectations of amounts: what is written, and what a share comes to with a roster."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.calendar.heads import level_of, numbers, of_whom, places_of
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.amount.amounts import Amount
from xuequ.model.elements import Appraisal, Duty
from xuequ.resolution.plan import Plan
from xuequ.workspace.expectations.values import Expectation
from xuequ.workspace.expectations.world import UNSPECIFIED, World, differs, groundless, quantity, written


def of_amount(one: Expectation, world: World, work: Duty | Appraisal) -> Iterator[Finding]:
    """The amount as written, and the number it comes to."""
    if "amount" in one.said:
        yield from _written(one, world.plan, work)
    if "comes_to" in one.said:
        if world.plan.roster is None:
            yield groundless(one, "comes_to", "needs_roster")
        else:
            yield from _number(one, world.plan, work)


def _written(one: Expectation, plan: Plan, work: Duty | Appraisal) -> Iterator[Finding]:
    stated = [amount.quantity for amount in work.amount if amount.quantity is not None]
    is_open = "amount" in work.unspecified or any(UNSPECIFIED in _open(amount) for amount in work.amount)
    said = written(plan, work, "amount")
    actual: object = [each.text for each in stated] or Word(UNSPECIFIED if is_open else "nothing")
    if one.said["amount"] == UNSPECIFIED:
        if stated or not is_open:
            yield differs(one, "amount", Word(UNSPECIFIED), actual, said=said)
        return
    wanted = quantity(one, "amount")
    if isinstance(wanted, Finding):
        yield wanted
    elif wanted not in stated:
        yield differs(one, "amount", wanted.text, actual, said=said)


def _open(amount: Amount) -> frozenset[str]:
    return frozenset({UNSPECIFIED}) if amount.unspecified else frozenset()


def _number(one: Expectation, plan: Plan, work: Duty | Appraisal) -> Iterator[Finding]:
    wanted = quantity(one, "comes_to")
    if isinstance(wanted, Finding):
        yield wanted
        return
    numbers = [number for amount in work.amount if (number := comes_to(plan, work, amount)) is not None]
    if not numbers:
        yield groundless(one, "comes_to", "needs_column")
    elif not any(wanted.holds(number) for number in numbers):
        said = written(plan, work, "amount")
        yield differs(one, "comes_to", wanted.text, [str(number) for number in numbers], said=said)


def comes_to(plan: Plan, work: Duty | Appraisal, amount: Amount) -> int | None:
    """The number that a share of a head count comes to in the whole locality; None where there is none."""
    whole = next(iter(plan.units.values()))
    hold = level_of(plan, amount.hold) if amount.hold else whole.type
    if places_of(plan, amount):
        # Whom of the schools themselves an exception leaves out, the number of schools does not say.
        found = None if work.excepted else numbers(plan, amount, hold)
    else:
        among = of_whom(plan, work, hold)
        found = numbers(plan, amount, hold, among) if among is not None else None
    bound = found and (found.least if found.least is not None else found.most)
    return bound.get(whole.id) if bound else None
