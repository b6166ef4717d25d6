"""The format of official documents measured in the XML of a Word file, point by point of GB/T 9704-2012."""

from __future__ import annotations

import re
import zipfile
from functools import cache
from io import BytesIO

import docx as python_docx
import pytest
from lxml import etree

from official import TEXT, written
from xuequ.writers.page import MILLIMETRE, Numbers, Page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NUMBER_POINTS = {"初号": 42, "一号": 26, "二号": 22, "三号": 16, "四号": 14}


@cache
def part(name: str, text: str = TEXT) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(BytesIO(written(text))).read(name))


def style(identity: str) -> etree._Element:
    (found,) = part("word/styles.xml").findall(f"{W}style[@{W}styleId='{identity}']")
    return found


def value(element: etree._Element, path: str, attribute: str = "val") -> str:
    found = element.find("/".join(f"{W}{step}" for step in path.split("/")))
    assert found is not None, path
    return str(found.get(f"{W}{attribute}"))


def font(identity: str) -> str:
    return value(style(identity), "rPr/rFonts", "eastAsia")


def points(identity: str) -> float:
    return int(value(style(identity), "rPr/sz")) / 2


def paragraphs(identity: str) -> list[etree._Element]:
    every = part("word/document.xml").iter(f"{W}p")
    return [p for p in every if value(p, "pPr/pStyle") == identity]


def text(paragraph: etree._Element) -> str:
    pieces = {f"{W}t": None, f"{W}br": "\n", f"{W}tab": "\t"}
    nodes = (node for run in paragraph.iter(f"{W}r") for node in run.iterchildren(*pieces))
    return "".join(pieces[str(node.tag)] or node.text or "" for node in nodes)


def sections() -> list[etree._Element]:
    return list(part("word/document.xml").iter(f"{W}sectPr"))


def millimetres(element: etree._Element, path: str, attribute: str) -> float:
    return int(value(element, path, attribute)) / MILLIMETRE


def test_paper_and_margins() -> None:
    upright = sections()[0]
    for path, attribute, wanted in (
        ("pgSz", "w", 210),
        ("pgSz", "h", 297),
        ("pgMar", "top", 37),
        ("pgMar", "bottom", 35),
        ("pgMar", "left", 28),
        ("pgMar", "right", 26),
    ):
        assert millimetres(upright, path, attribute) == pytest.approx(wanted, abs=0.1)


def test_a_turned_page_is_the_sheet_with_its_left_edge_on_top() -> None:
    (turned,) = (s for s in sections() if value(s, "pgSz", "orient") == "landscape")
    for path, attribute, wanted in (
        ("pgSz", "w", 297),
        ("pgSz", "h", 210),
        ("pgMar", "top", 28),
        ("pgMar", "right", 37),
        ("pgMar", "bottom", 26),
        ("pgMar", "left", 35),
    ):
        assert millimetres(turned, path, attribute) == pytest.approx(wanted, abs=0.1)


def test_the_grid_is_22_lines_and_characters_are_as_wide_as_28_to_a_line() -> None:
    for section in sections():
        assert value(section, "docGrid", "type") == "linesAndChars"
        assert 22 * int(value(section, "docGrid", "linePitch")) <= 12757
        assert int(value(section, "docGrid", "linePitch")) / 20 == pytest.approx(28.99, abs=0.06)
    pitch = 16 + int(value(style("BodyText"), "rPr/spacing")) / 20
    assert pitch == pytest.approx(15.79, abs=0.05)


def test_body_type_is_size_3_fangsong_two_characters_in() -> None:
    defaults = part("word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault")
    assert defaults is not None
    assert int(value(defaults, "rPr/sz")) / 2 == NUMBER_POINTS["三号"]
    assert value(defaults, "rPr/rFonts", "eastAsia") == "仿宋_GB2312"
    assert value(style("BodyText"), "pPr/ind", "firstLineChars") == "200"


@pytest.mark.parametrize(
    ("level", "name"), [(1, "黑体"), (2, "楷体_GB2312"), (3, "仿宋_GB2312"), (4, "仿宋_GB2312")]
)
def test_headings_have_the_type_of_their_level(level: int, name: str) -> None:
    heading = style(f"Heading{level}")
    assert value(heading, "name") == f"heading {level}"
    assert value(heading, "rPr/rFonts", "eastAsia") == name
    assert heading.find(f"{W}rPr/{W}sz") is None, "size 3, as the body"
    assert value(heading, "pPr/outlineLvl") == str(level - 1)
    assert paragraphs(f"Heading{level}")


def test_the_copy_number_and_the_grade_stand_first_the_grade_in_heiti() -> None:
    copy, secrecy, urgency = list(part("word/document.xml").iter(f"{W}p"))[:3]
    assert [text(p) for p in (copy, secrecy, urgency)] == ["000001", "秘密★1年", "特急"]
    assert font("Grade") == "黑体"
    for identity in ("CopyNumber", "Grade"):
        assert value(style(identity), "pPr/jc") == "left"


