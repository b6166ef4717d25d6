"""Blocks into a Word file, as text: one format string a row, no object a cell.

python-docx is not needed to write it; the tests read every file back with it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO

from xuequ.markup.blocks import (
    Block,
    Heading,
    Inline,
    Item,
    Kind,
    Paragraph,
    Table,
    Turn,
    kept_with_next,
    words,
)
from xuequ.writers import titles
from xuequ.writers.merging import spans
from xuequ.writers.official import footers, letterhead
from xuequ.writers.official import parts as ooxml
from xuequ.writers.official.paragraphs import escape, paragraph, plain, run, runs
from xuequ.writers.official.styles import styles
from xuequ.writers.page import NATIONAL, Page
from xuequ.writers.widths import Rows, samples, shares

#: Between the cells of a row while it is escaped in one go; no text holds it (`blocks.parse` drops it).
_CELL = "\x1f"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_ATTACHMENT = re.compile(r"(附件\d*)\s+(.+)")
_KINDS = {
    Kind.BODY: "BodyText",
    Kind.QUOTE: "Quote",
    Kind.LEFT: "Flush",
    Kind.CENTER: "Centred",
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
        **{f"word/footer{number}.xml": footers.footer(page, side) for number, side in footers.NUMBERED},
        "word/settings.xml": ooxml.SETTINGS,
        "word/styles.xml": styles(page),
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


def _body(blocks: Sequence[Block], page: Page) -> Iterator[str]:
    landscape = isinstance(blocks[0], Turn) and blocks[0].landscape if blocks else False
    last = ""
    for made, turned in _chunks(blocks, page, landscape):
        if turned is None:
            yield last
            last = made
            continue
        # The section ends with its last paragraph: an empty one more might fall on a page of its own.
        yield _with_section(last, _section(page, landscape))
        last, landscape = "", turned
    yield last
    yield _section(page, landscape)


def _with_section(text: str, section: str) -> str:
    if not text.endswith("</w:p>"):
        return f"{text}<w:p><w:pPr>{section}</w:pPr></w:p>"
    before, end, after = text.rpartition("</w:pPr>")
    return f"{before}{section}{end}{after}"


def _chunks(blocks: Sequence[Block], page: Page, landscape: bool) -> Iterator[tuple[str, bool | None]]:
    """Markup piece by piece; with a bool where the pages turn."""
    head = titled = done = 0
    alike = samples(blocks)
    for number, block in enumerate(blocks):
        if number < done:
            continue
        match block:
            case Heading(1):
                yield _title(block, page, titled, head, landscape), None
                titled += 1
            case Heading():
                yield _heading(block, page, landscape), None
            case Paragraph(text, Kind.COPY | Kind.GRADE as kind):
                yield letterhead.copy_or_grade(text, kind), None
                head += 1
            case Paragraph(text, Kind.MARK):
                yield letterhead.mark(text, page, head), None
            case Paragraph(text, Kind.REFERENCE):
                yield paragraph("Reference", text), None
                head = -1
            case Paragraph(_, Kind.RIGHT | Kind.IMPRINT | Kind.ATTACHED as kind):
                texts = letterhead.gathered(blocks, number, kind)
                yield _group(kind, texts, page), None
                done = number + len(texts)
            case Paragraph(text, kind):
                kept = "<w:keepNext/>" if kept_with_next(blocks, number) else ""
                yield paragraph(_KINDS[kind], text, layout=kept), None
            case Item():
                yield _item(block), None
            case Table():
                width = page.text_width_landscape if landscape else page.text_width
                last = number + 1 == len(blocks) or isinstance(blocks[number + 1], Turn)
                yield "".join(_table(block, alike[block.head], page, width, last)), None
            case Turn() if block.landscape != landscape:
                landscape = block.landscape
                yield "", landscape


def _group(kind: Kind, texts: Sequence[Inline], page: Page) -> str:
    if kind is Kind.RIGHT:
        return letterhead.signature(texts, page)
    if kind is Kind.ATTACHED:
        return "".join(letterhead.attached(text, n == 0, page) for n, text in enumerate(texts))
    return letterhead.imprint(texts, page)


def _title(heading: Heading, page: Page, before: int, head: int, landscape: bool) -> str:
    """A title; the second of a document is that of a text it encloses, which begins a page."""
    layout = ""
    if before:
        layout = f'<w:pageBreakBefore/><w:spacing w:before="{2 * page.line_pitch}"/>'
    elif head < 0:
        layout = f'<w:spacing w:before="{2 * page.line_pitch}"/>'
    return paragraph("Title", _broken(heading.text, page, landscape), layout=layout)


def _broken(text: Inline, page: Page, landscape: bool = False) -> Inline:
    """A title over several lines, broken by its sense."""
    width = page.text_width_landscape if landscape else page.text_width
    return "\n".join(titles.lines(words(text), width // (page.title_size * 10)))


def _heading(heading: Heading, page: Page, landscape: bool) -> str:
    """A heading in its style; that of an attachment opens a page, its number above its title."""
    attached = _ATTACHMENT.match(words(heading.text)) if heading.level == 2 else None
    if attached is None:
        return paragraph(_STYLES[heading.level], heading.text)
    mark = paragraph("AttachmentMark", attached[1], layout="<w:pageBreakBefore/>")
    return mark + paragraph("AttachmentTitle", _broken(attached[2], page, landscape))


def _item(item: Item) -> str:
    inset = (
        f'<w:ind w:leftChars="{200 * (item.depth - 1)}" w:firstLineChars="200"/>' if item.depth > 1 else ""
    )
    return paragraph("ListParagraph", item.text, layout=inset, before=item.marker)


def _table(table: Table, alike: Rows, page: Page, width: int, last: bool) -> Iterator[str]:
    """A table; `alike` are rows of all tables of its head, and the `last` has nothing on its pages behind it."""
    columns = shares(table.head, alike, width, cell=page.table_size * 5, gap=320)
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{width}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    head = _row_format(columns, ["TableHead"] * len(columns), "<w:tblHeader/>", [1] * len(columns))
    yield head % tuple(run(words(cell), "") for cell in table.head)
    yield from _rows(table, columns, _styles_of(alike, len(columns)))
    # Word joins two tables that touch, and wants a paragraph after the last one; there it must not need a page.
    yield f'</w:tbl><w:p><w:pPr><w:pStyle w:val="{"Rule" if last else "TableText"}"/></w:pPr></w:p>'


def _rows(table: Table, columns: Sequence[int], styles: Sequence[str]) -> Iterator[str]:
    """The rows under the head; those that are joined alike have one format string."""
    formats: dict[tuple[int, ...], str] = {}
    for row, joined in zip(table.rows, spans(table.rows), strict=True):
        pattern = tuple(min(each, 2) for each in joined)
        if pattern not in formats:
            formats[pattern] = _row_format(columns, styles, "", pattern)
        shown = [cell for cell, each in zip(row, joined, strict=True) if each]
        yield formats[pattern] % tuple(_plain_runs(shown) if table.plain else map(runs, shown))


def _plain_runs(cells: Sequence[Inline]) -> Iterator[str]:
    """Unmarked cells as runs, escaped in one go."""
    escaped = plain(_CELL.join(cells)).split(_CELL)  # type: ignore[arg-type]  # of a plain table all are `str`
    return (f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in escaped)


def _styles_of(rows: Rows, columns: int) -> list[str]:
    """Columns of short marks and numbers are centred, those of words are not."""
    return [
        "TableMark" if all(len(words(row[number])) <= 4 for row in rows) else "TableText"
        for number in range(columns)
    ]


#: By how many rows a cell goes over: none (one above does), its own, more.
_MERGED = ("<w:vMerge/>", "", '<w:vMerge w:val="restart"/>')


def _row_format(columns: Sequence[int], styles: Sequence[str], properties: str, joined: Sequence[int]) -> str:
    """A row as a format string with a place for the runs of each cell that is not part of one above."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{column}" w:type="dxa"/>{_MERGED[each]}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"%s" if each else ""}</w:p></w:tc>'
        for column, style, each in zip(columns, styles, joined, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>"


def _section(page: Page, landscape: bool) -> str:
    """The end of a section. A page on its side is an upright one turned, its left edge now on top."""
    if landscape:
        size = f'<w:pgSz w:w="{page.height}" w:h="{page.width}" w:orient="landscape"/>'
        margins = (page.left, page.top, page.right, page.bottom)
        ids = ("rId6", "rId7")
    else:
        size = f'<w:pgSz w:w="{page.width}" w:h="{page.height}"/>'
        margins = (page.top, page.right, page.bottom, page.left)
        ids = ("rId4", "rId5")
    top, right, bottom, left = margins
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{ids[0]}"/>'
        f'<w:footerReference w:type="even" r:id="{ids[1]}"/>'
        f'{size}<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="851" w:footer="{footers.distance(page, bottom)}" w:gutter="0"/>'
        f'<w:docGrid w:type="linesAndChars" w:linePitch="{page.line_pitch}" '
        f'w:charSpace="{page.character_space}"/></w:sectPr>'
    )
