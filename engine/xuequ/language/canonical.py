"""The front of this room: a file that was read becomes a valid file in canonical form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding, Place, Related
from xuequ.findings.nearest import nearest
from xuequ.findings.record import record
from xuequ.findings.width import is_wide
from xuequ.language.normal import Twice, normal
from xuequ.language.shapes import alternatives, chinese_words, shape_of
from xuequ.language.shipped import Kind, schema_of
from xuequ.language.validation import valid, violations
from xuequ.source import marks
from xuequ.source.document import Document
from xuequ.source.heuristics import glued
from xuequ.source.marks import span

#: The version of the language this room reads.
VERSION = 1
#: The key under which YAML merges one mapping into another.
MERGE = "<<"
_VERSION_KEYS = ("xuequ", "格式")
_KIND_KEYS = ("kind", "类别")
#: The kinds a YAML file can have; a roster is a table.
FILE_KINDS: tuple[Kind, ...] = ("scheme", "policy", "expectations", "outline", "workspace", "profile")


@record
class Canonical:
    """A file in canonical form. With an error among the findings it is not fit for anything but showing them.

    `kind` is one of `FILE_KINDS`, None where the file does not say which.
    """

    document: Document
    kind: Kind | None
    findings: tuple[Finding, ...]


def canonical(document: Document) -> Canonical:
    """`document` with English keys and fixed values and without shorthands, and what is wrong with it."""
    value = document.value if isinstance(document.value, dict) else {}
    stopped = _version(document, value)
    kind, kind_findings = _kind(document, value)
    if stopped or kind is None:
        return Canonical(document=document, kind=kind, findings=(*stopped, *kind_findings))
    turned = normal(document.value, document.marks, shape_of(kind))
    result = replace(document, value=turned.value, marks=turned.mark)
    twice = [_said_twice(each, document) for each in turned.twice]
    zeros = [_ends_in_zero(result, at) for at in turned.zeros]
    lone = [
        glued(sign, Place(file=result.file, path=(*at, "name")), key, rest)
        for at, key, sign, rest in turned.glued
    ]
    merges = [finding("SCH116", Place(file=result.file, path=at, on="key")) for at in _merges(result)]
    wrong = () if valid(kind, turned.value) else tuple(_named(result, kind, document.value))
    others = (each for each in wrong if MERGE not in each.primary.path)
    return Canonical(document=result, kind=kind, findings=(*twice, *zeros, *lone, *merges, *others))


def kind_of(document: Document) -> Kind | None:
    """What kind of file a document says it is, in either language."""
    value = document.value if isinstance(document.value, dict) else {}
    return _kind(document, value)[0]


def _merges(document: Document) -> Iterator[DocPath]:
    """Where a file says `<<`: a key like any other to us, which would merge nothing."""
    waiting: list[tuple[DocPath, object]] = [((), document.value)] if MERGE in document.text else []
    while waiting:
        at, value = waiting.pop()
        if isinstance(value, dict):
            if MERGE in value:
                yield (*at, MERGE)
            waiting += (((*at, key), inner) for key, inner in value.items() if key != MERGE)
        elif isinstance(value, list):
            waiting += (((*at, number), inner) for number, inner in enumerate(value))


def _named(result: Document, kind: Kind, written: object) -> Iterator[Finding]:
    # Imported here: a good file needs none of it.
    from xuequ.language.naming import Written, named

    original = Written(result.file, written, shape_of(kind), result.marks)
    for violation in violations(kind, result.value):
        yield from named(violation, original)


def _ends_in_zero(result: Document, at: DocPath) -> Finding:
    value = marks.written(reduce(marks.value_of, at, result.marks), "")
    return finding("SCH117", Place(file=result.file, path=at), value=value)


def _version(document: Document, value: dict[str, object]) -> list[Finding]:
    """What keeps a file of another language version from being read at all."""
    for key in _VERSION_KEYS:
        said = value.get(key)
        if isinstance(said, int | float | str) and not isinstance(said, bool) and str(said) != str(VERSION):
            place = Place(file=document.file, path=(key,))
            return [finding("SCH110", place, version=said, known=VERSION)]
    return []


def _kind(document: Document, value: dict[str, object]) -> tuple[Kind | None, list[Finding]]:
    key = next((key for key in _KIND_KEYS if key in value), None)
    words = {word: kind for kind in FILE_KINDS for word in (kind, *_chinese(kind))}
    if key is None:
        wide = any(is_wide(each[0]) for each in value if each)
        name = _KIND_KEYS[wide]
        known = tuple(word for word in words if is_wide(word[0]) == wide)
        return None, [finding("SCH111", Place(file=document.file), name=name, known=known)]
    said = value[key]
    if isinstance(said, str) and said in words:
        return words[said], []
    place = Place(file=document.file, path=(key,))
    text = said if isinstance(said, str) else ""
    wide = is_wide((text or key)[0])
    known = tuple(word for word in words if is_wide(word[0]) == wide)
    return None, [finding("SCH102", place, value=text, field=key, nearest=nearest(text, words), known=known)]


def _chinese(kind: Kind) -> list[str]:
    field = schema_of(kind)["properties"]["kind"]
    return [word for each in alternatives(field) for word, _ in chinese_words(each)]


def _said_twice(twice: Twice, document: Document) -> Finding:
    first, second = (
        Place(file=document.file, path=twice.at, span=span(mark, document.text))
        for mark in (twice.first_mark, twice.second_mark)
    )
    if twice.first == twice.second:
        field = str(twice.at[-1]) if twice.at else ""
        return finding("SCH109", second, Related(place=first, label="first"), name=twice.second, field=field)
    related = Related(place=first, label="first")
    return finding("SCH112", second, related, first=twice.first, second=twice.second)
