"""Clauses of sources held against what a scheme cites."""

from __future__ import annotations

import pytest

from schemes import Shelf, plan
from xuequ.query.clauses import lies_in
from xuequ.query.coverage import Coverage, Taken, coverage
from xuequ.source.outline import Clause, Outline

SCHEME = """\
sources: {意见: {name: 某意见}, 通知: {name: 某通知, clause: 导语}}
organs: {局: {clause: 一}, 组: }
measures:
  管理:
    clause: 二(一)
    duties:
      开会: {lead: 局, clause: 二（一）1}
      报告: {lead: 局}
      评比: {lead: 局, clause: 通知/三1}
      自查: {lead: 局, clause: [], ours: true}
"""


def outline(*numbers: str) -> Outline:
    return Outline("outline.yaml", "", tuple(Clause(number, "", 0) for number in numbers))


WHOLE = outline("题", "导语", "一", "二", "二(一)", "二(一)1", "二(一)2", "三")


def held(text: str = SCHEME, outline_: Outline = WHOLE, shelf: Shelf | None = None) -> Coverage:
    return coverage(plan(text, shelf or Shelf()), {"意见": outline_})


def taken(found: Coverage) -> dict[str, Taken]:
    return {row.clause.number: row.taken for row in found.sources[0].rows}


def test_a_clause_is_taken_in_by_what_names_it_or_one_under_it() -> None:
    assert taken(held()) == {
        "题": Taken.NO,
        "导语": Taken.YES,
        "一": Taken.YES,
        "二": Taken.THROUGH,
        "二(一)": Taken.YES,
        "二(一)1": Taken.YES,
        "二(一)2": Taken.NO,
        "三": Taken.NO,
    }


def test_only_clauses_with_none_under_them_count_and_a_title_never_does() -> None:
    (source,) = held().sources
    assert [row.clause.number for row in source.last] == ["导语", "一", "二(一)1", "二(一)2", "三"]
    assert [row.clause.number for row in source.open] == ["二(一)2", "三"]
    assert held().percent == 60


def test_the_report_names_what_takes_a_clause_in() -> None:
    row = next(row for row in held().sources[0].rows if row.clause.number == "二(一)")
    assert [thing.name for thing in row.by] == ["管理", "报告"]


def test_what_rests_on_no_clause_is_told_and_what_is_the_schemes_own_beside_it() -> None:
    found = held()
    assert [(thing.kind, thing.name) for thing in found.ungrounded] == [("organ", "组")]
    assert [thing.name for thing in found.own] == ["自查"]


def test_a_clause_the_outline_does_not_have_is_told_with_the_nearest() -> None:
    found = held(SCHEME.replace("二（一）1", "二(一)3"))
    (told,) = found.findings
    assert (told.code, told.args["clause"]) == ("SRC204", "二(一)3")
    assert told.primary.path == ("measures", "管理", "duties", "开会", "clause")


def test_an_outline_that_parts_less_than_the_scheme_is_no_mistake() -> None:
    found = held(outline_=outline("一", "二(一)", "导语"))
    assert not found.findings
    assert [len(row.by) for row in found.sources[0].rows] == [1, 3, 1]


def test_a_source_without_an_outline_is_left_alone() -> None:
    assert coverage(plan(SCHEME), {}).sources == ()


@pytest.mark.parametrize(
    ("number", "other", "inside"),
    [
        ("二(一)", "二", True),
        ("三1", "三", True),
        ("三10", "三1", False),
        ("十一", "十", False),
        ("二十", "二", False),
        ("二(一)2(4)", "二(一)2", True),
        ("第二条(一)", "第二条", True),
        ("三", "三", False),
    ],
)
def test_a_longer_number_is_not_always_a_clause_inside(number: str, other: str, inside: bool) -> None:
    assert lies_in(number, other) is inside


