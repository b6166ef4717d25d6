"""Where an element of a subordinate scheme asks for less than its superior's, field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from xuequ.compose.names import built_in
from xuequ.findings.catalogue.words import WORDS, Said
from xuequ.findings.finding import DocPath
from xuequ.language.fields import field as field_of
from xuequ.language.fields import kind_named
from xuequ.model.amount.amounts import Amount
from xuequ.model.amount.quantity import Quantity
from xuequ.model.elements import (
    Appraisal,
    ClusterForm,
    ClusterType,
    Constraint,
    Duty,
    Element,
    Force,
    Goal,
    Member,
    Part,
    Work,
)
from xuequ.query.inventory import Inventory, Thing
from xuequ.query.statements import LIMITING, USUAL, label_of, said, said_count, statements
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
    LIMIT = "limit"
    OTHER = "other"
    """Any other field."""


class Gap(NamedTuple):
    """One value of the superior that the subordinate does not keep: both values, and where each stands.

    `field` is the field, `label` what it is called; `turn` is how the subordinate's value stands to the superior's.
    """

    aspect: Aspect
    field: str
    label: Said
    turn: Turn
    grade: Grade
    upper: Said
    lower: Said
    upper_at: DocPath
    lower_at: DocPath
    soft: bool = False
    """Whether the superior itself says it only in principle, or encourages it."""


#: What autonomy (办学自主权) covers.
AUTONOMY = frozenset({"finance", "personnel", "curriculum", "timetable", "facilities", "admission"})

#: Parts whose loss weakens a piece of work; who supports it is the subordinate's business.
KEPT = (Part.LEAD, Part.APPROVE, Part.OVERSEE, Part.INFORM)


class Pair(NamedTuple):
    """Two things that answer to each other, each with the inventory of its scheme, and how far they may differ.

    `answers` tells for a place in the superior scheme what the subordinate's `answers` say stands for it there;
    `stands` gives what stands there for a thing of the superior, by its name or birthplace too.
    """

    upper: Thing
    lower: Thing
    bound: Bound
    above: Inventory
    here: Inventory
    answers: Mapping[DocPath, frozenset[DocPath]]
    stands: Callable[[Thing], tuple[Thing, ...]]

    @property
    def soft(self) -> bool:
        """Whether the superior says it only in principle, or encourages it."""
        return self.upper.element.force not in (Force.MUST, Force.MUST_NOT)

    @property
    def free(self) -> bool:
        """Whether the subordinate may do as it likes: a default, or what the superior merely allows."""
        return self.bound is Bound.DEFAULT or self.upper.element.force is Force.MAY

    def gap(self, aspect: Aspect, field: str, turn: Turn, grade: Grade, texts: Texts | None = None) -> Gap:
        """A gap of these two in one field, with what each of them says there unless `texts` do."""
        upper, lower = texts or (_said(self.above, self.upper, field), _said(self.here, self.lower, field))
        places = _at(self.upper.element, field), _at(self.lower.element, field)
        return Gap(aspect, field, _label(self.upper, field), turn, grade, upper, lower, *places, self.soft)


Texts = tuple[Said, Said]


def _label(thing: Thing, field: str) -> Said:
    return label_of(field_of(thing.kind, field))


def _said(inventory: Inventory, thing: Thing, field: str) -> Said:
    """What a thing says in a field; that it is left open, or that there is nothing."""
    found = next((one for one in statements(inventory, thing) if one.key[1:] == (field,)), None)
    if found is not None:
        return said(inventory, found)
    return USUAL.get(field, WORDS["nothing"])


def gaps(pair: Pair) -> tuple[Gap, ...]:
    """All gaps of a pair; a default may be departed from freely, and so may what the superior merely allows."""
    upper, lower = pair.upper.element, pair.lower.element
    if pair.bound is Bound.DEFAULT:
        return ()
    if upper.force is Force.MAY:
        return tuple(_allowed(pair))
    found: list[Gap] = [*_force(pair), *_listed(pair, upper.items, lower.items, "items")]
    if isinstance(upper, Work | Goal) and isinstance(lower, Work | Goal):
        found += [*_rhythm(pair, upper, lower), *_amounts(pair, upper, lower)]
    found += _narrowed(pair)
    if isinstance(upper, Duty) and isinstance(lower, Duty):
        found += [*_parts(pair, upper, lower), *_outputs(pair, upper, lower)]
    if isinstance(upper, Appraisal) and isinstance(lower, Appraisal):
        found += _assessment(pair, upper, lower)
    if isinstance(upper, ClusterType) and isinstance(lower, ClusterType):
        found += _listed(pair, upper.forms, lower.forms, "forms")
    if isinstance(upper, ClusterForm) and isinstance(lower, ClusterForm):
        found += _cluster(pair, upper, lower)
    if isinstance(upper, Constraint) and isinstance(lower, Constraint):
        found += _constraint(pair, upper, lower)
    return tuple(found)


def _at(element: Element, field: str) -> DocPath:
    """Where a field stands, inherited or own; the element where nothing says it, which is what is wrong then."""
    origin = element.origin if isinstance(element, Work) else {}
    return origin.get(field, (*element.at, field))


def _force(pair: Pair) -> Iterator[Gap]:
    turn = turn_of_force(pair.upper.element.force, pair.lower.element.force)
    grade = {Turn.WEAKER: Grade.WEAKER, Turn.OPPOSITE: Grade.CONTRARY}.get(turn)
    if grade is not None:
        yield pair.gap(Aspect.FORCE, "force", turn, grade)


def _allowed(pair: Pair) -> Iterator[Gap]:
    """What is merely allowed may be left out; where it is done, the limits of what is allowed hold."""
    yield from _force(pair)
    upper, lower = pair.upper.element, pair.lower.element
    if isinstance(upper, Work | Goal) and isinstance(lower, Work | Goal):
        for gap in _amounts(pair, upper, lower):
            yield gap._replace(soft=False)
    for field in (each for each in LIMITING if each in kind_named(pair.upper.kind).fields):
        texts = (_said(pair.above, pair.upper, field), _said(pair.here, pair.lower, field))
        if texts[0] != WORDS["nothing"] and texts[0] != texts[1]:
            yield pair.gap(Aspect.LIMIT, field, Turn.DIFFERENT, Grade.UNTOLD, texts)


def _narrowed(pair: Pair) -> Iterator[Gap]:
    """What the subordinate has only under a condition, in a case, or not for everybody: work, groups, roles."""
    known = kind_named(pair.upper.kind).fields
    for field in (each for each in LIMITING if each in known):
        upper, lower = (_said(pair.above, pair.upper, field), _said(pair.here, pair.lower, field))
        if lower != WORDS["nothing"] and lower != upper:
            fixed = pair.bound is Bound.FIXED
            yield pair.gap(
                Aspect.LIMIT, field, Turn.DIFFERENT, Grade.CONTRARY if fixed else Grade.UNTOLD, (upper, lower)
            )


def _rhythm(pair: Pair, upper: Work | Goal, lower: Work | Goal) -> Iterator[Gap]:
    turn = turn_of_rhythm(upper.when, lower.when)
    grade = _grade_of_rhythm(turn, pair.bound, upper)
    if (upper.when or pair.bound is Bound.FIXED) and grade is not None:
        yield pair.gap(Aspect.RHYTHM, "when", turn, grade)


def _grade_of_rhythm(turn: Turn, bound: Bound, upper: Work | Goal) -> Grade | None:
    if turn is Turn.SAME:
        return None
    if bound is Bound.FIXED:
        return Grade.CONTRARY
    if turn in (Turn.CLOCKS_DIFFER, Turn.DIFFERENT):
        return Grade.UNTOLD
    if bound is Bound.CEILING:
        # 不高于 is said of a number and of how often, and of no day.
        if not any(when.every or when.times for when in upper.when):
            return Grade.UNTOLD
        return Grade.CONTRARY if turn is Turn.FASTER else None
    return Grade.WEAKER if turn in (Turn.SLOWER, Turn.DROPPED) else None


def _amounts(pair: Pair, upper: Work | Goal, lower: Work | Goal) -> Iterator[Gap]:
    ours, theirs = (
        {replace(amount, hold=_held(pair, side, amount.hold)): amount for amount in amounts}
        for side, amounts in ((pair.above, upper.amount), (pair.here, lower.amount))
    )
    for first, second in amount_pairs(tuple(ours), tuple(theirs)):
        turn = turn_of_amount(first, second)
        asked = first or pair.bound is Bound.FIXED
        grade = _grade_of_amount(AmountPair(first, second), turn, pair.bound) if asked else None
        if grade is not None:
            texts = (
                _amount(ours[first], pair.above) if first else WORDS["nothing"],
                _amount(theirs[second], pair.here) if second else _said(pair.here, pair.lower, "amount"),
            )
            yield pair.gap(Aspect.AMOUNT, "amount", turn, grade, texts)


def _held(pair: Pair, inventory: Inventory, level: str) -> str:
    """The level at which an amount holds, as the subordinate calls it: 县区 of the superior is the county itself."""
    own = inventory.plan.scheme.locality.level
    said = built_in(level) or level
    said = own if said == "locality" else said
    return "locality" if said and said == pair.here.plan.scheme.locality.level else said


def _amount(amount: Amount | None, inventory: Inventory) -> Said:
    return Said(*(said_amount(amount, inventory.name_of, lang) for lang in ("zh", "en")))


def _grade_of_amount(amounts: AmountPair, turn: Turn, bound: Bound) -> Grade | None:
    if turn is Turn.SAME:
        return None
    if bound is Bound.FIXED:
        return Grade.CONTRARY
    if turn is Turn.DROPPED:
        return Grade.WEAKER
    first, second = (one.quantity if one else None for one in amounts)
    if first is None or second is None:
        return Grade.UNTOLD
    return grade_of_quantity(first, second, turn, bound)


def grade_of_quantity(first: Quantity, second: Quantity, turn: Turn, bound: Bound) -> Grade | None:
    """What another number amounts to under a bound; None where it is as good as the superior's."""
    if turn is Turn.SAME:
        return None
    if bound is Bound.FIXED:
        return Grade.CONTRARY
    if turn is Turn.DIFFERENT:
        return Grade.UNTOLD
    exceeds = above(first, second)
    if bound is Bound.CEILING:
        return Grade.CONTRARY if exceeds or (first.high is None and turn is Turn.MORE) else None
    if below(first, second):
        return Grade.WEAKER
    # 不超过 and 2—4 say of themselves that there is a ceiling; 不低于 of a mere ceiling can only mean that one.
    if not exceeds or first.low == first.high or (bound is not Bound.NONE and first.low is not None):
        return None
    return Grade.CONTRARY if bound is Bound.NONE else Grade.WEAKER


