"""A template that would work without end ends at once, with the paragraph it is written in."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from word_files import p, texts, word
from xuequ.findings.wording import worded
from xuequ.markup.templating import Failure
from xuequ.resolution.plan import Plan
from xuequ.views.context import context
from xuequ.views.jobs import Document, jobs
from xuequ.word_templates.filling import check, fill
from xuequ.word_templates.package import WordSource


@pytest.fixture
def values(plan: Plan) -> Mapping[str, object]:
    return next(jobs(Document.PLAN, context(plan), None)).values


_DOUBLED = "{% set ns = namespace(x='甲') %}{% for i in range(60) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}"
TOO_MUCH = {
    "loops in loops": (
        "{% for i in range(9999) %}{% for j in range(9999) %}x{% endfor %}{% endfor %}",
        "循环的次数太多",
    ),
    "a long range": ("{% for i in range(10**9) %}x{% endfor %}", "循环的次数太多"),
    "a range without end": ("{% for i in range(10**14, 10**15) %}x{% endfor %}", "循环的次数太多"),
    "filters in loops": (
        "{% for i in range(9999) %}{{ range(9999) | list | length }}{% endfor %}",
        "循环的次数太多",
    ),
    "a text many times": ("{{ 'x' * 10**10 }}", "得到的文字或列表太长"),
    "a list many times": ("{{ ([1] * 10**9) | length }}", "得到的文字或列表太长"),
    "a wide format": ("{{ '%010000000000d' | format(1) }}", "得到的文字或列表太长"),
    "a width that is given": ("{{ '%*d' % (10**10, 1) }}", "得到的文字或列表太长"),
    "a text doubled": (f"{_DOUBLED}{{{{ ns.x }}}}", "得到的文字或列表太长"),
    "a text joined by a text": ("{{ range(9999) | join('x' * 9999) }}", "得到的文字或列表太长"),
    "a text for a text": ("{{ ('x' * 9999) | replace('x', 'y' * 9999) }}", "得到的文字或列表太长"),
    "a high power": ("{{ 10 ** (10 ** 10) }}", "数字太大"),
    "powers of powers": ("{{ 9 ** 9 ** 9 }}", "数字太大"),
    "a great product": ("{{ 10**15 * 10**15 }}", "数字太大"),
    "a wide batch": ("{{ goals | batch(10**9, 'x') | list | length }}", "数字太大"),
    "a fine rounding": ("{{ 1.5 | round(10**9, 'ceil') }}", "数字太大"),
    "a macro in itself": ("{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(title) }}", "一层套一层太深"),
}


@pytest.mark.parametrize("what", TOO_MUCH)
def test_work_without_end_is_refused(what: str, values: Mapping[str, object]) -> None:
    written, problem = TOO_MUCH[what]
    source = WordSource("my.docx", word(p("一"), p(written)))
    assert check(source, Document.PLAN, values) == ()
    with pytest.raises(Failure) as failed:
        fill(source, Document.PLAN, values)
    said = worded(failed.value.finding, "zh").message
    assert failed.value.finding.code == "DOC331"
    assert said.startswith("正文第 2 段")
    assert said.endswith(problem)


@pytest.mark.parametrize(
    "written",
    [
        f"{{{{ {'(' * 400}1{')' * 400} }}}}",
        f"{{{{ {'not ' * 900}title }}}}",
        f"{{{{ title{'[0]' * 2000} }}}}",
    ],
)
def test_an_expression_nested_without_end_is_refused(written: str, values: Mapping[str, object]) -> None:
    (finding,) = check(WordSource("my.docx", word(p(written))), Document.PLAN, values)
    assert finding.code == "DOC331"


def test_each_filling_may_do_as_much_as_the_first(values: Mapping[str, object]) -> None:
    written = "{% for i in range(9999) %}{{ range(40) | list | length }}{% endfor %}"
    source = WordSource("my.docx", word(p(written)))
    made = {fill(source, Document.PLAN, values) for _ in range(3)}
    assert len(made) == 1


@pytest.mark.parametrize(
    ("written", "problem"), [("{{ 1 / 0 }}", "除数是零"), ("{{ title + 1 }}", "拼接文字用 `~`")]
)
def test_sums_that_cannot_be_done_are_told_in_words(
    written: str, problem: str, values: Mapping[str, object]
) -> None:
    with pytest.raises(Failure) as failed:
        fill(WordSource("my.docx", word(p(written))), Document.PLAN, values)
    assert problem in worded(failed.value.finding, "zh").message


def test_sums_that_an_office_does_are_done(values: Mapping[str, object]) -> None:
    source = WordSource("my.docx", word(p("{{ 2 ** 10 + 3 * 4 - 7 % 4 }}{{ '—' * 3 }}{{ '%02d' % 7 }}")))
    assert texts(fill(source, Document.PLAN, values)) == ["1033———07"]
