"""Clauses of sources held against what a scheme cites."""

from __future__ import annotations

import pytest

from schemes import Shelf, plan
from xuequ.query.coverage import Coverage, Taken, coverage, lies_in
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
