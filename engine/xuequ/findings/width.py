"""How wide text stands on a terminal: a Chinese character takes two cells, and some characters nobody sees."""

from __future__ import annotations

import re
from unicodedata import combining, east_asian_width

#: What takes no room in a line, turns the text behind it round, or is no character: with it, a word is not what it
#: looks like.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0001-\U000e007f]"
)


def is_wide(character: str) -> bool:
    """Whether a character takes two cells."""
    return east_asian_width(character) in "WF"


def width(text: str) -> int:
    """How many cells a line of text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(character) else 1 + is_wide(character) for character in text)
