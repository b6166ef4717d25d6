"""Expectations: those of the examples hold, and one that does not is told where it stands."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from localities import NAMES
from xuequ.findings.failure import Failure
from xuequ.findings.wording import worded
from xuequ.source.locate import locate
from xuequ.workspace.expectations.running import Tried, files_of, try_file
from xuequ.workspace.expectations.values import FIELDS, NARROWING
from xuequ.workspace.loading import Shelf

SCHEME = """\
xuequ: 1
kind: scheme
name: 青山县方案
locality: {name: 青山县, level: county}
organs: {局: , 室: }
groups: {骨干: {of: teacher, column: 骨干}}
clusters:
  学区:
    members: {龙头校: {leads: true}, 成员校: }
    posts: {学区长: }
measures:
  日常:
    each: 学区
    lead: 学区长
    duties:
      开会: {for: 成员校, when: 每月}
      报告: {when: 每学期末, inform: 局}
      经费: {lead: unspecified, amount: unspecified}
      交流: {amount: {share: 15%, of: 骨干}, when: unspecified}
  其他:
    duties:
      开会: {lead: [局, 室]}
appraisals:
  考评: {each: 学区, assess: 局, for: 学区长}
"""
ROSTER = """\
code,name,stage,学区,学区.role,骨干
1,甲校,小学,东学区,龙头校,10
2,乙校,小学,东学区,成员校,7
3,丙校,小学,西学区,龙头校,9
"""
HEAD = "xuequ: 1\nkind: expectations\ngiven: {scheme: scheme.yaml, %s}\nexpect:\n"
WITH_ROSTER = "roster: schools.csv, school_year: 2025"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "xuequ.yaml").touch()
    (tmp_path / "scheme.yaml").write_text(SCHEME, encoding="utf-8")
    (tmp_path / "schools.csv").write_text(ROSTER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tried(folder: Path, *lines: str, given: str = WITH_ROSTER) -> Tried:
    text = HEAD % given + "".join(f"  - {{{line}}}\n" for line in lines)
    (folder / "expected.yaml").write_text(text, encoding="utf-8")
    return try_file(Shelf(), "expected.yaml")


def codes(found: Tried) -> list[str]:
    return [each.code for each in found.findings]


def spot(found: Tried, number: int = 0) -> str:
    """The text that a finding underlines."""
    place = found.findings[number].primary
    span = locate(found.sources[place.file], place)
    line = found.sources[place.file].text.splitlines()[span.start.line - 1]
    return line[span.start.column - 1 : span.end.column - 1]


@pytest.mark.parametrize("name", NAMES)
def test_the_expectations_of_each_locality_hold(name: str, project: Path) -> None:
    found = try_file(Shelf(), os.path.relpath(project / "examples" / "expectations" / f"{name}.yaml"))
    assert found.results
    assert [worded(each, "en").message for each in found.findings] == []


@pytest.mark.parametrize(
    "line",
    [
        "work: 报告, lead: 学区长, inform: 局, support: nobody",
        "work: 报告, unit: 东学区, lead: 东学区长, places: 1",
        "work: 日常/开会, for: 成员校, unit: 东学区",
        "work: 其他/开会, lead: [室, 局]",
        "work: 经费, lead: nobody, amount: unspecified",
        "work: 报告, when: 每学期末, months: [1, 6, 7]",
        "work: 报告, months: [2026-01, 2026-06, 2026-07], times: 2",
        "work: 报告, windows: [2026-06-27..2026-07-10, 2026-01-10..2026-01-23]",
        "work: 交流, amount: 15%, comes_to: 4, when: unspecified",
        "work: 考评, assess: 局, for: 学区长, places: 2",
        "actor: 学区长, assessed_by: 局, reports_to: 局, duties: 3, part: lead",
        "actor: 丙校, duties: 0",
        "cluster: 学区, units: 2, schools: 3",
        "unit: 东学区, schools: 2",
        "unit: 青山县, schools: 1..",
        "finding: RES201, at: 经费",
        "finding: RES202, at: 其他/开会, count: 1",
        "absent: RES202, at: 报告",
        "absent: YML",
    ],
)
def test_what_the_scheme_says_is_met(folder: Path, line: str) -> None:
    found = tried(folder, line)
    assert codes(found) == []
    assert [result.met for result in found.results] == [True]


@pytest.mark.parametrize(
    ("line", "code", "under"),
    [
        ("work: 报告, lead: 室", "EXP101", "室"),
        ("work: 报告, lead: [学区长, 室]", "EXP101", "lead"),
        ("work: 报告, inform: nobody", "EXP101", "nobody"),
        ("work: 报告, places: 3..", "EXP101", "3.."),
        ("work: 报告, when: 每月", "EXP101", "每月"),
        ("work: 报告, when: 常常", "EXP107", "常常"),
        ("work: 报告, when: unspecified", "EXP101", "unspecified"),
        ("work: 报告, months: 9", "EXP101", "9"),
        ("work: 报告, months: 十三", "EXP107", "十三"),
        ("work: 报告, windows: 2026-01-10", "EXP101", "2026-01-10"),
        ("work: 报告, times: 3", "EXP101", "3"),
        ("work: 报告, times: 很多", "EXP107", "很多"),
        ("work: 报告, amount: 15%", "EXP101", "15%"),
        ("work: 交流, amount: unspecified", "EXP101", "unspecified"),
        ("work: 交流, comes_to: 5", "EXP101", "5"),
        ("work: 报告, comes_to: 5", "EXP106", "5"),
        ("work: 汇报, lead: 局", "REF120", "汇报"),
        ("work: 开会, lead: 局", "REF102", "开会"),
        ("work: 报告, lead: 教育局", "REF120", "教育局"),
        ("work: 报告, unit: 南学区, lead: 局", "REF120", "南学区"),
        ("actor: 学区长, assessed_by: nobody", "EXP101", "nobody"),
        ("actor: 学区长, reports_to: 室", "EXP101", "室"),
        ("actor: 学区长, duties: 1", "EXP101", "1"),
        ("actor: 园长, duties: 1", "REF120", "园长"),
        ("cluster: 学区, units: 7", "EXP101", "7"),
        ("cluster: 集团, units: 7", "REF120", "集团"),
        ("unit: 东学区, schools: 3", "EXP101", "3"),
        ("unit: 南学区, schools: 3", "REF120", "南学区"),
        ("finding: RES206", "EXP102", "RES206"),
        ("finding: RES202, count: 2", "EXP102", "RES202"),
        ("finding: RES2, at: 没有", "REF120", "没有"),
        ("finding: XYZ999", "EXP107", "XYZ999"),
        ("absent: RES202", "EXP103", "RES202"),
    ],
)
def test_what_the_scheme_does_not_say_is_told_where_it_is_expected(
    folder: Path, line: str, code: str, under: str
) -> None:
    found = tried(folder, "cluster: 学区, units: 2", line)
    assert codes(found) == [code]
    assert spot(found) == under
    assert [result.met for result in found.results] == [True, False]
    assert all(worded(each, lang).message for each in found.findings for lang in ("zh", "en"))


@pytest.mark.parametrize(
    ("line", "code", "under"),
    [
        ("work: 报告, actor: 局, lead: 局", "EXP104", "局"),
        ("lead: 局", "EXP104", "{lead"),
        ("cluster: 学区, lead: 局", "EXP105", "lead"),
        ("work: 报告", "EXP108", "报告"),
        ("actor: 局, part: lead", "EXP108", "局"),
    ],
)
def test_an_expectation_that_is_put_wrongly_is_told_and_not_tried(
    folder: Path, line: str, code: str, under: str
) -> None:
    found = tried(folder, line, "cluster: 学区, units: 2")
    assert codes(found)[0] == code
    assert spot(found) == under
    assert [result.met for result in found.results] == [True]


@pytest.mark.parametrize(
    ("line", "given", "problem"),
    [
        ("work: 报告, windows: 2026-01-10", "roster: schools.csv", "needs_period"),
        ("work: 报告, months: 2026-01", "roster: schools.csv", "needs_period"),
        ("work: 交流, comes_to: 4", "school_year: 2025", "needs_roster"),
        ("cluster: 学区, schools: 3", "school_year: 2025", "needs_roster"),
        ("unit: 东学区, schools: 2", "school_year: 2025", "needs_roster"),
    ],
)
def test_what_is_not_given_cannot_be_compared(folder: Path, line: str, given: str, problem: str) -> None:
    found = tried(folder, line, given=given)
    assert [(each.code, each.args["problem"]) for each in found.findings] == [("EXP106", problem)]


def test_without_a_period_months_are_still_compared(folder: Path) -> None:
    assert codes(tried(folder, "work: 其他/开会, months: 3", "work: 日常/开会, times: 10", given="")) != []
    assert codes(tried(folder, "work: 日常/开会, months: [9, 10, 11, 12, 1, 3, 4, 5, 6, 7]", given="")) == []


def test_a_difference_in_some_places_names_them(folder: Path) -> None:
    found = tried(folder, "work: 日常/开会, for: 成员校")
    (only,) = found.findings
    assert only.args["units"] == ["西学区"]
    assert "西学区" in worded(only, "zh").help


def test_expected_errors_are_met_and_keep_others_from_being_compared(folder: Path) -> None:
    text = SCHEME.replace("inform: 局", "inform: 教育局")
    (folder / "scheme.yaml").write_text(text, encoding="utf-8")
    assert codes(tried(folder, "finding: REF101")) == []
    assert codes(tried(folder, "finding: REF101", "work: 报告, lead: 学区长")) == ["REF101", "EXP110"]


@pytest.mark.parametrize("given", ["roster: nowhere.csv", "roster: ../schools.csv"])
def test_what_is_given_must_be_there_and_inside_the_workspace(folder: Path, given: str) -> None:
    (folder.parent / "schools.csv").write_text(ROSTER, encoding="utf-8")
    found = tried(folder, "cluster: 学区, units: 2", given=given)
    assert codes(found) == ["EXP109"]
    assert spot(found) == given.removeprefix("roster: ")
    assert found.results == ()


def test_a_file_of_a_wrong_form_is_told_and_not_tried(folder: Path) -> None:
    found = tried(folder, "cluster: 学区, unit_count: 2")
    assert codes(found) == ["SCH101"]
    assert found.results == ()


def test_a_folder_means_the_files_of_expectations_in_it(folder: Path) -> None:
    tried(folder, "absent: YML")
    (folder / "deeper").mkdir()
    (folder / "deeper" / "more.yml").write_text(HEAD % "" + "  - {absent: YML}\n", encoding="utf-8")
    (folder / "again").symlink_to(folder)
    assert files_of(Shelf(), ["."]) == ("expected.yaml", "deeper/more.yml")


@pytest.mark.parametrize("path", ["scheme.yaml", "empty"])
def test_a_path_without_expectations_is_a_failure(folder: Path, path: str) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(Failure) as raised:
        files_of(Shelf(), [path])
    assert raised.value.finding.code == "INT111"


def test_every_subject_has_something_to_expect_or_is_a_finding() -> None:
    for about, fields in FIELDS.items():
        assert set(fields) - NARROWING or about.value == "absent"
