"""Holes of responsibility, clusters, sources and constraints that the published documents really have."""

from __future__ import annotations

from functools import cache

import pytest

import localities
from xuequ.findings.finding import DocPath, Finding, Level
from xuequ.rules import run

#: Locality, code, the end of the path where it is reported.
HOLES: tuple[tuple[str, str, DocPath], ...] = (
    ("anyang", "RES203", ("organs", "joint_conference")),
    ("anyang", "RES204", ("appraisals", "inspection_zone_appraisal", "assess")),
    ("anyang", "RES204", ("appraisals", "research_zone_appraisal", "assess")),
    ("anyang", "RES205", ("appraisals", "bundled_zones", "assess")),
    ("anyang", "RES206", ("appraisals", "inspection_review", "assess")),
    ("anyang", "RES208", ("posts", "deputy_head", "held_by")),
    ("anyang", "RES209", ("posts", "district_head", "tenure")),
    ("anyang", "RES210", ("posts", "district_head", "tenure")),
    ("anyang", "RES211", ("posts", "district_head", "term")),
    ("anyang", "RES212", ("organs", "city_leading_group")),
    ("anyang", "RES212", ("organs", "county_leading_group")),
    ("anyang", "RES217", ("posts", "liaison_inspector")),
    ("anyang", "RES220", ("duties", "inspection_rules", "output")),
    ("anyang", "RES220", ("duties", "county_rules", "output", 0)),
    ("anyang", "RES220", ("duties", "county_rules", "output", 1)),
    ("anyang", "RES222", ("duties", "bulletin")),
    ("anyang", "RES223", ("issue", "issued_by")),
    ("anyang", "SRC107", ("sources", "opinion", "number")),
    ("chengdu", "RES201", ("measures", "key_tasks", "lead")),
    ("chengdu", "RES213", ("organs", "district_committee", "force")),
    ("chengdu", "RES212", ("organs", "district_committee")),
    ("chengdu", "RES216", ("duties", "systems", "output", 0)),
    ("chengdu", "SRC103", ("sources", "report", "standing")),
    ("chengdu", "SRC105", ("sources", "opinion", "text")),
    ("haibowan", "RES208", ("posts", "secretary", "held_by")),
    ("haibowan", "RES216", ("clusters", "community")),
    ("haibowan", "REF115", ("members", "community_member")),
    ("haibowan", "ROS112", ("units", "yixiao")),
    ("haibowan", "ROS113", ("clusters", "education_group", "legal")),
    ("haibowan", "SRC102", ("duties", "draw", "unclear")),
    ("haibowan", "SRC105", ("sources", "trial_plan", "text")),
    ("luoxi", "RES202", ("measures", "shared_results", "lead")),
    ("luoxi", "RES205", ("appraisals", "linked_appraisal", "assess")),
    ("luoxi", "RES208", ("posts", "subject_head", "appointed_by")),
    ("luoxi", "RES212", ("organs", "leading_group")),
    ("luoxi", "RES220", ("duties", "draft", "output")),
    ("luoxi", "ROS112", ("clusters", "small_area")),
    ("luoxi", "CON102", ("constraints", "school_autonomy")),
    ("luoxi", "SRC104", ("sources", "province", "number")),
    ("luoxi", "SRC104", ("sources", "district", "number")),
    ("luoxi", "SRC105", ("sources", "member_list", "text")),
    ("ziyun", "RES206", ("appraisals", "member_appraisal", "assess")),
    ("ziyun", "RES208", ("posts", "district_head", "held_by")),
    ("ziyun", "RES214", ("posts", "deputy_head")),
    ("ziyun", "RES214", ("groups", "managers")),
    ("ziyun", "RES216", ("clusters", "kindergarten_group")),
    ("ziyun", "RES224", ("duties", "allocate")),
    ("ziyun", "ROS101", ("clusters", "district", "count")),
    ("ziyun", "ROS111", ("clusters", "joint_running", "pilot")),
    ("ziyun", "CON102", ("constraints", "school_autonomy")),
)


@cache
def findings(name: str, roster: bool) -> tuple[Finding, ...]:
    plan = localities.school_plan(name, localities.roster(name)) if roster else localities.role_plan(name)
    return (*plan.findings, *run(plan))


@pytest.mark.parametrize(("name", "code", "end"), HOLES, ids=lambda v: str(v))
def test_a_hole_of_a_published_document_is_reported_at_its_place(name: str, code: str, end: DocPath) -> None:
    told = [found for found in findings(name, False) if found.code == code]
    paths = [place.path for f in told for place in (f.primary, *(each.at for each in f.members))]
    assert any(path[-len(end) :] == end for path in paths), paths


@pytest.mark.parametrize("roster", [False, True], ids=["roles", "schools"])
@pytest.mark.parametrize("name", localities.NAMES)
def test_a_published_document_has_no_errors(name: str, roster: bool) -> None:
    assert not [found for found in findings(name, roster) if found.level is Level.ERROR]


@pytest.mark.parametrize("name", localities.NAMES)
def test_a_sample_roster_fits_its_scheme(name: str) -> None:
    fits = {"ROS104", "ROS105", "ROS106", "ROS107", "ROS108", "ROS109", "ROS110", "ROS114", "RES221"}
    assert not [found for found in findings(name, True) if found.code in fits]


@pytest.mark.parametrize("name", localities.NAMES)
def test_no_place_of_a_published_document_is_another_place(name: str) -> None:
    assert not [found for found in findings(name, False) if found.code in ("SRC106", "REF112", "COM008")]


def test_autonomy_in_ziyun_contradicts_unified_finance_with_both_places() -> None:
    (found,) = (f for f in findings("ziyun", False) if f.code == "CON102")
    assert ("duties", "finance") in {related.place.path for related in found.related}
    paths = [related.place.path for related in found.related]
    assert ("measures", "management", "measures", "office", "duties", "finance") in paths


def test_a_district_plan_and_its_plaque_are_not_taken_for_one_document() -> None:
    about = [str(f.args["name"]) for f in findings("anyang", False) if f.code == "RES220"]
    assert "教研协作区考核评价办法" not in about
    assert "本单位表彰激励机制" not in about
