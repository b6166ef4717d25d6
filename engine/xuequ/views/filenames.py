"""Names of files that every system takes."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LONGEST = 60


def safe(name: str) -> str:
    """The name with what Windows forbids replaced, no dot or space at its ends, not too long."""
    text = _FORBIDDEN.sub("_", name).strip(" .")[:_LONGEST].strip(" .")
    if not text:
        return "未命名"
    return f"_{text}" if _RESERVED.fullmatch(text) else text
