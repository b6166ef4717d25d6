"""Several files checked together: baselines, allowances, settings, and a rule that fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NoReturn
from xml.etree import ElementTree

import pytest

from sarif_schema import run as sarif_run
from xuequ.cli.running import run
from xuequ.findings.finding import Finding, Level
from xuequ.rules import registry
from xuequ.rules.registry import Rule
from xuequ.rules.rule_context import RuleContext
from xuequ.workspace.baseline import written
from xuequ.workspace.check_run import Asked, Surveyed, survey
from xuequ.workspace.loading import Shelf

TODAY = date(2026, 3, 1)
HEAD = "xuequ: 1\nkind: scheme\nname: 甲\nlocality: {name: 甲县, level: county}\n"
DUTIES = """\
measures:
  m:
    when: 每学期末
    duties:
      a: {name: 汇总}
  n:
    when: 每学期末
    duties:
      b: {name: 公布}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "xuequ.yaml").touch()
    return tmp_path


def write(file: str, text: str) -> str:
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).write_text(text, encoding="utf-8")
    return file


def checked(
    *files: str, baseline: str | None = None, roster: str | None = None, today: date = TODAY
) -> Surveyed:
    return survey(Shelf(), Asked(files=files, baseline=baseline, roster=roster, today=today))


def told(found: Surveyed) -> list[tuple[str, int]]:
    return [(one.finding.code, one.at.span.start.line if one.at.span else 0) for one in found.shown]


def baseline(file: str, *files: str) -> str:
    found = survey(Shelf(), Asked(files=files, fresh=True, today=TODAY))
    Path(file).write_bytes(written(found.found, found.sources, file, "zh"))
    return file


def test_a_baseline_hides_what_there_was_and_tells_what_is_new(folder: Path) -> None:
    scheme = write("a.yaml", HEAD + DUTIES)
    old = baseline("old.json", scheme)
    assert told(checked(scheme, baseline=old)) == []
    write(
        "a.yaml",
        HEAD + "# 新的一行\n" + DUTIES + "  o:\n    when: 每学期末\n    duties:\n      c: {name: 检查}\n",
    )
    found = checked(scheme, baseline=old)
    assert told(found) == [("RES201", 18)]
    assert [each.why for each in found.hidden] == ["baseline", "baseline"]


def test_a_baseline_holds_from_any_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("inner/a.yaml", HEAD + DUTIES)
    baseline("inner/old.json", "inner/a.yaml")
    monkeypatch.chdir(folder / "inner")
    assert told(checked("a.yaml", baseline="old.json")) == []
    assert told(checked(str(folder / "inner" / "a.yaml"), baseline="old.json")) == []
    assert str(folder) not in Path("old.json").read_text("utf-8")


def test_what_is_settled_is_told_at_its_line_of_the_baseline(folder: Path) -> None:
    scheme = write("a.yaml", HEAD + DUTIES)
    old = baseline("old.json", scheme)
    write("a.yaml", HEAD + DUTIES[: DUTIES.index("  n:")])
    (gone,) = checked(scheme, baseline=old).shown
    assert (gone.finding.code, gone.finding.level) == ("SET301", Level.NOTE)
    assert gone.at.file == "old.json"
    assert gone.at.span is not None
    assert gone.at.span.start.line == 3


def test_nothing_is_taken_for_settled_that_was_not_looked_for(folder: Path) -> None:
    first, second = write("a.yaml", HEAD + DUTIES), write("b.yaml", HEAD + DUTIES)
    roster = write("r.csv", "code,name\n1,一小\n")
    old = baseline("old.json", first, second)
    assert told(checked(first, baseline=old)) == []
    assert ("SET301", 2) not in told(checked(first, baseline=old, roster=roster))
    write("a.yaml", HEAD + "measures: {m: {duties: {a: {}, a: {}}}}\n")
    assert [code for code, _ in told(checked(first, baseline=old))] == ["YML101"]
    quiet = survey(Shelf(), Asked(files=(first,), baseline=old, ignore=("RES",), today=TODAY))
    assert [one.finding.code for one in quiet.shown] == ["YML101"]


def test_each_entry_of_a_baseline_hides_one_finding(folder: Path) -> None:
    row = "{when: 9月, duties: {x: {name: 汇总}}}"
    scheme = write("a.yaml", HEAD + f"schedules: {{s: {{school_year: 2025, rows: [{row}]}}}}\n")
    old = baseline("old.json", scheme)
    hidden = len(checked(scheme, baseline=old).hidden)
    write("a.yaml", HEAD + f"schedules: {{s: {{school_year: 2025, rows: [{row}, {row}]}}}}\n")
    assert len(checked(scheme, baseline=old).hidden) <= hidden


