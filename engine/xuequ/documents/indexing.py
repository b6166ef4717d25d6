"""The page that a folder of documents begins with: its links, and the drawings it is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

from xuequ.documents.files import Format, Options, OutputFile
from xuequ.markup.templating import Templates
from xuequ.views.context import Ground
from xuequ.views.jobs import NAMES, Document, Piece
from xuequ.views.wording import base
from xuequ.writers.html import Link


def index(links: Sequence[Link], made: Ground, own: Templates, options: Options) -> OutputFile:
    """The page itself."""
    from xuequ.writers import html

    page = html.write_index(
        title=f"{base(made.scheme)}文件",
        style=own.text("style.css"),
        links=links,
        pictures=options.pictures,
    )
    return OutputFile("index.html", page.encode())


def link(piece: Piece, formats: frozenset[Format]) -> Link:
    """The line of one piece."""
    return Link(_label(piece), tuple(_addresses(piece, formats)), _group(piece))


def workbook_link(document: Document) -> Link:
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
