"""Reports: the result of a comparison as a few paragraphs and tables, in every format that offices pass around.

What a report says is made elsewhere, in the reader's language; here it becomes Markdown, web page, Word or Excel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from xuequ.documents.tables import sheets

#: What the template says of the page, for the writers that have pages.
_ON_ITS_SIDE = "<!-- page: landscape -->\n\n"

ReportFormat: TypeAlias = Literal["md", "html", "docx", "xlsx"]


class Chapter(NamedTuple):
    """A heading, lines of a list under it, and a table; any of them may be empty."""

    heading: str = ""
    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A title, opening paragraphs, chapters. `issued` is an ISO date for the properties of files, or empty."""

    title: str
    paragraphs: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    issued: str = ""


def write(report: Report, form: ReportFormat) -> bytes:
    """The report as a file: the same bytes for the same report."""
    if form == "xlsx":
        return _workbook(report)
    markdown = _markdown(report)
    if form == "md":
        return markdown.removeprefix(_ON_ITS_SIDE).encode()
    from xuequ.documents.blocks import parse

    if form == "html":
        from xuequ.documents import html
        from xuequ.documents.shipped import template_text

        page = html.write(parse(markdown), title=report.title, style=template_text("style.css"))
        return page.encode()
    from xuequ.documents import docx

    return docx.write(parse(markdown), title=report.title, issued=report.issued)


def _markdown(report: Report) -> str:
    from xuequ.documents.templating import templates

    values = {"title": report.title, "paragraphs": report.paragraphs, "chapters": report.chapters}
    return templates({}).render("report.md.j2", values)


def _workbook(report: Report) -> bytes:
    """A sheet for each chapter that has a table; lists become tables of one column."""
    from xuequ.documents import workbook
    from xuequ.documents.tables import sheets

    pages = [_sheet(report, chapter) for chapter in report.chapters if chapter.rows or chapter.lines]
    pages = pages or [
        sheets.Sheet(report.title, report.title, sheets.plain(report.title), _lines(report.paragraphs))
    ]
    return workbook.write(pages, title=report.title, issued=report.issued, index=False)


def _sheet(report: Report, chapter: Chapter) -> sheets.Sheet:
    from xuequ.documents.tables import sheets

    name = chapter.heading or report.title
    title = f"{report.title}（{chapter.heading}）" if chapter.heading else report.title
    if chapter.rows:
        return sheets.Sheet(name, title, sheets.plain(*chapter.columns), chapter.rows)
    return sheets.Sheet(name, title, sheets.plain(chapter.heading), _lines(chapter.lines))


def _lines(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple((line,) for line in lines)
