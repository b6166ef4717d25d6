"""`xuequ new`: a few questions, and a scheme that passes `check`."""

from __future__ import annotations

import click

from xuequ.cli.helping import Command
from xuequ.cli.i18n import Say, speaker
from xuequ.cli.settings import settings

DEFAULT_FILE = "scheme.yaml"


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "new",
        say=say,
        help=say(
            "问几个问题，写出一份能通过检查的小方案，供你接着写。问题也可以用选项回答；不在终端里运行时不提问，"
            "没有给出的用缺省值。已有的文件不会被覆盖，除非加 --force。",
            "Ask a few questions and write a small scheme that passes `check`, for you to go on from. "
            "Options answer the "
            "questions beforehand; without a terminal nothing is asked and defaults stand. An existing "
            "file is never "
            "overwritten without --force.",
        ),
        examples=("xuequ new", "xuequ new qingshan.yaml --place 青山县 --level county --keys zh"),
        params=[
            click.Argument(
                ["file"], required=False, default=DEFAULT_FILE, metavar="[FILE]", type=click.Path()
            ),
            click.Option(
                ["--place"], metavar="NAME", help=say("地方名称，如 青山县", "the place, such as 青山县")
            ),
            click.Option(
                ["--level"],
                type=click.Choice(["province", "city", "county", "town"]),
                help=say("哪一级，缺省为县区（county）", "its level; county by default"),
            ),
            click.Option(
                ["--bureau"], metavar="NAME", help=say("教育局的名称", "what the education bureau is called")
            ),
            click.Option(
                ["--cluster"],
                metavar="NAME",
                help=say("学校分组的叫法，缺省为 学区", "what groups of schools are called"),
            ),
            click.Option(["--title"], metavar="NAME", help=say("方案名称", "the title of the scheme")),
            click.Option(
                ["--keys"],
                type=click.Choice(["zh", "en"]),
                help=say(
                    "键名用中文还是英文，缺省随界面语言",
                    "Chinese or English keys; by default as the interface",
                ),
            ),
            click.Option(["--force"], is_flag=True, help=say("覆盖已有的文件", "overwrite an existing file")),
        ],
        callback=_new,
    )


def _new(
    file: str,
    place: str | None,
    level: str | None,
    bureau: str | None,
    cluster: str | None,
    title: str | None,
    keys: str | None,
    force: bool,
) -> int:
    import sys
    from pathlib import Path

    from xuequ.edit.new import LEVELS, Answers, bureau_of, scheme_text, title_of
    from xuequ.workspace.output import write_file

    lang = settings().lang
    say = speaker(lang)
    path = Path(file)
    if path.exists() and not force:
        said = say(
            f"`{file}` 已经存在，没有改动；换一个文件名，或加 --force 覆盖它",
            f"`{file}` exists and was left alone; choose another name, or overwrite it with --force",
        )
        click.echo(said, err=True)
        return 1
    asking = sys.stdin.isatty() and sys.stdout.isatty()

    def answer(given: str | None, question: str, default: str) -> str:
        if given is not None or not asking:
            return (given or "").strip() or default
        said: str = click.prompt(question, default=default)
        return said.strip() or default

    where = answer(place, say("哪个地方", "Which place"), "青山县")
    chosen = level or answer(
        None, say("哪一级（province city county town）", "Level (province city county town)"), "county"
    )
    levels = [each for each in LEVELS if each == chosen] or ["county"]
    answers = Answers(
        place=where,
        level=levels[0],
        bureau=answer(bureau, say("教育局叫什么", "What is the education bureau called"), bureau_of(where)),
        cluster=answer(cluster, say("学校的分组叫什么", "What are groups of schools called"), "学区"),
        title=answer(title, say("方案名称", "Title of the scheme"), title_of(where)),
    )
    write_file(path, scheme_text(answers, "zh" if (keys or lang) == "zh" else "en").encode())
    said = say(f"已写好 {file}", f"wrote {file}")
    click.echo(f"{said}\n  xuequ check {file}\n  xuequ build {file} -o build/")
    return 0
