"""A cursor over the words of a short time string."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from xuequ.model.calendar_place import Unit
from xuequ.model.when_tokens import Kind, Token, tokens

Read = TypeVar("Read")
_SPREAD = (Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.WEEK)


class Cursor:
    """Where reading has come to; what does not fit puts it back."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _spread(tokens(text))
        self.at = 0

    def peek(self, ahead: int = 0) -> Token | None:
        """The word so far ahead, None past the end."""
        at = self.at + ahead
        return self.words[at] if at < len(self.words) else None

    def sees(self, *kinds: Kind) -> bool:
        """Whether words of these kinds come next."""
        return all((word := self.peek(i)) is not None and word.kind is kind for i, kind in enumerate(kinds))

    def take(self, kind: Kind, value: object = None) -> Token | None:
        """The next word if it is of that kind (and value), stepping over it."""
        word = self.peek()
        if word is None or word.kind is not kind or (value is not None and word.value != value):
            return None
        self.at += 1
        return word

    def number(self) -> int | None:
        """The next word if it is a number."""
        word = self.take(Kind.NUMBER)
        return word.value if word and isinstance(word.value, int) else None

    def attempt(self, read: Callable[[Cursor], Read | None]) -> Read | None:
        """What `read` finds here; finding nothing, it has not moved."""
        start = self.at
        found = read(self)
        if found is None:
            self.at = start
        return found

    @property
    def rest(self) -> str:
        """The text not yet read."""
        word = self.peek()
        return self.text[word.start :] if word else ""

    @property
    def done(self) -> bool:
        """Whether everything was read."""
        return self.at == len(self.words)


def _spread(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """3—5月 as 3月—5月, 1、15日 as 1日、15日; a rhythm or a length of time keeps its numbers together."""
    spread: list[Token] = []
    for i, word in enumerate(words):
        spread.append(word)
        before = words[i - 1].kind if i else None
        if word.kind is Kind.NUMBER and before not in (Kind.EVERY, Kind.AFTER, Kind.BEFORE):
            suffix = _suffix(words, i)
            if suffix is not None and not _second_of_rhythm(words, i):
                spread.append(suffix._replace(start=word.end, end=word.end))
    return tuple(spread)


def _suffix(words: tuple[Token, ...], at: int) -> Token | None:
    """The unit that the last number of this row of numbers carries for all of them."""
    last = at
    while last + 2 < len(words) and words[last + 1].kind in (Kind.TO, Kind.LIST):
        if words[last + 2].kind is not Kind.NUMBER:
            break
        last += 2
    if last == at or last + 1 >= len(words):
        return None
    unit = words[last + 1]
    return unit if unit.kind is Kind.DAY or (unit.kind is Kind.UNIT and unit.value in _SPREAD) else None


def _second_of_rhythm(words: tuple[Token, ...], at: int) -> bool:
    return at >= 2 and words[at - 2].kind is Kind.EVERY
