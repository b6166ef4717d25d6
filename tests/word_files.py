"""Small Word files for tests, from what stands in them; and what a filled one says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZipFile

from lxml import etree

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = f"{{{_MAIN}}}"
NAMESPACES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}/relationships" xmlns:m="{_OFFICE}/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
#: Parts beside the text: how each is called inside, and its name.
_ROOTS = {
    "header": "hdr",
    "footer": "ftr",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
}
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SECTION = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'


def run(text: str) -> str:
    """A run."""
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*texts: str, about: str = "") -> str:
    """A paragraph of runs; `about` are its properties."""
    return f"<w:p><w:pPr>{about}</w:pPr>{''.join(each if each[:1] == '<' else run(each) for each in texts)}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells with a paragraph each, or what XML a cell is given."""
    grid = "".join('<w:gridCol w:w="3000"/>' for _ in rows[0])
    held = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{held}</w:tbl>"


def _cell(content: str) -> str:
    return f"<w:tc><w:tcPr/>{content if content[:1] == '<' else p(content)}</w:tc>"


def word(*body: str, kind: str = "document.main", **parts: str) -> bytes:
    """A Word file with that text; `parts` are the contents of a header and the like."""
    files = {"word/document.xml": _part("document", f"<w:body>{''.join(body)}<w:sectPr/></w:body>")}
    types, relations = _override("word/document.xml", f"{_WORD}.{kind}"), ""
    for name, content in parts.items():
        if name == "properties":
            files["docProps/core.xml"] = content
            types += _override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties")
        else:
            files[f"word/{name}.xml"] = _part(_ROOTS[name], content)
            types += _override(f"word/{name}.xml", f"{_WORD}.{name}")
            relations += _relation(name, f"{name}.xml")
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>'
    )
    files["_rels/.rels"] = _relations(_relation("officeDocument", "word/document.xml"))
    files["word/_rels/document.xml.rels"] = _relations(relations)
    return zipped(files)


def with_part(data: bytes, name: str, kind: str, content: bytes) -> bytes:
    """The file with one more part."""
    members = unzipped(data)
    types = members["[Content_Types].xml"].replace(b"</Types>", f"{_override(name, kind)}</Types>".encode())
    return zipped({**members, "[Content_Types].xml": types, name: content})


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Files in an archive."""
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The files of an archive."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _override(name: str, kind: str) -> str:
    return f'<Override PartName="/{name}" ContentType="{kind}+xml"/>'


def _relation(kind: str, target: str) -> str:
    return f'<Relationship Id="{kind}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'


def _part(root: str, content: str) -> str:
    return f"<w:{root} {NAMESPACES}>{content}</w:{root}>"


def _relations(content: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{content}</Relationships>'


def root_of(data: bytes, name: str = "document") -> etree._Element:
    """A part of a file as a tree."""
    return etree.fromstring(unzipped(data)[f"word/{name}.xml"])


def said(element: etree._Element) -> str:
    """The text in an element."""
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def texts(data: bytes, name: str = "document") -> list[str]:
    """The paragraphs of a part."""
    return [said(each) for each in root_of(data, name).iter(f"{W}p")]


def rows(data: bytes) -> list[list[str]]:
    """The rows of all tables, cell by cell."""
    return [[said(cell) for cell in row.iter(f"{W}tc")] for row in root_of(data).iter(f"{W}tr")]


def unsound(data: bytes) -> Iterator[str]:
    """What Word would not open: cells and notes without a paragraph, tables without rows, texts in texts."""
    for name, xml in unzipped(data).items():
        if name.startswith("word/") and name.endswith(".xml"):
            root = etree.fromstring(xml)
            needy = ("hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")
            yield from (
                f"{each.tag} in {name}"
                for each in root.iter(*(f"{W}{kind}" for kind in needy))
                if each.find(f"{W}p") is None
            )
            yield from (
                f"cell in {name}" for each in root.iter(f"{W}tc") if not len(each) or each[-1].tag != f"{W}p"
            )
            yield from (f"table in {name}" for each in root.iter(f"{W}tbl") if each.find(f"{W}tr") is None)
            yield from (f"text in {name}" for each in root.iter(f"{W}t") if len(each))
