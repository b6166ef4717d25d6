"""The styles of a Word file: what every element of an official document looks like.

Their names are Word's own where it has one: that is how it knows a heading.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from xuequ.writers.official.parts import NAMESPACE, PROLOGUE, fonts
from xuequ.writers.page import Page

_LEFT, _CENTRE, _RIGHT = ('<w:jc w:val="left"/>', '<w:jc w:val="center"/>', '<w:jc w:val="right"/>')
#: No gap is put between a digit and a character: what stands at a place of its own has the width it counts.
_TIGHT = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
_OFF_GRID = '<w:snapToGrid w:val="0"/>'
_TWO_IN = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_OF_TABLES = f'{_TIGHT}{_OFF_GRID}<w:spacing w:line="320" w:lineRule="exact"/>'
#: What everything else is based on, and the frame of tables.
_GIVEN = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:widowControl w:val="0"/><w:overflowPunct/><w:jc w:val="both"/></w:pPr></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
    '<w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
    '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>",
)


@cache
def styles(page: Page) -> str:
    """The part with all of them."""
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(page.body, page.latin)}{_size(page.body_size)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    each = (*_GIVEN, *_of_text(page), *_of_the_head(page), *_of_attachments(page), *_small(page))
    return f"{PROLOGUE}<w:styles {NAMESPACE}>{defaults}{''.join(each)}</w:styles>"


def _of_text(page: Page) -> Iterator[str]:
    """Title, headings, paragraphs, signature."""
    closer = _closer(page)
    title = f"<w:keepNext/>{_large(page, 0)}{_CENTRE}"
    yield _style("Title", "Title", title, _of_titles(page), following="BodyText")
    yield from (_heading(page, level) for level in range(1, 5))
    yield _style("BodyText", "Body Text", _TWO_IN, closer)
    yield _style("Quote", "Quote", _TWO_IN, fonts(page.second, page.latin) + closer)
    yield _style("ListParagraph", "List Paragraph", _TWO_IN, closer)
    yield _style("Flush", "主送机关", _LEFT, closer)
    yield _style("Centred", "题注", f'<w:spacing w:after="290"/>{_CENTRE}', closer)
    yield (
        '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/>'
        f"<w:qFormat/><w:rPr>{fonts(page.second, page.latin)}</w:rPr></w:style>"
    )
    yield _style("Signature", "署名", f"{_TIGHT}{_RIGHT}", closer)


def _of_the_head(page: Page) -> Iterator[str]:
    """版头: what stands above the title, to the red line."""
    closer = _closer(page)
    yield _style("CopyNumber", "份号", _LEFT, closer)
    yield _style("Grade", "密级和紧急程度", _LEFT, fonts(page.first, page.latin) + closer)
    red = fonts(page.title, page.latin) + '<w:color w:val="FF0000"/>'
    yield _style("IssuerMark", "发文机关标志", f"{_OFF_GRID}{_CENTRE}", red, following="Reference")
    # The feet of characters stand about a point above their line; Word counts this space in whole points.
    line = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="{min(page.red_gap // 20 - 1, 31)}" '
        'w:color="FF0000"/></w:pBdr>'
    )
    spacing = (
        f'<w:spacing w:before="{2 * page.line_pitch}" w:line="{page.body_size * 10}" w:lineRule="exact"/>'
    )
    layout = f"{line}{_TIGHT}{_OFF_GRID}{spacing}{_CENTRE}"
    yield _style("Reference", "发文字号", layout, closer, following="Title")


def _of_attachments(page: Page) -> Iterator[str]:
    """附件说明, and what an attachment begins with."""
    closer = _closer(page)
    yield _style("AttachmentNote", "附件说明", _LEFT, closer)
    heiti = fonts(page.first, page.latin)
    yield _style("AttachmentMark", "附件序号", f"{_TIGHT}{_LEFT}", heiti + closer)
    title = f'<w:keepNext/>{_large(page, page.line_pitch)}{_CENTRE}<w:outlineLvl w:val="0"/>'
    yield _style("AttachmentTitle", "附件标题", title, _of_titles(page), following="BodyText")


def _small(page: Page) -> Iterator[str]:
    """Tables, 版记, page numbers: they have spacing of their own."""
    table, number = _size(page.table_size), _size(page.number_size)
    yield _style("TableText", "表格文字", f"{_OF_TABLES}{_LEFT}", table)
    yield _style("TableMark", "表格居中", f"{_OF_TABLES}{_CENTRE}", table)
    head = fonts(page.first, page.latin) + table
    yield _style("TableHead", "表头", f"<w:keepNext/>{_OF_TABLES}{_CENTRE}", head)
    spacing = '<w:spacing w:before="30" w:after="30" w:line="400" w:lineRule="exact"/>'
    yield _style("Imprint", "版记", f"{_TIGHT}{_OFF_GRID}{spacing}{_LEFT}", number)
    yield _style("Rule", "分隔线", f'{_OFF_GRID}<w:spacing w:line="20" w:lineRule="exact"/>', _size(2))
    line = f'<w:spacing w:line="{page.number_size * 10}" w:lineRule="exact"/>'
    yield _style("Footer", "footer", f"{_OFF_GRID}{line}", number)


def _closer(page: Page) -> str:
    return f'<w:spacing w:val="{page.closer}"/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _of_titles(page: Page) -> str:
    return fonts(page.title, page.latin) + _size(page.title_size)


def _large(page: Page, before: int) -> str:
    return (
        f'{_OFF_GRID}<w:spacing w:before="{before}" w:after="{page.line_pitch}" '
        f'w:line="{page.title_size * 15}" w:lineRule="exact"/>'
    )


def _heading(page: Page, level: int) -> str:
    font = {1: page.first, 2: page.second}.get(level, page.body)
    bold = "<w:b/><w:bCs/>" if level == 3 else ""
    layout = f'<w:keepNext/>{_TWO_IN}<w:outlineLvl w:val="{level - 1}"/>'
    look = f"{fonts(font, page.latin)}{bold}{_closer(page)}"
    return _style(f"Heading{level}", f"heading {level}", layout, look, following="BodyText")


def _style(identity: str, name: str, layout: str, look: str, following: str = "") -> str:
    then = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{then}<w:qFormat/>'
        f"<w:pPr>{layout}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )
