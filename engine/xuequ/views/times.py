"""Rhythms and dates in words: as the drafter put them where that is Chinese, else put into Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xuequ.model.time.saying import ZH_DAYTIMES, say_when
from xuequ.model.time.values import Daytime, When

_CHINESE = re.compile(r"[一-鿿]")
#: A phase as a time stands with its name alone.
_PHASE = re.compile(r"^阶段\s*[:：]\s*")
_MAPPING = re.compile(r"[a-z_]+: ")


def whens_text(many: Iterable[When]) -> str:
    """Several rhythms, each once."""
    return "、".join(dict.fromkeys(when_text(when) for when in many))


def when_text(when: When) -> str:
    """One rhythm in Chinese."""
    if _CHINESE.search(when.text) and not _MAPPING.search(when.text):
        return _PHASE.sub("", when.text)
    return say_when(when, "zh") or when.text


def daytime_text(daytime: str) -> str:
    """The time of day of a window, which is a word of the language or a time."""
    return ZH_DAYTIMES[Daytime(daytime)] if daytime in set(Daytime) else daytime
