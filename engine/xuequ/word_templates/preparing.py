"""A part of a Word file made ready for Jinja2: each tag stands where it is to act.

A tag that Word has split becomes one text. A statement of a paragraph, row or cell takes the place of that.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from xuequ.word_templates.cells import in_cell
from xuequ.word_templates.marks import Marks, Written, take_out, write_before
from xuequ.word_templates.paragraphs import PARAGRAPH, SPACE, TEXT, Bit, Stretch, W
from xuequ.word_templates.standing import holder
from xuequ.word_templates.tags import CELL_STATEMENTS, Tag, tags

_SECTION = f"{W}pPr/{W}sectPr"
#: What other places of the file point to; it may stand between paragraphs.
_POINTED_AT = (f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}commentRangeStart", f"{W}commentRangeEnd")


class _Span(NamedTuple):
    """What of a text a tag takes up, with the blanks its dashes are for."""

    start: int
    end: int


def prepared(root: etree._Element, texts: Sequence[Stretch]) -> Written:
    """A part as Jinja2 is to run it. The tree is used up."""
    marks = Marks()
    acting: list[Tag] = []
    for text in texts:
        # From the end, so that what stands before is still where it was.
        for each in reversed(list(tags(text))):
            acts = bool(each.kind) or each.word in CELL_STATEMENTS
            _cut(each, "" if acts or each.remark else marks.mark(each))
            acting += [each] if acts else []
    for each in acting:
        if each.kind:
            _take_the_place(each, marks)
        else:
            in_cell(each, marks)
    return marks.written(root)


def _cut(each: Tag, mark: str) -> None:
    """Put a mark where a tag begins, and take the tag out of all the pieces it is in."""
    span, at = _span(each), 0
    for bit in each.stretch.bits:
        length = len(bit.text)
        first, last = max(span.start - at, 0), min(span.end - at, length)
        if first < last:
            _write(bit, first, last, mark if at <= each.start < at + length else "")
        at += length


def _span(each: Tag) -> _Span:
    text, start, end = each.at.text, each.start, each.start + len(each.written)
    while each.written[2:3] == "-" and text[start - 1 : start].isspace():
        start -= 1
    while each.written[-3:-2] == "-" and text[end : end + 1].isspace():
        end += 1
    return _Span(start, end)


def _write(bit: Bit, first: int, last: int, mark: str) -> None:
    """Put a mark in place of a part of a piece."""
    element = bit.element
    held = element.get(bit.attribute, "") if bit.attribute else element.text or bit.text
    made = held[:first] + mark + held[last:]
    if bit.attribute:
        element.set(bit.attribute, made)
    elif element.text is None:
        # A break of the line, inside a tag.
        take_out(element)
    else:
        element.text = made
        if element.tag == TEXT:
            element.set(SPACE, "preserve")


def _take_the_place(each: Tag, marks: Marks) -> None:
    """Put a statement in place of its paragraph, row or cell; what else the file needs of that stays.

    A section ends with its last paragraph, which is inside a loop that ends there, and outside one that begins.
    """
    element = holder(each)
    if element is None:
        return
    mark = "" if each.remark else marks.mark(each)
    kept = [*element.iter(*_POINTED_AT), *_section(element)]
    behind = each.word.startswith("end")
    if behind:
        write_before(element, mark)
    for one in kept:
        one.tail = None
        element.addprevious(one)
    if not behind:
        write_before(element, mark)
    take_out(element)


def _section(element: etree._Element) -> list[etree._Element]:
    """A paragraph for the end of a section, where a paragraph holds one."""
    section = element.find(_SECTION) if element.tag == PARAGRAPH else None
    if section is None:
        return []
    fresh = etree.Element(PARAGRAPH)
    etree.SubElement(fresh, f"{W}pPr").append(section)
    return [fresh]
