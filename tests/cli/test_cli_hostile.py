"""Files nobody wrote by hand end in findings, too: huge, deep, and interrupted ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.case import in_process

SCHEME = """\
xuequ: 1
kind: scheme
name: 某县方案
locality: {name: 某县, level: county}
organs: {bureau: {name: 教育局}}
duties: {work: {name: 做事, lead: bureau, for: school, when: 每月}}
"""


def codes(folder: Path) -> tuple[int, str]:
    status, stdout, stderr = in_process(["check", "a.yaml", "--lang", "en"], folder)
    assert "Traceback" not in stderr
    return status, stdout.partition(":")[0]


def test_fifty_megabytes_are_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert codes(tmp_path) == (1, "error[YML112]")


@pytest.mark.parametrize(("left", "right"), [("[", "]"), ("{a: ", "}")])
def test_ten_thousand_levels_are_refused(tmp_path: Path, left: str, right: str) -> None:
    (tmp_path / "a.yaml").write_text(f"a: {left * 10_000}{right * 10_000}\n", encoding="utf-8")
    status, code = codes(tmp_path)
    assert status == 1
    assert code.startswith("error[YML1")


def test_a_folder_is_no_scheme(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    assert codes(tmp_path) == (2, "error[INT102]")


def test_an_interrupted_build_leaves_the_previous_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(SCHEME, encoding="utf-8")
    build = ["build", "a.yaml", "-o", "out", "--to", "md", "--school-year", "2025"]
    assert in_process(build, tmp_path)[0] == 0
    before = content(tmp_path)

    def interrupted(*arguments: object) -> object:
        raise KeyboardInterrupt

    (tmp_path / "a.yaml").write_text(SCHEME.replace("做事", "做别的事"), encoding="utf-8")
    monkeypatch.setattr("xuequ.documents.writing._texts", interrupted)
    assert in_process(build, tmp_path)[0] == 130
    assert content(tmp_path) == before


def test_two_builds_are_identical_to_the_byte(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SCHEME, encoding="utf-8")
    for folder in ("one", "two"):
        assert in_process(["build", "a.yaml", "-o", folder, "--school-year", "2025"], tmp_path)[0] == 0
    assert content(tmp_path / "one") == content(tmp_path / "two")
    assert any(name.endswith(".docx") for name in content(tmp_path / "one"))


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".yaml"
    }
