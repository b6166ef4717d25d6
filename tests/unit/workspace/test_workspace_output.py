"""A build's folder is written whole or left alone, and nobody's own files are lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from xuequ.findings.failure import Failure
from xuequ.workspace.output import MANIFEST, write_file, write_folder


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def breaking(*before: tuple[str, bytes]) -> Iterator[tuple[str, bytes]]:
    yield from before
    raise RuntimeError("the writer broke")


def test_a_build_writes_its_files_and_folders(tmp_path: Path) -> None:
    written = write_folder(tmp_path / "build" / "ziyun", [("a.md", b"1"), ("lists/b.md", b"2")])
    assert tree(tmp_path / "build" / "ziyun") == {"a.md": b"1", "lists/b.md": b"2"}
    assert written.files == ("a.md", "lists/b.md")


def test_a_failed_build_leaves_the_previous_one_whole(tmp_path: Path) -> None:
    target = tmp_path / "out"
    write_folder(target, [("a.md", b"1"), ("b.md", b"2")])
    before = tree(tmp_path)
    with pytest.raises(RuntimeError):
        write_folder(target, breaking(("a.md", b"changed")))
    assert tree(tmp_path) == before


def test_an_interrupted_build_leaves_the_previous_one_whole(tmp_path: Path) -> None:
    def interrupted() -> Iterator[tuple[str, bytes]]:
        yield "a.md", b"changed"
        raise KeyboardInterrupt

    write_folder(tmp_path / "out", [("a.md", b"1")])
    with pytest.raises(KeyboardInterrupt):
        write_folder(tmp_path / "out", interrupted())
    assert tree(tmp_path) == {"out/a.md": b"1"}


def test_a_failed_first_build_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        write_folder(tmp_path / "out", breaking(("a.md", b"1")))
    assert list(tmp_path.iterdir()) == []


def test_a_failed_exchange_puts_the_previous_build_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_folder(tmp_path / "out", [("a.md", b"1")])
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if "xuequ-new" in path.name:
            raise OSError(28, "No space left on device", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(Failure):
        write_folder(tmp_path / "out", [("a.md", b"2")])
    assert tree(tmp_path) == {"out/a.md": b"1"}


def test_a_build_killed_between_two_renames_is_put_back_by_the_next(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", [("a.md", b"1")])
    (tmp_path / "out").rename(tmp_path / ".out.xuequ-old")
    with pytest.raises(RuntimeError):
        write_folder(tmp_path / "out", breaking())
    assert tree(tmp_path) == {"out/a.md": b"1"}


def staging_folder(target: Path, process: int) -> Path:
    folder = target.parent / f".{target.name}.xuequ-new-{process}"
    folder.mkdir(parents=True)
    (folder / "half.md").write_bytes(b"half")
    return folder


def a_process_that_ended() -> int:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
        return process.pid


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks; its folders stay")
def test_what_a_killed_build_left_is_taken_away_by_the_next(tmp_path: Path) -> None:
    target = tmp_path / "out"
    left = [staging_folder(target, process) for process in (a_process_that_ended(), os.getpid())]
    write_folder(target, [("a.md", b"1")])
    assert not any(folder.exists() for folder in left)
    assert tree(target) == {"a.md": b"1"}


def test_a_build_that_still_runs_keeps_its_folder(tmp_path: Path) -> None:
    target = tmp_path / "out"
    others = staging_folder(target, os.getppid())
    elsewhere = staging_folder(tmp_path / "out.x", a_process_that_ended())
    write_folder(target, [("a.md", b"1")])
    assert others.exists()
    assert elsewhere.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks; its folders stay")
def test_a_build_of_another_machine_keeps_its_folder(tmp_path: Path) -> None:
    import fcntl

    target = tmp_path / "out"
    others = staging_folder(target, a_process_that_ended())
    held = os.open(others, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)
    write_folder(target, [("a.md", b"1")])
    assert others.exists()
    os.close(held)


def test_files_the_new_build_no_longer_makes_are_gone(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", [("a.md", b"1"), ("old.md", b"2")])
    assert write_folder(tmp_path / "out", [("a.md", b"1")]).gone == ("old.md",)
    assert tree(tmp_path / "out") == {"a.md": b"1"}


def test_a_file_somebody_put_there_stays(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", [("a.md", b"1")])
    (tmp_path / "out" / "notes").mkdir()
    (tmp_path / "out" / "notes" / "mine.txt").write_bytes(b"mine")
    write_folder(tmp_path / "out", [("a.md", b"2")])
    assert tree(tmp_path / "out") == {"a.md": b"2", "notes/mine.txt": b"mine"}


def test_an_edited_file_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    write_folder(tmp_path / "out", [("list.xlsx", b"empty")])
    for edit, content in ((b"filled in", b"new"), (b"filled in again", b"newer")):
        (tmp_path / "out" / "list.xlsx").write_bytes(edit)
        written = write_folder(tmp_path / "out", [("list.xlsx", content)])
    assert written.kept == ("list.edited2.xlsx",)
    assert tree(tmp_path / "out") == {
        "list.xlsx": b"newer",
        "list.edited.xlsx": b"filled in",
        "list.edited2.xlsx": b"filled in again",
    }


def test_somebody_elses_file_of_the_same_name_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.md").write_bytes(b"mine")
    with pytest.raises(Failure) as caught:
        write_folder(tmp_path / "out", [("a.md", b"1")])
    assert caught.value.finding.code == "INT105"
    assert tree(tmp_path) == {"out/a.md": b"mine"}


def test_a_file_where_the_folder_should_be_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(Failure) as caught:
        write_folder(tmp_path / "out", [("a.md", b"1")])
    assert caught.value.finding.code == "INT105"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(Failure) as caught:
        write_folder(tmp_path / "file" / "out", [("a.md", b"1")])
    assert caught.value.finding.code == "INT103"


def test_two_builds_are_identical(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_folder(tmp_path / name, [("b.md", b"2"), ("a.md", b"1")])
    assert (tmp_path / "one" / MANIFEST).read_bytes() == (tmp_path / "two" / MANIFEST).read_bytes()


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "", "a\\b"])
def test_no_file_is_written_outside_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a path inside"):
        write_folder(tmp_path / "out", [(name, b"")])


def test_one_file_is_replaced_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "deep" / "a.svg", b"1")
    write_file(tmp_path / "deep" / "a.svg", b"2")
    assert tree(tmp_path) == {"deep/a.svg": b"2"}
