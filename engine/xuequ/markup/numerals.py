"""Numbers as headings write them: 一、（一）1.（1）①."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"


_PLACES = ("", "十", "百", "千")


def chinese(number: int) -> str:
    """A number from 1 to 9999 in Chinese numerals."""
    text = ""
    digits = str(number)
    for place, digit in zip(range(len(digits) - 1, -1, -1), digits, strict=True):
        if digit != "0":
            text += _DIGITS[int(digit)] + _PLACES[place]
        elif text and not text.endswith("零"):
            text += "零"
    text = text.rstrip("零")
    return text.removeprefix("一") if text.startswith("一十") else text


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
