"""Graphviz, as the wheel of pygraphviz brings it: one call, in this process.

Graphviz and fontconfig write complaints straight to the process's standard error, past Python. They are
caught here: a drawing that succeeds is silent, one that fails says why.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Literal


class GraphvizFailed(Exception):
    """Raised if Graphviz cannot lay out or draw what it was given; `complaint` is what it said."""

    def __init__(self, complaint: str) -> None:
        super().__init__(complaint)
        self.complaint = complaint


def engrave(text: str, program: Literal["dot", "nop2"], to: Literal["json0", "png"]) -> bytes:
    """What Graphviz makes of a DOT text; `nop2` keeps the positions written in it."""
    from pygraphviz import AGraph

    with _silenced() as said:
        try:
            drawn: bytes = AGraph(string=text).draw(format=to, prog=program)
        except (ValueError, OSError) as error:
            said.seek(0)
            raise GraphvizFailed(said.read().decode(errors="replace") or str(error)) from error
    return drawn


@contextmanager
def _silenced() -> Iterator[IO[bytes]]:
    """Standard error of the whole process into a temporary file, which is yielded."""
    with tempfile.TemporaryFile() as said:
        kept = os.dup(2)
        try:
            os.dup2(said.fileno(), 2)
            yield said
        finally:
            os.dup2(kept, 2)
            os.close(kept)
