"""The tags of a Word file, each with the paragraph it stands in, and what is wrong with them as they are written.

Paragraphs are counted as Word counts them: in the text, its tables and text boxes, from 1; headers, footers and
notes each by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Place
from xuequ.findings.nearest import nearest

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.S)
_HALF = re.compile(r"\{\{|\{%|%\}|\}\}")
_WIDE = re.compile(r"｛\s*[｛{%％]|\{\s*[｛％]|[％%]\s*｝|[｝}]\s*｝|｝\s*\}")
_OF_A_PART = re.compile(r"^(p|tr|tc|r)\s+")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_LONGEST = 40
_KNOWN = ("for", "if", "else", "elif", "endfor", "endif", "set", "with", "endwith", "filter", "endfilter")
_RARE = ("macro", "endmacro", "call", "endcall", "endset", "raw", "endraw", "colspan", "cellbg", "vm", "hm")
#: Statements that have an end.
OPENING = frozenset({"for", "if", "with", "filter", "macro", "call"})
_INNER = {"else": ("if", "for"), "elif": ("if",)}


class Paragraph(NamedTuple):
    """A paragraph: which part of the file, its number there, its text, and the table cell it is in (0: none)."""

    part: str
    number: int
    text: str
    cell: int = 0

    @property
    def facts(self) -> dict[str, object]:
        """What a finding says of it."""
        short = self.text if len(self.text) <= _LONGEST else f"{self.text[: _LONGEST - 1]}…"
        return {"part": Word(self.part), "paragraph": self.number, "text": short}


class Tag(NamedTuple):
    """A tag: `inner` is what it says, `kind` the part of the page it stands for (`p`, `tr`, `tc`, `r` or none)."""

    inner: str
    kind: str
    statement: bool
    at: Paragraph

    @property
    def word(self) -> str:
        """The first word: of a statement, what it does."""
        return self.inner.split()[0] if self.inner else ""


def paragraphs(xml: bytes | str, part: str) -> tuple[Paragraph, ...]:
    """The paragraphs of one part of a Word file."""
    root = etree.fromstring(xml.encode() if isinstance(xml, str) else xml)
    cells: dict[object, int] = {}
    found: list[Paragraph] = []
    for each in root.iter(f"{_W}p"):
        if next(each.iterancestors(_FALLBACK), None) is not None:
            continue
        cell = next(each.iterancestors(f"{_W}tc"), None)
        number = 0 if cell is None else cells.setdefault(cell, len(cells) + 1)
        own = (t for t in each.iter(f"{_W}t") if next(t.iterancestors(f"{_W}p")) is each)
        found.append(Paragraph(part, len(found) + 1, "".join(t.text or "" for t in own), number))
    return tuple(found)


def tags(many: Sequence[Paragraph]) -> tuple[Tag, ...]:
    """The tags in paragraphs, in order; remarks are none."""
    return tuple(
        tag(written, at) for at in many for written in _TAG.findall(at.text) if not written.startswith("{#")
    )


def tag(written: str, at: Paragraph) -> Tag:
    """One tag by how it is written, `{%p for x in y %}`."""
    inner = written[2:-2].strip().strip("-").strip().translate(_QUOTES)
    kind = _OF_A_PART.match(written[2:].lstrip("-"))
    inner = _OF_A_PART.sub("", inner) if kind else inner
    return Tag(" ".join(inner.split()), kind[1] if kind else "", written.startswith("{%"), at)


def written_wrongly(many: Sequence[Paragraph], file: str) -> Iterator[Finding]:
    """Tags that are no tags: half of one, or with the braces of Chinese type."""
    for at in many:
        rest = _TAG.sub("", at.text)
        if _WIDE.search(rest):
            yield finding("DOC309", Place(file=file), **at.facts)
        elif half := _HALF.search(rest):
            yield finding("DOC302", Place(file=file), tag=half[0], **at.facts)


def unknown_statements(many: Sequence[Tag], file: str) -> Iterator[Finding]:
    """Statements of no kind that templates have."""
    for each in many:
        if each.statement and each.word not in _KNOWN and each.word not in _RARE:
            near = nearest(each.word, _KNOWN)
            yield finding("DOC308", Place(file=file), name=each.word, nearest=near, **each.at.facts)


def paired_wrongly(many: Sequence[Tag], file: str) -> Iterator[Finding]:
    """Statements that are not closed, close nothing, or begin in one place and end in another."""
    opened: list[Tag] = []
    for each in many:
        if not each.statement:
            continue
        if each.kind in ("tr", "tc") and not each.at.cell:
            yield _finding("DOC307", each, file)
        if each.word in OPENING:
            opened.append(each)
        elif each.word.startswith("end") and each.word[3:] in OPENING:
            if not opened or opened[-1].word != each.word[3:]:
                yield _unpaired(each, opened, file)
                return
            yield from _apart(opened.pop(), each, file)
        elif each.word in _INNER and (not opened or opened[-1].word not in _INNER[each.word]):
            yield _finding("DOC313", each, file)
            return
    for each in opened:
        yield _finding("DOC306", each, file, end=f"end{each.word}")


def _unpaired(last: Tag, opened: Sequence[Tag], file: str) -> Finding:
    """An end that closes nothing, unless what it closes is there and something inside was left open."""
    if any(each.word == last.word[3:] for each in opened):
        return _finding("DOC306", opened[-1], file, end=f"end{opened[-1].word}")
    return _finding("DOC313", last, file)


def _apart(first: Tag, last: Tag, file: str) -> Iterator[Finding]:
    if first.kind in ("tr", "tc") and not first.at.cell:
        return
    whole_rows = first.kind == last.kind and first.kind in ("tr", "tc")
    if first.kind != last.kind or (first.at.cell != last.at.cell and not whole_rows):
        yield _finding("DOC307", first, file)


def _finding(code: str, each: Tag, file: str, **more: object) -> Finding:
    return finding(code, Place(file=file), tag=each.inner, **each.at.facts, **more)
