"""Numbers as office Chinese writes them: 3, 2.5, 1,150, 三, 两, 十二, 一百二十, 二〇二五, 20万, Ⅲ."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

DIGITS = {
    "零": 0,
    "〇": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10_000, "亿": 100_000_000}
#: What a number in Chinese may begin with; a scale alone is none but where it counts groups, 每百名.
NUMBER_CHARACTERS = frozenset((*DIGITS, *TENS, *MYRIADS))

_ARABIC = re.compile(r"\d{1,3}(?:,\d{3}){1,4}(?![,\d])|\d{1,15}(?:\.\d{1,9})?")
_CHINESE = re.compile(f"[{''.join(NUMBER_CHARACTERS)}]{{1,24}}")
#: Roman numerals only grade: Ⅲ级, Ⅱ类. Wide ones are these letters after `plain`.
_ROMAN = re.compile(r"(?P<number>I{1,3}|IV|VI{0,3}|IX|X)(?=[级类档等])")
_ROMANS = {
    roman: number
    for number, roman in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), start=1)
}


#: Signs of units that would fall apart into letters.
_UNITS = str.maketrans({"㎡": "平方米", "㎏": "千克", "㎞": "千米", "㎥": "立方米"})


def plain(text: str) -> str:
    """The text in half-width signs and without spaces at its ends, so that `１５％` reads like `15%`."""
    return unicodedata.normalize("NFKC", text.translate(_UNITS)).strip()


def number_at(text: str, start: int) -> tuple[Fraction, int] | None:
    """The number that begins at `start` and where it ends; None where none begins."""
    if arabic := _ARABIC.match(text, start):
        scale = text[arabic.end() : arabic.end() + 1]
        number = Fraction(arabic[0].replace(",", ""))
        return (number * MYRIADS[scale], arabic.end() + 1) if scale in MYRIADS else (number, arabic.end())
    if chinese := _CHINESE.match(text, start):
        return _longest(chinese[0], start)
    if roman := _ROMAN.match(text, start):
        return Fraction(_ROMANS[roman["number"]]), roman.end()
    return None


def _longest(run: str, start: int) -> tuple[Fraction, int] | None:
    for length in range(len(run), 0, -1):
        value = _chinese(run[:length])
        if value is not None:
            return Fraction(value), start + length
    return None


def _chinese(run: str) -> int | None:
    if len(run) > 1 and all(c in DIGITS for c in run):
        return int("".join(str(DIGITS[c]) for c in run)) if "两" not in run and len(run) == 4 else None
    for myriad, size in sorted(MYRIADS.items(), key=lambda item: -item[1]):
        head, found, tail = run.partition(myriad)
        if found:
            high, low = _chinese(head), _chinese(tail.lstrip("零")) if tail else 0
            return None if high is None or low is None else high * size + low
    return _below_myriad(run)


def _below_myriad(run: str) -> int | None:
    """Digits and 十百千 in falling order; 十 alone is ten."""
    total, digit, ceiling = 0, None, 10_000
    for i, char in enumerate(run):
        if char in TENS:
            if TENS[char] >= ceiling or (digit is None and (i or char != "十")):
                return None
            total, digit, ceiling = total + (1 if digit is None else digit) * TENS[char], None, TENS[char]
        elif digit is not None and char not in "零〇":
            return None
        elif char not in "零〇" or len(run) == 1:
            digit = DIGITS[char]
    return total + (digit or 0) if run else None


def states(text: str, number: int) -> bool:
    """Whether a text has that number: 100 in 评选百个安全班级, but not 1 in 2021年 or in 第一小学."""
    at = 0
    while at < len(text):
        bare = text[at] in _SCALES
        found = number_at(f"{'一' if bare else ''}{text[at:]}", 0)
        if found is None:
            at += 1
            continue
        end = at + found[1] - bare
        named = text[at - 1 : at] == "第" and not text.startswith("个", end)
        if found[0] == number and not named and not text.startswith(_OTHERWISE, end):
            return True
        at = end
    return False


_SCALES = frozenset((*TENS, *MYRIADS)) - {"十"}
#: Behind a number that counts nothing: of a year, a part, a word of its own.
_OTHERWISE = ("年", "月", "%", "分之", "线", "把手", "体", "贯")