def test_the_mark_is_red_xiaobiaosong_and_35_millimetres_below_the_top_of_the_block() -> None:
    (mark,) = paragraphs("IssuerMark")
    look = style("IssuerMark")
    assert value(look, "rPr/color") == "FF0000"
    assert value(look, "rPr/rFonts", "eastAsia") == "方正小标宋简体"
    assert value(look, "pPr/jc") == "center"
    above = 3 * int(value(sections()[0], "docGrid", "linePitch"))
    assert (above + int(value(mark, "pPr/spacing", "before"))) / MILLIMETRE == pytest.approx(35, abs=1.3)


def test_a_long_mark_is_set_smaller_so_that_it_stays_on_one_line() -> None:
    name = "示例市示例县教育科学技术体育和文化旅游局文件"
    long = written(f"<!-- place: mark -->\n\n{name}\n")
    xml = zipfile.ZipFile(BytesIO(long)).read("word/document.xml").decode()
    size = int(re.search(r'<w:sz w:val="(\d+)"/>', xml)[1])  # type: ignore[index]
    assert len(name) * size * 10 <= 11906 - 1587 - 1474


def test_the_number_stands_two_lines_below_the_mark_and_the_red_line_4_millimetres_below_it() -> None:
    reference = style("Reference")
    assert int(value(reference, "pPr/spacing", "before")) == 2 * 579
    assert value(reference, "pPr/pBdr/bottom", "color") == "FF0000"
    # The space under a border is told in points; the feet of characters stand about a point above their line.
    assert (int(value(reference, "pPr/pBdr/bottom", "space")) + 1) * 20 / MILLIMETRE == pytest.approx(
        4, abs=0.2
    )
    assert value(reference, "pPr/jc") == "center"
    assert [text(p) for p in paragraphs("Reference")] == ["示教发〔2025〕1号"]


def test_the_title_is_size_2_xiaobiaosong_not_bold_two_lines_below_the_red_line() -> None:
    assert points("Title") == NUMBER_POINTS["二号"]
    assert font("Title") == "方正小标宋简体"
    assert style("Title").find(f"{W}rPr/{W}b") is None
    title = paragraphs("Title")[0]
    assert int(value(title, "pPr/spacing", "before")) == 2 * 579
    assert text(title).split("\n") == [
        "示例县教育局关于印发",
        "《示例县义务教育学区制管理改革",
        "实施方案》的通知",
    ]


def test_the_enclosed_plan_begins_a_page() -> None:
    assert paragraphs("Title")[1].find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_the_receivers_stand_flush_left_one_line_below_the_title() -> None:
    assert int(value(style("Title"), "pPr/spacing", "after")) == 579
    assert value(style("Flush"), "pPr/jc") == "left"
    assert [text(p)[-1] for p in paragraphs("Flush")] == ["："]


def test_turned_lines_of_the_note_of_attachments_align_with_the_name() -> None:
    first, second = paragraphs("AttachmentNote")
    assert text(first) == "附件：1.\t任务分解表"
    assert value(first, "pPr/ind", "left") == value(second, "pPr/ind", "left")
    begins = [int(value(p, "pPr/ind", "left")) - int(value(p, "pPr/ind", "hanging")) for p in (first, second)]
    assert begins == [2 * 315, 5 * 315]
    assert int(value(first, "pPr/spacing", "before")) == 579
    assert not text(first).endswith(("。", "；"))


#: The block, and a date of seven digits and three characters, in twips.
BLOCK, DATE = 8845, 7 * 160 + 3 * 320 - 10 * 5


def test_with_a_seal_name_and_date_are_centred_where_a_date_four_characters_in_has_its_middle() -> None:
    name, date = paragraphs("Signature")
    assert (text(name), text(date)) == ("示例县教育局", "2025年8月20日")
    for line in (name, date):
        assert value(line, "pPr/jc") == "center"
        left, right = (int(value(line, "pPr/ind", side)) for side in ("left", "right"))
        assert (left + BLOCK - right) / 2 == pytest.approx(BLOCK - 4 * 315 - DATE / 2, abs=2)


def test_without_a_seal_the_date_begins_two_characters_after_the_name_also_where_it_is_longer() -> None:
    signed = "<!-- align: right -->\n\n教育局\n\n2025年8月20日\n"
    document = python_docx.Document(BytesIO(written(signed, Page(seal=False))))
    name, date = (p.paragraph_format.left_indent for p in document.paragraphs)
    assert name is not None
    assert date == name + 2 * 315 * 635
    assert date / 635 + DATE == pytest.approx(BLOCK - 2 * 315, abs=2)


def test_a_joint_issue_is_signed_by_each_organ_centred_on_the_date() -> None:
    joint = "<!-- align: right -->\n\n示例县教育局\n\n示例县财政局\n\n2025年8月20日\n"
    document = python_docx.Document(BytesIO(written(joint)))
    assert (
        len({(p.paragraph_format.left_indent, p.paragraph_format.right_indent) for p in document.paragraphs})
        == 1
    )


