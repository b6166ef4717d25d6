"""Where an element of a subordinate scheme asks for less than its superior's, field by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from xuequ.findings.finding import DocPath
from xuequ.model.amount.quantity import Quantity
from xuequ.model.elements import Appraisal, ClusterType, Constraint, Duty, Element, Force, Part, Work
from xuequ.model.time.saying import say_when
from xuequ.query.inventory import Inventory
from xuequ.query.values import (
    AmountPair,
    Turn,
    above,
    amount_pairs,
    below,
    said_amount,
    turn_of_amount,
    turn_of_force,
    turn_of_rhythm,
)


class Bound(StrEnum):
    """How far a subordinate may depart from a superior's value; without one, it may ask for more, not for less."""

    NONE = ""
    FLOOR = "floor"
    CEILING = "ceiling"
    FIXED = "fixed"
    CLOSED = "closed"
    DEFAULT = "default"


class Grade(StrEnum):
    """What a gap amounts to."""

    WEAKER = "weaker"
    CONTRARY = "contrary"
    UNTOLD = "untold"
    """The two cannot be compared: different clocks, a number against 若干."""


class Aspect(StrEnum):
    """What of the element it is about."""

    FORCE = "force"
    RHYTHM = "rhythm"
    AMOUNT = "amount"
    PART = "part"
    OUTPUT = "output"
    LIST = "list"
    SIZE = "size"
    PROTECTION = "protection"
    DUTY = "duty"


class Gap(NamedTuple):
    """One value of the superior that the subordinate does not keep: both values, and where each stands.

    `field` is the word of the field; `turn` is how the subordinate's value stands to the superior's.
    """

    aspect: Aspect
    field: str
    turn: Turn
    grade: Grade
    upper: str
    lower: str
    upper_at: DocPath
    lower_at: DocPath
    soft: bool = False
    """Whether the superior itself says it only in principle, or encourages it."""


#: What autonomy (办学自主权) covers.
AUTONOMY = frozenset({"finance", "personnel", "curriculum", "timetable", "facilities", "admission"})

#: Parts whose loss weakens a piece of work; who supports it is the subordinate's business.
KEPT = (Part.LEAD, Part.APPROVE, Part.OVERSEE, Part.INFORM)


class Pair(NamedTuple):
    """Two elements that answer to each other, each with the inventory of its scheme, and how far they may differ."""

    upper: Element
    lower: Element
    bound: Bound
    above: Inventory
    here: Inventory

    def gap(self, aspect: Aspect, field: str, turn: Turn, grade: Grade, texts: tuple[str, str]) -> Gap:
        """A gap of these two."""
        soft = self.upper.force not in (Force.MUST, Force.MUST_NOT)
        return Gap(aspect, field, turn, grade, *texts, _at(self.upper, field), _at(self.lower, field), soft)


def gaps(pair: Pair) -> tuple[Gap, ...]:
    """All gaps of a pair; a default may be departed from freely, and so may what the superior merely allows."""
    upper, lower = pair.upper, pair.lower
    if pair.bound is Bound.DEFAULT:
        return ()
    if upper.force is Force.MAY:
        return tuple(_force(pair))
    found: list[Gap] = [*_force(pair), *_named(pair, upper.items, lower.items, "items")]
    if isinstance(upper, Work) and isinstance(lower, Work):
        found += [*_rhythm(pair, upper, lower), *_amounts(pair, upper, lower)]
    if isinstance(upper, Duty) and isinstance(lower, Duty):
        found += [*_parts(pair, upper, lower), *_outputs(pair, upper, lower)]
    if isinstance(upper, Appraisal) and isinstance(lower, Appraisal):
        found += _assessment(pair, upper, lower)
    if isinstance(upper, ClusterType) and isinstance(lower, ClusterType):
        found += _cluster(pair, upper, lower)
    if isinstance(upper, Constraint) and isinstance(lower, Constraint):
        found += _constraint(pair, upper, lower)
    return tuple(found)


