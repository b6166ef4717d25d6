"""PDF files, opened by another reader and measured."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import pdfplumber
import pytest

from xuequ.findings.failure import Failure
from xuequ.findings.finding import Place
from xuequ.markup.blocks import Block, parse
from xuequ.writers import pdf
from xuequ.writers.page import NATIONAL, Page

pytestmark = pytest.mark.skipif(
    pdf.found_faces(NATIONAL) is None, reason="this machine has no Chinese font, and so no PDF"
)
MM = 72 / 25.4
#: A full page of the block, in points.
TOP, BOTTOM, LEFT, RIGHT = 37 * MM, 262 * MM, 28 * MM, 184 * MM
NEAR = 0.5 * MM
PITCH = 28.99
FULL = "国" * 28 * 22 * 3


class Line(NamedTuple):
    """A line of type: its middle from the top of the page, its edges, its words."""

    middle: float
    left: float
    right: float
    text: str
    font: str
    size: float


def opened(text: str | tuple[Block, ...], page: Page = NATIONAL) -> Any:
    blocks = parse(text) if isinstance(text, str) else text
    return pdfplumber.open(BytesIO(pdf.write(blocks, title="示例", page=page)))


def lines(page: Any) -> list[Line]:
    """What stands upright on a page, line by line from the top."""
    upright = [char for char in page.chars if not turned(char) and char["text"].strip()]
    rows = groupby(sorted(upright, key=_baseline), _baseline)
    return [_line(page, sorted(row, key=lambda char: char["x0"])) for _, row in rows]


def turned(char: Any) -> bool:
    return abs(float(char["matrix"][1])) > 0.5


def _baseline(char: Any) -> float:
    return -round(float(char["matrix"][5]), 1)


def _line(page: Any, chars: list[Any]) -> Line:
    first = chars[0]
    middle = page.height - first["matrix"][5] - 0.38 * first["size"]
    text = "".join(char["text"] for char in chars)
    return Line(middle, first["x0"], chars[-1]["x1"], text, first["fontname"], first["size"])


def body(page: Any) -> list[Line]:
    return [line for line in lines(page) if not line.text.startswith("—")]


def number(page: Any) -> Line:
    return next(line for line in lines(page) if line.text.startswith("—"))


def test_a_full_page_has_22_lines_of_28_characters_within_the_margins() -> None:
    first, second, *_ = opened(FULL).pages
    for page in (first, second):
        assert (page.width, page.height) == pytest.approx((210 * MM, 297 * MM), abs=NEAR)
        block = body(page)
        assert len(block) == 22
        assert all(len(line.text) == 28 for line in block[1:])
        assert block[0].middle - PITCH / 2 == pytest.approx(TOP, abs=NEAR)
        assert block[-1].middle + PITCH / 2 == pytest.approx(BOTTOM, abs=NEAR)
        assert {round(below.middle - above.middle, 2) for above, below in pairwise(block)} == {PITCH}
        for line in block[1:]:
            assert (line.left, line.right) == pytest.approx((LEFT, RIGHT), abs=NEAR)
    assert len(body(first)[0].text) == 26
    assert body(first)[0].left == pytest.approx(LEFT + 2 * (RIGHT - LEFT) / 28, abs=NEAR)


def test_what_follows_a_title_stands_on_the_lines_of_every_page() -> None:
    title = "示例县义务教育学区制管理改革和集团化办学工作实施方案"
    first, second, *_ = opened(f"# {title}\n\n{FULL}").pages
    grid = {round(line.middle, 1) for line in body(second)}
    assert {round(line.middle, 1) for line in body(first) if line.size == 16} <= grid


def test_page_numbers_stand_outside_seven_millimetres_below_the_block() -> None:
    odd, even, *_ = opened(FULL).pages
    for page, text in ((odd, "—1—"), (even, "—2—")):
        assert number(page).text == text
        assert number(page).size == pytest.approx(14)
        assert number(page).middle - 7 == pytest.approx(BOTTOM + 7 * MM, abs=NEAR)
    assert number(odd).right == pytest.approx(RIGHT - 14, abs=NEAR)
    assert number(even).left == pytest.approx(LEFT + 14, abs=NEAR)


def test_headings_are_in_their_fonts_and_sizes() -> None:
    text = "# 标题\n\n## 一、甲\n\n### （一）乙\n\n#### 1. 丙\n\n正文\n"
    title, first, second, third, plain = body(opened(text).pages[0])
    faces = pdf.found_faces(NATIONAL)
    assert faces is not None
    assert [line.size for line in (title, first, second, third, plain)] == [22, 16, 16, 16, 16]
    assert (first.font != plain.font) == (faces.first.chinese[0] != faces.body.chinese[0])
    assert (second.font != plain.font) == (faces.second.chinese[0] != faces.body.chinese[0])
    assert (title.left + title.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)


def test_digits_in_chinese_text_take_half_a_character_and_no_gap() -> None:
    (line,) = body(opened("在2025年8月").pages[0])
    assert line.right - line.left == pytest.approx(5.5 * 15.79, abs=1.5)


def test_without_a_latin_font_digits_take_half_a_character_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    faces = pdf.found_faces(NATIONAL)
    assert faces is not None
    chinese = type(faces)(*(face._replace(latin="") for face in faces))
    monkeypatch.setattr(pdf, "found_faces", lambda page: chinese)
    (line,) = body(opened("在2025年8月").pages[0])
    assert line.right - line.left == pytest.approx(5.5 * 15.79, abs=1.5)


def test_a_page_on_its_side_is_an_upright_one_turned() -> None:
    table = "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"
    odd, even = opened(f"<!-- page: landscape -->\n\n{table}\n\n## 附件1 表\n\n{table}").pages
    for page in (odd, even):
        assert (page.width, page.height) == pytest.approx((297 * MM, 210 * MM), abs=NEAR)
        assert min(rule["x0"] for rule in edges(page)) == pytest.approx(35 * MM, abs=NEAR)
        assert max(rule["x1"] for rule in edges(page)) == pytest.approx((297 - 37) * MM, abs=NEAR)
    for page, text in ((odd, "—1—"), (even, "—2—")):
        digits = [char for char in page.chars if turned(char) and char["text"].strip()]
        assert "".join(char["text"] for char in sorted(digits, key=lambda char: char["top"])) == text
        assert max(char["x1"] for char in digits) == pytest.approx(28 * MM, abs=3)
        if page is odd:
            assert max(char["bottom"] for char in digits) == pytest.approx((210 - 26) * MM - 14, abs=NEAR)
        else:
            assert min(char["top"] for char in digits) == pytest.approx(28 * MM + 14, abs=NEAR)


def edges(page: Any) -> list[Any]:
    return [*page.lines, *page.rects]


def test_the_head_of_a_table_is_repeated_and_no_row_is_torn() -> None:
    rows = "".join(f"| {n} | 甲{n}<br>乙{n}<br>丙{n} |\n" for n in range(60))
    pages = opened(f"| 序号 | 任务 |\n|---|---|\n{rows}").pages
    assert len(pages) > 2
    for page in pages:
        texts = [line.text for line in body(page)]
        assert texts[0] == "序号任务"
        whole = " ".join(texts)
        assert re.findall(r"甲(\d+)", whole) == re.findall(r"丙(\d+)", whole)


def test_a_row_higher_than_a_page_goes_on_over_the_next() -> None:
    rows = f"| 1 | {'国' * 2000} | {'家' * 40} |\n"
    made = opened(f"| 序号 | 任务 | 备注 |\n|---|---|---|\n{rows}")
    assert "".join(page.extract_text() for page in made.pages).count("国") == 2000


def test_an_attachment_opens_a_page_its_title_on_the_third_line() -> None:
    _, page = opened("正文\n\n## 附件1 任务表\n\n正文").pages
    mark, title, plain = body(page)
    assert mark.text == "附件1"
    assert mark.left == pytest.approx(LEFT, abs=NEAR)
    assert title.text == "任务表"
    assert title.middle - PITCH == pytest.approx(TOP + 2 * PITCH, abs=PITCH / 2)
    below = (plain.middle - mark.middle) / PITCH
    assert below == pytest.approx(round(below), abs=0.01)


HEAD = """<!-- place: copy -->

