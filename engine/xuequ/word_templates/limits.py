"""Sums, products and ranges that a template may ask for: none greater than any document needs."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sized
from typing import Any

#: Characters of a text, entries of a list.
_LONGEST = 1_000_000
_GREATEST = 10**15
#: Steps of a range, columns of a batch.
WIDEST = 10_000
_HIGHEST_POWER = 64
#: In a pattern for `format` or `%`: a width of four digits, or one that is given elsewhere.
_WIDE = re.compile(r"\d{4}|\*")


class Refused(Exception):
    """Raised if a template asks for what none may have."""


class TooMuch(Refused):
    """Raised if a template makes more work, longer texts or greater numbers than any document needs.

    `what` says which: a key of the words that findings say.
    """

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class NoText(Refused):
    """Raised if what is to be printed is several things, or nothing that can be said in words."""

    def __init__(self, value: object) -> None:
        super().__init__(type(value).__name__)
        self.value = value


class NotSeveral(Refused):
    """Raised if what a loop is to go through is one thing."""

    def __init__(self, value: object) -> None:
        super().__init__(type(value).__name__)
        self.value = value


def measured(value: Any) -> Any:
    """A value that was worked out. Raises `TooMuch` where it is too long or too great."""
    if isinstance(value, Sized):
        long_enough(len(value))
    if isinstance(value, int | float) and abs(value) > _GREATEST:
        raise TooMuch("much_number")
    return value


def long_enough(length: int) -> None:
    """Raises `TooMuch` where a text or a list is to become longer than that."""
    if length > _LONGEST:
        raise TooMuch("much_text")


def total(left: Any, right: Any) -> Any:
    """`left + right`."""
    return measured(operator.add(left, right))


def difference(left: Any, right: Any) -> Any:
    """`left - right`."""
    return measured(operator.sub(left, right))


def product(left: Any, right: Any) -> Any:
    """`left * right`, also of a text and a number."""
    for many, times in ((left, right), (right, left)):
        if isinstance(many, Sized) and isinstance(times, int):
            long_enough(len(many) * times)
    return measured(operator.mul(left, right))


def power(left: Any, right: Any) -> Any:
    """`left ** right`."""
    measured(left)
    if abs(right) > _HIGHEST_POWER:
        raise TooMuch("much_number")
    return measured(operator.pow(left, right))


def remainder(left: Any, right: Any, text: Callable[[object], str]) -> Any:
    """`left % right`; of a text, what it makes of texts and numbers."""
    if not isinstance(left, str):
        return operator.mod(left, right)
    narrow(left)
    for each in right if type(right) is tuple else (right,):
        text(each)
    return measured(operator.mod(left, right))


def narrow(pattern: str) -> str:
    """A pattern for `format` or `%` that makes no text wider than a page."""
    if _WIDE.search(pattern):
        raise TooMuch("much_text")
    return pattern


def counted(*bounds: int) -> range:
    """`range(…)`."""
    if any(abs(each) > 10 * WIDEST for each in bounds) or len(range(*bounds)) > WIDEST:
        raise TooMuch("much_work")
    return range(*bounds)
