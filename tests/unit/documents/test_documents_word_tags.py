"""Tags as they are written and where they stand: every slip is a finding that says what to write."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from lxml import etree

from word_files import NAMESPACES, p, run, table, with_part, word
from xuequ.findings.finding import Finding
from xuequ.findings.wording import worded
from xuequ.resolution.plan import Plan
from xuequ.views.context import context
from xuequ.views.jobs import Document, jobs
from xuequ.word_templates.filling import check
from xuequ.word_templates.package import WordSource
from xuequ.word_templates.paragraphs import stretches
from xuequ.word_templates.tags import tags


@pytest.fixture
def values(plan: Plan) -> Mapping[str, object]:
    return next(jobs(Document.PLAN, context(plan), None)).values


def found(data: bytes, values: Mapping[str, object]) -> list[Finding]:
    return list(check(WordSource("my.docx", data), Document.PLAN, values))


def test_tags_are_read_with_the_part_of_the_page_they_are_for() -> None:
    xml = f"<w:body {NAMESPACES}>{p('{%p for x', ' in rows %}')}{table(('{{ x[“a”] }}{# 说明 #}',))}</w:body>"
    read = [each for text in stretches(etree.fromstring(xml), "part_text") for each in tags(text)]
    assert [(each.inner, each.kind, each.at.number) for each in read] == [
        ("for x in rows", "p", 1),
        ('x["a"]', "", 2),
        ("说明", "", 2),
    ]


SLIPS = {
    "a blank before p": ("{% p if title %}", "DOC318", "写成 `{%p if title %}`"),
    "a dash and a blank before p": ("{%- p if title %}", "DOC318", "写成 `{%p if title %}`"),
    "a capital P": ("{%P if title %}", "DOC318", "写成 `{%p if title %}`"),
    "no blank behind tr": ("{%trfor x in ours %}", "DOC318", "写成 `{%tr for x in ours %}`"),
    "p in what prints": ("{{p title }}", "DOC318", "写成 `{{ title }}`"),
    "brackets of Chinese type": ("{{ ours|join（“、”） }}", "DOC317", "换成英文输入法的 `(`、`)`"),
    "a full stop": ("{{ goals[0]。name }}", "DOC317", "换成英文输入法的 `.`"),
    "a wide point": ("{{ goals[0]．name }}", "DOC317", "换成英文输入法的 `.`"),
    "a wide bar": ("{{ title｜upper }}", "DOC317", "换成英文输入法的 `|`"),
    "a comma": ("{{ title|replace('a'，'b') }}", "DOC317", "换成英文输入法的 `,`"),
    "wide letters": ("{{ ｔｉｔｌｅ }}", "DOC317", "换成英文输入法的 `t`、`i`、`l`、`e`"),
    "a long dash": ("{{ goals|length – 1 }}", "DOC317", "换成英文输入法的 `-`"),
    "three braces": ("{{{ title }}}", "DOC316", "写成 `{{ title }}`"),
    "braces apart": ("{ { title } }", "DOC302", "标签写成 `{{ 名称 }}`"),
    "an end of the other kind": ("{% if title }}x{% endif %}", "DOC302", "标签写成 `{{ 名称 }}`"),
    "a remark without an end": ("{# 说明", "DOC302", "标签写成 `{{ 名称 }}`"),
    "text as it stands": ("{% raw %}{{ x }}", "DOC308", "常用的是 `for`"),
    "no statement": ("{% %}", "DOC308", "常用的是 `for`"),
    "one sign of equality": ("{% if title = 'x' %}a{% endif %}", "DOC310", "对照 `xuequ template vars plan`"),
    "a loop over `of`": ("{% for x of ours %}a{% endfor %}", "DOC310", "对照 `xuequ template vars plan`"),
    "nothing in it": ("{{ }}", "DOC310", "对照 `xuequ template vars plan`"),
    "a test that is not there": (
        "{% if title is foo %}a{% endif %}",
        "DOC310",
        "对照 `xuequ template vars plan`",
    ),
}


@pytest.mark.parametrize("what", SLIPS)
def test_a_slip_is_told_with_what_to_write(what: str, values: Mapping[str, object]) -> None:
    written, code, help_text = SLIPS[what]
    (finding,) = found(word(p("前文 ", written)), values)
    said = worded(finding, "zh")
    assert finding.code == code
    assert said.message.startswith("正文第 1 段“前文 ")
    assert said.help.startswith(help_text)
    assert not any(word in said.message for word in ("expected", "unexpected", "token", "object"))


LOOP = ("{%tr for s in sources %}", "{%tr endfor %}")
MISPLACED = {
    "words beside the statement of a paragraph": (p("前文{%p if title %}后文"), "DOC320", "“前文后文”"),
    "words in another cell of the row": (
        table((LOOP[0], "此列"), ("x", ""), (LOOP[1], "")),
        "DOC320",
        "“此列”",
    ),
    "a tag that prints in the row": (table((LOOP[0], "{{ s[0] }}"), (LOOP[1], "")), "DOC320", "“{{ s[0] }}”"),
    "a picture beside it": (
        p("{%p if title %}", "<w:r><w:drawing/></w:r>"),
        "DOC320",
        "“图片、文本框或注释号”",
    ),
    "begin and end in one row": (
        table((LOOP[0], LOOP[1])),
        "DOC319",
        "`for s in sources` 和 `endfor` 在同一处",
    ),
    "two of them in one paragraph": (
        p("{%p for g in goals %}{{ g.name }}{%p endfor %}"),
        "DOC319",
        "`for g in goals` 和 `endfor` 在同一处",
    ),
    "a loop from cell to cell": (
        table(("{% for s in sources %}a", "{% endfor %}")),
        "DOC307",
        "不能放在这里",
    ),
    "paragraphs of two cells": (
        table((f"{p('{%p if title %}')}{p('x')}", f"{p('{%p endif %}')}{p('x')}")),
        "DOC307",
        "不能放在这里",
    ),
    "rows outside a table": (p(LOOP[0]), "DOC307", "不能放在这里"),
    "a statement of a paragraph in a field": (
        p("<w:r><w:instrText>{%p if title %}</w:instrText></w:r>", "x"),
        "DOC307",
        "正文第 1 段中的域代码",
    ),
    "a macro over two paragraphs": (p("{% macro f() %}a") + p("b{% endmacro %}"), "DOC307", "不能放在这里"),
    "too many in one another": (p("{% if 1 %}" * 13 + "{% endif %}" * 13), "DOC321", "套在太多层里面"),
}


@pytest.mark.parametrize("what", MISPLACED)
def test_a_statement_out_of_place_is_told_before_anything_is_lost(
    what: str, values: Mapping[str, object]
) -> None:
    content, code, said = MISPLACED[what]
    (finding, *_) = found(word(content), values)
    assert finding.code == code
    assert said in worded(finding, "zh").message


PLACES = {
    "alternative text": (
        '<w:r><w:drawing><wp:docPr descr="{{ titel }}"/></w:drawing></w:r>',
        "中图片的名称或替代文字",
    ),
    "a field": ("<w:r><w:instrText>{{ titel }}</w:instrText></w:r>", "中的域代码"),
    "a formula": ("<m:oMath><m:r><m:t>{{ titel }}</m:t></m:r></m:oMath>", "中的公式"),
    "a bookmark": ('<w:bookmarkStart w:id="0" w:name="{{ titel }}"/>', "中的书签、控件或表格属性"),
}


@pytest.mark.parametrize("what", PLACES)
def test_a_wrong_name_is_told_where_it_stands_in_its_paragraph(
    what: str, values: Mapping[str, object]
) -> None:
    content, spot = PLACES[what]
    (finding,) = found(word(p("一"), p("二", content)), values)
    assert worded(finding, "zh").message == f"正文第 2 段{spot}“{{{{ titel }}}}”用到了没有提供的名称 `titel`"


def test_a_wrong_name_in_a_property_names_the_property(values: Mapping[str, object]) -> None:
    properties = '<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:subject>{{ titel }}</dc:subject></p>'
    (finding,) = found(word(p("{{ title }}"), properties=properties), values)
    assert worded(finding, "zh").message.startswith("文档属性“主题”第 1 段“{{ titel }}”用到了")


def test_lines_above_footnotes_are_not_counted(values: Mapping[str, object]) -> None:
    notes = (
        '<w:footnote w:type="separator"><w:p/></w:footnote>'
        '<w:footnote w:type="continuationSeparator"><w:p/></w:footnote>'
        f"<w:footnote>{p('{{ titel }}')}</w:footnote>"
    )
    (finding,) = found(word(p("甲"), footnotes=notes), values)
    assert worded(finding, "zh").message.startswith("脚注第 1 段")


def test_a_wrong_name_in_endnotes_and_comments_is_told(values: Mapping[str, object]) -> None:
    notes = f"<w:endnote>{p('{{ titel }}')}</w:endnote>"
    comments = f"<w:comment>{p('{{ titel }}')}</w:comment>"
    wrong = found(word(p("甲"), endnotes=notes, comments=comments), values)
    assert [worded(each, "zh").message[:7] for each in wrong] == ["尾注第 1 段", "批注第 1 段"]


def test_a_tag_in_a_chart_is_told_not_to_be_filled(values: Mapping[str, object]) -> None:
    kind = "application/vnd.openxmlformats-officedocument.drawingml.chart"
    data = with_part(word(p("{{ title }}")), "word/charts/c.xml", kind, b"<c><t>{{ title }}</t></c>")
    (finding,) = found(data, values)
    assert worded(finding, "zh").message == "图表里的 `{{ title }}` 不会填写"


def test_several_slips_are_told_at_once(values: Mapping[str, object]) -> None:
    codes = [each.code for each in found(word(p("{% p if title %}"), p("{{ a。b }}"), p("{{ title")), values)]
    assert codes == ["DOC318", "DOC317", "DOC302"]


def test_text_in_runs_of_its_own_is_read_as_one(values: Mapping[str, object]) -> None:
    (finding,) = found(word(p("{", run("{ tit"), "el }", "}")), values)
    assert (finding.code, finding.args["name"]) == ("DOC303", "titel")
