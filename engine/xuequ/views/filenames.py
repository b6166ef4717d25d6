"""Names of files that every system takes."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain, count

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
_LONGEST = 60


def safe(name: str) -> str:
    """The name with what Windows forbids replaced, no dot or space at its ends, not too long."""
    text = _FORBIDDEN.sub("_", name).strip(" .")[:_LONGEST].strip(" .")
    if not text:
        return "未命名"
    return f"_{text}" if _RESERVED.fullmatch(text) else text


class FileNames:
    """Names of files in one folder, none of which is another's on any system: some take no notice of case or form."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, name: str) -> str:
        """The name made safe, with a number where another comes to the same."""
        wanted = safe(name)
        numbered = (f"{wanted[: _LONGEST - len(str(n))]}{n}" for n in count(2))
        found = next(each for each in chain([wanted], numbered) if alike(each) not in self._taken)
        self._taken.add(alike(found))
        return found


def alike(name: str) -> str:
    """What names have in common that some systems take for one: neither case nor Unicode form tells them apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
