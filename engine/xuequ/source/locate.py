"""Places into lines and columns, at the moment a finding is shown.

A path that leads nowhere (a field that was inherited, one that is missing) is shown at the nearest element above
that the file does hold: the duty for its missing lead. Only the whole file is shown at its beginning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from xuequ.findings.finding import DocPath, Finding, Place, Span
from xuequ.findings.shown import Shown, Spot, ordered
from xuequ.source.document import Document
from xuequ.source.marks import Mark, elements, entries, event, is_collection, span
from xuequ.source.text import as_written, line_of, lines

if TYPE_CHECKING:
    from xuequ.source.tables import Table

#: What a place can be looked up in: a document, or a table.
Source: TypeAlias = "Document | Table"


def locate(source: Source, place: Place) -> Span:
    """Where `place` stands in the text of its file."""
    if place.span is not None:
        return place.span
    if not isinstance(source, Document):
        from xuequ.source.tables import locate_cell

        return locate_cell(source, place.path)
    key, value, found = _walk(source.marks, place.path)
    on_key = place.on == "key" and found and key is not None
    read = span(key, source.text) if on_key else _shown_at(key, value, source.text)
    return read if source.raw is None else as_written(read, lines(source.raw))


def show(findings: Iterable[Finding], sources: Mapping[str, Source]) -> tuple[Shown, ...]:
    """The findings in the order of their places, each with its span and the line it stands in.

    `sources` are the documents and tables by file name; a finding about any other file is shown without a line.
    """

    @cache
    def text_of(file: str) -> list[str]:
        source = sources.get(file)
        if source is None:
            return []
        return lines(source.written if isinstance(source, Document) else source.text)

    def spot(place: Place, label: str = "") -> Spot:
        source = sources.get(place.file)
        at = locate(source, place) if source is not None else place.span
        line = place.line or (line_of(text_of(place.file), at.start.line) if at else "")
        return Spot(file=place.file, span=at, line=line, label=label)

    shown = (
        Shown(finding=f, at=spot(f.primary), related=tuple(spot(r.place, r.label) for r in f.related))
        for f in findings
    )
    return ordered(shown)


def _walk(mark: Mark, path: DocPath) -> tuple[Mark | None, Mark, bool]:
    """The marks of the key and of the value that a path leads to, as far as it leads, and whether it ends there."""
    key: Mark | None = None
    for step in path:
        named, held = entries(mark), elements(mark)
        if isinstance(step, str) and step in named:
            key, mark = named[step]
        elif isinstance(step, int) and 0 <= step < len(held):
            key, mark = None, held[step]
        else:
            return key, mark, False
    return key, mark, True


def _shown_at(key: Mark | None, value: Mark, text: str) -> Span:
    """A scalar as it is written; of a collection its key, or where it begins, since its end runs on."""
    written = span(value, text)
    if not is_collection(value) and written.end > written.start:
        return written
    if key is not None:
        return span(key, text)
    first = next((named for named, _ in entries(value).values()), None)
    begins_on_the_line = first is not None and event(first).start_mark.line == written.start.line - 1
    return Span(written.start, span(first, text).end if begins_on_the_line else written.end)
