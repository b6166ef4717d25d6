"""The order of headings: 一、（一）1.（1）, none left out on the way down, each with the mark of its level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_HEADING = re.compile(r"^(#{1,6}) +(.*)$", re.M)
#: The mark of each level, as the pattern of what a heading begins with and as it is told; # is the title.
_MARKS = {
    2: (re.compile(r"[一二三四五六七八九十百零]+、"), "一、"),
    3: (re.compile(r"（[一二三四五六七八九十百零]+）"), "（一）"),
    4: (re.compile(r"\d+\\?[.．]"), "1."),
    5: (re.compile(r"（\d+）"), "（1）"),
}


class Misplaced(NamedTuple):
    """A heading at the wrong level: its line, what it should come under or be marked as, and what it has instead."""

    line: str
    skips: bool
    wanted: str
    found: str


def misplaced(markdown: str) -> Iterator[Misplaced]:
    """Headings that leave out a level below the one before, or whose mark is that of another level."""
    before = 0
    for found in _HEADING.finditer(markdown):
        level, text = len(found[1]), found[2]
        marked = next((each for each, (pattern, _) in _MARKS.items() if pattern.match(text)), level)
        if level > before + 1:
            yield Misplaced(found[0], True, sign(before + 1), sign(level))
        elif marked != level and level in _MARKS:
            yield Misplaced(found[0], False, sign(level), sign(marked))
        before = level


def sign(level: int) -> str:
    """A level as a drafter knows it: `## 一、`."""
    return f"{'#' * level} {_MARKS[level][1]}" if level in _MARKS else "#" * level


def written_by(template: str, line: str) -> int:
    """The line of a template that writes this line of Markdown, from 1; 0 where none does."""
    for number, written in enumerate(template.splitlines(), 1):
        if written.lstrip().startswith("#"):
            parts = re.split(r"\{\{.*?\}\}|\{%.*?%\}", written.strip())
            if re.fullmatch(".*".join(map(re.escape, parts)), line.strip()):
                return number
    return 0
