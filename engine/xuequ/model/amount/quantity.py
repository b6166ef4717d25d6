"""How much: numbers and ranges, and the reader of their strings.

`3` `3..` `..5` `1..2` `several` `over 3` `under 3` `about 3` `15%` `2/3` `3 years`, and the short Chinese
forms 不低于20%, 不得少于3名, 5次以上, 7—9, 三分之二以上, ≥Ⅲ级, 全部, 若干. Numbers are fractions throughout: a share
of a head count must not depend on how a float rounds. What is written after the number decides what it is a number
of, so a text that goes on with anything but a unit is no quantity.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from xuequ.findings.record import record
from xuequ.model.amount.numerals import number_at, plain
from xuequ.model.amount.units import is_measure, say_unit, unit_at, unit_named
from xuequ.model.tenor import TENORS, tenor_of
from xuequ.model.unreadable import Unreadable, nearest_forms

FORMS = (
    "3", "3年", "3..", "..5", "1..2", "several", "若干", "over 3", "under 3", "about 3", "15%", "2/3", "3 years",
    "..3 terms", "不低于20%", "不少于3名", "至少2次", "不超过5", "5次以上", "5人以内", "7—9", "3至5名", "约3",
    "三分之二以上", "百分之十五", "超过半数", "全部",
)  # fmt: skip
_CHINESE_FORMS = tuple(form for form in FORMS if not re.search("[a-z]", form))
#: Longer texts are read as nothing: a number with its words is short, and reading takes as long as the text.
LONGEST = 120

#: What a bound begins with. 不得少于 is how laws say 不少于.
_NOT = ("不", "不得", "不应", "不能", "不可")
_WORDS: Mapping[str, tuple[str, ...]] = {
    "low": (*(f"{no}{less}" for no in _NOT for less in ("低于", "少于", "小于")), "不下于", "至少有", "至少配备",
            "至少配", "至少设", "至少", "最少", "起码", "最低", "达到", "达", ">=", "≥", "≧", "⩾"),
    "high": (*(f"{no}{more}" for no in _NOT for more in ("超过", "多于", "高于", "大于", "超出")), "至多", "最多",
             "最高", "控制在", "<=", "≤", "≦", "⩽", ".."),
    "over": ("超过", "多于", "大于", "高于", "over", ">"),
    "under": ("不足", "不到", "不满", "未满", "低于", "少于", "小于", "under", "<"),
    "about": ("大约", "大概", "约", "接近", "about", "近"),
    "": ("等于", "="),
    "stays": tuple(f"{word}{at}" for word in ("保持", "维持", "稳定") for at in ("在", "")),
}  # fmt: skip
#: By their first character, the longest first.
_PREFIXES: dict[str, list[tuple[str, str]]] = {}
for _bound_said, _words_of_it in _WORDS.items():
    for _word in _words_of_it:
        _PREFIXES.setdefault(_word[0], []).append((_word, _bound_said))
for _alike in _PREFIXES.values():
    _alike.sort(key=lambda pair: -len(pair[0]))
#: What may stand behind number and unit: 以上, （含）以上, 以上（不含）.
_SUFFIX = re.compile(
    r"(?:\(含\)|及|或)?(?P<way>以上|以下|以内|之内|左右|上下)(?P<without>\(不含\))?(?:\(含\))?|(?P<open>\.\.)"
)
_SUFFIXES: Mapping[str, str] = {
    "以上": "low", "以下": "high", "以内": "high", "之内": "high", "左右": "about", "上下": "about",
}  # fmt: skip
_BETWEEN = re.compile(r"\s*(?:\.\.|至|到|—+|–|-|~|～)\s*")
_SEVERAL = re.compile(r"several|若干|数(?=\D)|几(?=\D)|多(?=\D)")
_WORDED = {
    "半数": Fraction(1, 2), "一半": Fraction(1, 2), "百分之百": Fraction(1),
    "全部": Fraction(1), "全体": Fraction(1),
}  # fmt: skip
_PARTS = {"百分之": 100, "千分之": 1000, "万分之": 10_000}
_SIGNS = {"%": 100, "‰": 1000}
_RATIO = ("∶", ":", "比")
_SPACE = re.compile(r"\s*")
_FIGURE = re.compile(r"[\d.,万亿%‰∶IVX]+")
_WIDE_ROMAN = str.maketrans({"I": "Ⅰ", "V": "Ⅴ", "X": "Ⅹ"})


@record
class Quantity:
    """A number or a range; `low` and `high` are None where open, included unless `over` or `under`.

    A `share` is a part of one (15% is 3/20). `several` has no number at all (一定比例 is `several` and a share).
    `tenor` is a word of `TENORS` (一般). `unit` is English for the units of `UNITS` (year, time, school …), else as
    written. `text` is what the drafter
    wrote and `figures` the two numbers as written (0.50, 20万); neither is compared.
    """

    low: Fraction | None
    high: Fraction | None
    unit: str = ""
    about: bool = False
    several: bool = False
    share: bool = False
    over: bool = False
    under: bool = False
    tenor: str = ""
    text: str = field(default="", compare=False)
    figures: tuple[str, str] = field(default=("", ""), compare=False)

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.low is not None and self.low == self.high

    def holds(self, number: Fraction | int) -> bool:
        """Whether `number` lies in it; several, about and 一般 are never contradicted."""
        if self.several or self.about or self.tenor:
            return True
        if self.low is not None and (number < self.low or (self.over and number == self.low)):
            return False
        return not (self.high is not None and (number > self.high or (self.under and number == self.high)))


ONCE = Quantity(low=Fraction(1), high=Fraction(1), text="1")


def read_quantity(value: object) -> Quantity | Unreadable:
    """A number or a string in the forms above."""
    if isinstance(value, int | float | Decimal | Fraction) and not isinstance(value, bool):
        number, figure = Fraction(str(value)), str(value)
        figures = (figure, figure) if _FIGURE.fullmatch(figure) else ("", "")
        return Quantity(low=number, high=number, text=str(value), figures=figures)
    if not isinstance(value, str):
        return Unreadable(code="AMT001", text=str(value), forms=FORMS[:3])
    text = plain(value)
    tenor = tenor_of(text)
    text = text.removeprefix(tenor)
    found = quantity_at(text, 0) if len(text) <= LONGEST else None
    if found is None or found[1] < len(text):
        forms = FORMS if text.isascii() else _CHINESE_FORMS
        return Unreadable(code="AMT001", text=value, forms=nearest_forms(text, forms))
    read = found[0]
    if read.low is not None and read.high is not None and read.low > read.high:
        return Unreadable(code="AMT002", text=value)
    return replace(read, text=value, tenor=tenor)


def quantity_at(text: str, start: int) -> tuple[Quantity, int] | None:
    """The quantity that begins at `start` of a text made `plain`, and where it ends; None where none begins."""
    if text.startswith("一定比例", start):
        return Quantity(low=None, high=None, several=True, share=True, text="一定比例"), start + 4
    if text.startswith("一定数量", start):
        return Quantity(low=None, high=None, several=True, text="一定数量"), start + 4
    if several := _SEVERAL.match(text, start):
        return _several(text, start, several.end())
    if text.startswith("过半", start):
        half = Quantity(low=Fraction(1, 2), high=None, share=True, over=True, text="过半数")
        return half, start + (3 if text.startswith("数", start + 2) else 2)
    bound, at = _prefix(text, start)
    first = _value_at(text, at)
    if first is None:
        return None
    read = _read(text, bound, first)
    if read is None:
        return None
    read = _up_to(text, *read) or read
    return replace(read[0], text=text[start : read[1]]), read[1]


_AND_UP_TO = re.compile(r"[、,]?(?:但|且|并且|而)?")


def _up_to(text: str, low: Quantity, end: int) -> tuple[Quantity, int] | None:
    """Both bounds of 40%以上不足60%, 5人以上、10人以下."""
    if low.low is None or low.high is not None:
        return None
    bound, at = _prefix(text, _AND_UP_TO.match(text, end).end())  # type: ignore[union-attr]  # it matches anything
    first = _value_at(text, at)
    found = _read(text, bound, first) if first is not None else None
    if found is None:
        return None
    high = found[0]
    units = {low.unit, high.unit} - {""}
    if high.high is None or high.low is not None or len(units) > 1 or high.share is not low.share:
        return None
    both = replace(
        low,
        high=high.high,
        under=high.under,
        unit=units.pop() if units else "",
        figures=(low.figures[0], high.figures[1]),
    )
    return both, found[1]


class _Value(NamedTuple):
    """A number as it stands, whether it is a share, where it ends, and its figures."""

    number: Fraction
    share: bool
    end: int
    figure: str = ""
    unit: str = ""


def _several(text: str, start: int, end: int) -> tuple[Quantity, int] | None:
    unit = unit_at(text, _SPACE.match(text, end).end())  # type: ignore[union-attr]  # it matches anything
    if unit is None and text[start:end] not in ("several", "若干"):
        return None
    name, end = unit or ("", end)
    return Quantity(low=None, high=None, several=True, unit=name, text=text[start:end]), end


def _prefix(text: str, start: int) -> tuple[str | None, int]:
    """The bound that a quantity begins with and where its number begins; None for no bound."""
    known = _PREFIXES.get(text[start : start + 1], ())
    found = next((pair for pair in known if text.startswith(pair[0], start)), None)
    if found is None:
        return None, start
    end = start + len(found[0])
    bound = None if found[1] == "stays" else found[1]
    return bound, _SPACE.match(text, end).end()  # type: ignore[union-attr]  # it matches anything


def _read(text: str, said: str | None, first: _Value) -> tuple[Quantity, int] | None:
    """From the first number on: a second one, the unit, and the bound behind it."""
    low, high, share, end = first.number, first.number, first.share, first.end
    more = text[end : end + 1] if text[end : end + 1] in ("余", "多") and not share else ""
    end += len(more)
    unit, end = _unit(text, end)
    figures = (first.figure, first.figure)
    second = _second(text, first.end, end)
    if second is not None:
        if said not in (None, "", "about") or more:
            return None
        high, figures = second.number, (first.figure, second.figure)
        other, end = _unit(text, second.end)
        if unit and other and unit != other:
            return None
        unit = other or unit
        if second.share and not share:
            low, share = low / 100, True
            figures = figures if low != high else (second.figure, second.figure)
        elif share and not second.share:
            return None
    tail, end = _tail(text, end)
    if tail == "open" and not unit:
        unit, end = _unit(text, end)
    bound = _bound(said, "over" if more else None, "low" if tail == "open" else tail)
    if bound is None or (second is not None and bound not in ("", "about")):
        return None
    read = Quantity(low=low, high=high, unit=unit or first.unit, share=share, figures=figures)
    return _with_bound(read, bound), end


def _second(text: str, *ends: int) -> _Value | None:
    """The other end of a range, behind the first number or behind its unit: 3至5名, 3名至5名."""
    for end in ends:
        between = _BETWEEN.match(text, end)
        if between and (found := _value_at(text, between.end())):
            return found
    return None


def _unit(text: str, at: int) -> tuple[str, int]:
    spaced = _SPACE.match(text, at).end()  # type: ignore[union-attr]  # it matches anything
    return unit_at(text, spaced) or ("", at)


def _tail(text: str, at: int) -> tuple[str | None, int]:
    """The bound behind a number: 以上, 以内, `..`; None for none."""
    found = _SUFFIX.match(text, _SPACE.match(text, at).end())  # type: ignore[union-attr]  # it matches anything
    if found is None:
        return None, at
    if found["open"]:
        return "open", found.end()
    bound = _SUFFIXES[found["way"]]
    return ({"low": "over", "high": "under"}.get(bound) if found["without"] else bound), found.end()


def _bound(*said: str | None) -> str | None:
    """The one bound of those said before and behind a number; empty for none, None where they differ."""
    found = {each for each in said if each is not None}
    return found.pop() if len(found) == 1 else None if found else ""


def _with_bound(read: Quantity, bound: str) -> Quantity:
    match bound:
        case "low" | "over":
            return replace(read, high=None, over=bound == "over")
        case "high" | "under":
            return replace(read, low=None, under=bound == "under")
        case _:
            return replace(read, about=bound == "about")


def _value_at(text: str, start: int) -> _Value | None:
    """The number at `start`: 3, 15%, 2/3, 三分之二, 三成, 1∶15."""
    for words, half_or_whole in _WORDED.items():
        if text.startswith(words, start):
            return _Value(half_or_whole, True, start + len(words))
    for words, whole in _PARTS.items():
        if text.startswith(words, start) and (part := number_at(text, start + len(words))):
            return _Value(part[0] / whole, True, part[1])
    if (first := number_at(text, start)) is None:
        return None
    number, end = first
    for sign in ("分之", "/"):
        if text.startswith(sign, end) and (second := number_at(text, end + len(sign))):
            upper, lower = (second[0], number) if sign == "分之" else (number, second[0])
            return _Value(upper / lower, True, second[1]) if lower else None
    for sign in _RATIO:
        if text.startswith(sign, end) and (second := number_at(text, end + 1)):
            figure = f"{text[start:end]}∶{text[end + 1 : second[1]]}"
            return _Value(number / second[0], False, second[1], figure, "ratio") if second[0] else None
    figure = text[start:end]
    if (sign := text[end : end + 1]) in _SIGNS:
        return _Value(number / _SIGNS[sign], True, end + 1, f"{figure}{sign}")
    if sign == "成" and not text.startswith("成员", end):
        return _Value(number / 10, True, end + 1)
    return _Value(number, False, end, figure if _FIGURE.fullmatch(figure) else "")


def say(quantity: Quantity, lang: str = "zh", counted: str = "") -> str:
    """The quantity as a document in `lang` prints it.

    `counted` is the Chinese measure word, with or without the thing, of what is known to be counted (名, 所学校): it
    stands in for a unit that only counts, and never beside one.
    """
    zh = lang == "zh"
    if quantity.tenor:
        bare_of_it = say(replace(quantity, tenor=""), lang, counted)
        return f"{quantity.tenor}{bare_of_it}" if zh else f"{TENORS[quantity.tenor]} {bare_of_it}"
    bare = (
        not quantity.unit
        or quantity.unit == "个"
        or quantity.unit == (unit_named(counted) if counted else "")
    )
    counted = counted if bare and not quantity.share else ""
    one = quantity.low == quantity.high == 1
    unit = counted or say_unit(quantity.unit, one, lang)
    if quantity.several:
        if quantity.share:
            return "一定比例" if zh else "a certain share"
        return ("若干" if zh else "several") + unit
    low, high = _said(quantity, quantity.low, 0, zh), _said(quantity, quantity.high, 1, zh)
    if quantity.about:
        return f"约{low}{unit}" if zh else f"about {low}{unit}"
    if quantity.low is not None and quantity.high is not None and (quantity.over or quantity.under):
        if not zh:
            return f"{'over' if quantity.over else 'from'} {low} to {'under ' if quantity.under else ''}{high}{unit}"
        least = f"超过{low}{unit}" if quantity.over else f"{low}{unit}以上"
        return f"{least}{'不足' if quantity.under else '不超过'}{high}{unit}"
    if quantity.low is not None and quantity.high is not None:
        return (low if quantity.exact else f"{low}{'—' if zh else '–'}{high}") + unit
    if quantity.low is not None:
        if quantity.over:
            return f"超过{low}{unit}" if zh else f"over {low}{unit}"
        if not zh:
            return f"at least {low}{unit}"
        if unit and not counted and not is_measure(quantity.unit):
            return f"{low}{unit}以上"
        is_high = quantity.share or is_measure(quantity.unit)
        return f"{'不低于' if is_high else '不少于'}{low}{unit}"
    if zh:
        return f"不足{high}{unit}" if quantity.under else f"不超过{high}{unit}"
    return f"{'under' if quantity.under else 'at most'} {high}{unit}"


#: Signs of the language and of computers that no office document prints.
_SIGNS_OF_FORM = re.compile(r"\.\.|[<>=≤≥≦≧⩽⩾~{}\[\]:_]|[A-Za-z]{2,}")
_CHINESE = re.compile(r"[一-鿿]")


def as_written(text: str) -> bool:
    """Whether what a drafter wrote can be printed as it is: Chinese, without signs of the language."""
    return bool(_CHINESE.search(text)) and not _SIGNS_OF_FORM.search(text)


#: What stands before a number and goes before all of a part.
_BOUNDS = ("不低于", "不少于", "不超过", "不高于", "不足", "超过", "至少", "至多", "约")


def say_part(of: str, said: str) -> str:
    """A share with what it is of, in Chinese: 教师的15%, 不低于教师的15%."""
    bound = next((word for word in _BOUNDS if said.startswith(word)), "")
    return f"{bound}{of}的{said.removeprefix(bound)}"


def _said(quantity: Quantity, number: Fraction | None, which: int, zh: bool) -> str:
    if number is None:
        return ""
    figure = quantity.figures[which]
    if figure and (zh or not _CHINESE.search(figure)):
        return figure.translate(_WIDE_ROMAN).replace("ⅠⅠⅠ", "Ⅲ").replace("ⅠⅠ", "Ⅱ") if zh else figure
    if quantity.share:
        percent = number * 100
        return f"{_decimal(percent)}%" if _terminates(percent) else f"{number.numerator}/{number.denominator}"
    return _decimal(number) if _terminates(number) else f"{number.numerator}/{number.denominator}"


def _terminates(number: Fraction) -> bool:
    return 1000 % number.denominator == 0


def _decimal(number: Fraction) -> str:
    whole, rest = divmod(int(number * 1000), 1000)
    return str(whole) if not rest else f"{whole}.{rest:03d}".rstrip("0")
