"""A subordinate scheme held against its superior's: every state, every kind of loosening, both places."""

from __future__ import annotations

import pytest

from schemes import NOTHING, Shelf, plan
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding, Level
from xuequ.findings.wording import worded
from xuequ.query.conformance import Conformance, Row, State, Way, conformance
from xuequ.query.conforming import findings
from xuequ.query.gaps import Aspect, Grade
from xuequ.query.values import Turn

CITY = """\
xuequ: 1
kind: scheme
name: 某市意见
locality: {name: 某市, level: city}
"""
UPPER = """\
organs: {市局: , 县局: {each: county}, 督导室: {each: county}}
clusters:
  学区: {each: county, same: [stage], size: {schools: 3..8}, members: {中心校: {leads: true}, 成员校: }}
constraints: {自主: {protects: [finance, personnel]}}
measures:
  议事:
    each: 学区
    duties:
      开会: {lead: 中心校, for: 成员校, when: 每月}
      报告: {lead: 学区, inform: 县局, oversee: 督导室, when: 每学期末, output: 报告书}
  交流:
    each: county
    duties:
      轮岗: {lead: 县局, for: teacher, amount: {share: 不低于15%, of: teacher}}
appraisals:
  考核: {each: county, assess: 督导室, for: 学区, rubric: 报告书, criteria: [发展, 均衡]}
"""
LOWER = """\
organs: {县局: , 督导室: }
clusters:
  学区: {same: [stage], size: {schools: 3..8}, members: {中心校: {leads: true}, 成员校: }}
constraints: {自主: {protects: autonomy}}
measures:
  议事:
    each: 学区
    duties:
      开会: {lead: 中心校, for: 成员校, when: 每月}
      报告: {lead: 学区, inform: 县局, oversee: 督导室, when: 每学期末, output: 报告书}
  交流:
    duties:
      轮岗: {lead: 县局, for: teacher, amount: {share: 不低于15%, of: teacher}}
appraisals:
  考核: {assess: 督导室, for: 学区, rubric: 报告书, criteria: [发展, 均衡]}
"""
ALL = "[学区, 议事/开会, 议事/报告, 轮岗, 考核, 自主]"


def mandate(requires: str = ALL, bound: str = "") -> str:
    return f"mandates: {{县方案: {{each: county, requires: {requires}{f', bound: {bound}' if bound else ''}}}}}\n"


def held(lower: str = LOWER, upper: str = UPPER + mandate(), shelf: Shelf = NOTHING) -> Conformance:
    return conformance(plan(lower, shelf), plan(CITY + upper, shelf))


def row(found: Conformance, name: str) -> Row:
    return next(one for one in found.rows if one.name == name)


def values(told: Finding) -> tuple[str, str]:
    """What is said there and here, in Chinese."""
    upper, lower = told.args["upper"], told.args["lower"]
    assert isinstance(upper, Said)
    assert isinstance(lower, Said)
    return upper.zh, lower.zh


def found_in(lower: str = LOWER, upper: str = UPPER + mandate(), shelf: Shelf = NOTHING) -> list[Finding]:
    return list(findings(held(lower, upper, shelf)))


def test_a_scheme_that_says_the_same_meets_everything() -> None:
    whole = held()
    assert {r.name: r.state for r in whole.rows} == dict.fromkeys(
        ("学区", "开会", "报告", "轮岗", "考核", "自主"), State.MET
    )
    assert {r.way for r in whole.rows} == {Way.NAME}
    assert not findings(whole)


def test_asking_for_more_is_not_a_finding() -> None:
    lower = (
        LOWER.replace("每月", "每周")
        .replace("15%", "20%")
        .replace("lead: 学区,", "lead: 学区, approve: 县局,")
    )
    assert not found_in(lower)