def _parts(pair: Pair, upper: Duty, lower: Duty) -> Iterator[Gap]:
    for part in KEPT:
        wanted, there = upper.parts.get(part, ()), lower.parts.get(part, ())
        field = part.value
        if part is Part.LEAD:
            field = part.value if wanted else Part.RESPONSIBLE.value
            wanted = wanted or upper.parts.get(Part.RESPONSIBLE, ())
            there = there or lower.parts.get(Part.RESPONSIBLE, ())
        if wanted and not there:
            yield pair.gap(Aspect.PART, field, Turn.DROPPED, Grade.WEAKER)


def _assessment(pair: Pair, upper: Appraisal, lower: Appraisal) -> Iterator[Gap]:
    for field, wanted, there in (
        ("assess", upper.assess, lower.assess),
        ("for", upper.for_, lower.for_),
        ("rubric", upper.rubric, lower.rubric),
    ):
        if wanted and not there:
            yield pair.gap(Aspect.PART, field, Turn.DROPPED, Grade.WEAKER)
    yield from _listed(pair, upper.criteria, lower.criteria, "criteria")


def _outputs(pair: Pair, upper: Duty, lower: Duty) -> Iterator[Gap]:
    there = {ref.text for ref in lower.output}
    lost = [ref for ref in upper.output if ref.text not in there]
    # Another title for as many documents is a title, not a loss.
    if lost and len(lower.output) < len(upper.output):
        texts = _names(ref.text for ref in lost), _said(pair.here, pair.lower, "output")
        yield pair.gap(Aspect.OUTPUT, "output", Turn.DROPPED, Grade.WEAKER, texts)


