"""What stands at fixed places of an official document: 版头, 署名 and 成文日期, 附件说明, 版记.

Places are measured from the text block, so they do not depend on the fonts a machine has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xuequ.markup.blocks import Inline, Kind, Paragraph, words
from xuequ.writers.official import boxes
from xuequ.writers.official.paragraphs import escape, paragraph
from xuequ.writers.page import Page
from xuequ.writers.widths import cells

#: How far characters stand out above a line that is exactly as high as its type, as a part of its height.
_OVERHANG = 0.034
_NAME = re.compile(r"(附件：)?\s*(?:(\d+)[.．]\s*)?(.+)", re.S)
#: Between what stands left and what stands right in a line of the 版记.
_APART = re.compile("\u3000{2,}")
_LINE, _THIN_LINE = 8, 6
"""0.35 mm and 0.25 mm, in eighths of a point."""
#: Of the 版记, in twips: a line, what a row has above and below, the paragraph that ends it.
_IMPRINT_LINE, _IMPRINT_ROW, _TINY = 400, 60, 20
#: Boxes are counted through a document; page numbers have the first two.
_IMPRINT_BOX = 3


def copy_or_grade(text: Inline, kind: Kind) -> str:
    """份号, or 密级 and 紧急程度, each on a line at the left of the first lines of the page."""
    return paragraph("CopyNumber" if kind is Kind.COPY else "Grade", text)


def mark(text: Inline, page: Page, above: int) -> str:
    """发文机关标志, its top edge 35 mm below the top of the block, whatever number of lines stands above it."""
    name = words(text)
    size = min(page.mark_size, page.text_width * 2 // (10 * max(cells(name), 1)))
    height = size * 10
    before = page.mark_top - above * page.line_pitch + round(height * _OVERHANG)
    spacing = f'<w:spacing w:before="{before}" w:line="{height}" w:lineRule="exact"/>'
    look = f'<w:rPr><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="IssuerMark"/>{spacing}</w:pPr>'
        f'<w:r>{look}<w:t xml:space="preserve">{escape(name)}</w:t></w:r></w:p>'
    )


def attached(text: Inline, first: bool, page: Page) -> str:
    """One line of 附件说明; where a name turns it goes on below its own beginning. The list stands on one page."""
    label, number, name = _NAME.match(words(text)).groups()  # type: ignore[union-attr]  # matches any text
    head = 3 * page.character
    slot = page.character if number else 0
    left = 2 * page.character + head + slot
    back = head + slot if label else slot
    spacing = f'<w:spacing w:before="{page.line_pitch}"/>' if first else ""
    layout = f'<w:keepNext/><w:keepLines/>{spacing}<w:ind w:left="{left}" w:hanging="{back}"/>'
    counted = f"{number}.\t" if number else ""
    return paragraph("AttachmentNote", f"{label or ''}{counted}{name}", layout=layout)


def signature(texts: Sequence[Inline], page: Page) -> str:
    """署名 above 成文日期: with a seal the name centred on a date four characters in, without one two in."""
    *names, date = texts
    return "".join(_signature_lines(names, date, page))


def _signature_lines(names: Sequence[Inline], date: Inline, page: Page) -> list[str]:
    texts = (*names, date)
    wide = [measured(words(text), page) for text in texts]
    places = _sealed(wide, page) if page.seal else _unsealed(wide, page)
    made = []
    for number, (text, place) in enumerate(zip(texts, places, strict=True)):
        # A seal as wide as they are, centred on the date, then has its upper edge within a line of the text.
        spacing = f'<w:spacing w:before="{page.line_pitch}"/>' if number == 0 else ""
        kept = "<w:keepNext/><w:keepLines/>" if number < len(names) else "<w:keepLines/>"
        made.append(paragraph("Signature", text, layout=f"{kept}{spacing}{place}"))
    return made


def _sealed(wide: Sequence[int], page: Page) -> list[str]:
    """All centred on the middle of a date that stands four characters in; a name too long for that pushes it in.

    They are centred by their layout, so that it holds whatever gap a program puts between digits and characters.
    """
    *names, date = wide
    away = max(4 * page.character + date // 2, max(names, default=0) // 2)
    middle = page.text_width - away
    left, right = max(2 * middle - page.text_width, 0), max(page.text_width - 2 * middle, 0)
    return [f'<w:ind w:left="{left}" w:right="{right}"/><w:jc w:val="center"/>'] * len(wide)


def _unsealed(wide: Sequence[int], page: Page) -> list[str]:
    """The date begins two characters to the right of the name, the longer of them two in from the right."""
    *names, date = wide
    widest, two = max(names, default=0), 2 * page.character
    start = page.text_width - two - max(widest, two + date)
    return [
        f'<w:ind w:left="{max(left, 0)}"/><w:jc w:val="left"/>'
        for left in (*(start for _ in names), start + two)
    ]


def measured(text: str, page: Page) -> int:
    """Width of a text in body type, in twips: digits and letters take half a character."""
    half = page.body_size * 5
    return cells(text) * half + len(text) * page.closer


def imprint(texts: Sequence[Inline], page: Page) -> str:
    """版记 in a box at the foot of the text block: a thick line above and below, thin ones between."""
    lines = [words(text) for text in texts]
    rows = "".join(_imprint_row(text, number, len(lines), page) for number, text in enumerate(lines))
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{page.text_width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{page.text_width}"/></w:tblGrid>{rows}</w:tbl>'
    )
    height = sum(_imprint_lines(text, page) * _IMPRINT_LINE + _IMPRINT_ROW for text in lines) + _TINY
    top = page.height - page.bottom - height
    # A table is not the last thing in a box: a paragraph follows, as small as there is.
    box = boxes.box(
        table + paragraph("Rule", ""),
        boxes.BoxPosition(left=page.left, top=top, width=page.text_width, height=height),
        number=_IMPRINT_BOX,
        name="版记",
        keeps_off=True,
    )
    return f'<w:p><w:pPr><w:pStyle w:val="Rule"/></w:pPr>{box}</w:p>'


def _imprint_lines(text: str, page: Page) -> int:
    """How many lines a row takes: it stands one character in on both sides, turned lines below the names."""
    character = page.number_size * 10
    free = page.text_width - 2 * character
    hanging = _hanging(text, page)
    rest = cells(text) * character // 2 - free
    return 1 + max(-(-rest // (free - hanging)), 0)


def _hanging(text: str, page: Page) -> int:
    return 3 * page.number_size * 10 if text.startswith("抄送：") else 0


def _imprint_row(text: str, number: int, count: int, page: Page) -> str:
    character = page.number_size * 10
    line = '<w:{} w:val="single" w:sz="{}" w:space="0" w:color="000000"/>'
    top = line.format("top", _LINE if number == 0 else _THIN_LINE)
    bottom = line.format("bottom", _LINE if number == count - 1 else _THIN_LINE)
    hanging = _hanging(text, page)
    layout = (
        f'<w:tabs><w:tab w:val="right" w:pos="{page.text_width - character}"/></w:tabs>'
        f'<w:ind w:left="{character + hanging}" w:right="{character}" w:hanging="{hanging}"/>'
    )
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{page.text_width}" w:type="dxa"/>'
        f"<w:tcBorders>{top}{bottom}</w:tcBorders></w:tcPr>"
        f"{paragraph('Imprint', _APART.sub(chr(9), text), layout=layout)}</w:tc></w:tr>"
    )


def gathered(blocks: Sequence[object], start: int, kind: Kind) -> tuple[Inline, ...]:
    """The texts of the paragraphs of one kind that follow one another from a place on."""
    found = []
    for block in blocks[start:]:
        if not (isinstance(block, Paragraph) and block.kind is kind):
            break
        found.append(block.text)
    return tuple(found)
