"""Two lists that agree but for an item."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding
from xuequ.model.elements import Appraisal, Criterion, Element, Measure
from xuequ.resolution.references import phases
from xuequ.rules.rule_context import RuleContext

CODE = "RES251"
#: So many items in common make two lists one.
IN_COMMON = 3


class Listing(NamedTuple):
    """An element and the items it lists, by what they are called."""

    element: Element
    names: frozenset[str]


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a pair of lists of which each has one item at most that the other has not, at the second."""
    holding: dict[str, list[Listing]] = {}
    for listing in _listings(facts):
        for name in listing.names:
            holding.setdefault(name, []).append(listing)
    told: set[tuple[int, int]] = set()
    for shared in holding.values():
        for one, other in combinations(shared, 2):
            pair = (id(one.element), id(other.element))
            if pair not in told and _differ_by_one(one, other):
                told.add(pair)
                yield finding(
                    CODE,
                    facts.key(other.element),
                    *facts.others([one.element], "other"),
                    names=[one.element.name, other.element.name],
                    what=_difference(one, other),
                )


def _listings(facts: RuleContext) -> Iterator[Listing]:
    """Every list of at least three items or criteria that does not go on."""
    scheme = facts.scheme
    elements: list[Element] = [
        *scheme.goals,
        *scheme.principles,
        *scheme.constraints,
        *facts.measures.values(),
    ]
    elements += [*facts.duties, *facts.appraisals, *phases(scheme)]
    while elements:
        element = elements.pop(0)
        criteria = element.criteria if isinstance(element, Appraisal | Criterion) else ()
        elements += [*element.items, *criteria]
        work = (*element.measures, *element.duties) if isinstance(element, Measure) else ()
        for parts in (element.items, criteria, work):
            names = frozenset(part.name for part in parts)
            if len(names) >= IN_COMMON and not element.open:
                yield Listing(element, names)


def _differ_by_one(one: Listing, other: Listing) -> bool:
    common = len(one.names & other.names)
    only = (len(one.names) - common, len(other.names) - common)
    return common >= IN_COMMON and max(only) == 1


def _difference(one: Listing, other: Listing) -> Said:
    first, second = "".join(one.names - other.names), "".join(other.names - one.names)
    if first and second:
        return Said(f"前者是“{first}”，后者是“{second}”", f"the first has `{first}`, the second `{second}`")
    if first:
        return Said(f"“{first}”只有前者有", f"only the first has `{first}`")
    return Said(f"“{second}”只有后者有", f"only the second has `{second}`")