#: Bounds under which all that the superior lists has to be there.
_WHOLE = (Bound.FLOOR, Bound.FIXED)


def _listed(pair: Pair, ours: Sequence[Element], theirs: Sequence[Element], field: str) -> Iterator[Gap]:
    """Lists: nothing outside a closed or fixed one, and nothing missing; no more than a ceiling, no less than a floor.

    Without a bound fewer are less, and as many under other names are told; of forms the subordinate takes its own.
    """
    known = {lower.at: upper for upper in ours for lower in _standing_for(pair, upper, ours, theirs)}
    extra = [one for one in theirs if one.at not in known]
    lost = [one for one in ours if not any(one is upper for upper in known.values())]
    bound = pair.bound
    exactly = bound in (Bound.CLOSED, Bound.FIXED)
    more = len(theirs) > len(ours) if bound is Bound.CEILING else exactly
    if (ours or bound is Bound.FIXED) and extra and more:
        texts = _names(one.name for one in ours), _names(one.name for one in extra)
        yield pair.gap(Aspect.LIST, field, Turn.ADDED, Grade.CONTRARY, texts)
    if lost and (bound in _WHOLE or (bound in (Bound.NONE, Bound.CLOSED) and field != "forms")):
        told = bound is Bound.NONE and (len(theirs) >= len(ours) or field == "members")
        grade = Grade.CONTRARY if exactly else Grade.UNTOLD if told else Grade.WEAKER
        texts = _names(one.name for one in lost), _names(one.name for one in theirs)
        yield pair.gap(Aspect.LIST, field, Turn.DROPPED, grade, texts)


