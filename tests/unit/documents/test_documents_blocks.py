"""Markdown into blocks."""

from xuequ.markup.blocks import Heading, Item, Kind, Paragraph, Run, Table, Turn, parse, words


def test_headings_keep_their_level_and_text() -> None:
    assert parse("# 题目\n\n## 一、目标\n") == (Heading(1, "题目"), Heading(2, "一、目标"))


def test_bold_words_become_a_run_of_their_own() -> None:
    assert parse("**例会**。牵头：局长\n") == (Paragraph((Run("例会", bold=True), Run("。牵头：局长"))),)


def test_lists_are_numbered_from_their_first_number() -> None:
    assert parse("3. 甲\n4. 乙\n") == (Item("甲", 1, "3."), Item("乙", 1, "4."))


def test_a_list_in_a_list_is_one_deeper() -> None:
    assert parse("- 甲\n  - 乙\n") == (Item("甲", 1, ""), Item("乙", 2, ""))


def test_a_table_of_plain_words_is_plain() -> None:
    (table,) = parse("| 甲 | 乙 |\n|---|:-:|\n| 1 | 二 |\n")
    assert table == Table(("甲", "乙"), (("1", "二"),), True)


def test_a_marked_cell_becomes_runs_and_the_table_is_no_longer_plain() -> None:
    (table,) = parse("| 甲 |\n|---|\n| **乙** |\n")
    assert isinstance(table, Table)
    assert table.rows == (((Run("乙", bold=True),),),)
    assert not table.plain


def test_an_escaped_bar_is_text_of_its_cell() -> None:
    (table,) = parse("| 甲 | 乙 |\n|---|---|\n| 一\\|二 | 三 |\n")
    assert isinstance(table, Table)
    assert table.rows == (("一|二", "三"),)


def test_a_break_in_a_cell_is_a_line_of_its_own() -> None:
    (table,) = parse("| 甲 |\n|---|\n| 一<br>二 |\n")
    assert isinstance(table, Table)
    assert table.rows == (("一\n二",),)


def test_short_rows_are_filled_and_long_ones_cut() -> None:
    (table,) = parse("| 甲 | 乙 |\n|---|---|\n| 一 |\n| 一 | 二 | 三 |\n")
    assert isinstance(table, Table)
    assert table.rows == (("一", ""), ("一", "二"))


def test_a_folded_line_goes_on_without_a_gap_between_chinese_characters() -> None:
    assert parse("第一行\n第二行 two\nthree\n") == (Paragraph("第一行第二行 two three"),)


def test_comments_turn_the_page_and_align_what_follows_until_a_heading() -> None:
    text = "<!-- page: landscape -->\n\n<!-- align: right -->\n\n某局\n\n# 题目\n\n正文\n"
    assert parse(text) == (
        Turn(True),
        Paragraph("某局", Kind.RIGHT),
        Heading(1, "题目"),
        Paragraph("正文"),
    )


def test_characters_that_no_document_may_hold_are_dropped() -> None:
    assert parse("甲\x00\x1f乙\n") == (Paragraph("甲乙"),)


def test_html_in_the_text_stays_text() -> None:
    assert parse("甲<script>乙\n") == (Paragraph("甲<script>乙"),)


def test_a_break_in_a_cell_is_one_whatever_is_marked_beside_it() -> None:
    (table,) = parse("| 甲 |\n|---|\n| 一小[分校]<br>**二小**<br>三小\\*四小 |\n")
    assert isinstance(table, Table)
    assert words(table.rows[0][0]) == "一小[分校]\n二小\n三小*四小"
