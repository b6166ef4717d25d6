"""The tutorials: what a reader gets who types them in."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from cli.case import in_process

TUTORIALS = {"zh": "tutorial.zh-CN.md", "en": "tutorial.md"}
SLIPS = {"zh": ("牵头: 学区长,", "牵头: 学区主任,"), "en": ("lead: district_head,", "lead: district_haed,")}


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


@pytest.fixture(params=["zh", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def text(lang: str, project: Path) -> str:
    return (project / "docs" / TUTORIALS[lang]).read_text(encoding="utf-8")


@pytest.fixture
def folder(text: str, tmp_path: Path) -> Path:
    (tmp_path / "qingshan.yaml").write_text("".join(blocks(text, "yaml")), encoding="utf-8")
    (roster,) = blocks(text, "csv")
    (tmp_path / "qingshan.csv").write_text(roster, encoding="utf-8")
    return tmp_path


def check(folder: Path, lang: str, *more: str) -> str:
    return in_process(["check", "qingshan.yaml", "--lang", lang, *more], folder)[1]


def without_policy(folder: Path, text: str) -> None:
    """Leave out the last step, which adopts a policy that has notes of its own."""
    (folder / "qingshan.yaml").write_text("".join(blocks(text, "yaml")[:-1]), encoding="utf-8")


def test_the_scheme_has_no_findings(folder: Path, lang: str, text: str) -> None:
    without_policy(folder, text)
    assert check(folder, lang) in blocks(text, "text")


def test_the_scheme_with_its_roster_has_no_findings(folder: Path, lang: str, text: str) -> None:
    without_policy(folder, text)
    assert check(folder, lang, "--roster", "qingshan.csv") in blocks(text, "text")


def test_with_the_policy_there_are_only_notes_about_the_policy(folder: Path, lang: str, text: str) -> None:
    said = json.loads(check(folder, lang, "--roster", "qingshan.csv", "--format", "json"))
    assert {(found["level"], found["file"].partition("/")[0]) for found in said["findings"]} <= {
        ("note", "policies")
    }


def test_every_step_can_be_checked(folder: Path, lang: str, text: str) -> None:
    written = blocks(text, "yaml")
    for count in range(1, len(written) + 1):
        (folder / "qingshan.yaml").write_text("".join(written[:count]), encoding="utf-8")
        status, said, _ = in_process(["check", "qingshan.yaml", "--lang", lang], folder)
        assert status == 0, said


def test_what_is_often_needed_can_be_added_at_the_end(folder: Path, lang: str, text: str) -> None:
    more = blocks(text, "yml")
    assert more
    with (folder / "qingshan.yaml").open("a", encoding="utf-8") as scheme:
        scheme.write("".join(more))
    status, said, _ = in_process(["check", "qingshan.yaml", "--lang", lang], folder)
    assert status == 0, said
    assert "REF" not in said
    assert "TIM111" not in said


def test_the_slip_is_told_as_shown(folder: Path, lang: str, text: str) -> None:
    scheme = folder / "qingshan.yaml"
    right, wrong = SLIPS[lang]
    scheme.write_text(scheme.read_text(encoding="utf-8").replace(right, wrong, 1), encoding="utf-8")
    told = check(folder, lang)
    assert any(line in blocks(text, "text") for line in told.splitlines(keepends=True))
    assert right.split(": ")[1].rstrip(",") in told


def test_both_builds_work(folder: Path, lang: str, text: str) -> None:
    commands = [line for block in blocks(text, "sh") for line in block.splitlines() if " build " in line]
    assert len(commands) == 2
    for command in commands:
        status, _, said = in_process([*command.split()[1:], "--lang", lang, "--to", "md,html"], folder)
        assert status == 0, said
        assert (folder / "build" / "qingshan" / "index.html").is_file()


def test_the_explanation_names_the_policy(folder: Path, lang: str, text: str) -> None:
    (command,) = [line for block in blocks(text, "sh") for line in block.splitlines() if " explain " in line]
    status, said, _ = in_process(command.split()[1:], folder)
    assert status == 0
    assert "policies/ten-unities.yaml" in said


def test_both_tutorials_are_the_same_scheme(project: Path, tmp_path: Path) -> None:
    graphs = []
    for lang, name in TUTORIALS.items():
        page = (project / "docs" / name).read_text(encoding="utf-8")
        (tmp_path / f"{lang}.yaml").write_text("".join(blocks(page, "yaml")), encoding="utf-8")
        import xuequ

        plan = xuequ.resolve(xuequ.load(tmp_path / f"{lang}.yaml"))
        graphs.append(
            sorted((e.kind, plan.nodes[e.source].name, plan.nodes[e.target].name) for e in plan.edges)
        )
    assert graphs[0] == graphs[1]
