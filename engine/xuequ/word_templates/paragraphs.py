"""The places of a part in which tags can stand: paragraphs, and what is in them that is not their text.

Paragraphs are counted as Word counts them: in the text, its tables and text boxes, from 1; headers, footers and
notes each by themselves. Text that somebody has deleted and nobody has yet accepted is not there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from xuequ.findings.catalogue.words import Word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
PARAGRAPH, ROW, CELL, TABLE, RUN, TEXT = (f"{W}{name}" for name in ("p", "tr", "tc", "tbl", "r", "t"))
TEXT_BOX = f"{W}txbxContent"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

#: What stands between two texts of a paragraph, as the text it is.
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
#: Elements with text, and the spot of the paragraph it is.
_TEXTS = {TEXT: "spot_text", f"{W}instrText": "spot_field", f"{_M}t": "spot_formula"}
_ATTRIBUTES = {
    "descr": "spot_picture",
    "title": "spot_picture",
    "alt": "spot_picture",
    "name": "spot_picture",
    f"{W}instr": "spot_field",
}
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
#: Notes of these types are the lines above notes.
_LINES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
#: Properties that a dialog of Word shows.
_PROPERTIES = frozenset({"title", "subject", "creator", "keywords", "description", "category"})
_LONGEST = 40


class Paragraph(NamedTuple):
    """Where a tag stands: the part of the file, the paragraph's number there, what of it, and the text."""

    part: str
    number: int
    text: str
    spot: str = "spot_text"

    @property
    def facts(self) -> dict[str, object]:
        """What a finding says of it."""
        text = " ".join(self.text.split())
        short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        return {"part": Word(self.part), "paragraph": self.number, "spot": Word(self.spot), "text": short}


class Bit(NamedTuple):
    """A piece of a text: the element that has it, in itself or in an attribute."""

    element: etree._Element
    text: str
    attribute: str = ""


class Stretch(NamedTuple):
    """A text that tags can stand in, from one or several pieces; `again` where it is a copy for older programs."""

    at: Paragraph
    bits: tuple[Bit, ...]
    again: bool


def stretches(root: etree._Element, part: str) -> Iterator[Stretch]:
    """Every text of a part, in the order of the file."""
    texts, number = _texts(root), 0
    for element in root.iter(etree.Element):
        marked = {str(name): str(value) for name, value in element.attrib.items() if "{" in str(value)}
        if element.tag != PARAGRAPH and not marked:
            continue
        again = next(element.iterancestors(_FALLBACK), None) is not None
        number += element.tag == PARAGRAPH and not again and not _is_line(element)
        found = {
            _ATTRIBUTES.get(name, "spot_attribute"): [Bit(element, marked[name], name)] for name in marked
        }
        for spot, bits in (*texts.get(element, {}).items(), *found.items()):
            text = "".join(bit.text for bit in bits)
            yield Stretch(Paragraph(part, max(number, 1), text, spot), tuple(bits), again)


def of_properties(root: etree._Element) -> Iterator[Stretch]:
    """The properties of a file, each a text of its own."""
    for element in root.iter(etree.Element):
        if element.text and not len(element):
            name = str(element.tag).rpartition("}")[2]
            part = f"property_{name}" if name in _PROPERTIES else "part_properties"
            yield Stretch(Paragraph(part, 1, element.text), (Bit(element, element.text),), again=False)


def around(element: etree._Element, kind: str) -> etree._Element | None:
    """The nearest element of a kind around one, itself too; a text box is a document of its own."""
    found: etree._Element | None = element
    while found is not None and found.tag != kind:
        found = None if found.tag == TEXT_BOX else found.getparent()
    return found


def _texts(root: etree._Element) -> Mapping[etree._Element, Mapping[str, list[Bit]]]:
    """What stands in each paragraph, by its spot."""
    found: dict[etree._Element, dict[str, list[Bit]]] = defaultdict(lambda: {"spot_text": []})
    for element in root.iter(PARAGRAPH, *_TEXTS, *_BREAKS):
        if element.tag == PARAGRAPH:
            found[element]
            continue
        holder = next(element.iterancestors(PARAGRAPH), None)
        if holder is not None and not _deleted(element):
            text = _BREAKS.get(str(element.tag)) or element.text or ""
            spot = _TEXTS.get(str(element.tag), "spot_text")
            found[holder].setdefault(spot, []).append(Bit(element, text))
    return found


def _deleted(element: etree._Element) -> bool:
    for above in element.iterancestors():
        if above.tag in _DELETED:
            return True
        if above.tag == PARAGRAPH:
            return False
    return False


def _is_line(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.get(f"{W}type") in _LINES
