"""What others copy into their CI: hooks, the action, the examples of docs/ci.md; each command is run as it stands."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from cli.case import in_process
from sarif_schema import run as sarif_run
from xuequ.language.keys import rows
from xuequ.language.shipped import schema_of

PAGES = {"en": "ci.md", "zh": "ci.zh-CN.md"}
SCHEME = """\
xuequ: 1
kind: scheme
name: 青山县学区化管理实施方案
locality: {name: 青山县, level: county}
organs: {office: {name: 学区办公室}}
measures: {reports: {duties: {report: {name: 汇总报告, when: 每学期末}}}}
"""
ROSTER = "code,name,stage\n001,一小,小学\n"


def blocks(page: str, project: Path, language: str = "yaml") -> list[str]:
    text = (project / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def loaded(text: str) -> Any:
    return yaml.safe_load(text)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace as the pages draw it."""
    for name in ("2025/scheme.yaml", "2025/appraisal.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(SCHEME, encoding="utf-8")
    (tmp_path / "2025/schools.csv").write_text(ROSTER, encoding="utf-8")
    (tmp_path / "our-policies").mkdir()
    (tmp_path / "xuequ.yaml").write_text(
        "xuequ: 1\nkind: workspace\nschemes: [2025/scheme.yaml]\n", encoding="utf-8"
    )
    return tmp_path


def script(text: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a shell script the way GitHub and GitLab do, with this `xuequ` on the path."""
    called = folder / "bin"
    called.mkdir(exist_ok=True)
    program = called / "xuequ"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m xuequ "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    paths = os.pathsep.join(path for path in sys.path if path)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text],
        cwd=folder,
        env={
            "PATH": f"{called}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": paths,
            "PYTHONUTF8": "1",
            **environment,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("hook", ["xuequ-check", "xuequ-check-files", "xuequ-fmt"])
def test_each_hook_runs_a_command_that_there_is(hook: str, project: Path, folder: Path) -> None:
    hooks = {each["id"]: each for each in loaded((project / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    files = [] if hooks[hook].get("pass_filenames") is False else ["2025/scheme.yaml"]
    words = [*shlex.split(hooks[hook]["entry"]), *hooks[hook].get("args", []), *files]
    assert words[0] == "xuequ"
    status, stdout, stderr = in_process(words[1:], folder)
    assert status == 0, stdout + stderr
    assert hooks[hook]["language"] == "python"


def test_the_pages_name_hooks_that_there_are(project: Path) -> None:
    hooks = {each["id"] for each in loaded((project / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    (config,) = [text for text in blocks(PAGES["en"], project) if text.startswith("repos:")]
    assert {each["id"] for each in loaded(config)["repos"][0]["hooks"]} <= hooks


def action(project: Path) -> dict[str, Any]:
    held: dict[str, Any] = loaded((project / "action.yml").read_text("utf-8"))
    return held


def test_the_action_annotates_writes_sarif_and_fails_where_asked(project: Path, folder: Path) -> None:
    step = action(project)["runs"]["steps"][-1]
    given = dict.fromkeys(step["env"], "") | {"XUEQU_LANG": "en", "XUEQU_SARIF": "a b.sarif"}
    done = script(step["run"], folder, **given)
    assert done.returncode == 0, done.stderr
    assert "::warning file=2025/scheme.yaml," in done.stdout
    assert sarif_run((folder / "a b.sarif").read_text("utf-8"))["results"]
    files = {"XUEQU_FILES": "2025/scheme.yaml\n2025/appraisal.yaml\n", "XUEQU_ARGUMENTS": "--select RES203"}
    done = script(step["run"], folder, **given | files | {"XUEQU_FAIL_LEVEL": "warning"})
    assert done.returncode == 1
    assert done.stdout.count("RES203") == 2


def test_what_is_given_to_the_action_is_no_command(project: Path, folder: Path) -> None:
    step = action(project)["runs"]["steps"][-1]
    assert "${{" not in step["run"]
    given = dict.fromkeys(step["env"], "") | {
        "XUEQU_LANG": "en",
        "XUEQU_FILES": "$(touch\tpwned) * ; touch pwned",
    }
    assert script(step["run"], folder, **given).returncode == 2
    assert not (folder / "pwned").exists()


def test_every_input_of_the_action_reaches_it(project: Path) -> None:
    held = action(project)
    used = re.findall(r"inputs\.([\w-]+)", (project / "action.yml").read_text("utf-8"))
    assert set(used) == set(held["inputs"])
    (example,) = [loaded(text) for text in blocks(PAGES["en"], project) if text.startswith("name: schemes")]
    with_ = example["jobs"]["check"]["steps"][1]["with"]
    assert set(with_) <= set(held["inputs"])


def test_the_gitlab_example_fails_with_the_check_and_leaves_a_report(project: Path, folder: Path) -> None:
    (example,) = [
        loaded(text)["schemes"] for text in blocks(PAGES["en"], project) if text.startswith("schemes:\n  im")
    ]
    done = script("\n".join(example["script"]), folder)
    assert done.returncode == 0, done.stdout + done.stderr
    report = folder / example["artifacts"]["reports"]["junit"]
    assert ElementTree.fromstring(report.read_text("utf-8")).attrib["tests"] != "0"
    (folder / "2025/scheme.yaml").write_text(SCHEME + "x: 1\n", encoding="utf-8")
    assert script("\n".join(example["script"]), folder).returncode == 1


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_workspace_of_the_page_can_be_used(lang: str, project: Path, folder: Path) -> None:
    (text,) = [each for each in blocks(PAGES[lang], project) if "RES221" in each]
    (folder / "xuequ.yaml").write_text(text, encoding="utf-8")
    (folder / "old.json").write_text('{"version": 2, "findings": []}', encoding="utf-8")
    status, stdout, stderr = in_process(["check", "--format", "concise", "--lang", lang], folder)
    assert status == 1, stdout + stderr
    assert "RES201" in stdout
    assert "RES203" not in stdout
    assert "SET" not in stdout


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_comments_of_the_page_allow_what_they_say(lang: str, project: Path, folder: Path) -> None:
    (text,) = [each for each in blocks(PAGES[lang], project) if "# xuequ:" in each]
    head = "".join(SCHEME.splitlines(keepends=True)[:4])
    (folder / "a.yaml").write_text(head + text, encoding="utf-8")
    arguments = ["check", "a.yaml", "--lang", lang, "--today", "2026-01-01", "--ignore", "SRC"]
    status, stdout, _ = in_process(arguments, folder)
    assert status == 0
    assert "3" in stdout.splitlines()[-1], stdout
    assert "SET" not in stdout


def test_the_pages_name_every_key_of_a_workspace(project: Path) -> None:
    top = {row.key: row for row in rows(schema_of("workspace"), "workspace")}
    settings = schema_of("workspace")["properties"]["settings"]
    keys = [*top.values(), *rows(settings, "settings")]
    for page in PAGES.values():
        text = (project / "docs" / page).read_text(encoding="utf-8")
        for row in keys:
            if row.key not in ("xuequ", "kind", "name", "note"):
                assert row.key in text, (page, row.key)
                assert row.chinese in text, (page, row.chinese)


def test_the_commands_of_the_page_work_one_after_the_other(project: Path, folder: Path) -> None:
    (text,) = blocks(PAGES["en"], project, "sh")
    done = script(text, folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "in the baseline" in done.stdout


@pytest.mark.parametrize("inside", [".", "2025", "2025/deeper"])
@pytest.mark.parametrize("told", ["", "GITHUB_WORKSPACE", "elsewhere"])
def test_files_are_called_from_the_root_of_the_repository(
    folder: Path, inside: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / inside).mkdir(exist_ok=True)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    if told == "GITHUB_WORKSPACE":
        monkeypatch.setenv(told, str(folder))
    else:
        (folder / ".git").mkdir()
        monkeypatch.setenv("GITHUB_WORKSPACE", "/nowhere" if told else "")
    _, annotations, _ = in_process(["check", "--format", "github"], folder / inside)
    assert re.findall(r"file=([^,]+),", annotations) == ["2025/scheme.yaml"] * annotations.count("file=")
    _, log, _ = in_process(["check", "--format", "sarif"], folder / inside)
    assert set(re.findall(r'"uri": "([^"]+)"', log)) == {"2025/scheme.yaml"}
    _, text, _ = in_process(["check", "--format", "concise"], folder / inside)
    assert text.startswith("2025/scheme.yaml:") is (inside == ".")


@pytest.mark.parametrize("style", ["github", "sarif"])
def test_also_where_the_check_runs_outside_of_it(
    folder: Path, style: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    (folder / ".git").mkdir()
    outside = tmp_path_factory.mktemp("outside")
    _, told, _ = in_process(["check", str(folder / "2025" / "scheme.yaml"), "--format", style], outside)
    assert "2025/scheme.yaml" in told
    assert str(folder) not in told
    relative = os.path.relpath(folder / "2025" / "scheme.yaml", outside)
    assert in_process(["check", relative, "--format", style], outside)[1] == told


def test_each_file_belongs_to_its_own_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    (folder / ".git").mkdir()
    other = folder / "2025" / "inner"
    (other / ".git").mkdir(parents=True)
    (other / "own.yaml").write_text((folder / "2025" / "scheme.yaml").read_text("utf-8"), encoding="utf-8")
    _, told, _ = in_process(
        ["check", "2025/inner/own.yaml", "2025/scheme.yaml", "--format", "github"], folder
    )
    assert set(re.findall(r"file=([^,]+),", told)) == {"own.yaml", "2025/scheme.yaml"}
