"""Bytes into text: encodings, size, and characters that no text should hold.

What can be read is read on: a file in GBK or UTF-16 is told to be one, and its content is checked as well.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place, Position, Span
from xuequ.findings.width import INVISIBLE
from xuequ.source.limits import MEGABYTE, MOST_MEGABYTES

_BREAK = re.compile(r"\r\n|\r|\n")
#: Those of them that stood between two words.
_PARTING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
#: Those that are left out.
_LEFT_OUT = re.compile(f"(?!{_PARTING.pattern}){INVISIBLE.pattern}")
#: A file in UTF-8 with a few damaged bytes is not one in GBK.
_DAMAGED = 0.1


class Decoded(NamedTuple):
    """A text, or None where the bytes hold none, and what was found on the way."""

    text: str | None
    findings: tuple[Finding, ...]


class Encoded(NamedTuple):
    """A text and the encoding it came in."""

    text: str
    encoding: str


def lines(text: str) -> list[str]:
    """The lines of a text without their ends, as editors count them."""
    return _BREAK.split(text)


def line_of(held: list[str], number: int) -> str:
    """One of the lines, counted from 1; empty where there are not so many."""
    return held[number - 1] if 0 < number <= len(held) else ""


def position(text: str, index: int) -> Position:
    """Line and column from 1 of the character at `index`."""
    begun = _beginnings(text)
    line = bisect_right(begun, index)
    return Position(line, index - begun[line - 1] + 1)


def offset(text: str, line: int) -> int:
    """The index at which a line, counted from 1, begins; the text's end if it has fewer."""
    begun = _beginnings(text)
    return begun[max(line, 1) - 1] if line <= len(begun) else len(text)


@lru_cache(maxsize=4)
def _beginnings(text: str) -> tuple[int, ...]:
    """Where each line begins; kept, since a table is asked for the places of many cells."""
    return (0, *(found.end() for found in _BREAK.finditer(text)))


def stretch(text: str, start: int, end: int) -> Span:
    """The span from `start` up to, not including, `end`."""
    return Span(position(text, start), position(text, end))


def too_large(data: bytes, file: str) -> Finding | None:
    """The finding about a file over the limit."""
    if len(data) <= MOST_MEGABYTES * MEGABYTE:
        return None
    return finding("YML112", Place(file=file), limit=MOST_MEGABYTES)


def decoded(data: bytes, file: str) -> Decoded:
    """The text of a file that should be UTF-8. A byte order mark is taken off."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _other(data, file, error)
    encoding = _utf16(data) if "\0" in text else ""
    return _as_utf16(data, file, encoding) if encoding else Decoded(text, ())


def guessed(data: bytes) -> Encoded | None:
    """The text of a file in whatever encoding Chinese spreadsheets write: UTF-8, UTF-16 or GBK."""
    for encoding in ("utf-8-sig", _utf16(data), "gb18030"):
        try:
            if encoding:
                return Encoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return None


def without_invisible(text: str, file: str) -> Decoded:
    """The text without characters nobody sees, with a space in place of what parts words; a finding for each kind."""
    first: dict[str, list[int]] = {}
    for match in INVISIBLE.finditer(text):
        first.setdefault(match[0], []).append(match.start())
    findings = tuple(
        finding(
            "YML108",
            Place(file=file, span=stretch(text, indices[0], indices[0] + 1)),
            character=f"U+{ord(character):04X}",
            times=len(indices),
        )
        for character, indices in first.items()
    )
    return Decoded(INVISIBLE.sub(lambda found: " " if _PARTING.match(found[0]) else "", text), findings)


def as_written(span: Span, held: list[str]) -> Span:
    """Where a span of a text without invisible characters stands in the lines of the text that has them."""
    start, end = span.start, span.end
    begun = Position(start.line, _column(line_of(held, start.line), start.column))
    ended = Position(end.line, _column(line_of(held, end.line), end.column - 1) + 1)
    return Span(begun, max(begun, ended))


def _column(line: str, column: int) -> int:
    """The column in `line` of the character that has `column` without those that are left out."""
    kept = [0, *(at for at, character in enumerate(line, 1) if not _LEFT_OUT.match(character))]
    return kept[column] if column < len(kept) else kept[-1] + column - len(kept) + 1


def _other(data: bytes, file: str, error: UnicodeDecodeError) -> Decoded:
    encoding = _utf16(data)
    replaced = data.decode("utf-8-sig", "replace")
    byte = f"{error.object[error.start]:02X}"
    place = Place(file=file, span=_bad_byte(error))
    if encoding:
        return _as_utf16(data, file, encoding)
    if replaced.count("\ufffd") <= _DAMAGED * sum(character > "\x7f" for character in replaced):
        return Decoded(replaced, (finding("YML105", place, byte=byte),))
    try:
        return Decoded(data.decode("gb18030"), (finding("YML106", place),))
    except UnicodeDecodeError:
        return Decoded(None, (finding("YML105", place, byte=byte),))


def _as_utf16(data: bytes, file: str, encoding: str) -> Decoded:
    place = Place(file=file, span=Span(Position(1, 1), Position(1, 2)))
    return Decoded(data.decode(encoding, "replace"), (finding("YML107", place),))


def _utf16(data: bytes) -> str:
    """The name of the codec if the bytes are UTF-16, with its byte order mark or by their zeros."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    start = data[:200]
    if len(start) < 4 or start.count(0) * 4 < len(start):
        return ""
    odd = start[1::2].count(0)
    return "utf-16-le" if odd == start.count(0) else "utf-16-be" if odd == 0 else ""


def _bad_byte(error: UnicodeDecodeError) -> Span:
    before = error.object[: error.start].decode("utf-8")
    start = position(before, len(before))
    return Span(start, Position(start.line, start.column + 1))
