"""Amounts in words: 一线教师的15%, 主题发言人1—2，每次."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from xuequ.model.amount.amounts import Amount
from xuequ.model.amount.saying import say_amount


def amounts_text(many: Iterable[Amount], name: Callable[[str], str]) -> str:
    """Several amounts, each once; `name` turns a reference into what prints."""
    told = (say_amount(amount, name) for amount in many)
    return "；".join(dict.fromkeys(text for text in told if text))
