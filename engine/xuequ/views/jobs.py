"""What there is to write: one job is a view with its template, where its files go, and its tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from xuequ.calendar.calendar import SchoolCalendar
from xuequ.views import (
    appraisals,
    calendar,
    checklists,
    duties,
    forms,
    ledger,
    matrix,
    notice,
    supervision,
    tasks,
)
from xuequ.views import plan as plans
from xuequ.views.agenda import Dated, agenda
from xuequ.views.context import Context
from xuequ.views.document_kinds import goes_out_alone, has_receivers
from xuequ.views.filenames import FileNames
from xuequ.views.issue import NO_HEAD, Head
from xuequ.writers.tables.sheets import Sheet

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


class Document(StrEnum):
    """The documents there are."""

    PLAN = "plan"
    NOTICE = "notice"
    DUTIES = "duties"
    TASKS = "tasks"
    CHECKLISTS = "checklists"
    SUPERVISION = "supervision"
    APPRAISALS = "appraisals"
    CALENDAR = "calendar"
    LEDGER = "ledger"
    MATRIX = "matrix"


_A_YEAR = 366
#: What the documents are called, as files and on the index page.
NAMES: Mapping[Document, str] = MappingProxyType(
    {
        Document.PLAN: "实施方案",
        Document.NOTICE: "印发通知",
        Document.DUTIES: "责任清单",
        Document.TASKS: "任务分解表",
        Document.CHECKLISTS: "任务清单",
        Document.SUPERVISION: "督导清单",
        Document.APPRAISALS: "考核细则",
        Document.CALENDAR: "工作行事历",
        Document.LEDGER: "工作台账",
        Document.MATRIX: "责任矩阵",
    }
)


class Job(NamedTuple):
    """One text to write, and the tables of it that go into a workbook."""

    document: Document
    stem: str
    """Path of its files without the ending, from the folder of the scheme."""
    title: str
    template: str
    values: Mapping[str, object]
    sheets: tuple[Sheet, ...] = ()
    plan: Job | None = None
    """Of a notice: the plan it encloses."""
    attached: tuple[Job, ...] = ()
    """What is attached to a text that goes out."""
    ways: Callable[[], Mapping[str, checklists.Ways]] = dict
    """Of a calendar: what each body and school has to do with each piece of work, by the name of its own file."""
    issued: bool = False
    """Whether this is the text that goes out: a notice, or a plan of a kind that needs none."""


def jobs(
    document: Document, context: Context, school_calendar: SchoolCalendar | None, head: Head = NO_HEAD
) -> Iterator[Job]:
    """The jobs of a document: one, but for checklists one a cluster and a school. `head` is for the notice."""
    if document is Document.NOTICE:
        if not goes_out_alone(plans.title(context)):
            yield _notice(context, school_calendar, head)
    elif document is Document.PLAN:
        yield _plan(context, school_calendar, head)
    else:
        yield from _MAKERS[document](context, school_calendar)


def _job(document: Document, view: DataclassInstance, *sheets: Sheet, within: str = "") -> Job:
    values = {field.name: getattr(view, field.name) for field in fields(view)}
    stem = f"{NAMES[document]}/{within}" if within else NAMES[document]
    return Job(document, stem, str(values["title"]), template_of(document), values, sheets)


def template_of(document: Document) -> str:
    """The name of the template that writes a document."""
    return "checklist.md.j2" if document is Document.CHECKLISTS else f"{document.value}.md.j2"


def _dated(context: Context, school_calendar: SchoolCalendar | None) -> tuple[Dated, ...]:
    return agenda(context, school_calendar) if school_calendar else ()


def _plan(context: Context, school_calendar: SchoolCalendar | None, head: Head) -> Job:
    """The plan; of a kind that goes out by itself with its red head and what is attached to it."""
    title = plans.title(context)
    if not goes_out_alone(title):
        return _job(Document.PLAN, plans.view(context))
    attached = _attached(context, school_calendar) if has_receivers(title) else ()
    view = plans.view(context, head, [job.title for job in attached])
    return _job(Document.PLAN, view)._replace(attached=attached, issued=True)


def _notice(context: Context, school_calendar: SchoolCalendar | None, head: Head) -> Job:
    """The notice, which has the plan without what the notice says for it, and the tables that belong to it."""
    plan = plans.view(context)
    inner = replace(plan, enclosed=True, number="", to="", sources=(), about="", doubts=())
    attached = _attached(context, school_calendar)
    view = notice.view(context, head, plan.title, [job.title for job in attached])
    return _job(Document.NOTICE, view)._replace(
        plan=_job(Document.PLAN, inner), attached=attached, issued=True
    )


def _attached(context: Context, school_calendar: SchoolCalendar | None) -> tuple[Job, ...]:
    """The tables that belong to a text that goes out."""
    attached = [_job(Document.TASKS, tasks.view(context))] if context.asked else []
    if context.assessments:
        attached.append(_job(Document.APPRAISALS, appraisals.view(context)))
    months = calendar.view(context, school_calendar)
    if months.rows and not _of_another_time(context, school_calendar):
        attached.append(_job(Document.CALENDAR, months))
    return tuple(attached)


def _of_another_time(context: Context, school_calendar: SchoolCalendar | None) -> bool:
    """Whether the period planned does not begin within a year of the date of issue: it is no annex of that notice."""
    try:
        issued = date.fromisoformat(context.scheme.issue.date)
    except ValueError:
        return False
    return school_calendar is not None and abs((school_calendar.period.first - issued).days) > _A_YEAR


def _duties(context: Context, school_calendar: SchoolCalendar | None) -> Iterator[Job]:
    view = duties.view(context)
    yield _job(Document.DUTIES, view, forms.duties(view), *forms.forbidden(view, "禁止事项"))


def _tasks(context: Context, school_calendar: SchoolCalendar | None) -> Iterator[Job]:
    view = tasks.view(context)
    yield _job(Document.TASKS, view, forms.tasks(view, context, _dated(context, school_calendar)))


def _checklists(context: Context, school_calendar: SchoolCalendar | None) -> Iterator[Job]:
    """One a cluster, with the sheet of all in it, and one for each of its schools in a folder of the cluster's."""
    dated = _dated(context, school_calendar)
    folders, files = FileNames(), FileNames()
    for view in checklists.views(context):
        folder = folders.free(view.name)
        sheets: tuple[Sheet, ...] = (forms.checklist(view, view.name, dated),)
        for part in checklists.parts(view):
            school = part.chapters[0].school
            within = f"{folder}/{files.free(part.name)}" if school else folder
            yield _job(Document.CHECKLISTS, part, *sheets, within=within)
            sheets = ()


