"""The format of official documents measured on the page, as LibreOffice sets it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import pdfplumber
import pytest

from official import set_by_libreoffice, written
from xuequ.writers.page import Page

MILLIMETRE = 72 / 25.4
#: What the standard allows.
CLOSE = 0.5
NUMBER_SIZE = 14
#: Width of 2025年8月20日 in points: seven digits, three characters. LibreOffice leaves gaps between them that it was
#: told not to leave, so its left edge is reckoned from its right one.
DATE = 7 * 8 + 3 * 16 - 10 * 0.25
Characters = list[dict[str, float]]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[pdfplumber.page.Page]]:
    path = set_by_libreoffice(written(), tmp_path_factory.mktemp("official"))
    with pdfplumber.open(path) as pdf:
        yield pdf.pages


def lines(page: pdfplumber.page.Page, size: float = 16) -> list[Characters]:
    """The lines of one size of type, from the top."""
    found = sorted((c for c in page.chars if abs(c["size"] - size) < 0.2), key=lambda c: (c["top"], c["x0"]))
    return [list(line) for _, line in groupby(found, key=lambda c: round(c["top"]))]


def text(line: Characters) -> str:
    return "".join(str(c["text"]) for c in sorted(line, key=lambda c: c["x0"]))


def ink(page: pdfplumber.page.Page, red: bool) -> list[tuple[float, float]]:
    """From where to where, in millimetres from the top, rows of the page are coloured."""
    image = page.to_image(resolution=300).original.convert("RGB")
    width, height = image.size
    raw = image.tobytes()
    rows = []
    for y in range(height):
        row = raw[y * width * 3 : (y + 1) * width * 3]
        pixels = zip(row[::3], row[1::3], strict=True)
        if any((r > 180 and g < 90) if red else r < 90 for r, g in pixels):
            rows.append(y)
    runs = [[y for _, y in run] for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0])]
    return [(run[0] / 300 * 25.4, (run[-1] + 1) / 300 * 25.4) for run in runs]


def test_a_full_page_holds_22_lines_of_28_characters(pages: list[pdfplumber.page.Page]) -> None:
    full = next(page for page in pages if len(lines(page)) == 22)
    assert [len(line) for line in lines(full)] == [28] * 22


def test_the_text_block_has_the_margins_of_the_standard(pages: list[pdfplumber.page.Page]) -> None:
    full = next(page for page in pages if len(lines(page)) == 22)
    every = [c for line in lines(full) for c in line]
    left, right = min(c["x0"] for c in every), max(c["x1"] for c in every)
    assert left / MILLIMETRE == pytest.approx(28, abs=CLOSE)
    # What each character gives up stands behind the last one as well.
    assert (right + 0.25) / MILLIMETRE == pytest.approx(28 + 156, abs=CLOSE)
    tops = [line[0]["top"] for line in lines(full)]
    pitch = (tops[-1] - tops[0]) / 21
    leading = (pitch - 16) / 2
    assert (tops[0] - leading) / MILLIMETRE == pytest.approx(37, abs=CLOSE)
    assert 22 * pitch / MILLIMETRE == pytest.approx(225, abs=CLOSE)


def test_the_mark_begins_35_millimetres_below_the_top_of_the_block(pages: list[pdfplumber.page.Page]) -> None:
    mark, _ = ink(pages[0], red=True)[0], ink(pages[0], red=True)[-1]
    assert mark[0] == pytest.approx(37 + 35, abs=CLOSE)


def test_the_red_line_stands_4_millimetres_below_the_number_and_is_as_wide_as_the_block(
    pages: list[pdfplumber.page.Page],
) -> None:
    line = ink(pages[0], red=True)[-1]
    number = [run for run in ink(pages[0], red=False) if run[1] < line[0]][-1]
    assert line[0] - number[1] == pytest.approx(4, abs=CLOSE)
    drawn = next(each for each in [*pages[0].lines, *pages[0].rects])
    assert (drawn["x1"] - drawn["x0"]) / MILLIMETRE == pytest.approx(156, abs=CLOSE)


def test_the_title_stands_two_lines_below_the_red_line(pages: list[pdfplumber.page.Page]) -> None:
    line = ink(pages[0], red=True)[-1]
    title = lines(pages[0], 22)
    gap = title[0][0]["top"] - line[1] * MILLIMETRE
    assert 2 * 28.95 <= gap <= 2 * 28.95 + 8
    assert [text(each) for each in title] == [
        "示例县教育局关于印发",
        "《示例县义务教育学区制管理改革",
        "实施方案》的通知",
    ]
    for each in title:
        middle = (min(c["x0"] for c in each) + max(c["x1"] for c in each)) / 2 / MILLIMETRE
        assert middle == pytest.approx(28 + 78, abs=4)  # a mark of citation is half empty


def test_the_receivers_stand_one_line_below_the_title_and_the_body_on_the_first_page(
    pages: list[pdfplumber.page.Page],
) -> None:
    receivers = next(line for line in lines(pages[0]) if text(line).startswith("各学区"))
    title = lines(pages[0], 22)[-1]
    gap = receivers[0]["top"] - title[0]["bottom"]
    assert 28.95 <= gap <= 2 * 28.95
    assert receivers[0]["x0"] / MILLIMETRE == pytest.approx(28, abs=CLOSE)
    body = next(line for line in lines(pages[0]) if text(line).startswith("为深入"))
    assert body[0]["x0"] / MILLIMETRE == pytest.approx(28 + 2 * 5.56, abs=CLOSE)


def signature(page: pdfplumber.page.Page) -> tuple[Characters, Characters]:
    name = next(line for line in lines(page) if text(line) == "示例县教育局")
    date = next(line for line in lines(page) if text(line) == "2025年8月20日")
    return name, date


def test_with_a_seal_the_name_is_centred_on_a_date_four_characters_in(
    pages: list[pdfplumber.page.Page],
) -> None:
    page = next(page for page in pages if any(text(line) == "2025年8月20日" for line in lines(page)))
    name, date = signature(page)
    # LibreOffice puts gaps between digits and characters; what counts is where the middle is.
    meant = (28 + 156) * MILLIMETRE - 4 * 5.56 * MILLIMETRE - DATE / 2
    for line in (name, date):
        assert (line[0]["x0"] + line[-1]["x1"]) / 2 == pytest.approx(meant, abs=CLOSE * MILLIMETRE)


def test_without_a_seal_the_date_begins_two_characters_after_the_name(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text_ = "# 题\n\n正文\n\n<!-- align: right -->\n\n示例县教育局教育科\n\n2025年8月20日\n"
    path = set_by_libreoffice(written(text_, Page(seal=False)), tmp_path_factory.mktemp("unsealed"))
    with pdfplumber.open(path) as pdf:
        name = next(line for line in lines(pdf.pages[0]) if text(line) == "示例县教育局教育科")
        date = next(line for line in lines(pdf.pages[0]) if text(line) == "2025年8月20日")
    assert (28 + 156) - name[-1]["x1"] / MILLIMETRE == pytest.approx(2 * 5.56, abs=CLOSE)
    assert (date[0]["x0"] - name[0]["x0"]) / MILLIMETRE == pytest.approx(2 * 5.56, abs=CLOSE)


def test_an_attachment_has_its_number_on_line_1_and_its_title_on_line_3(
    pages: list[pdfplumber.page.Page],
) -> None:
    page = next(page for page in pages if lines(page) and text(lines(page)[0]) == "附件2")
    number, title = lines(page)[0], lines(page, 22)[0]
    assert number[0]["x0"] / MILLIMETRE == pytest.approx(28, abs=CLOSE)
    assert number[0]["top"] / MILLIMETRE < 37 + 225 / 22
    third = 37 + 2 * 225 / 22
    assert third <= title[0]["top"] / MILLIMETRE <= third + 225 / 22


def numbered(page: pdfplumber.page.Page) -> Characters:
    return [c for c in page.chars if c["size"] == NUMBER_SIZE and c["text"] in "—0123456789"]


def test_page_numbers_stand_7_millimetres_below_the_block_on_the_outer_edge(
    pages: list[pdfplumber.page.Page],
) -> None:
    for place, page in enumerate(pages, 1):
        if page.width > page.height:
            continue
        number = [c for c in numbered(page) if c["top"] / MILLIMETRE > 265]
        assert text(number) == f"—{place}—"
        assert number[0]["top"] / MILLIMETRE == pytest.approx(37 + 225 + 7, abs=CLOSE)
        if place % 2:
            right = max(c["x1"] for c in number) / MILLIMETRE
            assert right == pytest.approx(28 + 156 - 4.94, abs=CLOSE)
        else:
            assert min(c["x0"] for c in number) / MILLIMETRE == pytest.approx(28 + 4.94, abs=CLOSE)


def test_on_a_turned_page_the_number_stands_at_the_same_place_of_the_sheet(
    pages: list[pdfplumber.page.Page],
) -> None:
    turned = [(place, page) for place, page in enumerate(pages, 1) if page.width > page.height]
    assert {place % 2 for place, _ in turned} == {0, 1}
    for place, page in turned:
        number = [c for c in page.chars if c["text"] == "—" and c["x1"] / MILLIMETRE < 35]
        assert max(c["x1"] for c in number) / MILLIMETRE == pytest.approx(35 - 7, abs=CLOSE)
        if place % 2:
            lowest = max(c["bottom"] for c in number) / MILLIMETRE
            assert lowest == pytest.approx(210 - 26 - 4.94, abs=CLOSE)
        else:
            assert min(c["top"] for c in number) / MILLIMETRE == pytest.approx(28 + 4.94, abs=CLOSE)


def test_on_the_only_page_of_a_document_the_number_stands_there_too(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    path = set_by_libreoffice(
        written("<!-- page: landscape -->\n\n# 清单\n"), tmp_path_factory.mktemp("single")
    )
    with pdfplumber.open(path) as pdf:
        number = [c for c in pdf.pages[0].chars if c["text"] == "—"]
        assert max(c["x1"] for c in number) / MILLIMETRE == pytest.approx(35 - 7, abs=CLOSE)
        assert max(c["bottom"] for c in number) / MILLIMETRE == pytest.approx(210 - 26 - 4.94, abs=CLOSE)


def test_the_last_lines_stand_at_the_foot_of_the_last_block(pages: list[pdfplumber.page.Page]) -> None:
    drawn = sorted([*pages[-1].lines, *pages[-1].rects], key=lambda each: each["top"])
    assert drawn[-1]["bottom"] / MILLIMETRE == pytest.approx(37 + 225, abs=CLOSE)
    for each in drawn:
        assert (each["x1"] - each["x0"]) / MILLIMETRE == pytest.approx(156, abs=CLOSE)
    assert [round(each["linewidth"] / MILLIMETRE, 2) for each in drawn] == [0.35, 0.26, 0.35]
