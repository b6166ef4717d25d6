"""The outlines a scheme's sources name, from their files."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.model.elements import Source
from xuequ.resolution.plan import Plan
from xuequ.source.document import Document
from xuequ.source.outline import Outline, Outlined, outline_in, outline_of
from xuequ.source.prose import read_prose
from xuequ.workspace.loading import Shelf, content
from xuequ.workspace.opening import OUTLINE
from xuequ.workspace.root import inside, root_of


class Outlines(NamedTuple):
    """Outlines by the key of their source, what was found in their files, and these to show it in."""

    by_source: Mapping[str, Outline]
    findings: tuple[Finding, ...]
    documents: Mapping[str, Document]


def outlines_of(plan: Plan, given: Sequence[str] = (), shelf: Shelf | None = None) -> Outlines:
    """The outlines sources name; `given` are `FILE` or `SOURCE=FILE` from the command line and come before those.

    Raises Failure where a given file is not there.
    """
    reading = _Reading(shelf or Shelf())
    for text in given:
        key, equals, file = text.partition("=")
        reading.read(key if equals else plan.scheme.own_source, file if equals else text)
    for source in plan.scheme.sources:
        if source.outline and source.key not in reading.by_source:
            reading.named(plan, source)
    if not reading.by_source and not reading.findings:
        reading.findings.append(finding("SRC206", plan.composed.origins.place(("sources",), "key")))
    return Outlines(reading.by_source, tuple(reading.findings), reading.documents)


class _Reading:
    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.by_source: dict[str, Outline] = {}
        self.findings: list[Finding] = []
        self.documents: dict[str, Document] = {}

    def named(self, plan: Plan, source: Source) -> None:
        """Read the file a source names, if it lies in the workspace."""
        place = plan.composed.origins.place((*source.at, "outline"))
        path = Path(os.path.normpath(Path(place.file).parent / source.outline))
        if not path.is_file() or not inside(path, root_of(Path(place.file))):
            self.findings.append(finding("SRC207", place, name=source.outline))
            return
        self.read(source.key, path.as_posix())

    def read(self, key: str, file: str) -> None:
        """Read one file as the outline of a source."""
        read = self.shelf.read(file)
        self.findings += read.findings
        if read.document is None:
            return
        self.documents[read.file] = read.document
        if read.kind == OUTLINE and read.sound:
            self.by_source[key] = outline_in(read.document)
        elif read.kind and read.kind != OUTLINE:
            self.findings.append(finding("SRC201", Place(file=file, path=("kind",)), file=file))


def outline_from(file: str) -> Outlined | tuple[Finding, ...]:
    """The outline of a document, or why it has none. Raises Failure where it is not there."""
    prose = read_prose(content(file), file)
    if prose.lines is None:
        return prose.findings
    made = outline_of(prose.lines, file)
    if not made.outline.clauses:
        return (finding("SRC208", Place(file=file)),)
    return Outlined(made.outline, (*prose.findings, *made.findings))
