"""`xuequ graph`: one view of the responsibility graph, as a picture or as data."""

from __future__ import annotations

import click

from xuequ.cli.helping import Command
from xuequ.cli.i18n import Say
from xuequ.cli.options import roster_option, scheme_argument
from xuequ.cli.settings import settings

VIEWS = ("organisation", "responsibility", "appraisal", "zones")
FORMATS = ("svg", "png", "dot", "mermaid", "graphml", "json")
ENDINGS = {"mermaid": "mmd"}
#: What the views are called in Chinese.
_CHINESE = {"组织": "organisation", "责任": "responsibility", "考核": "appraisal", "学区": "zones"}


class ViewName(click.Choice[str]):
    """The name of a view, which may be given in Chinese too."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The English name."""
        return super().convert(_CHINESE.get(value.removesuffix("关系"), value), param, ctx)


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "graph",
        say=say,
        help=say(
            "画出方案的一种关系图：组织（organisation）、责任（responsibility）、考核（appraisal）或学区（zones）关系。"
            "不给 -o 时写到标准输出；graphml 和 json 不给 --view 时含整个图。",
            "Draw one view of a scheme: who leads and administers whom (organisation), who owes what "
            "(responsibility), who assesses whom (appraisal), how schools are grouped (zones). Without "
            "-o it goes to "
            "standard output; graphml and json hold the whole graph where no --view is given.",
        ),
        examples=(
            "xuequ graph examples/anyang.yaml --view zones -o zones.svg",
            "xuequ graph examples/ziyun.yaml --view appraisal --to mermaid",
            "xuequ graph examples/ziyun.yaml --to json > ziyun.json",
        ),
        params=[
            scheme_argument(),
            click.Option(
                ["--view"],
                metavar=say(f"[{'|'.join(_CHINESE)}]", f"[{'|'.join(VIEWS)}]"),
                type=ViewName(VIEWS),
                help=say(
                    "画哪一种；缺省为 组织",
                    "which view; 组织, 责任, 考核 and 学区 will do too; organisation by default",
                ),
            ),
            click.Option(
                ["--to"],
                type=click.Choice(FORMATS),
                help=say(
                    "格式，缺省看 -o 的扩展名，否则为 svg", "format; that of -o's ending by default, else svg"
                ),
            ),
            click.Option(
                ["-o", "--output"],
                metavar="FILE",
                type=click.Path(),
                help=say("写到这个文件", "write to this file"),
            ),
            roster_option(say),
        ],
        callback=_draw,
    )


def _draw(scheme: str, view: str | None, to: str | None, output: str | None, roster: str | None) -> int:
    import sys
    from pathlib import Path

    from xuequ.cli.output import stop_at_errors, tell
    from xuequ.pictures import Format, View, draw
    from xuequ.workspace.output import write_file
    from xuequ.workspace.planning import plan_file

    planned = plan_file(scheme, roster)
    plan = stop_at_errors(planned)
    if plan is None:
        return 1
    lang = settings().lang
    drawing = draw(plan, View(view) if view else None, Format(to or _by_ending(output)), lang)
    tell(drawing.findings, planned.sources, lang=lang, to_stderr=True)
    if drawing.findings:
        return 1
    if output is None:
        sys.stdout.buffer.write(drawing.content)
        sys.stdout.flush()
    else:
        write_file(Path(output), drawing.content)
    return 0


def _by_ending(output: str | None) -> str:
    """The format a file's ending asks for."""
    ending = (output or "").rpartition(".")[2].lower()
    return next((form for form in FORMATS if ending in (form, ENDINGS.get(form))), FORMATS[0])
