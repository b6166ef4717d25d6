"""Outlines: clause numbers out of made-up documents, the way schemes write them."""

from __future__ import annotations

import pytest

from xuequ.language.canonical import canonical
from xuequ.source.numbering import Rank, clause_key, counted, in_chinese, numbered
from xuequ.source.outline import Outlined, TextLine, as_yaml, outline_in, outline_of
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
    return outline_of([TextLine(n, line) for n, line in enumerate(text.splitlines(), 1)], file)


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
        ("第 五 条　设置", Rank.ARTICLE, "第五条"),
        ("第五条之二 设置", Rank.ARTICLE, "第五条之二"),
        ("Ⅳ．设置", Rank.ROMAN, "IV"),
        ("II. 设置", Rank.ROMAN, "II"),
        ("第二编 设置", Rank.PART, "第二编"),
        ("2.10 设置", Rank.DOTTED, "2.10"),
        ("3.1.2设置", Rank.DOTTED, "3.1.2"),
        ("4）设置", Rank.FOURTH, "(4)"),
    ],
)
def test_brackets_and_stops_of_either_width_are_numbers(line: str, rank: Rank, written: str) -> None:
    found = numbered(line)
    assert found is not None
    assert (found.rank, found.written) == (rank, written)


@pytest.mark.parametrize(
    "line",
    [
        "1.5万元用于培训",
        "2.3个百分点",
        "3.6%以上",
        "2025年3月1日",
        "一是管理",
        "三区一体化",
        "（试行）",
        "3所学校",
    ],
)
def test_what_merely_begins_with_a_figure_is_no_number(line: str) -> None:
    assert numbered(line) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("七", 7), ("十", 10), ("十二", 12), ("二十", 20), ("一百零三", 103), ("⑫", 12), ("XIV", 14), ("IX", 9)],
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


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("二（一）2 （4）", "二(一)2(4)"),
        ("第2条第1款第3项", "第二条第一款(三)"),
        ("第二条第(三)项", "第二条(三)"),
        ("第十二条之1", "第十二条之一"),
        ("第一百零五条", "第一百零五条"),
        ("第105条", "第一百零五条"),
        ("附件1第3条", "附件1第三条"),
        ("Ⅱ（一）", "II(一)"),
        ("２．１０", "2.10"),
        ("段3", "段3"),
    ],
)
def test_a_clause_has_one_number_however_it_is_written(written: str, key: str) -> None:
    assert clause_key(written) == key


@pytest.mark.parametrize("number", [1, 9, 10, 11, 20, 21, 99, 100, 101, 110, 111, 120, 999])
def test_chinese_numerals_count_back_to_their_number(number: int) -> None:
    assert counted(in_chinese(number)) == number


LAW = """\
某省学前教育条例
（2016年11月30日某省第十二届人民代表大会常务委员会第三十四次会议通过
根据2021年7月29日《关于修改〈某省义务教育条例〉等三件条例的决定》修正）

目　录

第一章　总则
第二章　保障

第一章　总则
第一条　为了发展学前教育，制定本条例。
第二条　学前教育由县级人民政府负责。
乡镇人民政府协助做好下列工作：
（一）宣传；
（二）排查。
前款规定的经费列入预算。
第二章　保障
第三条（经费）　县级人民政府保障经费：
（一）人员经费；
（二）公用经费。
第三条之一　幼儿园每年报告。
第四条　本条例自2017年1月1日起施行。
"""


def test_the_paragraphs_of_an_article_are_counted_where_it_has_several() -> None:
    found = made(LAW)
    assert found.findings == ()
    assert [c.number for c in found.outline.clauses] == [
        "题", "第一章", "第一条", "第二条", "第二条第一款", "第二条第二款", "第二条第二款(一)", "第二条第二款(二)",
        "第二条第三款", "第二章", "第三条", "第三条(一)", "第三条(二)", "第三条之一", "第四条",
    ]  # fmt: skip
    titles = {c.number: c.title for c in found.outline.clauses}
    assert (titles["第一章"], titles["第三条"], titles["第二条"], titles["第三条之一"]) == (
        "总则",
        "经费",
        "",
        "",
    )


def test_the_days_a_text_was_adopted_are_no_part_of_its_title() -> None:
    assert made(LAW).outline.title == "某省学前教育条例"
    for line in (
        "某县中小学校办法（试行）",
        "某县中小学校办法（2024—2027年）",
        "关于印发某县中小学校办法的通知",
    ):
        assert made(f"{line}\n第一条 为此制定。\n").outline.title == line
    dated = "某县办法\n2019年3月1日县政府第五次常务会议审议通过\n县政府令第12号\n第一条 为此制定。\n"
    assert made(dated).outline.title == "某县办法"
    assert made("某县办法（2024年修订）\n第一条 为此制定。\n").outline.title == "某县办法"


def test_a_paragraph_broken_into_lines_is_one() -> None:
    text = "第一条 县级人民政府\n负责学前教育。\n乡镇人民政府协助。\n第二条 施行。\n"
    assert numbers(text) == ["第一条", "第一条第一款", "第一条第二款", "第二条"]


@pytest.mark.parametrize("page", ["\t3", "……3", "....... 3", " 　3", "  - 3 -", ""])
def test_a_table_of_contents_is_no_text(page: str) -> None:
    heads = ["一、总体要求", "（一）目标", "二、工作任务"]
    contents = "\n".join(f"{head}{page}" for head in heads)
    text = f"某意见\n\n目  录\n\n{contents}\n\n各学校：\n现提出意见。\n{heads[0]}\n{heads[1]}\n{heads[2]}\n加强领导。\n"
    found = made(text)
    assert [c.number for c in found.outline.clauses] == ["题", "主送", "导语", "一", "一(一)", "二"]
    assert found.findings == ()
    assert found.outline.clauses[3].title == "总体要求"


