"""Amounts in words, in both languages: 一线教师的15%, 每5所学校至少1名, 由85%提高到95%."""

from __future__ import annotations

from collections.abc import Callable

from xuequ.language.fields import word
from xuequ.model.amount.amounts import Amount, Split
from xuequ.model.amount.per import say_per
from xuequ.model.amount.quantity import Quantity, as_written, say, say_part

Name = Callable[[str], str]
#: What somebody looked for and the source leaves open.
OPEN = "〔待定〕"
_TRENDS = {"up": ("提高", "up"), "down": ("降低", "down"), "steady": ("持平", "steady")}
_ROUNDED = {
    "up": ("不足一个的进一", "rounded up"),
    "down": ("不足一个的舍去", "rounded down"),
    "nearest": ("四舍五入", "to the nearest"),
}
_TOTALS = ("locality", "本地")


def say_amount(amount: Amount, name: Name, lang: str = "zh") -> str:
    """One amount; `name` turns a reference into what prints. What one Chinese text says prints as it is written."""
    if lang == "zh" and as_written(amount.text):
        return amount.text
    return (_chinese if lang == "zh" else _english)(amount, name)


def _chinese(amount: Amount, name: Name) -> str:
    whole = "".join(say_per(per, name) for per in amount.per) + _number(amount, name)
    more = (
        whole,
        f"以{name(amount.hold)}为口径"
        if amount.hold and (amount.share or amount.hold not in _TOTALS)
        else "",
        f"其中{_row([_split(line, amount, name) for line in amount.split])}" if amount.split else "",
        f"{'、'.join(map(name, amount.rest_of))}的其余部分" if amount.rest_of else "",
        _ROUNDED[amount.round][0] if amount.round in _ROUNDED else amount.round,
        *(f"{word(field, 'zh', 'measured')}{OPEN}" for field in sorted(amount.unspecified)),
    )
    return "，".join(part for part in more if part)


def _row(parts: list[str]) -> str:
    """Parts side by side, farther apart where one of them is a row itself."""
    return ("；" if any("、" in part or "，" in part for part in parts) else "、").join(parts)


def _number(amount: Amount, name: Name) -> str:
    quantity = amount.quantity
    number = written(quantity) if quantity is not None else ""
    if amount.hold in _TOTALS and amount.count is not None:
        number = f"共{number}"
    if isinstance(amount.of, Amount):
        return f"{amount.what}{number}（基数：{say_amount(amount.of, name)}）"
    base = name(amount.of) if amount.of else ""
    word = _TRENDS[amount.trend][0] if amount.trend in _TRENDS else amount.trend
    if isinstance(amount.from_, Quantity):
        old = written(amount.from_)
        return f"{amount.what}由{say_part(base, old) if base else old}{word}到{number}"
    if base and number and quantity is not None and quantity.share:
        number, base = say_part(base, number), ""
    return f"{amount.what}{base}{_changed(amount, word, number) if amount.trend else number}"


def _changed(amount: Amount, word: str, number: str) -> str:
    """比上年提高2个百分点, 提高5%左右."""
    if not number:
        return f"逐步{word}"
    if amount.share is not None and amount.of:
        return f"{number}，逐步{word}"
    return f"{f'比{amount.from_}' if amount.from_ else ''}{word}{number}"


def _split(line: Split, amount: Amount, name: Name) -> str:
    """福田区、罗湖区各9—11个."""
    total = amount.quantity
    number = say(line.count, counted="" if total is not None and total.unit else "个")
    who = "、".join(name(unit) for unit in line.units)
    several = len(line.units) > 1
    if line.how_many is not None:
        who, several = (
            say(line.how_many, counted="个单位"),
            not (line.how_many.exact and line.how_many.low == 1),
        )
    return f"{who}{'各' if several else ''}{number}"


def written(quantity: Quantity) -> str:
    """A quantity as the drafter put it where that can print, 不少于20万元, else put into Chinese."""
    return quantity.text if as_written(quantity.text) else say(quantity)


def _english(amount: Amount, name: Name) -> str:
    quantity = amount.quantity
    number = say(quantity, "en") if quantity is not None else ""
    of = (
        say_amount(amount.of, name, "en")
        if isinstance(amount.of, Amount)
        else name(amount.of)
        if amount.of
        else ""
    )
    old = say(amount.from_, "en") if isinstance(amount.from_, Quantity) else amount.from_
    parts = (
        amount.what,
        _TRENDS[amount.trend][1] if amount.trend in _TRENDS else amount.trend,
        f"from {old} to" if old else "",
        number,
        f"of {of}" if of else "",
        *(say_per(per, name, "en") for per in amount.per),
        f"held at {name(amount.hold)}" if amount.hold else "",
        f"({'; '.join(_split_english(line, name) for line in amount.split)})" if amount.split else "",
        f"what is left of {', '.join(map(name, amount.rest_of))}" if amount.rest_of else "",
        _ROUNDED[amount.round][1] if amount.round in _ROUNDED else amount.round,
        *(f"{word(field, 'en', 'measured').lower()} unspecified" for field in sorted(amount.unspecified)),
    )
    return " ".join(part for part in parts if part)


def _split_english(line: Split, name: Name) -> str:
    who = ", ".join(map(name, line.units)) or (f"{say(line.how_many, 'en')} units" if line.how_many else "")
    return f"{who}: {say(line.count, 'en')}{' each' if len(line.units) != 1 else ''}"
