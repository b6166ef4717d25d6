"""The sample county scheme under the Ankang opinion, broken in every way it can be."""

from __future__ import annotations

import pytest

import localities
from xuequ.compose import compose
from xuequ.findings.finding import Level
from xuequ.model.building import build
from xuequ.query.conformance import Conformance, State, conformance
from xuequ.query.conforming import findings
from xuequ.resolution import resolve

COUNTY = localities.ROOT / "examples" / "conformance" / "county.yaml"


def held(old: str = "", new: str = "", more: str = "") -> Conformance:
    """The sample with a passage changed, or lines added, against the opinion."""

    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1) + more if old else text + more

    whole = compose(localities.read(COUNTY, edit), localities.Shelf())
    assert not whole.findings, whole.findings
    built = build(whole)
    return conformance(resolve(built.scheme, whole), localities.role_plan("anyang"))


def told(whole: Conformance) -> set[str]:
    return {found.code for found in findings(whole)}


def broken(whole: Conformance) -> dict[str, State]:
    return {row.text.rpartition("/")[2]: row.state for row in whole.rows if row.state is not State.MET}


def test_as_it_stands_it_meets_the_opinion() -> None:
    assert (broken(held()), told(held())) == ({}, set())


OVERRIDES = {
    "a slower report": ("semester_report: {when: 每学年末}", "semester_report", "CON202"),
    "a loose report": ("semester_report: {when: 定期}", "semester_report", "CON202"),
    "a report that reaches nobody": ("semester_report: {inform: unspecified}", "semester_report", "CON202"),
    "a report without a report": ("semester_report: {output: unspecified}", "semester_report", "CON202"),
    "a report that may be made": ("semester_report: {force: may}", "semester_report", "CON202"),
    "an appraisal every second year": ("district_appraisal: {when: 每两学年}", "district_appraisal", "CON202"),
    "an appraisal by the calendar": ("district_appraisal: {when: 每年}", "district_appraisal", "CON207"),
    "an appraisal by nobody": ("district_appraisal: {assess: unspecified}", "district_appraisal", "CON202"),
    "an appraisal against nothing": ("district_appraisal: {rubric: unspecified}", "district_appraisal", "CON202"),
    "districts of mixed stages": ("large_district: {same: [kind]}", "large_district", "CON202"),
    "more towns to a district": ("large_district: {size: {towns: 1..5}}", "large_district", "CON202"),
    "less autonomy": ("school_autonomy: {protects: [finance]}", "school_autonomy", "CON202"),
    "what nobody mandates and both have": ("subject_review: {when: unspecified}", "subject_review", "CON202"),
}  # fmt: skip


@pytest.mark.parametrize(("override", "name", "code"), OVERRIDES.values(), ids=OVERRIDES)
def test_a_loosened_value_is_found(override: str, name: str, code: str) -> None:
    whole = held(more=f"override:\n  {override}\n")
    assert broken(whole) == {name: State.UNCOMPARED if code == "CON207" else State.WEAKENED}
    assert told(whole) == {code}


ANSWER = "county_leading_group: leading_group"
RULES = "      rules:\n        name: "
MISSING = {
    "a duty": (f"{RULES}制定一体化管理改革工作综合管理办法", f"{RULES}开会", "general_rules", "CON201"),
    "a body": (f"  {ANSWER}\n", "", "county_leading_group", "CON201"),
    "what an answer names": (ANSWER, "county_leading_group: leaders", "county_leading_group", "CON205"),
    "a reason": (
        ANSWER,
        "county_leading_group: {not_applicable: unspecified}",
        "county_leading_group",
        "CON204",
    ),
}


@pytest.mark.parametrize(("old", "new", "name", "code"), MISSING.values(), ids=MISSING)
def test_what_is_missing_is_found(old: str, new: str, name: str, code: str) -> None:
    whole = held(old, new)
    assert broken(whole) == {name: State.MISSING}
    assert told(whole) == {code}


@pytest.mark.parametrize("name", ["semester_report", "district_appraisal"])
def test_what_was_dropped_from_the_policy_is_missing(name: str) -> None:
    whole = held(more=f"drop: [{name}]\n")
    assert broken(whole) == {name: State.MISSING}
    assert told(whole) == {"CON201"}


def test_a_constraint_dropped_from_the_policy_is_an_error() -> None:
    assert told(held(more="drop: [school_affiliation]\n")) == {"CON211"}


def test_what_does_not_apply_says_why() -> None:
    whole = held(
        "county_leading_group: leading_group",
        "county_leading_group: {not_applicable: 由县政府常务会议直接负责}",
    )
    assert broken(whole) == {"county_leading_group": State.NOT_APPLICABLE}
    assert told(whole) == set()


@pytest.mark.parametrize(
    ("reported", "codes"), [("每月", set()), ("每学期末", set()), ("每学年", {"CON202"})]
)
def test_a_parameter_may_ask_for_more_and_not_for_less(reported: str, codes: set[str]) -> None:
    bind = "central_school: centre}"
    assert told(held(bind, f"{bind}\n        parameters: {{reported: {reported}}}")) == codes


def test_what_the_opinion_says_in_principle_is_a_warning() -> None:
    (found,) = findings(held(more="override:\n  large_district: {size: {towns: 1..5}}\n"))
    assert (found.code, found.level) == ("CON202", Level.WARNING)


def test_what_the_opinion_merely_allows_may_be_left_out_or_done_otherwise() -> None:
    assert told(held(more="override:\n  choose_form: {output: unspecified, lead: unspecified}\n")) == set()
    assert told(held(more="override:\n  reform: {lead: unspecified}\n")) == set()


def test_the_opinion_repealed_is_an_error() -> None:
    assert told(held("    as: basis\n", "    as: repeals\n")) == {"CON210"}
