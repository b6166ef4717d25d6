"""Rhythms and dates in words: as the drafter put them where that is Chinese, else put into Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xuequ.model.time.saying import ZH_DAYTIMES, say_when
from xuequ.model.time.values import Daytime, When

_CHINESE = re.compile(r"[一-鿿]")
#: A phase as a time stands with its name alone.
_PHASE = re.compile(r"^阶段\s*[:：]\s*")


def whens_text(many: Iterable[When]) -> str:
    """Several rhythms, each once."""
    return "、".join(dict.fromkeys(when_text(when) for when in many))


def when_text(when: When) -> str:
    """One rhythm in Chinese."""
    if _CHINESE.search(when.text):
        return _PHASE.sub("", when.text)
    return say_when(when, "zh") or when.text


def daytime_text(daytime: str) -> str:
    """The time of day of a window, which is a word of the language or a time."""
    return ZH_DAYTIMES[Daytime(daytime)] if daytime in set(Daytime) else daytime


def chinese_date(iso: str) -> str:
    """2014-05-30 as 2014年5月30日, 2020-08 as 2020年8月, 2022 as 2022年; a text that is no such date stays."""
    parts = iso.split("-")
    if len(parts) > len(_DATE) or not all(part.isdigit() for part in parts):
        return iso
    return "".join(f"{int(part)}{unit}" for part, unit in zip(parts, _DATE, strict=False))


_DATE = ("年", "月", "日")
