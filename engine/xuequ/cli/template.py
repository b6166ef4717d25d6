"""`xuequ template vars`: the names a template can use, what each is, and how a Word file uses it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from xuequ.cli.build import DOCUMENTS
from xuequ.cli.helping import Command
from xuequ.cli.settings import settings
from xuequ.cli.speech import Say, speaker

if TYPE_CHECKING:
    from xuequ.documents.vocabulary import Variable


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "template",
        say=say,
        help=say(
            "列出自己的模板可以使用的名称：含义、类别和例子。文件名称缺省为 plan（实施方案）。"
            "Word 模板（`xuequ build … --word-template 我的.docx`）和 Markdown 模板（`--templates 文件夹`）"
            "用的是同一套名称。",
            "List the names your own template can use, with what each is and an example; of the plan where no "
            "DOCUMENT is given. "
            "Word templates (`xuequ build … --word-template my.docx`) and Markdown templates "
            "(`--templates DIR`) have the same names.",
        ),
        examples=("xuequ template vars", "xuequ template vars plan", "xuequ template vars tasks"),
        params=[
            click.Argument(["what"], type=click.Choice(["vars"])),
            click.Argument(
                ["document"],
                metavar="[DOCUMENT]",
                type=click.Choice(DOCUMENTS),
                default="plan",
                required=False,
            ),
        ],
        callback=_template,
    )


def _template(what: str, document: str) -> int:
    from xuequ.cli.tables import Table, aligned
    from xuequ.documents.pieces import Document
    from xuequ.documents.vocabulary import variables

    say = speaker(settings().lang)
    found = variables(Document(document), _values(document))
    heads = (say("名称", "name"), say("含义", "meaning"), say("类别", "kind"), say("例", "example"))
    table = Table(heads, tuple(_row(each, say) for each in found))
    for line in (*aligned(table), "", *_usage(found, say)):
        click.echo(line)
    return 0


def _values(document: str) -> dict[str, object]:
    """What that document of the sample has."""
    from xuequ.documents.pieces import Document, pieces
    from xuequ.documents.views.ground import ground
    from xuequ.workspace.planned_year import planned_year
    from xuequ.workspace.sample import sample_plan

    plan = sample_plan()
    return dict(next(pieces(Document(document), ground(plan), planned_year(plan).calendar)).values)


def _row(each: Variable, say: Say) -> tuple[str, ...]:
    from xuequ.documents.vocabulary_words import SORTS, meaning

    return each.name, say(*meaning(each.path)), say(*SORTS[each.sort]), each.example


def _usage(found: Sequence[Variable], say: Say) -> Iterator[str]:
    """How the first of each kind stands in a Word file, and the cells of rows."""
    from xuequ.documents.vocabulary import Sort

    yield say("在 Word 中：", "In Word:")
    tops = {each.sort: each for each in reversed(found) if len(each.path) == 1}
    if Sort.TEXT in tops:
        yield f"  {{{{ {tops[Sort.TEXT].name} }}}}"
    if Sort.RECORDS in tops:
        yield from _loop(
            "p", tops[Sort.RECORDS].name, "one", ["{{ one.name }}"], say("各占一段", "a paragraph each")
        )
    if Sort.ROWS in tops:
        cells = ["{{ row[0] }}", "{{ row[1] }}"]
        yield from _loop("tr", tops[Sort.ROWS].name, "row", cells, say("各占表格一行", "a table row each"))
    for each in found:
        if each.sort in (Sort.ROWS, Sort.TABLES) and each.columns:
            listed = say("，", ", ").join(f"[{n}] {name}" for n, name in enumerate(each.columns))
            yield f"  {each.name}{say('：', ': ')}{listed}"


def _loop(kind: str, name: str, item: str, cells: Sequence[str], note: str) -> Iterator[str]:
    yield f"  {{%{kind} for {item} in {name} %}}   {note}"
    yield f"  {' | '.join(cells)}"
    yield f"  {{%{kind} endfor %}}"
