"""From a plan to files: each document's view, its template, one parse, a writer a format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from xuequ.documents import enclosing, issuing
from xuequ.documents.html import Link
from xuequ.documents.pieces import NAMES, Document, Piece, pieces
from xuequ.documents.profile import NATIONAL_PROFILE, Profile
from xuequ.documents.templating import Failure, Source, Templates, templates, unused
from xuequ.documents.views.ground import Ground, ground
from xuequ.documents.views.notice import Head
from xuequ.documents.views.wording import base
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.plan.calendar import SchoolCalendar
from xuequ.resolve.plan import Plan

if TYPE_CHECKING:
    from xuequ.documents.blocks import Block
    from xuequ.documents.word_template import WordSource
    from xuequ.documents.workbook import Book


class Format(StrEnum):
    """The formats there are; only tables that people fill in become workbooks, only the calendar `.ics`."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"
    ICS = "ics"


#: What is written unless something else is asked for: PDF wants an extra and fonts, which not every machine has.
USUAL = frozenset(Format) - {Format.PDF}

#: What is made of the one parse of a text.
_TEXTS = frozenset({Format.HTML, Format.DOCX, Format.PDF})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to build and with what.

    `calendar` has the period that is planned; without one months stand without days. `templates` are the
    drafter's own by name; `pictures` go on the index page: caption → SVG text. `profile` is how pages are set.
    `word_templates` are Word files of the drafter, by the document they are filled for.
    """

    calendar: SchoolCalendar | None = None
    formats: frozenset[Format] = USUAL
    only: frozenset[Document] = frozenset(Document)
    templates: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    pictures: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    profile: Profile = NATIONAL_PROFILE
    word_templates: Mapping[Document, WordSource] = field(default_factory=lambda: MappingProxyType({}))


class OutputFile(NamedTuple):
    """A file to be written: `path` is relative, with `/`."""

    path: str
    data: bytes


def build(plan: Plan, options: Options) -> tuple[tuple[OutputFile, ...], tuple[Finding, ...]]:
    """All files of a scheme, and what was found on the way. Nothing is read or written on disk."""
    files: list[OutputFile] = []
    findings: list[Finding] = []
    for made in steps(plan, options):
        if isinstance(made, OutputFile):
            files.append(made)
        else:
            findings.append(made)
    return tuple(files), tuple(findings)


def steps(plan: Plan, options: Options) -> Iterator[OutputFile | Finding]:
    """The same one by one, so that nothing need be kept and progress can be shown."""
    made = ground(plan)
    own = templates(options.templates)
    yield from unused(options.templates)
    if options.calendar is None and Document.CALENDAR in options.only:
        yield _no_period(plan)
    if Format.PDF in options.formats and (found := _without_pdf(plan, options)):
        yield found
        options = replace(options, formats=options.formats - {Format.PDF})
    links: list[Link] = []
    told: list[Finding] = []
    for document in Document:
        if document in options.only:
            try:
                for each in _document(document, made, own, options):
                    if isinstance(each, Link):
                        links.append(each)
                    else:
                        yield each
            except Failure as failure:
                # A notice encloses other documents: what is wrong with their templates is told once.
                if failure.finding not in told:
                    told.append(failure.finding)
                    yield failure.finding
    if Format.HTML in options.formats:
        yield _index(links, made, own, options)


def _head(plan: Plan, profile: Profile) -> Head:
    """What the profile says of the head of a notice."""
    return Head(
        mark=profile.mark,
        number=issuing.number(plan, profile),
        printed_by=profile.printed_by,
    )


def _document(
    document: Document, made: Ground, own: Templates, options: Options
) -> Iterator[OutputFile | Finding | Link]:
    """A document piece by piece, none of them kept; then the workbook of its tables."""
    plan = made.plan
    written = pieces(document, made, options.calendar, _head(plan, options.profile))
    first = next(written, None)
    if first is None:
        return
    wrong = tuple(_wrong_word_template(first, options))
    yield from wrong
    if wrong:
        return
    with ExitStack() as held:
        book: Book | None = None
        for piece in chain((first,), written):
            yield from _texts(piece, own, options, plan)
            if Format.ICS in options.formats and piece.values.get("events"):
                yield _calendar_file(piece, plan)
            yield Link(_label(piece), tuple(_addresses(piece, options.formats)), _group(piece))
            if Format.XLSX in options.formats and piece.sheets:
                book = book or held.enter_context(_book(first.title, plan))
                for sheet in piece.sheets:
                    book.add(sheet)
        if book is not None:
            yield OutputFile(f"{NAMES[document]}.xlsx", book.data())
            if "/" in first.stem:
                yield _workbook_link(document)


def _book(title: str, plan: Plan) -> Book:
    from xuequ.documents.workbook import Book

    return Book(title=title, issued=_issued(plan))


def _wrong_word_template(first: Piece, options: Options) -> Iterator[Finding]:
    """What is wrong with the Word file that is filled for a document, once for all of its pieces."""
    source = options.word_templates.get(first.document)
    if source is not None and Format.DOCX in options.formats:
        from xuequ.documents import word_template

        yield from word_template.check(source, first.values)


def _texts(piece: Piece, own: Templates, options: Options, plan: Plan) -> Iterator[OutputFile | Finding]:
    formats = options.formats
    if not formats & (_TEXTS | {Format.MD}):
        return
    if piece.enclosed:
        markdown, enclosed = enclosing.text(piece, own)
        yield from issuing.remarks(plan, options.profile, enclosed)
    else:
        markdown = own.render(piece.template, piece.values)
    if Format.MD in formats:
        yield OutputFile(f"{piece.stem}.md", markdown.encode())
    if not formats & _TEXTS:
        return
    from xuequ.documents.blocks import parse

    blocks = parse(markdown)
    if Format.HTML in formats:
        from xuequ.documents import html

        index = "../" * piece.stem.count("/") + "index.html"
        text = html.write(blocks, title=piece.title, style=own.text("style.css"), index=index)
        yield OutputFile(f"{piece.stem}.html", text.encode())
    if Format.DOCX in formats:
        yield OutputFile(f"{piece.stem}.docx", _word(piece, blocks, options, plan))
    if Format.PDF in formats:
        from xuequ.documents import pdf

        made = pdf.write(blocks, title=piece.title, issued=_issued(plan), page=options.profile.page)
        yield OutputFile(f"{piece.stem}.pdf", made)


def _word(piece: Piece, blocks: Sequence[Block], options: Options, plan: Plan) -> bytes:
    """A document in Word: in the drafter's own file where one was given, else in the official form."""
    if source := options.word_templates.get(piece.document):
        from xuequ.documents import word_template

        return word_template.fill(source, piece.values)
    from xuequ.documents import docx

    return docx.write(blocks, title=piece.title, issued=_issued(plan), page=options.profile.page)


