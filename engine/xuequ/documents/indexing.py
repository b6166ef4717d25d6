"""The page that a folder of documents begins with: its links, and the drawings it is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from xuequ.documents.files import Format, Options, OutputFile
from xuequ.markup.templating import Templates
from xuequ.views.context import Context
from xuequ.views.document_kinds import after
from xuequ.views.jobs import NAMES, Document, Job
from xuequ.writers.html import Link


def index(links: Sequence[Link], made: Context, own: Templates, options: Options) -> OutputFile:
    """The page itself."""
    from xuequ.writers import html

    page = html.write_index(
        title=after(made.scheme, "文件"),
        style=own.text("style.css"),
        links=links,
        pictures=options.pictures,
    )
    return OutputFile("index.html", page.encode())


def link(job: Job, formats: frozenset[Format]) -> Link:
    """The line of one job."""
    return Link(_label(job), tuple(_addresses(job, formats)), _group(job))


def workbook_link(document: Document) -> Link:
    """The one workbook of a document that is in several files."""
    return Link(f"{NAMES[document]}（各学区一张表）", ((Format.XLSX, quote(f"{NAMES[document]}.xlsx")),))


def _label(job: Job) -> str:
    return job.stem.split("/")[-1] if "/" in job.stem else NAMES[job.document]


def _group(job: Job) -> tuple[str, ...]:
    """Of a checklist the document and its cluster, under which the index has it."""
    return (NAMES[job.document], job.stem.split("/")[1]) if "/" in job.stem else ()


def _addresses(job: Job, formats: frozenset[Format]) -> Iterator[tuple[str, str]]:
    for form in (Format.HTML, Format.DOCX, Format.PDF, Format.MD):
        if form in formats:
            yield form, quote(f"{job.stem}.{form}")
    if Format.XLSX in formats and job.sheets and "/" not in job.stem:
        yield Format.XLSX, quote(f"{job.stem}.xlsx")
    if Format.ICS in formats and job.values.get("events"):
        yield Format.ICS, quote(f"{job.stem}.ics")
