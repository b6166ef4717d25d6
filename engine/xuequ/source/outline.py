"""Outlines: the clauses of a document by number, with short titles, from its text.

An outline holds no sentence of its document: a number, and the words of a heading up to the first stop. Parts
without a number have the names clauses use: 题 (title), 主送, 导语, 结语, 附件1. A text that numbers nothing has its
paragraphs counted: 段1, 段2 …
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place, Position, Span
from xuequ.source.numbering import OWN, Numbered, Rank, numbered

#: A heading longer than this is cut: a title names a clause and does not tell it.
LONGEST_TITLE = 24
#: Ranks one of which is the outermost in most documents.
TOP = frozenset({Rank.ARTICLE, Rank.FIRST, Rank.SECOND})
_STOP = re.compile(r"[。；;:：，,!！?？]")
_DATE = re.compile(r"[\d〇零一二三四五六七八九十]{2,4}\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月")
_ATTACHMENT = re.compile(r"附\s*件\s*(\d{0,2})\s*[:：]?\s*$|附\s*件\s*(\d{1,2})\s+\S")
_SENTENCE = re.compile(r"[。；;！!？?]")
_MARKS = re.compile(r"^(?:#{1,6}\s+|[-*+]\s+|>\s*)|\*\*|__")


class Clause(NamedTuple):
    """One clause: its number as schemes write it, a short title or none, and the line it begins in."""

    number: str
    title: str
    line: int


class Outline(NamedTuple):
    """The clauses of one document in their order; `file` is the name that findings show."""

    file: str
    title: str
    clauses: tuple[Clause, ...]


class Outlined(NamedTuple):
    """An outline, and what was odd about the numbering."""

    outline: Outline
    findings: tuple[Finding, ...]


class Line(NamedTuple):
    """A paragraph of a document and the line it stands in, from 1."""

    number: int
    text: str


def outline_of(lines: Iterable[Line], file: str) -> Outlined:
    """The outline of a document given as its paragraphs."""
    kept = [Line(n, text) for n, raw in lines if (text := _MARKS.sub("", raw.strip()).strip())]
    ranks = [number.rank for line in kept if (number := numbered(line.text))]
    if not ranks:
        return Outlined(_counted(kept, file), ())
    reading = _Reading(file, TOP & set(ranks))
    for line in kept:
        reading.line(line)
    return Outlined(Outline(file, reading.title, tuple(reading.finished())), tuple(reading.findings))


def _counted(lines: list[Line], file: str) -> Outline:
    """The paragraphs of a text that numbers nothing; what has no stop in front of them is its title."""
    start = next((i for i, line in enumerate(lines) if _SENTENCE.search(line.text)), 0)
    title = "".join(line.text for line in lines[:start])
    first = [Clause("题", _short(title), lines[0].number)] if title else []
    body = [line for line in lines[start:] if _SENTENCE.search(line.text)]
    return Outline(
        file, title, (*first, *(Clause(f"段{n}", "", line.number) for n, line in enumerate(body, 1)))
    )


class _Reading:
    """One document on its way from top to bottom."""

    def __init__(self, file: str, top: Collection[Rank]) -> None:
        self.file = file
        self.top = top
        """The ranks of the outermost clauses, if it has such: a list that stands before them is none of it."""
        self.title = ""
        self.clauses: list[Clause] = []
        self.findings: list[Finding] = []
        self.stack: list[Numbered] = []
        self.last: dict[tuple[str, Rank], int] = {}
        self.prefix = ""
        self.told = False
        """Whether the last numbered clause has said a sentence, so that what follows it may be the closing."""
        self.closing: Clause | None = None

    def line(self, line: Line) -> None:
        """Take one paragraph."""
        attachment = _ATTACHMENT.match(line.text)
        number = numbered(line.text)
        if attachment is not None and number is None:
            self._attach(line, attachment[1] or attachment[2] or "")
        elif number is not None and self._in_order(number, line):
            self.closing = None
            self._numbered(number, line)
        elif not self.stack and not self.prefix:
            self._front(line)
        else:
            self._behind(line)

    def finished(self) -> Iterator[Clause]:
        """The clauses, the closing last."""
        yield from self.clauses
        if self.closing is not None:
            yield self.closing

    def _front(self, line: Line) -> None:
        """What stands before the first number: title, addressee, introduction."""
        seen = {clause.number for clause in self.clauses}
        if line.text.endswith((":", "：")) and len(line.text) <= 60 and "主送" not in seen:
            self._add("主送", "", line)
        elif _SENTENCE.search(line.text) or {"主送", "导语"} & seen:
            if "导语" not in seen:
                self._add("导语", "", line)
        else:
            self.title += line.text
            if "题" not in seen:
                self._add("题", "", line)

    def _behind(self, line: Line) -> None:
        """What has no number and stands behind one: the body of a heading, or the closing of the whole."""
        if self.told and not self.prefix and self.closing is None and _SENTENCE.search(line.text):
            self.closing = Clause("结语", "", line.number)
        elif _SENTENCE.search(line.text):
            self.told = True

    def _attach(self, line: Line, number: str) -> None:
        if self.closing is not None:
            self.clauses.append(self.closing)
            self.closing = None
        self.prefix = f"附件{number}"
        self.stack = []
        self._add(self.prefix, "", line)

    def _in_order(self, number: Numbered, line: Line) -> bool:
        """Whether a number is one of the document's; where it does not go on from the one before, that is told."""
        if number.rank >= Rank.THIRD and not self.stack and not self.prefix and self.top:
            return False
        above = self._above(number)
        before = self.last.get((above, number.rank), 0)
        expected = before + 1
        if number.rank is Rank.THIRD and number.value > expected + 20:
            return False
        if number.value not in (expected, 1) or (number.value == 1 and before):
            self._odd(number, expected, line)
        return True

    def _above(self, number: Numbered) -> str:
        if number.rank in OWN:
            return self.prefix
        held = [n for n in self.stack if n.rank < number.rank]
        base = [n.written for n in held if n.rank not in (Rank.CHAPTER, Rank.SECTION)]
        return self.prefix + "".join(base)

    def _numbered(self, number: Numbered, line: Line) -> None:
        above = self._above(number)
        self.last[(above, number.rank)] = number.value
        self.stack = [n for n in self.stack if n.rank < number.rank] + [number]
        title, rest = _parted(number.text)
        self.told = bool(rest)
        self._add(above + number.written, title, line)

    def _add(self, number: str, title: str, line: Line) -> None:
        if all(clause.number != number for clause in self.clauses):
            self.clauses.append(Clause(number, title, line.number))

    def _odd(self, number: Numbered, expected: int, line: Line) -> None:
        span = Span(Position(line.number, 1), Position(line.number, 1 + len(line.text)))
        place = Place(file=self.file, span=span, line=line.text)
        written = self._above(number) + number.written
        self.findings.append(finding("SRC205", place, number=written, count=number.value, expected=expected))


def _parted(text: str) -> tuple[str, str]:
    """A clause's own text as its title and what is said after it."""
    stop = _STOP.search(text)
    if stop is None:
        return _short(text), ""
    head, rest = text[: stop.start()], text[stop.end() :]
    # A comma ends no heading: what it parts is a sentence, and a sentence has no title.
    if stop[0] in "，,；;":
        return "", text
    return (_short(head), rest) if len(head) <= LONGEST_TITLE else ("", text)


def _short(text: str) -> str:
    plain = "".join(text.split())
    return plain if len(plain) <= LONGEST_TITLE else plain[: LONGEST_TITLE - 1] + "…"
