"""`xuequ schema`: a JSON Schema for the editor, with keys and descriptions in Chinese or English."""

from __future__ import annotations

import click

from xuequ.cli.helping import Command
from xuequ.cli.i18n import Lang, Say


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "schema",
        say=say,
        help=say(
            "输出一种文件的 JSON Schema，编辑器据此补全键名、提示用法、标出错误。"
            "在 VS Code 中装上 YAML 扩展，文件第一行写 `# yaml-language-server: $schema=scheme.zh.json`。",
            "Print the JSON Schema of a kind of file, from which an editor completes keys, shows what "
            "they mean and "
            "underlines mistakes. In VS Code with the YAML extension, let the first line of your file be "
            "`# yaml-language-server: $schema=scheme.json`.",
        ),
        examples=(
            "xuequ schema scheme > scheme.json",
            "xuequ schema scheme --keys zh > scheme.zh.json",
            "xuequ schema policy",
        ),
        params=[
            click.Argument(
                ["kind"],
                type=click.Choice(
                    ["scheme", "policy", "expectations", "outline", "workspace", "profile", "roster"]
                ),
            ),
            click.Option(
                ["--keys"],
                type=click.Choice(["zh", "en"]),
                help=say("键名的语言，缺省为英文", "the language of keys, English by default"),
            ),
        ],
        callback=_print,
    )


def _print(kind: str, keys: str | None) -> int:
    import json

    from xuequ.language.editor import editor_schema
    from xuequ.language.shipped import KINDS

    lang: Lang = "zh" if keys == "zh" else "en"
    (known,) = (each for each in KINDS if each == kind)
    text = json.dumps(editor_schema(known, lang), ensure_ascii=False, indent=2)
    click.echo(text)
    return 0
