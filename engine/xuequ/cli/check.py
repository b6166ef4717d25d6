"""`xuequ check`: what is wrong with schemes and policies, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from xuequ.cli.fixing import fix_first, fix_options
from xuequ.cli.helping import Command
from xuequ.cli.options import LEVELS, format_option, roster_option, settings
from xuequ.cli.speech import Say

if TYPE_CHECKING:
    from xuequ.findings.finding import Finding
    from xuequ.source.locate import Source


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "check",
        say=say,
        help=say(
            "检查方案和政策模块：能不能读，名称对不对得上，职责有没有人牵头，考核有没有依据。"
            "文件可以给几个，先后不论。没有达到 --fail-level 的问题时以 0 退出，有则为 1，程序做不到时为 2。",
            "Check schemes and policies: whether they can be read, whether every name means somebody, "
            "whether every duty "
            "has a lead and every appraisal a ground. Give as many files as you like, in any order. Exit "
            "status 0: nothing "
            "as bad as --fail-level; 1: something; 2: the tool could not do it.",
        ),
        examples=(
            "xuequ check examples/*.yaml policies/*.yaml",
            "xuequ check examples/ziyun.yaml --roster examples/rosters/ziyun.csv",
            "xuequ check examples/ziyun.yaml --format json --fail-level warning",
            "xuequ check --fix --diff scheme.yaml",
        ),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar="FILE...", type=click.Path()),
            roster_option(say),
            format_option(say),
            click.Option(
                ["--fail-level"],
                type=click.Choice(LEVELS),
                default="error",
                help=say(
                    "从哪一级问题起算不通过，缺省为 error",
                    "the level from which a check fails; error by default",
                ),
            ),
            *fix_options(say),
        ],
        callback=_check,
    )


def _check(
    files: tuple[str, ...],
    roster: str | None,
    format_: Literal["text", "json"],
    fail_level: str,
    fix: bool,
    diff: bool,
) -> int:
    from xuequ.cli.telling import failed, tell
    from xuequ.findings.finding import Level
    from xuequ.workspace.checking import check_file
    from xuequ.workspace.loading import Shelf

    if fix or diff:
        fix_first(sorted(set(files)), diff=diff)
    shelf = Shelf()
    findings: list[Finding] = []
    sources: dict[str, Source] = {}
    for file in sorted(set(files)):
        checked = check_file(shelf, file, roster)
        findings += checked.findings
        sources |= checked.sources
    tell(findings, sources, lang=settings().lang, style=format_, closing=True)
    if any(found.code.startswith("INT") for found in findings):
        return 2
    return 1 if failed(findings, Level(fail_level)) else 0
