"""`--word-template [DOC=]FILE`: which document each Word file is for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import click

from xuequ.cli.i18n import Say
from xuequ.cli.usage_errors import NoSuchWord


class Given(NamedTuple):
    """A Word file by its path, and the document it is for by its name."""

    document: str
    file: str


def word_template_option(say: Say, documents: tuple[str, ...]) -> click.Option:
    """The option. Where no document is named the file is for the plan."""

    def chosen(ctx: click.Context, parameter: click.Parameter, given: Iterable[str]) -> tuple[Given, ...]:
        found: dict[str, Given] = {}
        for each in given:
            one = _given(each, documents, ctx, parameter)
            if one.document in found:
                raise click.UsageError(
                    say(
                        f"`{one.document}` 给了两个 Word 模板：`{found[one.document].file}` 和 `{one.file}`",
                        f"`{one.document}` has two Word templates, `{found[one.document].file}` and `{one.file}`",
                    ),
                    ctx,
                )
            found[one.document] = one
        return tuple(found.values())

    return click.Option(
        ["--word-template"],
        metavar="[DOC=]FILE",
        multiple=True,
        type=click.Path(),
        callback=chosen,
        help=say(
            "把实施方案填进自己的 Word 文件（.docx，里面写 Jinja 标签）；"
            "别的文件写 任务分解表=表.docx（tasks=表.docx）；可用的名称见 `xuequ template vars`",
            "fill the plan into your own Word file (.docx with Jinja tags); another document with "
            "tasks=table.docx; `xuequ template vars` lists what it can use",
        ),
    )


def fitting(given: tuple[Given, ...], formats: tuple[str, ...], only: tuple[str, ...], say: Say) -> None:
    """Raises a usage error where a template is given for what this build does not make."""
    if given and "docx" not in formats:
        raise click.UsageError(
            say(
                "`--word-template` 生成的是 docx，`--to` 里没有它",
                "`--word-template` makes docx files, which `--to` leaves out",
            )
        )
    for each in given:
        if each.document not in only:
            raise click.UsageError(
                say(
                    f"`--word-template` 给了 `{each.document}` 的模板，`--only` 里没有它",
                    f"`--word-template` has a template for `{each.document}`, which `--only` leaves out",
                )
            )


def _given(each: str, documents: tuple[str, ...], ctx: click.Context, parameter: click.Parameter) -> Given:
    name, equals, file = each.partition("=")
    # A file may have such a sign in its own name.
    if not equals or (english_name(name) not in documents and Path(each).exists()):
        return Given(documents[0], each)
    if english_name(name) not in documents:
        from xuequ.findings.nearest import nearest
        from xuequ.views.jobs import NAMES

        near = nearest(name, (*documents, *NAMES.values()))
        raise NoSuchWord(name, tuple(dict.fromkeys((*near, *documents))), ctx=ctx, param=parameter)
    return Given(english_name(name), file)


def english_name(name: str) -> str:
    """What a document is called on the command line, by that or its Chinese name; any other name as it is."""
    if name.isascii():
        return name
    from xuequ.views.jobs import NAMES

    return next((document.value for document, called in NAMES.items() if called == name), name)