def test_an_attachment_begins_a_page_with_its_number_in_heiti_and_its_title_on_line_3() -> None:
    assert [text(p) for p in paragraphs("AttachmentMark")] == ["附件1", "附件2"]
    for mark in paragraphs("AttachmentMark"):
        assert mark.find(f"{W}pPr/{W}pageBreakBefore") is not None
    assert font("AttachmentMark") == "黑体"
    assert int(value(style("AttachmentTitle"), "pPr/spacing", "before")) == 579
    assert (points("AttachmentTitle"), font("AttachmentTitle")) == (22, "方正小标宋简体")


def test_the_last_lines_are_size_4_between_lines_of_035_025_and_035_millimetres() -> None:
    assert points("Imprint") == NUMBER_POINTS["四号"]
    copies, printed = paragraphs("Imprint")
    assert text(copies).startswith("抄送：")
    assert text(copies).endswith("。")
    assert text(printed) == "示例县教育局办公室\t2025年8月20日印发"
    for line in (copies, printed):
        assert value(line, "pPr/ind", "right") == "280"
    assert value(printed, "pPr/ind", "left") == "280"
    cells = list(part("word/document.xml").iter(f"{W}tcBorders"))[-2:]
    sizes = [(int(value(cell, "top", "sz")), int(value(cell, "bottom", "sz"))) for cell in cells]
    assert [[round(size / 8 / 72 * 25.4, 2) for size in pair] for pair in sizes] == [
        [0.35, 0.26],
        [0.26, 0.35],
    ]


def test_page_numbers_are_size_4_songti_between_dashes_on_the_outer_edge() -> None:
    for number, side in ((1, "right"), (2, "left")):
        footer = part(f"word/footer{number}.xml")
        (line,) = footer.iter(f"{W}p")
        assert text(line) == "— 1 —"
        assert value(line, "pPr/jc") == side
        assert value(line, "pPr/ind", side) == "280"
        assert {str(f.get(f"{W}eastAsia")) for f in footer.iter(f"{W}rFonts")} == {"宋体"}
    assert points("Footer") == NUMBER_POINTS["四号"]
    settings = part("word/settings.xml")
    assert settings.find(f"{W}evenAndOddHeaders") is not None


def test_a_turned_page_has_its_number_in_a_box_that_reads_downwards() -> None:
    for number in (3, 4):
        xml = etree.tostring(part(f"word/footer{number}.xml")).decode()
        assert 'vert="vert"' in xml
        assert " PAGE " in xml


def test_fonts_are_named_for_chinese_with_others_to_fall_back_on_and_none_is_shipped() -> None:
    package = zipfile.ZipFile(BytesIO(written()))
    for name in package.namelist():
        assert not name.endswith((".ttf", ".odttf", ".otf"))
        assert "Theme" not in package.read(name).decode().replace("themeFontLang", "")
    for fonts in part("word/styles.xml").iter(f"{W}rFonts"):
        assert fonts.get(f"{W}eastAsia")
    table = {str(f.get(f"{W}name")): f for f in part("word/fontTable.xml").iter(f"{W}font")}
    assert set(table) >= {"仿宋_GB2312", "楷体_GB2312", "方正小标宋简体", "黑体", "宋体"}
    for name in ("仿宋_GB2312", "楷体_GB2312", "方正小标宋简体"):
        assert value(table[name], "altName")


def test_tables_have_type_of_12_points_a_repeated_head_and_whole_rows() -> None:
    assert (points("TableHead"), font("TableHead"), points("TableText")) == (12, "黑体", 12)
    assert value(style("TableText"), "pPr/snapToGrid") == "0"
    rows = list(part("word/document.xml").iter(f"{W}tr"))
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_page_of_a_locality_is_set_as_it_says() -> None:
    local = Page(line_pitch=570, numbers=Numbers.CENTRE, body_fonts=("仿宋",))
    package = zipfile.ZipFile(BytesIO(written(page=local)))
    assert 'w:linePitch="570"' in package.read("word/document.xml").decode()
    assert '<w:jc w:val="center"/>' in package.read("word/footer1.xml").decode()
    assert 'w:eastAsia="仿宋"' in package.read("word/styles.xml").decode()


def test_properties_of_paragraphs_stand_in_the_order_the_format_demands() -> None:
    order = re.findall(
        r"\w+",
        "pStyle keepNext keepLines pageBreakBefore widowControl pBdr tabs overflowPunct autoSpaceDE autoSpaceDN "
        "snapToGrid spacing ind jc outlineLvl sectPr",
    )
    for name in ("word/document.xml", "word/styles.xml", "word/footer1.xml"):
        for properties in part(name).iter(f"{W}pPr"):
            places = [order.index(etree.QName(child).localname) for child in properties]
            assert places == sorted(places), etree.tostring(properties)


def test_python_docx_opens_it_and_finds_its_text() -> None:
    document = python_docx.Document(BytesIO(written()))
    assert len(document.sections) == 3
    assert any(p.text.startswith("附件2") for p in document.paragraphs)


def test_two_files_of_one_text_are_the_same_to_the_byte() -> None:
    assert written() == written()
