"""Outlines: the clauses of a document by number, with short titles, from its text.

An outline holds no sentence of its document: a number, and the words of a heading up to the first stop. Parts
without a number have the names clauses use: 题 (title), 主送, 导语, 结语, 附件1. An article of several paragraphs has
each of them: 第一条第二款. A text that numbers nothing has its paragraphs counted: 段1, 段2 …
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place, Position, Span
from xuequ.source.document import Document
from xuequ.source.front_matter import Front, is_attachment, kept_text, lists_attachments
from xuequ.source.numbering import HEADINGS, OWN, Numbered, Rank, clause_key, in_chinese, numbered

#: A heading longer than this is cut: a title names a clause and does not tell it.
LONGEST_TITLE = 24
#: Ranks one of which is the outermost in most documents.
TOP = frozenset({Rank.ARTICLE, Rank.ROMAN, Rank.FIRST, Rank.SECOND})
_STOP = re.compile(r"[。；;:：，,!！?？]")
_SENTENCE = re.compile(r"[。；;！!？?]")
_LABEL = re.compile(r"[^。；;：:，,、]{1,12}[：:]")
#: What an article is about, in brackets in front of it: 【目的】, （适用范围）.
_ABOUT = re.compile(r"[【〔（(]([^】〕）)]{1,20})[】〕）)]")
_ENDED = re.compile(r"[。；;：:！!？?”’』」）)]\s*$")
#: Stands in a number for the paragraph of its article, until it is known whether there is another.
_PARAGRAPH = re.compile("\0(\\d+)\0")
#: A key or title that needs no quotes.
_PLAIN = re.compile(r"[^\W\d_][\w()（）·“”《》、①-⑳…]*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"}
_RESERVED = ("true", "false", "null", "unspecified")


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


class TextLine(NamedTuple):
    """A paragraph of a document and the line it stands in, from 1."""

    number: int
    text: str


def outline_of(lines: Iterable[TextLine], file: str) -> Outlined:
    """The outline of a document given as its paragraphs."""
    kept = [TextLine(*each) for each in kept_text(lines)]
    ranks = {number.rank for line in kept if (number := numbered(line.text))}
    if not ranks or (not ranks & (TOP | OWN) and _is_labelled(kept)):
        return Outlined(_counted(kept, file), ())
    reading = _Reading(file, TOP & ranks)
    for line in kept:
        reading.line(line)
    return Outlined(Outline(file, reading.front.title, tuple(reading.finished())), tuple(reading.findings))


def _is_labelled(lines: Iterable[TextLine]) -> bool:
    """Whether paragraphs say what they are about and have no number: 目标：…, and lists stand between them."""
    front, found = Front(), 0
    for line in lines:
        if numbered(line.text) is not None:
            break
        found += front.part(line.text) != "主送" and _LABEL.match(line.text) is not None
    return found > 1


def _counted(lines: list[TextLine], file: str) -> Outline:
    """The paragraphs of a text, whose lists belong to the paragraph before; what says nothing is its title."""
    front, clauses, number = Front(), list[Clause](), 0
    for line in lines:
        item = numbered(line.text)
        if item is not None and number:
            clauses.append(Clause(f"段{number}({item.value})", _parted(item.text)[0], line.number))
            continue
        part = "" if number else front.part(line.text)
        says = _SENTENCE.search(line.text) or _LABEL.match(line.text)
        if part == "导语" or (number and says):
            number += 1
            label = _LABEL.match(line.text)
            clauses.append(Clause(f"段{number}", label[0][:-1].strip() if label else "", line.number))
        elif part == "主送" or (part == "题" and not clauses):
            clauses.append(Clause(part, "", line.number))
    named = [c._replace(title=_short(front.title)) if c.number == "题" else c for c in clauses]
    return Outline(file, front.title, tuple(named))


class _Reading:
    """One document on its way from top to bottom."""

    def __init__(self, file: str, top: Collection[Rank]) -> None:
        self.file = file
        self.top = top
        """The ranks of the outermost clauses, if it has such: a list that stands before them is none of it."""
        self.front = Front()
        self.clauses: list[Clause] = []
        self.findings: list[Finding] = []
        self.stack: list[Numbered] = []
        self.last: dict[tuple[str, Rank], tuple[int, int]] = {}
        self.prefix = ""
        self.told = False
        """Whether the last numbered clause has said a sentence, so that what follows it may be the closing."""
        self.ended = True
        """Whether the line before ended a paragraph."""
        self.closing: Clause | None = None
        self.anew: set[Rank] = set()
        """The ranks of headings that may begin with 1 again."""
        self.listing = False
        """Whether the last line was of the list of what is attached."""
        self.labelled = 0
        """How many paragraphs before the first number say what they are about."""
        self.begun = 0
        """Where the clauses of the article that is open begin."""
        self.paragraphs: list[int] = []
        """The lines in which its paragraphs begin."""

    def line(self, line: TextLine) -> None:
        """Take one paragraph."""
        attachment = is_attachment(line.text)
        number = numbered(line.text)
        self.listing = lists_attachments(line.text) or (
            self.listing and number is not None and number.rank is Rank.THIRD
        )
        if self.listing:
            pass
        elif attachment is not None and number is None:
            self._attach(line, attachment)
        elif number is not None and self._in_order(number, line):
            self.closing = None
            self._numbered(number, line)
        elif not self.stack and not self.prefix:
            self._front(line)
        else:
            self._behind(line)
        self.ended = _ENDED.search(line.text) is not None

    def finished(self) -> Iterator[Clause]:
        """The clauses, the closing last."""
        self._close_article()
        yield from self.clauses
        if self.closing is not None:
            yield self.closing

    def _front(self, line: TextLine) -> None:
        """What stands before the first number: title, addressee, introduction."""
        part = self.front.part(line.text)
        label = _LABEL.match(line.text)
        if part == "导语" and label is not None and label.end() < len(line.text):
            self.labelled += 1
            self._add(f"段{self.labelled}", label[0][:-1].strip(), line)
        elif part:
            self._add(part, "", line)

    def _behind(self, line: TextLine) -> None:
        """What has no number and stands behind one: a paragraph of an article, the body of a heading, the closing."""
        says = _SENTENCE.search(line.text) is not None
        if not says and self.stack and self.stack[-1].rank in HEADINGS and not self.clauses[-1].title:
            # 第一章 stands in a line by itself, and what it is called in the next.
            self.clauses[-1] = self.clauses[-1]._replace(title=_short(line.text))
        elif self._article is not None:
            if (says or line.text.endswith(("：", ":"))) and (self.ended or not self.paragraphs):
                self.paragraphs.append(line.number)
        elif self.told and not self.prefix and self.closing is None and says:
            self.closing = Clause("结语", "", line.number)
        elif says:
            self.told = True

    @property
    def _article(self) -> Numbered | None:
        return next((n for n in self.stack if n.rank is Rank.ARTICLE), None)

    def _attach(self, line: TextLine, number: str) -> None:
        self._close_article()
        if self.closing is not None:
            self.clauses.append(self.closing)
            self.closing = None
        self.prefix = f"附件{number}"
        self.stack = []
        self._add(self.prefix, "", line)

    def _in_order(self, number: Numbered, line: TextLine) -> bool:
        """Whether a number is one of the document's; where it does not go on from the one before, that is told."""
        if number.rank >= Rank.THIRD and not self.stack and not self.prefix and self.top:
            return False
        before, inserted = self.last.get(self._series(number), (0, 0))
        expected = before + 1
        if number.rank is Rank.THIRD and number.value > expected + 20:
            return False
        follows = (number.value == before and number.inserted == inserted + 1) or (
            number.value in (expected, 1) and not number.inserted
        )
        again = number.value == 1 and before > 0 and not number.inserted
        if not follows or (again and number.rank not in self.anew):
            self._odd(number, expected, line)
        return True

    def _series(self, number: Numbered) -> tuple[str, Rank]:
        """What a number is counted in: those under one clause, and of dotted ones those with one beginning."""
        dotted = number.written.rpartition(".")[0] if number.rank is Rank.DOTTED else ""
        return self._above(number) + dotted, number.rank

    def _above(self, number: Numbered) -> str:
        if number.rank in OWN:
            return self.prefix
        ended = Rank.THIRD if number.rank is Rank.DOTTED else number.rank
        held = [n for n in self.stack if n.rank < ended and (n.rank not in OWN or n.rank is Rank.ARTICLE)]
        mark = f"\0{len(self.paragraphs)}\0"
        return self.prefix + "".join(n.written + mark * (n.rank is Rank.ARTICLE) for n in held)

    def _numbered(self, number: Numbered, line: TextLine) -> None:
        if number.rank in OWN:
            self._close_article()
        self.last[self._series(number)] = number.value, number.inserted
        if number.rank in HEADINGS:
            # Chapters of a part and sections of a chapter may count on or begin anew.
            self.anew |= {rank for rank in HEADINGS if rank > number.rank}
            self.anew -= {number.rank}
        above = self._above(number)
        self.stack = [n for n in self.stack if n.rank < number.rank] + [number]
        title, rest = _of_article(number.text) if number.rank is Rank.ARTICLE else _parted(number.text)
        if (
            self._article is not number
            and self._article is not None
            and number.text.endswith(("。", "；", ";"))
        ):
            # What an article lists are parts of its sentence.
            title, rest = "", number.text
        self.told = bool(rest)
        if number.rank is Rank.ARTICLE:
            self.begun = len(self.clauses)
            self.paragraphs = [line.number] if rest else []
        self._add(above + number.written, title, line)

    def _close_article(self) -> None:
        """Give the clauses of the article that ends its paragraphs, where it has several."""
        article = self._article
        if article is None:
            return
        named = self.prefix + article.written
        held = self.clauses[self.begun :]
        # An article that is numbered like one before has no clause of its own, nor has what it lists.
        items = [clause for clause in held if clause.number != named]
        own = next((clause for clause in held if clause.number == named), None)
        if own is None:
            del self.clauses[self.begun :]
            return
        several = len(self.paragraphs) > 1
        rows, paragraph = [own], ""
        for count, begins in enumerate((0, *self.paragraphs)):
            if count and several:
                paragraph = f"第{in_chinese(count)}款"
                rows.append(Clause(own.number + paragraph, "", begins))
            listed = (item for item in items if f"\0{count}\0" in item.number)
            rows += [item._replace(number=_PARAGRAPH.sub(paragraph, item.number)) for item in listed]
        self.clauses[self.begun :] = rows
        self.paragraphs = []

    def _add(self, number: str, title: str, line: TextLine) -> None:
        if all(clause.number != number for clause in self.clauses):
            self.clauses.append(Clause(number, title, line.number))

    def _odd(self, number: Numbered, expected: int, line: TextLine) -> None:
        span = Span(Position(line.number, 1), Position(line.number, 1 + len(line.text)))
        place = Place(file=self.file, span=span, line=line.text)
        written = _PARAGRAPH.sub("", self._above(number)) + number.written
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


