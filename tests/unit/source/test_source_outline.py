"""Outlines: clause numbers out of made-up documents, the way schemes write them."""

from __future__ import annotations

import pytest

from xuequ.language.canonical import canonical
from xuequ.source.numbering import Rank, counted, numbered, same_width
from xuequ.source.outline import Line, Outlined, outline_of
from xuequ.source.outline_file import as_yaml, outline_in
from xuequ.source.yaml import read_yaml

NOTICE = """\
关于推进学区化办学的意见

各县区教育局：
为推进工作，现提出如下意见。
一、总体要求
坚持就近。
二、主要任务
（一）设置管理
1．学区的设置。各县区合理划分。
2.学区的管理
(1)实行学区长负责制。由校长担任。
①每月一次。
②每学期一次。
（2）建立议事制度。
（二）教研协作
三、保障措施
1、加强领导。成立小组。
2、加强督导。定期检查。
各县区要结合实际制定方案。
某市教育局
2025年3月1日
"""
CODE = """\
某市学区管理办法
第一章 总则
第一条 为规范管理，制定本办法。
第二条 本办法适用于义务教育学校。
（一）小学；
（二）初中。
第二章 学区
第一节 设置
第三条 学区由三至八所学校组成。
第十二条之一 学区长任期三年。
"""


def made(text: str, file: str = "doc.txt") -> Outlined:
    return outline_of([Line(n, line) for n, line in enumerate(text.splitlines(), 1)], file)


def numbers(text: str) -> list[str]:
    return [clause.number for clause in made(text).outline.clauses]


def test_numbers_are_those_that_schemes_write() -> None:
    assert numbers(NOTICE) == [
        "题", "主送", "导语", "一", "二", "二(一)", "二(一)1", "二(一)2", "二(一)2(1)", "二(一)2(1)①", "二(一)2(1)②",
        "二(一)2(2)", "二(二)", "三", "三1", "三2", "结语",
    ]  # fmt: skip
    assert made(NOTICE).findings == ()


def test_articles_count_through_and_chapters_stand_beside_them() -> None:
    assert numbers(CODE) == [
        "题", "第一章", "第一条", "第二条", "第二条(一)", "第二条(二)", "第二章", "第一节", "第三条", "第十二条之一",
    ]  # fmt: skip


def test_titles_are_headings_and_never_sentences() -> None:
    titles = {clause.number: clause.title for clause in made(NOTICE).outline.clauses}
    assert titles["二(一)"] == "设置管理"
    assert titles["二(一)2(1)"] == "实行学区长负责制"
    assert titles["导语"] == titles["主送"] == ""
    assert all("。" not in title for title in titles.values())


def test_a_sentence_behind_a_number_has_no_title() -> None:
    (clause,) = [c for c in made(CODE).outline.clauses if c.number == "第一条"]
    assert clause.title == ""
    assert (
        made("一、学区长学校每年组织全体教师开展至少两次以上的专题研讨活动和展示交流活动")
        .outline.clauses[0]
        .title.endswith("…")
    )


@pytest.mark.parametrize(
    ("line", "rank", "written"),
    [
        ("一、总则", Rank.FIRST, "一"),
        ("十二、附则", Rank.FIRST, "十二"),
        ("（三）设置", Rank.SECOND, "(三)"),
        ("(三)设置", Rank.SECOND, "(三)"),
        ("4.设置", Rank.THIRD, "4"),
        ("4．设置", Rank.THIRD, "4"),
        ("4、设置", Rank.THIRD, "4"),
        ("（4）设置", Rank.FOURTH, "(4)"),
        ("④设置", Rank.FIFTH, "④"),
        ("第五条 设置", Rank.ARTICLE, "第五条"),
    ],
)
def test_brackets_and_stops_of_either_width_are_numbers(line: str, rank: Rank, written: str) -> None:
    found = numbered(line)
    assert found is not None
    assert (found.rank, found.written) == (rank, written)


@pytest.mark.parametrize(
    "line", ["1.5万元用于培训", "2025年3月1日", "一是管理", "三区一体化", "（试行）", "3所学校"]
)
def test_what_merely_begins_with_a_figure_is_no_number(line: str) -> None:
    assert numbered(line) is None


@pytest.mark.parametrize(
    ("text", "number"), [("七", 7), ("十", 10), ("十二", 12), ("二十", 20), ("一百零三", 103), ("⑫", 12)]
)
def test_numerals_count(text: str, number: int) -> None:
    assert counted(text) == number


def test_a_number_out_of_order_is_told_and_kept() -> None:
    found = made("一、总则\n三、附则\n")
    assert [c.number for c in found.outline.clauses] == ["一", "三"]
    (told,) = found.findings
    assert (told.code, told.args["expected"], told.primary.line) == ("SRC205", 2, "三、附则")


def test_attachments_have_clauses_of_their_own() -> None:
    assert numbers("一、总则。\n附件1\n一、名单\n附件2\n一、名单\n")[1:] == [
        "附件1",
        "附件1一",
        "附件2",
        "附件2一",
    ]


def test_marks_of_markdown_are_not_part_of_the_text() -> None:
    assert numbers("# 意见\n\n## 一、总则\n\n- （一）设置\n\n**二、附则**\n") == ["题", "一", "一(一)", "二"]


def test_a_text_without_numbers_has_its_paragraphs_counted() -> None:
    assert numbers("某县实施学区制\n\n近年来，某县推进改革。\n学区内统一管理。\n") == ["题", "段1", "段2"]


def test_a_list_before_the_first_clause_is_none_of_it() -> None:
    assert numbers("下载须知\n1、请自行甄别。\n方案\n一、指导思想\n") == ["题", "导语", "一"]


def test_an_empty_text_has_no_clauses() -> None:
    assert numbers("\n \n") == []


def test_an_outline_file_says_the_same_when_it_is_read_back() -> None:
    for text in (NOTICE, CODE, "1.设置：一\n2.“管理” # 二\n"):
        outline = made(text).outline
        read = read_yaml(as_yaml(outline).encode(), "doc.txt")
        assert read.document is not None
        form = canonical(read.document)
        assert (form.kind, form.findings, read.findings) == ("outline", (), ())
        again = outline_in(form.document)
        assert [c[:2] for c in again.clauses] == [c[:2] for c in outline.clauses]
        assert again.title == outline.title


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("clauses: [一, 二]", "SCH103"),
        ("name: 意见", "SCH104"),
        ("clauses: {一: }\nclause: 二", "SCH101"),
        ("clauses: {一: [二]}", "SCH103"),
    ],
)
def test_what_is_no_outline_is_told(text: str, code: str) -> None:
    document = read_yaml(f"xuequ: 1\nkind: outline\n{text}".encode(), "o.yaml").document
    assert document is not None
    assert [told.code for told in canonical(document).findings] == [code]


def test_widths_do_not_tell_clauses_apart() -> None:
    assert same_width("二（一）2 （4）") == "二(一)2(4)"
