"""A filled part put right: what loops over nothing have left empty, lines and tabs in values, numbers used twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from xuequ.word_templates.paragraphs import CELL, PARAGRAPH, ROW, RUN, SPACE, TABLE, TEXT, TEXT_BOX, W

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
#: What has to have a paragraph in it, and what has to end with one.
_NEEDY = tuple(f"{W}{name}" for name in ("hdr", "ftr", "footnote", "endnote", "comment"))
_BLOCKS = frozenset({PARAGRAPH, TABLE, f"{W}sdt", f"{W}customXml", f"{W}altChunk"})
_GRID = f"{W}tblGrid"
_WIDTH = f"{W}w"
_BETWEEN_LINES = re.compile(r"([\n\t])")
_LINES = {"\n": f"{W}br", "\t": f"{W}tab"}


class Broken(Exception):
    """Raised if what was filled in stands where no text can, so that Word would not open the file."""


def mended(root: etree._Element) -> None:
    """Put a filled part right, in place. Raises `Broken` where that cannot be done."""
    for text in list(root.iter(TEXT)):
        if len(text):
            raise Broken
        if _BETWEEN_LINES.search(text.text or ""):
            _in_lines(text)
    _without_what_is_empty(root)
    for table in root.iter(TABLE):
        _as_wide_as_its_rows(table)
    _told_apart(root)


def _in_lines(text: etree._Element) -> None:
    """Lines and tabs of a value as Word has them."""
    pieces = _BETWEEN_LINES.split(text.text or "")
    made = []
    for at, piece in enumerate(pieces):
        each = etree.Element(_LINES[piece] if at % 2 else TEXT)
        if at % 2 == 0:
            each.text = piece
            each.set(SPACE, "preserve")
        made.append(each)
    parent = text.getparent()
    if parent is None or parent.tag != RUN:
        raise Broken
    for each in made:
        text.addprevious(each)
    parent.remove(text)


def _without_what_is_empty(root: etree._Element) -> None:
    """Rows without cells and tables without rows go; cells, notes and the like have a paragraph at their end."""
    for row in list(root.iter(ROW)):
        if next(row.iter(CELL), None) is None:
            _remove(row)
    for table in reversed(list(root.iter(TABLE))):
        if next(table.iter(ROW), None) is None:
            _remove(table)
    for cell in root.iter(CELL, TEXT_BOX, *_NEEDY):
        blocks = [each for each in cell if each.tag in _BLOCKS]
        ends = cell.tag == CELL and blocks and blocks[-1].tag == TABLE
        if not blocks or ends:
            cell.append(etree.Element(PARAGRAPH))


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _as_wide_as_its_rows(table: etree._Element) -> None:
    """As many columns as the longest row has cells, the whole as wide as before."""
    grid = table.find(_GRID)
    if grid is None:
        return
    columns = grid.findall(f"{W}gridCol")
    most = max((_cells(row) for row in table.iterchildren(ROW)), default=0)
    if not columns or most <= len(columns):
        return
    width = sum(_number(each.get(_WIDTH)) for each in columns)
    for _ in range(most - len(columns)):
        grid.append(deepcopy(columns[-1]))
    for each in grid.findall(f"{W}gridCol"):
        each.set(_WIDTH, str(width // most))


def _cells(row: etree._Element) -> int:
    spans = (each.find(f"{W}tcPr/{W}gridSpan") for each in row.iterchildren(CELL))
    return sum(1 if span is None else max(_number(span.get(f"{W}val")), 1) for span in spans)


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() else 0


def _told_apart(root: etree._Element) -> None:
    """Numbers that stand for one thing in the file: of what a loop repeated only the first keeps its own."""
    for paragraph in _seen_again(root.iter(PARAGRAPH, ROW), f"{_W14}paraId"):
        for name in ("paraId", "textId"):
            paragraph.attrib.pop(f"{_W14}{name}", "")
    used = {_number(each.get("id")) for each in root.iter(_DRAWING)}
    fresh = max(used, default=0)
    for drawing in _seen_again(root.iter(_DRAWING), "id"):
        fresh += 1
        drawing.set("id", str(fresh))


def _seen_again(elements: Iterable[etree._Element], name: str) -> list[etree._Element]:
    found: list[etree._Element] = []
    seen: set[str] = set()
    for each in elements:
        value = each.get(name)
        if value is not None:
            found += [each] if value in seen else []
            seen.add(value)
    return found