BROKEN = {
    "a duty left out": ("      轮岗: {", "      别的: {", "轮岗", State.MISSING, "CON201", None),
    "a slower rhythm": ("每学期末", "每学年末", "报告", State.WEAKENED, "CON202", Aspect.RHYTHM),
    "a loose time": ("每月", "定期", "开会", State.WEAKENED, "CON202", Aspect.RHYTHM),
    "no time at all": (", when: 每月", "", "开会", State.WEAKENED, "CON202", Aspect.RHYTHM),
    "a time left open": ("when: 每月", "when: unspecified", "开会", State.WEAKENED, "CON202", Aspect.RHYTHM),
    "another clock": ("每学期末", "每半年", "报告", State.UNCOMPARED, "CON207", Aspect.RHYTHM),
    "a smaller share": ("15%", "10%", "轮岗", State.WEAKENED, "CON202", Aspect.AMOUNT),
    "no share": (", amount: {share: 不低于15%, of: teacher}", "", "轮岗", State.WEAKENED, "CON202", Aspect.AMOUNT),
    "a number for a share": ("share: 不低于15%, of", "count: 3, of", "轮岗", State.UNCOMPARED, "CON207", Aspect.AMOUNT),
    "a report dropped": ("inform: 县局, ", "", "报告", State.WEAKENED, "CON202", Aspect.PART),
    "oversight dropped": ("oversee: 督导室, ", "", "报告", State.WEAKENED, "CON202", Aspect.PART),
    "nobody in the lead": ("{lead: 中心校, ", "{lead: unspecified, ", "开会", State.WEAKENED, "CON202", Aspect.PART),
    "no assessor": ("{assess: 督导室", "{assess: unspecified", "考核", State.WEAKENED, "CON202", Aspect.PART),
    "no rubric": (", rubric: 报告书", "", "考核", State.WEAKENED, "CON202", Aspect.PART),
    "an output dropped": (", output: 报告书}\n  交流", "}\n  交流", "报告", State.WEAKENED, "CON202", Aspect.OUTPUT),
    "may for must": ("开会: {", "开会: {force: may, ", "开会", State.WEAKENED, "CON202", Aspect.FORCE),
    "must not for must": ("开会: {", "开会: {force: must_not, ", "开会", State.CONTRADICTED, "CON203", Aspect.FORCE),
    "a larger cluster": ("3..8", "3..12", "学区", State.WEAKENED, "CON202", Aspect.SIZE),
    "mixed stages": ("same: [stage], ", "", "学区", State.WEAKENED, "CON202", Aspect.LIST),
    "less protected": ("protects: autonomy", "protects: finance", "自主", State.WEAKENED, "CON202", Aspect.PROTECTION),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "name", "state", "code", "aspect"), BROKEN.values(), ids=BROKEN)
def test_each_way_of_falling_short_is_found(
    old: str, new: str, name: str, state: State, code: str, aspect: Aspect | None
) -> None:
    assert LOWER.count(old) >= 1
    whole = held(LOWER.replace(old, new, 1))
    broken = row(whole, name)
    assert broken.state is state
    assert [gap.aspect for gap in broken.gaps] == ([aspect] if aspect else [])
    (told,) = findings(whole)
    assert told.code == code
    assert (told.level is Level.ERROR) == (code != "CON207")
    assert [place.label for place in told.related] == ["superior"]
    assert all(r.state is State.MET for r in whole.rows if r.name != name)


def test_a_later_date_is_slower() -> None:
    upper = UPPER.replace("when: 每学期末", "when: 6月20日前") + mandate()
    assert not found_in(LOWER.replace("每学期末", "6月10日前"), upper)
    (told,) = found_in(LOWER.replace("每学期末", "6月30日前"), upper)
    assert (told.code, values(told)) == ("CON202", ("6月20日前", "6月30日前"))


def test_a_loosened_value_is_shown_where_it_stands_in_both_schemes() -> None:
    (told,) = found_in(LOWER.replace("每学期末", "每学年末"))
    duty = ("measures", "议事", "duties", "报告", "when")
    assert (told.primary.path, told.related[0].place.path) == (duty, duty)
    assert values(told) == ("每学期末", "每学年末")


def bounded(bound: str, old: str, new: str, upper: str = UPPER) -> Row:
    whole = held(LOWER.replace(old, new), upper + mandate("[轮岗, 议事/开会, 考核]", bound))
    return next((r for r in whole.rows if r.gaps), row(whole, "轮岗"))


def test_a_default_may_be_departed_from() -> None:
    assert bounded("default", "15%", "5%").state is State.MET


def test_a_ceiling_may_be_undercut_and_not_exceeded() -> None:
    assert bounded("ceiling", "15%", "10%").state is State.MET
    assert bounded("ceiling", "15%", "20%").state is State.CONTRADICTED
    assert bounded("{议事/开会: ceiling}", "每月", "每周").state is State.CONTRADICTED


def test_the_advice_goes_the_way_of_the_bound() -> None:
    (less,) = found_in(LOWER.replace("不低于15%", "不低于12%"), UPPER + mandate("[轮岗]"))
    assert worded(less, "zh").label == "低于上级的规定"
    assert "改成不低于上级的规定" in worded(less, "zh").help


def test_what_is_slower_is_not_told_as_less() -> None:
    (told,) = found_in(LOWER.replace("when: 每月", "when: 每学期"), UPPER + mandate("[开会]"))
    assert (worded(told, "zh").label, worded(told, "en").label) == (
        "慢于上级的规定",
        "slower than what the superior says",
    )


def asked(upper: str, lower: str, bound: str = "") -> Row:
    """How a county's own duty answers to one of the city's, each said in one line."""
    text = "organs: {市局: }\nduties: {配餐: %s}\n"
    said = "mandates: {县方案: {requires: [配餐]%s}}\n" % (f", bound: {{配餐: {bound}}}" if bound else "")
    return row(held(text % lower, text % upper + said), "配餐")


def test_what_is_allowed_up_to_a_number_is_allowed_no_further() -> None:
    upper = "{lead: 市局, force: may, amount: 不超过12元}"
    for bound in ("", "ceiling", "floor"):
        further = asked(upper, "{lead: 市局, force: may, amount: 不超过15元}", bound)
        assert further.state in (State.CONTRADICTED, State.WEAKENED)
        assert not further.gaps[0].soft
        assert asked(upper, "{lead: 市局, force: may, amount: 不超过10元}", bound).state is State.MET
    assert asked(upper, "{lead: 市局, force: may, amount: 不超过15元}", "default").state is State.MET
    on_request = "{lead: 市局, force: may, if: 学生自愿的}"
    assert asked(on_request, "{lead: 市局, force: may}").state is State.UNCOMPARED


def test_a_higher_cap_is_looser_under_a_floor_too() -> None:
    assert asked(
        "{lead: 市局, amount: 每班不超过45人}", "{lead: 市局, amount: 每班不超过50人}", "floor"
    ).state is (State.WEAKENED)
    assert (
        asked("{lead: 市局, amount: 不少于5次}", "{lead: 市局, amount: 不少于6次}", "floor").state
        is State.MET
    )


def test_a_number_within_a_range_keeps_it_and_one_outside_does_not() -> None:
    for bound in ("", "ceiling"):
        assert asked("{lead: 市局, amount: 2—4次}", "{lead: 市局, amount: 3次}", bound).state is State.MET
        assert (
            asked("{lead: 市局, amount: 2—4次}", "{lead: 市局, amount: 9次}", bound).state
            is State.CONTRADICTED
        )
    roles = "clusters: {片区: {members: {首校: {leads: true}, 余校: {count: %s}}}}\n"
    said = "mandates: {县方案: {requires: [片区]}}\n"
    assert row(held(roles % "3", roles % "2..4" + said), "片区").state is State.MET
    assert row(held(roles % "9", roles % "2..4" + said), "片区").state is State.CONTRADICTED


def test_a_ceiling_says_nothing_of_a_day() -> None:
    for day in ("9月底前", "11月底前"):
        told = asked("{lead: 市局, when: 10月底前}", f"{{lead: 市局, when: {day}}}", "ceiling")
        assert (told.state, told.gaps[0].grade) == (State.UNCOMPARED, Grade.UNTOLD)
    assert (
        asked("{lead: 市局, when: 每学期}", "{lead: 市局, when: 每月}", "ceiling").state is State.CONTRADICTED
    )


def test_a_level_is_the_same_under_both_its_names() -> None:
    share = "{lead: 市局, amount: {share: %s, of: teacher, hold: %s}}"
    less = asked(share % ("不少于10%", "county"), share % ("不少于3%", "locality"))
    assert (less.state, less.gaps[0].upper.zh) == (State.WEAKENED, "不少于教师的10%，以县区为口径")
    whole = asked(share % ("不少于10%", "locality"), share % ("不少于12%", "locality"))
    assert whole.state is State.UNCOMPARED


def test_a_closed_list_leaves_nothing_out() -> None:
    listed = "{lead: 市局, items: [%s]}"
    assert asked(listed % "退餐费, 约谈, 通报", listed % "退餐费", "closed").state is State.CONTRADICTED


def test_a_fixed_value_is_kept_as_it_is() -> None:
    assert bounded("fixed", "15%", "20%").state is State.CONTRADICTED
    assert bounded("fixed", "每月", "每周").state is State.CONTRADICTED


def test_a_closed_list_takes_nothing_from_outside() -> None:
    broken = bounded("{考核: closed}", "[发展, 均衡]", "[发展, 均衡, 特色]")
    assert (broken.state, broken.gaps[0].lower.zh) == (State.CONTRADICTED, "特色")


def test_a_floor_of_a_list_keeps_every_item() -> None:
    broken = bounded("{考核: floor}", "[发展, 均衡]", "[发展, 特色]")
    assert (broken.state, broken.gaps[0].turn, broken.gaps[0].upper.zh) == (
        State.WEAKENED,
        Turn.DROPPED,
        "均衡",
    )


def test_no_more_than_says_of_itself_that_it_is_a_ceiling() -> None:
    upper = UPPER.replace("不低于15%", "不超过15%")
    broken = bounded("{考核: closed}", "不低于15%", "不超过20%", upper)
    assert (broken.state, broken.gaps[0].grade) == (State.CONTRADICTED, Grade.CONTRARY)


