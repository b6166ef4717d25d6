"""The parts of a Word file that do not depend on its content: relations, properties, settings, fonts.

Text, not DOM: these are the same for every document of a profile and are made once.
"""

from __future__ import annotations

from functools import cache

from xuequ.writers.official.paragraphs import escape
from xuequ.writers.page import Page

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
