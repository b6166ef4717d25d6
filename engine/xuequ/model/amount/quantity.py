"""How much: numbers and ranges, and the reader of their strings.

`3` `3..` `..5` `1..2` `several` `over 3` `under 3` `about 3` `15%` `2/3` `3 years`, and the short Chinese
forms 不低于20%, 5次以上, 7—9, 三分之二以上, 若干. Numbers are fractions throughout: a share of a head count
must not depend on how a float rounds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace
from decimal import Decimal
from fractions import Fraction

from xuequ.findings.record import record
from xuequ.model.amount.numerals import number_at, plain
from xuequ.model.amount.units import say_unit, unit_at, unit_named
from xuequ.model.unreadable import Unreadable, nearest_forms

FORMS = (
    "3", "3年", "3..", "..5", "1..2", "several", "若干", "over 3", "under 3", "about 3", "15%", "2/3", "3 years",
    "..3 terms", "不低于20%", "不少于3名", "至少2次", "不超过5", "5次以上", "5人以内", "7—9", "3至5名", "约3",
    "三分之二以上", "百分之十五", "超过半数",
)  # fmt: skip

_LOW = ("不低于", "不少于", "不小于", "至少", "最少", ">=", "≥")
_HIGH = ("不超过", "不多于", "不高于", "不大于", "至多", "最多", "<=", "≤", "..")
_OVER = ("超过", "多于", "大于", "高于", "over", ">")
_UNDER = ("不足", "不到", "低于", "少于", "小于", "under", "<")
_ABOUT = ("大约", "约", "about", "近")
_PREFIXES = tuple(
    sorted(
        (
            (word, bound)
            for bound, words in (
                ("low", _LOW),
                ("high", _HIGH),
                ("over", _OVER),
                ("under", _UNDER),
                ("about", _ABOUT),
            )
            for word in words
        ),
        key=lambda pair: -len(pair[0]),
    )
)
_SUFFIXES: Mapping[str, str] = {
    "及以上": "low", "以上": "low", "..": "low", "以下": "high", "以内": "high", "之内": "high",
    "左右": "about", "上下": "about", "": "",
}  # fmt: skip
_BETWEEN = re.compile(r"\s*(?:\.\.|至|到|—+|–|-|~|～)\s*")
_SEVERAL = re.compile(r"(?:several|若干|数|几|多)\s*(?P<unit>[^\W\dA-Za-z_]{0,3}|[A-Za-z_]+)")
_WORDED = {"半数": Fraction(1, 2), "百分之百": Fraction(1)}
_PARTS = {"百分之": 100, "千分之": 1000, "万分之": 10_000}


@record
class Quantity:
    """A number or a range; `low` and `high` are None where open, included unless `over` or `under`.

    A `share` is a part of one (15% is 3/20). `several` has no number at all. `unit` is English for the units
    of `UNITS` (year, time, school …), else as written. `text` is what the drafter wrote; it is not compared.
    """

    low: Fraction | None
    high: Fraction | None
    unit: str = ""
    about: bool = False
    several: bool = False
    share: bool = False
    over: bool = False
    under: bool = False
    text: str = field(default="", compare=False)

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.low is not None and self.low == self.high

    def holds(self, number: Fraction | int) -> bool:
        """Whether `number` lies in it; several and about are never contradicted."""
        if self.several or self.about:
            return True
        if self.low is not None and (number < self.low or (self.over and number == self.low)):
            return False
        return not (self.high is not None and (number > self.high or (self.under and number == self.high)))


ONCE = Quantity(low=Fraction(1), high=Fraction(1), text="1")


def read_quantity(value: object) -> Quantity | Unreadable:
    """A number or a string in the forms above."""
    if isinstance(value, int | float | Decimal | Fraction) and not isinstance(value, bool):
        number = Fraction(str(value))
        return Quantity(low=number, high=number, text=str(value))
    if not isinstance(value, str):
        return Unreadable(code="AMT001", text=str(value), nearest=FORMS[:3])
    text = plain(value)
    read = _several(text) or _bounded(text)
    if read is None:
        return Unreadable(code="AMT001", text=value, nearest=nearest_forms(text, FORMS))
    if read.low is not None and read.high is not None and read.low > read.high:
        return Unreadable(code="AMT002", text=value)
    return replace(read, text=value)


def _several(text: str) -> Quantity | None:
    found = _SEVERAL.fullmatch(text)
    if not found or (unit := unit_named(found["unit"])) is None:
        return None
    return Quantity(low=None, high=None, several=True, unit=unit)


def _bounded(text: str) -> Quantity | None:
    bound, rest = next(((b, text[len(p) :].lstrip()) for p, b in _PREFIXES if text.startswith(p)), ("", text))
    first = _value_at(rest, 0)
    if first is None:
        return None
    number, share, end = first
    low, high = number, number
    if (between := _BETWEEN.match(rest, end)) and (second := _value_at(rest, between.end())):
        high, end = second[0], second[2]
        if second[1] and not share:
            low, share = number / 100, True
    tail = _tail(rest[end:].strip())
    if tail is None or (bound and tail[1]) or (low != high and (bound or tail[1]) not in ("", "about")):
        return None
    return _with_bound(Quantity(low=low, high=high, unit=tail[0], share=share), bound or tail[1])


def _with_bound(read: Quantity, bound: str) -> Quantity:
    match bound:
        case "low" | "over":
            return replace(read, high=None, over=bound == "over")
        case "high" | "under":
            return replace(read, low=None, under=bound == "under")
        case _:
            return replace(read, about=bound == "about")


def _value_at(text: str, start: int) -> tuple[Fraction, bool, int] | None:
    """A number, whether it is a share, and where it ends."""
    for words, half_or_whole in _WORDED.items():
        if text.startswith(words, start):
            return half_or_whole, True, start + len(words)
    for words, whole in _PARTS.items():
        if text.startswith(words, start) and (part := number_at(text, start + len(words))):
            return part[0] / whole, True, part[1]
    if (first := number_at(text, start)) is None:
        return None
    number, end = first
    for sign in ("分之", "/"):
        if text.startswith(sign, end) and (second := number_at(text, end + len(sign))):
            upper, lower = (second[0], number) if sign == "分之" else (number, second[0])
            return (upper / lower, True, second[1]) if lower else None
    if text.startswith("%", end):
        return number / 100, True, end + 1
    return number, False, end


def _tail(text: str) -> tuple[str, str] | None:
    """Unit and bound of what follows the number: `次以上`, `..`, `.. terms`; None if it is neither."""
    if text.startswith(".."):
        unit = unit_named(text[2:].strip())
        return None if unit is None else (unit, "low")
    word, end = (unit_at(text) if text not in _SUFFIXES else None) or ("", 0)
    bound = _SUFFIXES.get(text[end:].strip())
    unit = unit_named(word)
    return None if bound is None or unit is None else (unit, bound)


def say(quantity: Quantity, lang: str = "zh") -> str:
    """The quantity as a document in `lang` prints it."""
    zh = lang == "zh"
    if quantity.several:
        return ("若干" if zh else "several ").rstrip() + say_unit(
            quantity.unit, quantity.low == quantity.high == 1, lang
        )
    low, high = _said(quantity, quantity.low), _said(quantity, quantity.high)
    unit = say_unit(quantity.unit, quantity.low == quantity.high == 1, lang)
    if quantity.about:
        return f"约{low}{unit}" if zh else f"about {low}{unit}"
    if quantity.low is not None and quantity.high is not None:
        return (low if low == high else f"{low}{'—' if zh else '–'}{high}") + unit
    if quantity.low is not None:
        if zh:
            if quantity.over:
                return f"超过{low}{unit}"
            if unit:
                return f"{low}{unit}以上"
            return f"{'不低于' if quantity.share else '不少于'}{low}"
        return f"{'over' if quantity.over else 'at least'} {low}{unit}"
    if zh:
        return f"不足{high}{unit}" if quantity.under else f"不超过{high}{unit}"
    return f"{'under' if quantity.under else 'at most'} {high}{unit}"


#: What stands before a number and goes before all of a part.
_BOUNDS = ("不低于", "不少于", "不超过", "不高于", "不足", "超过", "至少", "至多", "约")


def say_part(of: str, said: str) -> str:
    """A share with what it is of, in Chinese: 教师的15%, 不低于教师的15%."""
    bound = next((word for word in _BOUNDS if said.startswith(word)), "")
    return f"{bound}{of}的{said.removeprefix(bound)}"


def _said(quantity: Quantity, number: Fraction | None) -> str:
    if number is None:
        return ""
    if quantity.share:
        percent = number * 100
        return f"{_decimal(percent)}%" if _terminates(percent) else f"{number.numerator}/{number.denominator}"
    return _decimal(number) if _terminates(number) else f"{number.numerator}/{number.denominator}"


def _terminates(number: Fraction) -> bool:
    return 1000 % number.denominator == 0


def _decimal(number: Fraction) -> str:
    whole, rest = divmod(int(number * 1000), 1000)
    return str(whole) if not rest else f"{whole}.{rest:03d}".rstrip("0")
