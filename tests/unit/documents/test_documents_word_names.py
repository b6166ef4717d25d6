"""What a template asks of its document: names, fields and cells are known beforehand, and only texts are printed."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from word_files import p, table, word
from xuequ.findings.finding import Finding
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


def found(values: Mapping[str, object], *body: str) -> list[Finding]:
    return list(check(WordSource("my.docx", word(*body)), Document.PLAN, values))


def only(values: Mapping[str, object], *body: str) -> Finding:
    (finding,) = found(values, *body)
    return finding


UNKNOWN = {
    "in a loop over nothing": ("{% for x in mandates %}{{ x.nmae }}{% endfor %}", "x", "nmae"),
    "in a branch that is not taken": ("{% if false %}{{ goals[0].nmae }}{% endif %}", "goals[0]", "nmae"),
    "in a condition": ("{% if goals[0].nmae %}a{% endif %}", "goals[0]", "nmae"),
    "two loops deep": (
        "{% for m in measures %}{% for s in m.statements %}{{ s.txt }}{% endfor %}{% endfor %}",
        "s",
        "txt",
    ),
    "of the first of several": ("{{ (goals | first).nmae }}", "(goals | first).nmae", "nmae"),
    "that a filter is told": ("{{ goals | map(attribute='nmae') | join }}", "goals", "nmae"),
    "of what was sorted": (
        "{% for g in goals | sort(attribute='name') %}{{ g.nmae }}{% endfor %}",
        "g",
        "nmae",
    ),
    "of a name that was set": ("{% set g = goals[0] %}{{ g.nmae }}", "g", "nmae"),
    "of the loop": ("{% for g in goals %}{{ loop.indx }}{% endfor %}", "loop", "indx"),
    "of a text": ("{{ title.nmae }}", "title", "nmae"),
    "private": ("{{ goals[0].__class__ }}", "goals[0]", "__class__"),
}


@pytest.mark.parametrize("what", UNKNOWN)
def test_a_field_that_is_not_there_is_told_beforehand(what: str, values: Mapping[str, object]) -> None:
    written, holder, name = UNKNOWN[what]
    finding = only(values, p(written))
    assert (finding.code, finding.args["holder"], finding.args["name"]) == ("DOC304", holder, name)


def test_a_field_is_looked_for_in_what_stands_before_it(values: Mapping[str, object]) -> None:
    said = worded(only(values, p("{% for o in goals %}{{ o.nmae }}{% endfor %}")), "en")
    assert said.message.endswith(": nothing in `o` is called `nmae`")
    assert said.help.startswith("the nearest is `name`; ")


def test_a_cell_that_is_not_there_is_told_with_how_many_there_are(values: Mapping[str, object]) -> None:
    rows = table(("{%tr for r in sources %}",), ("{{ r[9] }}",), ("{%tr endfor %}",))
    said = worded(only(values, rows), "zh")
    assert said.message == "正文第 2 段“{{ r[9] }}”：`r` 只有 6 格（项），没有 `[9]`"
    assert said.help.startswith("从 0 数起，最后一个是 `[5]`；")


def test_an_entry_that_is_not_there_is_told_when_it_is_filled_in(values: Mapping[str, object]) -> None:
    with pytest.raises(Failure) as failed:
        fill(WordSource("my.docx", word(p("{{ goals[99].name }}"))), Document.PLAN, values)
    assert worded(failed.value.finding, "zh").message.endswith("`goals` 只有 1 格（项），没有 `[99]`")


PRINTED = {
    "{{ principles }}": ("DOC322", "前后各占一段写 `{%p for one in principles %}` 和 `{%p endfor %}`"),
    "{{ goals.name }}": ("DOC322", "前后各占一段写 `{%p for one in goals %}`"),
    "{{ sources }}": ("DOC322", "前后各占一段写 `{%p for one in sources %}`"),
    "{{ '甲' ~ goals }}": ("DOC322", "前后各占一段写 `{%p for one in goals %}`"),
    "{{ goals | join('、') }}": ("DOC322", "前后各占一段写 `{%p for one in goals %}`"),
    "{{ goals | string }}": ("DOC322", "前后各占一段写 `{%p for one in goals %}`"),
    "{% for r in sources %}{{ r }}{% endfor %}": ("DOC324", "写出其中一格，如 `r[0]`"),
    "{{ goals[0] }}": ("DOC325", "写出其中一项：`goals[0].name`、`goals[0].text`"),
    "{{ title == number }}": ("DOC326", "是或否用"),
    "{% for c in title %}{{ c }}{% endfor %}": ("DOC327", "直接写 `{{ … }}`"),
    "{{ title | join('、') }}": ("DOC327", "直接写 `{{ … }}`"),
    "{% for a, b in sources %}{{ b }}{% endfor %}": ("DOC328", "写一个名称，如 `for row in …`"),
}


@pytest.mark.parametrize("written", PRINTED)
def test_what_is_no_text_is_not_printed_and_the_help_says_how(
    written: str, values: Mapping[str, object]
) -> None:
    code, help_text = PRINTED[written]
    finding = only(values, p(written))
    assert finding.code == code
    assert worded(finding, "zh").help.startswith(help_text)


UNSEEN = {
    "{{ (sources | list | groupby(0))[0] }}": "DOC325",
    "{{ [1, 2] }}": "DOC322",
    "{{ true }}": "DOC326",
    "{% macro f(x) %}{{ x }}{% endmacro %}{{ f(goals[0]) }}": "DOC325",
    "{% macro f(x) %}{% for y in x %}{{ y }}{% endfor %}{% endmacro %}{{ f(title) }}": "DOC327",
    "{% macro f(x) %}{{ x.nmae }}{% endmacro %}{{ f(goals[0]) }}": "DOC304",
    "{{ none }}": "DOC326",
    "{{ range }}": "DOC326",
}


@pytest.mark.parametrize("written", UNSEEN)
def test_what_could_not_be_known_is_told_when_it_is_filled_in(
    written: str, values: Mapping[str, object]
) -> None:
    source = WordSource("my.docx", word(p(written)))
    assert check(source, Document.PLAN, values) == ()
    with pytest.raises(Failure) as failed:
        fill(source, Document.PLAN, values)
    assert failed.value.finding.code == UNSEEN[written]
    assert "Statement" not in worded(failed.value.finding, "zh").message


@pytest.mark.parametrize(
    "name", ["safe", "urlize", "random", "tojson", "pprint", "attr", "center", "table", "markdown"]
)
def test_a_filter_that_is_of_no_use_in_word_is_named(name: str, values: Mapping[str, object]) -> None:
    finding = only(values, p(f"{{{{ title | {name} }}}}"))
    assert (finding.code, finding.args["name"]) == ("DOC305", name)


@pytest.mark.parametrize("name", ["lipsum", "joiner", "cycler", "dict", "self"])
def test_names_of_jinja_that_are_of_no_use_are_not_there(name: str, values: Mapping[str, object]) -> None:
    assert only(values, p(f"{{{{ {name} }}}}")).args["name"] == name


def test_a_chinese_name_is_answered_with_the_one_it_stands_for(values: Mapping[str, object]) -> None:
    assert only(values, p("{{ 标题 }}")).args["nearest"] == ("title",)


def test_help_names_the_document_whose_names_are_meant(plan: Plan) -> None:
    values = next(jobs(Document.TASKS, context(plan), None)).values
    (finding,) = check(WordSource("my.docx", word(p("{{ tittle }}"))), Document.TASKS, values)
    assert "`xuequ template vars tasks`" in worded(finding, "zh").help


def test_what_only_markdown_templates_have_is_said_to_be_there(plan: Plan) -> None:
    values = next(jobs(Document.NOTICE, context(plan), None)).values
    wrong = check(WordSource("my.docx", word(p("{{ plan }}{{ annexes }}"))), Document.NOTICE, values)
    assert [each.code for each in wrong] == ["DOC332", "DOC332"]


def test_what_is_right_is_not_remarked_upon(values: Mapping[str, object]) -> None:
    right = (
        "{% set ns = namespace(n=0) %}{% for g in goals %}{% set ns.n = ns.n + 1 %}{{ ns.n }}{% endfor %}",
        "{% for a, b, c, d, e, f in sources %}{{ b }}{% endfor %}",
        "{% for title_, rows in schedules %}{{ title_ }}{% for r in rows %}{{ r[1] }}{% endfor %}{% endfor %}",
        "{% with x = goals[0] %}{{ x.name }}{% endwith %}{{ date[:4] }}{{ title.split('县')[0] }}",
        "{{ goals | selectattr('text') | map(attribute='name') | join('；') }}{{ goals | length + 1 }}",
        "{% for k in measures | groupby('level') %}{{ k.grouper }}{{ k.list | length }}{% endfor %}",
        "{% for g in goals if g.text %}{{ loop.index | chinese }}{% else %}无{% endfor %}{{ number or '无' }}",
        "{% for many in goals | batch(2) %}{{ many | map(attribute='name') | join }}{% endfor %}{{ 7 % 2 }}",
        "{{ '%02d' | format(3) }}{{ '%02d' % 3 }}{% for i in range(3) %}{{ i }}{% endfor %}{{ title | truncate(5) }}",
    )
    source = WordSource("my.docx", word(*map(p, right)))
    assert check(source, Document.PLAN, values) == ()
    assert fill(source, Document.PLAN, values)
