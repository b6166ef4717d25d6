"""Reports in every format that offices pass around.

What a report says is made elsewhere, in the reader's language; here it becomes Markdown, web page, Word or Excel.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TypeAlias

from xuequ.views.report import Chapter, Report

if TYPE_CHECKING:
    from xuequ.writers.tables import sheets

#: What the template says of the page, for the writers that have pages.
_ON_ITS_SIDE = "<!-- page: landscape -->\n\n"

ReportFormat: TypeAlias = Literal["md", "html", "docx", "xlsx"]


def write(report: Report, form: ReportFormat) -> bytes:
    """The report as a file: the same bytes for the same report."""
    if form == "xlsx":
        return _workbook(report)
    markdown = _markdown(report)
    if form == "md":
        return markdown.removeprefix(_ON_ITS_SIDE).encode()
    from xuequ.markup.blocks import parse

    if form == "html":
        from xuequ.markup.shipped import template_text
        from xuequ.writers import html

        page = html.write(parse(markdown), title=report.title, style=template_text("style.css"))
        return page.encode()
    from xuequ.writers import docx

    return docx.write(parse(markdown), title=report.title, issued=report.issued)


def _markdown(report: Report) -> str:
    from xuequ.markup.templating import templates

    values = {"title": report.title, "paragraphs": report.paragraphs, "chapters": report.chapters}
    return templates({}).render("report.md.j2", values)


def _workbook(report: Report) -> bytes:
    """A sheet for each chapter that has a table; lists become tables of one column."""
    from xuequ.writers import workbook
    from xuequ.writers.tables import sheets

    pages = [_sheet(report, chapter) for chapter in report.chapters if chapter.rows or chapter.lines]
    pages = pages or [
        sheets.Sheet(report.title, report.title, sheets.plain(report.title), _lines(report.paragraphs))
    ]
    return workbook.write(pages, title=report.title, issued=report.issued, index=False)


def _sheet(report: Report, chapter: Chapter) -> sheets.Sheet:
    from xuequ.writers.tables import sheets

    name = chapter.heading or report.title
    title = f"{report.title}（{chapter.heading}）" if chapter.heading else report.title
    if chapter.rows:
        return sheets.Sheet(name, title, sheets.plain(*chapter.columns), chapter.rows)
    return sheets.Sheet(name, title, sheets.plain(chapter.heading), _lines(chapter.lines))


def _lines(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    return tuple((line,) for line in lines)
