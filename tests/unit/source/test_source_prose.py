"""Paragraphs out of text and Word files, Word's own numbers among them."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest

from xuequ.source.outline import outline_of
from xuequ.source.prose import read_prose

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def paragraphs(data: bytes) -> list[str]:
    found = read_prose(data, "doc")
    assert found.lines is not None, found.findings
    return [line.text for line in found.lines]


def word(*texts: str) -> bytes:
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def packed(**parts: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            package.writestr(f"word/{name}.xml", text)
    return out.getvalue()


def test_text_is_read_in_utf_8_and_in_gbk() -> None:
    assert paragraphs("一、总则\n二、附则".encode()) == ["一、总则", "二、附则"]
    assert paragraphs("一、总则".encode("gb18030")) == ["一、总则"]


def test_paragraphs_of_a_word_file_are_its_lines() -> None:
    assert paragraphs(word("一、总则", "（一）设置")) == ["一、总则", "（一）设置"]


def test_numbers_that_word_counts_itself_are_counted() -> None:
    numbering = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
      <w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
      <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
    rows = [(0, "总则"), (1, "设置"), (2, "划分"), (2, "管理"), (1, "教研"), (0, "附则")]
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        f"<w:r><w:t>{text}</w:t></w:r></w:p>"
        for level, text in rows
    )
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    lines = read_prose(packed(document=document, numbering=numbering), "a.docx").lines
    assert lines is not None
    clauses = outline_of(lines, "a.docx").outline.clauses
    assert [c.number for c in clauses] == ["一", "一(一)", "一(一)1", "一(一)2", "一(二)", "二"]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04broken",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        packed(other="<x/>"),
        packed(document="<w:document"),
        b"\x89PNG\r\n\x1a\n\x00\xff\x01",
    ],
    ids=["broken zip", "old Word", "no document", "broken xml", "picture"],
)
def test_what_holds_no_text_is_told(data: bytes) -> None:
    found = read_prose(data, "doc")
    assert (found.lines, [told.code for told in found.findings]) == (None, ["SRC203"])


def test_entities_of_a_word_file_are_not_followed() -> None:
    kind = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    body = f'<w:document xmlns:w="{W}"><w:p><w:r><w:t>一、&e;</w:t></w:r></w:p></w:document>'
    found = read_prose(packed(document=kind + body), "a.docx")
    assert found.lines is None or [line.text for line in found.lines] == ["一、"]
