"""Page numbers: — 1 — on the outer edge, and in the same place of the sheet where a page lies on its side."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from xuequ.writers.official import boxes
from xuequ.writers.official.parts import DRAWING, NAMESPACE, PROLOGUE, fonts
from xuequ.writers.page import Numbers, Page


class Side(StrEnum):
    """Which pages a footer is for."""

    ODD = "odd"
    EVEN = "even"
    ODD_TURNED = "odd turned"
    EVEN_TURNED = "even turned"


#: Number of the part and the pages it is for.
NUMBERED = tuple(enumerate(Side, 1))
#: Word and LibreOffice set a line as high as its type a millimetre apart; this is half of it.
_BETWEEN = 30
#: A number with its dashes is at most this wide: seven characters of size 4.
_WIDTH = 1960


def distance(page: Page, bottom: int) -> int:
    """From the lower edge of the paper to the footer: its line begins the gap below the text block."""
    return max(bottom - page.number_gap - page.number_size * 10 - _BETWEEN, 300)


@cache
def footer(page: Page, side: Side) -> str:
    """One footer part."""
    if page.numbers is Numbers.NONE:
        inner = '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p>'
    elif side in (Side.ODD, Side.EVEN):
        inner = _paragraph(page, _layout(page, side), _number(page))
    else:
        inner = _paragraph(page, "", _turned(page, side))
    return f"{PROLOGUE}<w:ftr {NAMESPACE} {DRAWING}>{inner}</w:ftr>"


def _paragraph(page: Page, layout: str, inner: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Footer"/>{layout}</w:pPr>{inner}</w:p>'


def _layout(page: Page, side: Side) -> str:
    if page.numbers is Numbers.CENTRE:
        return '<w:jc w:val="center"/>'
    inset = page.number_size * 10
    if side in (Side.EVEN, Side.EVEN_TURNED):
        return f'<w:ind w:leftChars="100" w:left="{inset}"/><w:jc w:val="left"/>'
    return f'<w:ind w:rightChars="100" w:right="{inset}"/><w:jc w:val="right"/>'


def _number(page: Page) -> str:
    size = f'<w:sz w:val="{page.number_size}"/><w:szCs w:val="{page.number_size}"/>'
    look = f"<w:rPr>{fonts(page.digits, page.digits)}{size}</w:rPr>"
    field = "".join(
        f"<w:r>{look}{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    dash = f'<w:r>{look}<w:t xml:space="preserve">{{}}</w:t></w:r>'
    return f"{dash.format('— ')}{field}{dash.format(' —')}"


def _turned(page: Page, side: Side) -> str:
    """A box in the margin at the left: what is the foot of the sheet once it is bound among upright ones."""
    height = page.number_size * 10
    left = page.bottom - page.number_gap - height - _BETWEEN
    text = _paragraph(page, _layout(page, side), _number(page))
    place = boxes.BoxPosition(left=left, top=_top(page, side), width=height, height=_WIDTH)
    number = 1 if side is Side.ODD_TURNED else 2
    return boxes.box(text, place, number=number, name=f"页码{number}", turned=True)


def _top(page: Page, side: Side) -> int:
    """An odd number ends one character from the lower edge of the block, an even one begins one from the upper."""
    if page.numbers is Numbers.CENTRE:
        return page.left + (page.text_width - _WIDTH) // 2
    return page.left if side is Side.EVEN_TURNED else page.width - page.right - _WIDTH