def _calendar_file(piece: Piece, plan: Plan) -> OutputFile:
    from datetime import date

    from xuequ.documents import ics

    events: tuple[ics.Event, ...] = piece.values["events"]  # type: ignore[assignment]  # a field of CalendarView
    issued = date.fromisoformat(_issued(plan)) if _issued(plan) else min(event.first for event in events)
    return OutputFile(f"{piece.stem}.ics", ics.write(events, name=piece.title, issued=issued))


def _without_pdf(plan: Plan, options: Options) -> Finding | None:
    """Why this machine can make no PDF, before the first document is begun."""
    from xuequ.documents import pdf

    return pdf.unready(Place(file=plan.composed.file), options.profile.page)


def _no_period(plan: Plan) -> Finding:
    """Said once, where a period would be stated."""
    tree, origins = plan.composed.tree, plan.composed.origins
    at = ("calendar",) if "calendar" in tree else ("issue",) if "issue" in tree else ()
    return finding("DOC013", origins.place(at, "key" if at else "value"))


def _issued(plan: Plan) -> str:
    """The date of issue as ISO, empty where it is not one; it stands wherever a file wants a time."""
    from datetime import date

    try:
        return date.fromisoformat(plan.scheme.issue.date).isoformat()
    except ValueError:
        return ""


def _index(links: Sequence[Link], made: Ground, own: Templates, options: Options) -> OutputFile:
    from xuequ.documents import html

    page = html.write_index(
        title=f"{base(made.scheme)}文件",
        style=own.text("style.css"),
        links=links,
        pictures=options.pictures,
    )
    return OutputFile("index.html", page.encode())


def _workbook_link(document: Document) -> Link:
    """The one workbook of a document that is in pieces."""
    return Link(f"{NAMES[document]}（各学区一张表）", ((Format.XLSX, quote(f"{NAMES[document]}.xlsx")),))


def _label(piece: Piece) -> str:
    return piece.stem.split("/")[-1] if "/" in piece.stem else NAMES[piece.document]


def _group(piece: Piece) -> tuple[str, ...]:
    """Of a checklist the document and its cluster, under which the index has it."""
    return (NAMES[piece.document], piece.stem.split("/")[1]) if "/" in piece.stem else ()


def _addresses(piece: Piece, formats: frozenset[Format]) -> Iterator[tuple[str, str]]:
    for form in (Format.HTML, Format.DOCX, Format.PDF, Format.MD):
        if form in formats:
            yield form, quote(f"{piece.stem}.{form}")
    if Format.XLSX in formats and piece.sheets and "/" not in piece.stem:
        yield Format.XLSX, quote(f"{piece.stem}.xlsx")
    if Format.ICS in formats and piece.values.get("events"):
        yield Format.ICS, quote(f"{piece.stem}.ics")
