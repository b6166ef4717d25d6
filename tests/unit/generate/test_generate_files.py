"""Generated files are what they should be, and stale ones are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from xuequ.generate.files import generated, main, regenerate
from xuequ.generate.reference import reference
from xuequ.language.forms import Lang


def test_generated_files_are_fresh(project: Path) -> None:
    assert regenerate(project, write=False) == ()


def test_a_stale_file_is_named_and_then_written(project: Path, tmp_path: Path) -> None:
    (tmp_path / "examples").mkdir()
    paths = tuple(path for path, _ in generated(tmp_path))
    assert regenerate(tmp_path, write=False) == paths
    assert regenerate(tmp_path, write=True) == paths
    assert regenerate(tmp_path, write=False) == ()


def test_check_answers_with_an_exit_status(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "examples").mkdir()
    monkeypatch.setattr("xuequ.generate.files.PROJECT", tmp_path)
    assert main(["--check"]) == 1
    assert "docs/reference.md" in capsys.readouterr().out
    assert main([]) == 0
    assert main(["--check"]) == 0


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "en",
            [
                "## Work",
                "### Appraisal",
                "| `lead` | `牵头` | an actor, or a list | Leads: answers for the work. |",
            ],
        ),
        ("zh", ["## 工作", "### 考核", "| `牵头` | `lead` | 主体，可列多个 | 牵头，对这项工作负总责。 |"]),
    ],
)
def test_the_reference_has_every_element_and_field(lang: Lang, expected: list[str]) -> None:
    text = reference(lang)
    assert all(line in text for line in expected)


def test_examples_in_the_chinese_reference_are_in_chinese() -> None:
    blocks = reference("zh").split("```yaml\n")[1:]
    first_lines = [block.partition("\n")[0] for block in blocks]
    assert first_lines
    assert not [line for line in first_lines if line.partition(":")[0].isascii()]
