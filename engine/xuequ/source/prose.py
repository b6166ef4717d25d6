"""The paragraphs of a document somebody wrote: plain text, Markdown, or Word.

Word numbers paragraphs by itself where asked to; such numbers are not in its text, so they are counted here from
the definitions in the file.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.source.limits import MEGABYTE, MOST_MEGABYTES
from xuequ.source.outline import Line
from xuequ.source.text import guessed
from xuequ.source.text import lines as lines_of

if TYPE_CHECKING:
    from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ZIP = b"PK\x03\x04"
#: The old binary format, and new files with a password.
_COMPOUND = b"\xd0\xcf\x11\xe0"
_LARGEST_PART = 64 * MEGABYTE
_CHINESE = "零一二三四五六七八九"


class Prose(NamedTuple):
    """The paragraphs of a document, None where it could not be read, and what was found on the way."""

    lines: tuple[Line, ...] | None
    findings: tuple[Finding, ...]


def read_prose(data: bytes, file: str) -> Prose:
    """Read one document, whichever its content is; `file` is the name that findings show."""
    if len(data) > MOST_MEGABYTES * MEGABYTE:
        return Prose(None, (finding("YML112", Place(file=file), limit=MOST_MEGABYTES),))
    if data.startswith(_ZIP):
        return _word(data, file)
    encoded = None if data.startswith(_COMPOUND) else guessed(data)
    if encoded is None or "\0" in encoded.text:
        return Prose(None, (finding("SRC203", Place(file=file)),))
    return Prose(tuple(Line(n, text) for n, text in enumerate(lines_of(encoded.text), 1)), ())


def _word(data: bytes, file: str) -> Prose:
    from lxml import etree

    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            body = _part(package, "word/document.xml")
            numbering = _part(package, "word/numbering.xml")
        if body is None:
            return Prose(None, (finding("SRC203", Place(file=file)),))
        counters = _Counters(_parsed(numbering) if numbering is not None else None)
        paragraphs = list(_paragraphs(_parsed(body), counters))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError, ValueError, RuntimeError, NotImplementedError):
        return Prose(None, (finding("SRC203", Place(file=file)),))
    return Prose(tuple(Line(n, text) for n, text in enumerate(paragraphs, 1)), ())


def _part(package: zipfile.ZipFile, name: str) -> bytes | None:
    """One part of a package, no more of it than a document can need."""
    if name not in package.namelist():
        return None
    with package.open(name) as stream:
        data = stream.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise ValueError(f"{name} is too large")
    return data


def _parsed(data: bytes) -> etree._Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data, parser)


def _paragraphs(body: etree._Element, counters: _Counters) -> Iterator[str]:
    for paragraph in body.iter(f"{_W}p"):
        text = "".join(_runs(paragraph))
        if text.strip():
            yield counters.number(paragraph) + text


def _runs(paragraph: etree._Element) -> Iterator[str]:
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        yield (node.text or "") if node.tag == f"{_W}t" else " "


class _Counters:
    """The numbers Word would print, from `numbering.xml`."""

    def __init__(self, definitions: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, tuple[str, str]]] = {}
        self._counts: dict[str, list[int]] = {}
        if definitions is None:
            return
        abstract = {
            _value(one, "abstractNumId"): dict(_levels(one)) for one in definitions.iter(f"{_W}abstractNum")
        }
        for one in definitions.iter(f"{_W}num"):
            points_to = one.find(f"{_W}abstractNumId")
            if points_to is not None:
                self._levels[_value(one, "numId")] = abstract.get(_value(points_to, "val"), {})

    def number(self, paragraph: etree._Element) -> str:
        """The number in front of a paragraph, empty where Word puts none."""
        held = paragraph.find(f"{_W}pPr/{_W}numPr")
        identity, level = (None, None) if held is None else (held.find(f"{_W}numId"), held.find(f"{_W}ilvl"))
        if identity is None:
            return ""
        key, depth = _value(identity, "val"), int(_value(level, "val") or 0) if level is not None else 0
        levels = self._levels.get(key, {})
        if depth not in levels or levels[depth][0] in ("bullet", "none"):
            return ""
        counts = self._counts.setdefault(key, [0] * 9)
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (8 - depth)
        text = levels[depth][1]
        for other, (form, _) in levels.items():
            text = text.replace(f"%{other + 1}", _printed(max(counts[other], 1), form))
        return text


def _levels(abstract: etree._Element) -> Iterator[tuple[int, tuple[str, str]]]:
    for level in abstract.iter(f"{_W}lvl"):
        form, text = level.find(f"{_W}numFmt"), level.find(f"{_W}lvlText")
        if form is not None and text is not None:
            yield int(_value(level, "ilvl") or 0), (_value(form, "val"), _value(text, "val"))


def _value(node: etree._Element, name: str) -> str:
    return str(node.get(f"{_W}{name}") or "")


def _printed(number: int, form: str) -> str:
    if form.startswith(("chinese", "japaneseCounting", "ideographDigital", "taiwanese")):
        return _in_chinese(number)
    if form.startswith("decimalEnclosedCircle") and number <= 20:
        return chr(ord("①") + number - 1)
    return str(number)


def _in_chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _CHINESE[ones]
    return ("" if tens == 1 else _CHINESE[tens % 10]) + "十" + (_CHINESE[ones] if ones else "")
