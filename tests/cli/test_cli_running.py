"""What holds for every command: languages, encodings, failures of the tool, broken pipes, completion."""

from __future__ import annotations

import contextlib
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
SCHEME = """\
xuequ: 1
kind: scheme
name: 青山县方案
locality: {name: 青山县, level: county}
organs: {bureau: {name: 青山县𡎚教育局}}
duties: {report: {name: 报告, lead: bureau, when: 每月}}
"""


def whole_process(
    project: Path, arguments: list[str], piped: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    inherited = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "xuequ", *arguments],
        env={**inherited, "PYTHONPATH": str(project / "engine"), **environment},
        input=piped,
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


def on_a_terminal(project: Path, arguments: list[str], encoding: str) -> bytes:
    """What a process writes to a terminal that reads in this encoding."""
    ours, theirs = os.openpty()
    environment = {"PYTHONPATH": str(project / "engine"), "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    with subprocess.Popen([sys.executable, "-m", "xuequ", *arguments], env=environment, stdout=theirs):
        os.close(theirs)
        said = b""
        with contextlib.suppress(OSError):
            while piece := os.read(ours, 65536):
                said += piece
    os.close(ours)
    return said


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals to try it on")
@pytest.mark.parametrize(
    ("encoding", "said"),
    [("gbk", "同一处有两个 `name`".encode("gbk")), ("ascii", b"YML101"), ("utf-8", "同一处".encode())],
)
def test_a_terminal_is_written_to_as_it_reads(
    project: Path, tmp_path: Path, encoding: str, said: bytes
) -> None:
    (tmp_path / "a.yaml").write_text(WRONG, encoding="utf-8")
    assert said in on_a_terminal(project, ["check", str(tmp_path / "a.yaml"), "--lang", "zh"], encoding)


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "{scheme}", "--lang", "zh"],
        ["check", "{scheme}", "--lang", "zh", "--format", "json"],
        ["check", "{scheme}", "--lang", "zh", "--format", "junit"],
        ["schema", "scheme", "--keys", "zh"],
        ["graph", "{scheme}", "--to", "dot"],
        ["fmt", "-"],
    ],
    ids=" ".join,
)
def test_what_goes_into_a_file_is_utf8_on_every_system(
    project: Path, tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "a.yaml").write_text(SCHEME, encoding="utf-8")
    words = [word.format(scheme=tmp_path / "a.yaml") for word in arguments]
    piped = SCHEME.encode() if words[-1] == "-" else b""
    said = [
        whole_process(project, words, piped, PYTHONIOENCODING=each, PYTHONUTF8="0").stdout
        for each in ("utf-8", "gbk")
    ]
    assert said[0] == said[1]
    assert said[0].decode("utf-8")
    if words[0] in ("fmt", "graph"):
        assert "青山县𡎚教育局" in said[1].decode("utf-8")


@pytest.mark.parametrize(("bom", "begins"), [((), b"\xef\xbb\xbf"), (("--bom", "no"), "参与".encode())])
def test_csv_begins_with_a_bom_for_spreadsheets(
    project: Path, tmp_path: Path, bom: tuple[str, ...], begins: bytes
) -> None:
    (tmp_path / "a.yaml").write_text(SCHEME, encoding="utf-8")
    asked = ["duties", str(tmp_path / "a.yaml"), "bureau", "--lang", "zh", "--format", "csv", *bom]
    done = whole_process(project, asked, PYTHONIOENCODING="gbk", PYTHONUTF8="0")
    assert done.stdout.startswith(begins), done.stderr
    assert "青山县𡎚教育局" in done.stdout.decode("utf-8-sig")


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


OVERLAPPING = """\
organs: {bureau: {name: 教育局}}
clusters:
  片区: {members: {枢纽校: {leads: true}, 伙伴校: {}}, posts: {片长: {}}, forms: {甲式: {}, 乙式: {}}}
  联盟: {members: {枢纽校: {leads: true}, 伙伴校: {}}, posts: {片长: {}}}
  集群: {members: {枢纽校: {leads: true}, 伙伴校: {}}, posts: {片长: {}}}
groups: {参与单位: {of: [bureau, 片区, 联盟]}}
duties:
  备课: {each: [集群, 联盟, 片区], lead: 片长, support: 伙伴校, inform: [枢纽校, bureau], when: 每月}
  收费: {lead: 参与单位, force: must_not}
appraisals: {联评: {each: [片区, 联盟], assess: 片长, for: 伙伴校, when: 每学年}}
"""


def test_two_processes_with_other_hashes_write_the_same_bytes(project: Path, tmp_path: Path) -> None:
    scheme = tmp_path / "a.yaml"
    scheme.write_text(SCHEME.split("organs")[0] + OVERLAPPING, "utf-8")
    built = []
    for seed in ("1", "2", "3"):
        asked = [
            "build",
            str(scheme),
            "--school-year",
            "2025",
            "--to",
            "md,ics,xlsx",
            "-o",
            f"{tmp_path}/{seed}",
        ]
        done = whole_process(project, asked, PYTHONHASHSEED=seed)
        assert done.returncode != 2, done.stderr.decode()
        files = sorted(path for path in (tmp_path / seed).rglob("*") if path.is_file())
        built.append({str(path.relative_to(tmp_path / seed)): path.read_bytes() for path in files})
    assert built[0]
    assert built[0] == built[1] == built[2]
