"""Points of criteria, or weights of appraisals, that do not add up to their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding
from xuequ.model.amount.quantity import Quantity
from xuequ.model.elements import Appraisal, Criterion, Element
from xuequ.model.scoring import at_odds, full_mark
from xuequ.rules.rule_context import RuleContext

CODE = "AMT104"
#: Points that come on top of the full mark.
BONUS = re.compile("加分|附加|奖励分")
#: Totals that an appraisal may have; 100 is the usual one.
SETTINGS = {"totals": (100, 120, 150, 200, 300, 500, 1000)}


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each whole and its parts."""
    totals = facts.setting(CODE, "totals")
    for appraisal in facts.appraisals:
        allowed = totals if isinstance(totals, tuple) else (totals,)
        yield from _of_appraisal(facts, appraisal, tuple(int(str(total)) for total in allowed))
        for one, own, parts in at_odds(appraisal.criteria):
            if parts > own or not _goes_on(one):
                yield _finding(facts, one, parts, own)
    yield from _weights(facts)


def _of_appraisal(facts: RuleContext, appraisal: Appraisal, totals: Sequence[int]) -> Iterator[Finding]:
    """The points of an appraisal's criteria, where the list of them is whole and none stops everything."""
    found = full_mark(appraisal.criteria)
    if found is None or _goes_on(appraisal) or any(one.veto for one in appraisal.criteria):
        return
    plain = full_mark(one for one in appraisal.criteria if not BONUS.search(one.name))
    if found in totals or plain in totals:
        return
    usual = [str(total) for total in totals]
    whole = Said("、".join(usual), ", ".join(usual))
    if len(usual) > 1:
        whole = Said(f"{'、'.join(usual[:-1])} 或 {usual[-1]}", f"{', '.join(usual[:-1])} or {usual[-1]}")
    yield _finding(facts, appraisal, found, whole)


def _goes_on(whole: Appraisal | Criterion) -> bool:
    """Whether its list goes on, or falls short of the number it says, so that its points have no sum."""
    short = whole.count is not None and whole.count.exact and (whole.count.low or 0) > len(whole.criteria)
    if whole.open or short or "criteria" in whole.unspecified:
        return True
    return any(_goes_on(one) for one in whole.criteria if one.points is None and one.criteria)


def _weights(facts: RuleContext) -> Iterator[Finding]:
    """The weights with which appraisals count into one."""
    into: dict[str, list[Appraisal]] = {}
    for appraisal in facts.appraisals:
        if appraisal.into is not None and appraisal.into.weight is not None:
            into.setdefault(appraisal.into.appraisal.text.split("/")[-1], []).append(appraisal)
    for appraisals in into.values():
        weights = [_number(a.into.weight) for a in appraisals if a.into is not None]
        known = [weight for weight in weights if weight is not None]
        whole = 1 if all(weight <= 1 for weight in known) else 100
        if len(known) == len(weights) > 1 and sum(known) != whole:
            scale = 100 // whole
            yield _finding(
                facts, appraisals[0], sum(known, Fraction(0)) * scale, Fraction(100), appraisals[1:]
            )


def _number(quantity: Quantity | None) -> Fraction | None:
    return quantity.low if quantity is not None and quantity.exact else None


def _finding(
    facts: RuleContext,
    element: Element,
    found: Fraction,
    whole: Fraction | Said,
    others: Sequence[Element] = (),
) -> Finding:
    place = (
        facts.place((*element.at, "criteria"), "key")
        if isinstance(element, Appraisal)
        else facts.key(element)
    )
    if others:
        place = facts.place((*element.at, "into"), "key")
    return finding(
        CODE,
        place,
        *facts.others(others, "duty"),
        name=element.name,
        found=_plain(found),
        whole=whole if isinstance(whole, Said) else _plain(whole),
    )


def _plain(number: Fraction) -> str:
    return str(number) if number.denominator == 1 else f"{float(number):g}"
