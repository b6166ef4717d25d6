"""The parts of a Word file that do not depend on its content: styles, settings, fonts, page numbers.

Text, not DOM: these are the same for every document of a profile and are made once.
"""

from __future__ import annotations

from functools import cache

from xuequ.documents.page import Page
from xuequ.documents.paragraphs import escape

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DOCUMENT_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

CONTENT_TYPES = (
    f'{PROLOGUE}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_DOCUMENT_TYPES}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_DOCUMENT_TYPES}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_DOCUMENT_TYPES}.settings+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_DOCUMENT_TYPES}.fontTable+xml"/>'
    + "".join(
        f'<Override PartName="/word/footer{number}.xml" ContentType="{_DOCUMENT_TYPES}.footer+xml"/>'
        for number in range(1, 5)
    )
    + '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)

PACKAGE_RELATIONS = (
    f'{PROLOGUE}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)

DOCUMENT_RELATIONS = (
    f'{PROLOGUE}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATIONS}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_RELATIONS}/fontTable" Target="fontTable.xml"/>'
    + "".join(
        f'<Relationship Id="rId{number + 3}" Type="{_RELATIONS}/footer" Target="footer{number}.xml"/>'
        for number in range(1, 5)
    )
    + "</Relationships>"
)

#: No gap is put between a digit and a character: what stands at a place of its own has the width it counts.
_TIGHT = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'

#: Pages are numbered on their outer edge, so odd and even ones have footers of their own.
SETTINGS = (
    f"{PROLOGUE}<w:settings {NAMESPACE}><w:evenAndOddHeaders/>"
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    "<w:compat><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)

#: What drawings in a part need to be named.
DRAWING = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
DOCUMENT_OPEN = f"{PROLOGUE}<w:document {NAMESPACE} {_R} {DRAWING}><w:body>"
DOCUMENT_CLOSE = "</w:body></w:document>"


def core(title: str, author: str, issued: str) -> str:
    """The properties of the file; `issued` (an ISO date) stands for the clock, which is never read."""
    return (
        f'{PROLOGUE}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{issued}T00:00:00Z</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{issued}T00:00:00Z</dcterms:modified>'
        "</cp:coreProperties>"
    )


@cache
def font_table(page: Page) -> str:
    """The fonts by name, each with those to use where it is missing."""
    named = {
        page.body: (page.body_fonts, "roman"),
        page.title: (page.title_fonts, "roman"),
        page.first: (page.first_fonts, "swiss"),
        page.second: (page.second_fonts, "script"),
        page.digits: (page.digit_fonts, "roman"),
        page.latin: (page.latin_fonts, "roman"),
    }
    fonts = "".join(_font(name, others[1:], family) for name, (others, family) in named.items())
    return f"{PROLOGUE}<w:fonts {NAMESPACE}>{fonts}</w:fonts>"


def _font(name: str, instead: tuple[str, ...], family: str) -> str:
    others = f'<w:altName w:val="{escape(",".join(instead))}"/>' if instead else ""
    return f'<w:font w:name="{escape(name)}">{others}<w:family w:val="{family}"/></w:font>'


def fonts(east_asian: str, latin: str) -> str:
    """The fonts of a run; no attribute names a theme, which would go before them."""
    east_asian, latin = escape(east_asian), escape(latin)
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east_asian}" '
        f'w:cs="{latin}" w:hint="eastAsia"/>'
    )


@cache
def styles(page: Page) -> str:
    """The styles. Their names are Word's own where it has one: that is how it knows a heading."""
    body = f'<w:sz w:val="{page.body_size}"/><w:szCs w:val="{page.body_size}"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(page.body, page.latin)}{body}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    return f"{PROLOGUE}<w:styles {NAMESPACE}>{defaults}{''.join(_each_style(page))}</w:styles>"


def _each_style(page: Page) -> list[str]:
    closer = f'<w:spacing w:val="{page.closer}"/>'
    two_in = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    table = f'<w:sz w:val="{page.table_size}"/><w:szCs w:val="{page.table_size}"/>'
    own_spacing = (
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        '<w:snapToGrid w:val="0"/><w:spacing w:line="320" w:lineRule="exact"/>'
    )
    large = (
        f'<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="{page.line_pitch}" '
        f'w:line="{page.title_size * 15}" w:lineRule="exact"/>'
    )
    before_none, before_line = 'w:before="0"', f'w:before="{page.line_pitch}"'
    title_size = f'<w:sz w:val="{page.title_size}"/><w:szCs w:val="{page.title_size}"/>'
    return [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        '<w:pPr><w:overflowPunct/><w:jc w:val="both"/></w:pPr></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/>'
        '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        _style(
            "Title",
            "Title",
            f'<w:keepNext/>{large}<w:jc w:val="center"/>',
            fonts(page.title, page.latin) + title_size,
            following="BodyText",
        ),
        *(_heading(page, level) for level in range(1, 5)),
        _style("BodyText", "Body Text", two_in, closer),
        _style("Quote", "Quote", two_in, fonts(page.second, page.latin) + closer),
        _style("ListParagraph", "List Paragraph", two_in, closer),
        _style("Flush", "主送机关", '<w:jc w:val="left"/>', closer),
        _style("Centred", "题注", '<w:spacing w:after="290"/><w:jc w:val="center"/>', closer),
        _style("Signature", "署名", f'{_TIGHT}<w:jc w:val="right"/>', closer),
        *_fixed_places(page, closer),
        _style(
            "AttachmentMark",
            "附件序号",
            f'{_TIGHT}<w:jc w:val="left"/>',
            fonts(page.first, page.latin) + closer,
        ),
        _style(
            "AttachmentTitle",
            "附件标题",
            f"<w:keepNext/>{large.replace(before_none, before_line)}"
            '<w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
            fonts(page.title, page.latin) + title_size,
            following="BodyText",
        ),
        _style("TableText", "表格文字", f'{own_spacing}<w:jc w:val="left"/>', table),
        _style("TableMark", "表格居中", f'{own_spacing}<w:jc w:val="center"/>', table),
        _style(
            "TableHead",
            "表头",
            f'<w:keepNext/>{own_spacing}<w:jc w:val="center"/>',
            fonts(page.first, page.latin) + table,
        ),
        _style(
            "Footer",
            "footer",
            f'<w:snapToGrid w:val="0"/><w:spacing w:line="{page.number_size * 10}" w:lineRule="exact"/>',
            f'<w:sz w:val="{page.number_size}"/><w:szCs w:val="{page.number_size}"/>',
        ),
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + "</w:tblBorders></w:tblPr></w:style>",
    ]


