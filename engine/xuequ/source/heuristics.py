"""What YAML accepts and the drafter cannot have meant: prose cut at a comma, a colon without its space."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place, Position, Span
from xuequ.source.events import Event, ScalarEvent
from xuequ.source.marks import Mark, span
from xuequ.source.text import lines

ASCII_BRACES = {"｛": "{", "［": "[", "｝": "}", "］": "]"}
#: What is meant as a mapping, or as a list.
_IN_WIDE_BRACES = "｛[^｛｝]*[:：][^｛｝]*｝|［[^［］]*[,，、][^［］]*］"
WIDE_SPACES = ("\u3000", "\xa0")
_BREAK = re.compile(r"\r\n|\r|\n")
_SWALLOWED = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?=- )")


@dataclass(slots=True, kw_only=True)
class Cut:
    """A value inside braces, and the pieces of prose that its commas cut off."""

    key: str
    value: ScalarEvent
    pieces: list[ScalarEvent] = field(default_factory=list)


def is_cut(key: str, named: Event, marks: dict[str, tuple[Mark, Mark]], cuts: list[Cut]) -> bool:
    """Whether a key without a colon is the rest of the value before it; if so it is noted in `cuts`.

    Where nothing but bare keys and collections stand before it, it is an element written as only its key.
    """
    if not marks or type(named) is not ScalarEvent or named.style:
        return False
    before = next(reversed(marks))
    value = marks[before][1]
    if type(value) is not ScalarEvent or value.style or not value.value:
        return False
    if not cuts or cuts[-1].key != before:
        cuts.append(Cut(key=before, value=value))
    cuts[-1].pieces.append(named)
    return True


def cut_prose(cut: Cut, text: str, file: str) -> Finding:
    """The finding about one value and all pieces cut off it, from the first comma on."""
    first, last = cut.pieces[0], cut.pieces[-1]
    comma = text.index(",", cut.value.end_mark.index)
    offset = comma - cut.value.end_mark.index
    start = Position(cut.value.end_mark.line + 1, cut.value.end_mark.column + offset + 1)
    if first.start_mark.line != cut.value.end_mark.line:
        start = span(first, text).start
    pieces = tuple(piece.value for piece in cut.pieces)
    whole = "，".join((cut.value.value, *pieces))
    place = Place(file=file, span=Span(start, span(last, text).end))
    listed = ", ".join((cut.value.value, *pieces))
    return finding("YML103", place, key=cut.key, pieces=pieces, whole=whole, listed=listed)


def missing_space(named: Event, text: str, file: str) -> Finding | None:
    """The finding about `{lead:a}` and `{lead：a}`, where the colon belongs to the key."""
    if type(named) is not ScalarEvent or named.style:
        return None
    at = re.search("[:：]", named.value)
    return colon(at[0], named, text, file) if at else None


def missing_colon(named: Event, file: str, text: str) -> Finding | None:
    """The finding about `教育局 {名称: 县教育局}`, where the brace became part of a key, for want of a colon."""
    if type(named) is not ScalarEvent or named.style or "}" in named.value:
        return None
    key = named.value.partition("{")[0].rstrip(" \u3000")
    if not key:
        return None
    if key[-1] in ":：":
        return colon(key[-1], named, text, file)
    start = span(named, text).start
    place = Place(file=file, span=Span(start, Position(start.line, start.column + len(key))))
    return finding("YML132", place, written=key)


def colon(sign: str, named: ScalarEvent, text: str, file: str) -> Finding:
    """The finding about a full-width colon, or one without a space after it, in the plain scalar `named`."""
    begun = named.start_mark.index
    above = _BREAK.split(text[begun : text.index(sign, begun)])
    column = len(above[-1]) + (named.start_mark.column if len(above) == 1 else 0)
    at = Position(named.start_mark.line + len(above), column + 1)
    place = Place(file=file, span=Span(at, Position(at.line, at.column + 1)))
    key, _, rest = named.value.partition(sign)
    return glued(sign, place, key, rest)


def glued(sign: str, place: Place, key: str, rest: str) -> Finding:
    """The finding about a colon between `key` and `rest` that is full-width, or has no space after it."""
    code = "YML119" if sign == "：" else "YML120"
    return finding(code, place, key=key.strip() or "…", rest=rest.strip() or "…")


def is_indent(named: ScalarEvent, text: str) -> bool:
    """Whether the wide spaces in front of a key are its indentation, and not a slip behind one that is right.

    That is so under a line that opens a block on the same level, or that stands further in.
    """
    start = named.start_mark
    held = lines(text)
    before = held[start.line][: start.column]
    if before.strip(" "):
        return False
    above = next((line for line in reversed(held[: start.line]) if line.split("#")[0].strip()), "")
    level = len(above) - len(above.lstrip(" "))
    return level > len(before) or (level == len(before) and above.rstrip().endswith(":"))


def wide_indent(place: Place, held: list[str]) -> Finding:
    """The finding about wide spaces as indentation, from the first line that has them on."""
    count = sum(1 for line in held if line.lstrip(" ")[:1] in WIDE_SPACES and line.strip())
    return finding("YML139", place, lines=count)


def wide_space(named: ScalarEvent, text: str, file: str) -> Finding:
    """The finding about a full-width or unbreakable space in front of a key."""
    start = span(named, text).start
    wide = len(named.value) - len(named.value.lstrip("".join(WIDE_SPACES)))
    return finding("YML104", Place(file=file, span=Span(start, Position(start.line, start.column + wide))))


def wide_braces(written: ScalarEvent, text: str, file: str) -> Finding | None:
    """The finding about a text in full-width braces, `｛牵头：教育局｝`, which is no mapping."""
    sign = written.value[:1]
    # Few texts begin so; the pattern is compiled for the first that does.
    if sign not in ("｛", "［") or written.style or not re.fullmatch(_IN_WIDE_BRACES, written.value):
        return None
    start = span(written, text).start
    place = Place(file=file, span=Span(start, Position(start.line, start.column + 1)))
    return finding("YML137", place, sign=sign, right=ASCII_BRACES[sign])


def swallowed_dash(written: ScalarEvent, text: str, file: str) -> Finding | None:
    """The finding about a list item that its indentation makes part of the text above it."""
    if written.style:
        return None
    begun, ended = written.start_mark.index, written.end_mark.index
    dash = _SWALLOWED.search(text, begun, ended)
    if dash is None:
        return None
    above = _BREAK.split(text[begun : dash.end()])
    at = Position(written.start_mark.line + len(above), len(above[-1]) + 1)
    return finding("YML131", Place(file=file, span=Span(at, Position(at.line, at.column + 1))))


def weight(value: object, most: int) -> int:
    """How many values stand in `value`, itself included, counting no further than `most`."""
    count, left = 0, [value]
    while left and count < most:
        count += 1
        held = left.pop()
        if isinstance(held, dict):
            left.extend(held.values())
        elif isinstance(held, list):
            left.extend(held)
    return count
