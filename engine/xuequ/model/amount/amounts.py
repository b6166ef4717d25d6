"""Amounts of work: a count, a share or a value, of what, held where, per what, and how it is split."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from xuequ.findings.catalogue.words import Word
from xuequ.findings.record import record
from xuequ.model.amount.per import Per, read_per
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

    `of` is what is counted, or what it is a share of: a group, or an amount that is taken first. `what` is what a
    text measures or sets against its base (覆盖率, 骨干). `hold` is the level where a share must be true, `per` what
    it is once more for, `round` up, down or nearest. What rises or falls has a `trend` and may say from what: a
    quantity, or words (上年). Names stay as written; `text` is the whole of what one text says.
    """

    count: Quantity | None = None
    share: Quantity | None = None
    value: Quantity | None = None
    of: str | Amount = ""
    what: str = ""
    hold: str = ""
    per: tuple[Per, ...] = ()
    split: tuple[Split, ...] = ()
    rest_of: tuple[str, ...] = ()
    trend: str = ""
    from_: Quantity | str = ""
    round: str = ""
    unspecified: frozenset[str] = frozenset()
    text: str = field(default="", compare=False)

    @property
    def quantity(self) -> Quantity | None:
        """The one number or range it states, whichever kind."""
        return self.count or self.share or self.value


_KINDS = ("count", "share", "value")
_NAMES = ("hold", "trend", "round")
_AMOUNT_FORMS = (Word("form_share"), Word("form_per"))


def read_amounts(value: object) -> tuple[Amount, ...] | Unreadable:
    """The amounts of a mapping, a text or a list of them; a text may say several, one after the other."""
    if isinstance(value, list):
        read: list[Amount] = []
        for i, each in enumerate(value):
            amounts = read_amounts(each)
            if isinstance(amounts, Unreadable):
                return amounts.under(i)
            read += amounts
        return tuple(read)
    if isinstance(value, Mapping):
        one = _amount(value)
        return one if isinstance(one, Unreadable) else (one,)
    if isinstance(value, str):
        from xuequ.model.amount.phrases import read_phrases  # most schemes say amounts in numbers

        return read_phrases(value)
    quantity = read_quantity(value)
    return quantity if isinstance(quantity, Unreadable) else (of_quantity(quantity),)


def of_quantity(quantity: Quantity) -> Amount:
    """The amount that a quantity alone is: a share if it is a part of one."""
    if quantity.share:
        return Amount(share=quantity, text=quantity.text)
    if quantity.unit == "ratio":
        return Amount(value=quantity, text=quantity.text)
    return Amount(count=quantity, text=quantity.text)


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
        read["from_" if key == "from" else str(key)] = part
    amount = replace(Amount(), **read)  # type: ignore[arg-type]  # every value was typed by _amount_field
    if amount.split and amount.quantity is not None:
        amount = replace(amount, split=tuple(_in_unit_of(amount.quantity, line) for line in amount.split))
    return against_its_trend(amount) or amount


#: What stands behind a figure and multiplies it: 1200万.
_MULTIPLES = {"万": 10_000, "亿": 100_000_000}


def _in_unit_of(total: Quantity, line: Split) -> Split:
    """A line whose bare number is of what the total is of: 500 of 1200万元 is 500万元."""
    count = line.count
    if count.unit or count.share or count.several or total.share or not total.unit:
        return line
    figure = next(filter(None, total.figures), "")
    sign = (
        figure[-1:]
        if figure[-1:] in _MULTIPLES and not any(f[-1:] in _MULTIPLES for f in count.figures)
        else ""
    )
    times = _MULTIPLES.get(sign, 1)
    low, high = (None if bound is None else bound * times for bound in (count.low, count.high))
    figures = tuple(f"{each}{sign}" if each else "" for each in count.figures)
    return replace(
        line, count=replace(count, low=low, high=high, unit=total.unit, figures=(figures[0], figures[1]))
    )


def against_its_trend(amount: Amount) -> Unreadable | None:
    """What is wrong where an amount rises to less than it was, or falls to more."""
    old, new = amount.from_, amount.quantity
    if not isinstance(old, Quantity) or new is None or not (old.exact and new.exact) or old.unit != new.unit:
        return None
    falls = (new.low or 0) < (old.low or 0)
    if (amount.trend == "up" and falls) or (amount.trend == "down" and not falls):
        return Unreadable(code="AMT006", text=f"{old.text} → {new.text}")
    return None


def _amount_field(key: str, value: object) -> object:
    match key:
        case "share":
            return _shared(value)
        case "count":
            return _counted(value)
        case "value":
            return read_quantity(value)
        case "from":
            quantity = read_quantity(value)
            return str(value) if isinstance(quantity, Unreadable) else quantity
        case "of":
            return _amount(value) if isinstance(value, Mapping) else str(value)
        case "per":
            return _pers(value)
        case "rest_of":
            return tuple(str(one) for one in value) if isinstance(value, list | tuple) else (str(value),)
        case "split":
            return _splits(value)
    if key in _NAMES:
        return str(value)
    return Unreadable(code="AMT003", text=key, forms=_AMOUNT_FORMS)


def _counted(value: object) -> Quantity | Unreadable:
    """A count; a part of one is none."""
    quantity = read_quantity(value)
    if isinstance(quantity, Unreadable) or not quantity.share:
        return quantity
    return Unreadable(code="AMT001", text=str(value), nearest=(f"{{比例: {value}}}",))


def _shared(value: object) -> Quantity | Unreadable:
    """A share; a bare number is one only up to 1."""
    quantity = read_quantity(value)
    if isinstance(quantity, Unreadable) or quantity.share or quantity.several:
        return quantity
    if quantity.unit:
        return Unreadable(code="AMT001", text=str(value), nearest=(f"{{数量: {value}}}",))
    if any(bound is not None and bound > 1 for bound in (quantity.low, quantity.high)):
        return Unreadable(code="AMT001", text=str(value), nearest=(f"{value}%",), forms=("15%", "2/3"))
    return replace(quantity, share=True, figures=("", ""))


def _pers(value: object) -> tuple[Per, ...] | Unreadable:
    read = []
    for i, each in enumerate(value if isinstance(value, list | tuple) else [value]):
        per = read_per(each)
        if isinstance(per, Unreadable):
            return per.under(i) if isinstance(value, list | tuple) else per
        read.append(per)
    return tuple(read)


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
        return Unreadable(code="AMT003", text=str(line), forms=(Word("form_units"), Word("form_many_units")))
    count = _counted(line["count"])
    if isinstance(count, Unreadable):
        return count.under("count")
    units = line.get("units", ())
    if isinstance(units, list | tuple):
        return Split(units=tuple(str(unit) for unit in units), count=count)
    how_many = read_quantity(units)
    if isinstance(how_many, Unreadable) or how_many.share:
        return Split(units=(str(units),), count=count)
    return Split(how_many=how_many, count=count)
