"""Files that are no Word documents, or damaged ones, are told so before anything is made of them."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from word_files import p, unzipped, word, zipped
from xuequ.findings.finding import Finding
from xuequ.findings.wording import worded
from xuequ.views.jobs import Document
from xuequ.word_templates.filling import check
from xuequ.word_templates.package import WordSource

GOOD = word(p("{{ title }}"), header=p("{{ title }}"))


def only(data: bytes) -> Finding:
    (finding,) = check(WordSource("my.docx", data), Document.PLAN, {})
    assert finding.primary.file == "my.docx"
    return finding


def without(name: str) -> bytes:
    return zipped({key: value for key, value in unzipped(GOOD).items() if key != name})


def changed(name: str, before: bytes, after: bytes) -> bytes:
    members = unzipped(GOOD)
    assert before in members[name]
    return zipped({**members, name: members[name].replace(before, after)})


def encrypted() -> bytes:
    """As an archive says it whose files want a password."""
    data = GOOD
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data = data[: at + flags] + bytes([data[at + flags] | 1]) + data[at + flags + 1 :]
            at = data.find(mark, at + 4)
    return data


def damaged() -> bytes:
    """With a wrong checksum."""
    data = bytearray(GOOD)
    at = data.index(b"{{ title }}")
    data[at + 3] ^= 1
    return bytes(data)


OTHER_KINDS = {
    "a template": (word(p("x"), kind="template.main"), "而是模板文件（.dotx）"),
    "one with macros": (
        changed(
            "[Content_Types].xml",
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
        "而是带宏的文件（.docm、.dotm）",
    ),
    "a strict one": (
        changed(
            "word/document.xml",
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        "而是“严格 Open XML 文档”",
    ),
    "one with a password": (
        b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
        "而是加了密码的文件",
    ),
    "one whose parts are encrypted": (encrypted(), "而是加了密码的文件"),
    "one of the old format": (b"\xd0\xcf\x11\xe0 .doc", "而是旧格式的文件（.doc）"),
}


@pytest.mark.parametrize("what", OTHER_KINDS)
def test_a_file_of_another_kind_is_called_by_its_kind(what: str) -> None:
    data, said = OTHER_KINDS[what]
    finding = only(data)
    assert (finding.code, worded(finding, "zh").message) == (
        "DOC314",
        f"这个模板不是普通的 Word 文档（.docx），{said}",
    )
    assert worded(finding, "zh").help
    assert worded(finding, "en").help


def test_a_file_that_unpacks_without_end_is_not_unpacked() -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(200_000_001))
    assert only(out.getvalue()).code == "DOC314"


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels"])
def test_an_archive_without_what_makes_it_a_word_file_is_none(name: str) -> None:
    assert only(without(name)).code == "DOC301"


def test_another_archive_is_no_word_file() -> None:
    assert only(zipped({"mimetype": b"application/vnd.oasis.opendocument.text"})).code == "DOC301"


DAMAGED = {
    "the text is not there": (without("word/document.xml"), "word/document.xml"),
    "a header is not there": (without("word/header.xml"), "word/header.xml"),
    "the text ends early": (changed("word/document.xml", b"</w:body>", b""), "word/document.xml"),
    "a header ends early": (changed("word/header.xml", b"</w:hdr>", b""), "word/header.xml"),
    "relations cannot be read": (
        changed("word/_rels/document.xml.rels", b"</", b"<"),
        "word/_rels/document.xml.rels",
    ),
    "a checksum is wrong": (damaged(), "word/document.xml"),
    "the text names entities": (
        changed("word/document.xml", b"<w:document", b'<!DOCTYPE x [<!ENTITY a "b">]><w:document'),
        "word/document.xml",
    ),
    "something is named that has no relation": (
        changed("word/document.xml", b"<w:sectPr/>", b'<w:sectPr><w:headerReference r:id="no"/></w:sectPr>'),
        "word/_rels/document.xml.rels",
    ),
    "a part leads out of the file": (zipped({**unzipped(GOOD), "../x": b""}), "../x"),
}


@pytest.mark.parametrize("what", DAMAGED)
def test_a_damaged_file_names_the_part(what: str) -> None:
    data, name = DAMAGED[what]
    finding = only(data)
    assert (finding.code, finding.args["name"]) == ("DOC315", name)


def test_text_in_another_encoding_is_read() -> None:
    members = unzipped(GOOD)
    text = members["word/document.xml"].decode()
    utf16 = ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")
    (finding,) = check(
        WordSource(
            "my.docx", zipped({**members, "word/document.xml": utf16.replace(b"t\0i\0t\0l", b"x\0i\0t\0l")})
        ),
        Document.PLAN,
        {},
    )
    assert finding.code == "DOC303"
