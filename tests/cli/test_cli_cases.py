"""Every file of tests/cli/cases, run as it says; `pytest --update tests/cli` rewrites what they expect."""

from __future__ import annotations

from pathlib import Path

import pytest

from cli.case import EXPECTED, read

CASES = sorted((Path(__file__).parent / "cases").rglob("*.test"))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_the_command_prints_what_its_file_expects(
    path: Path, tmp_path: Path, project: Path, updating: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    case = read(path.read_text(encoding="utf-8"))
    outcome = case.run(tmp_path, project)
    if updating:
        path.write_text(case.text(outcome), encoding="utf-8")
        return
    actual = outcome.sections()
    assert {name: actual.get(name, "") for name in EXPECTED} == {
        name: case.expected.get(name, "") for name in EXPECTED
    }


def test_there_are_cases() -> None:
    assert CASES
