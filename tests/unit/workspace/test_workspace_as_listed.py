"""A file that a workspace lists is checked with what the workspace gives it, however it is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from xuequ.workspace.baseline import written
from xuequ.workspace.check_run import Asked, Surveyed, survey
from xuequ.workspace.loading import Shelf

HEAD = "xuequ: 1\nkind: scheme\nname: {name}\nlocality: {{name: {name}, level: {level}}}\n"
TOWN = HEAD.format(name="西岭县", level="county") + (
    "organs: {board: {name: 教育局}}\n"
    "clusters: {group: {name: 集团, count: 2, members: {core: {name: 核心校, leads: true}}}}\n"
    "duties: {meet: {name: 研讨, lead: board, when: 每月}}\n"
)
CITY = HEAD.format(name="临江市", level="city") + (
    "organs: {board: {name: 市教育局}}\nmandates: {plan: {each: county, requires: [meet]}}\n"
    "duties: {meet: {name: 研讨, lead: board, when: 每周}}\n"
)
ROSTER = "code,name,group,group.role\n1,一中,东集团,核心校\n2,二中,东集团,核心校\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for file, text in {"county.yaml": TOWN, "city.yaml": CITY, "roster.csv": ROSTER}.items():
        Path(file).write_text(text, encoding="utf-8")


def workspace(listed: str, settings: str = "{}") -> None:
    text = f"xuequ: 1\nkind: workspace\nschemes: {listed}\nsettings: {settings}\n"
    Path("xuequ.yaml").write_text(text, encoding="utf-8")


def checked(*files: str, **asked: object) -> Surveyed:
    return survey(Shelf(), Asked(files=files, today=date(2026, 3, 1), **asked))  # type: ignore[arg-type]


def codes(found: Surveyed) -> list[str]:
    return [one.finding.code for one in found.shown]


def test_it_has_its_roster() -> None:
    workspace("{county.yaml: {roster: roster.csv}}")
    assert codes(checked("county.yaml")) == codes(checked())
    assert "ROS101" in codes(checked("county.yaml"))


def test_another_roster_goes_before_it() -> None:
    Path("other.csv").write_text(ROSTER.replace("2,二中,东集团", "2,二中,西集团"), encoding="utf-8")
    workspace("{county.yaml: {roster: roster.csv}}")
    assert "ROS101" not in codes(checked("county.yaml", roster="other.csv"))


def test_a_file_that_nobody_lists_has_nothing() -> None:
    workspace("{city.yaml: }")
    assert "ROS101" not in codes(checked("county.yaml"))


def test_a_file_that_did_not_change_passes_against_the_baseline_of_the_whole() -> None:
    workspace("{county.yaml: {roster: roster.csv, school_year: 2025}}")
    found = checked(fresh=True)
    Path("old.json").write_bytes(written(found.found, found.sources, "old.json", "zh"))
    workspace("{county.yaml: {roster: roster.csv, school_year: 2025}}", "{baseline: old.json}")
    assert codes(checked("county.yaml")) == codes(checked()) == []


def test_the_school_year_that_is_asked_for_goes_before_the_one_it_is_given() -> None:
    Path("county.yaml").write_text(
        TOWN + "issue: {issued_by: board, date: 2025-08-20, effective: 2025-09-01}\n", encoding="utf-8"
    )
    workspace("{county.yaml: {school_year: 2025}}")
    assert "TIM008" not in codes(checked("county.yaml"))
    assert "TIM008" in codes(checked("county.yaml", school_year=2020))


def test_a_scheme_under_another_is_held_against_it() -> None:
    workspace("{county.yaml: {under: city.yaml}}")
    found = checked()
    assert "CON202" in codes(found)
    assert [one.at.file for one in found.shown if one.finding.code == "CON202"] == ["county.yaml"]
    assert "CON202" not in codes(checked("city.yaml"))


def test_what_is_wrong_with_the_superior_scheme_is_told() -> None:
    Path("city.yaml").write_text(CITY.replace("lead: board", "lead: nobody_there"), encoding="utf-8")
    workspace("{county.yaml: {under: city.yaml}}")
    assert "REF101" in codes(checked("county.yaml"))


def test_a_superior_scheme_that_is_not_there_is_told_in_the_workspace() -> None:
    workspace("{county.yaml: {under: province.yaml}}")
    assert "SET202" in codes(checked())
