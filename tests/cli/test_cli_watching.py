"""`check --watch`, with files and pauses of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from xuequ.cli.i18n import speaker
from xuequ.cli.running import run
from xuequ.cli.watching import Stamp, stamp, watch

say = speaker("en")


class Clock:
    """Stamps that change at certain pauses, and an interruption at the last."""

    def __init__(self, changes: dict[int, str], last: int) -> None:
        self.pauses = 0
        self._changes = changes
        self._last = last
        self._stamps: dict[str, int] = {}

    def look(self, file: str) -> Stamp:
        number = self._stamps.get(file, 0)
        return (number, 0, 0) if number >= 0 else None

    def pause(self, seconds: float) -> None:
        self.pauses += 1
        if self.pauses == self._last:
            raise KeyboardInterrupt
        if self.pauses in self._changes:
            file = self._changes[self.pauses]
            self._stamps[file] = self._stamps.get(file, 0) + 1


def counting(statuses: list[int], *files: str) -> tuple[Callable[[], tuple[int, tuple[str, ...]]], list[int]]:
    done: list[int] = []
    left: Iterator[int] = iter(statuses)

    def once() -> tuple[int, tuple[str, ...]]:
        done.append(next(left))
        return done[-1], files

    return once, done


def test_it_checks_once_and_then_after_each_change_until_interrupted() -> None:
    clock = Clock({2: "a.yaml", 5: "r.csv", 6: "other.yaml"}, last=9)
    once, done = counting([1, 0, 1], "a.yaml", "r.csv")
    assert watch(once, say, look=clock.look, pause=clock.pause) == 1
    assert done == [1, 0, 1]
    assert clock.pauses == 9


def test_interrupted_at_once_it_leaves_with_the_status_of_the_only_check() -> None:
    once, done = counting([2], "a.yaml")
    clock = Clock({}, last=1)
    assert watch(once, say, look=clock.look, pause=clock.pause) == 2
    assert done == [2]


def test_a_file_that_comes_or_goes_is_a_change(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    assert stamp(str(file)) is None
    file.write_text("a", encoding="utf-8")
    first = stamp(str(file))
    assert first is not None
    file.write_text("ab", encoding="utf-8")
    assert stamp(str(file)) != first
    assert stamp("\0") is None


def test_the_command_prints_afresh_what_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "xuequ.yaml").touch()
    scheme = tmp_path / "a.yaml"
    scheme.write_text(
        "xuequ: 1\nkind: scheme\nname: 甲\nlocality: {name: 甲县, level: town}\nx: 1\n", encoding="utf-8"
    )
    pauses = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            raise KeyboardInterrupt
        scheme.write_text(scheme.read_text("utf-8").replace("x: 1\n", "goals: {}\n"), encoding="utf-8")

    monkeypatch.setattr("time.sleep", pause)
    assert run(["check", "a.yaml", "--watch", "--lang", "en", "--format", "concise"]) == 0
    told = capsys.readouterr()
    assert told.out.count("SCH101") == 1
    assert told.err.count("waiting for changes; Ctrl-C stops") == 2
