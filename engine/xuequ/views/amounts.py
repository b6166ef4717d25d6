"""Amounts in words: 一线教师的15%, 主题发言人1—2，每次."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from xuequ.model.amount.amounts import Amount, Split
from xuequ.model.amount.quantity import Quantity, say, say_part
from xuequ.views.wording import OPEN, fixed

Name = Callable[[str], str]


def amounts_text(many: Iterable[Amount], name: Name) -> str:
    """Several amounts, each once; `name` turns a reference into what prints."""
    return "；".join(dict.fromkeys(text for amount in many if (text := amount_text(amount, name))))


def amount_text(amount: Amount, name: Name) -> str:
    """One amount."""
    of = (
        amount_text(amount.of, name)
        if isinstance(amount.of, Amount)
        else name(amount.of)
        if amount.of
        else ""
    )
    quantity = amount.quantity
    number = _number(quantity) if quantity else OPEN if amount.unspecified else ""
    whole = say_part(of, number) if of and quantity is not None and quantity.share else f"{of}{number}"
    more = [
        _per(amount.per) + whole,
        f"以{name(amount.hold)}为口径" if amount.hold else "",
        "、".join(_split(line, name) for line in amount.split),
        f"其余归{'、'.join(map(name, amount.rest_of))}" if amount.rest_of else "",
        {"up": "逐步提高", "down": "逐步降低"}.get(amount.trend, amount.trend),
    ]
    return "，".join(part for part in more if part)


_CHINESE = re.compile(r"[一-鿿]")


def _number(quantity: Quantity) -> str:
    """As the drafter put it where that is Chinese, 不少于20万元, else put into Chinese."""
    return quantity.text if _CHINESE.search(quantity.text) else say(quantity)


def _per(dimensions: tuple[str, ...]) -> str:
    return "、".join(f"每{fixed(d)}" for d in dimensions)


def _split(line: Split, name: Name) -> str:
    who = "、".join(name(unit) for unit in line.units) or (
        f"其中{say(line.how_many)}个" if line.how_many else ""
    )
    return f"{who}各{say(line.count)}"
