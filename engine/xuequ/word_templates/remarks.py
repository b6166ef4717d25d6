"""What can be wrong with what a tag asks for, each as a finding that says what to write instead.

The same is said where it shows beforehand, from the view of the document, and where it shows when it is filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from xuequ.findings.nearest import nearest
from xuequ.views.vocabulary_words import MEANINGS
from xuequ.word_templates.filters import NAMES
from xuequ.word_templates.shapes import Many, Record, RowShape, Shape


class Remark(NamedTuple):
    """A code of the catalogue with what it says beside the place; `line` is that of the tag."""

    line: int
    code: str
    facts: Mapping[str, object]


def unknown_name(line: int, name: str, known: Iterable[str]) -> Remark:
    """A name the document does not have."""
    known = tuple(known)
    called = tuple(each for each in known if each in MEANINGS and MEANINGS[each][0] == name)
    return Remark(line, "DOC303", {"name": name, "nearest": called or nearest(name, known)})


def no_filter(line: int, name: str) -> Remark:
    """A filter that there is not."""
    return Remark(line, "DOC305", {"name": name, "nearest": nearest(name, NAMES)})


def no_field(line: int, holder: str, name: str, shape: Shape) -> Remark:
    """A field that something does not have."""
    if isinstance(shape, Many) and isinstance(shape.of, Record) and name in shape.of.fields:
        return Remark(line, "DOC322", {"said": holder, "fields": _fields(shape.of)})
    fields = tuple(shape.fields) if isinstance(shape, Record) else ()
    near = nearest(name, fields)
    return Remark(line, "DOC304", {"holder": holder, "name": name, "nearest": near, "fields": fields})


def no_cell(line: int, holder: str, index: int, count: int) -> Remark:
    """A cell that a row, or an entry that a list, does not have."""
    return Remark(line, "DOC323", {"holder": holder, "index": index, "count": count, "last": count - 1})


def no_text(line: int, name: str, shape: Shape) -> Remark:
    """Something that is printed and is no text."""
    if isinstance(shape, RowShape):
        return Remark(line, "DOC324", {"said": name, "instead": f"{name}[0]", "count": len(shape.cells)})
    if isinstance(shape, Record):
        return Remark(
            line, "DOC325", {"said": name, "fields": tuple(f"{name or '…'}.{each}" for each in shape.fields)}
        )
    if isinstance(shape, Many):
        return Remark(line, "DOC322", {"said": name, "fields": _fields(shape.of)})
    return Remark(line, "DOC326", {"said": name})


def not_several(line: int, name: str) -> Remark:
    """Something to go through that is one."""
    return Remark(line, "DOC327", {"said": name})


def other_count(line: int, asked: int, count: int) -> Remark:
    """More or fewer names than a row has cells."""
    return Remark(line, "DOC328", {"asked": asked, "count": count})


def _fields(shape: Shape) -> tuple[str, ...]:
    """How the fields of an entry are written, or its cells, or itself."""
    if isinstance(shape, Record):
        return tuple(f"one.{name}" for name in shape.fields)
    if isinstance(shape, RowShape):
        return tuple(f"one[{number}]" for number in range(len(shape.cells)))
    return ("one",)
