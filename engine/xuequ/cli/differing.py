"""What would change in a file, as the lines that differ."""

from __future__ import annotations

import re
import sys
from difflib import unified_diff

_ENDS = re.compile(r"\r\n|\r|\n")


def difference(file: str, before: str, after: str) -> str:
    """A unified diff from one text of a file to another; empty where they hold the same lines."""
    found = unified_diff(_lines(before), _lines(after), file, file, lineterm="")
    return "".join(f"{line}\n" for line in found)


def _lines(text: str) -> list[str]:
    """The lines; a last one that is not ended says so, in the words of diff."""
    held = _ENDS.split(text)
    last = held.pop()
    return [*held, f"{last}\n\\ No newline at end of file"] if last else held


def write(text: str) -> None:
    """Text to standard output as UTF-8 whatever the terminal says: it is a file's content, not a message."""
    sys.stdout.flush()
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
        return
    buffer.write(text.encode())
    buffer.flush()