def _at(element: Element, field: str) -> DocPath:
    """Where a field stands, inherited or own; the element where nothing says it, which is what is wrong then."""
    origin = element.origin if isinstance(element, Work) else {}
    return origin.get(field, (*element.at, field))


def _force(pair: Pair) -> Iterator[Gap]:
    turn = turn_of_force(pair.upper.force, pair.lower.force)
    grade = {Turn.WEAKER: Grade.WEAKER, Turn.OPPOSITE: Grade.CONTRARY}.get(turn)
    if grade is not None:
        yield pair.gap(Aspect.FORCE, "force", turn, grade, (pair.upper.force, pair.lower.force))


def _rhythm(pair: Pair, upper: Work, lower: Work) -> Iterator[Gap]:
    turn = turn_of_rhythm(upper.when, lower.when)
    grade = _grade_of_rhythm(turn, pair.bound)
    if upper.when and grade is not None:
        yield pair.gap(Aspect.RHYTHM, "when", turn, grade, (_whens(upper), _whens(lower)))


def _grade_of_rhythm(turn: Turn, bound: Bound) -> Grade | None:
    if turn is Turn.SAME:
        return None
    if bound is Bound.FIXED:
        return Grade.CONTRARY
    if turn in (Turn.CLOCKS_DIFFER, Turn.DIFFERENT):
        return Grade.UNTOLD
    if bound is Bound.CEILING:
        return Grade.CONTRARY if turn is Turn.FASTER else None
    return Grade.WEAKER if turn in (Turn.SLOWER, Turn.DROPPED) else None


def _whens(work: Work) -> str:
    return "；".join(say_when(one) for one in work.when) or _open(work, "when")


def _amounts(pair: Pair, upper: Work, lower: Work) -> Iterator[Gap]:
    for first, second in amount_pairs(upper.amount, lower.amount):
        turn = turn_of_amount(first, second)
        grade = _grade_of_amount(AmountPair(first, second), turn, pair.bound) if first else None
        if grade is not None:
            there = said_amount(second, pair.here.name_of) or _open(lower, "amount")
            texts = said_amount(first, pair.above.name_of), there
            yield pair.gap(Aspect.AMOUNT, "amount", turn, grade, texts)


def _grade_of_amount(amounts: AmountPair, turn: Turn, bound: Bound) -> Grade | None:
    if turn is Turn.SAME:
        return None
    if bound is Bound.FIXED:
        return Grade.CONTRARY
    if turn is Turn.DROPPED:
        return Grade.WEAKER
    first, second = (one.quantity if one else None for one in amounts)
    if turn is Turn.DIFFERENT or first is None or second is None:
        return Grade.UNTOLD
    if bound is Bound.CEILING:
        return Grade.CONTRARY if turn is Turn.MORE else None
    if below(first, second):
        return Grade.WEAKER
    # 不超过 says of itself that it is a ceiling.
    return Grade.CONTRARY if first.low is None and bound is Bound.NONE and above(first, second) else None


def _parts(pair: Pair, upper: Duty, lower: Duty) -> Iterator[Gap]:
    for part in KEPT:
        wanted, there = upper.parts.get(part, ()), lower.parts.get(part, ())
        if part is Part.LEAD:
            wanted = wanted or upper.parts.get(Part.RESPONSIBLE, ())
            there = there or lower.parts.get(Part.RESPONSIBLE, ())
        if wanted and not there:
            texts = pair.above.written(upper, wanted), _open(lower, part.value)
            yield pair.gap(Aspect.PART, part.value, Turn.DROPPED, Grade.WEAKER, texts)


def _assessment(pair: Pair, upper: Appraisal, lower: Appraisal) -> Iterator[Gap]:
    for field, wanted, there in (
        ("assess", upper.assess, lower.assess),
        ("for", upper.for_, lower.for_),
        ("rubric", upper.rubric, lower.rubric),
    ):
        if wanted and not there:
            texts = pair.above.written(upper, wanted), _open(lower, field)
            yield pair.gap(Aspect.PART, field, Turn.DROPPED, Grade.WEAKER, texts)
    yield from _named(pair, upper.criteria, lower.criteria, "criteria")


