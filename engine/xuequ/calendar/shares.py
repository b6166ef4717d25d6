"""Shares into numbers: how many of a head count, and how they fall to clusters and schools.

The sum is taken where the share must hold and handed down level by level by largest remainder, ties to the
larger base, then to the code. What falls to a school is never more than it has. Fractions throughout.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor

from xuequ.findings.record import record
from xuequ.model.amount.amounts import Split
from xuequ.model.amount.quantity import Quantity


@record
class Base:
    """What a share is a share of: a place of one `level` with its head count, and the places in it.

    A place with parts has the sum of theirs; only one without parts states a `size`, None where nobody counted.
    Codes are unique.
    """

    code: str
    level: str
    size: int | None = 0
    parts: tuple[Base, ...] = ()

    @property
    def total(self) -> int | None:
        """Its head count; None where that of any part is not known."""
        return _sum(part.total for part in self.parts) if self.parts else self.size

    def at(self, level: str) -> Iterator[Base]:
        """The places of a level in it; a place with no level below it stands for itself."""
        if self.level == level or not self.parts:
            yield self
        else:
            for part in self.parts:
                yield from part.at(level)


def _sum(numbers: Iterable[int | None]) -> int | None:
    """The sum; None where one of them is not known."""
    found = tuple(numbers)
    known = [number for number in found if number is not None]
    return sum(known) if len(known) == len(found) else None


class Rounding(StrEnum):
    """How a part of a head becomes a whole one."""

    UP = "up"
    DOWN = "down"
    NEAREST = "nearest"


@record
class Allotment:
    """How many fall to each place, by code: at least and at most, None where no such bound is set.

    A place whose heads are not known is not there, nor is one they are needed for.
    `capped` are the places where more was asked for than there are.
    """

    least: Mapping[str, int] | None
    most: Mapping[str, int] | None
    capped: tuple[str, ...] = ()


def rounded(number: Fraction, rounding: Rounding) -> int:
    """A whole number; half is rounded up."""
    match rounding:
        case Rounding.UP:
            return ceil(number)
        case Rounding.DOWN:
            return floor(number)
        case Rounding.NEAREST:
            return floor(number + Fraction(1, 2))


def allot(quantity: Quantity, base: Base, hold: str = "", rounding: str = "") -> Allotment:
    """The numbers of a share or a count of `base`, true at the level `hold` (the whole where not said).

    A minimum is rounded up, a maximum down, an exact share to the nearest, unless `rounding` says otherwise.
    """
    capped: list[str] = []
    exact = quantity.exact or quantity.about
    least = most = None
    if quantity.low is not None:
        how = Rounding(rounding or (Rounding.NEAREST if exact else Rounding.UP))
        least = _handed_down(quantity.low, quantity, base, hold, how, quantity.over, capped)
    if exact:
        most = least
    elif quantity.high is not None:
        how = Rounding(rounding or Rounding.DOWN)
        most = _handed_down(quantity.high, quantity, base, hold, how, quantity.under, capped)
    return Allotment(least=least, most=most, capped=tuple(sorted(set(capped))))


def _handed_down(
    bound: Fraction,
    quantity: Quantity,
    base: Base,
    hold: str,
    rounding: Rounding,
    beyond: bool,
    capped: list[str],
) -> dict[str, int]:
    """The number at every place: worked out at the level that holds, summed above it, handed down below."""
    found: dict[str, int] = {}
    for place in base.at(hold or base.level):
        if (heads := place.total) is None:
            continue
        wanted = bound * heads if quantity.share else bound
        number = rounded(wanted, rounding)
        if beyond and number == wanted:
            number += 1 if rounding is not Rounding.DOWN else -1
        if number > heads:
            capped.append(place.code)
        found |= hand_down(max(0, min(number, heads)), place)
    _sum_up(base, found)
    return found


def _sum_up(place: Base, found: dict[str, int]) -> int | None:
    if place.code not in found and place.parts:
        total = _sum([_sum_up(part, found) for part in place.parts])
        if total is not None:
            found[place.code] = total
    return found.get(place.code)


def hand_down(total: int, base: Base) -> dict[str, int]:
    """`total` at the top and its parts at every place below; it must not be more than the base, all of it known."""
    found = {base.code: total}
    if base.parts:
        sizes = {part.code: part.total or 0 for part in base.parts}
        for part, number in zip(base.parts, largest_remainder(total, sizes).values(), strict=True):
            found |= hand_down(number, part)
    return found


def largest_remainder(total: int, sizes: Mapping[str, int]) -> dict[str, int]:
    """`total` over `sizes` in proportion, whole numbers that add up; ties to the larger size, then the code."""
    whole = sum(sizes.values())
    if not whole:
        return dict.fromkeys(sizes, 0)
    ideal = {code: Fraction(total * size, whole) for code, size in sizes.items()}
    found = {code: floor(number) for code, number in ideal.items()}
    order = sorted(sizes, key=lambda code: (found[code] - ideal[code], -sizes[code], code))
    for code in order[: total - sum(found.values())]:
        found[code] += 1
    return found


def readings(quantity: Quantity, base: Base, levels: Iterable[str]) -> Mapping[str, int]:
    """What the whole would have to give under each reading nobody excluded.

    `exact` rounds to the nearest; each level is the minimum that makes the share true everywhere on it. None are
    found where the heads are not known.
    """
    share = quantity.low if quantity.low is not None else quantity.high
    if share is None or base.total is None:
        return {}
    found = {"exact": rounded(share * base.total, Rounding.NEAREST)}
    for level in levels:
        found[level] = sum(ceil(share * (place.total or 0)) for place in base.at(level))
    return found


@record
class Fit:
    """Whether the parts of a split can add up to a total, and the least and most they come to."""

    fits: bool
    least: int
    most: int | None


def fit(total: Quantity, split: Sequence[Split]) -> Fit:
    """Σmin ≤ total ≤ Σmax, for some number of the total."""
    least = sum(ceil(line.count.low or 0) * _units(line)[0] for line in split)
    highest = [(line.count.high, _units(line)[1]) for line in split]
    most = None
    if all(high is not None and units is not None for high, units in highest):
        most = sum(floor(high or 0) * (units or 0) for high, units in highest)
    too_many = total.high is not None and least > total.high
    too_few = total.low is not None and most is not None and most < total.low
    return Fit(fits=not (too_many or too_few), least=least, most=most)


def _units(line: Split) -> tuple[int, int | None]:
    """How many units a line is for, at least and at most."""
    if line.how_many is None:
        return len(line.units) or 1, len(line.units) or 1
    high = line.how_many.high
    return ceil(line.how_many.low or 0), None if high is None else floor(high)


def rest_of(total: int, taken: Iterable[int]) -> int:
    """What is left of a total; nothing, if more was taken."""
    return max(0, total - sum(taken))
