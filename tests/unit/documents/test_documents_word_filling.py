"""Filling a Word file: tags act where they stand, nothing else is lost, and Word can open what comes out."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from word_files import SECTION, W, p, root_of, rows, run, said, table, texts, unsound, unzipped, word
from xuequ.resolution.plan import Plan
from xuequ.views.context import context
from xuequ.views.jobs import Document, jobs
from xuequ.word_templates.filling import check, fill
from xuequ.word_templates.package import WordSource

FOOTNOTES = (
    '<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
    '<w:footnote w:id="1" w:type="continuationSeparator"><w:p/></w:footnote>'
    '<w:footnote w:id="2">{}</w:footnote>'
)


@pytest.fixture
def values(plan: Plan) -> Mapping[str, object]:
    return next(jobs(Document.PLAN, context(plan), None)).values


def filled(data: bytes, values: Mapping[str, object]) -> bytes:
    source = WordSource("my.docx", data)
    assert check(source, Document.PLAN, values) == ()
    made = fill(source, Document.PLAN, values)
    assert list(unsound(made)) == []
    return made


def body(data: bytes) -> list[str]:
    """The blocks of the text: what each paragraph says, § where it ends a section."""
    blocks = list(root_of(data)[0])[:-1]
    ends = ["§" if each.find(f"{W}pPr/{W}sectPr") is not None else "" for each in blocks]
    return [said(each) + end for each, end in zip(blocks, ends, strict=True)]


def test_a_section_that_ends_with_its_loop_still_ends(values: Mapping[str, object]) -> None:
    data = word(
        p("竖页"),
        p("{%p for g in goals %}"),
        p("{{ g.name }}"),
        p("{%p endfor %}", about=SECTION),
        p("又是竖页"),
    )
    assert body(filled(data, values)) == ["竖页", "四提升", "§", "又是竖页"]


def test_a_section_that_ends_before_a_loop_ends_once(values: Mapping[str, object]) -> None:
    data = word(p("{%p for s in sources %}", about=SECTION), p("{{ s[0] }}"), p("{%p endfor %}"))
    assert body(filled(data, values)) == ["§", "1", "2"]


def test_bookmarks_in_the_paragraph_of_a_statement_stay(values: Mapping[str, object]) -> None:
    marked = '<w:bookmarkStart w:id="1" w:name="top"/>'
    data = word(p(marked, "{%p if title %}"), p("甲"), p("{%p endif %}", '<w:bookmarkEnd w:id="1"/>'))
    made = root_of(filled(data, values))
    assert len(list(made.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"))) == 2


NOTHING = (p("{%p for x in mandates %}"), p("{{ x.name }}"), p("{%p endfor %}"))


def test_a_cell_whose_loop_yields_nothing_keeps_an_empty_paragraph(values: Mapping[str, object]) -> None:
    assert rows(filled(word(table(("左", "".join(NOTHING)))), values)) == [["左", ""]]


@pytest.mark.parametrize("part", ["header", "footer"])
def test_headers_whose_text_is_left_out_keep_an_empty_paragraph(
    part: str, values: Mapping[str, object]
) -> None:
    assert texts(filled(word(p("{{ title }}"), **{part: "".join(NOTHING)}), values), part) == [""]


def test_notes_and_text_boxes_whose_text_is_left_out_keep_an_empty_paragraph(
    values: Mapping[str, object],
) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{''.join(NOTHING)}</w:txbxContent></w:pict></w:r>"
    made = filled(word(p(box), footnotes=FOOTNOTES.format("".join(NOTHING))), values)
    assert texts(made, "footnotes") == ["", "", ""]


def test_a_table_of_nothing_is_left_out(values: Mapping[str, object]) -> None:
    loop = (("{%tr for x in mandates %}",), ("{{ x.name }}",), ("{%tr endfor %}",))
    assert body(filled(word(p("前"), table(*loop), p("后")), values)) == ["前", "后"]
    inner = table(*loop)
    assert rows(filled(word(table(("左", f"{inner}<w:p/>"))), values)) == [["左", ""]]


def test_a_table_gets_as_many_columns_as_its_cells(values: Mapping[str, object]) -> None:
    across = ("{%tc for c in s %}", "{{ c }}", "{%tc endfor %}")
    data = word(table(("{%tr for s in sources %}", "", ""), across, ("{%tr endfor %}", "", "")))
    made = filled(data, values)
    assert [len(row) for row in rows(made)] == [6, 6]
    assert [each.get(f"{W}w") for each in root_of(made).iter(f"{W}gridCol")] == ["1500"] * 6


def test_endnotes_comments_and_properties_are_filled(values: Mapping[str, object]) -> None:
    made = filled(
        word(
            p("甲"),
            endnotes=f'<w:endnote w:id="2">{p("{{ title }}")}</w:endnote>',
            comments=f'<w:comment w:id="0">{p("{{ title }}")}</w:comment>',
            properties=(
                '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
                'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ title }}</dc:title></cp:coreProperties>'
            ),
        ),
        values,
    )
    assert texts(made, "endnotes") == texts(made, "comments") == [values["title"]]
    assert str(values["title"]).encode() in unzipped(made)["docProps/core.xml"]


def test_signs_of_xml_in_the_quotes_of_a_tag_print_as_they_are(values: Mapping[str, object]) -> None:
    data = word(p("{{ sources | map(attribute=0) | join(' & ') }}{{ '<b>' }}"))
    assert texts(filled(data, values)) == ["1 & 2<b>"]


def test_braces_in_the_quotes_of_a_tag_do_not_end_it(values: Mapping[str, object]) -> None:
    assert texts(filled(word(p("{{ 'a}}b' }}{{ '{{' }}")), values)) == ["a}}b{{"]


def test_deleted_text_is_no_template(values: Mapping[str, object]) -> None:
    deleted = "<w:del><w:r><w:delText>{{ nosuch }}{% for %}</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('{{ nosuch }}')}</w:moveFrom>"
    made = filled(word(p("{{ ti", deleted, "tle }}", moved)), values)
    assert str(values["title"]) in texts(made)[0]
    assert "{{ nosuch }}{% for %}" in unzipped(made)["word/document.xml"].decode()


def test_a_break_of_the_line_inside_a_tag_is_a_blank(values: Mapping[str, object]) -> None:
    data = word(p("{% for s in", "<w:r><w:br/></w:r>", "sources %}{{ s[0] }}{% endfor %}"))
    assert texts(filled(data, values)) == ["12"]


def test_dashes_take_away_the_blanks_beside_a_tag(values: Mapping[str, object]) -> None:
    assert texts(filled(word(p("（ ", "{%- if title -%} x {%- endif -%}", " ）")), values)) == ["（x）"]


def test_a_pair_of_tags_may_be_in_different_runs(values: Mapping[str, object]) -> None:
    data = word(p("{% for s in sources %}第", "{{ s[0] }}", "项；{% endfor %}"))
    assert texts(filled(data, values)) == ["第1项；第2项；"]


def test_lines_and_tabs_of_a_value_are_those_of_word(values: Mapping[str, object]) -> None:
    made = root_of(filled(word(p("[{{ 'a\\nb\\tc' }}]")), values))
    (paragraph,) = made.iter(f"{W}p")
    assert [each.tag.removeprefix(W) for each in paragraph.iter() if each.tag.startswith(W)][3:] == [
        "t",
        "br",
        "t",
        "tab",
        "t",
    ]


def test_signs_no_file_can_hold_are_left_out(values: Mapping[str, object]) -> None:
    assert texts(filled(word(p("{{ title }}")), {**values, "title": "甲\x00\x0b乙\ufffe"})) == ["甲乙"]


def test_remarks_print_nothing_and_may_take_their_paragraph_with_them(values: Mapping[str, object]) -> None:
    assert texts(filled(word(p("{#p 说明 #}"), p("{# 标题 #}{{ title }}")), values)) == [values["title"]]


def test_quotes_of_chinese_type_are_quotes(values: Mapping[str, object]) -> None:
    data = word(p("{{ sources | map(attribute=0) | join(“、”) }}{{ title | replace(‘“’, “”) }}"))
    assert texts(filled(data, values)) == [f"1、2{values['title']}"]


def test_what_word_keeps_for_older_programs_is_filled_too(values: Mapping[str, object]) -> None:
    boxes = [
        f"<mc:{kind}><w:pict><w:txbxContent>{p('{{ title }}')}</w:txbxContent></w:pict></mc:{kind}>"
        for kind in ("Choice", "Fallback")
    ]
    made = filled(word(p(f"<w:r><mc:AlternateContent>{''.join(boxes)}</mc:AlternateContent></w:r>")), values)
    assert texts(made)[1:] == [values["title"]] * 2


def test_drawings_in_a_loop_keep_numbers_of_their_own(values: Mapping[str, object]) -> None:
    drawing = '<w:r><w:drawing><wp:inline><wp:docPr id="7" name="图"/></wp:inline></w:drawing></w:r>'
    made = root_of(
        filled(word(p("{%p for s in sources %}"), p("{{ s[0] }}", drawing), p("{%p endfor %}")), values)
    )
    numbers = [each.get("id") for each in made.iter() if str(each.tag).endswith("docPr")]
    assert len(set(numbers)) == len(numbers) == 2


def test_cells_can_be_merged_and_coloured(values: Mapping[str, object]) -> None:
    data = word(
        table(
            ("{%tr for s in sources %}", ""),
            ("{% vm %}同", "{% cellbg 'FF0000' %}{{ s[0] }}"),
            ("{%tr endfor %}", ""),
            ("{% colspan 2 %}合计", "x"),
        )
    )
    made = root_of(filled(data, values))
    assert [each.get(f"{W}val") for each in made.iter(f"{W}vMerge")] == ["restart", "continue"]
    assert {each.get(f"{W}fill") for each in made.iter(f"{W}shd")} == {"FF0000"}
    assert [each.get(f"{W}val") for each in made.iter(f"{W}gridSpan")] == ["2"]


def test_one_cell_can_take_the_width_of_a_loop(values: Mapping[str, object]) -> None:
    data = word(table(("{%tc for c in sources[0] %}", "{% hm %}{{ c }}", "{%tc endfor %}")))
    made = root_of(filled(data, values))
    assert len(list(made.iter(f"{W}tc"))) == 1
    assert [each.get(f"{W}val") for each in made.iter(f"{W}gridSpan")] == ["6"]


def test_a_macro_prints_what_it_is_given(values: Mapping[str, object]) -> None:
    data = word(p("{% macro quoted(x) %}《{{ x }}》{% endmacro %}{{ quoted('甲&乙') }}"))
    assert texts(filled(data, values)) == ["《甲&乙》"]
