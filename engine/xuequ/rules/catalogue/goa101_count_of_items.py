"""A declared number of items that is not the number listed.

What it finds: `count` beside fewer or more items, sub-measures, duties, criteria, members, or what a duty founds or
writes, and beside no list at all. A list that is `open` may be shorter.
Why it matters: "six unities" of which five are named leave a school guessing the sixth.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.amount.quantity import Quantity
from xuequ.model.elements import Appraisal, Criterion, Duty, Element, Group, Measure, Phase, Work
from xuequ.model.open_lists import lists_of
from xuequ.rules.rule_context import RuleContext

CODE = "GOA101"


#: Units that only count what is listed.
_ITEMS = frozenset({"", "个", "项", "条", "件", "种", "类"})


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an element."""
    for element, said, listed in announced(facts):
        told = not listed and (
            element.open or isinstance(element, Group) or _is_told_otherwise(element, said)
        )
        if not told and listed != said.low and not (element.open and listed < (said.low or 0)):
            place = facts.place((*element.at, "count"))
            yield finding(CODE, place, name=element.name, count=said.text, listed=listed)


def _is_told_otherwise(element: Element, said: Quantity) -> bool:
    """Whether its note or another field has such a list, or the number is of things to be done."""
    if "items" in element.unspecified:
        return False
    if (isinstance(element, Work) and (element.amount or element.for_each)) or said.low == 1:
        return True
    elsewhere = any(len(held) == said.low for _, held in lists_of(element))
    return elsewhere or element.note.count("、") + 1 >= (said.low or 0)


def announced(facts: RuleContext) -> Iterator[tuple[Element, Quantity, int]]:
    """Everything that is announced with a number, the number, and how many are listed."""
    scheme = facts.scheme
    elements: tuple[Element, ...] = (
        *scheme.goals,
        *scheme.principles,
        *scheme.constraints,
        *scheme.groups,
        *facts.measures.values(),
        *facts.duties,
        *facts.appraisals,
        *scheme.phases,
    )
    for element in elements:
        for one in _with_parts(element):
            if one.count is not None and one.count.exact and one.count.unit in _ITEMS:
                yield one, one.count, _listed(one)


def _with_parts(element: Element) -> Iterator[Element]:
    """An element with its items and criteria, at any depth."""
    yield element
    parts: tuple[Element, ...] = element.criteria if isinstance(element, Appraisal | Criterion) else ()
    for part in (*element.items, *parts):
        yield from _with_parts(part)


def _listed(element: Element) -> int:
    if element.items:
        return len(element.items)
    match element:
        case Measure():
            return len(element.measures) + len(element.duties) + len(element.appraisals)
        case Appraisal() | Criterion():
            return len(element.criteria)
        case Phase():
            return len(element.does) + len(element.duties)
        case Duty():
            # Of one that is founded or written nobody need be told more; several are a list.
            return next(
                (len(several) for several in (element.sets_up, element.output) if len(several) > 1), 0
            )
        case Group():
            # What a group is of is a list where there are several; 50 teachers are not one.
            return len(element.of) if len(element.of) > 1 else 0
    return 0