STRICT = """\
organs: {市局: , 县局: {each: county}, 考评办: {each: county}}
clusters: {学区: {each: county, members: {中心校: {leads: true}, 成员校: }}}
duties: {月报: {each: 学区, lead: 中心校, inform: 县局, when: 每月}}
appraisals:
  年评: {assess: 县局, for: 学区, when: 每学年, criteria: {管理: {points: 30, veto: true}, 质量: {points: 70}}}
"""


def strict(here: str, there: str, bound: str) -> list[tuple[str, str]]:
    """The findings on a county's scheme that is the city's but for one change."""
    lower = STRICT.replace("市局: , ", "").replace("each: county, ", "").replace("{each: county}", "")
    assert here in lower
    upper = STRICT + mandate("[月报, 年评]", bound)
    told = found_in(lower.replace(here, there), upper)
    return [(each.code, field.en) for each in told if isinstance(field := each.args["field"], Said)]


@pytest.mark.parametrize(
    ("here", "there", "field"),
    [
        ("points: 30", "points: 20", "points of “管理”"),
        (", veto: true", "", "veto of “管理”"),
        ("points: 70}", "points: 70, score: 由专家评定}", "score of “质量”"),
        ("assess: 县局", "assess: 考评办", "assess"),
        ("for: 学区", "for: 成员校", "for"),
        ("lead: 中心校", "lead: 成员校", "lead"),
        ("inform: 县局", "inform: 考评办", "inform"),
        ("inform: 县局", "inform: [县局, 考评办]", "inform"),
        ("when: 每月", "when: 每月, output: 简报", "output"),
        ("when: 每月", "when: 每月, amount: 2份", "amount"),
        ("when: 每月", "when: 每月, support: 成员校", "support"),
        ("when: 每学年, ", "when: 每学年, grades: [好, 中], ", "grades"),
        ("when: 每学年, ", "", "when"),
    ],
)
def test_where_nothing_may_be_changed_every_change_contradicts(here: str, there: str, field: str) -> None:
    assert strict(here, there, "fixed") == [("CON203", field)]


@pytest.mark.parametrize("own", ["serves: 均衡", "basis: 市意见", "force: must"])
def test_why_a_subordinate_does_it_is_no_change(own: str) -> None:
    assert strict("when: 每月", f"when: 每月, {own}", "fixed") == []


@pytest.mark.parametrize(
    ("here", "there", "field"),
    [
        ("inform: 县局", "inform: [县局, 考评办]", "inform"),
        ("inform: 县局", "inform: 考评办", "inform"),
        (", 质量: {points: 70}", "", "criteria"),
        ("质量: {points: 70}", "质量: {points: 70}, 特色: {points: 5}", "criteria"),
    ],
)
def test_to_what_is_a_closed_list_nothing_is_added_and_nothing_is_taken(
    here: str, there: str, field: str
) -> None:
    assert strict(here, there, "closed") == [("CON203", field)]


def test_a_veto_that_is_dropped_makes_an_appraisal_laxer() -> None:
    assert strict(", veto: true", "", "floor") == [("CON202", "veto of “管理”")]


def test_forms_of_a_cluster_can_be_a_closed_list() -> None:
    upper = UPPER.replace("same: [stage],", "same: [stage], forms: [帮扶, 托管],") + mandate(
        "[学区]", "closed"
    )
    assert not found_in(LOWER.replace("same: [stage],", "same: [stage], forms: [帮扶],"), upper)
    (told,) = found_in(LOWER.replace("same: [stage],", "same: [stage], forms: [帮扶, 合并],"), upper)
    assert (told.code, values(told)[1]) == ("CON203", "合并")


def test_no_school_may_be_left_out_where_the_superior_says_so() -> None:
    upper = UPPER.replace("same: [stage],", "same: [stage], every_school: true,") + mandate()
    assert row(held(LOWER, upper), "学区").gaps[0].field == "every_school"


def test_a_prohibition_is_kept() -> None:
    never = "{never: {who: 中心校, edge: administers, whom: 成员校}}"
    upper = UPPER.replace("{protects: [finance, personnel]}", never) + mandate()
    assert row(held(LOWER, upper), "自主").gaps[0].field == "never"
    assert not found_in(LOWER.replace("{protects: autonomy}", never), upper)


def test_what_the_superior_encourages_is_a_warning_where_it_is_loosened() -> None:
    upper = UPPER.replace("开会: {", "开会: {force: encouraged, ") + mandate()
    lower = LOWER.replace("开会: {", "开会: {force: encouraged, ").replace("每月", "每学期")
    assert [(told.code, told.level) for told in found_in(lower, upper)] == [("CON202", Level.WARNING)]


