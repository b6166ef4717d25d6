"""Amounts of work: a count, a share or a value, of what, held where, per what, and how it is split."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace

from xuequ.findings.catalogue.words import Word
from xuequ.findings.record import record
from xuequ.model.amount.numerals import plain
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.unreadable import Unreadable


@record
class Split:
    """One line of a split: the units it is for (names, or how many of them) and what each of them takes."""

    units: tuple[str, ...] = ()
    how_many: Quantity | None = None
    count: Quantity


@record
class Amount:
    """An amount of work: one of count, share and value, and how it is to be taken.

    `of` is the group it is a part of, or an amount that is taken first. `hold` is the level where a share
    must be true, `per` what it is once more for, `round` up, down or nearest. Names stay as written.
    """

    count: Quantity | None = None
    share: Quantity | None = None
    value: Quantity | None = None
    of: str | Amount = ""
    hold: str = ""
    per: tuple[str, ...] = ()
    split: tuple[Split, ...] = ()
    rest_of: tuple[str, ...] = ()
    trend: str = ""
    round: str = ""
    unspecified: frozenset[str] = frozenset()
    text: str = field(default="", compare=False)

    @property
    def quantity(self) -> Quantity | None:
        """The one number or range it states, whichever kind."""
        return self.count or self.share or self.value


_KINDS = ("count", "share", "value")
#: 每校不少于2人
_EACH = re.compile(r"每(?P<unit>所学校|学校|校|班级|班|年级|学科|次)(?P<number>.+)")
#: 不低于教师总数的15%, 占骨干教师的三分之一以上
_OF_BASE = re.compile(
    r"(?P<bound>不低于|不少于|至少|不超过|不高于|约)?(?:应?达到?|占)*(?P<base>[^\W\d]+?)(?:总人数|总数|人数|总量)?(?:的|中的)?"
    r"(?P<number>(?:\d|百分之|[一二三四五六七八九十]+分之|半数).*)"
)
_NAMES = ("hold", "trend", "round")
_AMOUNT_FORMS = (Word("form_share"), Word("form_per"))


def read_amounts(value: object) -> tuple[Amount, ...] | Unreadable:
    """One amount or a list of them."""
    if not isinstance(value, list | tuple):
        one = read_amount(value)
        return one if isinstance(one, Unreadable) else (one,)
    read = []
    for i, item in enumerate(value):
        one = read_amount(item)
        if isinstance(one, Unreadable):
            return one.under(i)
        read.append(one)
    return tuple(read)


def read_amount(value: object) -> Amount | Unreadable:
    """An amount from a mapping, or from a quantity alone, which is a share if it is a part of one."""
    if isinstance(value, Mapping):
        return _amount(value)
    quantity = read_quantity(value)
    if isinstance(quantity, Unreadable):
        return _for_each(str(value)) or _of_base(str(value)) or quantity
    if quantity.share:
        return Amount(share=quantity, text=quantity.text)
    return Amount(count=quantity, text=quantity.text)


def _for_each(text: str) -> Unreadable | None:
    """What 每校不少于2人 cannot be in one text: a number of something `per` something."""
    found = _EACH.fullmatch(text)
    if found is None or isinstance(read_quantity(found["number"]), Unreadable):
        return None
    unit = {"校": "学校", "所学校": "学校", "班": "班级"}.get(found["unit"], found["unit"])
    return Unreadable(code="AMT001", text=text, nearest=(f"{{数量: {found['number']}, 按: {unit}}}",))


def _of_base(text: str) -> Unreadable | None:
    """What 不低于教师总数的15% cannot be in one text: a share, and whom it is a share of."""
    found = _OF_BASE.fullmatch(plain(text))
    number = (found["bound"] or "") + found["number"] if found else ""
    quantity = read_quantity(number)
    if found is None or isinstance(quantity, Unreadable) or not quantity.share:
        return None
    return Unreadable(code="AMT001", text=text, nearest=(f"{{比例: {number}, 基数: {found['base']}}}",))


def _amount(fields: Mapping[object, object]) -> Amount | Unreadable:
    given = [kind for kind in _KINDS if kind in fields]
    if len(given) > 1:
        return Unreadable(code="AMT004", text=tuple(Word(f"key_{kind}") for kind in given), path=(given[1],))
    read: dict[str, object] = {
        "unspecified": frozenset(str(k) for k, v in fields.items() if v == "unspecified")
    }
    for key, value in fields.items():
        if value == "unspecified":
            continue
        part = _amount_field(str(key), value)
        if isinstance(part, Unreadable):
            return part.under(str(key))
        read[str(key)] = part
    return _make_amount(read)


def _make_amount(read: Mapping[str, object]) -> Amount:
    return replace(Amount(), **read)  # type: ignore[arg-type]  # every value was typed by _amount_field


def _amount_field(key: str, value: object) -> object:
    if key in _KINDS:
        return _shared(value) if key == "share" else read_quantity(value)
    if key == "of":
        return read_amount(value) if isinstance(value, Mapping) else str(value)
    if key in ("per", "rest_of"):
        return tuple(str(one) for one in value) if isinstance(value, list | tuple) else (str(value),)
    if key == "split":
        return _splits(value)
    if key in _NAMES:
        return str(value)
    return Unreadable(code="AMT003", text=key, nearest=_AMOUNT_FORMS)


def _shared(value: object) -> Quantity | Unreadable:
    """A share; a bare number is one only up to 1."""
    quantity = read_quantity(value)
    if isinstance(quantity, Unreadable) or quantity.share or quantity.several:
        return quantity
    if any(bound is not None and bound > 1 for bound in (quantity.low, quantity.high)):
        return Unreadable(code="AMT001", text=str(value), nearest=(f"{value}%", "15%", "2/3"))
    return replace(quantity, share=True)


def _splits(value: object) -> tuple[Split, ...] | Unreadable:
    lines = value if isinstance(value, list | tuple) else [value]
    read = []
    for i, line in enumerate(lines):
        one = _split(line)
        if isinstance(one, Unreadable):
            return one.under(i)
        read.append(one)
    return tuple(read)


def _split(line: object) -> Split | Unreadable:
    if not isinstance(line, Mapping) or "count" not in line:
        return Unreadable(
            code="AMT003", text=str(line), nearest=(Word("form_units"), Word("form_many_units"))
        )
    count = read_quantity(line["count"])
    if isinstance(count, Unreadable):
        return count.under("count")
    units = line.get("units", ())
    if isinstance(units, list | tuple):
        return Split(units=tuple(str(unit) for unit in units), count=count)
    how_many = read_quantity(units)
    if isinstance(how_many, Unreadable):
        return Split(units=(str(units),), count=count)
    return Split(how_many=how_many, count=count)
