"""`xuequ build`: every document of a scheme, written whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from xuequ.cli.helping import Command
from xuequ.cli.i18n import Say, speaker
from xuequ.cli.options import roster_option, scheme_argument, words_option, year_options
from xuequ.cli.settings import settings
from xuequ.cli.word_templates import Given, fitting, word_template_option

if TYPE_CHECKING:
    from xuequ.model.time.years import Year


FORMATS = ("md", "html", "docx", "pdf", "xlsx", "ics")
#: PDF only where it is asked for: it wants the extra `xuequ[pdf]`.
USUAL = tuple(name for name in FORMATS if name != "pdf")
DOCUMENTS = (
    "plan",
    "notice",
    "duties",
    "tasks",
    "checklists",
    "supervision",
    "appraisals",
    "calendar",
    "ledger",
    "matrix",
)


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "build",
        say=say,
        help=say(
            "生成方案的全部文件：实施方案、印发通知、责任清单、任务分解表、任务清单、督导清单、考核细则、工作行事历、责任矩阵，"
            "写进 -o 文件夹下以方案文件名命名的子文件夹，从其中的 index.html 看起。"
            "\n\n"
            "要么全部写好，要么原样不动：中途出错或被打断，上一次的结果保持完整。文件夹里不是本程序生成的文件会保留；"
            "生成后被人改过的文件，改过的一份另存为 `名称.edited.扩展名`。",
            "Write every document of a scheme: implementation plan, notice, duty lists, task breakdown, "
            "checklists, supervision "
            "checklist, appraisal sheets, month plan and matrix, into a folder of the scheme's name "
            "below -o; begin with "
            "its index.html."
            "\n\n"
            "All of it is written or nothing: where a build fails or is interrupted, the previous output "
            "stays whole. Files "
            "that were not made by a build are left alone; one that was edited since stays as "
            "`NAME.edited.EXT`.",
        ),
        examples=(
            "xuequ build examples/ziyun.yaml -o build/",
            "xuequ build examples/ziyun.yaml --roster examples/rosters/ziyun.csv --school-year 2025 -o "
            "build/",
            "xuequ build examples/anyang.yaml --only plan,matrix --to docx,xlsx -o build/",
        ),
        params=[
            scheme_argument(),
            roster_option(say),
            *year_options(say),
            click.Option(
                ["-o", "--output"],
                metavar="DIR",
                default="build",
                type=click.Path(),
                help=say("输出文件夹，缺省为 build", "output folder; build by default"),
            ),
            click.Option(
                ["--folder"],
                metavar="NAME",
                help=say(
                    "子文件夹的名称，缺省为方案文件名",
                    "the folder below it; by default the scheme's file name",
                ),
            ),
            words_option(
                ["--to"],
                FORMATS,
                say,
                say(
                    f"格式，逗号分隔：{','.join(FORMATS)}；缺省除 pdf 外全部，pdf 须先 `pip install 'xuequ[pdf]'`",
                    f"formats: {','.join(FORMATS)}; by default all but pdf, which needs `pip install 'xuequ[pdf]'`",
                ),
                usual=USUAL,
            ),
            words_option(
                ["--only"],
                DOCUMENTS,
                say,
                say(
                    f"只生成这几种，缺省全部：{','.join(DOCUMENTS)}",
                    f"only these documents; all by default: {','.join(DOCUMENTS)}",
                ),
            ),
            click.Option(
                ["--templates"],
                metavar="DIR",
                type=click.Path(),
                help=say(
                    "自己的模板，同名者取代随附的",
                    "your own templates, in place of shipped ones of that name",
                ),
            ),
            click.Option(
                ["--profile"],
                metavar="FILE",
                type=click.Path(),
                help=say(
                    "本地公文版式（类别: 版式），缺省按 GB/T 9704-2012",
                    "how pages are set here (kind: profile); by default as GB/T 9704-2012 has it",
                ),
            ),
            word_template_option(say, DOCUMENTS),
            click.Option(
                ["--alarm"],
                metavar="DAYS",
                type=click.IntRange(0, 60),
                help=say(
                    "日历文件（.ics）在到期前几天的上午九点提醒；不给则不提醒",
                    "how many days ahead, at nine, entries of calendar files remind; without it they do not",
                ),
            ),
            click.Option(
                ["--force"],
                is_flag=True,
                help=say("没有变化也重新生成", "build again even where nothing changed"),
            ),
        ],
        callback=_build,
    )


def _build(
    scheme: str,
    roster: str | None,
    school_year: Year | None,
    output: str,
    folder: str | None,
    to: tuple[str, ...],
    only: tuple[str, ...],
    templates: str | None,
    profile: str | None,
    word_template: tuple[Given, ...],
    alarm: int | None,
    force: bool,
) -> int:
    from xuequ.cli.building import Wish, build

    say = speaker(settings().lang)
    fitting(word_template, to, only, say)
    wish = Wish(
        scheme=scheme,
        roster=roster,
        school_year=school_year,
        target=Path(output) / (folder or Path(scheme).stem),
        formats=to,
        only=only,
        templates=templates,
        profile=profile,
        word_templates=word_template,
        alarm=alarm,
    )
    return build(wish, say, force=force)
