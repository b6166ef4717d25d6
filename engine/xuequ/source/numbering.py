"""The numbers that Chinese documents give their clauses: 第三章, 第五条, Ⅱ. 一、 （一） 1. 2.10 （1） ①.

Brackets and stops are read in either width. What follows the number is the clause's own text.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

_CHINESE = "〇零一二三四五六七八九十百"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_ROMAN_SIGNS = dict(
    zip(
        "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ",
        ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"),
        strict=True,
    )
)
#: What may follow 1.5 where it is a quantity and no number of a clause.
_MEASURED = "万亿千百元倍个名人位所间小米公分年学天次平折％%‰"


class Rank(IntEnum):
    """How deep a number stands; a deeper one continues the one above it."""

    PART = 0
    CHAPTER = 1
    SECTION = 2
    ARTICLE = 3
    ROMAN = 4
    FIRST = 5
    SECOND = 6
    THIRD = 7
    DOTTED = 8
    FOURTH = 9
    FIFTH = 10


#: Ranks that begin anew: what stands above them is not part of their number.
OWN = frozenset({Rank.PART, Rank.CHAPTER, Rank.SECTION, Rank.ARTICLE})
#: Ranks of headings: what stands under them is counted through and does not continue their number.
HEADINGS = frozenset({Rank.PART, Rank.CHAPTER, Rank.SECTION})

_COUNT = rf"[{_CHINESE}]+|\d+"
_N = rf"\s*({_COUNT})\s*"
_FORMS = (
    (Rank.PART, re.compile(rf"第{_N}(编|篇|部分)")),
    (Rank.CHAPTER, re.compile(rf"第{_N}(章)")),
    (Rank.SECTION, re.compile(rf"第{_N}(节)")),
    (Rank.ARTICLE, re.compile(rf"第{_N}条(?:\s*之({_COUNT}))?")),
    (Rank.ROMAN, re.compile(rf"([{''.join(_ROMAN_SIGNS)}]+|[IVXL]{{1,5}})[、．.](?!\w\.)")),
    (Rank.FIRST, re.compile(rf"([{_CHINESE}]+)[、．.]")),
    (Rank.SECOND, re.compile(rf"[（(]([{_CHINESE}]+)[）)][、.]?")),
    (Rank.DOTTED, re.compile(rf"(\d{{1,2}}(?:[.．]\d{{1,3}})+)[.．、]?(?![\d{_MEASURED}])")),
    (Rank.THIRD, re.compile(r"(\d{1,3})(?:[．、]|\.(?!\d))")),
    (Rank.FOURTH, re.compile(r"[（(]?(\d{1,3})[）)][、.]?")),
    (Rank.FIFTH, re.compile(rf"([{_CIRCLED}])[、.]?")),
)
_FULL_WIDTH = str.maketrans("（）０１２３４５６７８９．　", "()0123456789. ") | str.maketrans(_ROMAN_SIGNS)
_NAMED = re.compile(rf"第[（(]?({_COUNT})[）)]?(编|篇|部分|章|节|条|款|项|目)|之({_COUNT})")


class Numbered(NamedTuple):
    """A number at the head of a paragraph: its rank, as clauses write it, its value, and the text after it.

    `inserted` counts what was put in behind a number later: 1 of 第八条之一.
    """

    rank: Rank
    written: str
    value: int
    text: str
    inserted: int = 0


def numbered(paragraph: str) -> Numbered | None:
    """The number a paragraph begins with, if it begins with one."""
    line = paragraph.strip()
    for rank, form in _FORMS:
        found = form.match(line)
        if found is not None:
            text, written = line[found.end() :].strip(), same_width(found[1])
            value = counted(written.rpartition(".")[2])
            inserted = counted(found[2]) if rank is Rank.ARTICLE and found[2] else 0
            if rank <= Rank.SECTION:
                written = f"第{found[1]}{found[2]}"
            elif rank is Rank.ARTICLE:
                written = f"第{found[1]}条" + (f"之{found[2]}" if inserted else "")
            elif rank in (Rank.SECOND, Rank.FOURTH):
                written = f"({written})"
            return Numbered(rank, written, value, text, inserted)
    return None


def counted(text: str) -> int:
    """The value of a number as documents write it: 十二, 12, ⑫, XII."""
    if text.isdecimal():
        return int(text)
    if text in _CIRCLED:
        return _CIRCLED.index(text) + 1
    if text[:1] in _ROMAN:
        values = [_ROMAN[letter] for letter in text]
        return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    total = digit = 0
    for character in text:
        if character in ("十", "百"):
            total += (digit or 1) * (10 if character == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def in_chinese(number: int) -> str:
    """A number below a thousand in Chinese numerals, as 第…条 writes it."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    digits = "零一二三四五六七八九"
    over = f"{digits[hundreds]}百" if hundreds else ""
    ten = "" if not tens else "十" if tens == 1 and not hundreds else f"{digits[tens]}十"
    zero = "零" if hundreds and ones and not tens else ""
    return over + zero + ten + (digits[ones] if ones or not number else "")


def same_width(clause: str) -> str:
    """A clause number with half-width brackets and digits and no blanks, as they are compared."""
    return clause.translate(_FULL_WIDTH).replace(" ", "")


def clause_key(clause: str) -> str:
    """A clause number in the one form that outlines have: 第2条第1款第3项 and 第二条第一款(三) are one clause."""
    return _NAMED.sub(_in_one_form, same_width(clause))


def _in_one_form(found: re.Match[str]) -> str:
    number, unit = in_chinese(counted(found[1] or found[3])), found[2]
    if unit == "项":
        return f"({number})"
    if unit == "目":
        return str(counted(found[1]))
    return f"第{number}{unit}" if unit else f"之{number}"


def rank_of(clause: str) -> Rank | None:
    """The rank of a clause that is a heading of its own, such as 第三章, whatever attachment it stands in."""
    found = re.fullmatch(r"(?:附件\d*)?(第.+)", clause)
    number = numbered(found[1]) if found else None
    return number.rank if number is not None and number.rank in HEADINGS and not number.text else None
