"""Progress on a terminal: one line that is overwritten, and nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

T = TypeVar("T")

_CLEAR = "\r\x1b[K"


def shown(items: Iterable[T], label: str, stream: TextIO | None = None) -> Iterator[T]:
    """`items` one by one; on a terminal a line counts how many there were."""
    out = sys.stderr if stream is None else stream
    if not out.isatty():
        yield from items
        return
    try:
        for number, item in enumerate(items, start=1):
            out.write(f"{_CLEAR}{label} {number}")
            out.flush()
            yield item
    finally:
        out.write(_CLEAR)
        out.flush()
