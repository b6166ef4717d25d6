"""A job into its files, one a format, and the tables of a document into a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from xuequ.documents import enclosing, issuing
from xuequ.documents.files import Format, Options, OutputFile, Standing, digest, file
from xuequ.findings.finding import Finding
from xuequ.markup.templating import Templates
from xuequ.resolution.plan import Plan
from xuequ.views.jobs import Document, Job

if TYPE_CHECKING:
    from xuequ.markup.blocks import Block

#: What is made of the one parse of a text.
_TEXTS = frozenset({Format.HTML, Format.DOCX, Format.PDF})


def files_of(
    job: Job, own: Templates, options: Options, plan: Plan
) -> Iterator[OutputFile | Standing | Finding]:
    """Every file of a job but its tables. Raises `templating.Failure` where a template is at fault."""
    yield from _texts(job, own, options, plan)
    if Format.ICS in options.formats and job.values.get("events"):
        yield from _calendar_files(job, options, plan)


def _texts(
    job: Job, own: Templates, options: Options, plan: Plan
) -> Iterator[OutputFile | Standing | Finding]:
    formats = options.formats
    if not formats & (_TEXTS | {Format.MD}):
        return
    if job.document in (Document.PLAN, Document.NOTICE):
        markdown, body = enclosing.text(job, own)
        if job.issued:
            yield from issuing.remarks(plan, options.profile, body)
        elif Document.NOTICE not in options.only:
            yield from issuing.too_long(plan, options.profile, body)
    else:
        markdown = own.render(job.template, job.values)
    yield from own.headings(job.template, markdown)
    if Format.MD in formats:
        yield OutputFile(f"{job.stem}.md", markdown.encode())

    @cache
    def blocks() -> Sequence[Block]:
        from xuequ.markup.blocks import parse

        return parse(markdown)

    about = (markdown, job.title, issued_on(plan), options.profile.page)
    if Format.HTML in formats:
        yield _web_page(job, markdown, blocks, own, options)
    if Format.DOCX in formats and (source := options.word_templates.get(job.document)):
        from xuequ.word_templates import filling as word_template

        filled = (source.data, sorted(job.values.items()))
        make = partial(word_template.fill, source, job.document, job.values)
        yield file(options, f"{job.stem}.docx", filled, make)
    elif Format.DOCX in formats:
        yield file(options, f"{job.stem}.docx", about, lambda: _word(job, blocks(), options, plan))
    if Format.PDF in formats:
        from xuequ.writers import pdf

        in_faces = (*about, pdf.found_faces(options.profile.page))
        yield file(options, f"{job.stem}.pdf", in_faces, lambda: _pdf(job, blocks(), options, plan))


def _web_page(
    job: Job, markdown: str, blocks: Callable[[], Sequence[Block]], own: Templates, options: Options
) -> OutputFile | Standing:
    style, index = own.text("style.css"), "../" * job.stem.count("/") + "index.html"

    def make() -> bytes:
        from xuequ.writers import html

        return html.write(blocks(), title=job.title, style=style, index=index).encode()

    return file(options, f"{job.stem}.html", (markdown, job.title, style), make)


def _word(job: Job, blocks: Sequence[Block], options: Options, plan: Plan) -> bytes:
    from xuequ.writers import docx

    return docx.write(blocks, title=job.title, issued=issued_on(plan), page=options.profile.page)


def _pdf(job: Job, blocks: Sequence[Block], options: Options, plan: Plan) -> bytes:
    from xuequ.writers import pdf

    return pdf.write(blocks, title=job.title, issued=issued_on(plan), page=options.profile.page)


def _calendar_files(job: Job, options: Options, plan: Plan) -> Iterator[OutputFile]:
    """The calendar of all work, and one for each body and school with what it takes part in and how."""
    from datetime import date

    from xuequ.writers import ics

    events: tuple[ics.Event, ...] = job.values["events"]  # type: ignore[assignment]  # a field of CalendarView
    issued = date.fromisoformat(issued_on(plan)) if issued_on(plan) else min(event.day for event in events)

    def made(path: str, title: str, some: Sequence[ics.Event]) -> OutputFile:
        before = options.before(path)
        data = ics.write(some, name=title, issued=issued, before=before, alarm=options.alarm)
        return OutputFile(path, data)

    yield made(f"{job.stem}.ics", job.title, events)
    for name, ways in job.ways().items():
        path = f"{job.stem}/{name}.ics"
        own = [
            event._replace(description=f"参与方式：{ways[event.key]}\n{event.description}".rstrip())
            for event in events
            if event.key in ways
        ]
        if own or options.before(path):
            yield made(path, f"{job.title}（{name}）", own)


def issued_on(plan: Plan) -> str:
    """The date of issue as ISO, empty where it is not one; it stands wherever a file wants a time."""
    from datetime import date

    try:
        return date.fromisoformat(plan.scheme.issue.date).isoformat()
    except ValueError:
        return ""


def workbook(
    path: str, written: Callable[[], Iterator[Job]], options: Options, plan: Plan
) -> OutputFile | Standing | None:
    """The tables of a document in one file, if it has any.

    `written` gives its jobs anew each time: once to see whether anything is to be done, once to write it. So no
    more than one table is held at a time.
    """
    title, tables = "", []
    for job in written():
        title = title or job.title
        tables += [digest(sheet) for sheet in job.sheets]

    def make() -> bytes:
        from xuequ.writers.workbook import write

        sheets = (sheet for job in written() for sheet in job.sheets)
        return write(sheets, title=title, issued=issued_on(plan))

    return file(options, path, (title, issued_on(plan), *tables), make) if tables else None
