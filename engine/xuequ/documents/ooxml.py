"""The parts of a Word file that do not depend on its content: styles, settings, fonts, page numbers.

Text, not DOM: these are the same for every document of a profile and are made once.
"""

from __future__ import annotations

from functools import cache

from xuequ.documents.page import Page

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DOCUMENT_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

#: What is put in place of a font the reader's machine lacks: name, alternative, family, is it fixed width.
_FALLBACKS = {
    "仿宋_GB2312": ("仿宋", "roman"),
    "楷体_GB2312": ("楷体", "script"),
    "方正小标宋简体": ("宋体", "roman"),
    "黑体": ("微软雅黑", "swiss"),
    "宋体": ("Songti SC", "roman"),
    "Times New Roman": ("Liberation Serif", "roman"),
}

CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_DOCUMENT_TYPES}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_DOCUMENT_TYPES}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_DOCUMENT_TYPES}.settings+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_DOCUMENT_TYPES}.fontTable+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_DOCUMENT_TYPES}.footer+xml"/>'
    f'<Override PartName="/word/footer2.xml" ContentType="{_DOCUMENT_TYPES}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)

PACKAGE_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)

DOCUMENT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_RELATIONS}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_RELATIONS}/fontTable" Target="fontTable.xml"/>'
    f'<Relationship Id="rId4" Type="{_RELATIONS}/footer" Target="footer1.xml"/>'
    f'<Relationship Id="rId5" Type="{_RELATIONS}/footer" Target="footer2.xml"/></Relationships>'
)

#: Pages are numbered on their outer edge, so odd and even ones have footers of their own.
SETTINGS = (
    f"{_HEAD}<w:settings {_W}><w:evenAndOddHeaders/>"
    '<w:characterSpacingControl w:val="compressPunctuation"/>'
    "<w:compat><w:balanceSingleByteDoubleByteWidth/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
    'w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
)

DOCUMENT_OPEN = f"{_HEAD}<w:document {_W} {_R}><w:body>"
DOCUMENT_CLOSE = "</w:body></w:document>"


def core(title: str, author: str, issued: str) -> str:
    """The properties of the file; `issued` (an ISO date) stands for the clock, which is never read."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{issued}T00:00:00Z</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{issued}T00:00:00Z</dcterms:modified>'
        "</cp:coreProperties>"
    )


@cache
def font_table(page: Page) -> str:
    """The fonts by name, each with the one to use where it is missing."""
    names = dict.fromkeys((page.body, page.title, page.first, page.second, page.digits, page.latin))
    fonts = "".join(_font(name) for name in names)
    return f"{_HEAD}<w:fonts {_W}>{fonts}</w:fonts>"


def _font(name: str) -> str:
    instead, family = _FALLBACKS.get(name, ("宋体", "auto"))
    return f'<w:font w:name="{name}"><w:altName w:val="{instead}"/><w:family w:val="{family}"/></w:font>'


@cache
def footer(page: Page, even: bool) -> str:
    """The page number between dashes: right on odd pages, left on even ones, one character in."""
    side = 'w:jc w:val="left"' if even else 'w:jc w:val="right"'
    indent = 'w:leftChars="100" w:left="280"' if even else 'w:rightChars="100" w:right="280"'
    fonts = _fonts(page.digits, page.digits)
    size = f'<w:sz w:val="{page.number_size}"/><w:szCs w:val="{page.number_size}"/>'
    look = f"<w:rPr>{fonts}{size}</w:rPr>"
    number = (
        f'<w:r>{look}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{look}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="separate"/></w:r><w:r>{look}<w:t>1</w:t></w:r>'
        f'<w:r>{look}<w:fldChar w:fldCharType="end"/></w:r>'
    )
    dash = f'<w:r>{look}<w:t xml:space="preserve">{{}}</w:t></w:r>'
    return (
        f'{_HEAD}<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:ind {indent}/><{side}/></w:pPr>'
        f"{dash.format('— ')}{number}{dash.format(' —')}</w:p></w:ftr>"
    )


def _fonts(east_asian: str, latin: str) -> str:
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east_asian}" '
        f'w:cs="{latin}" w:hint="eastAsia"/>'
    )


@cache
def styles(page: Page) -> str:
    """The styles. Their names are Word's own where it has one: that is how it knows a heading."""
    body = f'<w:sz w:val="{page.body_size}"/><w:szCs w:val="{page.body_size}"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(page.body, page.latin)}{body}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    return f"{_HEAD}<w:styles {_W}>{defaults}{''.join(_each_style(page))}</w:styles>"


def _each_style(page: Page) -> list[str]:
    closer = f'<w:spacing w:val="{page.closer}"/>'
    two_in = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    table = f'<w:sz w:val="{page.table_size}"/><w:szCs w:val="{page.table_size}"/>'
    own_spacing = (
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        '<w:snapToGrid w:val="0"/><w:spacing w:line="320" w:lineRule="exact"/>'
    )
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
            '<w:spacing w:before="0" w:after="580" w:line="680" w:lineRule="exact"/><w:jc w:val="center"/>',
            _fonts(page.title, page.latin) + title_size,
            following="BodyText",
        ),
        *(_heading(page, level) for level in range(1, 5)),
        _style("BodyText", "Body Text", two_in, closer),
        _style("Quote", "Quote", two_in, _fonts(page.second, page.latin) + closer),
        _style("ListParagraph", "List Paragraph", two_in, closer),
        _style("Flush", "主送机关", '<w:jc w:val="left"/>', closer),
        _style("Centred", "题注", '<w:spacing w:after="290"/><w:jc w:val="center"/>', closer),
        _style(
            "Signature", "署名", '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>', closer
        ),
        _style("AttachmentMark", "附件序号", '<w:jc w:val="left"/>', _fonts(page.first, page.latin)),
        _style(
            "AttachmentTitle",
            "附件标题",
            '<w:keepNext/><w:spacing w:before="290" w:after="290" w:line="680" w:lineRule="exact"/>'
            '<w:jc w:val="center"/><w:outlineLvl w:val="0"/>',
            _fonts(page.title, page.latin) + title_size,
            following="BodyText",
        ),
        _style("TableText", "表格文字", f'{own_spacing}<w:jc w:val="left"/>', table),
        _style("TableMark", "表格居中", f'{own_spacing}<w:jc w:val="center"/>', table),
        _style(
            "TableHead",
            "表头",
            f'<w:keepNext/>{own_spacing}<w:jc w:val="center"/>',
            _fonts(page.first, page.latin) + table,
        ),
        _style("Footer", "footer", '<w:snapToGrid w:val="0"/>', '<w:sz w:val="28"/><w:szCs w:val="28"/>'),
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
    look = f'{_fonts(font, page.latin)}{bold}<w:spacing w:val="{page.closer}"/>'
    return _style(f"Heading{level}", f"heading {level}", layout, look, following="BodyText")


def _style(identity: str, name: str, layout: str, look: str, following: str = "") -> str:
    then = f'<w:next w:val="{following}"/>' if following else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/>{then}<w:qFormat/>'
        f"<w:pPr>{layout}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )
