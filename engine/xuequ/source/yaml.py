"""YAML files: `read_yaml` is the front of this room.

YAML 1.2 with one restriction (see `scalars`) and the limits of `text` and `building`. Whatever the bytes, the
answer is a document, findings, or both; a document is missing only where nothing could be made of the file.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.source.building import Builder, Stopped
from xuequ.source.document import Document
from xuequ.source.events import MarkedYAMLError, ReaderError, events
from xuequ.source.text import as_written, decoded, line_of, lines, too_large, without_invisible

#: Line breaks that libyaml counts and no editor does, and what nobody sees: those that turn up in texts.
_UNSEEN = (
    *"\x85\u2028\u2029\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff",
)


class Read(NamedTuple):
    """What became of one file: its document, where one could be read, and what was found on the way."""

    document: Document | None
    findings: tuple[Finding, ...]


def read_yaml(data: bytes, file: str) -> Read:
    """Read one YAML file; `file` is the name that findings show."""
    large = too_large(data, file)
    if large:
        return Read(None, (large,))
    text, findings = decoded(data, file)
    if text is None:
        return Read(None, findings)
    try:
        if any(sign in text for sign in _UNSEEN):
            return _cleaned(text, file, findings)
        return _built(text, file, findings)
    except ReaderError:
        return _cleaned(text, file, findings)


def _cleaned(text: str, file: str, findings: tuple[Finding, ...]) -> Read:
    """Read without what nobody sees; every place is one of the text as it is."""
    clean, more = without_invisible(text, file)
    document, found = _built(clean or "", file, ())
    held = lines(text)

    def placed(place: Place) -> Place:
        return replace(place, span=as_written(place.span, held)) if place.span else place

    told = (*findings, *more, *(_moved(each, placed) for each in found))
    return Read(replace(document, raw=text), told) if document is not None else _unread(told, text)


def _built(text: str, file: str, findings: tuple[Finding, ...]) -> Read:
    builder = Builder(events(text), text, file)
    try:
        with _no_collection():
            built = builder.document()
        found = (*findings, *builder.findings)
    except Stopped:
        return _unread((*findings, *builder.findings), text)
    except MarkedYAMLError as error:
        # Imported here: most files are well-formed.
        from xuequ.source.syntax import diagnosed

        last = diagnosed(error, text, file)
        # A slip that was met on the way and that ends the reading too is told once.
        met = (each for each in builder.findings if (each.code, each.primary) != (last.code, last.primary))
        return _unread((*findings, *met, last), text)
    if built is None or built[0] is None:
        return _unread((*found, finding("YML109", Place(file=file))), text)
    value, marks = built
    return Read(Document(file=file, text=text, value=value, marks=marks), found)


def _unread(findings: tuple[Finding, ...], text: str) -> Read:
    """No document; so that findings can be shown all the same, each brings the line it stands in."""
    held = lines(text)

    def lined(place: Place) -> Place:
        return replace(place, line=line_of(held, place.span.start.line)) if place.span else place

    return Read(None, tuple(_moved(each, lined) for each in findings))


def _moved(found: Finding, change: Callable[[Place], Place]) -> Finding:
    related = tuple(replace(other, place=change(other.place)) for other in found.related)
    return replace(found, primary=change(found.primary), related=related)


@contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage collection meanwhile: what is built all stays, and looking through it doubles the time."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