LAW = """\
clause: 第四条
sources: {条例: {name: 某条例}}
organs: {科: {clause: 第一条}}
duties:
  巡查: {lead: 科, clause: 第二条第2款第一项}
  通报: {lead: 科, clause: 第三条, items: {甲: {name: 月报, clause: 第三条第(二)项}}}
"""
ARTICLES = outline(
    "第一章", "第一条", "第一条第一款", "第一条第二款", "第二条", "第二条第一款", "第二条第二款", "第二条第二款(一)",
    "第二条第二款(二)", "第二章", "第三条", "第三条(一)", "第三条(二)", "第三条之一", "第四条",
)  # fmt: skip


def of_law(text: str = LAW, outline_: Outline = ARTICLES) -> Coverage:
    return coverage(plan(text, Shelf()), {"条例": outline_})


def test_items_the_schemes_own_clause_and_paragraphs_are_counted() -> None:
    found = of_law()
    assert not found.findings
    assert taken(found) == {
        "第一章": Taken.THROUGH,
        "第一条": Taken.YES,
        "第一条第一款": Taken.WHOLE,
        "第一条第二款": Taken.WHOLE,
        "第二条": Taken.THROUGH,
        "第二条第一款": Taken.NO,
        "第二条第二款": Taken.THROUGH,
        "第二条第二款(一)": Taken.YES,
        "第二条第二款(二)": Taken.NO,
        "第二章": Taken.THROUGH,
        "第三条": Taken.YES,
        "第三条(一)": Taken.NO,
        "第三条(二)": Taken.YES,
        "第三条之一": Taken.NO,
        "第四条": Taken.YES,
    }
    (source,) = found.sources
    assert [row.clause.number for row in source.open] == [
        "第二条第一款", "第二条第二款(二)", "第三条(一)", "第三条之一",
    ]  # fmt: skip


def test_a_chapter_with_nothing_under_it_is_a_clause_like_others() -> None:
    found = of_law(outline_=outline("第一章", "第一条", "第二章", "第四条", "附件1"))
    (source,) = found.sources
    assert [row.clause.number for row in source.last] == ["第一条", "第四条", "附件1"]
    alone = of_law(outline_=outline("第一条", "第四条", "第二章"))
    assert [row.clause.number for row in alone.sources[0].last] == ["第一条", "第四条", "第二章"]


def test_one_paragraph_that_is_named_no_longer_stands_for_the_others() -> None:
    found = of_law(LAW.replace("{科: {clause: 第一条}}", "{科: {clause: [第一条, 第一条第二款]}}"))
    states = taken(found)
    assert (states["第一条第一款"], states["第一条第二款"]) == (Taken.NO, Taken.YES)


@pytest.mark.parametrize(
    ("clause", "outline_", "code"),
    [
        ("第一条第九款", ARTICLES, "SRC204"),
        ("第四条第二款", ARTICLES, "SRC204"),
        ("第四条第一款", ARTICLES, ""),
        ("第二条(一)", ARTICLES, ""),
        ("第二条(三)", ARTICLES, "SRC204"),
        ("第九条", ARTICLES, "SRC204"),
        ("第三条之二", ARTICLES, "SRC204"),
        ("第四条第二款", outline("第一条", "第四条"), "SRC210"),
        ("第四条第一款", outline("第一条", "第四条"), ""),
    ],
)
def test_a_paragraph_is_held_against_the_outline_where_that_has_paragraphs(
    clause: str, outline_: Outline, code: str
) -> None:
    text = f"clause: {clause}\nsources: {{条例: {{name: 某条例}}}}\norgans: {{科: {{clause: 第一条}}}}\n"
    assert [each.code for each in of_law(text, outline_).findings] == ([code] if code else [])


def test_a_clause_that_is_broken_is_held_against_the_outline_and_is_not_taken_in_by_its_sanction() -> None:
    broken = LAW.replace("通报: {lead: 科,", "通报: {lead: 科, breach: [第一条第一款, 第八条],")
    found = of_law(broken)
    assert [(each.code, each.args["clause"]) for each in found.findings] == [("SRC204", "第八条")]
    assert found.findings[0].primary.path == ("duties", "通报", "breach")
    assert taken(found) == taken(of_law())
