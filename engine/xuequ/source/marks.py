"""Marks: where each value of a document stands, in a tree of the same shape as the values.

Three shapes, made straight from libyaml's events so that reading costs nothing more:

- a scalar is its event;
- a mapping is `(event, {key: (mark of the key, mark of the value)})`;
- a sequence is `(event, [mark of each element])`.

An event has `start_mark` and `end_mark`, whose `index`, `line` and `column` count code points from 0. Outside
this room marks are opaque: whoever changes the shape of a value (a string element into a mapping, a Chinese key
into its English one) makes the matching mark with the functions below, and never looks inside. Nothing here
changes a mark; every function gives a new one and shares what stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias, cast

from xuequ.findings.finding import Position, Span
from xuequ.source.events import Event

_BREAK = re.compile(r"\r\n|\r|\n")

#: A mark of any of the three shapes.
Mark: TypeAlias = object
#: What a mapping's mark holds for each key: the mark of the key and the mark of the value.
Entries: TypeAlias = Mapping[str, tuple[Mark, Mark]]


def event(mark: Mark) -> Event:
    """The event where a value begins: the scalar itself, or the opening of a collection."""
    return cast(Event, mark[0] if type(mark) is tuple else mark)


def written(mark: Mark, value: object) -> str:
    """A scalar as it is written, 2.10 and not 2.1; as it prints where its mark does not hold that."""
    held = getattr(event(mark), "value", None)
    return held if isinstance(held, str) else str(value)


def is_plain(mark: Mark) -> bool:
    """Whether a scalar stands without quotes."""
    return not getattr(event(mark), "style", "'")


def span(mark: Mark, text: str) -> Span:
    """Where the event of a mark stands, blank lines after it left out."""
    held = event(mark)
    start, end = held.start_mark, held.end_mark
    begun = Position(start.line + 1, start.column + 1)
    if start.line == end.line:
        return Span(begun, Position(end.line + 1, end.column + 1))
    written = _BREAK.split(text[start.index : end.index].rstrip())
    last = len(written[-1]) + 1 + (start.column if len(written) == 1 else 0)
    return Span(begun, Position(start.line + len(written), last))


def is_collection(mark: Mark) -> bool:
    """Whether a mark is that of a mapping or a sequence."""
    return type(mark) is tuple


def entries(mark: Mark) -> Entries:
    """Key → (mark of the key, mark of the value); empty for anything but a mapping."""
    held = mark[1] if type(mark) is tuple else None
    return held if type(held) is dict else {}


def elements(mark: Mark) -> Sequence[Mark]:
    """The marks of a sequence's elements; empty for anything but a sequence."""
    held = mark[1] if type(mark) is tuple else None
    return held if type(held) is list else []


def value_of(mark: Mark, step: str | int) -> Mark:
    """The mark one step down, by key or by index. Raises KeyError or IndexError if it is not there."""
    return elements(mark)[step] if isinstance(step, int) else entries(mark)[step][1]


def key_written(mark: Mark, path: Sequence[str | int]) -> str:
    """The last key of a path as it is written, whatever it was turned into; as it stands in the path if it is not."""
    *above, key = path
    for step in above:
        mark = value_of(mark, step)
    return written(entries(mark)[str(key)][0], key)


def mapping(mark: Mark, held: Entries) -> Mark:
    """A mapping that stands where `mark` stands and holds `held`."""
    return event(mark), dict(held)


def sequence(mark: Mark, held: Iterable[Mark]) -> Mark:
    """A sequence that stands where `mark` stands and holds `held`."""
    return event(mark), list(held)


def empty(mark: Mark) -> Mark:
    """An empty mapping that stands where `mark` stands: an element written as nothing but its key."""
    return event(mark), {}


def wrapped(mark: Mark, key: str = "name") -> Mark:
    """A mapping whose one field is the value of `mark` itself: `x: 名` read as `x: {name: 名}`."""
    return event(mark), {key: (mark, mark)}


def listed(mark: Mark) -> Mark:
    """A sequence whose one element is the value of `mark` itself: `lead: a` read as `lead: [a]`."""
    return event(mark), [mark]


def keyed(mark: Mark, keys: Iterable[str]) -> Mark:
    """A sequence of strings as a mapping of empty elements: `[甲, 乙]` read as `{甲: {}, 乙: {}}`.

    `keys` are the strings, in order; of a string that stands there twice the first place is kept.
    """
    held: dict[str, tuple[Mark, Mark]] = {}
    for key, element in zip(keys, elements(mark), strict=True):
        held.setdefault(key, (element, empty(element)))
    return event(mark), held
