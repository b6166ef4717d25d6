"""How words, numbers and texts are written: quoted only where they would otherwise be read differently."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TypeAlias

from xuequ.findings.width import width
from xuequ.source.scalars import joins, resolved

Scalar: TypeAlias = str | int | float | bool | None
#: What a plain scalar may not begin with, and what it may not hold.
_BEGINS = re.compile(r"[?:,\[\]{}#&*!|>'\"%@`\s=~]|-(?![^\s,\[\]{}])|$")
_BREAKS = re.compile(r":(\s|$)|\s#|[\n\r\t]|\s$|^(---|\.\.\.)(\s|$)")
_FLOW_BREAKS = re.compile(r"[,\[\]{}]|:$")
#: What is not plain text to a reader of YAML.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
#: Signs that no line begins with, and signs that none ends with.
_CLOSING = frozenset("，。、；：？！）》」』】〕”’…—·,.;:?!)]}%")
_OPENING = frozenset("（《「『【〔“‘([{")


def scalar(value: Scalar, inside: bool = False) -> str:
    """A scalar as it is written after a key or in a list; `inside` braces or brackets."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}"
    if not isinstance(value, str):
        return str(value)
    return value if _is_plain(value, inside) and isinstance(resolved(value), str) else quoted(value)


def key(name: str, inside: bool = False) -> str:
    """A key as it is written; keys are words whatever they look like."""
    return name if _is_plain(name, inside) and name not in ("<<",) else quoted(name)


def quoted(text: str) -> str:
    """A text in double quotes, with escapes for what cannot be seen."""
    return _UNSEEN.sub(_escape, json.dumps(text, ensure_ascii=False))


def literal(text: str) -> list[str] | None:
    """The sign and the lines of a text that has lines of its own; None where only quotes can hold it."""
    body = text.removesuffix("\n")
    doubtful = _UNSEEN.search(text) or text[:1] in ("\n", " ", "\t", "") or body.endswith("\n")
    if doubtful or "\n" not in text or any(line != line.rstrip() for line in body.split("\n")):
        return None
    return ["|" if text.endswith("\n") else "|-", *body.split("\n")]


def folded(text: str, room: int) -> list[str] | None:
    """The sign and the lines of a long text, none wider than `room` where that can be; None where it cannot fold."""
    if "\n" in text or "  " in text or text != text.strip() or _UNSEEN.search(text) or "\t" in text:
        return None
    found, begun, last, wide = [">-"], 0, 0, 0
    for index in range(1, len(text)):
        wide += width(text[index - 1])
        if wide > room and last > begun:
            found.append(text[begun:last].rstrip(" "))
            begun = last + (text[last] == " ")
            wide = width(text[begun:index])
        if _may_break(text, index):
            last = index
    return [*found, text[begun:]]


def _may_break(text: str, at: int) -> bool:
    """Whether a reader joins a break before `at` to what it was: nothing beside Chinese, a space elsewhere."""
    left, right = text[at - 1], text[at]
    if right == " ":
        return at + 1 < len(text) and not joins(left, text[at + 1]) and text[at + 1] not in _CLOSING
    return left != " " and joins(left, right) and right not in _CLOSING and left not in _OPENING


def _is_plain(text: str, inside: bool) -> bool:
    return not (
        _BEGINS.match(text)
        or _BREAKS.search(text)
        or _UNSEEN.search(text)
        or (inside and _FLOW_BREAKS.search(text))
    )


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
