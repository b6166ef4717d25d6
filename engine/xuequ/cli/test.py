"""`xuequ test`: whether schemes are what their drafters expect."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import click

from xuequ.cli.helping import Command
from xuequ.cli.i18n import Say, speaker
from xuequ.cli.options import format_option
from xuequ.cli.settings import settings

if TYPE_CHECKING:
    from xuequ.findings.finding import Finding
    from xuequ.source.locate import Source
    from xuequ.workspace.expectations.running import Result, Tried

VERSION = 1


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "test",
        say=say,
        help=say(
            "运行预期文件：方案由谁牵头、由谁考核、报给谁，有多少学区和学校，何时做，该报告哪些问题、不该报告哪些，"
            "是否与起草人写的预期一致。PATH 写文件或文件夹，文件夹中 `类别: 预期`（kind: expectations）的文件都运行。"
            "\n\n"
            "全部成立时以 0 退出，有一条不成立为 1，程序做不到时为 2。",
            "Run files of expectations: whether who leads, assesses and is informed, how many clusters and schools "
            "there are, when things fall, and which findings are reported is what the drafter expects. PATH is a "
            "file or a folder; in a folder, every file that says `kind: expectations`."
            "\n\n"
            "Exit status 0: everything holds; 1: something does not; 2: the tool could not do it.",
        ),
        examples=(
            "xuequ test examples/expectations",
            "xuequ test examples/expectations/ziyun.yaml",
            "xuequ test tests/ --format json",
        ),
        params=[
            click.Argument(["paths"], nargs=-1, required=True, metavar="PATH...", type=click.Path()),
            format_option(say),
        ],
        callback=_test,
    )


def _test(paths: tuple[str, ...], format_: Literal["text", "json"]) -> int:
    from xuequ.cli.output import failed, tell
    from xuequ.workspace.expectations.running import files_of, try_file
    from xuequ.workspace.loading import Shelf

    lang = settings().lang
    shelf = Shelf()
    tried = [try_file(shelf, file) for file in files_of(shelf, paths)]
    findings = [found for each in tried for found in each.findings]
    sources: dict[str, Source] = {}
    for each in tried:
        sources |= each.sources
    if format_ == "json":
        _write_json(tried, findings, sources)
    else:
        tell(findings, sources, lang=lang)
        if findings:
            click.echo()
        for line in _summary(tried, speaker(lang)):
            click.echo(line)
    if any(found.code.startswith("INT") for found in findings):
        return 2
    return 1 if failed(findings) else 0


def _summary(tried: Sequence[Tried], say: Say) -> list[str]:
    """One line a file, and one for all where there are several."""
    lines = []
    for each in tried:
        met = sum(result.met for result in each.results)
        lines.append(f"{each.file}: {_counted(met, len(each.results) - met, bool(each.problems), say)}")
    if len(tried) > 1:
        results = [result for each in tried for result in each.results]
        met = sum(result.met for result in results)
        whole = _counted(met, len(results) - met, False, say)
        lines.append(say(f"共 {len(tried)} 个文件：{whole}", f"{len(tried)} files: {whole}"))
    return lines


def _counted(met: int, unmet: int, trouble: bool, say: Say) -> str:
    parts = [say(f"{met} 条成立", f"{met} met")]
    if unmet:
        parts.append(say(f"{unmet} 条不成立", f"{unmet} not met"))
    if trouble:
        parts.append(say("另有问题", "and trouble beside them"))
    return say("，", ", ").join(parts)


def _write_json(tried: Sequence[Tried], findings: Sequence[Finding], sources: dict[str, Source]) -> None:
    import json

    from xuequ.cli.output import write_out
    from xuequ.findings.json import render
    from xuequ.source.locate import show

    told = json.loads(render(show(findings, sources), settings().lang))
    results = [_result(result, each) for each in tried for result in each.results]
    met = sum(result.met for each in tried for result in each.results)
    whole = {
        "version": VERSION,
        "expectations": results,
        "findings": told["findings"],
        "summary": {"files": len(tried), "met": met, "unmet": len(results) - met},
    }
    write_out(json.dumps(whole, ensure_ascii=False, indent=2) + "\n")


def _result(result: Result, tried: Tried) -> dict[str, object]:
    from xuequ.source.locate import locate

    one = result.expectation
    start = locate(tried.sources[tried.file], one.place()).start
    return {
        "file": one.file,
        "line": start.line,
        "column": start.column,
        "name": one.name,
        "about": one.about.value,
        "subject": one.subject,
        "met": result.met,
    }
