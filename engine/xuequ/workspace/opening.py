"""One file with everything it takes over: read, composed, and built into a scheme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from xuequ.compose import Composed, compose, rehearse
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Level
from xuequ.findings.record import record
from xuequ.model.building import build
from xuequ.model.elements import Scheme
from xuequ.source.document import Document
from xuequ.workspace.loading import Neighbours, Read, Shelf

#: What composition says of a file it did not get; not said of one that is there and has errors of its own.
NOT_THERE = frozenset({"REF109", "REF110"})
#: Kinds of files that are no schemes and go into none.
EXPECTATIONS = "expectations"
OUTLINE = "outline"
WORKSPACE = "workspace"
PROFILE = "profile"
#: Kinds of files that are composed of others.
COMPOSED = frozenset({"scheme", "policy"})


@record
class Opened:
    """What became of a file.

    `composed` is None where the file has errors of its own, `scheme` where composing it found some. A policy's
    `scheme` is a rehearsal of its adoption. `findings` are those of every file that went in, and of composing
    and building them.
    """

    file: str
    kind: str
    composed: Composed | None
    scheme: Scheme | None
    documents: Mapping[str, Document]
    findings: tuple[Finding, ...]


def open_file(shelf: Shelf, file: str) -> Opened:
    """Read `file` and what it takes over. Raises Failure where the file itself is not there."""
    read = shelf.read(file)
    if read.document is not None and read.sound and read.kind in COMPOSED:
        return _composed(read, read.document, shelf.beside(read.file))
    documents = {read.file: read.document} if read.document is not None else {}
    return Opened(
        file=read.file,
        kind=read.kind,
        composed=None,
        scheme=None,
        documents=documents,
        findings=read.findings,
    )


def _of_composing(found: Iterable[Finding], refused: Set[str], unsound: Set[str]) -> Iterator[Finding]:
    """What composition found; of files that it did not get, what is really the matter with them."""
    for each in found:
        name = each.args.get("name") if each.code in NOT_THERE else None
        if name in refused:
            yield finding("SET201", each.primary, path=name)
        elif name not in unsound:
            yield each


def _composed(read: Read, document: Document, neighbours: Neighbours) -> Opened:
    composed = (rehearse if read.kind == "policy" else compose)(document, neighbours)
    others = {other.file: other for other in neighbours.read.values() if other.file != read.file}
    unsound = {name for name, other in neighbours.read.items() if not other.sound}
    findings = [*read.findings, *(found for other in others.values() for found in other.findings)]
    findings += _of_composing(composed.findings, neighbours.refused, unsound)
    scheme = None
    if all(found.level is not Level.ERROR for found in findings):
        built = build(composed)
        scheme = built.scheme
        findings += built.findings
    documents = {file: other.document for file, other in others.items() if other.document is not None}
    return Opened(
        file=read.file,
        kind=read.kind,
        composed=composed,
        scheme=scheme,
        documents={**documents, **composed.documents},
        findings=tuple(findings),
    )