000001

<!-- place: mark -->

示例县教育局文件

<!-- place: reference -->

示教发〔2025〕12号

# 示例县教育局关于印发方案的通知

<!-- align: left -->

各学校：

<!-- align: body -->

正文

<!-- place: attached -->

附件：1.任务表

2.行事历

"""
SIGNED = """正文

<!-- align: right -->

示例县教育局

2025年8月20日

<!-- place: imprint -->

抄送：县委办公室。

示例县教育局办公室　　2025年8月20日印发
"""


def test_the_letterhead_stands_where_the_standard_has_it() -> None:
    page = opened(HEAD).pages[0]
    found = {line.text: line for line in body(page)}
    image = page.to_image(resolution=144).original.convert("RGB")
    red = [y for y in range(image.height) if _red(image, y)]
    assert red[0] / 2 == pytest.approx(TOP + 35 * MM, abs=NEAR)
    (rule,) = [line for line in edges(page) if line["stroking_color"] == (1, 0, 0)]
    assert (rule["x0"], rule["x1"]) == pytest.approx((LEFT, RIGHT), abs=NEAR)
    assert rule["top"] - found["示教发〔2025〕12号"].middle - 8 == pytest.approx(4 * MM, abs=NEAR)
    assert found["000001"].left == found["各学校："].left == pytest.approx(LEFT, abs=NEAR)
    assert found["附件：1.任务表"].left == pytest.approx(found["正文"].left, abs=NEAR)


def _red(image: Any, y: int) -> bool:
    return any(image.getpixel((x, y))[1] < 128 < image.getpixel((x, y))[0] for x in range(0, image.width, 2))


def test_a_sealed_signature_is_centred_on_a_date_four_characters_in() -> None:
    found = {line.text: line for line in body(opened(SIGNED).pages[0])}
    date, name = found["2025年8月20日"], found["示例县教育局"]
    assert date.right == pytest.approx(RIGHT - 4 * 15.79, abs=NEAR)
    assert (name.left + name.right) / 2 == pytest.approx((date.left + date.right) / 2, abs=1)


def test_a_date_without_a_seal_begins_two_characters_after_the_name() -> None:
    text = SIGNED.replace("示例县教育局\n\n2025", "示例县人民政府教育局办公室\n\n2025")
    unsealed = opened(text, Page(seal=False)).pages[0]
    found = {line.text: line for line in body(unsealed)}
    date, name = found["2025年8月20日"], found["示例县人民政府教育局办公室"]
    assert name.right == pytest.approx(RIGHT - 2 * 15.79, abs=NEAR)
    assert date.left - name.left == pytest.approx(2 * 15.79, abs=NEAR)


@pytest.mark.parametrize(("above", "pages"), [(19, 1), (20, 2), (21, 2)])
def test_a_signature_has_a_line_of_text_on_its_page(above: int, pages: int) -> None:
    text = "正文\n\n" * above + SIGNED.partition("<!-- place")[0].partition("\n\n")[2]
    found = opened(text).pages
    assert len(found) == pages
    words = [line.text for line in body(found[-1])]
    assert words[-3:] == ["正文", "示例县教育局", "2025年8月20日"]


def test_the_imprint_closes_the_text_block() -> None:
    page = opened(SIGNED).pages[0]
    rules = sorted(line["top"] for line in edges(page) if line["stroking_color"] != (1, 0, 0))
    assert len(rules) == 3
    assert rules[-1] == pytest.approx(BOTTOM, abs=NEAR)


def test_the_same_text_gives_the_same_bytes_and_no_clock_is_read() -> None:
    first = pdf.write(parse(HEAD), title="示例", issued="2025-08-20")
    assert first == pdf.write(parse(HEAD), title="示例", issued="2025-08-20")
    assert set(re.findall(rb"D:(\d{8})", first)) == {b"20250820"}


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "find_spec", lambda name: None)
    with pytest.raises(Failure) as failed:
        pdf.unready(Place(file="scheme.yaml"))
    assert failed.value.finding.code == "DOC401"


def test_without_a_chinese_font_it_says_which_package_has_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "found_faces", lambda page: None)
    found = pdf.unready(Place(file="scheme.yaml"))
    assert found is not None
    assert found.code == "DOC402"
