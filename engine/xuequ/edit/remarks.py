"""Which comments and blank lines of a file go before which of its keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from xuequ.findings.finding import DocPath
from xuequ.source import marks
from xuequ.source.comments import comments
from xuequ.source.document import Document
from xuequ.source.marks import Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """Comments by the path of the key they go with, and the keys that stand after a blank line."""

    before: Mapping[DocPath, tuple[str, ...]] = field(default_factory=dict)
    beside: Mapping[DocPath, str] = field(default_factory=dict)
    spaced: frozenset[DocPath] = frozenset()
    tail: tuple[str, ...] = ()


def remarks(document: Document) -> Remarks:
    """The comments of a document, each with the key on its own line or the next key below it."""
    lines = document.text.splitlines()
    at_line: dict[int, DocPath] = {}
    for path, line in _key_lines(document.marks, (), document.text):
        at_line.setdefault(line, path)
    before: dict[DocPath, list[str]] = {}
    beside: dict[DocPath, str] = {}
    tail: list[str] = []
    for text, line, column in comments(document.text):
        if line in at_line and lines[line - 1][: column - 1].strip():
            beside[at_line[line]] = text
            continue
        below = min((other for other in at_line if other > line), default=0)
        (before.setdefault(at_line[below], []) if below else tail).append(text)
    spaced = frozenset(path for line, path in at_line.items() if _after_blank(lines, line))
    return Remarks(
        before={path: tuple(texts) for path, texts in before.items()},
        beside=beside,
        spaced=spaced,
        tail=tuple(tail),
    )


def _key_lines(mark: Mark, at: DocPath, text: str) -> Iterator[tuple[DocPath, int]]:
    """Every key with the line it stands on, the outer before the inner."""
    for key, (key_mark, value) in marks.entries(mark).items():
        yield (*at, key), marks.span(key_mark, text).start.line
        yield from _key_lines(value, (*at, key), text)
    for number, value in enumerate(marks.elements(mark)):
        yield from _key_lines(value, (*at, number), text)


def _after_blank(lines: list[str], line: int) -> bool:
    """Whether a blank line stands above, comments in between left out."""
    number = line - 2
    while number >= 0 and lines[number].lstrip().startswith("#"):
        number -= 1
    return number >= 0 and not lines[number].strip()
