"""A file that was read: plain values, and marks of the same shape that say where each stands."""

from __future__ import annotations

from typing import Any, NamedTuple

from xuequ.findings.finding import DocPath
from xuequ.findings.record import record


class Comment(NamedTuple):
    """A comment from its `#` to the end of its line; line and column from 1."""

    text: str
    line: int
    column: int


@record
class Document:
    """One file: `value` is plain data (dict, list, str, int, float, bool, None), `marks` mirrors its shape.

    Marks are opaque outside this room: `source.locate` reads them, `source.marks` re-keys them. Comments are
    looked for only when asked: `source.comments.comments(document.text)`. What an alias stands for is the very
    value of its anchor, so values are never changed in place.
    """

    file: str
    text: str
    """What was read: the text of the file without characters that nobody sees."""
    value: object
    marks: object
    raw: str | None = None
    """The text with those characters, if there are any: places that are shown are places in it."""
    shipped: bool = False
    """Whether it comes with the package, so that nobody who writes a scheme can change it."""

    @property
    def written(self) -> str:
        """The text as it stands in the file."""
        return self.text if self.raw is None else self.raw


def value_at(value: Any, path: DocPath) -> Any:
    """What stands at a path of plain data; None where nothing does."""
    for step in path:
        if isinstance(value, dict):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value
