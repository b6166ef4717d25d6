"""A file in canonical order and style, saying what it said before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from xuequ.edit.anchors import Signs, signs
from xuequ.edit.comments import remarks
from xuequ.edit.layout import laid_out
from xuequ.edit.renaming import Renaming, says_nothing
from xuequ.edit.rewriter import Turning
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Level, Place
from xuequ.language.canonical import canonical, kind_of
from xuequ.language.forms import Lang
from xuequ.language.shapes import Shape, shape_of
from xuequ.source.comments import comments
from xuequ.source.document import Document
from xuequ.source.yaml import read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatted:
    """What became of one file: its new text, or None and the findings for which it stays as it is.

    `before` is the document as it was read, for showing these; None where it could not be read.
    """

    text: str | None
    findings: tuple[Finding, ...] = ()
    before: Document | None = None


def formatted(data: bytes, file: str, keys: Lang | None = None) -> Formatted:
    """The bytes of a scheme or policy in canonical order and style; with `keys`, in that language's keys.

    The names of elements stay. Line ends stay those of the file. A file with errors is not touched, nor is one
    that would say anything else than before, or lose a comment.
    """
    read = read_yaml(data, file)
    document = read.document
    if document is None:
        return Formatted(text=None, findings=read.findings)
    errors = _errors(read.findings) or _errors(canonical(document).findings)
    if errors:
        return Formatted(text=None, findings=errors, before=document)
    marked = signs(document)
    for held in (marked, marked.spelled_out()):
        text = _text(document, keys, held)
        if _same(document, text):
            ends = "\r\n" if "\r\n" in document.text else "\n"
            return Formatted(text=text.replace("\n", ends), before=document)
    return Formatted(text=None, findings=(finding("INT107", Place(file=file), file=file),), before=document)


def _errors(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(found for found in findings if found.level is Level.ERROR)


def _text(document: Document, keys: Lang | None, marked: Signs) -> str:
    kind, value = kind_of(document), document.value
    if kind is None or not isinstance(value, dict):
        raise ValueError(f"{document.file} is neither a scheme nor a policy")
    shape = shape_of(kind)
    notes = remarks(document)
    turned = Turning(keys, Renaming(value, shape, names=False), notes, marked).file(value, shape)
    return laid_out(turned, notes.head, notes.tail)


def _same(document: Document, text: str) -> bool:
    """Whether the text says what the document says, elements in the same order, with the same comments."""
    read = read_yaml(text.encode(), document.file)
    if read.document is None or _errors(read.findings):
        return False
    before, after = canonical(document), canonical(read.document)
    if before.kind is None or _errors(after.findings):
        return False
    shape = shape_of(before.kind)
    same = _ordered(before.document.value, shape) == _ordered(after.document.value, shape)
    return same and _remarked(document) == _remarked(read.document)


def _ordered(value: object, shape: Shape | None) -> object:
    """A canonical value to compare with another: fields in any order, the drafter's own keys in theirs.

    An element's name that its key says already is as good as none.
    """
    if isinstance(value, list):
        return [_ordered(each, (shape.items or shape) if shape else None) for each in value]
    if not isinstance(value, dict):
        return type(value), value
    known = shape.fields if shape and not shape.elements else {}
    inner = (shape.elements or shape.others) if shape else None
    fields = {key: _ordered(held, known[key][1]) for key, held in value.items() if key in known}
    kind = str(shape.schema.get("x-element-map", "")) if shape else ""
    held = {key: _said(kind, key, each) for key, each in value.items()} if kind else value
    own = [(key, _ordered(each, inner)) for key, each in held.items() if key not in known]
    return fields, own


def _said(kind: str, key: str, element: object) -> object:
    """An element without a name that its key says already."""
    if not isinstance(element, dict):
        return element
    return {field: each for field, each in element.items() if not says_nothing(kind, key, field, each)}


def _remarked(document: Document) -> Counter[str]:
    return Counter(comment.text.rstrip() for comment in comments(document.text))
