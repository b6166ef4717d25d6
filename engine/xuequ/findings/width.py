"""How wide text stands on a terminal: a Chinese character takes two cells."""

from __future__ import annotations

from unicodedata import combining, east_asian_width


def is_wide(character: str) -> bool:
    """Whether a character takes two cells."""
    return east_asian_width(character) in "WF"


def width(text: str) -> int:
    """How many cells a line of text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(character) else 1 + is_wide(character) for character in text)
