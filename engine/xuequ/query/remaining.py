"""The fields of an element that no rule of its own compares, held against the superior's as the registry lists them.

What is plainly less is weaker: a smaller number, somebody left out, a bar dropped. Whatever else differs is told, and
left to people: nothing that bears meaning is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from functools import cached_property

from xuequ.compose.names import built_in
from xuequ.findings.catalogue.words import WORDS
from xuequ.language.fields import Bears, Sort
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.elements import Measure, Ref, Work
from xuequ.query.gaps import Aspect, Bound, Gap, Grade, Pair, grade_of_quantity
from xuequ.query.inventory import Inventory, Thing
from xuequ.query.statements import LIMITING, USUAL, Statement, meaning, refs, said, statements
from xuequ.query.values import Turn, above, turn_of_quantity

#: Fields that `gaps` compares each in its own way, and two that are the subordinate's business.
_JUDGED = frozenset(
    {"force", "when", "amount", *LIMITING, "output", "size", "same", "every_school", "protects"}
    | {"support", "serves"}
)
#: Fields that `gaps` compares by rule even where nothing may differ.
_MEASURED = frozenset({"when", "amount", "size"})
#: Kinds of fields that list names, to which nothing is added and from which nothing is taken where that is asked.
_LISTING = frozenset({Sort.ACTOR, Sort.TARGET, Sort.OUTPUT, Sort.COLUMN})
#: Fields that take something away from what is asked where the subordinate alone has them.
_TAKES_AWAY = frozenset({"for", "in_turn", "suspends", "exempts", "yields_to", "overlap", "pilot"})
#: Fields without which less is asked, whatever they say.
_BINDS = frozenset({"barred", "gate", "veto"})
#: What a subordinate says for itself whatever a superior leaves it: why it does the work.
_OWN = frozenset({"serves", "basis"})
#: Who answers for work stands in either.
_ANSWERABLE = ("lead", "responsible")

Judged = tuple[Turn, Grade | None]
Key = tuple[str, ...]


def remaining(pair: Pair, told: frozenset[str]) -> tuple[Gap, ...]:
    """The gaps of a pair in its remaining fields; `told` are those that have one already."""
    return tuple(_Remaining(pair, told))


class _Remaining:
    def __init__(self, pair: Pair, told: frozenset[str]) -> None:
        self.pair, self.told = pair, told
        # Without the kind: an answer may name work of another kind.
        self.wanted, self.there = (
            {one.key[1:]: one for one in statements(*side)}
            for side in ((pair.above, pair.upper), (pair.here, pair.lower))
        )

    def __iter__(self) -> Iterator[Gap]:
        for key in (*self.wanted, *(key for key in self.there if key not in self.wanted)):
            was, now = self.wanted.get(key), self.there.get(key)
            one = was or now
            if one is None or not self._compared(one):
                continue
            turn, grade = self._judged(was, now)
            if grade is not None:
                yield self._gap(one, was, now, turn, grade)

    def _compared(self, one: Statement) -> bool:
        field, upper = one.field, self.pair.upper.element
        if field.bears is not Bears.MEANING or field.key in self.told:
            return False
        if one.inside:
            # Of a part that is not there it is told that the part is not there.
            return field.sort is not Sort.ELEMENTS and one.inside in self._parts
        # What a measure hands on is compared where it arrives.
        handed_on = isinstance(upper, Measure) and bool(upper.duties or upper.appraisals) and field.inherited
        passed = _MEASURED | (_OWN & _JUDGED) if self._exactly(one) else _JUDGED
        return field.sort is not Sort.ELEMENTS and field.key not in passed and not handed_on

    def _exactly(self, one: Statement) -> bool:
        """Whether nothing may differ in it: nothing at all, or nothing in the lists that the superior gives."""
        listing = one.field.sort in _LISTING or isinstance(one.value, list)
        closed = self.pair.bound is Bound.CLOSED and listing and one.key[1:] in self.wanted
        return closed or self.pair.bound is Bound.FIXED

    @cached_property
    def _parts(self) -> frozenset[Key]:
        """The parts that both have: items, indicators."""
        both = ({one.inside for one in side.values() if one.is_part} for side in (self.wanted, self.there))
        return frozenset.intersection(*map(frozenset, both))

    def _judged(self, was: Statement | None, now: Statement | None) -> Judged:
        if was is None:
            return Turn.ADDED, self._added(now) if now else None
        if was.field.sort is Sort.ACTOR:
            return self._actors(was, now)
        # Where nothing may differ, nothing may be left out either.
        exactly = self._exactly(was) and was.field.key not in _OWN
        other = Grade.CONTRARY if exactly else Grade.UNTOLD
        if now is None:
            less = was.field.key in _BINDS or (was.of != "criterion" and was.field.sort is Sort.QUANTITY)
            return Turn.DROPPED, Grade.WEAKER if less and other is Grade.UNTOLD else other
        if meaning(self.pair.above, was) == meaning(self.pair.here, now):
            return Turn.SAME, None
        if said(self.pair.above, was) == said(self.pair.here, now):
            return Turn.SAME, None
        if was.field.sort is Sort.QUANTITY:
            first, second = read_quantity(was.value), read_quantity(now.value)
            # More points for one indicator are fewer for another, and neither less of what was asked.
            if isinstance(first, Quantity) and isinstance(second, Quantity) and was.of != "criterion":
                return self._quantities(first, second)
        return Turn.DIFFERENT, other

    def _added(self, now: Statement) -> Grade | None:
        """What it amounts to that the subordinate alone says something."""
        key = now.field.key
        if now.value is False or said(self.pair.here, now) == USUAL.get(key):
            return None
        level = self.pair.here.plan.scheme.locality.level
        if key == "each" and all(built_in(ref.text) == level for ref in refs(now.value, now.at)):
            return None
        if self.pair.bound is Bound.FIXED:
            return None if key in _OWN else Grade.CONTRARY
        return Grade.UNTOLD if key in _TAKES_AWAY and not now.inside else None

    def _quantities(self, first: Quantity, second: Quantity) -> Judged:
        turn = turn_of_quantity(first, second)
        grade = grade_of_quantity(first, second, turn, self.pair.bound)
        # A longer term of office is not more of what was asked; a longer course is.
        exact = above(first, second) and not isinstance(self.pair.upper.element, Work)
        return turn, Grade.UNTOLD if grade is None and exact and self.pair.bound is Bound.NONE else grade

    # who is named --------------------------------------------------------------------------------------

    def _actors(self, was: Statement, now: Statement | None) -> Judged:
        """Whether all whom the superior names are named here, themselves or by what stands for them."""
        key = was.field.key
        here = [now] if now else []
        if key in _ANSWERABLE and not was.inside:
            here = [one for part in _ANSWERABLE if (one := self.there.get((part,))) is not None]
        named = [_marks(self.pair.here, one, ref) for one in here for ref in refs(one.value, one.at)]
        level = self.pair.here.plan.scheme.locality.level
        wanted = [
            self._standing_for(was, ref)
            for ref in refs(was.value, was.at)
            if key != "each" or built_in(ref.text) != level
        ]
        lost = [marks for marks in wanted if all(marks.isdisjoint(each) for each in named)]
        others = any(all(marks.isdisjoint(each) for marks in wanted) for each in named)
        exactly = self._exactly(was)
        if not lost:
            return (Turn.ADDED, Grade.CONTRARY) if others and exactly else (Turn.SAME, None)
        fewer = not others and (bool(named) or key in _BINDS) and isinstance(self.pair.upper.element, Work)
        turn = Turn.DIFFERENT if others else Turn.DROPPED
        return turn, Grade.CONTRARY if exactly else Grade.WEAKER if fewer else Grade.UNTOLD

    def _standing_for(self, one: Statement, ref: Ref) -> set[Hashable]:
        """The marks of one whom the superior names as the subordinate may name it."""
        marks = _marks(self.pair.above, one, ref)
        thing = _actor(self.pair.above, one, ref)
        if thing is None:
            return marks
        there = {other.element.at for other in self.pair.stands(thing)}
        return {mark for mark in marks if isinstance(mark, str)} | there

    def _gap(
        self, one: Statement, was: Statement | None, now: Statement | None, turn: Turn, grade: Grade
    ) -> Gap:
        pair, nothing = self.pair, WORDS["nothing"]
        texts = (said(pair.above, was) if was else nothing, said(pair.here, now) if now else nothing)
        aspect = Aspect.PART if one.field.sort is Sort.ACTOR else Aspect.OTHER
        key = one.field.key
        return Gap(
            aspect,
            key,
            one.label,
            turn,
            grade,
            *texts,
            was.at if was else (*pair.upper.element.at, key),
            now.at if now else (*pair.lower.element.at, key),
            pair.soft,
        )


def _marks(inventory: Inventory, one: Statement, ref: Ref) -> set[Hashable]:
    """What tells somebody who is named from all others: where it is declared, and what it is called."""
    thing = _actor(inventory, one, ref)
    if thing is None:
        return {built_in(ref.text) or _plain(inventory, inventory.name_at(one.path, ref))}
    names = (thing.name, *thing.element.aliases)
    return {thing.element.at, *(_plain(inventory, name) for name in names)}


def _actor(inventory: Inventory, one: Statement, ref: Ref) -> Thing | None:
    bound = inventory.actor_at(one.path, ref)
    if bound is not None:
        return inventory.actors.get(bound[-1])
    return None if built_in(ref.text) else inventory.one_named(ref.text, one.field.refs)


def _plain(inventory: Inventory, name: str) -> str:
    """A name without the place or level it begins with: 市教育局 and 县教育局 are each the bureau of its scheme."""
    return re.sub("^[省市县区]+(?=..)", "", name.removeprefix(inventory.plan.scheme.locality.name)) or name
