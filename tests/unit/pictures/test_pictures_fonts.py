"""Which Chinese font a PNG is painted with."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from xuequ.pictures.fonts import best, known_to_fontconfig, lying_in


def test_the_most_preferred_font_wins() -> None:
    """Whatever else is installed."""
    assert best(frozenset({"SimHei", "Noto Sans CJK SC", "Aaa"})) == "Noto Sans CJK SC"


def test_an_unknown_chinese_font_is_better_than_none() -> None:
    """The first by name, so that the choice never changes."""
    assert best(frozenset({"Zcool", "Aaa"})) == "Aaa"


def test_no_font_is_nothing() -> None:
    """So that a finding can say so."""
    assert best(frozenset()) is None


def test_font_files_are_found_below_their_folders(tmp_path: Path) -> None:
    """For machines without fontconfig; folders that are not there hold nothing."""
    (tmp_path / "noto").mkdir()
    (tmp_path / "noto" / "NotoSansCJK-Regular.ttc").touch()
    (tmp_path / "noto" / "SimHei.txt").touch()
    assert lying_in([tmp_path, tmp_path / "absent"]) == {"Noto Sans CJK SC"}


def test_a_machine_without_fontconfig_knows_no_family(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its program not being there is no error."""

    def absent(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(subprocess, "run", absent)
    assert known_to_fontconfig() == frozenset()