# answers -----------------------------------------------------------------------------------------------


def answered(answer: str, old: str = "      轮岗: {", new: str = "      换校: {") -> Conformance:
    return held(LOWER.replace(old, new) + f"answers: {{{answer}}}\n")


def test_an_answer_names_what_goes_by_another_name() -> None:
    met = row(answered("交流/轮岗: 换校"), "轮岗")
    assert (met.state, met.way, met.met_by and met.met_by.name) == (State.MET, Way.ANSWER, "换校")


def test_an_answer_is_compared_as_well() -> None:
    whole = answered(
        "轮岗: 换校",
        "      轮岗: {lead: 县局, for: teacher, amount: {share: 不低于15%",
        "      换校: {lead: 县局, for: teacher, amount: {share: 不低于5%",
    )
    assert row(whole, "轮岗").state is State.WEAKENED


def test_what_does_not_apply_says_why() -> None:
    whole = answered("轮岗: {not_applicable: 全县只有一所学校}")
    assert (row(whole, "轮岗").state, row(whole, "轮岗").reason) == (State.NOT_APPLICABLE, "全县只有一所学校")
    assert not findings(whole)


@pytest.mark.parametrize("answer", ["轮岗: {not_applicable: unspecified}", "轮岗: {}"])
def test_not_applicable_without_a_reason_is_missing(answer: str) -> None:
    whole = answered(answer)
    assert row(whole, "轮岗").state is State.MISSING
    assert [told.code for told in findings(whole)] == ["CON204"]


def test_an_answer_that_names_nothing_here_is_missing() -> None:
    whole = answered("轮岗: 换学校")
    assert row(whole, "轮岗").state is State.MISSING
    (told,) = findings(whole)
    assert (told.code, told.primary.path) == ("CON205", ("answers", "轮岗"))
    assert "换校" in str(told.args["nearest"])


def test_an_answer_to_what_nobody_asked_is_told() -> None:
    codes = [told.code for told in found_in(LOWER + "answers: {轮换: 轮岗}\n")]
    assert codes == ["CON206"]


# policies ----------------------------------------------------------------------------------------------

POLICY = """\
roles: {bureau: {name: 主管局, is: organ}}
parameters: {reported: {value: 每学期末}}
constraints: {自主: {protects: autonomy}}
duties: {报告: {lead: bureau, when: $reported}}
"""
SHELF = Shelf({"zones": POLICY})
ADOPTING = "organs: {市局: , 县局: {each: county}}\nadopts: {zones: {bind: {bureau: 县局}}}\n"


def test_the_same_place_of_the_same_policy_answers_whatever_it_is_called() -> None:
    adopts = "adopts: {三区: {policy: zones, bind: {bureau: 教育局}}}\n"
    lower = f"organs: {{教育局: }}\n{adopts}override: {{报告: {{name: 汇报}}}}\n"
    whole = held(lower, ADOPTING + mandate("[报告]"), SHELF)
    met = row(whole, "报告")
    assert (met.way, met.met_by and met.met_by.name) == (Way.ADOPTED, "汇报")


def test_what_both_adopt_is_compared_without_any_mandate() -> None:
    lower = (
        "organs: {教育局: }\nadopts: {zones: {bind: {bureau: 教育局}, parameters: {reported: 每学年末}}}\n"
    )
    whole = held(lower, ADOPTING + mandate("[县局]"), SHELF)
    assert [(r.name, r.state, r.mandate) for r in whole.rows if r.name == "报告"] == [
        ("报告", State.WEAKENED, None)
    ]
    told = next(told for told in findings(whole) if told.code == "CON202")
    assert told.primary.path == ("adopts", "zones", "parameters", "reported")
    assert told.related[0].place.file == "policies/zones.yaml"


def test_a_constraint_taken_out_of_an_adopted_policy_is_an_error() -> None:
    lower = "organs: {县局: }\nadopts: {zones: {bind: {bureau: 县局}}}\ndrop: [自主]\n"
    found = found_in(lower, ADOPTING + mandate("[县局]"), SHELF)
    assert [(told.code, told.primary.path) for told in found] == [("CON211", ("adopts", "zones"))]


# what is asked -----------------------------------------------------------------------------------------


def test_a_mandate_for_another_level_asks_nothing_of_this_one() -> None:
    upper = UPPER + mandate().replace("each: county", "each: town")
    whole = held("organs: {县局: }\n", upper)
    assert not whole.asked
    assert [told.code for told in findings(whole)] == ["CON212"]


