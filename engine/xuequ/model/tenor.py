"""Words that say how firmly a time or an amount is meant: 一般3年, 原则上每学期一次, 9月左右."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: The words with their English; they bind nothing and change no date and no number.
TENORS: Mapping[str, str] = MappingProxyType(
    {
        "一般": "as a rule",
        "原则上": "in principle",
        "通常": "usually",
        "力争": "if possible",
        "争取": "if possible",
        "确保": "without fail",
        "务必": "without fail",
        "尽量": "as far as possible",
        "左右": "about",
        "前后": "about",
    }
)
#: Those that stand behind a time and leave its day open.
ABOUT = ("左右", "前后")


def tenor_of(text: str) -> str:
    """The word that a text begins with, empty where it begins with none."""
    return next((word for word in TENORS if text.startswith(word)), "")
