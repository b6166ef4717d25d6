"""What there is to write: one piece is a view with its template, where its files go, and its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from xuequ.documents.filenames import safe
from xuequ.documents.sheets import STATES, Sheet
from xuequ.documents.views import appraisals, calendar, checklists, duties, matrix, supervision, tasks
from xuequ.documents.views import plan as plans
from xuequ.documents.views.ground import Ground
from xuequ.plan.calendar import SchoolCalendar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class Document(StrEnum):
    """The documents there are."""

    PLAN = "plan"
    DUTIES = "duties"
    TASKS = "tasks"
    CHECKLISTS = "checklists"
    SUPERVISION = "supervision"
    APPRAISALS = "appraisals"
    CALENDAR = "calendar"
    MATRIX = "matrix"


#: What the documents are called, as files and on the index page.
NAMES: Mapping[Document, str] = MappingProxyType(
    {
        Document.PLAN: "实施方案",
        Document.DUTIES: "责任清单",
        Document.TASKS: "任务分解表",
        Document.CHECKLISTS: "任务清单",
        Document.SUPERVISION: "督导清单",
        Document.APPRAISALS: "考核细则",
        Document.CALENDAR: "工作行事历",
        Document.MATRIX: "责任矩阵",
    }
)


class Piece(NamedTuple):
    """One text to write, and the tables of it that go into a workbook."""

    document: Document
    stem: str
    """Path of its files without the ending, from the folder of the scheme."""
    title: str
    template: str
    values: Mapping[str, object]
    sheets: tuple[Sheet, ...] = ()


def pieces(document: Document, ground: Ground, school_calendar: SchoolCalendar | None) -> Iterator[Piece]:
    """The pieces of a document: one, but for checklists one a cluster."""
    if document is Document.CALENDAR:
        yield _calendar(ground, school_calendar)
    else:
        yield from _MAKERS[document](ground)


def _piece(document: Document, view: DataclassInstance, *sheets: Sheet, within: str = "") -> Piece:
    values = {field.name: getattr(view, field.name) for field in fields(view)}
    stem = f"{NAMES[document]}/{safe(within)}" if within else NAMES[document]
    template = "checklist" if document is Document.CHECKLISTS else document.value
    return Piece(document, stem, str(values["title"]), f"{template}.md.j2", values, sheets)


def _plan(ground: Ground) -> Iterator[Piece]:
    yield _piece(Document.PLAN, plans.view(ground))


def _duties(ground: Ground) -> Iterator[Piece]:
    view = duties.view(ground)
    rows = tuple((actor.name, *row[1:]) for actor in view.actors for row in actor.rows)
    numbered = tuple((str(number), *row) for number, row in enumerate(rows, 1))
    columns = ("序号", "责任主体", *view.columns[1:])
    yield _piece(Document.DUTIES, view, Sheet("责任清单", view.title, columns, numbered))


def _tasks(ground: Ground) -> Iterator[Piece]:
    view = tasks.view(ground)
    columns = (*view.columns, "完成情况", "实际完成时间", "报送人")
    rows = tuple((*row, "", "", "") for row in view.rows)
    yield _piece(
        Document.TASKS, view, Sheet("任务分解表", view.title, columns, rows, (("完成情况", STATES),))
    )


def _checklists(ground: Ground) -> Iterator[Piece]:
    taken: dict[str, int] = {}
    for view in checklists.views(ground):
        taken[view.name] = taken.get(view.name, 0) + 1
        name = view.name if taken[view.name] == 1 else f"{view.name}{taken[view.name]}"
        columns = ("单位", *view.columns)
        rows = tuple((chapter.name, *row) for chapter in view.chapters for row in chapter.rows)
        sheet = Sheet(name, f"{view.title}（{name}）", columns, rows, (("完成情况", STATES),))
        yield _piece(Document.CHECKLISTS, view, sheet, within=name)


def _supervision(ground: Ground) -> Iterator[Piece]:
    view = supervision.view(ground)
    yield _piece(Document.SUPERVISION, view, Sheet("督导清单", view.title, view.columns, view.rows))


def _appraisals(ground: Ground) -> Iterator[Piece]:
    view = appraisals.view(ground)
    sheets = (Sheet(s.name, f"{view.title}（{s.name}）", view.columns, s.rows) for s in view.sheets)
    yield _piece(Document.APPRAISALS, view, *sheets)


def _calendar(ground: Ground, school_calendar: SchoolCalendar | None) -> Piece:
    view = calendar.view(ground, school_calendar)
    columns = (*view.columns, "完成情况")
    rows = tuple((*row, "") for row in view.rows)
    sheet = Sheet("工作行事历", view.title, columns, rows, (("完成情况", STATES),))
    return _piece(Document.CALENDAR, view, sheet)


def _matrix(ground: Ground) -> Iterator[Piece]:
    view = matrix.view(ground)
    sheet = Sheet("责任矩阵", view.title, view.columns, view.rows, upright=True)
    yield _piece(Document.MATRIX, view, sheet)


_MAKERS: Mapping[Document, Callable[[Ground], Iterator[Piece]]] = {
    Document.PLAN: _plan,
    Document.DUTIES: _duties,
    Document.TASKS: _tasks,
    Document.CHECKLISTS: _checklists,
    Document.SUPERVISION: _supervision,
    Document.APPRAISALS: _appraisals,
    Document.MATRIX: _matrix,
}
