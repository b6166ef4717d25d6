"""Clauses with the source they are of, however the two are put together."""

from __future__ import annotations

import pytest

from schemes import composed, plan
from xuequ.model.building import build

TEXT = """\
issue: {source: 通知}
sources: {通知: {name: 某县通知}, 校车条例: {name: 校车安全管理条例, aliases: [条例]}, 三: {name: 第三号令}}
organs: {站: }
duties: {验车: {lead: 站, clause: CLAUSE}}
"""


@pytest.mark.parametrize(
    ("written", "source", "number"),
    [
        ("校车条例/第二条", "校车条例", "第二条"),
        ("校车条例 第二条", "校车条例", "第二条"),
        ("校车条例第二条", "校车条例", "第二条"),
        ("《校车安全管理条例》第二条", "校车条例", "第二条"),
        ("条例：二(一)", "校车条例", "二(一)"),
        ("《条例》", "校车条例", ""),
        ("三", "三", ""),
        ("三(二)", "通知", "三(二)"),
        ("第二条", "通知", "第二条"),
        ("导语", "通知", "导语"),
        ("附件1", "通知", "附件1"),
    ],
)
def test_a_clause_is_of_the_source_it_names_and_else_of_the_text_itself(
    written: str, source: str, number: str
) -> None:
    (duty,) = plan(TEXT.replace("CLAUSE", f"'{written}'")).scheme.duties
    assert [(clause.source, clause.number) for clause in duty.clause] == [(source, number)]


@pytest.mark.parametrize(
    "written", ["校车条列", "校车条列 第二条", "《校车管理办法》第二条", "校车条列/第二条"]
)
def test_a_source_that_is_misspelt_is_told_and_not_taken_for_a_clause(written: str) -> None:
    built = build(composed(TEXT.replace("CLAUSE", f"'{written}'")))
    assert [found.code for found in built.findings] == ["REF114"]
    assert built.scheme.duties[0].clause == ()


@pytest.mark.parametrize("standing", ["repeals", "suspends"])
def test_no_clause_is_of_a_document_that_the_text_does_away_with(standing: str) -> None:
    text = "sources: {旧规: {name: 旧校车规定, as: STANDING}NEXT}\norgans: {站: {clause: [第三条, 旧规/第九条]}}\n"
    text = text.replace("STANDING", standing)
    for more, own in (("", None), (", 上位: {name: 省校车规定}", "上位")):
        scheme = plan(text.replace("NEXT", more)).scheme
        (station,) = scheme.organs
        assert [clause.source for clause in station.clause] == [own, "旧规"]
        assert scheme.own_source == (own or "")
