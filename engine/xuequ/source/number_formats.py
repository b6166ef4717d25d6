"""What a spreadsheet shows for a number: `0000` writes 7 as 0007, `yyyy-mm-dd` writes 45901 as a day."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

GENERAL = "General"
_BUILT_IN = {"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"}
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
#: One part of a format: a text in quotes, one character as it is, a blank of some width, a colour or a place.
_PART = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<sign>.)|[_*].|\[(?P<place>[^\]]*)\]|(?P<general>G/通用格式|General)|(?P<code>.)',
    re.S,
)
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
#: A spreadsheet keeps so many digits of a number; whatever follows them is not what somebody typed.
_DIGITS = 15


class Shown(NamedTuple):
    """The text of a number, and whether a format wrote more of it than its digits: zeros in front, words."""

    text: str
    as_code: bool = False


class _Format(NamedTuple):
    """`parts` are texts, and `0`, `#` or `?` each for one digit (then `True` stands with it)."""

    parts: tuple[tuple[str, bool], ...] = ()
    decimals: int = 0
    percent: bool = False
    dated: bool = False
    """Whether it writes days or hours."""
    plain: bool = True
    """Whether the number stands as it is."""


def built_in(number: str) -> str:
    """The format that has this number in every workbook."""
    if number.isdecimal() and int(number) in _DATES:
        return "yyyy-mm-dd"
    return _BUILT_IN.get(number, GENERAL)


def shown(number: str, code: str, *, from_1904: bool = False) -> Shown:
    """The number as its format shows it; as it is, where the format is none that writes codes or days."""
    value, form = float(number), _read(code)
    if form.dated:
        return Shown(_day(value, from_1904))
    if value < 0 or form.plain or abs(value) >= 10**_DIGITS:
        return Shown(_general(value))
    if form.percent:
        return Shown(f"{value * 100:.{form.decimals}f}%")
    if value.is_integer():
        return Shown(_filled(form, str(int(value))), as_code=not form.decimals)
    rounded = f"{value:.{form.decimals}f}"
    return Shown(rounded if float(rounded) == value else _general(value))


def _filled(form: _Format, digits: str) -> str:
    """The digits in their places, from the right; those too many in front of the first."""
    places = [n for n, (_, place) in enumerate(form.parts) if place]
    held = dict(zip(reversed(places), reversed(digits), strict=False))
    if len(digits) > len(places):
        held[places[0]] = digits[: len(digits) - len(places) + 1]
    return "".join(
        held.get(n, "0" if text == "0" else "") if place else text
        for n, (text, place) in enumerate(form.parts)
    ).strip()


def _general(value: float) -> str:
    if value.is_integer() and abs(value) < 10**_DIGITS:
        return str(int(value))
    return f"{value:.{_DIGITS}g}".upper()


def _day(value: float, from_1904: bool) -> str:
    days, seconds = int(value), round((value % 1) * 86400)
    if days == 0:
        return str(timedelta(seconds=seconds)) if seconds else "0"
    try:
        # Lotus took 1900 for a leap year, and spreadsheets do to this day.
        day = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(days=days + (not from_1904 and days < 60))
    except OverflowError:
        return _general(value)
    midnight = datetime(day.year, day.month, day.day)
    return (midnight + timedelta(seconds=seconds)).isoformat() if seconds else day.isoformat()


@lru_cache(maxsize=256)
def _read(code: str) -> _Format:
    parts: list[tuple[str, bool]] = []
    decimals, percent, behind, dated = 0, False, False, False
    if re.search(r"E[+-]|DBNum|@", code):
        return _Format()
    for found in _PART.finditer(code):
        sign = found["code"] or ""
        if sign == ";":
            break
        if found["general"]:
            parts.append(("0", True))
        elif found["place"]:
            dated = dated or found["place"].lower() in ("h", "hh", "m", "mm", "s", "ss")
        elif sign and sign in "0#?":
            decimals += behind
            parts += [] if behind else [(sign, True)]
        elif sign and sign.lower() in "ymdhs":
            dated = True
        elif sign == "." or sign == "%":
            behind, percent = behind or sign == ".", percent or sign == "%"
        elif sign != ",":
            parts.append((found["text"] or found["sign"] or sign, False))
    zeros = sum(place and text == "0" for text, place in parts)
    worded = any(text.strip() for text, place in parts if not place)
    return _Format(
        parts=tuple(parts),
        decimals=decimals,
        percent=percent,
        dated=dated,
        plain=not any(place for _, place in parts) or (zeros < 2 and not (worded or decimals or percent)),
    )