def test_a_workspace_brings_its_baseline_and_the_strictest_fail_level_counts(folder: Path) -> None:
    write("a.yaml", HEAD + DUTIES)
    baseline("old.json", "a.yaml")
    write(
        "xuequ.yaml",
        "xuequ: 1\nkind: workspace\nschemes: [a.yaml]\nsettings: {baseline: old.json, fail_level: note}\n",
    )
    write("b/xuequ.yaml", "xuequ: 1\nkind: workspace\nschemes: [b.yaml]\nsettings: {fail_level: never}\n")
    write("b/b.yaml", HEAD)
    found = checked("a.yaml", "b/b.yaml")
    assert told(found) == []
    assert found.baselined
    assert found.fail_level is Level.NOTE
    assert checked("b/xuequ.yaml").fail_level is None


def test_an_allowance_holds_through_its_last_day(folder: Path) -> None:
    lined = DUTIES.replace("汇总}", "汇总} # xuequ: allow RES201 until 2026-03-01 -- 待批复")
    scheme = write("a.yaml", HEAD + lined)
    assert told(checked(scheme)) == [("RES201", 13)]
    assert told(checked(scheme, today=date(2026, 3, 2))) == [("RES201", 9), ("SET103", 9), ("RES201", 13)]


def test_a_comment_in_a_policy_is_not_called_unused_by_one_scheme(folder: Path) -> None:
    lead = "measures: {m: {duties: {a: {name: 汇总, lead: county, when: 每学期末}}}}"
    write(
        "policies/p.yaml", f"xuequ: 1\nkind: policy\nname: 政策\n# xuequ: allow RES299 -- 别处要用\n{lead}\n"
    )
    scheme = write("a.yaml", HEAD + "adopts: [p]\n")
    codes = [code for code, _ in told(checked(scheme))]
    assert "SET104" not in codes
    assert "SET105" in codes


def fails(facts: RuleContext) -> Iterator[Finding]:
    raise KeyError("甲<&>")
    yield


def test_a_rule_that_raises_is_told_with_its_name_in_every_format(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (rule,) = [each for each in registry.rules() if each.code == "RES201"]
    others = tuple(each for each in registry.rules() if each is not rule)
    monkeypatch.setattr(registry, "rules", lambda **_: (*others, Rule("RES201", fails)))
    write("a.yaml", HEAD + DUTIES.replace("汇总}", "汇总} # xuequ: allow RES201 -- 待批复"))

    def output(style: str) -> str:
        arguments = [
            "check",
            "a.yaml",
            "nowhere.yaml",
            "--lang",
            "en",
            "--format",
            style,
            "--fail-level",
            "never",
        ]
        assert run([*arguments, "--ignore", "INT,SRC,TIM"]) == 2
        return capsys.readouterr().out

    assert "SET104" not in output("text")
    assert [each["code"] for each in json.loads(output("json"))["findings"]] == ["INT001", "INT102"]
    notes = sarif_run(output("sarif"))["invocations"][0]["toolExecutionNotifications"]
    assert notes[0]["associatedRule"] == {"id": "RES201"}
    assert "the rule RES201 failed and did not finish: KeyError: '甲<&>'" in notes[0]["message"]["text"]
    assert ElementTree.fromstring(output("junit").encode()).attrib["errors"] == "2"
    assert output("github").startswith("::error file=a.yaml")
    assert "INT001" in output("concise")


def test_a_check_that_breaks_down_stays_sarif(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> NoReturn:
        raise RuntimeError("\x00")

    monkeypatch.setattr("xuequ.workspace.check_run.survey", broken)
    for style in ("sarif", "junit", "json"):
        assert run(["check", "a.yaml", "--format", style]) == 2
        text = capsys.readouterr().out
        if style == "sarif":
            assert sarif_run(text)["invocations"][0]["executionSuccessful"] is False
        elif style == "junit":
            assert ElementTree.fromstring(text.encode()).attrib["errors"] == "1"
        else:
            assert json.loads(text)["findings"][0]["code"] == "INT101"


def test_the_same_whatever_order_files_are_named_in(folder: Path) -> None:
    names = [write(f"{name}.yaml", HEAD + DUTIES) for name in "cab"]
    first, second = checked(*names), checked(*reversed(names))
    assert told(first) == told(second)
    assert first.files == second.files == ("a.yaml", "b.yaml", "c.yaml")
