"""Whatever somebody writes into a Word template ends in a file that Word can open, or in findings with a place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from word_files import p, table, unsound, word
from xuequ.findings.wording import worded
from xuequ.markup.templating import Failure
from xuequ.views.context import context
from xuequ.views.jobs import Document, jobs
from xuequ.word_templates.filling import check, fill
from xuequ.word_templates.package import WordSource
from xuequ.workspace.sample import sample_plan

VALUES = next(jobs(Document.PLAN, context(sample_plan()), None)).values
#: What tags are made of, right and wrong.
PIECES = st.sampled_from(
    [
        "{{",
        "}}",
        "{%",
        "{%p",
        "{%tr",
        "{%-",
        "-%}",
        "%}",
        "{#",
        "#}",
        "“",
        "'",
        "(",
        ")",
        "[0]",
        "[9]",
        "for x in",
        "if",
        "else",
        "elif",
        "endfor\n   ",
        "endif",
        "set y =",
        "with z =",
        "endwith",
        "macro m(x)",
        "endmacro",
        "goals",
        "sources",
        "title",
        "measures",
        ".name",
        ".nmae\n   ",
        ".statements",
        "x",
        "y",
        "m(x)",
        "loop",
        "length",
        "join('、')",
        "chinese",
        "first",
        "sort",
        "map(attribute='name')",
        "safe",
        "+ 1\n   ",
        "* 9",
        "~",
        "。",
        "甲",
        "<b>",
        "&",
        "none",
        "true",
        "9999",
        "range(99)",
        "-",
        "==",
        "=",
        ",",
        "in",
        "not",
        "is defined",
    ]
).map(lambda job: f"{job.strip()} ")
TEXTS = st.lists(PIECES, max_size=9).map("".join)
INSIDE = st.lists(st.one_of(PIECES, st.just("| ")), max_size=4).map("".join)
TAGS = st.builds(
    "{}{}{}".format, st.sampled_from(["{{ ", "{% ", "{%p ", "{%tr "]), INSIDE, st.sampled_from([" }}", " %}"])
)
#: What is right as it stands.
WHOLE = st.sampled_from(
    [
        "{% for x in goals %}{{ x.name }}{{ loop.index | chinese }}{% endfor %}",
        "{% if sources %}{{ sources | length }}{% else %}甲{% endif %}",
        "{% macro m(x) %}《{{ x }}》{% endmacro %}{{ m(title) }}",
        "{{ goals | map(attribute='name') | join('、') }}",
    ]
)
WORDS = st.one_of(TEXTS, TAGS, WHOLE)
PARAGRAPHS = st.lists(WORDS, min_size=1, max_size=3).map(lambda many: p(*(f" {each}" for each in many)))
TABLES = st.lists(st.tuples(PARAGRAPHS, PARAGRAPHS), min_size=1, max_size=3).map(lambda rows: table(*rows))
LOOPS = st.builds(
    lambda name, inner: p(f"{{%p for x in {name} %}}") + "".join(inner) + p("{%p endfor %}"),
    st.sampled_from(["goals", "mandates", "title", "range(3)"]),
    st.lists(st.one_of(PARAGRAPHS, TABLES), max_size=2),
)
BODIES = st.lists(st.one_of(PARAGRAPHS, TABLES, LOOPS, WHOLE.map(p)), min_size=1, max_size=5)


@settings(max_examples=200, deadline=None)
@given(BODIES)
def test_any_template_ends_in_a_sound_file_or_in_findings(body: list[str]) -> None:
    source = WordSource("my.docx", word(*body))
    found = check(source, Document.PLAN, VALUES)
    if not found:
        try:
            assert list(unsound(fill(source, Document.PLAN, VALUES))) == []
        except Failure as failure:
            found = (failure.finding,)
    for each in found:
        assert worded(each, "zh").message
        assert worded(each, "en").message


GOOD = word(p("{{ title }}"), header=p("{{ title }}"))


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=3))
def test_any_damage_to_a_file_ends_in_findings(changes: list[tuple[int, int]]) -> None:
    data = bytearray(GOOD)
    for at, value in changes:
        data[at] = value
    source = WordSource("my.docx", bytes(data))
    for each in check(source, Document.PLAN, VALUES):
        assert worded(each, "zh").message
        assert each.primary.file == "my.docx"


@pytest.mark.parametrize("at", range(0, len(GOOD), 97))
def test_any_part_of_a_file_ends_in_findings(at: int) -> None:
    assert check(WordSource("my.docx", GOOD[:at]), Document.PLAN, VALUES)
