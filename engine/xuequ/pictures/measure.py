"""How wide a text is and where it may break, without asking any font.

A Chinese character is one em wide in every Chinese font and counts two cells; anything else is taken as
slightly more than half an em. So a box drawn here holds its text wherever the picture is opened.
"""

from __future__ import annotations

import re
import unicodedata

#: One cell in ems; Latin capitals run a little wider than half an em.
CELL = 0.5
NARROW = 0.58

_NEVER_FIRST = frozenset("，。、；：？！）〕】》〉”’·…—%％)]},.;:!?")
_NEVER_LAST = frozenset("（〔【《〈“‘([{")
_PIECES = re.compile(r"[A-Za-z0-9_.\-/%]+ ?|.", re.DOTALL)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """One line of text that any format can hold: control characters gone, white space made plain."""
    return " ".join(_UNPRINTABLE.sub("", text).split())


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WFA"


def cells(text: str) -> int:
    """Cells a text takes: two for a Chinese character, one for a Latin one, none for a combining mark."""
    return sum(0 if unicodedata.combining(c) else 2 if _wide(c) else 1 for c in text)


def width(text: str, size: float) -> float:
    """Points a text takes at a font size."""
    ems = sum(0.0 if unicodedata.combining(c) else 1.0 if _wide(c) else NARROW for c in text)
    return ems * size


def wrap(text: str, limit: int) -> tuple[str, ...]:
    """The lines of a text, none much over `limit` cells; no line begins with a closing mark."""
    lines: list[str] = []
    line = ""
    for piece in _PIECES.findall(printable(text)):
        for part in _chopped(piece, limit):
            if line and cells(line) + cells(part.rstrip()) > limit and part[0] not in _NEVER_FIRST:
                kept = _carried(line)
                lines.append(line[: len(line) - len(kept)].rstrip())
                line = kept
            line += part
    return (*lines, line.rstrip())


def balanced(text: str, limit: int) -> tuple[str, ...]:
    """As many lines as `wrap` needs, but as even as they can be, so that no character is left alone."""
    lines = wrap(text, limit)
    if len(lines) == 1:
        return lines
    narrowest = max(cells(text) // len(lines), 2)
    return next(even for n in range(narrowest, limit + 1) if len(even := wrap(text, n)) <= len(lines))


def _chopped(piece: str, limit: int) -> list[str]:
    return [piece[i : i + limit] for i in range(0, len(piece), limit)]


def _carried(line: str) -> str:
    """What must go to the next line with whatever follows: opening marks at the end."""
    kept = len(line)
    while kept > 1 and line[kept - 1] in _NEVER_LAST:
        kept -= 1
    return line[kept:]
