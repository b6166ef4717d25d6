"""Comments that allow a finding in place: `# xuequ: allow RES201 until 2026-09-01 -- 待市局批复`.

Behind a line it speaks of that line, alone in a line of the next one that holds something. It holds only with a
reason, and until its last day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from xuequ.findings.finding import Place, Position, Span
from xuequ.source.comments import comments
from xuequ.source.document import Comment, Document
from xuequ.source.text import lines

#: A file without this has no such comments; looking for comments takes as long as reading the file.
_SPOKEN_TO = re.compile(r"#[ \t]*xuequ[ \t]*[::]")
_ALLOW = re.compile(
    r"""\#[ \t]*xuequ[ \t]*[::][ \t]*(?:allow|允许|放行)[ \t]*
    (?P<codes>[A-Za-z]{3}\d{3}(?:[,，、 \t]+[A-Za-z]{3}\d{3})*)
    (?:[ \t]*(?:until|至|截至)[ \t]*(?P<until>\d{4}-\d{2}-\d{2}))?
    [ \t]*(?:(?:--|——)(?P<reason>.*))?$""",
    re.X,
)
#: `# xuequ: 1` is the head of a scheme that somebody commented out.
_HEAD = re.compile(r"#[ \t]*xuequ[ \t]*:[ \t]*\d+[ \t]*$")
_CODE = re.compile(r"[A-Z]{3}\d{3}")


class Allowance(NamedTuple):
    """One comment: the line it speaks of, the codes it allows there, why, and until when."""

    place: Place
    line: int
    codes: tuple[str, ...]
    reason: str
    until: date | None

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.place.file

    def holds(self, today: date) -> bool:
        """Whether it has a reason and its last day is not past."""
        return bool(self.reason) and (self.until is None or today <= self.until)


class Remarks(NamedTuple):
    """What the comments of one file say to the check, and where those stand that cannot be read."""

    allowances: tuple[Allowance, ...]
    unreadable: tuple[Place, ...]


def remarks(document: Document) -> Remarks:
    """The comments of one file that speak to `xuequ`."""
    if not _SPOKEN_TO.search(document.text):
        return Remarks((), ())
    held = lines(document.text)
    found = comments(document.text)
    spoken = [each for each in found if _SPOKEN_TO.match(each.text) and not _HEAD.match(each.text)]
    targets = _Targets(held, found)
    read = [(each, _read(each, targets.line_of(each), document.file)) for each in spoken]
    return Remarks(
        tuple(allowance for _, allowance in read if allowance is not None),
        tuple(_place(each, document.file) for each, allowance in read if allowance is None),
    )


class _Targets:
    """Which line each comment speaks of."""

    def __init__(self, held: list[str], found: Iterable[Comment]) -> None:
        self._held = held
        alone = (each for each in found if not held[each.line - 1][: each.column - 1].strip(" \t\ufeff"))
        self._alone = {each.line for each in alone}

    def line_of(self, comment: Comment) -> int:
        line = comment.line
        if line not in self._alone:
            return line
        after = range(line + 1, len(self._held) + 1)
        return next((n for n in after if n not in self._alone and self._held[n - 1].strip()), line)


def _read(comment: Comment, line: int, file: str) -> Allowance | None:
    match = _ALLOW.match(comment.text.rstrip())
    if match is None:
        return None
    try:
        until = date.fromisoformat(match["until"]) if match["until"] else None
    except ValueError:
        return None
    return Allowance(
        place=_place(comment, file),
        line=line,
        codes=tuple(dict.fromkeys(_CODE.findall(match["codes"].upper()))),
        reason=(match["reason"] or "").strip(),
        until=until,
    )


def _place(comment: Comment, file: str) -> Place:
    end = comment.column + len(comment.text.rstrip())
    span = Span(Position(comment.line, comment.column), Position(comment.line, end))
    return Place(file=file, span=span)
