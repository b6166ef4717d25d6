"""Statements about the table cell they stand in: how wide it is, its colour, what it is merged with."""

from __future__ import annotations

from lxml import etree

from xuequ.word_templates.marks import Marks, write_before
from xuequ.word_templates.paragraphs import CELL, W, around
from xuequ.word_templates.tags import Tag

#: What comes before an element among the properties of a cell.
_BEFORE = {
    f"{W}gridSpan": ("cnfStyle", "tcW"),
    f"{W}vMerge": ("cnfStyle", "tcW", "gridSpan", "hMerge"),
    f"{W}shd": ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders"),
}
_FIRST = "{{% if loop.first %}}{}{{% else %}}{}{{% endif %}}"


def in_cell(each: Tag, marks: Marks) -> None:
    """Let a statement act on its cell: `colspan n`, `cellbg colour`, `vm`, `hm`."""
    cell = around(each.stretch.bits[0].element, CELL)
    if cell is None:
        return
    said = each.inner.removeprefix(each.word).strip() or "''"
    if each.word == "colspan":
        _set(cell, f"{W}gridSpan", val=marks.mark(each, f"{{{{ {said} }}}}"))
    elif each.word == "cellbg":
        _set(cell, f"{W}shd", val="clear", color="auto", fill=marks.mark(each, f"{{{{ {said} }}}}"))
    elif each.word == "vm":
        _set(cell, f"{W}vMerge", val=marks.mark(each, _FIRST.format("restart", "continue")))
    else:
        _across(cell, each, marks)


def _across(cell: etree._Element, each: Tag, marks: Marks) -> None:
    """The first cell of a loop takes the width of all of them, and the others are left out."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    width = span.get(f"{W}val", "1") if span is not None else "1"
    _set(cell, f"{W}gridSpan", val=marks.mark(each, f"{{{{ {width} * loop.length }}}}"))
    write_before(cell, marks.mark(each, "{% if loop.first %}"))
    cell.tail = marks.mark(each, "{% endif %}") + (cell.tail or "")


def _set(cell: etree._Element, name: str, **values: str) -> None:
    """A property of a cell, in the place that the order of properties asks for."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        properties = etree.Element(f"{W}tcPr")
        cell.insert(0, properties)
    for old in properties.findall(name):
        properties.remove(old)
    before = sum(str(each.tag).rpartition("}")[2] in _BEFORE[name] for each in properties)
    properties.insert(before, etree.Element(name, {f"{W}{key}": value for key, value in values.items()}))