def test_comments_and_links_within_a_page_are_no_text() -> None:
    text = (
        "# 意见\n- [一、总则](#a)\n<!-- 初稿，\n待核 -->\n## 一、总则<!-- 旧：总体要求 -->\n### （一）设置\n"
    )
    assert numbers(text) == ["题", "一", "一(一)"]
    assert made(text).outline.clauses[1].title == "总则"


@pytest.mark.parametrize(
    "line",
    [
        "各乡镇人民政府，县直各有关部门：",
        "各中小学校、幼儿园：",
        "市教育局、财政局：",
        "某县人民政府：",
        "机关各科室，局属各单位：",
        "各位老师、各位家长：",
        "县发展和改革委员会、县教育局：",
    ],
)
def test_receivers_are_named_in_a_line_before_the_text(line: str) -> None:
    assert numbers(f"关于某事的通知\n{line}\n现通知如下。\n一、要求\n")[:3] == ["题", "主送", "导语"]


@pytest.mark.parametrize(
    "line",
    [
        "实施范围：",
        "牵头单位：",
        "试点学校：",
        "各部门职责：",
        "现将有关事项通知如下：",
        "领导小组办公室：",
        "重点工作：",
    ],
)
def test_a_colon_alone_makes_no_receivers(line: str) -> None:
    assert "主送" not in numbers(f"关于某事的通知\n{line}\n一、要求\n")
    assert made(f"关于某事的通知\n{line}\n一、要求\n").outline.title == "关于某事的通知"


def test_paragraphs_that_say_what_they_are_about_are_clauses_with_their_lists() -> None:
    text = "某区办学要点\n定位：优质均衡。\n步骤：\n1.摸底：三月。\n2.推开\n保障：落实经费。\n"
    outline = made(text).outline
    assert [(c.number, c.title) for c in outline.clauses] == [
        ("题", "某区办学要点"),
        ("段1", "定位"),
        ("段2", "步骤"),
        ("段2(1)", "摸底"),
        ("段2(2)", "推开"),
        ("段3", "保障"),
    ]


def test_numbers_with_dots_count_within_their_beginning() -> None:
    text = "指标体系\n1.1 规划\n1.2 落实\n2.1 师资\n2.2 经费\n2.4 督导\n"
    found = made(text)
    assert [c.number for c in found.outline.clauses][1:] == ["1.1", "1.2", "2.1", "2.2", "2.4"]
    assert [(f.args["number"], f.args["expected"]) for f in found.findings] == [("2.4", 3)]


def test_paragraphs_before_the_first_number_that_say_what_they_are_about_are_clauses_too() -> None:
    text = "某区要点\n对象：全体学校。\n时间：三年。\n现作如下安排：\n一、措施\n"
    assert [(c.number, c.title) for c in made(text).outline.clauses] == [
        ("题", ""),
        ("段1", "对象"),
        ("段2", "时间"),
        ("导语", ""),
        ("一", "措施"),
    ]


def test_a_heading_may_stand_in_two_lines() -> None:
    assert made("某办法\n第一章\n总　则\n第一条 为此制定。\n").outline.clauses[1][:2] == ("第一章", "总则")


def test_receivers_may_run_over_lines_and_what_is_attached_is_no_clause() -> None:
    text = (
        "关于某事的通知\n各乡镇人民政府，\n县政府各部门、各直属机构：\n现通知如下。\n一、要求\n（一）领导\n"
        "附件：1.名单\n2.分工表\n某县政府\n"
    )
    found = made(text)
    assert found.outline.title == "关于某事的通知"
    assert [c.number for c in found.outline.clauses] == ["题", "主送", "导语", "一", "一(一)"]
    assert found.findings == ()


def test_a_table_of_contents_is_known_whatever_its_blanks() -> None:
    text = "某条例\n目录\n第一章 总则\n第二章 附则\n第一章　总　则\n第一条 为此制定。\n第二章　附　则\n第二条 施行。\n"
    found = made(text)
    assert [c.number for c in found.outline.clauses] == ["题", "第一章", "第一条", "第二章", "第二条"]
    assert found.findings == ()


def test_what_an_article_lists_is_part_of_its_sentence() -> None:
    clauses = made("第一条 学校应当：\n（一）公示收费；\n（二）其他：按规定办理。\n").outline.clauses
    assert [c.title for c in clauses] == ["", "", ""]


def test_sections_begin_anew_in_each_chapter_and_chapters_in_each_part_or_count_on() -> None:
    text = "第一编 甲\n第一章 乙\n第一节 丙\n第二节 丁\n第二章 戊\n第一节 己\n第二编 庚\n第{}章 辛\n第一条 施行。\n"
    assert made(text.format("一")).findings == ()
    assert made(text.format("三")).findings == ()
    assert len(made(text.format("四")).findings) == 1


def test_an_article_numbered_like_one_before_is_told_and_stands_once() -> None:
    found = made("第一条 甲。\n第一条 乙：\n（一）丙；\n第二条 施行。\n")
    assert [c.number for c in found.outline.clauses] == ["第一条", "第二条"]
    assert [each.code for each in found.findings] == ["SRC205"]
