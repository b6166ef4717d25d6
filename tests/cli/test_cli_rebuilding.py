"""`xuequ build` a second time: nothing where nothing changed, else the files that come out otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from cli.case import in_process
from xuequ.markup.blocks import Block
from xuequ.workspace import incremental as unchanged
from xuequ.writers import docx
from xuequ.writers.page import Page

SCHEME = """\
xuequ: 1
kind: scheme
name: 青山县学区化管理实施方案
locality: {name: 青山县, level: county}
organs: {bureau: {name: 青山县教育局}}
duties: {meet: {name: 开会, lead: bureau, when: 每月}}
"""
BUILD = ["build", "scheme.yaml", "-o", "out", "--to", "md,xlsx", "--only", "tasks,calendar", "--lang", "en"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scheme.yaml").write_text(SCHEME, encoding="utf-8")
    assert in_process(BUILD, tmp_path)[:2] == (0, "out/scheme: 4 files\n")
    return tmp_path


def test_nothing_is_done_where_nothing_changed(folder: Path) -> None:
    before = {path: path.stat().st_ino for path in folder.rglob("*")}
    status, stdout, _ = in_process(BUILD, folder)
    assert (status, stdout) == (
        0,
        "out/scheme: 4 files, nothing changed; "
        "findings told when they were built: 1, `--force` shows them again\n",
    )
    assert {path: path.stat().st_ino for path in folder.rglob("*")} == before


def test_force_builds_again_and_tells_again(folder: Path) -> None:
    status, stdout, stderr = in_process([*BUILD, "--force"], folder)
    assert (status, stdout) == (0, "out/scheme: 4 files\n")
    assert "DOC013" in stderr


def test_a_changed_scheme_is_built_again(folder: Path) -> None:
    (folder / "scheme.yaml").write_text(SCHEME.replace("每月", "每月, output: 纪要"), encoding="utf-8")
    assert in_process(BUILD, folder)[1] == "out/scheme: 4 files, 1 of them unchanged\n"
    assert "纪要" in (folder / "out" / "scheme" / "任务分解表.md").read_text(encoding="utf-8")


def test_other_formats_are_built(folder: Path) -> None:
    assert in_process(["build", "scheme.yaml", "-o", "out", "--to", "md", "--lang", "en"], folder)[0] == 0
    assert not (folder / "out" / "scheme" / "任务分解表.xlsx").exists()


def test_what_was_deleted_comes_back(folder: Path) -> None:
    (folder / "out" / "scheme" / "任务分解表.md").unlink()
    assert in_process(BUILD, folder)[1] == "out/scheme: 4 files, 2 of them unchanged\n"
    assert (folder / "out" / "scheme" / "任务分解表.md").exists()


def test_a_filled_in_file_is_kept_beside_the_fresh_one(folder: Path) -> None:
    edited = folder / "out" / "scheme" / "任务分解表.md"
    fresh = edited.read_bytes()
    edited.write_text("填好的", encoding="utf-8")
    assert in_process(BUILD, folder)[1] == "out/scheme: 4 files, 2 of them unchanged\n"
    assert edited.read_bytes() == fresh
    assert edited.with_name("任务分解表.edited.md").read_text(encoding="utf-8") == "填好的"
    assert "nothing changed" in in_process(BUILD, folder)[1]


def test_two_first_builds_are_the_same_to_the_byte_with_their_manifests(folder: Path) -> None:
    in_process([*BUILD[:3], "other", *BUILD[4:]], folder)
    one, other = (
        {path.name: path.read_bytes() for path in (folder / name / "scheme").iterdir()}
        for name in ("out", "other")
    )
    assert one == other


def test_only_what_comes_out_otherwise_is_made_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    all_of_it = ["build", "scheme.yaml", "-o", "out", "--lang", "en", "--school-year", "2025"]
    in_process(all_of_it, folder)
    made: list[str] = []
    written = docx.write

    def noted(blocks: Sequence[Block], *, title: str, issued: str, page: Page) -> bytes:
        made.append(title)
        return written(blocks, title=title, issued=issued, page=page)

    monkeypatch.setattr(docx, "write", noted)
    organ = "organs: {bureau: {name: 青山县教育局, note: 负总责}}"
    (folder / "scheme.yaml").write_text(
        SCHEME.replace("organs: {bureau: {name: 青山县教育局}}", organ), encoding="utf-8"
    )
    assert "of them unchanged" in in_process(all_of_it, folder)[1]
    assert made == ["青山县学区化管理实施方案", "〔待定〕关于印发《青山县学区化管理实施方案》的通知"]
    kept = content(folder / "out")
    in_process([*all_of_it, "--force"], folder)
    assert content(folder / "out") == kept


def test_another_edition_of_the_program_makes_everything_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unchanged, "edition", lambda: "another")
    assert in_process(BUILD, folder)[1] == "out/scheme: 4 files\n"


def content(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_is_the_same_whatever_language_the_machine_speaks(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = []
    for locale in ("zh_CN.UTF-8", "en_US.UTF-8"):
        monkeypatch.setenv("LC_ALL", locale)
        build = ["build", "scheme.yaml", "-o", locale, "--to", "html", "--only", "tasks"]
        assert in_process(build, folder)[0] == 0
        pages.append((folder / locale / "scheme" / "index.html").read_bytes())
    assert pages[0] == pages[1]
    assert "组织关系" in pages[0].decode()


def test_pictures_speak_the_language_that_is_asked_for(folder: Path) -> None:
    build = ["build", "scheme.yaml", "-o", "out", "--to", "html", "--only", "tasks", "--lang", "en"]
    assert in_process(build, folder)[0] == 0
    assert "Organisation" in (folder / "out" / "scheme" / "index.html").read_text(encoding="utf-8")
