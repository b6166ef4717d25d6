"""Word files, read back by python-docx and looked at part by part."""

import re
import zipfile
from io import BytesIO

import docx as python_docx
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from xuequ.markup.blocks import parse
from xuequ.writers import docx

TEXT = """# 示例县实施方案

正文一段，**着重**之后。

## 一、目标

### （一）总目标

1. 甲

| 序号 | 任务 |
|---|---|
| 1 | 召开会议<br>部署工作 |
| 2 | 甲 & 乙 < 丙 |

<!-- page: landscape -->

## 附件1 任务表

| 甲 | 乙 |
|---|---|
| 1 | 2 |
"""


def written(text: str = TEXT) -> bytes:
    return docx.write(parse(text), title="示例县实施方案", issued="2025-08-20")


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(BytesIO(data)).read(name).decode()


def test_word_knows_the_headings_by_their_names() -> None:
    document = python_docx.Document(BytesIO(written()))
    names = {p.text: p.style.name for p in document.paragraphs if p.text and p.style}
    assert names["示例县实施方案"] == "Title"
    assert names["一、目标"] == "Heading 1"
    assert names["（一）总目标"] == "Heading 2"
    assert names["正文一段，着重之后。"] == "Body Text"


def test_tables_come_back_cell_by_cell() -> None:
    table = python_docx.Document(BytesIO(written())).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["序号", "任务"],
        ["1", "召开会议\n部署工作"],
        ["2", "甲 & 乙 < 丙"],
    ]


def test_the_page_has_the_margins_of_the_standard() -> None:
    section = python_docx.Document(BytesIO(written())).sections[0]
    for length, millimetres in (
        (section.page_width, 210),
        (section.page_height, 297),
        (section.top_margin, 37),
        (section.bottom_margin, 35),
        (section.left_margin, 28),
        (section.right_margin, 26),
    ):
        assert length is not None
        assert abs(length - Mm(millimetres)) < Mm(0.5)


def test_a_page_holds_22_lines_of_28_characters() -> None:
    grid = re.search(r'w:type="linesAndChars" w:linePitch="(\d+)"', part(written(), "word/document.xml"))
    assert grid is not None
    assert (16838 - 2098 - 1984) // int(grid[1]) == 22
    closer = re.search(
        r'w:styleId="BodyText".*?<w:spacing w:val="(-?\d+)"', part(written(), "word/styles.xml")
    )
    assert closer is not None
    assert (11906 - 1587 - 1474) // (320 + int(closer[1])) == 28


def test_every_font_is_named_for_chinese_and_no_theme_overrides_it() -> None:
    styles = part(written(), "word/styles.xml")
    fonts = re.findall(r"<w:rFonts [^>]*>", styles)
    assert all("w:eastAsia=" in font and "Theme" not in font for font in fonts)
    assert {re.search('eastAsia="([^"]+)"', font)[1] for font in fonts} >= {  # type: ignore[index]
        "仿宋_GB2312",
        "黑体",
        "楷体_GB2312",
        "方正小标宋简体",
    }
    assert 'w:eastAsia="zh-CN"' in styles


def test_the_head_row_is_repeated_and_no_row_is_torn() -> None:
    xml = part(written(), "word/document.xml")
    first, *rest = re.findall(r"<w:tr>.*?</w:tr>", xml)
    assert "<w:tblHeader/>" in first
    assert all("<w:cantSplit/>" in row for row in (first, *rest))


def test_a_turned_page_is_a_section_of_its_own() -> None:
    sections = python_docx.Document(BytesIO(written())).sections
    assert [section.orientation for section in sections] == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]


def test_a_document_that_begins_turned_has_no_empty_page_before() -> None:
    text = "<!-- page: landscape -->\n\n# 表\n\n正文\n"
    sections = python_docx.Document(BytesIO(written(text))).sections
    assert [section.orientation for section in sections] == [WD_ORIENT.LANDSCAPE]


def test_an_attachment_opens_a_page() -> None:
    document = python_docx.Document(BytesIO(written()))
    mark = next(p for p in document.paragraphs if p.text == "附件1")
    assert mark.paragraph_format.page_break_before
    assert any(p.text == "任务表" for p in document.paragraphs)


def test_odd_and_even_pages_are_numbered_on_their_outer_edge() -> None:
    data = written()
    assert "<w:evenAndOddHeaders/>" in part(data, "word/settings.xml")
    assert 'w:jc w:val="right"' in part(data, "word/footer1.xml")
    assert 'w:jc w:val="left"' in part(data, "word/footer2.xml")


def test_the_same_text_gives_the_same_bytes() -> None:
    assert written() == written()


def test_widths_of_a_table_fill_the_text_block() -> None:
    xml = part(written(), "word/document.xml")
    grids = re.findall(r"<w:tblGrid>(.*?)</w:tblGrid>", xml)
    sums = [sum(int(w) for w in re.findall(r'w:w="(\d+)"', grid)) for grid in grids]
    assert sums == [11906 - 1587 - 1474, 16838 - 2098 - 1984]


def test_what_stands_behind_the_last_table_needs_no_page() -> None:
    table = "| 甲 |\n|---|\n| 1 |\n"
    document = python_docx.Document(BytesIO(written(f"# 题\n\n{table}\n\n正文\n\n{table}")))
    assert [p.style.name for p in document.paragraphs if p.style is not None and not p.text] == [
        "表格文字",
        "分隔线",
    ]


def test_what_is_emphasised_is_in_kaiti_and_upright() -> None:
    data = written("# 题\n\n*（一）总体要求*。做事。\n")
    (run,) = [r for p in python_docx.Document(BytesIO(data)).paragraphs for r in p.runs if "总体" in r.text]
    assert run.style.name == "Emphasis"
    assert not run.italic
    style = part(data, "word/styles.xml").partition('w:styleId="Emphasis"')[2]
    assert 'w:eastAsia="楷体_GB2312"' in style.partition("</w:style>")[0]
