"""A file that was read: plain values, and marks of the same shape that say where each stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from xuequ.findings.finding import Span


class Comment(NamedTuple):
    """A `#` comment with its place."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file: `value` is plain data (dict, list, str, int, float, bool, None), `marks` mirrors its shape.

    Marks are opaque outside this room: `source.locate` reads them, `source.marks` re-keys them.
    """

    file: str
    text: str
    value: object
    marks: object
    comments: tuple[Comment, ...] = ()
    spans: tuple[Span, ...] = ()
