"""`import xuequ` as docs/library.md shows it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import xuequ

SCHEME = """\
xuequ: 1
kind: scheme
name: 某县方案
locality: {name: 某县, level: county}
organs: {bureau: {name: 教育局}}
duties: {work: {name: 做事, lead: bureau}, more: {name: 再做事}}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(SCHEME, encoding="utf-8")
    return tmp_path / "a.yaml"


def test_a_scheme_is_loaded_resolved_and_checked(file: Path) -> None:
    plan = xuequ.resolve(xuequ.load(file))
    assert plan.nodes["bureau"].name == "教育局"
    assert "RES201" in [found.code for found in xuequ.check(plan)]


def test_a_function_of_the_front_and_a_room_never_have_one_name(file: Path) -> None:
    import xuequ.resolution as room
    import xuequ.rules

    assert callable(room.resolve)
    assert room.__name__ == "xuequ.resolution"
    assert callable(xuequ.rules.run)
    assert xuequ.resolve(xuequ.load(file)).scheme.name == "某县方案"


def test_findings_are_shown_with_their_lines(file: Path) -> None:
    plan = xuequ.resolve(xuequ.load(file))
    text = xuequ.show(plan, xuequ.check(plan), lang="en")
    assert "duties: {work: {name: 做事, lead: bureau}, more: {name: 再做事}}" in text


def test_the_graph_is_networkx(file: Path) -> None:
    graph = xuequ.resolve(xuequ.load(str(file))).graph
    assert graph.nodes["bureau"]["kind"] == "organ"


def test_a_missing_file_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(xuequ.Failure) as caught:
        xuequ.load(tmp_path / "nowhere.yaml")
    assert caught.value.finding.code == "INT102"


def test_a_file_that_leaves_no_scheme_is_a_failure_with_its_findings(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SCHEME + "name: twice\n", encoding="utf-8")
    with pytest.raises(xuequ.Failure) as caught:
        xuequ.load(tmp_path / "a.yaml")
    assert [found.code for found in caught.value.findings] == ["YML101"]


def test_a_roster_that_is_none_is_a_failure(file: Path) -> None:
    file.with_suffix(".csv").write_text("", encoding="utf-8")
    with pytest.raises(xuequ.Failure):
        xuequ.resolve(xuequ.load(file), roster=file.with_suffix(".csv"))


def test_the_examples_of_the_page_run(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (project / "docs" / "library.md").read_text(encoding="utf-8")
    code = "\n".join(re.findall(r"^```python\n(.*?)^```", page, re.MULTILINE | re.DOTALL))
    monkeypatch.chdir(project)
    names: dict[str, object] = {}
    exec(compile(code, "docs/library.md", "exec"), names)
    assert names["reports"]
    assert names["below"]


def test_a_file_is_checked_as_the_command_does_with_its_comments_and_settings(file: Path) -> None:
    allowed = SCHEME.replace("more: {", "\n  # xuequ: allow RES201 -- 待市局批复\n  more: {")
    file.write_text(allowed, encoding="utf-8")
    codes = [found.code for found in xuequ.check_file(file)]
    assert "TIM101" in codes
    assert "RES201" not in codes
    assert "RES201" in [found.code for found in xuequ.check(xuequ.resolve(xuequ.load(file)))]
    workspace = "xuequ: 1\nkind: workspace\nschemes: [a.yaml]\nsettings: {levels: {TIM101: off}}\n"
    (file.parent / "xuequ.yaml").write_text(workspace, encoding="utf-8")
    assert "TIM101" not in [found.code for found in xuequ.check_file(file)]


def test_the_school_year_of_a_workspace_reaches_the_rules(file: Path) -> None:
    file.write_text(SCHEME.replace("再做事", "再做事, lead: bureau, when: 10月2日"), encoding="utf-8")
    assert "TIM104" not in [found.code for found in xuequ.check_file(file)]
    workspace = file.parent / "xuequ.yaml"
    workspace.write_text(
        "xuequ: 1\nkind: workspace\nschemes: {a.yaml: {school_year: 2025}}\n", encoding="utf-8"
    )
    assert "TIM104" in [found.code for found in xuequ.check_file(workspace)]


def test_an_allowance_holds_until_its_day(file: Path) -> None:
    until = "\n  # xuequ: allow RES201 until 2026-09-01 -- 待市局批复\n  more: {"
    file.write_text(SCHEME.replace("more: {", until), encoding="utf-8")
    before, after = (xuequ.check_file(file, today=date(2026, 9, day)) for day in (1, 2))
    assert "RES201" not in [found.code for found in before]
    assert "RES201" in [found.code for found in after]
