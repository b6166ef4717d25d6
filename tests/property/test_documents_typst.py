"""Whatever somebody wrote reaches the page as it is, and means nothing to the typesetter."""

from __future__ import annotations

import json
from functools import cache

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from xuequ.markup.blocks import Block, Heading, Inline, Item, Kind, Paragraph, Run, Table, Turn
from xuequ.writers import pdf
from xuequ.writers.page import NATIONAL
from xuequ.writers.typeset.page import quoted
from xuequ.writers.typeset.text import inline

pytestmark = pytest.mark.skipif(
    pdf.found_faces(NATIONAL) is None, reason="this machine has no Chinese font, and so no PDF"
)
MARKUP = r"""#{}[]()$*_`\"'~-=+/<>@:;%&|^!?,.\n附件1 喆堃赟“”〔〕《》　"""
CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])
PIECES = st.sampled_from(
    [
        '#read("/etc/passwd")',
        '"); panic("',
        "*/ /*",
        "//",
        '\\"',
        "]#[",
        "\n",
        "\u200b",
        "\u202e",
        "$x$",
        "<a>",
    ]
)
WORDS = st.lists(st.one_of(PIECES, st.sampled_from(MARKUP), CHARACTERS), max_size=40).map("".join)
TEXTS: st.SearchStrategy[Inline] = st.one_of(
    WORDS,
    st.lists(st.builds(Run, WORDS, st.booleans(), st.booleans(), WORDS), max_size=3).map(tuple),
)


def tables(width: int) -> st.SearchStrategy[Table]:
    row = st.tuples(*(TEXTS for _ in range(width)))
    return st.builds(Table, row, st.lists(row, max_size=3).map(tuple), st.just(False))


BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.integers(1, 6), TEXTS),
    st.builds(Paragraph, TEXTS, st.sampled_from(Kind)),
    st.builds(Item, TEXTS, st.integers(1, 4), st.sampled_from(["", "1."])),
    st.integers(1, 4).flatmap(tables),
    st.builds(Turn, st.booleans()),
)


@cache
def no_fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)


def evaluated(expression: str) -> str:
    """What typst takes an expression for."""
    made = typst.eval(b"", expression, font_paths=no_fonts(), ignore_system_fonts=True)
    return str(json.loads(made))


@given(WORDS)
@settings(max_examples=200, deadline=None)
def test_a_text_comes_back_from_typst_as_it_was(text: str) -> None:
    assert evaluated(quoted(text)) == text


@given(WORDS)
@settings(max_examples=200, deadline=None)
def test_places_to_turn_are_all_that_is_added_to_a_text(text: str) -> None:
    said = evaluated(inline(text, 4))
    assert said.replace("\u200b", "") == text.replace("\u200b", "")


@given(st.lists(BLOCKS, max_size=8))
@settings(max_examples=80, deadline=None)
def test_every_text_can_be_set_and_gives_the_same_bytes_again(blocks: list[Block]) -> None:
    made = pdf.write(blocks, title="示例")
    assert made.startswith(b"%PDF-")
    assert made == pdf.write(blocks, title="示例")


def test_characters_that_turn_the_direction_of_text_are_left_out() -> None:
    turned = [Paragraph("件+，〔甲〕\u202e〔乙〕，〔丙〕\u202c")]
    assert pdf.write(turned, title="示例") == pdf.write(
        [Paragraph("件+，〔甲〕〔乙〕，〔丙〕")], title="示例"
    )


@given(WORDS, WORDS)
@settings(max_examples=40, deadline=None)
def test_a_title_and_an_author_mean_nothing_either(title: str, author: str) -> None:
    assert pdf.write([Paragraph("正文")], title=title, author=author).startswith(b"%PDF-")


def test_a_text_too_long_for_its_line_is_turned_within_the_page() -> None:
    from io import BytesIO

    import pdfplumber

    long = "x" * 300
    table = Table(("甲", "乙"), ((long, "。" * 300), ("1", "2")), plain=True)
    made = pdfplumber.open(BytesIO(pdf.write([Paragraph(long), table], title="示例")))
    right = max(char["x1"] for page in made.pages for char in page.chars)
    assert right <= 184 * 72 / 25.4 + 1
