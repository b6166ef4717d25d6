"""`xuequ new`: whatever it is told, its scheme passes `check`, and nothing is overwritten."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from cli.case import in_process


@pytest.mark.parametrize(
    ("keys", "level"), list(itertools.product(["zh", "en"], ["province", "city", "county", "town"]))
)
def test_a_new_scheme_has_no_findings(tmp_path: Path, keys: str, level: str) -> None:
    assert in_process(["new", "a.yaml", "--keys", keys, "--level", level, "--lang", "en"], tmp_path)[0] == 0
    assert in_process(["check", "a.yaml", "--lang", "en"], tmp_path)[:2] == (0, "no findings\n")


@pytest.mark.parametrize("keys", ["zh", "en"])
@pytest.mark.parametrize("name", ["甲: 乙", 'a "b" \\ c', "{x}", "2014", "# 号", "待定", "true", "'"])
def test_any_name_is_written_as_it_was_given(tmp_path: Path, keys: str, name: str) -> None:
    arguments = ["new", "a.yaml", "--keys", keys, "--place", name, "--bureau", "教育局", "--title", name]
    assert in_process(arguments, tmp_path)[0] == 0
    assert in_process(["check", "a.yaml", "--lang", "en"], tmp_path)[:2] == (0, "no findings\n")


def test_force_overwrites(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("mine", encoding="utf-8")
    assert in_process(["new", "a.yaml"], tmp_path)[0] == 1
    assert in_process(["new", "a.yaml", "--force"], tmp_path)[0] == 0
    assert "mine" not in (tmp_path / "a.yaml").read_text(encoding="utf-8")
