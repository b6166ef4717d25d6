"""Numbers as headings write them: 一、（一）1.（1）①."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """A number from 1 to 99 in Chinese numerals."""
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _DIGITS[ones]
    return (_DIGITS[tens] if tens > 1 else "") + "十" + (_DIGITS[ones] if ones else "")


def numbered(level: int, number: int, title: str) -> str:
    """A heading with its number, in the form of its level (1 is 一、)."""
    match level:
        case 1:
            return f"{chinese(number)}、{title}"
        case 2:
            return f"（{chinese(number)}）{title}"
        case 3:
            return f"{number}.{title}"
        case 4:
            return f"（{number}）{title}"
        case _:
            return (chr(0x2460 + number - 1) if number <= 20 else f"{number}）") + title
