"""Page numbers: — 1 — on the outer edge, and in the same place of the sheet where a page lies on its side."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from xuequ.documents.ooxml import NAMESPACE, PROLOGUE, fonts
from xuequ.documents.page import Numbers, Page


class Side(StrEnum):
    """Which pages a footer is for."""

    ODD = "odd"
    EVEN = "even"
    ODD_TURNED = "odd turned"
    EVEN_TURNED = "even turned"


#: Number of the part and the pages it is for.
NUMBERED = tuple(enumerate(Side, 1))
#: A number with its dashes is at most this wide: seven characters of size 4.
_WIDTH = 1960
_DRAWING = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
#: English metric units in a twip.
_EMU = 635


def distance(page: Page, bottom: int) -> int:
    """From the lower edge of the paper to the footer: its line begins the gap below the text block."""
    return max(bottom - page.number_gap - page.number_size * 10, 300)


@cache
def footer(page: Page, side: Side) -> str:
    """One footer part."""
    if page.numbers is Numbers.NONE:
        inner = '<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p>'
    elif side in (Side.ODD, Side.EVEN):
        inner = _paragraph(page, _layout(page, side), _number(page))
    else:
        inner = _paragraph(page, "", _turned(page, side))
    return f"{PROLOGUE}<w:ftr {NAMESPACE} {_DRAWING}>{inner}</w:ftr>"


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
    left = page.bottom - page.number_gap - height
    top = _top(page, side)
    text = _paragraph(page, _layout(page, side).replace('Chars="100"', 'Chars="0"'), _number(page))
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"{_anchor(side, left, top, height)}{_box(text)}"
        "</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _top(page: Page, side: Side) -> int:
    """An odd number ends one character from the lower edge of the block, an even one begins one from the upper."""
    if page.numbers is Numbers.CENTRE:
        return page.left + (page.text_width - _WIDTH) // 2
    return page.left if side is Side.EVEN_TURNED else page.width - page.right - _WIDTH


def _anchor(side: Side, left: int, top: int, across: int) -> str:
    number = 1 if side is Side.ODD_TURNED else 2
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{left * _EMU}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{top * _EMU}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{across * _EMU}" cy="{_WIDTH * _EMU}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{number}" name="页码{number}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{across * _EMU}" cy="{_WIDTH * _EMU}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>'
    )


def _box(text: str) -> str:
    return (
        f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr vert="vert" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t" '
        'anchorCtr="0"><a:noAutofit/></wps:bodyPr></wps:wsp></a:graphicData></a:graphic>'
    )
