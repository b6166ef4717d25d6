"""The command group: names and one-line descriptions, with each command's module loaded when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from xuequ.cli.helping import described_help, page, tables, write
from xuequ.cli.i18n import Say

#: In the order they are shown: what each does, in Chinese and in English.
COMMANDS = {
    "check": ("检查方案和政策模块", "check schemes and policy modules"),
    "todo": ("按由谁解决列出还没有办的事", "list what is still to be done, by who can settle it"),
    "fmt": ("按统一的次序和样式重排文件", "put files into canonical order and style"),
    "build": ("生成实施方案、清单、矩阵等全部文件", "write the plan, lists, checklists, matrix and the rest"),
    "graph": ("画组织、责任、考核、学区关系图", "draw who leads, owes, assesses and belongs to whom"),
    "explain": ("说明一项职责从何而来", "say where a duty comes from, step by step"),
    "who": ("一项职责由谁牵头、配合、督导", "say who has which part in a duty"),
    "duties": ("一个主体要做什么，何时做", "list what an actor has to do, and when"),
    "path": ("报告和指令怎样送达", "show how a report or an order travels"),
    "impact": ("撤销或合并以后哪些事项落空", "show what is orphaned when a body goes or clusters merge"),
    "test": ("运行起草人写的预期", "try what drafters expect of their schemes"),
    "rule": ("列出检查规则，查看其中一条", "list the rules, or show what one of them finds"),
    "conform": ("核对是否符合上级方案", "hold a scheme against its superior's"),
    "coverage": ("查看原文哪些条款写进了方案", "say which clauses of the sources are in a scheme"),
    "outline": ("从原文的编号列出条款", "list the clauses of a document from its numbering"),
    "diff": ("按含义比较方案的两个版本", "compare two versions of a scheme by what they mean"),
    "policy": ("列出可采用的政策模块，查看其中一个", "list the policies that can be adopted, or show one"),
    "template": ("列出自己的模板可以使用的名称", "list the names your own template can use"),
    "schema": ("输出供编辑器使用的 JSON Schema", "print a JSON Schema for your editor"),
    "new": ("新建一个方案文件", "begin a new scheme"),
    "completion": ("输出命令补全脚本", "print a shell completion script"),
}


class Group(click.Group):
    """`xuequ` itself."""

    def __init__(self, say: Say) -> None:
        super().__init__("xuequ", params=_global_options(say), no_args_is_help=True)
        self.say = say

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order they are shown."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, from its own module."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"xuequ.cli.{cmd_name}").command(self.say)
        return command if isinstance(command, click.Command) else None

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, described in the reader's language."""
        return described_help(super().get_help_option(ctx), self.say)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, the commands, the options that hold for all of them."""
        say = self.say
        commands = [(name, say(zh, en)) for name, (zh, en) in COMMANDS.items()]
        sections = [(say("命令", "Commands"), commands), *tables(self, ctx, say)]
        text = say(
            "把学区管理方案写成 YAML：检查是否自洽，算出责任关系，生成实施方案、责任清单、任务清单和考核表。",
            "School-governance schemes as YAML: checked, resolved into a responsibility graph, "
            "and written out as plans, duty lists, checklists and appraisal sheets.",
        )
        examples = (
            "xuequ new",
            "xuequ check examples/*.yaml",
            "xuequ build examples/ziyun.yaml -o build/",
            "xuequ build --help",
        )
        usage = f"{ctx.command_path} {say('命令', 'COMMAND')} {say('[选项]', '[OPTIONS]')}"
        write(formatter, page(say, usage, text, sections, examples))


def _global_options(say: Say) -> list[click.Parameter]:
    """Options taken off the command line before click sees it; they stand here for help and completion."""
    return [
        click.Option(
            ["--lang"],
            type=click.Choice(["zh", "en"]),
            help=say("界面和提示的语言，缺省随系统", "language of messages; by default that of the system"),
            expose_value=False,
        ),
        click.Option(
            ["--debug"],
            is_flag=True,
            help=say("程序自身出错时显示调用过程", "show a traceback when the tool itself fails"),
            expose_value=False,
        ),
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            callback=_version,
            help=say("显示版本号", "show the version"),
            expose_value=False,
        ),
    ]


def _version(ctx: click.Context, parameter: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from xuequ.version import __version__

        click.echo(f"xuequ {__version__}")
        ctx.exit(0)
