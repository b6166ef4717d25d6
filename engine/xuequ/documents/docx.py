"""Blocks into a Word file, as text: one format string a row, no object a cell.

python-docx is not needed to write it; the tests read every file back with it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO

from xuequ.documents import ooxml
from xuequ.documents.blocks import Block, Heading, Inline, Item, Kind, Paragraph, Table, Turn, words
from xuequ.documents.page import NATIONAL, Page
from xuequ.documents.widths import shares

_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
#: Between the cells of a row while it is escaped in one go; no text holds it (`blocks.parse` drops it).
_CELL = "\x1f"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_ATTACHMENT = re.compile(r"(附件\d*)\s+(.+)")
_KINDS = {
    Kind.BODY: "BodyText",
    Kind.QUOTE: "Quote",
    Kind.LEFT: "Flush",
    Kind.CENTER: "Centred",
    Kind.RIGHT: "Signature",
}
_STYLES = {1: "Title", 2: "Heading1", 3: "Heading2", 4: "Heading3", 5: "Heading4", 6: "Heading4"}


def write(
    blocks: Sequence[Block], *, title: str, author: str = "", issued: str = "", page: Page = NATIONAL
) -> bytes:
    """The file. `issued` is an ISO date for its properties; the same blocks give the same bytes."""
    body = "".join(_body(blocks, page))
    parts = {
        "[Content_Types].xml": ooxml.CONTENT_TYPES,
        "_rels/.rels": ooxml.PACKAGE_RELATIONS,
        "docProps/core.xml": ooxml.core(escape(title), escape(author), issued or "2000-01-01"),
        "word/_rels/document.xml.rels": ooxml.DOCUMENT_RELATIONS,
        "word/document.xml": f"{ooxml.DOCUMENT_OPEN}{body}{ooxml.DOCUMENT_CLOSE}",
        "word/fontTable.xml": ooxml.font_table(page),
        "word/footer1.xml": ooxml.footer(page, even=False),
        "word/footer2.xml": ooxml.footer(page, even=True),
        "word/settings.xml": ooxml.SETTINGS,
        "word/styles.xml": ooxml.styles(page),
    }
    return _packed(parts)


def _packed(parts: dict[str, str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, text.encode())
    return out.getvalue()


def escape(text: str) -> str:
    """Text for XML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _body(blocks: Sequence[Block], page: Page) -> Iterator[str]:
    landscape = isinstance(blocks[0], Turn) and blocks[0].landscape if blocks else False
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        match block:
            case Heading():
                yield _heading(block)
            case Paragraph(text, kind):
                kept = "<w:keepNext/>" if isinstance(following, Table) else ""
                yield _paragraph(_KINDS[kind], text, layout=kept)
            case Item():
                yield _item(block)
            case Table():
                yield from _table(block, page, page.text_width_landscape if landscape else page.text_width)
            case Turn() if block.landscape != landscape:
                yield f"<w:p><w:pPr>{_section(page, landscape)}</w:pPr></w:p>"
                landscape = block.landscape
    yield _section(page, landscape)


def _heading(heading: Heading) -> str:
    """A heading in its style; that of an attachment opens a page, its number above its title."""
    attached = _ATTACHMENT.match(words(heading.text)) if heading.level == 2 else None
    if attached is None:
        return _paragraph(_STYLES[heading.level], heading.text)
    mark = _paragraph("AttachmentMark", attached[1], layout="<w:pageBreakBefore/>")
    return mark + _paragraph("AttachmentTitle", attached[2])


def _item(item: Item) -> str:
    marker = f"{item.marker} " if item.marker else ""
    inset = (
        f'<w:ind w:leftChars="{200 * (item.depth - 1)}" w:firstLineChars="200"/>' if item.depth > 1 else ""
    )
    return _paragraph("ListParagraph", item.text, layout=inset, before=marker)


def _paragraph(style: str, text: Inline, layout: str = "", before: str = "") -> str:
    inner = (_run(before, "") if before else "") + _runs(text)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{layout}</w:pPr>{inner}</w:p>'


def _runs(text: Inline) -> str:
    if isinstance(text, str):
        return _run(text, "")
    return "".join(
        _run(run.text, ("<w:b/>" if run.bold else "") + ("<w:i/>" if run.italic else "")) for run in text
    )


def _run(text: str, look: str) -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    words = escape(text).replace("\n", _BREAK)
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def _table(table: Table, page: Page, width: int) -> Iterator[str]:
    columns = shares(table.head, table.rows, width, cell=page.table_size * 5, gap=320)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    properties = "<w:trPr><w:cantSplit/>{}</w:trPr>"
    head = _row_format(columns, ["TableHead"] * len(columns), properties.format("<w:tblHeader/>"))
    yield head % tuple(_plain(words(cell)) for cell in table.head)
    row_format = _row_format(columns, _styles_of(table), properties.format(""))
    if table.plain:
        yield from _plain_rows(table.rows, row_format)
    else:
        marked = row_format.replace('<w:r><w:t xml:space="preserve">%s</w:t></w:r>', "%s")
        yield from (marked % tuple(_runs(cell) for cell in row) for row in table.rows)
    # Word joins two tables that touch, and wants a paragraph after the last one.
    yield '</w:tbl><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>'


def _plain_rows(rows: Sequence[Sequence[Inline]], row_format: str) -> Iterator[str]:
    for row in rows:
        yield row_format % tuple(_plain(_CELL.join(row)).split(_CELL))  # type: ignore[arg-type]


def _plain(text: str) -> str:
    return escape(text).replace("\n", _BREAK)


def _styles_of(table: Table) -> list[str]:
    """Columns of short marks and numbers are centred, those of words are not."""
    sample = table.rows[:50]
    return [
        "TableMark" if all(len(words(row[number])) <= 4 for row in sample) else "TableText"
        for number in range(len(table.head))
    ]


def _row_format(columns: Sequence[int], styles: Sequence[str], properties: str) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        '<w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p></w:tc>'
        for column, style in zip(columns, styles, strict=True)
    )
    return f"<w:tr>{properties}{cells}</w:tr>"


def _section(page: Page, landscape: bool) -> str:
    if landscape:
        size = f'<w:pgSz w:w="{page.height}" w:h="{page.width}" w:orient="landscape"/>'
        margins = (page.left, page.bottom, page.right, page.top)
    else:
        size = f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        margins = (page.top, page.right, page.bottom, page.left)
    top, right, bottom, left = margins
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
        '<w:footerReference w:type="even" r:id="rId5"/>'
        f'{size}<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="851" w:footer="{min(page.footer, bottom - 600)}" w:gutter="0"/>'
        f'<w:docGrid w:type="linesAndChars" w:linePitch="{page.line_pitch}" '
        f'w:charSpace="{page.character_space}"/></w:sectPr>'
    )
