"""Comments of a YAML file, for suppressions and for whoever writes a file back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.source.document import Comment
from xuequ.source.events import Event, ScalarEvent, YAMLError, events

#: A `#` begins a comment at the start of a line or after a blank; to the end of the line it is one.
_COMMENT = re.compile(r"(?:^|(?<=[ \t\r\n]))#[^\r\n]*", re.M)
_BREAK = re.compile(r"\r\n|\r|\n")
#: A comment may stand beside the `|` or `>` that begins a block of text.
_HEADER = re.compile(r"[|>][-+0-9]*")


def comments(text: str) -> tuple[Comment, ...]:
    """All comments, in order; a `#` within quotes or a block of text is none.

    Of a text that is not YAML, those before the place where reading stops.
    """
    if "#" not in text:
        return ()
    found: list[Comment] = []
    line, begun = 1, 0
    for index in _hashes(text):
        breaks = [*_BREAK.finditer(text, begun, index)]
        line, begun = line + len(breaks), breaks[-1].end() if breaks else begun
        match = _COMMENT.match(text, index)
        if match:
            found.append(Comment(text=match[0], line=line, column=index - begun + 1))
    return tuple(found)


def _hashes(text: str) -> Iterator[int]:
    """Where comments begin: every candidate that stands in no scalar."""
    held = _scalars(text)
    start, end = next(held, (len(text), len(text)))
    for match in _COMMENT.finditer(text):
        while end <= match.start() and end < len(text):
            start, end = next(held, (len(text), len(text)))
        if match.start() < start:
            yield match.start()


def _scalars(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of text that scalars take, and all that follows where reading stops."""
    reached = 0
    get = events(text)
    try:
        event: Event | None = get()
        while event is not None:
            if type(event) is ScalarEvent:
                yield _stretch(event, text)
            reached = event.end_mark.index if event.end_mark else reached
            event = get()
    except YAMLError:
        yield reached, len(text)


def _stretch(event: ScalarEvent, text: str) -> tuple[int, int]:
    start, end = event.start_mark.index, event.end_mark.index
    header = _HEADER.match(text, start) if event.style and event.style in "|>" else None
    return (_BREAK.search(text, header.end()) or header).end() if header else start, end
