"""A folder that already holds what a build would write is left as it is; whatever goes in counts by its content."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from xuequ.workspace import incremental as module
from xuequ.workspace.incremental import Asked, Kept, about, unchanged
from xuequ.workspace.loading import Shelf
from xuequ.workspace.output import MANIFEST, write_folder
from xuequ.workspace.planning import plan_file

SCHEME = """\
xuequ: 1
kind: scheme
name: 某县学区制管理实施方案
locality: {name: 某县, level: county}
adopts: {own: {policy: own}}
"""
POLICY = "xuequ: 1\nkind: policy\nname: 某政策\nmeasures: {one: {name: 一}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A scheme with a policy of its own and a roster."""
    (tmp_path / "policies").mkdir()
    (tmp_path / "xuequ.yaml").write_text("", encoding="utf-8")
    (tmp_path / "scheme.yaml").write_text(SCHEME, encoding="utf-8")
    (tmp_path / "policies" / "own.yaml").write_text(POLICY, encoding="utf-8")
    (tmp_path / "roster.csv").write_text("code,name\nA,甲\n", encoding="utf-8")
    return tmp_path


def asked(folder: Path, **options: object) -> Asked:
    return Asked(
        scheme=str(folder / "scheme.yaml"), roster=str(folder / "roster.csv"), options=options, own={}
    )


def built(folder: Path, wish: Asked, told: int = 0) -> Path:
    """A build of two files."""
    target, shelf = folder / "out", Shelf()
    plan_file(wish.scheme, None, shelf)
    write_folder(target, [("a.md", b"1"), ("b/c.md", b"2")], lambda: about(target, wish, shelf, told))
    return target


def test_the_second_build_has_nothing_to_do(folder: Path) -> None:
    target = built(folder, asked(folder), told=3)
    assert unchanged(target, asked(folder)) == Kept(files=("a.md", "b/c.md"), told=3)


def test_touching_a_file_changes_nothing(folder: Path) -> None:
    target = built(folder, asked(folder))
    os.utime(folder / "scheme.yaml", (1, 1))
    assert unchanged(target, asked(folder))


@pytest.mark.parametrize("name", ["scheme.yaml", "policies/own.yaml", "roster.csv", "xuequ.yaml", "out/a.md"])
def test_what_went_in_or_came_out_counts_by_its_content(folder: Path, name: str) -> None:
    target = built(folder, asked(folder))
    with (folder / name).open("a", encoding="utf-8") as stream:
        stream.write("# 一\n")
    assert unchanged(target, asked(folder)) is None


def test_a_file_that_is_gone_is_written_again(folder: Path) -> None:
    target = built(folder, asked(folder))
    (target / "b" / "c.md").unlink()
    assert unchanged(target, asked(folder)) is None


def test_somebodys_own_file_beside_the_others_changes_nothing(folder: Path) -> None:
    target = built(folder, asked(folder))
    (target / "notes.txt").write_text("mine", encoding="utf-8")
    assert unchanged(target, asked(folder))


def test_a_policy_that_may_take_the_place_of_another_counts(folder: Path) -> None:
    target = built(folder, asked(folder))
    (folder / "policies" / "seven-unities.yaml").write_text(POLICY, encoding="utf-8")
    assert unchanged(target, asked(folder)) is None


def test_other_options_templates_or_rosters_are_another_build(folder: Path) -> None:
    target = built(folder, asked(folder, to=("md",)))
    assert unchanged(target, asked(folder, to=("md", "html"))) is None
    wish = asked(folder, to=("md",))
    assert unchanged(target, Asked(scheme=wish.scheme, roster=None, options=wish.options, own={})) is None
    mine = {"template plan.md.j2": b"# {{ title }}"}
    assert (
        unchanged(target, Asked(scheme=wish.scheme, roster=wish.roster, options=wish.options, own=mine))
        is None
    )


def test_another_edition_of_the_package_builds_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = built(folder, asked(folder))
    monkeypatch.setattr(module, "edition", lambda: "2")
    assert unchanged(target, asked(folder)) is None


@pytest.mark.parametrize(
    "manifest", [b"", b"[]", b'{"files": {}}', b'{"files": [], "made": {"asked": 1}}', b"\xff"]
)
def test_a_manifest_that_says_nothing_means_building(folder: Path, manifest: bytes) -> None:
    target = built(folder, asked(folder))
    (target / MANIFEST).write_bytes(manifest)
    assert unchanged(target, asked(folder)) is None
    assert unchanged(folder / "nowhere", asked(folder)) is None


def test_the_manifest_names_no_place_on_this_machine(folder: Path) -> None:
    target = built(folder, asked(folder))
    text = (target / MANIFEST).read_text(encoding="utf-8")
    assert str(folder) not in text
    assert set(json.loads(text)["made"]["inputs"]) == {
        "../policies",
        "../policies/own.yaml",
        "../roster.csv",
        "../scheme.yaml",
        "../xuequ.yaml",
    }


def test_the_folder_may_move_with_what_it_was_made_from(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    built(folder, asked(folder))
    moved = tmp_path_factory.mktemp("elsewhere") / "moved"
    folder.rename(moved)
    assert unchanged(moved / "out", asked(moved))
