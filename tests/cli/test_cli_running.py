"""What holds for every command: languages, encodings, failures of the tool, broken pipes, completion."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli.case import in_process
from xuequ.cli.i18n import from_locale
from xuequ.cli.running import global_options

WRONG = (
    "xuequ: 1\nkind: scheme\nname: 青山县〔2025〕方案\nname: 乙\nlocality: {name: 青山县, level: county}\n"
)


def whole_process(
    project: Path, arguments: list[str], **environment: str
) -> subprocess.CompletedProcess[bytes]:
    inherited = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "xuequ", *arguments],
        env={**inherited, "PYTHONPATH": str(project / "engine"), **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_MESSAGES": "zh_TW", "LANG": "de_DE"}, "zh"),
    ],
)
def test_the_locale_chooses_the_language(environ: dict[str, str], lang: str) -> None:
    assert from_locale(environ) == lang


@pytest.mark.parametrize(
    "arguments", [["--lang", "zh", "check", "a"], ["check", "--lang=zh", "a"], ["check", "a", "--lang", "zh"]]
)
def test_the_language_may_be_said_anywhere(arguments: list[str]) -> None:
    settings, rest = global_options(arguments)
    assert (settings.lang, rest) == ("zh", ["check", "a"])


def test_what_follows_two_dashes_is_a_file_name() -> None:
    assert global_options(["check", "--", "--debug"])[1] == ["check", "--", "--debug"]


def test_a_gbk_terminal_shows_chinese(project: Path, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(WRONG, encoding="utf-8")
    done = whole_process(
        project, ["check", str(tmp_path / "a.yaml"), "--lang", "zh"], PYTHONIOENCODING="gbk", PYTHONUTF8="0"
    )
    assert done.returncode == 1, done.stderr
    assert "同一处有两个 `name`" in done.stdout.decode("gbk")


def test_a_terminal_without_chinese_does_not_stop_the_check(project: Path, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(WRONG, encoding="utf-8")
    done = whole_process(
        project, ["check", str(tmp_path / "a.yaml"), "--lang", "zh"], PYTHONIOENCODING="ascii", PYTHONUTF8="0"
    )
    assert done.returncode == 1, done.stderr
    assert b"YML101" in done.stdout


def test_json_says_the_same_whatever_the_terminal_can_show(project: Path, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(WRONG, encoding="utf-8")
    arguments = ["check", str(tmp_path / "a.yaml"), "--lang", "zh", "--format", "json"]
    said = [
        json.loads(whole_process(project, arguments, PYTHONIOENCODING=encoding, PYTHONUTF8="0").stdout)
        for encoding in ("utf-8", "gbk", "ascii")
    ]
    assert said[0] == said[2]
    assert said[0]["findings"][0]["code"] == "YML101"


def test_a_failure_of_the_tool_is_told_without_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(WRONG, encoding="utf-8")
    monkeypatch.setattr("xuequ.workspace.checking.open_file", _broken)
    status, _, stderr = in_process(["check", "a.yaml", "--lang", "en"], tmp_path)
    assert status == 2
    assert stderr.startswith("error[INT101]: the tool itself failed: RuntimeError: out of order")
    assert "Traceback" not in stderr


def test_a_failure_of_the_tool_is_json_where_json_was_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xuequ.workspace.checking.open_file", _broken)
    status, stdout, _ = in_process(["check", "a.yaml", "--format", "json"], tmp_path)
    assert status == 2
    assert json.loads(stdout)["findings"][0]["code"] == "INT101"


def test_debug_shows_the_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("xuequ.workspace.checking.open_file", _broken)
    with pytest.raises(RuntimeError, match="out of order"):
        in_process(["check", "a.yaml", "--debug"], tmp_path)


def test_a_reader_that_goes_away_ends_the_output_quietly(project: Path) -> None:
    script = f"{sys.executable} -m xuequ schema scheme | head -n 1"
    done = subprocess.run(
        ["sh", "-c", script],
        env={"PYTHONPATH": str(project / "engine"), "PATH": os.environ["PATH"]},
        capture_output=True,
        check=False,
    )
    assert done.stdout.startswith(b"{")
    assert done.stderr == b""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_its_completion(shell: str, tmp_path: Path) -> None:
    status, stdout, _ = in_process(["completion", shell], tmp_path)
    assert status == 0
    assert "_XUEQU_COMPLETE" in stdout


def test_commands_and_options_are_completed(project: Path) -> None:
    def completed(words: str) -> str:
        count = len(words.split(" ")) - 1
        done = whole_process(
            project, [], _XUEQU_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(count)
        )
        return done.stdout.decode()

    assert "plain,check" in completed("xuequ ch")
    assert "plain,--roster" in completed("xuequ build --ro")


def test_both_languages_have_every_help_page(tmp_path: Path) -> None:
    from xuequ.cli.group import COMMANDS

    for name in COMMANDS:
        pages = [in_process([name, "--help", "--lang", lang], tmp_path) for lang in ("zh", "en")]
        assert [page[0] for page in pages] == [0, 0]
        assert pages[0][1].startswith(f"用法: xuequ {name}")
        assert pages[1][1].startswith(f"Usage: xuequ {name}")


def _broken(*arguments: object) -> None:
    raise RuntimeError("out of order")
