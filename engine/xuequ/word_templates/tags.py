"""Tags: how they are written, and what each says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from xuequ.word_templates.paragraphs import Paragraph, Stretch

_OPENS = re.compile(r"\{\{|\{%|\{#")
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
#: Statements of a part of the page stand for the whole of it: a paragraph, a row, a cell, a run.
_OF_A_PART = re.compile(r"(p|tr|tc|r)\s+")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_LITERAL = re.compile(r"\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|“[^“”]*”|‘[^‘’]*’")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
#: Statements about the cell they stand in.
CELL_STATEMENTS = frozenset({"colspan", "cellbg", "vm", "hm"})


class Tag(NamedTuple):
    """A tag: what it says (`inner`), what it stands for (`kind`: `p`, `tr`, `tc` or nothing), and where it stands."""

    written: str
    start: int
    inner: str
    kind: str
    stretch: Stretch

    @property
    def at(self) -> Paragraph:
        """The paragraph it stands in."""
        return self.stretch.at

    @property
    def statement(self) -> bool:
        """Whether it does something rather than print."""
        return self.written.startswith("{%")

    @property
    def remark(self) -> bool:
        """Whether it does nothing at all."""
        return self.written.startswith("{#")

    @property
    def word(self) -> str:
        """The first word: of a statement, what it does."""
        return self.inner.split()[0] if self.statement and self.inner else ""

    @property
    def jinja(self) -> str:
        """As Jinja2 reads it."""
        return f"{{% {self.inner} %}}" if self.statement else f"{{{{ {self.inner} }}}}"


def tags(stretch: Stretch) -> Iterator[Tag]:
    """The tags of a text, in order."""
    text, at = stretch.at.text, 0
    while opening := _OPENS.search(text, at):
        end = _end(text, opening.end(), _CLOSES[opening[0]])
        if end is None:
            at = opening.end()
            continue
        yield _tag(text[opening.start() : end], opening.start(), stretch)
        at = end


def without(text: str, found: list[Tag]) -> str:
    """What a text is beside tags."""
    for each in reversed(found):
        text = text[: each.start] + text[each.start + len(each.written) :]
    return text


def outside_literals(inner: str) -> str:
    """What a tag says, with nothing in its quotes."""
    return _LITERAL.sub('""', inner)


def _tag(written: str, start: int, stretch: Stretch) -> Tag:
    inner = written[2:-2].lstrip("-+")
    inner = inner.removesuffix("-").removesuffix("+")
    kind = _OF_A_PART.match(inner)
    inner = inner[kind.end() :] if kind else inner
    # What repeats runs does so within a paragraph, as a tag of no kind does.
    return Tag(written, start, _plain(inner), kind[1] if kind and kind[1] != "r" else "", stretch)


def _plain(inner: str) -> str:
    """With one kind of blank and of quote; what stands in quotes stays."""
    made, at = [], 0
    for literal in _LITERAL.finditer(inner):
        said = literal[0]
        straight = said[0].translate(_QUOTES)
        made += [_blanks(inner[at : literal.start()]), straight, said[1:-1], straight]
        at = literal.end()
    made.append(_blanks(inner[at:]).translate(_QUOTES))
    return "".join(made).strip()


def _blanks(text: str) -> str:
    return re.sub(r"\s+", " ", _INVISIBLE.sub("", text))


def _end(text: str, start: int, closing: str) -> int | None:
    """Where a tag ends: at its closing braces, those in quotes not counted."""
    at = start
    while (end := text.find(closing, at)) >= 0:
        literal = _LITERAL.search(text, at) if closing != "#}" else None
        if literal is None or literal.start() > end or not _one(literal[0]):
            return end + len(closing)
        at = literal.end()
    # A quote that never ends hides no braces.
    end = text.find(closing, start)
    return end + len(closing) if end >= 0 else None


def _one(literal: str) -> bool:
    """Whether it is one text, and not what stands between the quotes of two tags."""
    return not (_OPENS.search(literal) and re.search(r"\}\}|%\}", literal))
