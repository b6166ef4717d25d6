"""Files of a git revision: schemes, their policies and rosters as they were, without a checkout."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from xuequ.findings.failure import Failure
from xuequ.query.difference import difference
from xuequ.workspace.planning import Planned
from xuequ.workspace.revisions import at_revision, planned_at

SCHEME = """\
xuequ: 1
kind: scheme
name: 某县方案
locality: {name: 某县, level: county}
organs: {局: }
adopts: {own: {}}
"""
POLICY = (
    "xuequ: 1\nkind: policy\nname: 某政策\nroles: {局: {is: organ}}\nduties: {报告: {lead: 局, when: 每月}}\n"
)
ROSTER = "code,name\n1,一小\n"


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *identity, *arguments), check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose first commit is tagged `then` and whose files have changed since."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git("init", "-q", "-b", "main")
    (tmp_path / "plans" / "policies").mkdir(parents=True)
    (tmp_path / "plans" / "县.yaml").write_text(SCHEME, "utf-8")
    (tmp_path / "plans" / "policies" / "own.yaml").write_text(POLICY, "utf-8")
    (tmp_path / "plans" / "roster.csv").write_text(ROSTER, "utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "then")
    git("tag", "then")
    (tmp_path / "plans" / "policies" / "own.yaml").write_text(POLICY.replace("每月", "每周"), "utf-8")
    return tmp_path


def stopped(text: str) -> str:
    with pytest.raises(Failure) as failure:
        planned_at(text)
    return failure.value.finding.code


def whens(planned: Planned) -> list[str]:
    assert planned.plan is not None, planned.findings
    return [task.duty.when[0].text for task in planned.plan.tasks]


@pytest.mark.usefixtures("repository")
def test_policies_come_from_the_same_revision() -> None:
    assert whens(planned_at("then:plans/县.yaml")) == ["每月"]
    assert whens(planned_at("plans/县.yaml")) == ["每周"]


@pytest.mark.usefixtures("repository")
def test_a_revision_and_the_files_as_they_are_can_be_compared() -> None:
    old, new = planned_at("HEAD:plans/县.yaml").plan, planned_at("plans/县.yaml").plan
    assert old is not None
    assert new is not None
    (change,) = difference(old, new).changes
    assert [(a.old.zh, a.new.zh) for a in change.aspects] == [("每月", "每周")]


@pytest.mark.usefixtures("repository")
def test_places_name_the_revision() -> None:
    planned = planned_at("then:plans/县.yaml")
    assert planned.plan is not None
    place = planned.plan.composed.origins.place(planned.plan.tasks[0].duty.at, "key")
    assert planned.locate(place) == "then:plans/policies/own.yaml:5:10"


def test_a_path_may_be_written_from_where_one_stands(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository / "plans")
    assert whens(planned_at("then:./县.yaml")) == ["每月"]
    assert whens(planned_at("then:plans/县.yaml")) == ["每月"]


@pytest.mark.usefixtures("repository")
def test_a_roster_may_be_of_a_revision_too() -> None:
    plan = planned_at("then:plans/县.yaml", "then:plans/roster.csv").plan
    assert plan is not None
    assert plan.roster is not None
    assert plan.roster.file == "then:plans/roster.csv"


@pytest.mark.usefixtures("repository")
def test_a_revision_or_file_that_is_not_there_is_told() -> None:
    assert stopped("nowhere:plans/县.yaml") == "INT121"
    assert stopped("then:plans/镇.yaml") == "INT122"
    assert stopped("then:plans") == "INT122"
    assert stopped("then:../县.yaml") == "INT122"


def test_outside_a_repository_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert stopped("main:县.yaml") == "INT123"


def test_without_git_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert stopped("main:县.yaml") == "INT120"


@pytest.mark.parametrize(
    "text", ["县.yaml", "examples/县.yaml", "C:\\plans\\县.yaml", "C:县.yaml", "-x:县.yaml", "a b:县.yaml"]
)
def test_a_plain_path_is_no_revision(text: str) -> None:
    assert at_revision(text) is None


def test_a_file_whose_name_has_a_colon_is_that_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main:县.yaml").write_text(SCHEME, "utf-8")
    assert at_revision("main:县.yaml") is None