def _supervision(context: Context, school_calendar: SchoolCalendar | None) -> Iterator[Job]:
    view = supervision.view(context)
    sheets = (forms.supervision(view, context), *forms.forbidden(view, "督导禁止事项"))
    yield _job(Document.SUPERVISION, view, *sheets)


def _appraisals(context: Context, school_calendar: SchoolCalendar | None) -> Iterator[Job]:
    view = appraisals.view(context)
    yield _job(Document.APPRAISALS, view, *forms.appraisals(view, context))


def _calendar(context: Context, school_calendar: SchoolCalendar | None) -> Iterator[Job]:
    def ways() -> Mapping[str, checklists.Ways]:
        files = FileNames()
        return {files.free(name): ways for name, ways in checklists.ways(context)}

    view = calendar.view(context, school_calendar)
    yield _job(Document.CALENDAR, view, forms.calendar(view))._replace(ways=ways)


def _ledger(context: Context, school_calendar: SchoolCalendar | None) -> Iterator[Job]:
    view = ledger.view(context, _dated(context, school_calendar))
    yield _job(Document.LEDGER, view, forms.ledger(view))


def _matrix(context: Context, school_calendar: SchoolCalendar | None) -> Iterator[Job]:
    view = matrix.view(context)
    yield _job(Document.MATRIX, view, forms.matrix(view))


_MAKERS: Mapping[Document, Callable[[Context, SchoolCalendar | None], Iterator[Job]]] = {
    Document.DUTIES: _duties,
    Document.TASKS: _tasks,
    Document.CHECKLISTS: _checklists,
    Document.SUPERVISION: _supervision,
    Document.APPRAISALS: _appraisals,
    Document.CALENDAR: _calendar,
    Document.LEDGER: _ledger,
    Document.MATRIX: _matrix,
}
