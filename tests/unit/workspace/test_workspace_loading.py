"""Where files are looked for, and that nothing outside the workspace is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from xuequ.findings.failure import Failure
from xuequ.workspace.loading import Shelf, shipped_policies
from xuequ.workspace.opening import open_file
from xuequ.workspace.root import root_of

POLICY = "xuequ: 1\nkind: policy\nname: {name}\n"
SCHEME = "xuequ: 1\nkind: scheme\nname: 某县方案\nlocality: {name: 某县, level: county}\n"


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "work" / "counties").mkdir(parents=True)
    (tmp_path / "work" / "xuequ.yaml").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def file_of(policy: str) -> str | None:
    found = Shelf().beside("counties/a.yaml").policy(policy)
    return found.file if found else None


def test_the_policy_beside_the_scheme_comes_first(workspace: Path) -> None:
    text = POLICY.format(name="某办法")
    write(workspace, **{"counties__policies__ten-unities": text, "policies__ten-unities": text})
    assert file_of("ten-unities") == "counties/policies/ten-unities.yaml"


def test_then_the_one_of_the_workspace(workspace: Path) -> None:
    write(workspace, **{"policies__ten-unities": POLICY.format(name="某办法")})
    assert file_of("ten-unities") == "policies/ten-unities.yaml"


def test_then_the_shipped_one(workspace: Path) -> None:
    assert file_of("ten-unities") == "policies/ten-unities.yaml"
    assert not (workspace / "policies").exists()


def test_all_of_them_are_offered(workspace: Path) -> None:
    write(workspace, policies__mine=POLICY.format(name="某办法"))
    assert set(Shelf().beside("counties/a.yaml").policies()) == {"mine", *shipped_policies()}


@pytest.mark.parametrize("name", ["../secret", "a/b", "", ".", "..", "..\\secret", ".hidden", "\0"])
def test_a_policy_is_a_name_and_no_path(workspace: Path, name: str) -> None:
    write(workspace, secret=POLICY.format(name="某办法"), counties__policies__x=POLICY.format(name="某办法"))
    assert file_of(name) is None


def test_a_link_out_of_the_workspace_is_not_followed(workspace: Path) -> None:
    write(workspace.parent, outside=POLICY.format(name="某办法"))
    (workspace / "policies").mkdir()
    (workspace / "policies" / "mine.yaml").symlink_to(workspace.parent / "outside.yaml")
    assert file_of("mine") is None


def test_a_circle_of_links_is_no_file(workspace: Path) -> None:
    (workspace / "counties" / "a.yaml").symlink_to("b.yaml")
    (workspace / "counties" / "b.yaml").symlink_to("a.yaml")
    with pytest.raises(Failure) as caught:
        open_file(Shelf(), "counties/a.yaml")
    assert caught.value.finding.code == "INT102"


def test_a_scheme_is_extended_from_within_the_workspace_only(workspace: Path) -> None:
    write(workspace.parent, outside=SCHEME)
    write(workspace, base=SCHEME)
    neighbours = Shelf().beside("counties/a.yaml")
    inside = neighbours.scheme("../base.yaml", "counties/a.yaml")
    assert inside is not None
    assert inside.file == "base.yaml"
    assert neighbours.scheme("../../outside.yaml", "counties/a.yaml") is None
    assert neighbours.scheme(str(workspace.parent / "outside.yaml"), "counties/a.yaml") is None


def test_a_file_is_read_once_a_run(workspace: Path) -> None:
    write(workspace, counties__a=SCHEME)
    shelf = Shelf()
    assert shelf.read("counties/a.yaml") is shelf.read("./counties/a.yaml")


def test_the_root_is_the_nearest_marked_folder(workspace: Path) -> None:
    (workspace / "counties" / "xuequ.yaml").write_text("", encoding="utf-8")
    assert root_of(Path("counties/a.yaml")) == (workspace / "counties").resolve()
    assert root_of(Path("a.yaml")) == workspace.resolve()


def test_an_adopted_policy_with_errors_is_told_and_not_missing(workspace: Path) -> None:
    write(workspace, policies__mine="xuequ: 1\nkind: policy\nname: 甲\nname: 乙\n")
    write(workspace, counties__a=SCHEME + "adopts: {mine: {}}\n")
    opened = open_file(Shelf(), "counties/a.yaml")
    assert [found.code for found in opened.findings] == ["YML101"]
    assert opened.scheme is None


def test_every_shipped_policy_has_no_findings() -> None:
    shelf = Shelf()
    for name in shipped_policies():
        read = shelf.shipped(name)
        assert read is not None
        assert read.findings == ()