def test_a_mandate_may_speak_to_clusters() -> None:
    upper = UPPER + mandate("[轮岗]").replace("each: county", "each: 学区")
    lower = """\
xuequ: 1
kind: scheme
name: 一个学区的方案
locality: {name: 东片, level: 学区}
clusters: {学区: {members: {中心校: {leads: true}}}}
"""
    assert row(held(lower, upper), "轮岗").state is State.MISSING


def test_a_required_measure_keeps_its_duties() -> None:
    lower = LOWER.replace("      开会: {lead: 中心校, for: 成员校, when: 每月}\n", "")
    broken = row(held(lower, UPPER + mandate("[议事]")), "议事")
    assert (broken.state, broken.gaps[0].aspect, broken.gaps[0].upper.zh) == (
        State.WEAKENED,
        Aspect.DUTY,
        "开会",
    )


def test_what_the_superior_requires_and_does_not_have_is_looked_for_by_name() -> None:
    found = found_in(LOWER, UPPER + mandate("[督导室, 议事厅]"))
    assert [(told.code, told.args["name"]) for told in found] == [("CON213", "议事厅"), ("CON201", "议事厅")]


# validity ----------------------------------------------------------------------------------------------


def dated(lower: str, upper: str) -> list[str]:
    return [told.code for told in found_in(LOWER + lower, UPPER + mandate() + upper)]


def test_a_superior_that_has_expired_by_then_is_an_error() -> None:
    upper = "issue: {expires: 2024-12-31}\n"
    assert dated("issue: {effective: 2025-03-01}\n", upper) == ["CON208"]
    assert dated("issue: {date: 2025-03-01}\n", upper) == ["CON208"]
    assert dated("issue: {effective: 2024-03-01}\n", upper) == []


def test_outliving_the_superior_is_a_warning() -> None:
    lower = "issue: {effective: 2024-03-01, expires: 2026-02-28}\n"
    assert dated(lower, "issue: {expires: 2024-12-31}\n") == ["CON209"]


def test_a_superior_that_is_listed_as_repealed_is_an_error() -> None:
    upper = "sources: {own: {name: 关于学区的意见}}\nissue: {source: own}\n"
    assert dated("sources: {old: {name: 关于学区的意见, as: repeals}}\n", upper) == ["CON210"]
    assert dated("sources: {old: {name: 关于学区的意见, as: basis}}\n", upper) == []


# clusters under other names ------------------------------------------------------------------------------

CLUSTERS = """\
clusters: {集群: {size: {schools: ..9}, members: {引领校: {leads: true}, 协作校: }}}
"""
HERE = """\
clusters: {联片: {size: {schools: ..%s}, members: {中心校: {leads: true}, 村小: }}}
answers: {集群: 联片%s}
"""


def clustered(most: str, bound: str = "", answers: str = "") -> Row:
    return row(held(HERE % (most, answers), CLUSTERS + mandate("[集群]", bound)), "集群")


def test_a_larger_size_is_more_than_allowed_and_told_in_words() -> None:
    whole = held(HERE % ("12", ", 集群/协作校: 联片/村小"), CLUSTERS + mandate("[集群]"))
    (gap,) = row(whole, "集群").gaps
    assert (gap.turn, gap.label.zh, gap.upper.zh, gap.lower.zh) == (
        Turn.MORE,
        "学校数",
        "不超过9所",
        "不超过12所",
    )
    words = worded(findings(whole)[0], "zh")
    assert words.label == "超过上级的规定"
    assert words.help.startswith("改成不超过9所")


def test_sizes_are_read_under_their_bound() -> None:
    assert clustered("9", "ceiling").state is State.MET
    assert clustered("6", "ceiling").state is State.MET
    assert clustered("12", "ceiling").state is State.CONTRADICTED
    assert [gap.turn for gap in clustered("12", "floor").gaps if gap.field == "size"] == [Turn.MORE]
    assert clustered("9", "fixed", ", 集群/协作校: 联片/村小").state is State.MET
    assert clustered("6", "fixed", ", 集群/协作校: 联片/村小").state is State.CONTRADICTED


def test_a_role_answers_by_what_is_said_or_by_leading() -> None:
    assert [gap.field for gap in clustered("9", "fixed").gaps] == ["members", "members"]
    assert clustered("9", "fixed").gaps[0].lower.zh == "村小"
    assert clustered("9", "floor", ", 集群/协作校: 联片/村小").state is State.MET
    found = held(HERE % ("9", ""), CLUSTERS + mandate("[集群/引领校]"))
    assert (row(found, "引领校").state, row(found, "引领校").met_by.name) == (State.MET, "中心校")  # type: ignore[union-attr]


def test_work_that_is_narrowed_below_is_told_and_left_to_people() -> None:
    whole = held(LOWER.replace("开会: {", "开会: {if: 条件具备时, "))
    (told,) = findings(whole)
    assert (told.code, values(told), row(whole, "开会").state) == (
        "CON207",
        ("无", "条件具备时"),
        State.UNCOMPARED,
    )