def _heading(page: Page, level: int) -> str:
    font = {1: page.first, 2: page.second}.get(level, page.body)
    bold = "<w:b/><w:bCs/>" if level == 3 else ""
    layout = (
        f'<w:keepNext/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:outlineLvl w:val="{level - 1}"/>'
    )
    look = f'{fonts(font, page.latin)}{bold}<w:spacing w:val="{page.closer}"/>'
    return _style(f"Heading{level}", f"heading {level}", layout, look, following="BodyText")


def _style(identity: str, name: str, layout: str, look: str, following: str = "") -> str:
    then = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{then}<w:qFormat/>'
        f"<w:pPr>{layout}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def _fixed_places(page: Page, closer: str) -> list[str]:
    """What has a place of its own on the page: the head, the note of attachments, the foot."""
    red = '<w:color w:val="FF0000"/>'
    size = page.body_size * 10
    number = page.number_size
    line_below = (
        f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="{min(page.red_gap // 20 - 1, 31)}" '
        'w:color="FF0000"/></w:pBdr>'
    )
    return [
        _style("CopyNumber", "份号", '<w:jc w:val="left"/>', closer),
        _style("Grade", "密级和紧急程度", '<w:jc w:val="left"/>', fonts(page.first, page.latin) + closer),
        _style(
            "IssuerMark",
            "发文机关标志",
            '<w:snapToGrid w:val="0"/><w:jc w:val="center"/>',
            fonts(page.title, page.latin) + red,
            following="Reference",
        ),
        _style(
            "Reference",
            "发文字号",
            f'{line_below}{_TIGHT}<w:snapToGrid w:val="0"/><w:spacing w:before="{2 * page.line_pitch}" '
            f'w:line="{size}" w:lineRule="exact"/><w:jc w:val="center"/>',
            closer,
            following="Title",
        ),
        _style("AttachmentNote", "附件说明", '<w:jc w:val="left"/>', closer),
        _style(
            "Imprint",
            "版记",
            f'{_TIGHT}<w:snapToGrid w:val="0"/><w:spacing w:before="30" w:after="30" w:line="400" w:lineRule="exact"/>'
            '<w:jc w:val="left"/>',
            f'<w:sz w:val="{number}"/><w:szCs w:val="{number}"/>',
        ),
        _style(
            "Rule",
            "分隔线",
            '<w:snapToGrid w:val="0"/><w:spacing w:line="20" w:lineRule="exact"/>',
            '<w:sz w:val="2"/><w:szCs w:val="2"/>',
        ),
    ]