def _outputs(pair: Pair, upper: Duty, lower: Duty) -> Iterator[Gap]:
    there = {ref.text for ref in lower.output}
    lost = [ref for ref in upper.output if ref.text not in there]
    # Another title for as many documents is a title, not a loss.
    if lost and len(lower.output) < len(upper.output):
        texts = pair.above.written(upper, lost), pair.here.written(lower, lower.output)
        yield pair.gap(Aspect.OUTPUT, "output", Turn.DROPPED, Grade.WEAKER, texts)


def _named(pair: Pair, wanted: Iterable[Element], there: Iterable[Element], field: str) -> Iterator[Gap]:
    """Lists by name: nothing outside a closed one, nothing missing from a floor, neither in a fixed one."""
    ours, theirs, bound = _names(wanted), _names(there), pair.bound
    extra, lost = [n for n in theirs if n not in ours], [n for n in ours if n not in theirs]
    if ours and extra and bound in (Bound.CLOSED, Bound.FIXED, Bound.CEILING):
        yield pair.gap(Aspect.LIST, field, Turn.ADDED, Grade.CONTRARY, ("、".join(ours), "、".join(extra)))
    if lost and bound in (Bound.FLOOR, Bound.FIXED):
        grade = Grade.CONTRARY if bound is Bound.FIXED else Grade.WEAKER
        yield pair.gap(Aspect.LIST, field, Turn.DROPPED, grade, ("、".join(lost), "、".join(theirs)))


def _names(elements: Iterable[Element]) -> tuple[str, ...]:
    return tuple(element.name for element in elements)


def _cluster(pair: Pair, upper: ClusterType, lower: ClusterType) -> Iterator[Gap]:
    yield from _named(pair, upper.forms, lower.forms, "forms")
    yield from _named(pair, upper.members, lower.members, "members")
    if any(column not in lower.same for column in upper.same):
        texts = "、".join(upper.same), "、".join(lower.same)
        yield pair.gap(Aspect.LIST, "same", Turn.DROPPED, Grade.WEAKER, texts)
    if upper.every_school and not lower.every_school:
        yield pair.gap(Aspect.PROTECTION, "every_school", Turn.DROPPED, Grade.WEAKER, ("true", ""))
    for dimension, wanted in upper.size.items():
        found = _size(pair, dimension, wanted, lower.size.get(dimension))
        yield from (gap._replace(soft=gap.soft or upper.size_force is not Force.MUST) for gap in found)


def _size(pair: Pair, dimension: str, wanted: Quantity, there: Quantity | None) -> Iterator[Gap]:
    texts = f"{dimension}: {wanted.text}", f"{dimension}: {there.text}" if there else ""
    if there is None:
        yield pair.gap(Aspect.SIZE, "size", Turn.DROPPED, Grade.WEAKER, texts)
    elif pair.bound is Bound.FIXED and wanted != there:
        yield pair.gap(Aspect.SIZE, "size", Turn.DIFFERENT, Grade.CONTRARY, texts)
    elif below(wanted, there) or above(wanted, there):
        yield pair.gap(Aspect.SIZE, "size", Turn.DIFFERENT, Grade.WEAKER, texts)


def _constraint(pair: Pair, upper: Constraint, lower: Constraint) -> Iterator[Gap]:
    whole = "autonomy" in lower.protects
    if any(m not in lower.protects and not (whole and m in AUTONOMY) for m in upper.protects):
        texts = "、".join(upper.protects), "、".join(lower.protects)
        yield pair.gap(Aspect.PROTECTION, "protects", Turn.DROPPED, Grade.WEAKER, texts)
    if upper.never is not None and lower.never is None:
        texts = upper.never.edge, ""
        yield pair.gap(Aspect.PROTECTION, "never", Turn.DROPPED, Grade.WEAKER, texts)


def _open(element: Element, field: str) -> str:
    return "unspecified" if field in element.unspecified else ""
