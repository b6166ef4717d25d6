"""A Word file as a package of parts: which of them hold text, and why it may be none that can be filled."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import PurePosixPath
from posixpath import normpath
from typing import NamedTuple
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from lxml import etree

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Place

#: Bytes unpacked; no office has a larger form, and a bomb has.
MOST = 200_000_000
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_CONTENT_TYPES = "[Content_Types].xml"
#: What a file of the old format, or one with a password, begins with; and what the latter has in it.
_OLD, _LOCKED = b"\xd0\xcf\x11\xe0", "EncryptedPackage".encode("utf-16-le")
_STRICT = "http://purl.oclc.org/ooxml/"
_ENCRYPTED = 0x1
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NONE = b"<Relationships/>"

#: Main parts by the end of their type; only the first is a document.
_MAIN = {
    "wordprocessingml.document.main+xml": "",
    "wordprocessingml.template.main+xml": "kind_template",
    "ms-word.document.macroenabled.main+xml": "kind_macros",
    "ms-word.template.macroenabledtemplate.main+xml": "kind_macros",
}
#: Parts with paragraphs by the end of their type, and what findings call them.
_TEXTS = {
    "wordprocessingml.document.main+xml": "part_text",
    "wordprocessingml.header+xml": "part_header",
    "wordprocessingml.footer+xml": "part_footer",
    "wordprocessingml.footnotes+xml": "part_notes",
    "wordprocessingml.endnotes+xml": "part_endnotes",
    "wordprocessingml.comments+xml": "part_comments",
}
_PROPERTIES = "package.core-properties+xml"
#: Parts in which somebody may expect a tag to be filled, which is not done.
_BEYOND = {
    "drawingml.chart+xml": "part_chart",
    "drawingml.diagramdata+xml": "part_diagram",
    "officedocument.extended-properties+xml": "part_more_properties",
    "officedocument.custom-properties+xml": "part_more_properties",
}


class WordSource(NamedTuple):
    """A Word file that serves as a template, and its name for findings."""

    file: str
    data: bytes


class Part(NamedTuple):
    """A part that holds text, and what findings call it."""

    name: str
    kind: str
    xml: bytes


class Package(NamedTuple):
    """A Word file unpacked: all it holds, and the parts with text; `beyond` are those that are never filled."""

    members: Mapping[str, bytes]
    texts: tuple[Part, ...]
    properties: tuple[Part, ...]
    beyond: tuple[Part, ...]


class _Unusable(Exception):
    """Raised if a file cannot be filled; `finding` says why."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def unpacked(source: WordSource) -> Package | Finding:
    """The parts of a Word file, or what keeps it from being one."""
    try:
        members = _members(source.data)
        types = _types(members)
        _main(members, types)
        for name, xml in members.items():
            if name.endswith(".rels") or types.get(name, "").endswith("xml"):
                _tree(name, xml)
        _references(members, types)
    except _Unusable as no:
        return finding(no.code, Place(file=source.file), **no.facts)
    return Package(
        members,
        tuple(_of_types(members, types, _TEXTS)),
        tuple(_of_types(members, types, {_PROPERTIES: "part_properties"})),
        tuple(_of_types(members, types, _BEYOND)),
    )


def packed(members: Mapping[str, bytes]) -> bytes:
    """The parts as a file again, with no time in it, so that two builds are the same."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as fresh:
        for name, data in members.items():
            info = ZipInfo(name, _LONG_AGO)
            info.compress_type = ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            fresh.writestr(info, data)
    return out.getvalue()


def parser() -> etree.XMLParser:
    """What reads parts: no entities, no remarks, nothing from elsewhere."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )


def _members(data: bytes) -> dict[str, bytes]:
    if data.startswith(_OLD):
        raise _Unusable("DOC314", **_other("kind_locked" if _LOCKED in data else "kind_old"))
    try:
        with ZipFile(BytesIO(data)) as package:
            held = [info for info in package.infolist() if not info.filename.endswith("/")]
            if any(info.flag_bits & _ENCRYPTED for info in held):
                raise _Unusable("DOC314", **_other("kind_locked"))
            if sum(info.file_size for info in held) > MOST:
                raise _Unusable("DOC314", **_other("kind_huge"))
            return {_safe(info.filename): _member(package, info) for info in held}
    except (BadZipFile, LargeZipFile, NotImplementedError, OSError, ValueError) as error:
        raise _Unusable("DOC301") from error