def _of_article(text: str) -> tuple[str, str]:
    """The same of an article, which says sentences: only what is about it stands in brackets or without a stop."""
    about = _ABOUT.match(text)
    if about is not None:
        return about[1], text[about.end() :].strip()
    return ("", text) if _SENTENCE.search(text) or text.endswith(("：", ":")) else (_short(text), "")


def _short(text: str) -> str:
    plain = "".join(text.split())
    return plain if len(plain) <= LONGEST_TITLE else plain[: LONGEST_TITLE - 1] + "…"


def as_yaml(outline: Outline) -> str:
    """The text of an outline file, one clause a line; reading it back gives the same numbers and titles.

    xuequ: 1
    kind: outline
    name: 关于……的意见
    clauses:
      导语:
      一: 总体要求
      二(一)1: 设置
    """
    return "\n".join(_lines(outline)) + "\n"


def _lines(outline: Outline) -> Iterator[str]:
    yield "xuequ: 1"
    yield "kind: outline"
    if outline.title:
        yield f"name: {_scalar(outline.title)}"
    yield "clauses:"
    for clause in outline.clauses:
        yield f"  {_scalar(clause.number)}:{f' {_scalar(clause.title)}' if clause.title else ''}"


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def outline_in(document: Document) -> Outline:
    """The outline a canonical document of that kind holds; how a number is written does not tell clauses apart."""
    value = document.value if isinstance(document.value, dict) else {}
    listed = value.get("clauses")
    clauses: dict[str, Clause] = {}
    for key, title in listed.items() if isinstance(listed, dict) else ():
        number = clause_key(str(key))
        clauses.setdefault(number, Clause(number, "" if title is None else str(title), 0))
    return Outline(document.file, str(value.get("name") or ""), tuple(clauses.values()))