def _standing_for(
    pair: Pair, upper: Element, ours: Sequence[Element], theirs: Sequence[Element]
) -> Iterator[Element]:
    """What stands for one of the superior's: what is said to answer to it, what has its name, the other lead."""
    answers = pair.answers.get(upper.at, frozenset())
    leads = [[one for one in side if isinstance(one, Member) and one.leads] for side in (ours, theirs)]
    for lower in theirs:
        both_lead = [len(side) for side in leads] == [1, 1] and (upper, lower) == (leads[0][0], leads[1][0])
        named = {upper.name, *upper.aliases} & {lower.name, *lower.aliases}
        if lower.at in answers or named or both_lead:
            yield lower


def _names(names: Iterable[str]) -> Said:
    listed = tuple(names)
    return Said("、".join(listed), ", ".join(listed)) if listed else WORDS["nothing"]


def _cluster(pair: Pair, upper: ClusterForm, lower: ClusterForm) -> Iterator[Gap]:
    yield from _listed(pair, upper.members, lower.members, "members")
    if any(column not in lower.same for column in upper.same):
        yield pair.gap(Aspect.LIST, "same", Turn.DROPPED, Grade.WEAKER)
    if upper.every_school and not lower.every_school:
        yield pair.gap(Aspect.PROTECTION, "every_school", Turn.DROPPED, Grade.WEAKER)
    for dimension, wanted in upper.size.items():
        gap = _size(pair, dimension, wanted, lower.size.get(dimension))
        if gap is not None:
            yield gap._replace(soft=gap.soft or upper.size_force is not Force.MUST)


def _size(pair: Pair, dimension: str, wanted: Quantity, there: Quantity | None) -> Gap | None:
    """A size that lets through what the superior does not; under a ceiling smaller ones are as good."""
    turn = Turn.SAME
    if there is None:
        turn = Turn.DROPPED
    elif above(wanted, there):
        turn = Turn.MORE
    elif below(wanted, there) and pair.bound is not Bound.CEILING:
        turn = Turn.LESS
    elif pair.bound is Bound.FIXED and wanted != there:
        turn = Turn.DIFFERENT
    if turn is Turn.SAME:
        return None
    strict = pair.bound is Bound.FIXED or (pair.bound is Bound.CEILING and there is not None)
    texts = _counted(dimension, wanted), _counted(dimension, there) if there else WORDS["nothing"]
    gap = pair.gap(Aspect.SIZE, "size", turn, Grade.CONTRARY if strict else Grade.WEAKER, texts)
    return gap._replace(label=label_of(field_of("size", dimension)))


def _counted(dimension: str, quantity: Quantity) -> Said:
    return Said(*(said_count("size", dimension, quantity, lang) for lang in ("zh", "en")))


def _constraint(pair: Pair, upper: Constraint, lower: Constraint) -> Iterator[Gap]:
    whole = "autonomy" in lower.protects
    if any(m not in lower.protects and not (whole and m in AUTONOMY) for m in upper.protects):
        yield pair.gap(Aspect.PROTECTION, "protects", Turn.DROPPED, Grade.WEAKER)
    if upper.never is not None and lower.never is None:
        yield pair.gap(Aspect.PROTECTION, "never", Turn.DROPPED, Grade.WEAKER)
