"""What the values of a document are, known from its view: texts, numbers, lists, rows, records with their fields."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, TypeAlias, get_args

from xuequ.views.jobs import Document
from xuequ.views.vocabulary import VIEWS, fields_of, is_record
from xuequ.views.vocabulary_words import CELLS


class One(NamedTuple):
    """A text, a number, or yes or no."""

    sort: str


class Many(NamedTuple):
    """Several of a kind."""

    of: Shape


class RowShape(NamedTuple):
    """Cells, each of its kind."""

    cells: tuple[Shape, ...]


class Record(NamedTuple):
    """Fields by name."""

    fields: Mapping[str, Shape]


#: None where it is not known.
Shape: TypeAlias = One | Many | RowShape | Record | None

TEXT, NUMBER, FLAG = One("text"), One("number"), One("flag")
_ONES: Mapping[object, Shape] = MappingProxyType({str: TEXT, int: NUMBER, bool: FLAG})
#: What `loop` has inside a loop.
LOOP = Record(
    {
        **dict.fromkeys(("index", "index0", "revindex", "revindex0", "length", "depth", "depth0"), NUMBER),
        **dict.fromkeys(("first", "last"), FLAG),
        **dict.fromkeys(("previtem", "nextitem", "cycle", "changed"), None),
    }
)


def shapes(document: Document, values: Mapping[str, object]) -> Mapping[str, Shape]:
    """What each name of a document is; `values` say how many columns it has here."""
    heads = values.get("columns")
    return _fields(VIEWS[document], len(heads) if isinstance(heads, tuple) else 0)


def shape_of(value: object) -> Shape:
    """What a value is that a template has come by, as far as it can be told."""
    if isinstance(value, bool):
        return FLAG
    if is_record(type(value)):
        return _shape(type(value), 0)
    if isinstance(value, tuple | list):
        return RowShape((TEXT,) * len(value)) if all(isinstance(each, str) for each in value) else Many(None)
    return None


def _fields(view: type, columns: int) -> dict[str, Shape]:
    return {name: _shape(kind, len(CELLS.get(name, ())) or columns) for name, kind in fields_of(view)}


def _shape(kind: object, columns: int) -> Shape:
    """The shape of a type; `columns` are those of rows, 0 where they are not known."""
    if kind in _ONES:
        return _ONES[kind]
    if isinstance(kind, type) and is_record(kind):
        return Record(_fields(kind, columns))
    inner = get_args(kind)
    if not inner:
        return None
    if inner[-1] is not ...:
        return RowShape(tuple(_shape(each, 0) for each in inner))
    if get_args(inner[0]) == (str, ...) and columns:
        return Many(RowShape((TEXT,) * columns))
    return Many(_shape(inner[0], columns))
