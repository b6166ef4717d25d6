"""Which list of an element goes on where it says 等: its items, else the one that names several."""

from __future__ import annotations

from collections.abc import Iterator, Sized

from xuequ.model.elements import (
    Appraisal,
    ClusterForm,
    ClusterType,
    Constraint,
    Criterion,
    Duty,
    Element,
    Group,
    Mandate,
    Measure,
    Member,
    Organ,
    Phase,
    Post,
    Work,
)


def open_list(element: Element) -> str:
    """The field whose list goes on; empty where the element is no open list, or has none that could go on."""
    if not element.open:
        return ""
    if element.items:
        return "items"
    found = [(name, len(held)) for name, held in lists_of(element) if held]
    several = (name for name, number in found if number > 1)
    return next(several, "") or next((name for name, _ in found if name not in _ONE), "")


#: Of these one alone is not the beginning of a list.
_ONE = frozenset(
    {"lead", "responsible", "support", "oversee", "approve", "inform", "assess", "head", "held_by"}
)


def lists_of(element: Element) -> Iterator[tuple[str, Sized]]:
    """The lists of an element, those first that are most likely meant."""
    match element:
        case ClusterType():
            yield from (("forms", element.forms), ("units", element.units), ("members", element.members))
        case ClusterForm():
            yield "members", element.members
        case Organ():
            yield from (("members", element.members), ("head", element.head))
        case Group() | Member():
            yield "of", element.of
        case Post():
            yield from (("held_by", element.held_by), ("appointed_by", element.appointed_by))
        case Constraint():
            yield from (("for", element.for_), ("protects", element.protects))
        case Mandate():
            yield "requires", element.requires
        case Criterion():
            yield from (("criteria", element.criteria), ("evidence", element.evidence))
        case Work():
            yield from _of_work(element)


def _of_work(work: Work) -> Iterator[tuple[str, Sized]]:
    if isinstance(work, Appraisal):
        yield from (
            ("for", work.for_),
            ("criteria", work.criteria),
            ("assess", work.assess),
            ("grades", work.grades),
        )
    else:
        yield "for", work.for_
    if isinstance(work, Duty):
        yield from (("output", work.output), ("sets_up", work.sets_up))
    if isinstance(work, Measure):
        yield "duties", (*work.duties, *work.measures, *work.appraisals)
    if isinstance(work, Phase):
        yield from (("does", work.does), ("duties", work.duties))
    yield from ((part.value, refs) for part, refs in work.parts.items())
    yield from (("how", work.how), ("basis", work.basis))
