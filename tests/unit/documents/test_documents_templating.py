"""Templates: escaping, the sandbox, and what is said when one is wrong."""

import pytest

from xuequ.findings.finding import Finding, Position, Span
from xuequ.markup.blocks import Paragraph, parse
from xuequ.markup.templating import Failure, Ready, Source, Templates, escape, table, unused


def rendered(text: str, **values: object) -> str:
    return Templates({"plan.md.j2": Source("my/plan.md.j2", text)}).render("plan.md.j2", values)


def failing(text: str, **values: object) -> Finding:
    with pytest.raises(Failure) as caught:
        rendered(text, **values)
    return caught.value.finding


@pytest.mark.parametrize(
    "text",
    ["1. 甲", "- 甲", "# 甲", "甲*乙*丙", "[甲](乙)", "`甲`", "甲|乙", "<b>甲</b>", "2) 甲", "\\甲", "> 甲"],
)
def test_a_value_reads_back_as_itself(text: str) -> None:
    assert parse(escape(text)) == (Paragraph(text),)


def test_a_table_keeps_the_lines_of_a_cell_and_the_bars_in_it() -> None:
    assert table([("一\n二", "甲|乙")], ("A", "B")) == "| A | B |\n|---|---|\n| 一<br>二 | 甲\\|乙 |"


def test_a_table_without_rows_is_nothing() -> None:
    assert table([], ("甲",)) == Ready("")


def test_values_are_escaped_and_made_markdown_is_not() -> None:
    assert rendered("{{ a }} {{ a | markdown }}", a="*甲*") == "\\*甲\\* *甲*\n"


def test_a_template_of_the_drafter_takes_the_place_of_the_shipped_one() -> None:
    assert rendered("# {{ title }}", title="题目") == "# 题目\n"


def test_a_syntax_error_names_file_and_line() -> None:
    found = failing("# 题目\n\n{% for x in %}\n")
    assert found.code == "DOC010"
    assert found.primary.file == "my/plan.md.j2"
    assert found.primary.span is not None
    assert found.primary.span.start.line == 3


def test_an_undefined_name_is_found_before_anything_is_rendered() -> None:
    found = failing("# {{ title }}\n\n{{ titel }}\n", title="题目")
    assert found.code == "DOC011"
    assert found.args["variable"] == "titel"
    assert found.args["nearest"] == "title"
    assert found.primary.span == Span(Position(3, 4), Position(3, 9))


def test_an_undefined_field_names_the_line_it_is_used_on() -> None:
    found = failing("# {{ title }}\n\n甲\n{{ title.colour }}\n", title="题目")
    assert found.code == "DOC012"
    assert found.primary.span is not None
    assert found.primary.span.start.line == 4


def test_a_template_cannot_reach_out_of_the_sandbox() -> None:
    assert failing("{{ title.__class__.__mro__ }}", title="题目").code == "DOC012"


def test_a_template_that_divides_by_zero_is_a_finding_and_no_traceback() -> None:
    assert failing("甲\n{{ 1 // number }}", number=0).primary.span == Span(Position(2, 1), Position(2, 18))


def test_an_error_in_an_included_template_is_told_where_it_is() -> None:
    own = {
        "plan.md.j2": Source("my/plan.md.j2", "{% include 'part.md.j2' %}"),
        "part.md.j2": Source("my/part.md.j2", "甲\n\n{{ missing }}\n"),
    }
    with pytest.raises(Failure) as caught:
        Templates(own).render("plan.md.j2", {})
    place = caught.value.finding.primary
    assert (place.file, place.span and place.span.start.line) == ("my/part.md.j2", 3)


def test_a_template_that_replaces_none_is_told() -> None:
    own = {"plann.md.j2": Source("my/plann.md.j2", "甲")}
    (found,) = unused(own)
    assert (found.code, found.args["nearest"]) == ("DOC014", "plan.md.j2")


def test_a_template_that_another_includes_is_not() -> None:
    own = {
        "plan.md.j2": Source("my/plan.md.j2", "{% include 'part.md.j2' %}"),
        "part.md.j2": Source("my/part.md.j2", "甲"),
    }
    assert unused(own) == ()


def test_columns_in_which_nothing_stands_can_be_left_out() -> None:
    rows = (("甲", "—", "一小"), ("乙", "", "—"))
    assert (
        table(rows, ("名称", "模式", "成员"), filled=True)
        == "| 名称 | 成员 |\n|---|---|\n| 甲 | 一小 |\n| 乙 | — |"
    )
    assert table((("甲", "—"),), ("名称", "模式"), filled=True) == "| 名称 |\n|---|\n| 甲 |"
