"""`xuequ fmt`: files in canonical order and style, saying what they said before."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from xuequ.cli.helping import Command
from xuequ.cli.i18n import Lang, Say, speaker
from xuequ.cli.settings import settings

if TYPE_CHECKING:
    from xuequ.edit.format import Formatted
    from xuequ.findings.finding import Finding
    from xuequ.source.locate import Source

STDIN = "-"


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "fmt",
        say=say,
        help=say(
            "把方案和政策模块重排成统一的次序和样式：字段按固定次序，短的写成一行，长的分行，缩进两格，"
            "没有必要的引号去掉。内容一字不变，要素的先后不变，注释和空行跟着原来的地方走。再排一次不会再变。"
            "读不通的文件不动，问题列出来。文件写 - 则从标准输入读，排好的写到标准输出。"
            "\n\n"
            "退出状态：0 排好了；1 有文件读不通，或者 --check 时有文件要排；2 程序做不到。",
            "Put schemes and policies into one order and style: fields in a fixed order, short elements on one "
            "line and long ones in blocks, two spaces a level, no quotes that are not needed. What they say stays, "
            "and so do the order of elements, comments and blank lines. Formatting twice changes nothing more. A "
            "file with errors is left as it is and the errors are shown. `-` reads standard input and writes "
            "standard output."
            "\n\n"
            "Exit status 0: done; 1: a file has errors, or with --check would change; 2: the tool could not do it.",
        ),
        examples=(
            "xuequ fmt scheme.yaml",
            "xuequ fmt --check --diff examples/*.yaml",
            "xuequ fmt --keys zh scheme.yaml",
            "xuequ fmt - < scheme.yaml",
        ),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar="FILE...", type=click.Path()),
            click.Option(
                ["--check"],
                is_flag=True,
                help=say("只看哪些文件要排，不写", "only say which files would change; write nothing"),
            ),
            click.Option(
                ["--diff"],
                is_flag=True,
                help=say("显示哪些行会变，不写", "show the lines that would change; write nothing"),
            ),
            click.Option(
                ["--keys"],
                type=click.Choice(["zh", "en"]),
                help=say(
                    "键和固定的取值换成中文或英文；名称不变",
                    "turn keys and fixed values into Chinese or English; names stay",
                ),
            ),
        ],
        callback=_fmt,
    )


def _fmt(files: tuple[str, ...], check: bool, diff: bool, keys: Lang | None) -> int:
    from xuequ.cli.output import tell
    from xuequ.findings.failure import Failure

    findings: list[Finding] = []
    sources: dict[str, Source] = {}
    changed: list[str] = []
    for file in dict.fromkeys(files):
        try:
            done, is_changed = _one(file, keys, writes=not (check or diff), shows=diff)
        except Failure as failure:
            findings.append(failure.finding)
            continue
        findings += done.findings
        if done.before is not None:
            sources[file] = done.before
        if is_changed:
            changed.append(file)
    if STDIN not in files and not (diff and not check):
        _say_what(changed, len(dict.fromkeys(files)) - len(changed), written=not check)
    tell(findings, sources, lang=settings().lang, to_stderr=True)
    if any(found.code.startswith("INT") for found in findings):
        return 2
    return int(bool(findings) or (check and bool(changed)))


def _one(file: str, keys: Lang | None, *, writes: bool, shows: bool) -> tuple[Formatted, bool]:
    """What became of one file, and whether it changed or would."""
    from xuequ.cli.differing import difference, write
    from xuequ.edit.format import formatted
    from xuequ.workspace.loading import content
    from xuequ.workspace.output import replace_file

    data = sys.stdin.buffer.read() if file == STDIN else content(file)
    done = formatted(data, file, keys)
    if done.text is None or done.before is None:
        return done, False
    is_changed = done.text.encode() != data
    if shows:
        write(difference(file, done.before.text, done.text))
    elif file == STDIN and writes:
        write(done.text)
    elif writes and is_changed:
        replace_file(file, done.text.encode())
    return done, is_changed


def _say_what(changed: list[str], rest: int, *, written: bool) -> None:
    say = speaker(settings().lang)
    verb = say("已排", "formatted") if written else say("要排", "would format")
    for file in changed:
        click.echo(f"{verb} {file}")
    if rest:
        files = "file" if rest == 1 else "files"
        click.echo(say(f"{rest} 个文件没有变动", f"{rest} {files} unchanged"))
