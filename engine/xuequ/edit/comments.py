"""Where the comments and blank lines of a file belong: before, beside or after which of its keys and items.

A comment on a line of its own belongs to what comes next on its level; one indented further than what comes next
closes the block above it. What stands before the first key is about the whole file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from xuequ.findings.finding import DocPath
from xuequ.source import marks
from xuequ.source.comments import comments
from xuequ.source.document import Comment, Document
from xuequ.source.marks import Mark
from xuequ.source.text import lines

#: A comment that lets findings pass; it speaks of what stands on its line or the next.
_ALLOWS = re.compile(r"#\s*xuequ\s*[:：]\s*(?:allow|允许|放行)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """Comments by the path of the key or item they go with; an empty text is a blank line among them."""

    head: tuple[str, ...] = ()
    before: Mapping[DocPath, tuple[str, ...]] = field(default_factory=dict)
    beside: Mapping[DocPath, str] = field(default_factory=dict)
    after: Mapping[DocPath, tuple[str, ...]] = field(default_factory=dict)
    spaced: frozenset[DocPath] = frozenset()
    """What stands after a blank line."""
    whole: frozenset[DocPath] = frozenset()
    """What stands on one line and has to, since a comment lets findings on that line pass."""
    tail: tuple[str, ...] = ()


class _Spot(NamedTuple):
    """A line on which a key or an item begins: the outermost of those."""

    path: DocPath
    line: int
    column: int
    inner: DocPath
    """What a comment beside it is about: of an item in a block its first key."""


def remarks(document: Document) -> Remarks:
    """The comments and blank lines of a document."""
    return _Gathering(document).remarks()


class _Gathering:
    """Every comment on its way to its spot."""

    def __init__(self, document: Document) -> None:
        self._lines = lines(document.text)
        spots: dict[int, _Spot] = {}
        for spot in _spots(document.marks, (), document.text, self._lines):
            spots.setdefault(spot.line, spot)
        self._at = sorted(spots)
        self._spots = [spots[line] for line in self._at]
        self._place = {spot.path: spot for spot in self._spots}
        self._head: list[Comment] = []
        self._before: dict[DocPath, list[Comment]] = {}
        self._beside: dict[DocPath, str] = {}
        self._after: dict[DocPath, list[Comment]] = {}
        self._tail: list[Comment] = []
        for comment in comments(document.text):
            self._take(comment)

    def remarks(self) -> Remarks:
        """What was gathered."""
        head, own = self._divided()
        if own:
            self._before[self._spots[0].path] = own
        spaced = {spot.path for spot in self._spots if self._blank_above(self._begins(spot))}
        if self._spots and not own:
            spaced.discard(self._spots[0].path)
        return Remarks(
            head=head,
            before={p: self._texts(held, self._place[p].line) for p, held in self._before.items()},
            beside=self._beside,
            after={path: self._set_apart(held) for path, held in self._after.items()},
            spaced=frozenset(spaced),
            whole=frozenset(spot.path for spot in self._spots if self._is_whole(spot)),
            tail=self._set_apart(self._tail),
        )

    def _take(self, comment: Comment) -> None:
        alone = not self._lines[comment.line - 1][: comment.column - 1].strip()
        reached = bisect_left(self._at, comment.line + (not alone))
        above = self._spots[reached - 1] if reached else None
        below = self._spots[reached] if reached < len(self._spots) else None
        if above is not None and not alone and above.inner not in self._beside:
            self._beside[above.inner] = comment.text
            return
        closed = self._closed(comment, above, below) if above is not None and alone else None
        if above is None:
            self._head.append(comment)
        elif closed is not None:
            self._after.setdefault(closed, []).append(comment)
        elif below is None:
            self._tail.append(comment)
        else:
            self._before.setdefault(below.path, []).append(comment)

    def _closed(self, comment: Comment, above: _Spot, below: _Spot | None) -> DocPath | None:
        """What ends above the comment and stands on its level, if the comment is further in than what follows."""
        level = below.column if below else 1
        outer = (self._place.get(above.path[:length]) for length in range(len(above.path), 0, -1))
        found = next((spot for spot in outer if spot and spot.column <= comment.column), None)
        # In braces columns say little: what closes stands further in by its path as well.
        outside = len(below.path) if below else 1
        return found.path if found and found.column > level and len(found.path) > outside else None

    def _divided(self) -> tuple[tuple[str, ...], list[Comment]]:
        """The head of the file, and the comments before the first key that a blank line sets apart from it."""
        held = self._head
        if not held or not self._spots:
            return tuple(each.text for each in held), []
        first = self._spots[0].line
        cut = len(held)
        if not self._blank_above(first):
            cut = next((n for n in range(len(held) - 1, 0, -1) if self._blank_above(held[n].line)), cut)
        until = held[cut].line if cut < len(held) else first
        return self._texts(held[:cut], until), held[cut:]

    def _texts(self, held: Sequence[Comment], until: int) -> tuple[str, ...]:
        """Comments with the blank lines among them and before line `until`."""
        texts: list[str] = []
        for number, comment in enumerate(held):
            if number and self._blank_above(comment.line):
                texts.append("")
            texts.append(comment.text)
        return (*texts, "") if self._blank_above(until) else tuple(texts)

    def _set_apart(self, held: Sequence[Comment]) -> tuple[str, ...]:
        """Comments with the blank lines before and among them."""
        texts = self._texts(held, 1)
        return ("", *texts) if held and self._blank_above(held[0].line) else texts

    def _begins(self, spot: _Spot) -> int:
        """The line of a spot, or of the first comment before it."""
        held = self._before.get(spot.path)
        return held[0].line if held else spot.line

    def _blank_above(self, line: int) -> bool:
        return line > 1 and not self._lines[line - 2].strip()

    def _is_whole(self, spot: _Spot) -> bool:
        beside = _ALLOWS.match(self._beside.get(spot.path, ""))
        before = self._before.get(spot.path, ())
        if not beside and not any(_ALLOWS.match(comment.text) for comment in before):
            return False
        following = self._spots[bisect_left(self._at, spot.line + 1) :][:1]
        return not following or following[0].path[: len(spot.path)] != spot.path


def _spots(mark: Mark, at: DocPath, text: str, held: list[str]) -> Iterator[_Spot]:
    """Every key and item with the place where it begins, the outer before the inner."""
    for key, (named, value) in marks.entries(mark).items():
        start = marks.span(named, text).start
        yield _Spot((*at, key), start.line, start.column, (*at, key))
        yield from _spots(value, (*at, key), text, held)
    for number, value in enumerate(marks.elements(mark)):
        yield _item(value, (*at, number), text, held)
        yield from _spots(value, (*at, number), text, held)


def _item(mark: Mark, path: DocPath, text: str, held: list[str]) -> _Spot:
    """The place of an item, at its dash where it has one."""
    start = marks.span(mark, text).start
    before = held[start.line - 1][: start.column - 1].rstrip()
    if not before.endswith("-"):
        return _Spot(path, start.line, start.column, path)
    first = next(iter(marks.entries(mark).items()), None)
    shares = first is not None and marks.span(first[1][0], text).start == start
    return _Spot(path, start.line, len(before), (*path, first[0]) if first and shares else path)
