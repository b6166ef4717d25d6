"""`xuequ outline`: the clauses of a document by number, as a small YAML file."""

from __future__ import annotations

import click

from xuequ.cli.helping import Command
from xuequ.cli.i18n import Say
from xuequ.cli.settings import settings


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "outline",
        say=say,
        help=say(
            "从原文（.txt、.md、.docx）的编号列出条款，写成一个小的 YAML 文件，供 `xuequ coverage` 对照。"
            "认得 一、（一）1.（1）①，Ⅰ. 1.1，和 第X章、第X节、第X条、第X条之一，括号全角半角均可；Word 自动编号也算；"
            "一条有几款的逐款列出。"
            "没有编号的部分记作 题、主送、导语、结语、附件1；全文没有编号的，逐段记作 段1、段2。"
            "\n\n"
            "只写编号和小标题，不抄原文的句子。编号不连续的地方会提示。",
            "List the clauses of a document (.txt, .md, .docx) from its numbering, as a small YAML file that "
            "`xuequ coverage` holds schemes against. It knows 一、（一）1.（1）①, Ⅰ. 1.1 and 第X章, 第X节, 第X条, "
            "第X条之一, brackets in either width, and Word's own numbering; of an article with several paragraphs "
            "each is listed. What has no number is called 题 (title), 主送, 导语, 结语, "
            "附件1; in a text without any numbers paragraphs are counted: 段1, 段2."
            "\n\n"
            "Only numbers and short headings are written, no sentence of the text. Numbers that do not follow one "
            "another are told.",
        ),
        examples=("xuequ outline opinion.docx -o opinion.outline.yaml", "xuequ outline opinion.txt"),
        params=[
            click.Argument(["file"], metavar="FILE", type=click.Path()),
            click.Option(
                ["-o", "--output"],
                metavar="FILE",
                type=click.Path(),
                help=say("写到这个文件", "write to this file"),
            ),
        ],
        callback=_outline,
    )


def _outline(file: str, output: str | None) -> int:
    from xuequ.cli.delivering import deliver
    from xuequ.cli.output import tell
    from xuequ.source.outline import Outlined, as_yaml
    from xuequ.workspace.outlines import outline_from

    made = outline_from(file)
    found = made.findings if isinstance(made, Outlined) else made
    tell(found, {}, lang=settings().lang, to_stderr=True)
    if not isinstance(made, Outlined):
        return 1
    deliver(as_yaml(made.outline), output)
    return 0
