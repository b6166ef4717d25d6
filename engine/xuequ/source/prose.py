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
from xuequ.source.numbering import in_chinese
from xuequ.source.outline import TextLine
from xuequ.source.text import guessed
from xuequ.source.text import lines as lines_of

if TYPE_CHECKING:
    from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ZIP = b"PK\x03\x04"
#: The old binary format, and new files with a password.
_COMPOUND = b"\xd0\xcf\x11\xe0"
_LARGEST_PART = 64 * MEGABYTE
#: What is there beside the text: what stood elsewhere before it was moved, and what older programs show instead.
_ELSEWHERE = ("moveFrom", "Fallback")


class Prose(NamedTuple):
    """The paragraphs of a document, None where it could not be read, and what was found on the way."""

    lines: tuple[TextLine, ...] | None
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
    return Prose(tuple(TextLine(n, text) for n, text in enumerate(lines_of(encoded.text), 1)), ())


def _word(data: bytes, file: str) -> Prose:
    from lxml import etree

    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            body = _part(package, "word/document.xml")
            numbering = _part(package, "word/numbering.xml")
            styles = _part(package, "word/styles.xml")
        if body is None:
            return Prose(None, (finding("SRC203", Place(file=file)),))
        looks = _Styles(_parsed(styles) if styles is not None else None)
        counters = _Counters(_parsed(numbering) if numbering is not None else None, looks)
        paragraphs = list(_paragraphs(_parsed(body), counters, looks))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, OSError, ValueError, RuntimeError, NotImplementedError):
        return Prose(None, (finding("SRC203", Place(file=file)),))
    return Prose(tuple(TextLine(n, text) for n, text in enumerate(paragraphs, 1)), ())


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


def _paragraphs(body: etree._Element, counters: _Counters, styles: _Styles) -> Iterator[str]:
    """The paragraphs that are text: those of a table of contents are none, and a paragraph in a box stands once."""
    fields: list[bool] = []
    for paragraph in body.iter(f"{_W}p"):
        within = any(fields)
        # A field may begin in one paragraph and end in another; a table of contents is one over all of its lines.
        for node in paragraph.iter(f"{_W}fldChar", f"{_W}instrText"):
            kind = _value(node, "fldCharType")
            if kind == "begin":
                fields.append(False)
            elif kind == "end" and fields:
                fields.pop()
            elif node.tag == f"{_W}instrText" and fields:
                fields[-1] = fields[-1] or (node.text or "").strip().upper().startswith("TOC")
            within = within or any(fields)
        text = "".join(_runs(paragraph))
        if text.strip() and not (within or styles.lists_contents(paragraph) or _is_aside(paragraph)):
            yield counters.number(paragraph) + text


def _is_aside(paragraph: etree._Element) -> bool:
    """Whether a paragraph stands where its text does not: in a table of contents, or for the second time."""
    for above in paragraph.iterancestors():
        name = _name(above)
        if name in _ELSEWHERE:
            return True
        if name == "sdt":
            gallery = above.find(f"{_W}sdtPr/{_W}docPartObj/{_W}docPartGallery")
            if gallery is not None and _value(gallery, "val") == "Table of Contents":
                return True
    return False


def _runs(paragraph: etree._Element) -> Iterator[str]:
    """The texts of a paragraph, without those of boxes anchored in it, which are paragraphs of their own."""
    for node in paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br"):
        own = next(each for each in node.iterancestors() if _name(each) in ("p", *_ELSEWHERE))
        if own is paragraph and _name(node.getparent()) != "tabs":
            yield (node.text or "") if node.tag == f"{_W}t" else " "


def _name(node: etree._Element | None) -> str:
    return str(node.tag).rpartition("}")[2] if node is not None else ""


class _Styles:
    """What `styles.xml` says of a paragraph by its style: whether it lists contents, and how it is numbered."""

    def __init__(self, definitions: etree._Element | None) -> None:
        listed = [] if definitions is None else list(definitions.iter(f"{_W}style"))
        self._styles = {_value(one, "styleId"): one for one in listed}

    def lists_contents(self, paragraph: etree._Element) -> bool:
        """Whether its style is one of those that tables of contents have: TOC 1, TOC Heading."""
        for style in self._of(paragraph):
            name = style.find(f"{_W}name")
            if name is not None and _value(name, "val").lower().startswith("toc"):
                return True
        used = paragraph.find(f"{_W}pPr/{_W}pStyle")
        return used is not None and _value(used, "val").upper().startswith("TOC")

    def numbering(self, paragraph: etree._Element) -> etree._Element | None:
        """What numbers it: its own properties, else those of its style."""
        for place in (paragraph, *self._of(paragraph)):
            held = place.find(f"{_W}pPr/{_W}numPr")
            if held is not None:
                return held
        return None

    def _of(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """Its style and those it is based on."""
        used, seen = paragraph.find(f"{_W}pPr/{_W}pStyle"), set[str]()
        while used is not None and (key := _value(used, "val")) in self._styles and key not in seen:
            seen.add(key)
            yield self._styles[key]
            used = self._styles[key].find(f"{_W}basedOn")


class _Counters:
    """The numbers Word would print, from `numbering.xml`."""

    def __init__(self, definitions: etree._Element | None, styles: _Styles) -> None:
        self._styles = styles
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
        held = self._styles.numbering(paragraph)
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
        return in_chinese(number)
    if form.startswith("decimalEnclosedCircle") and number <= 20:
        return chr(ord("①") + number - 1)
    if form in ("upperRoman", "lowerRoman") and 0 < number < 13:
        return "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"[number - 1]
    return str(number)
