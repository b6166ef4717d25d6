"""A drafter's own Word file: one made in LibreOffice is filled, a wrong one is told by paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from xuequ.documents import Document, Format, Options, build
from xuequ.findings.finding import Finding
from xuequ.findings.wording import worded
from xuequ.markup.templating import Failure
from xuequ.resolution.plan import Plan
from xuequ.views.context import context
from xuequ.views.jobs import jobs
from xuequ.word_templates.filling import check, fill
from xuequ.word_templates.package import WordSource

#: Made in LibreOffice; README.md beside it says how.
TEMPLATE = (Path(__file__).parent / "word" / "plan.docx").read_bytes()


def source(**changes: str) -> WordSource:
    """The template with one text in place of another, `before` and `after`."""
    if not changes:
        return WordSource("my.docx", TEMPLATE)
    out = BytesIO()
    with ZipFile(BytesIO(TEMPLATE)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                assert changes["before"].encode() in data
                data = data.replace(changes["before"].encode(), changes["after"].encode())
            new.writestr(name, data)
    return WordSource("my.docx", out.getvalue())


@pytest.fixture
def values(plan: Plan) -> Mapping[str, object]:
    return next(jobs(Document.PLAN, context(plan), None)).values


def found(template: WordSource, values: Mapping[str, object]) -> Finding:
    """The one finding about a template, whether it shows in reading it or in filling it."""
    wrong = check(template, Document.PLAN, values)
    if wrong:
        (finding,) = wrong
        return finding
    with pytest.raises(Failure) as failed:
        fill(template, Document.PLAN, values)
    return failed.value.finding


def test_a_template_made_in_libreoffice_gives_the_document(values: Mapping[str, object]) -> None:
    assert check(source(), Document.PLAN, values) == ()
    made = docx.Document(BytesIO(fill(source(), Document.PLAN, values)))
    texts = [paragraph.text for paragraph in made.paragraphs]
    assert texts[0] == "示例县学区制管理实施方案"
    assert texts[1] == "发文机关：示例县教育局，2025年8月20日"
    assert "（一）议事制度" in texts
    assert any(text.startswith("（一）召开联席会议：") for text in texts)
    assert "存疑2处，详见附表。" in texts
    assert not any("{" in text for text in texts)
    assert [cell.text for cell in made.tables[0].rows[0].cells] == ["来源", "名称"]
    assert [row.cells[0].text for row in made.tables[0].rows[1:]] == ["1", "2"]
    assert made.paragraphs[0].style is not None
    assert made.paragraphs[0].style.name == "Heading 1"


def test_what_a_scheme_says_cannot_break_the_file(values: Mapping[str, object]) -> None:
    made = docx.Document(BytesIO(fill(source(), Document.PLAN, {**values, "title": "甲<w:p>&乙{{ date }}"})))
    assert made.paragraphs[0].text == "甲<w:p>&乙{{ date }}"


def test_two_fillings_are_the_same_to_the_byte(values: Mapping[str, object]) -> None:
    assert fill(source(), Document.PLAN, values) == fill(source(), Document.PLAN, values)


WRONG = {
    "a name that is not there": (
        ("{{ opening }}", "{{ openning }}"),
        "DOC303",
        "正文第 3 段“{{ openning }}”用到了没有提供的名称 `openning`",
        "最相近的是 `opening`；`xuequ template vars plan` 列出可用的名称",
    ),
    "a tag that is not closed": (
        ("{{ opening }}", "{{ opening"),
        "DOC302",
        "正文第 3 段“{{ opening”中的 `{{` 没有另一半",
        "标签写成 `{{ 名称 }}` 或 `{% 语句 %}`，首尾在同一段，中间不换行",
    ),
    "a loop without an end": (
        ("{% endif %}", ""),
        "DOC306",
        "正文第 11 段“{% if doubts %}存疑{{ doubts | length }}处…”开始的 `if doubts` 没有结束",
        "在要重复或选用的内容后面写 `{% endif %}`",
    ),
    "an end without a beginning": (
        ("{{ opening }}", "{% endfor %}"),
        "DOC313",
        "正文第 3 段“{% endfor %}”的 `endfor` 前面没有与它相配的开头",
        "每个 `endfor`、`endif`、`else` 前面要有自己的 `for` 或 `if`，后开始的先结束",
    ),
    "a filter that is not there": (
        ("loop.index | chinese", "loop.index | chinesse"),
        "DOC305",
        "正文第 8 段“（{{ loop.index | chinesse }}）{{ s.name …”用到了没有提供的过滤器 `chinesse`",
        "最相近的是 `chinese`；`xuequ template vars plan` 列出 `|` 后面可以写什么",
    ),
    "a field that is not there": (
        ("{{ m.text }}", "{{ m.tekst }}"),
        "DOC304",
        "正文第 6 段“{{ m.tekst }}”：`m` 中没有 `tekst` 这一项",
        "最相近的是 `text`；有的是 `level`、`number`、`name`、`text`、`statements`；",
    ),
    "a cell that is not there": (
        ("{{ row[1] }}", "{{ row[9] }}"),
        "DOC323",
        "正文第 17 段“{{ row[9] }}”：`row` 只有 6 格（项），没有 `[9]`",
        "从 0 数起，最后一个是 `[5]`；`xuequ template vars plan` 列出每一格是什么",
    ),
    "rows repeated outside a table": (
        ("{%p for m in measures %}", "{%tr for m in measures %}"),
        "DOC307",
        "正文第 4 段“{%tr for m in measures %}”：`for m in measures` 不能放在这里",
        "整行重复，首尾两行写",
    ),
    "a statement that is not there": (
        ("{%p for s in m.statements %}", "{%p fro s in m.statements %}"),
        "DOC308",
        "正文第 7 段“{%p fro s in m.statements %}”中没有 `fro` 这种语句",
        "最相近的是 `for`",
    ),
    "a statement by itself": (
        ("{{ opening }}", "{% print_it opening %}"),
        "DOC308",
        "正文第 3 段“{% print_it opening %}”中没有 `print_it` 这种语句",
        "常用的是 `for`、`if`、`else`、`endfor`、`endif`；要打印名称写 `{{ 名称 }}`",
    ),
    "braces of Chinese type": (
        ("{{ opening }}", "｛｛ opening ｝｝"),
        "DOC309",
        "正文第 3 段“｛｛ opening ｝｝”的标签用了全角括号或百分号",
        "改用半角的 `{{ }}` 和 `{% %}`，否则会原样印出来",
    ),
    "what no template may": (
        ("{{ opening }}", "{{ opening() }}"),
        "DOC312",
        "正文第 3 段“{{ opening() }}”：`opening()` 用到了模板不许用的东西",
        "模板在沙箱中运行，只能读取 `xuequ template vars plan` 列出的内容",
    ),
    "a tag that cannot be read": (
        ("{{ opening }}", "{{ opening + }}"),
        "DOC310",
        "正文第 3 段“{{ opening + }}”：`opening +` 无法处理：读不懂，看看括号、引号是否成对",
        "对照 `xuequ template vars plan` 检查这个标签的写法",
    ),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_template_names_the_paragraph(what: str, values: Mapping[str, object]) -> None:
    (before, after), code, message, help_text = WRONG[what]
    finding = found(source(before=before, after=after), values)
    said = worded(finding, "zh")
    assert (finding.code, finding.primary.file) == (code, "my.docx")
    assert said.message.startswith(message)
    assert said.help.startswith(help_text)


def test_the_paragraph_is_named_in_english_too(values: Mapping[str, object]) -> None:
    finding = found(source(before="{{ opening }}", after="{{ openning }}"), values)
    assert worded(finding, "en").message == (
        "paragraph 3 of the text (`{{ openning }}`) uses `openning`, which this document does not have"
    )


def test_several_wrong_names_are_told_at_once(values: Mapping[str, object]) -> None:
    twice = source(before="{{ opening }}", after="{{ issuer }}，{{ day }}")
    assert [finding.args["name"] for finding in check(twice, Document.PLAN, values)] == ["issuer", "day"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7"])
def test_what_is_no_word_file_is_told_so(data: bytes, values: Mapping[str, object]) -> None:
    assert [finding.code for finding in check(WordSource("my.docx", data), Document.PLAN, values)] == [
        "DOC301"
    ]


def test_a_file_without_tags_is_told_so(values: Mapping[str, object]) -> None:
    out = BytesIO()
    docx.Document().save(out)
    assert [
        finding.code for finding in check(WordSource("my.docx", out.getvalue()), Document.PLAN, values)
    ] == ["DOC311"]


def test_a_build_fills_the_template_of_its_document_and_no_other(plan: Plan) -> None:
    asked = Options(
        formats=frozenset({Format.DOCX}),
        only=frozenset({Document.PLAN, Document.DUTIES}),
        word_templates={Document.PLAN: source()},
    )
    files, _ = build(plan, asked)
    made = {file.path: docx.Document(BytesIO(file.data)) for file in files}
    assert made["实施方案.docx"].paragraphs[1].text == "发文机关：示例县教育局，2025年8月20日"
    assert "发文机关" not in "".join(p.text for p in made["责任清单.docx"].paragraphs[:3])


def test_a_wrong_template_costs_its_document_and_no_other(plan: Plan) -> None:
    asked = Options(
        formats=frozenset({Format.DOCX}),
        only=frozenset({Document.PLAN, Document.DUTIES}),
        word_templates={Document.PLAN: source(before="{{ opening }}", after="{{ openning }}")},
    )
    files, findings = build(plan, asked)
    assert [file.path for file in files] == ["责任清单.docx"]
    assert "DOC303" in [finding.code for finding in findings]


def with_header(text: str) -> WordSource:
    """The template with a header."""
    made = docx.Document(BytesIO(TEMPLATE))
    made.sections[0].header.paragraphs[0].text = text
    out = BytesIO()
    made.save(out)
    return WordSource("my.docx", out.getvalue())


def test_headers_are_filled_too(values: Mapping[str, object]) -> None:
    template = with_header("{{ number }}{{ title }}")
    assert check(template, Document.PLAN, values) == ()
    made = docx.Document(BytesIO(fill(template, Document.PLAN, values)))
    assert made.sections[0].header.paragraphs[0].text == "示例县学区制管理实施方案"


def test_a_wrong_tag_in_a_header_is_said_to_be_there(values: Mapping[str, object]) -> None:
    finding = found(with_header("{{ tittle }}"), values)
    assert worded(finding, "zh").message == "页眉第 1 段“{{ tittle }}”用到了没有提供的名称 `tittle`"


def test_a_tag_that_word_has_split_is_one_tag(values: Mapping[str, object]) -> None:
    split = "{{ ti</w:t></w:r><w:r><w:t>tle }}"
    template = source(before="{{ opening }}", after=split)
    assert check(template, Document.PLAN, values) == ()
    assert docx.Document(BytesIO(fill(template, Document.PLAN, values))).paragraphs[2].text == values["title"]


def test_what_was_left_open_inside_a_loop_is_named_and_not_the_end_of_the_loop(
    values: Mapping[str, object],
) -> None:
    finding = found(source(before="{{ row[0] }}", after="{% if row[0] %}{{ row[0] }}"), values)
    assert (finding.code, finding.args["tag"]) == ("DOC306", "if row[0]")


def test_the_checklist_of_every_cluster_is_filled_into_the_same_file(plan: Plan) -> None:
    template = docx.Document()
    template.add_paragraph("{{ name }}：{{ chapters | length }}个单位")
    out = BytesIO()
    template.save(out)
    asked = Options(
        formats=frozenset({Format.DOCX}),
        only=frozenset({Document.CHECKLISTS}),
        word_templates={Document.CHECKLISTS: WordSource("my.docx", out.getvalue())},
    )
    files, findings = build(plan, asked)
    texts = {file.path: docx.Document(BytesIO(file.data)).paragraphs[0].text for file in files}
    assert not findings
    assert texts == {"任务清单/学区.docx": "学区：3个单位"}


def test_a_pdf_is_said_not_to_be_made_from_the_template(plan: Plan) -> None:
    asked = Options(
        formats=frozenset({Format.DOCX, Format.PDF}),
        only=frozenset({Document.PLAN}),
        word_templates={Document.PLAN: source()},
    )
    _, findings = build(plan, asked)
    told = [each for each in findings if each.code == "DOC329"]
    assert [worded(each, "zh").message for each in told] == ["`实施方案` 的 PDF 不是按这个 Word 模板生成的"]
