"""The language of the interface: which one, and the texts in it.

Chinese and English stand side by side where they are used, so that neither is forgotten: `say("检查", "check")`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Literal

Lang = Literal["zh", "en"]

#: Chooses the text of one language out of `(zh, en)`.
Say = Callable[[str, str], str]


def speaker(lang: Lang) -> Say:
    """The chooser for `lang`."""
    return (lambda zh, en: zh) if lang == "zh" else (lambda zh, en: en)


def from_locale(environ: Mapping[str, str]) -> Lang:
    """The language the environment asks for; English where it does not say Chinese."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return _of_windows() if sys.platform == "win32" else "en"


def _of_windows() -> Lang:
    """The language of the Windows interface: the low ten bits of its id are 4 for Chinese."""
    import ctypes

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 (absent elsewhere, and mypy checks for elsewhere)
    return "zh" if kernel.GetUserDefaultUILanguage() & 0x3FF == 4 else "en"


def preferred() -> Lang:
    """The language of this process's environment."""
    return from_locale(os.environ)
