"""Two values of one field, held against each other: which is slower, which asks for less, what was taken away."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from xuequ.model.amount.amounts import Amount
from xuequ.model.amount.quantity import Quantity
from xuequ.model.amount.saying import say_amount
from xuequ.model.elements import Force
from xuequ.model.frequency import Comparison, compare, pace
from xuequ.model.time.values import When

#: From the weakest demand to the strongest; a prohibition stands apart.
STRENGTH = (Force.MAY, Force.ENCOURAGED, Force.STRIVE, Force.IN_PRINCIPLE, Force.MUST)


class Turn(StrEnum):
    """How the second of two values stands to the first."""

    SAME = "same"
    LESS = "less"
    MORE = "more"
    SLOWER = "slower"
    FASTER = "faster"
    WEAKER = "weaker"
    STRONGER = "stronger"
    OPPOSITE = "opposite"
    ADDED = "added"
    DROPPED = "dropped"
    DIFFERENT = "different"
    CLOCKS_DIFFER = "clocks_differ"


_PACES = {
    Comparison.SLOWER: Turn.SLOWER,
    Comparison.FASTER: Turn.FASTER,
    Comparison.SAME: Turn.SAME,
    Comparison.CLOCKS_DIFFER: Turn.CLOCKS_DIFFER,
    Comparison.UNKNOWN: Turn.DIFFERENT,
}


def turn_of_force(first: Force, second: Force) -> Turn:
    """Whether the second is said more or less strongly; a demand and a prohibition are opposites."""
    if first is second:
        return Turn.SAME
    if Force.MUST_NOT in (first, second):
        return Turn.OPPOSITE
    return Turn.WEAKER if STRENGTH.index(second) < STRENGTH.index(first) else Turn.STRONGER


def turn_of_rhythm(first: Sequence[When], second: Sequence[When]) -> Turn:
    """Whether the second is slower or faster: times a school year, then the latest day."""
    if not first or not second:
        return Turn.SAME if first == second else Turn.DROPPED if first else Turn.ADDED
    if tuple(first) == tuple(second):
        return Turn.SAME
    if (turn := _turn_of_terms(first, second)) is not None:
        return turn
    turn = _PACES[compare(pace(second), pace(first))]
    # Equal in pace and still not equal: another month, another day, another event to begin from.
    return Turn.DIFFERENT if turn is Turn.SAME else turn


def _turn_of_terms(first: Sequence[When], second: Sequence[When]) -> Turn | None:
    """How two terms that begin with the same event stand, in units of one kind; None for any other times."""
    if (
        len(first) != 1
        or len(second) != 1
        or replace(first[0], within=None) != replace(second[0], within=None)
    ):
        return None
    one, other = first[0].within, second[0].within
    if one is None or other is None or one.unit is not other.unit or first[0].by or first[0].before:
        return None
    if one.number == other.number:
        return Turn.DIFFERENT
    return Turn.SLOWER if other.number > one.number else Turn.FASTER


class AmountPair(NamedTuple):
    """Two amounts that are about the same thing; one of them may be missing."""

    first: Amount | None
    second: Amount | None


def amount_pairs(first: Sequence[Amount], second: Sequence[Amount]) -> tuple[AmountPair, ...]:
    """Amounts put together by what they are a part of and how they are taken; what is left over, in order."""
    rest = list(second)
    alone: list[Amount] = []
    pairs: list[AmountPair] = []
    for amount in first:
        match = next((other for other in rest if _about(other) == _about(amount)), None)
        if match is None:
            alone.append(amount)
        else:
            rest.remove(match)
            pairs.append(AmountPair(amount, match))
    while alone and rest:
        pairs.append(AmountPair(alone.pop(0), rest.pop(0)))
    return (*pairs, *(AmountPair(one, None) for one in alone), *(AmountPair(None, one) for one in rest))


def turn_of_amount(first: Amount | None, second: Amount | None) -> Turn:
    """Whether the second asks for less or more; two amounts of different things cannot be told."""
    if first is None or second is None:
        return Turn.SAME if first is second else Turn.DROPPED if second is None else Turn.ADDED
    if first == second:
        return Turn.SAME
    if first.quantity is None or second.quantity is None or _about(first) != _about(second):
        return Turn.DIFFERENT
    turn = turn_of_quantity(first.quantity, second.quantity)
    return Turn.DIFFERENT if turn is Turn.SAME else turn


def turn_of_amounts(first: Sequence[Amount], second: Sequence[Amount]) -> Turn:
    """Whether all that is asked for is less, or all of it more."""
    turns = {turn_of_amount(*pair) for pair in amount_pairs(first, second)} - {Turn.SAME}
    return turns.pop() if len(turns) == 1 else Turn.DIFFERENT


#: Words that say in a sentence how strongly it asks, the longer before those they begin with.
_OBLIGING: Mapping[str, Force] = {
    "不可以": Force.MUST_NOT, "不应当": Force.MUST_NOT, "不得": Force.MUST_NOT, "不应": Force.MUST_NOT,
    "不准": Force.MUST_NOT, "严禁": Force.MUST_NOT, "禁止": Force.MUST_NOT, "不要": Force.MUST_NOT,
    "应当": Force.MUST, "必须": Force.MUST, "务必": Force.MUST, "原则上": Force.IN_PRINCIPLE,
    "鼓励": Force.ENCOURAGED, "提倡": Force.ENCOURAGED, "力争": Force.STRIVE, "可以": Force.MAY,
    "应": Force.MUST, "须": Force.MUST, "要": Force.MUST, "可": Force.MAY,
}  # fmt: skip
_OBLIGES = re.compile("|".join(_OBLIGING))


def turn_of_words(first: str, second: str) -> Turn:
    """Whether two sentences that say the same ask for it less or more strongly; else they are merely different."""
    if _OBLIGES.sub("", first) != _OBLIGES.sub("", second):
        return Turn.DIFFERENT
    forces = [
        [_OBLIGING[word] for word in _OBLIGES.findall(text)] or [Force.MUST] for text in (first, second)
    ]
    pairs = zip(*forces, strict=False)
    return next((turn for pair in pairs if (turn := turn_of_force(*pair)) is not Turn.SAME), Turn.DIFFERENT)


def turn_of_quantity(first: Quantity, second: Quantity) -> Turn:
    """Lower bound against lower bound, then upper against upper; a number against 若干 cannot be told."""
    if first == second:
        return Turn.SAME
    if first.several or second.several or (first.unit, first.share) != (second.unit, second.share):
        return Turn.DIFFERENT
    lows = _low(first), _low(second)
    if lows[0] != lows[1]:
        return Turn.LESS if lows[1] < lows[0] else Turn.MORE
    highs = _high(first), _high(second)
    if highs[0] != highs[1]:
        return Turn.LESS if highs[1] < highs[0] else Turn.MORE
    return Turn.SAME


def below(upper: Quantity, lower: Quantity) -> bool:
    """Whether `lower` lets through numbers under the least that `upper` asks for."""
    return upper.low is not None and _low(lower) < _low(upper)


def above(upper: Quantity, lower: Quantity) -> bool:
    """Whether `lower` lets through numbers over the most that `upper` lets through."""
    return upper.high is not None and _high(lower) > _high(upper)


def said_amount(amount: Amount | None, named: Callable[[str], str], lang: str = "zh") -> str:
    """An amount as documents print it; `named` gives what a reader calls its base."""
    return say_amount(amount, named, lang) if amount is not None else ""


def _about(amount: Amount) -> tuple[object, ...]:
    kind = "share" if amount.share else "value" if amount.value else "count"
    return kind, amount.of, amount.what, amount.per, amount.hold, amount.rest_of, amount.trend


def _low(quantity: Quantity) -> tuple[Fraction, bool]:
    """An order of lower bounds: an open one is under all others, `over 3` is over `3`."""
    return (quantity.low, quantity.over) if quantity.low is not None else (Fraction(-1), False)


def _high(quantity: Quantity) -> tuple[int, Fraction, bool]:
    """An order of upper bounds: an open one is over all others, `under 3` is under `3`."""
    if quantity.high is None:
        return (1, Fraction(0), False)
    return (0, quantity.high, not quantity.under)
