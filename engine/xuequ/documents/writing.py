"""A piece into its files, one a format, and the tables of a document into a workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING

from xuequ.documents import enclosing, issuing
from xuequ.documents.files import Format, Options, OutputFile, Standing, digest, file
from xuequ.findings.finding import Finding
from xuequ.markup.templating import Templates
from xuequ.resolution.plan import Plan
from xuequ.views.jobs import Document, Piece

if TYPE_CHECKING:
    from xuequ.markup.blocks import Block

#: What is made of the one parse of a text.
_TEXTS = frozenset({Format.HTML, Format.DOCX, Format.PDF})


def files_of(
    piece: Piece, own: Templates, options: Options, plan: Plan
) -> Iterator[OutputFile | Standing | Finding]:
    """Every file of a piece but its tables. Raises `templating.Failure` where a template is at fault."""
    yield from _texts(piece, own, options, plan)
    if Format.ICS in options.formats and piece.values.get("events"):
        yield _calendar_file(piece, plan)


def _texts(
    piece: Piece, own: Templates, options: Options, plan: Plan
) -> Iterator[OutputFile | Standing | Finding]:
    formats = options.formats
    if not formats & (_TEXTS | {Format.MD}):
        return
    if piece.enclosed:
        markdown, enclosed = enclosing.text(piece, own)
        yield from issuing.remarks(plan, options.profile, enclosed)
    else:
        markdown = own.render(piece.template, piece.values)
        if piece.document is Document.PLAN and Document.NOTICE not in options.only:
            yield from issuing.too_long(plan, options.profile, markdown)
    yield from own.headings(piece.template, markdown)
    if Format.MD in formats:
        yield OutputFile(f"{piece.stem}.md", markdown.encode())

    @cache
    def blocks() -> Sequence[Block]:
        from xuequ.markup.blocks import parse

        return parse(markdown)

    about = (markdown, piece.title, issued_on(plan), options.profile.page)
    if Format.HTML in formats:
        yield _web_page(piece, markdown, blocks, own, options)
    if Format.DOCX in formats and (source := options.word_templates.get(piece.document)):
        from xuequ.word_templates import filling as word_template

        filled = (source.data, sorted(piece.values.items()))
        make = partial(word_template.fill, source, piece.document, piece.values)
        yield file(options, f"{piece.stem}.docx", filled, make)
    elif Format.DOCX in formats:
        yield file(options, f"{piece.stem}.docx", about, lambda: _word(piece, blocks(), options, plan))
    if Format.PDF in formats:
        from xuequ.writers import pdf

        in_faces = (*about, pdf.found_faces(options.profile.page))
        yield file(options, f"{piece.stem}.pdf", in_faces, lambda: _pdf(piece, blocks(), options, plan))


def _web_page(
    piece: Piece, markdown: str, blocks: Callable[[], Sequence[Block]], own: Templates, options: Options
) -> OutputFile | Standing:
    style, index = own.text("style.css"), "../" * piece.stem.count("/") + "index.html"

    def make() -> bytes:
        from xuequ.writers import html

        return html.write(blocks(), title=piece.title, style=style, index=index).encode()

    return file(options, f"{piece.stem}.html", (markdown, piece.title, style), make)


def _word(piece: Piece, blocks: Sequence[Block], options: Options, plan: Plan) -> bytes:
    from xuequ.writers import docx

    return docx.write(blocks, title=piece.title, issued=issued_on(plan), page=options.profile.page)


def _pdf(piece: Piece, blocks: Sequence[Block], options: Options, plan: Plan) -> bytes:
    from xuequ.writers import pdf

    return pdf.write(blocks, title=piece.title, issued=issued_on(plan), page=options.profile.page)


def _calendar_file(piece: Piece, plan: Plan) -> OutputFile:
    from datetime import date

    from xuequ.writers import ics

    events: tuple[ics.Event, ...] = piece.values["events"]  # type: ignore[assignment]  # a field of CalendarView
    issued = date.fromisoformat(issued_on(plan)) if issued_on(plan) else min(event.first for event in events)
    return OutputFile(f"{piece.stem}.ics", ics.write(events, name=piece.title, issued=issued))


def issued_on(plan: Plan) -> str:
    """The date of issue as ISO, empty where it is not one; it stands wherever a file wants a time."""
    from datetime import date

    try:
        return date.fromisoformat(plan.scheme.issue.date).isoformat()
    except ValueError:
        return ""


def workbook(
    path: str, written: Callable[[], Iterator[Piece]], options: Options, plan: Plan
) -> OutputFile | Standing | None:
    """The tables of a document in one file, if it has any.

    `written` gives its pieces anew each time: once to see whether anything is to be done, once to write it. So no
    more than one table is held at a time.
    """
    title, tables = "", []
    for piece in written():
        title = title or piece.title
        tables += [digest(sheet) for sheet in piece.sheets]

    def make() -> bytes:
        from xuequ.writers.workbook import write

        sheets = (sheet for piece in written() for sheet in piece.sheets)
        return write(sheets, title=title, issued=issued_on(plan))

    return file(options, path, (title, issued_on(plan), *tables), make) if tables else None
