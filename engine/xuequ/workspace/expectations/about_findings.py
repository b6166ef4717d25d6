"""Expectations about findings: which codes must be reported and which must not, perhaps at one element."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from xuequ.findings.catalogue import entries, finding
from xuequ.findings.finding import Finding, Place, Related
from xuequ.findings.nearest import nearest
from xuequ.model.amount.quantity import Quantity
from xuequ.query.asked import unknown
from xuequ.resolution.plan import Plan
from xuequ.workspace.expectations.values import About, Expectation
from xuequ.workspace.expectations.world import quantity, unreadable

_ONE_OR_MORE = Quantity(low=Fraction(1), high=None, text="1..")


def of_finding(one: Expectation, plan: Plan | None, findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Whether a code is reported as often as expected; `plan` is needed where an element is named."""
    if one.subject not in {code[: len(one.subject)] for code in entries()}:
        yield unreadable(one, one.about.value, one.subject, nearest(one.subject, entries()) or ("RES201",))
        return
    found = [each for each in findings if each.code.startswith(one.subject)]
    element = one.text("at")
    if element and plan is not None:
        places = _places(plan, element)
        if not places:
            yield unknown(plan, element, "element", one.place("at"))
            return
        found = [each for each in found if any(_is_at(each, place) for place in places)]
    yield from _absent(one, found) if one.about is About.ABSENT else _reported(one, found)


def _absent(one: Expectation, found: list[Finding]) -> Iterator[Finding]:
    if found:
        related = [Related(place=each.primary, label="reported") for each in found]
        codes = sorted({each.code for each in found})
        yield finding("EXP103", one.place(), *related, absent=one.subject, codes=codes, actual=len(found))


def _reported(one: Expectation, found: list[Finding]) -> Iterator[Finding]:
    wanted = quantity(one, "count") if "count" in one.said else _ONE_OR_MORE
    if isinstance(wanted, Finding):
        yield wanted
    elif not wanted.holds(len(found)):
        related = [Related(place=each.primary, label="reported") for each in found]
        yield finding(
            "EXP102",
            one.place(),
            *related,
            wanted=one.subject,
            expected=wanted.text,
            actual=len(found),
            at=one.text("at"),
        )


def _places(plan: Plan, element: str) -> tuple[Place, ...]:
    """Where the elements stand that a name may mean, each in its own file."""
    return tuple(plan.composed.origins.place(each.element.at) for each in plan.declarations.named(element))


def _is_at(found: Finding, place: Place) -> bool:
    """Whether a finding stands in an element, or names a place in it."""
    every = (found.primary, *(related.place for related in found.related))
    return any(p.file == place.file and p.path[: len(place.path)] == place.path for p in every)
