"""What the columns of a roster are: known ones, head counts, cluster types and what is said about them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import Enum, auto
from types import MappingProxyType

from xuequ.findings.record import record
from xuequ.model.amount.numerals import plain
from xuequ.model.roster_values import ROLE_WORDS

#: English column → the Chinese headings that mean it, the usual one first.
KNOWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "code": ("代码", "学校代码"),
        "name": ("名称", "学校", "学校名称"),
        "stage": ("学段",),
        "kind": ("类型",),
        "ownership": ("性质",),
        "area": ("地域",),
        "town": ("乡镇",),
        "county": ("县区",),
        "feeds": ("升入",),
        "campus_of": ("本部",),
    }
)
_ENGLISH = {word: name for name, words in KNOWN.items() for word in (name, *words)}
_NUMBER = re.compile(r"(\d{1,3}(?:[, ]\d{3})+|\d+)(?:\.0+)?\s*[人名个位所班间轨]?")


class Use(Enum):
    """What a column is for."""

    KNOWN = auto()
    COUNT = auto()
    CLUSTER = auto()
    ROLE = auto()
    OTHER = auto()


@record
class Column:
    """One column: `name` is English where known, the cluster type for its roles, else the heading."""

    heading: str
    name: str
    use: Use


def columns_of(header: Sequence[str], cells: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns under these headings; `cells` are the cells of each."""
    types = {head for head, dot, _ in (heading.partition(".") for heading in header) if dot}
    return tuple(_column(heading, column, types) for heading, column in zip(header, cells, strict=True))


def english(heading: str) -> str:
    """The known column a heading means, else the heading in half-width signs."""
    name = plain(heading)
    return _ENGLISH.get(name, _ENGLISH.get(name.lower(), name))


def is_known(heading: str) -> bool:
    """Whether a heading is that of a known column."""
    return english(heading) in KNOWN


def _column(heading: str, cells: Sequence[str], types: set[str]) -> Column:
    name = english(heading)
    if name in KNOWN:
        return Column(heading=heading, name=name, use=Use.KNOWN)
    head, dot, tail = heading.partition(".")
    if dot and head:
        role = tail.strip().lower() in ROLE_WORDS
        return Column(heading=heading, name=head if role else heading, use=Use.ROLE if role else Use.OTHER)
    if heading not in types and _mostly_numbers(cells):
        return Column(heading=heading, name=heading, use=Use.COUNT)
    return Column(heading=heading, name=heading, use=Use.CLUSTER)


def _mostly_numbers(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    numbers = sum(head_count(cell) is not None for cell in filled)
    return numbers * 2 > len(filled)


def head_count(cell: str) -> int | None:
    """A whole number of heads: 1,232, 17人, 12班, １２, 12.0; None if it is none."""
    found = _NUMBER.fullmatch(plain(cell))
    return int(re.sub("[, ]", "", found[1])) if found else None