def test_of_two_of_one_name_the_one_under_the_same_title_is_held_against_it() -> None:
    upper = CITY + "measures: {甲类: {duties: {核验: {lead: 县局, when: 每月}}}}\n" + mandate("[核验]")
    lower = (
        "organs: {县局: {kind: bureau}}\n"
        "measures:\n"
        "  乙类: {duties: {核验: {lead: 县局, when: 每月}}}\n"
        "  甲类: {duties: {核验: {lead: 县局, when: 每年}}}\n"
    )
    found = conformance(plan(lower), plan(upper))
    assert row(found, "核验").state is not State.MET
    assert row(found, "核验").met_by is not None
    assert row(found, "核验").met_by.path == ("甲类", "核验")  # type: ignore[union-attr]


def test_an_answer_to_work_nobody_asks_for_that_names_nothing_is_told() -> None:
    found = held(LOWER + "answers: {议事/开会: 没有这回事}\n", UPPER + mandate("[轮岗]"))
    assert [(r.name, r.state) for r in found.rows if r.mandate is None] == [("开会", State.MISSING)]
    found = held(LOWER + "answers: {议事/开会: 开会}\n", UPPER + mandate("[轮岗]"))
    assert not [r for r in found.rows if r.mandate is None]


def test_an_expired_superior_is_told_where_the_subordinate_says_from_when_it_holds() -> None:
    upper = UPPER + mandate() + "issue: {expires: 2024-12-31}\n"
    for field in ("date", "effective"):
        (told,) = (
            f for f in found_in(f"{LOWER}issue: {{{field}: 2025-03-01}}\n", upper) if f.code == "CON208"
        )
        assert told.primary.path == ("issue", field)


@pytest.mark.parametrize(("number", "told"), [("市政〔2020〕1号", True), ("市政〔2020〕2号", False)])
def test_a_repealed_superior_is_known_by_its_number(number: str, told: bool) -> None:
    upper = UPPER + mandate() + "issue: {number: 市政〔2020〕1号}\n"
    lower = LOWER + f"sources: {{旧: {{name: 另一名称, number: {number}, as: repeals}}}}\n"
    assert ("CON210" in {f.code for f in found_in(lower, upper)}) is told


def test_a_ceiling_lets_no_more_kinds_of_members_in() -> None:
    more = HERE.replace("村小: }", "村小: , 教学点: }")
    found = held(more % ("9", ""), CLUSTERS + mandate("[集群]", "ceiling"))
    assert [(gap.field, gap.lower.zh) for gap in row(found, "集群").gaps] == [("members", "村小、教学点")]


def test_a_fixed_value_that_is_kept_is_met() -> None:
    assert row(held(upper=UPPER + mandate("[议事/开会, 轮岗]", "fixed")), "开会").state is State.MET
    assert row(held(upper=UPPER + mandate("[议事/开会, 轮岗]", "fixed")), "轮岗").state is State.MET


def test_a_leading_role_is_that_of_the_cluster_which_answers() -> None:
    upper = CLUSTERS.replace("{集群", "{联盟: {members: {盟主校: {leads: true}}}, 集群") + mandate(
        "[集群/引领校]"
    )
    lower = HERE.replace("{联片", "{别片: {members: {片首校: {leads: true}}}, 联片") % ("9", "")
    assert row(held(lower, upper), "引领校").met_by.name == "中心校"  # type: ignore[union-attr]


def test_duties_lost_are_listed_in_both_languages() -> None:
    upper = UPPER + mandate("[议事]")
    lost = LOWER.replace("      开会:", "      甲事:").replace("      报告:", "      乙事:")
    (gap,) = (g for g in row(held(lost, upper), "议事").gaps if g.field == "duties")
    assert gap.upper == ("开会、报告", "开会, 报告")


# fields that have no rule of their own -----------------------------------------------------------------------

