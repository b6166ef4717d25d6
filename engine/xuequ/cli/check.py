"""`xuequ check`: what is wrong with schemes and policies, and where."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

import click

from xuequ.cli.fixing import fix_first, fix_options
from xuequ.cli.helping import Command
from xuequ.cli.i18n import Say, speaker
from xuequ.cli.options import LEVELS, listed, roster_option, year_options
from xuequ.cli.running import STYLES
from xuequ.cli.settings import settings
from xuequ.cli.usage_errors import NoSuchWord

if TYPE_CHECKING:
    from xuequ.model.time.years import Year
    from xuequ.workspace.check_run import Asked, Surveyed


class Told(NamedTuple):
    """How findings are told: the format, and in text what they are put together by, whether each is shown."""

    style: str
    by: str | None
    every: bool
    statistics: bool


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "check",
        say=say,
        help=say(
            "检查方案和政策模块：能不能读，名称对不对得上，职责有没有人牵头，考核有没有依据。"
            "文件可以给几个，先后不论；不给则检查工作区文件 `xuequ.yaml` 列出的各个方案。"
            "工作区列出的文件，单独检查时也用它的名册、学年和上级方案。"
            "没有达到 --fail-level 的问题时以 0 退出，有则为 1，程序做不到时为 2。"
            "\n\n"
            "确认无误或一时改不了的问题，可在所在行或上一行写明缘由放行，可加期限："
            "`# xuequ: 允许 RES201 至 2026-09-01 -- 待市局批复`。",
            "Check schemes and policies: whether they can be read, whether every name means somebody, "
            "whether every duty has a lead and every appraisal a context. Give as many files as you like, in any "
            "order; without any, what the workspace file `xuequ.yaml` lists is checked. A file that it "
            "lists has its roster, school year and superior from there, too. Exit status 0: nothing as "
            "bad as --fail-level; 1: something; 2: the tool could not do it."
            "\n\n"
            "What is meant to be so, or cannot be settled yet, is allowed in its line or the one above, with a "
            "reason and perhaps an end: `# xuequ: allow RES201 until 2026-09-01 -- the bureau decides in August`.",
        ),
        examples=(
            "xuequ check",
            "xuequ check examples/*.yaml policies/*.yaml",
            "xuequ check examples/ziyun.yaml --roster examples/rosters/ziyun.csv",
            "xuequ check examples/ziyun.yaml --format sarif --fail-level never > xuequ.sarif",
            "xuequ check --select RES,TIM --ignore RES203 --watch",
            "xuequ check --fix --diff scheme.yaml",
        ),
        params=[
            click.Argument(["files"], nargs=-1, metavar="[FILE...]", type=click.Path()),
            roster_option(say),
            year_options(say)[0],
            *_formats(say),
            *_choices(say),
            *_baselines(say),
            *fix_options(say),
            *_views(say),
            click.Option(
                ["--watch"],
                is_flag=True,
                help=say(
                    "文件一有改动就重新检查，Ctrl-C 结束", "check anew whenever a file changes; Ctrl-C stops"
                ),
            ),
        ],
        callback=_check,
    )


def _formats(say: Say) -> list[click.Option]:
    return [
        click.Option(
            ["--format", "format_"],
            type=click.Choice(STYLES),
            default=STYLES[0],
            help=say(
                "问题的输出格式，缺省为 text；concise 一行一个，github、sarif、junit 供 CI 使用",
                "how findings are written; text by default, concise for one a line, github, sarif and junit for CI",
            ),
        ),
        click.Option(
            ["--fail-level"],
            type=click.Choice((*LEVELS, "never")),
            help=say(
                "从哪一级问题起算不通过，缺省为 error",
                "the level from which a check fails; error by default",
            ),
        ),
    ]


def _views(say: Say) -> list[click.Option]:
    """How the text puts findings together; formats for programs list them by place."""
    return [
        click.Option(
            ["--all", "every"],
            is_flag=True,
            help=say(
                "逐个列出，附原文和建议；不给时一屏放不下的每组只举几例",
                "show each finding with its line and advice; otherwise, where a screen does not hold them, a few "
                "examples a group",
            ),
        ),
        click.Option(
            ["--by"],
            type=click.Choice(["file", "code", "actor"]),
            help=say(
                "按文件、代码或由谁解决分组；缺省按轻重分组，矛盾在前",
                "groups by file, code, or who can settle it; by default by what it costs, contradictions first",
            ),
        ),
        click.Option(
            ["--statistics"],
            is_flag=True,
            help=say("只列每个代码有多少个", "only how many there are of each code"),
        ),
    ]


def _choices(say: Say) -> list[click.Option]:
    return [
        _codes(
            "--select",
            say,
            say("只查这些代码或代码的开头，逗号分隔", "only codes that begin with one of these"),
        ),
        _codes(
            "--ignore",
            say,
            say("不查这些代码或代码的开头，逗号分隔", "no codes that begin with one of these"),
        ),
        click.Option(
            ["--today"],
            metavar="DATE",
            type=click.DateTime(["%Y-%m-%d"]),
            help=say(
                "按哪一天判断放行是否到期，缺省为今天",
                "the day allowances are held against; today by default",
            ),
        ),
    ]


def _baselines(say: Say) -> list[click.Option]:
    return [
        click.Option(
            ["--baseline"],
            metavar="FILE",
            type=click.Path(),
            help=say("基线文件：其中已有的问题不再报告", "a file of old findings that are not told again"),
        ),
        click.Option(
            ["--write-baseline"],
            metavar="FILE",
            type=click.Path(),
            help=say("把现有的问题写成基线文件", "write the findings there are now as a baseline"),
        ),
    ]


def _codes(name: str, say: Say, text: str) -> click.Option:
    """An option that takes codes or what they begin with."""

    def chosen(ctx: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
        asked = tuple(word.upper() for word in listed(value or ""))
        if asked:
            from xuequ.workspace.config import unknown_code

            for word in asked:
                nearest = unknown_code(word)
                if nearest is not None:
                    raise NoSuchWord(word, nearest, ctx=ctx, param=parameter)
        return asked

    return click.Option([name], metavar="CODES", callback=chosen, help=text)


def _check(
    files: tuple[str, ...],
    roster: str | None,
    school_year: Year | None,
    format_: str,
    fail_level: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    today: datetime | None,
    baseline: str | None,
    write_baseline: str | None,
    fix: bool,
    diff: bool,
    every: bool,
    by: str | None,
    statistics: bool,
    watch: bool,
) -> int:
    from xuequ.workspace.check_run import Asked, survey, targets
    from xuequ.workspace.loading import Shelf

    asked = Asked(
        files=files,
        roster=roster,
        school_year=school_year.number if school_year is not None else None,
        select=select,
        ignore=ignore,
        fail_level=fail_level,
        baseline=baseline,
        fresh=write_baseline is not None,
        today=today.date() if today is not None else date.today(),
    )
    if fix or diff:
        fix_first(targets(Shelf(), asked), diff=diff)
    if write_baseline is not None:
        return _write_baseline(survey(Shelf(), asked), write_baseline)
    if statistics and format_ not in ("text", "json"):
        raise click.UsageError(
            speaker(settings().lang)(
                "`--statistics` 只有 text 和 json 两种格式", "`--statistics` comes as text or json"
            )
        )
    told = Told(format_, by, every, statistics)
    if watch:
        return _watch(asked, told)
    return _told(survey(Shelf(), asked), told)


def _told(surveyed: Surveyed, how: Told) -> int:
    """Write what was found; the exit status."""
    from xuequ.cli.reporting import report_of, tell_statistics, tell_survey, view_of
    from xuequ.findings.report import internal

    lang = settings().lang
    report = report_of(surveyed, how.style, lang)
    if how.statistics:
        tell_statistics(report, how.style, lang)
    else:
        tell_survey(report, how.style, lang, view_of(surveyed, how.by, how.every, lang))
    if any(map(internal, report.shown)):
        return 2
    return 1 if any(map(report.fails, report.shown)) else 0


def _write_baseline(surveyed: Surveyed, file: str) -> int:
    from pathlib import Path

    from xuequ.cli.output import write_text
    from xuequ.findings.report import internal
    from xuequ.workspace.baseline import written
    from xuequ.workspace.output import write_file

    lang = settings().lang
    say = speaker(lang)
    write_file(Path(file), written(surveyed.found, surveyed.sources, file, lang))
    write_text(surveyed.others, lang, to_stderr=True)
    count = len(surveyed.found)
    click.echo(say(f"{file}：记下了 {count} 个问题", f"{file}: {count} findings written down"))
    return 2 if any(map(internal, surveyed.others)) else 0


def _watch(asked: Asked, told: Told) -> int:
    from xuequ.cli.watching import watch
    from xuequ.workspace.check_run import survey
    from xuequ.workspace.loading import Shelf

    def once() -> tuple[int, tuple[str, ...]]:
        surveyed = survey(Shelf(), asked)
        return _told(surveyed, told), surveyed.read

    return watch(once, speaker(settings().lang))
