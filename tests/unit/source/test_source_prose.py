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


def run(text: str, style: str = "", inside: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{inside}<w:r><w:t>{text}</w:t></w:r></w:p>"


def texts(body: str, styles: str = "") -> list[str]:
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    parts = {"styles": f'<w:styles xmlns:w="{W}">{styles}</w:styles>'} if styles else {}
    return paragraphs(packed(document=document, **parts))


def test_a_table_of_contents_that_word_made_is_no_text() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3"</w:instrText></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts(
        run("一、总则1", inside=begin) + run("二、附则2") + run("", inside=end) + run("一、总则")
    ) == ["一、总则"]
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control = f"<w:sdt>{gallery}<w:sdtContent>{run('目录')}{run('一、总则1')}</w:sdtContent></w:sdt>"
    assert texts(control + run("一、总则")) == ["一、总则"]
    named = '<w:style w:styleId="10"><w:name w:val="toc 1"/></w:style>'
    assert texts(run("一、总则1", "10") + run("一、总则2", "TOC2") + run("一、总则"), named) == ["一、总则"]


def test_other_fields_and_controls_of_word_are_text() -> None:
    page = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('二、附则')}</w:sdtContent></w:sdt>"
    assert texts(run("一、总则", inside=page + end) + control) == ["一、总则", "二、附则"]


def test_what_was_moved_away_and_what_stands_in_a_box_is_read_once() -> None:
    moved = "<w:p><w:moveFrom><w:r><w:t>一、总则</w:t></w:r></w:moveFrom></w:p>"
    assert texts(moved + run("一、总则")) == ["一、总则"]
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<mc:AlternateContent {mc}><mc:Choice>{run('框内')}</mc:Choice><mc:Fallback>{run('框内')}</mc:Fallback>"
    assert texts(f"<w:p><w:r>{box}</mc:AlternateContent></w:r><w:r><w:t>正文</w:t></w:r></w:p>") == [
        "正文",
        "框内",
    ]


def test_a_style_numbers_its_paragraphs() -> None:
    numbering = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条 "/></w:lvl></w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
    base = '<w:style w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    styles = (
        f'<w:styles xmlns:w="{W}">{base}<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    document = f'<w:document xmlns:w="{W}"><w:body>{run("甲。", "a")}{run("乙。", "b")}</w:body></w:document>'
    data = packed(document=document, numbering=numbering, styles=styles)
    assert paragraphs(data) == ["第一条 甲。", "第二条 乙。"]


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
