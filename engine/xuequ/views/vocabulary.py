"""What a template can use: the names a document has, with what each is, worked out from its view.

The types of the view's fields say whether a name is a text, a list to go through or a table; an example comes from
a view that somebody has filled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, get_args, get_type_hints

from xuequ.views import (
    appraisals,
    calendar,
    checklists,
    duties,
    ledger,
    matrix,
    notice,
    plan,
    supervision,
    tasks,
)
from xuequ.views.jobs import Document
from xuequ.views.vocabulary_words import CELLS, INTERNAL

#: The view of each document.
VIEWS: Mapping[Document, type] = MappingProxyType(
    {
        Document.NOTICE: notice.NoticeView,
        Document.PLAN: plan.PlanView,
        Document.DUTIES: duties.DutiesView,
        Document.TASKS: tasks.TasksView,
        Document.CHECKLISTS: checklists.ChecklistView,
        Document.SUPERVISION: supervision.SupervisionView,
        Document.APPRAISALS: appraisals.AppraisalsView,
        Document.CALENDAR: calendar.CalendarView,
        Document.LEDGER: ledger.LedgerView,
        Document.MATRIX: matrix.MatrixView,
    }
)
#: Names that Markdown templates have beyond the view, since they are made of other documents.
MARKDOWN_ONLY: Mapping[Document, tuple[str, ...]] = MappingProxyType(
    {Document.NOTICE: ("plan", "annexes"), Document.PLAN: ("annexes",)}
)
#: Documents whose tables have other columns with every scheme.
_VARYING = frozenset({Document.MATRIX})
_LONGEST = 28


class Sort(StrEnum):
    """What a name stands for."""

    TEXT = "text"
    NUMBER = "number"
    TEXTS = "texts"
    ROWS = "rows"
    RECORDS = "records"
    TABLES = "tables"


class Variable(NamedTuple):
    """A name: `path` from the document down, what it is, its columns where it has rows, an example or nothing.

    Where the columns of rows are `varying`, they are those of this example and of no other.
    """

    path: tuple[str, ...]
    sort: Sort
    columns: tuple[str, ...]
    example: str
    varying: bool = False

    @property
    def name(self) -> str:
        """As a list shows it: `measures[].name`."""
        return "[].".join(self.path)


def variables(document: Document, values: Mapping[str, object]) -> tuple[Variable, ...]:
    """The names of a document, in the order of its view; `values` are what one has, for the examples."""
    heads = values.get("columns")
    columns = tuple(map(str, heads)) if isinstance(heads, tuple) else ()
    found = _of(VIEWS[document], values, (), columns)
    return tuple(each._replace(varying=document in _VARYING and each.sort is Sort.ROWS) for each in found)


def fields_of(view: type) -> Iterator[tuple[str, object]]:
    """The fields a template has use for, with their types."""
    return ((name, kind) for name, kind in get_type_hints(view).items() if name not in INTERNAL)


def _of(
    view: type, values: Mapping[str, object], above: tuple[str, ...], columns: tuple[str, ...]
) -> Iterator[Variable]:
    for name, kind in fields_of(view):
        path, value, sort = (*above, name), values.get(name), sort_of(kind)
        heads = (CELLS.get(name) or columns) if sort is Sort.ROWS else CELLS.get(name, ())
        yield Variable(path, sort, heads, _example(sort, value))
        if sort is Sort.RECORDS:
            inner = get_args(kind)[0]
            first = value[0] if isinstance(value, tuple) and value else None
            held = {each: getattr(first, each, None) for each in get_type_hints(inner)}
            yield from _of(inner, held, path, columns)


def sort_of(kind: object) -> Sort:
    """What a field of that type is to somebody who writes a template."""
    if kind is str:
        return Sort.TEXT
    if kind is int:
        return Sort.NUMBER
    inner = get_args(kind)[0]
    if inner is str:
        return Sort.TEXTS
    if is_record(inner):
        return Sort.RECORDS
    return Sort.TABLES if any(get_args(each) for each in get_args(inner) if each is not ...) else Sort.ROWS


def is_record(kind: object) -> bool:
    """Whether a type has fields of its own."""
    return is_dataclass(kind) or hasattr(kind, "_fields")


def _example(sort: Sort, value: object) -> str:
    if not value or sort in (Sort.RECORDS, Sort.TABLES):
        return ""
    if isinstance(value, tuple):
        value = " | ".join(map(str, value[0])) if sort is Sort.ROWS else value[0]
    text = " ".join(str(value).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
