"""`xuequ template vars`: the names a template can use, what each is, and how a Word file uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from xuequ.cli.build import DOCUMENTS
from xuequ.cli.helping import Command
from xuequ.cli.i18n import Say, speaker
from xuequ.cli.settings import settings
from xuequ.cli.word_templates import english_name

if TYPE_CHECKING:
    from xuequ.views.vocabulary import Variable


class DocumentName(click.Choice[str]):
    """The name of a document, which may be given in Chinese too."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The English name."""
        return super().convert(english_name(value), param, ctx)


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "template",
        say=say,
        help=say(
            "列出自己的模板可以使用的名称：含义、类别和例子；再列出 Word 模板的标签怎么写，附一个可以照抄的例子。"
            "文件名称缺省为 plan（实施方案）。"
            "Word 模板（`xuequ build … --word-template 我的.docx`）和 Markdown 模板（`--templates 文件夹`）"
            "用的是同一套名称。",
            "List the names your own template can use, with what each is and an example; then how tags of a Word "
            "template are written, with a short template to copy. Of the plan where no DOCUMENT is given. "
            "Word templates (`xuequ build … --word-template my.docx`) and Markdown templates "
            "(`--templates DIR`) have the same names.",
        ),
        examples=("xuequ template vars", "xuequ template vars plan", "xuequ template vars tasks"),
        params=[
            click.Argument(["what"], type=click.Choice(["vars"])),
            click.Argument(
                ["document"],
                metavar="[DOCUMENT]",
                type=DocumentName(DOCUMENTS),
                default="plan",
                required=False,
            ),
        ],
        callback=_template,
    )


def _template(what: str, document: str) -> int:
    from xuequ.cli.tables import Table, aligned
    from xuequ.cli.template_tags import lines
    from xuequ.views.jobs import Document
    from xuequ.views.vocabulary import variables

    say = speaker(settings().lang)
    found = variables(Document(document), _values(document))
    heads = (say("名称", "name"), say("含义", "meaning"), say("类别", "kind"), say("例", "example"))
    table = Table(heads, tuple(_row(each, say) for each in found))
    for line in (*aligned(table), *lines(Document(document), found, say)):
        click.echo(line)
    return 0


def _values(document: str) -> dict[str, object]:
    """What that document of the sample has."""
    from xuequ.views.context import context
    from xuequ.views.jobs import Document, jobs
    from xuequ.workspace.planned_year import planned_year
    from xuequ.workspace.sample import sample_plan

    plan = sample_plan()
    return dict(next(jobs(Document(document), context(plan), planned_year(plan).calendar)).values)


def _row(each: Variable, say: Say) -> tuple[str, ...]:
    from xuequ.views.vocabulary_words import SORTS, meaning

    return each.name, say(*meaning(each.path)), say(*SORTS[each.sort]), each.example
