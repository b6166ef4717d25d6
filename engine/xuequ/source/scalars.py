"""Scalars: which plain words are not strings, and how Chinese that runs over several lines is joined.

Only true and false, null, `~` and nothing, and decimal numbers without a zero that counts for nothing are not strings.
So `no`, `12:30`, `010101`, `0.50`, `2014-05-30`, `1e3` and `0x1F` are the words they look like.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TypeAlias

from xuequ.source.events import ScalarEvent, events

Scalar: TypeAlias = str | int | float | bool | None

#: What a plain scalar that is not a string may begin with.
BEGINNINGS = frozenset("0123456789+-tfn~")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None}
#: Longer runs of digits are codes and telephone numbers, not quantities.
_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")

#: Chinese characters and punctuation, full-width forms, and the quotation marks and dashes set with them.
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\U00020000-\U0003ffff“”‘’…—·"
_BREAK = r"[ \t]*(?:\r\n|\r|\n)[ \t]*"
_SPLIT = re.compile(r"\r\n|\r|\n")


@cache
def _joint() -> re.Pattern[str]:
    """Two characters with no space between them: Chinese, or a number next to Chinese.

    This and `_joined_break` take long to compile, and most files have no text of several lines.
    """
    return re.compile(rf"[{_WIDE}][{_WIDE}0-9%]|[0-9%][{_WIDE}]")


@cache
def _joined_break() -> re.Pattern[str]:
    """A line break between two such characters, which leaves no space."""
    return re.compile(rf"(?<=[{_WIDE}]){_BREAK}(?=[{_WIDE}0-9%])|(?<=[0-9%]){_BREAK}(?=[{_WIDE}])")


def resolved(word: str) -> Scalar:
    """The value of a plain scalar."""
    if word in _WORDS:
        return _WORDS[word]
    number = _NUMBER.fullmatch(word)
    if number is None:
        return word if word else None
    if number[1] is None:
        return int(word)
    # 0.50 would be 0.5, and a clause 2.10 be 2.1.
    return word if word.endswith("0") else float(word)


def joins(left: str, right: str) -> bool:
    """Whether a line break between these two characters leaves no space."""
    return _joint().fullmatch(left + right) is not None


def refolded(written: ScalarEvent, text: str) -> str:
    """The string of a scalar that stands on several lines of `text`."""
    source = text[written.start_mark.index : written.end_mark.index]
    if not written.style:
        return folded(source)
    if written.style == ">":
        return folded_block(source, written.value)
    if written.style == "|" or joined(source) == source:
        return written.value
    return next(event.value for event in iter(events(joined(source)), None) if type(event) is ScalarEvent)


def joined(written: str) -> str:
    """A scalar as written, over several lines, with the breaks between Chinese characters taken out."""
    return _joined_break().sub("", written)


def folded(lines: str) -> str:
    """The value of a plain scalar over several lines."""
    value, blank = "", 0
    for line in (part.strip(" \t") for part in _SPLIT.split(joined(lines))):
        if not line:
            blank += 1
            continue
        value += ("\n" * blank or " ") + line if value else line
        blank = 0
    return value


def folded_block(written: str, value: str) -> str:
    """The value of a `>` scalar without the spaces that folding put between Chinese characters.

    `written` is the scalar from its `>` on, `value` what libyaml made of it.
    """
    lines = _SPLIT.split(written)[1:]
    at = len(value) - len(value.lstrip("\n"))
    first = next((line for line in lines if line.strip(" ")), "")
    indent = next((i for i in range(len(first)) if value.startswith(first[i:], at)), len(first))
    kept = [value[:at]]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        content, after = line[indent:], following[indent : indent + 1]
        if not content or not value.startswith(content, at):
            continue
        at += len(content)
        kept.append(content)
        joins = value[at : at + 1] == " " and after and _joint().fullmatch(content[-1] + after)
        at += bool(joins)
        gap = len(value[at:]) - len(value[at:].lstrip("\n")) or (value[at : at + 1] == " ")
        kept.append(value[at : at + gap])
        at += gap
    return "".join(kept) + value[at:]