def _safe(name: str) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise _Unusable("DOC315", name=name)
    return name


def _member(package: ZipFile, info: ZipInfo) -> bytes:
    try:
        return package.read(info)
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise _Unusable("DOC315", name=info.filename) from error


def _types(members: Mapping[str, bytes]) -> Mapping[str, str]:
    """The type of every part that has one of its own, in small letters."""
    if _CONTENT_TYPES not in members:
        raise _Unusable("DOC301")
    root = _tree(_CONTENT_TYPES, members[_CONTENT_TYPES])
    return {
        each.get("PartName", "").lstrip("/"): each.get("ContentType", "").lower()
        for each in root
        if each.get("PartName")
    }


def _main(members: Mapping[str, bytes], types: Mapping[str, str]) -> None:
    """Whether the main part is that of a document."""
    relations = "_rels/.rels"
    if relations not in members:
        raise _Unusable("DOC301")
    for each in _tree(relations, members[relations]):
        if each.get("Type", "").endswith("/officeDocument"):
            name = _target(relations, each.get("Target", ""))
            kind = next((_MAIN[end] for end in _MAIN if types.get(name, "").endswith(end)), None)
            if kind is None:
                raise _Unusable("DOC301")
            if name not in members:
                raise _Unusable("DOC315", name=name)
            root = _tree(name, members[name])
            if _STRICT in str(root.tag):
                kind = "kind_strict"
            if kind:
                raise _Unusable("DOC314", **_other(kind))
            return
    raise _Unusable("DOC301")


def _other(kind: str) -> Mapping[str, object]:
    return {"kind": Word(kind), "remedy": Word(f"{kind}_remedy")}


def _references(members: Mapping[str, bytes], types: Mapping[str, str]) -> None:
    """Every part that another names is there; without it Word does not open the file."""
    for name in (*_missing_parts(members), *_missing_relations(members, types)):
        raise _Unusable("DOC315", name=name)


def _missing_parts(members: Mapping[str, bytes]) -> Iterator[str]:
    """Targets of relations that are not there."""
    for name in [name for name in members if name.endswith(".rels")]:
        for each in _tree(name, members[name]):
            written = each.get("Target", "")
            target = _target(name, written)
            elsewhere = each.get("TargetMode") == "External" or written.startswith("#")
            # `NULL` is what Word itself writes where a picture was lost.
            if not elsewhere and target not in members and not target.endswith("NULL"):
                yield target


def _missing_relations(members: Mapping[str, bytes], types: Mapping[str, str]) -> Iterator[str]:
    """Relations of parts with text in which something is not named that the part asks for."""
    for name in [name for name, kind in types.items() if name in members and kind.endswith(tuple(_TEXTS))]:
        relations = _relations(name)
        known = {"", *(each.get("Id") for each in _tree(relations, members.get(relations, _NONE)))}
        for element in _tree(name, members[name]).iter(etree.Element):
            if any(str(key).startswith(_R) and value not in known for key, value in element.attrib.items()):
                yield relations


def _relations(name: str) -> str:
    """Where the relations of a part stand."""
    path = PurePosixPath(name)
    return (path.parent / "_rels" / f"{path.name}.rels").as_posix()


def _target(relations: str, target: str) -> str:
    """A target from the folder above the one its relations stand in."""
    folder = PurePosixPath(relations).parent.parent
    path = target.split("#")[0]
    found = normpath(path.lstrip("/") if path.startswith("/") else (folder / path).as_posix())
    return unquote(found)


def _tree(name: str, xml: bytes) -> etree._Element:
    try:
        root = etree.fromstring(xml, parser())
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise _Unusable("DOC315", name=name) from error
    if b"<!DOCTYPE" in xml or root.getroottree().docinfo.internalDTD is not None:
        raise _Unusable("DOC315", name=name)
    return root


def _of_types(
    members: Mapping[str, bytes], types: Mapping[str, str], wanted: Mapping[str, str]
) -> Iterator[Part]:
    for name, xml in members.items():
        kind = next((wanted[end] for end in wanted if types.get(name, "").endswith(end)), None)
        if kind:
            yield Part(name, kind, xml)


__all__: Sequence[str] = ("MOST", "Package", "Part", "WordSource", "packed", "parser", "unpacked")
