"""`xuequ fmt` and `check --fix` as programs: pipes, links, permissions."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from cli.case import in_process

UNTIDY = 'kind: scheme\nxuequ: 1\nname: "某县方案"\nlocality: {level: county, name: 某县}\n'
TIDY = "xuequ: 1\nkind: scheme\nname: 某县方案\nlocality: {name: 某县, level: county}\n"


def piped(
    data: bytes, arguments: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="ascii"))
    return in_process(["fmt", "-", *arguments], folder)


def test_standard_input_goes_to_standard_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert piped(UNTIDY.encode(), [], tmp_path, monkeypatch) == (0, TIDY, "")


def test_standard_input_is_only_checked_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert piped(UNTIDY.encode(), ["--check"], tmp_path, monkeypatch) == (1, "", "")
    assert piped(TIDY.encode(), ["--check"], tmp_path, monkeypatch) == (0, "", "")


def test_nothing_is_written_of_standard_input_with_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, out, told = piped(b"a: [\n", [], tmp_path, monkeypatch)
    assert (status, out) == (1, "")
    assert told.startswith("error[YML129]")


@pytest.mark.skipif(sys.platform == "win32", reason="links and permissions are others there")
def test_a_link_and_the_permissions_stay(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text(UNTIDY, encoding="utf-8")
    (tmp_path / "real.yaml").chmod(0o640)
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    assert in_process(["fmt", "link.yaml"], tmp_path)[0] == 0
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text(encoding="utf-8") == TIDY
    assert (tmp_path / "real.yaml").stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_in_order_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(TIDY, encoding="utf-8", newline="")
    before = file.stat().st_ino
    assert in_process(["fmt", "a.yaml"], tmp_path) == (0, "1 file unchanged\n", "")
    assert file.stat().st_ino == before


def test_a_byte_order_mark_goes(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbf" + TIDY.encode())
    assert in_process(["fmt", "a.yaml"], tmp_path)[0] == 0
    assert (tmp_path / "a.yaml").read_bytes() == TIDY.encode()


def test_fixing_is_dry_with_diff(tmp_path: Path) -> None:
    text = TIDY + "gaols: {a: 公平}\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8", newline="")
    status, out, told = in_process(["check", "--fix", "--diff", "a.yaml"], tmp_path)
    assert status == 1
    assert "+goals: {a: 公平}" in out
    assert told.startswith("would fix a.yaml:5:1: the key `gaols` turned into `goals` (SCH101)")
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == text
