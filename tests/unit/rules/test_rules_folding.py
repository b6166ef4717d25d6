"""What several rules say of one element is told together."""

from __future__ import annotations

from collections.abc import Iterable

import schemes
from xuequ.findings.finding import Finding, Level
from xuequ.rules import Settings, run
from xuequ.rules.folding import folded


def told(text: str, settings: Settings | None = None, silent: Iterable[str] = ()) -> list[Finding]:
    wanted = settings or Settings()
    found = run(schemes.plan(text), settings=wanted)
    hidden = [each for each in found if each.code in silent]
    return list(folded((each for each in found if each not in hidden), hidden, wanted.off))


def words(found: Finding) -> list[str]:
    missing = found.args["missing"]
    assert isinstance(missing, list)
    return [str(each) for each in missing]


def of(found: Iterable[Finding], *codes: str) -> list[tuple[str, object]]:
    return [
        (each.code, each.args.get("name") or each.args.get("names")) for each in found if each.code in codes
    ]


APPRAISAL = """
organs: {局: }
duties: {办学: {lead: 局, when: 每月}}
appraisals:
  年终评估: {for: 局, criteria: [质量], assess: 局, when: 每学年, result: {counts_for: 评先}}
  片区评估: {for: 局, criteria: [质量]}
"""


def test_an_appraisal_that_lacks_three_things_is_one_finding() -> None:
    found = told(APPRAISAL)
    (one,) = (each for each in found if each.code == "RES205")
    assert words(one) == ["no_assessor", "no_period", "no_use"]
    assert not of(found, "TIM103", "RES215")


def test_two_lacks_make_one_finding_though_what_takes_them_in_is_not_there() -> None:
    text = APPRAISAL.replace("criteria: [质量]}", "criteria: [质量], assess: 局}")
    found = told(text)
    (one,) = (each for each in found if each.code == "RES205")
    assert words(one) == ["no_period", "no_use"]
    assert one.args["name"] == "片区评估"


def test_a_single_lack_is_told_by_its_own_rule() -> None:
    text = APPRAISAL.replace("criteria: [质量]}", "criteria: [质量], assess: 局, when: 每学年}")
    assert of(told(text), "TIM103", "RES215", "RES205") == [("RES215", ["片区评估"])]


def test_nothing_is_told_under_a_code_that_nobody_wants() -> None:
    found = told(APPRAISAL, Settings(ignore=("RES205",)))
    assert [code for code, _ in of(found, "TIM103", "RES215", "RES205")] == ["RES215", "TIM103"]


def test_the_worst_level_of_what_is_taken_in_counts() -> None:
    found = told(APPRAISAL, Settings(levels={"RES215": Level.ERROR, "RES205": Level.NOTE}))
    assert [each.level for each in found if each.code == "RES205"] == [Level.ERROR]


def test_a_post_without_number_holder_and_duties_is_one() -> None:
    found = told("organs: {局: }\nposts: {联络员: {count: 若干}}\nduties: {办学: {lead: 局, when: 每月}}\n")
    (one,) = (each for each in found if each.code == "RES208")
    assert set(words(one)) == {"no_holder", "how_many", "no_duties"}
    assert not of(found, "RES203", "AMT109")


def test_bodies_that_lack_the_same_stay_one_finding() -> None:
    text = """
organs:
  局: {organs: {一组: {kind: working_group}, 二组: {kind: working_group}, 三组: {kind: working_group}}}
duties: {办学: {lead: 局, when: 每月}, 检查: {lead: 三组, when: 每月}}
"""
    found = told(text)
    assert of(found, "RES212", "RES203") == [("RES212", ["三组"]), ("RES212", ["一组", "二组"])]


def test_a_number_without_a_lead_is_said_by_the_lead_that_is_missing() -> None:
    found = told("organs: {局: }\nduties: {建校: {amount: 3所, when: 每年}, 招生: {lead: 局, when: 每年}}")
    assert of(found, "RES201", "AMT106") == [("RES201", ["建校"])]


DOUBTS = """
organs: {局: }
duties:
  排课: {lead: 局, when: 每月, unclear: 原文有脱字}
  巡课: {when: 每月, unclear: 由谁巡查没有写明}
"""


def test_a_doubt_is_not_said_again_where_a_rule_reports_the_element() -> None:
    assert of(told(DOUBTS), "SRC102") == [("SRC102", ["排课"])]


def test_nor_where_what_the_rule_reports_is_allowed() -> None:
    assert of(told(DOUBTS, silent=("RES201",)), "SRC102") == [("SRC102", ["排课"])]


def test_a_number_is_not_told_where_it_is_known_that_nobody_leads() -> None:
    text = "organs: {局: }\nduties: {建校: {amount: 3所, when: 每年}, 招生: {lead: 局, when: 每年}}"
    assert of(told(text, silent=("RES201",)), "RES201", "AMT106") == []
