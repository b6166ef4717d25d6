"""The numbers that Chinese documents give their clauses: 第三章, 第五条, 一、 （一） 1. （1） ①.

Brackets and stops are read in either width. What follows the number is the clause's own text.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

_CHINESE = "〇零一二三四五六七八九十百"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"〇": 0}


class Rank(IntEnum):
    """How deep a number stands; a deeper one continues the one above it."""

    CHAPTER = 0
    SECTION = 1
    ARTICLE = 2
    FIRST = 3
    SECOND = 4
    THIRD = 5
    FOURTH = 6
    FIFTH = 7


#: Ranks that begin anew: what stands above them is not part of their number.
OWN = frozenset({Rank.CHAPTER, Rank.SECTION, Rank.ARTICLE})

_FORMS = (
    (Rank.CHAPTER, re.compile(rf"第([{_CHINESE}\d]+)章")),
    (Rank.SECTION, re.compile(rf"第([{_CHINESE}\d]+)节")),
    (Rank.ARTICLE, re.compile(rf"第([{_CHINESE}\d]+)条(?:之[{_CHINESE}]+)?")),
    (Rank.FIRST, re.compile(rf"([{_CHINESE}]+)[、．.]")),
    (Rank.SECOND, re.compile(rf"[（(]([{_CHINESE}]+)[）)][、.]?")),
    (Rank.THIRD, re.compile(r"(\d{1,3})(?:[．、]|\.(?!\d))")),
    (Rank.FOURTH, re.compile(r"[（(](\d{1,3})[）)][、.]?")),
    (Rank.FIFTH, re.compile(rf"([{_CIRCLED}])[、.]?")),
)
_WRITTEN = {
    Rank.CHAPTER: "第{}章",
    Rank.SECTION: "第{}节",
    Rank.ARTICLE: "第{}条",
    Rank.FIRST: "{}",
    Rank.SECOND: "({})",
    Rank.THIRD: "{}",
    Rank.FOURTH: "({})",
    Rank.FIFTH: "{}",
}
_FULL_WIDTH = str.maketrans("（）０１２３４５６７８９　", "()0123456789 ")


class Numbered(NamedTuple):
    """A number at the head of a paragraph: its rank, as clauses write it, its value, and the text after it."""

    rank: Rank
    written: str
    value: int
    text: str


def numbered(paragraph: str) -> Numbered | None:
    """The number a paragraph begins with, if it begins with one."""
    line = paragraph.strip()
    for rank, form in _FORMS:
        found = form.match(line)
        if found is not None:
            number = found[0] if "之" in found[0] else _WRITTEN[rank].format(found[1])
            return Numbered(rank, number, counted(found[1]), line[found.end() :].strip())
    return None


def counted(text: str) -> int:
    """The value of a number as documents write it: 十二, 12, ⑫."""
    if text.isdecimal():
        return int(text)
    if text in _CIRCLED:
        return _CIRCLED.index(text) + 1
    total = digit = 0
    for character in text:
        if character in ("十", "百"):
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def same_width(clause: str) -> str:
    """A clause number with half-width brackets and digits and no blanks, as they are compared."""
    return clause.translate(_FULL_WIDTH).replace(" ", "")
