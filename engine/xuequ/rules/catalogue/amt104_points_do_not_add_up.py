"""Points of criteria, or weights of appraisals, that do not add up to their whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.amount.quantity import Quantity
from xuequ.model.elements import Appraisal, Criterion, Element
from xuequ.rules.rule_context import RuleContext

CODE = "AMT104"
#: Totals that an appraisal may have; 100 is the usual one.
SETTINGS = {"totals": (100, 120, 150, 200, 300, 500, 1000)}


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each whole and its parts."""
    totals = facts.setting(CODE, "totals")
    for appraisal in facts.appraisals:
        allowed = totals if isinstance(totals, tuple) else (totals,)
        yield from _of_appraisal(facts, appraisal, tuple(int(str(total)) for total in allowed))
        yield from _nested(facts, appraisal.criteria)
    yield from _weights(facts)


def _of_appraisal(facts: RuleContext, appraisal: Appraisal, totals: Sequence[int]) -> Iterator[Finding]:
    """The points of an appraisal's criteria; those that hold for some only make the sum mean nothing."""
    if any(one.where or one.veto for one in appraisal.criteria):
        return
    found = _sum(appraisal.criteria)
    if found is not None and found not in totals:
        yield _finding(facts, appraisal, found, Fraction(totals[0]))


def _nested(facts: RuleContext, criteria: Sequence[Criterion]) -> Iterator[Finding]:
    for one in criteria:
        whole, parts = _number(one.points), _sum(one.criteria)
        if whole is not None and parts is not None and whole != parts:
            yield _finding(facts, one, parts, whole)
        yield from _nested(facts, one.criteria)


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


def _sum(criteria: Sequence[Criterion]) -> Fraction | None:
    """What the points come to; None where some criterion has no one number."""
    points = [_number(one.points) for one in criteria]
    known = [number for number in points if number is not None]
    return sum(known, Fraction(0)) if points and len(known) == len(points) else None


def _number(quantity: Quantity | None) -> Fraction | None:
    return quantity.low if quantity is not None and quantity.exact else None


def _finding(
    facts: RuleContext, element: Element, found: Fraction, whole: Fraction, others: Sequence[Element] = ()
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
        whole=_plain(whole),
    )


def _plain(number: Fraction) -> str:
    return str(number) if number.denominator == 1 else f"{float(number):g}"