DEEDS = """\
organs: {市局: , 纪检组: , 人事股: }
posts: {督学: }
measures:
  选聘:
    duties:
      面试: {lead: 市局, when: 每学年%s}
"""
REMAINING = {
    "who may not take part": (", barred: 人事股", "", Grade.WEAKER, Turn.DROPPED),
    "what has to come first": (", approve: 纪检组, gate: approve", ", approve: 纪检组", Grade.WEAKER, Turn.DROPPED),
    "a shorter course": (", lasts: 10天以上", ", lasts: 5天以上", Grade.WEAKER, Turn.LESS),
    "a smaller quorum": (", quorum: 四分之三以上", ", quorum: 三分之二以上", Grade.WEAKER, Turn.LESS),
    "a number that is gone": (", lasts: 10天以上", "", Grade.WEAKER, Turn.DROPPED),
    "one of two left out": (", inform: [人事股, 纪检组]", ", inform: 纪检组", Grade.WEAKER, Turn.DROPPED),
    "items left out": (", items: [试讲, 答辩]", ", items: [试讲]", Grade.WEAKER, Turn.DROPPED),
    "items of other names": (", items: [试讲, 答辩]", ", items: [试讲, 笔谈]", Grade.UNTOLD, Turn.DROPPED),
    "another approver": (", approve: 纪检组", ", approve: 人事股", Grade.UNTOLD, Turn.DIFFERENT),
    "another reader": (", inform: public", ", inform: school", Grade.UNTOLD, Turn.DIFFERENT),
    "another way": (", how: 现场", ", how: 线上", Grade.UNTOLD, Turn.DIFFERENT),
    "a way that is gone": (", how: 现场", "", Grade.UNTOLD, Turn.DROPPED),
    "not for each": (", each: school", "", Grade.UNTOLD, Turn.DROPPED),
    "only for some": ("", ", for: 督学", Grade.UNTOLD, Turn.ADDED),
}  # fmt: skip


@pytest.mark.parametrize(("above", "below", "grade", "turn"), REMAINING.values(), ids=REMAINING)
def test_no_field_that_bears_meaning_is_passed_over(above: str, below: str, grade: Grade, turn: Turn) -> None:
    (gap,) = row(held(DEEDS % below, DEEDS % above + mandate("[面试]")), "面试").gaps
    assert (gap.grade, gap.turn) == (grade, turn)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (", lasts: 10天以上", ", lasts: 15天以上"),
        (", approve: 纪检组", ", approve: [纪检组, 人事股]"),
        ("", ", approve: 纪检组, gate: approve, barred: 人事股, lasts: 5天以上, how: 现场"),
        (", support: 人事股", ""),
        (", inform: 督学", ", inform: 督学"),
    ],
)
def test_more_than_was_asked_is_as_good(above: str, below: str) -> None:
    assert not row(held(DEEDS % below, DEEDS % above + mandate("[面试]")), "面试").gaps


def test_whoever_is_forbidden_something_above_is_so_below() -> None:
    upper = "groups: {小班校: {of: school}}\nduties: {收费: {responsible: %s, force: must_not}}\n"
    (gap,) = row(held(upper % "小班校", upper % "school" + mandate("[收费]")), "收费").gaps
    assert (gap.grade, gap.label.zh) == (Grade.UNTOLD, "不得")


def test_a_term_that_begins_with_the_same_event_is_compared_by_its_length() -> None:
    def state(upper: str, lower: str) -> tuple[State, int]:
        text = "organs: {市局: }\nduties: {备案: {lead: 市局, when: %s}}\n"
        found = row(held(text % lower, text % upper + mandate("[备案]")), "备案")
        return found.state, len(found.gaps)

    assert state("施行后20日内", "施行后30日内") == (State.WEAKENED, 1)
    assert state("施行后20日内", "施行后10日内") == (State.MET, 0)
    assert state("施行后20日内", "施行后1个月内") == (State.UNCOMPARED, 1)


def test_bodies_are_the_same_without_the_place_and_level_in_front() -> None:
    text = (
        "organs: {%s教育局: , %s督导办: }\nduties: {巡查: {lead: %s教育局, oversee: %s督导办, when: 每月}}\n"
    )
    held_ = held(text % (("县",) * 4), text % (("某市",) * 4) + mandate("[巡查]"))
    assert (row(held_, "巡查").state, row(held_, "巡查").gaps) == (State.MET, ())


def test_the_duties_of_a_measure_that_is_required_are_compared_one_by_one() -> None:
    found = held(LOWER.replace("when: 每月", "when: 每学期"), UPPER + mandate("[议事]"))
    assert [(r.name, r.state) for r in found.rows] == [("议事", State.WEAKENED), ("开会", State.WEAKENED)]


def test_the_kinds_of_members_of_a_cluster_that_is_required_are_compared() -> None:
    upper = CLUSTERS.replace("协作校: ", "协作校: {count: 3..}")
    lower = HERE.replace("村小: ", "村小: {count: 2..}") % ("9", ", 集群/协作校: 联片/村小")
    (gap,) = row(held(lower, upper + mandate("[集群]")), "集群").gaps
    assert (gap.grade, gap.label.zh) == (Grade.WEAKER, "“协作校”的数量")


def test_work_of_another_kind_that_answers_is_compared_as_well() -> None:
    lower = LOWER + "answers: {轮岗: 考核}\n"
    assert {"lead", "for", "amount"} == {gap.field for gap in row(held(lower), "轮岗").gaps}
