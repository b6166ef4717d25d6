"""Paths that lead elsewhere: nothing is read or written outside a workspace, and each ends in a finding."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from xuequ.workspace import loading
from xuequ.workspace.check_run import Asked, Surveyed, survey
from xuequ.workspace.loading import Shelf

TODAY = date(2026, 3, 1)
SCHEME = "xuequ: 1\nkind: scheme\nname: 甲\nlocality: {name: 甲县, level: county}\n"
SECRET = "不该被读到"


@pytest.fixture
def inner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with something beside it that nobody may read; every read is watched."""
    (tmp_path / "secret.yaml").write_text(SCHEME + f"note: {SECRET}\n", encoding="utf-8")
    (tmp_path / "secret.csv").write_text(f"code,name\n1,{SECRET}\n", encoding="utf-8")
    folder = tmp_path / "inner"
    folder.mkdir()
    (folder / "xuequ.yaml").write_text("", encoding="utf-8")
    read = loading.content

    def watched(file: str) -> bytes:
        assert Path(os.path.realpath(file)).is_relative_to(folder), file
        return read(file)

    monkeypatch.setattr(loading, "content", watched)
    monkeypatch.setattr("xuequ.workspace.planning.content", watched)
    monkeypatch.setattr("xuequ.workspace.baseline.content", watched)
    return folder


def write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def checked(*files: str) -> Surveyed:
    found = survey(Shelf(), Asked(files=files, today=TODAY))
    assert SECRET not in repr(found)
    return found


def codes(found: Surveyed) -> list[str]:
    return [one.finding.code for one in found.shown]


def workspace(folder: Path, text: str) -> Surveyed:
    return checked(write(folder / "xuequ.yaml", f"xuequ: 1\nkind: workspace\n{text}"))


@pytest.mark.parametrize(
    "path", ["../secret.yaml", "a/../../secret.yaml", "{outside}/secret.yaml", "link.yaml", "out/secret.yaml"]
)
def test_extends_does_not_leave_the_workspace(inner: Path, path: str) -> None:
    (inner / "link.yaml").symlink_to(inner.parent / "secret.yaml")
    (inner / "out").symlink_to(inner.parent)
    said = path.format(outside=inner.parent)
    assert codes(checked(write(inner / "a.yaml", f"{SCHEME}extends: {said}\n"))) == ["SET201"]


def test_an_extends_that_is_a_circle_of_links_is_told_as_not_there(inner: Path) -> None:
    (inner / "b.yaml").symlink_to(inner / "c.yaml")
    (inner / "c.yaml").symlink_to(inner / "b.yaml")
    assert codes(checked(write(inner / "a.yaml", f"{SCHEME}extends: b.yaml\n"))) == ["REF110"]


@pytest.mark.parametrize("path", ['"\\0"', "甲" * 300, "a/" * 2000 + "b", "/dev/zero", "."])
def test_an_extends_that_names_no_file_is_a_finding(inner: Path, path: str) -> None:
    (found,) = codes(checked(write(inner / "a.yaml", f"{SCHEME}extends: {path}\n")))
    assert found in ("REF110", "SET201")


def test_a_policy_is_not_taken_from_behind_a_link(inner: Path) -> None:
    write(inner.parent / "p.yaml", f"xuequ: 1\nkind: policy\nname: {SECRET}\n")
    (inner / "policies").mkdir()
    (inner / "policies" / "p.yaml").symlink_to(inner.parent / "p.yaml")
    assert codes(checked(write(inner / "a.yaml", f"{SCHEME}adopts: [p]\n"))) == ["SET201"]


def test_a_scheme_that_is_a_circle_of_links_cannot_be_read(inner: Path) -> None:
    (inner / "b.yaml").symlink_to(inner / "b.yaml")
    assert codes(checked(str(inner / "b.yaml"))) == ["INT102"]


def test_no_path_of_a_workspace_leaves_it(inner: Path) -> None:
    (inner / "link.csv").symlink_to(inner.parent / "secret.csv")
    (inner / "round.csv").symlink_to(inner / "round.csv")
    (inner / "out").symlink_to(inner.parent)
    write(inner / "a.yaml", SCHEME)
    found = workspace(
        inner,
        """\
schemes:
  a.yaml: {roster: link.csv}
  ./a.yaml: {roster: round.csv}
  b/../../secret.yaml:
  out/secret.yaml:
  "a\\0.yaml":
policies: [out, ../, "%s"]
settings: {baseline: out/secret.csv}
"""
        % ("长" * 300),
    )
    assert codes(found) == ["SET201", "SET202", *["SET201"] * 5, "SET202", "SET201"]
    assert found.files == ()


def test_a_workspace_file_that_is_a_link_to_elsewhere_is_not_followed(inner: Path) -> None:
    write(inner.parent / "other" / "xuequ.yaml", "xuequ: 1\nkind: workspace\nschemes: [secret.yaml]\n")
    (inner / "xuequ.yaml").unlink()
    (inner / "xuequ.yaml").symlink_to(inner.parent / "other" / "xuequ.yaml")
    assert "SET201" in codes(checked(write(inner / "a.yaml", SCHEME)))


def test_a_roster_of_a_hundred_thousand_rows_is_one_finding(inner: Path) -> None:
    rows = "\n".join(f"{number},校" for number in range(100_000))
    write(inner / "roster.csv", f"code,name\n{rows}\n")
    write(inner / "a.yaml", SCHEME)
    assert codes(workspace(inner, "schemes: {a.yaml: {roster: roster.csv}}\n")) == ["YML210"]


def test_a_baseline_names_files_without_reading_them(inner: Path) -> None:
    entry = (
        '{"file": "../secret.yaml", "code": "RES201", "element": "a", "name": "b", "group": "", "facts": [],'
        ' "checked": "../secret.yaml", "roster": false, "message": "x"}'
    )
    write(inner / "old.json", f'{{"version": 2, "findings": [{entry}]}}')
    write(inner / "a.yaml", SCHEME)
    assert codes(workspace(inner, "schemes: [a.yaml]\nsettings: {baseline: old.json}\n")) == []
