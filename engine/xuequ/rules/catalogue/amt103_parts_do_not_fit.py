"""A total that its parts cannot add up to, or that gives a part to one unit twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding
from xuequ.model.amount.amounts import Amount
from xuequ.model.amount.quantity import Quantity, say
from xuequ.model.elements import Goal, Measure, Work
from xuequ.resolution.references import measures
from xuequ.rules.rule_context import RuleContext, work_of

CODE = "AMT103"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an amount with a split: of work, of a measure, of a goal."""
    for element in _elements(facts):
        for number, amount in enumerate(element.amount):
            if amount.split:
                at = (*element.at, "amount")
                place = facts.place((*at, number) if len(element.amount) > 1 else at)
                if said := _wrong(amount):
                    yield finding(CODE, place, name=element.name, what=said)


def _elements(facts: RuleContext) -> Iterator[Work | Goal | Measure]:
    yield from work_of(facts)
    yield from measures(facts.scheme)
    yield from facts.scheme.goals


def _wrong(amount: Amount) -> Said | None:
    """Who is named twice, else what the parts come to where it is not the total."""
    named = [unit for line in amount.split for unit in line.units]
    twice = "、".join(dict.fromkeys(unit for unit in named if named.count(unit) > 1))
    if twice:
        return Said(f"`{twice}` 列了两次", f"names `{twice}` twice")
    total = amount.quantity
    if total is None or total.several or total.share:
        return None
    from xuequ.calendar.shares import fit  # few amounts are split

    sums = fit(total, amount.split)
    if sums.fits:
        return None
    come_to = replace(
        total,
        low=Fraction(sums.least),
        high=None if sums.most is None else Fraction(sums.most),
        over=False,
        under=False,
        about=False,
        tenor="",
        figures=_figures(total, sums.least, sums.most),
    )
    return Said(
        f"总数是 {say(total)}，各分项加起来是 {say(come_to)}",
        f"has a total of {say(total, 'en')}, and its parts come to {say(come_to, 'en')}",
    )


def _figures(total: Quantity, *sums: int | None) -> tuple[str, str]:
    """The sums as the total is written: 1100万 beside 1200万."""
    sign = next((figure[-1] for figure in total.figures if figure.endswith("万")), "")
    figures = [
        "" if each is None or not sign or each % 10_000 else f"{each // 10_000}{sign}" for each in sums
    ]
    return figures[0], figures[1]
