"""How the tags of a Word template are written, with the names of one document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xuequ.cli.i18n import Say

if TYPE_CHECKING:
    from xuequ.views.jobs import Document
    from xuequ.views.vocabulary import Variable

#: Terminals are this wide at the least.
_WIDTH = 94


def lines(document: Document, found: Sequence[Variable], say: Say) -> Iterator[str]:
    """What stands below the list of names."""
    for part in (_cells(found, say), _elsewhere(document, say), _tags(found, say), _example(found, say)):
        told = list(part)
        yield from ("", *told) if told else ()


def _cells(found: Sequence[Variable], say: Say) -> Iterator[str]:
    """What the cells of rows are."""
    from xuequ.views.vocabulary import Sort

    for each in found:
        if each.varying:
            yield say(
                f"{each.name} 每行的格数随方案而定，标题在 columns 里",
                f"{each.name}: how many cells a row has differs from scheme to scheme; columns has their titles",
            )
        elif each.sort in (Sort.ROWS, Sort.TABLES) and each.columns:
            listed = say("，", ", ").join(f"[{n}] {name}" for n, name in enumerate(each.columns))
            yield f"{each.name}{say('：', ': ')}{listed}"


def _elsewhere(document: Document, say: Say) -> Iterator[str]:
    from xuequ.views.vocabulary import MARKDOWN_ONLY

    if names := "、".join(MARKDOWN_ONLY.get(document, ())):
        yield say(
            f"Markdown 模板（--templates）还有 {names}；Word 模板没有，方案和附件各用自己的模板",
            f"Markdown templates (--templates) also have {names.replace('、', ', ')}; Word templates do not: plan and "
            "attachments have templates of their own",
        )


def _tags(found: Sequence[Variable], say: Say) -> Iterator[str]:
    """The tags there are, in a table of what each is for."""
    from xuequ.cli.tables import Table, aligned
    from xuequ.views.vocabulary import Sort
    from xuequ.word_templates.filters import NAMES

    several = next((each.name for each in found if each.sort in (Sort.RECORDS, Sort.TEXTS)), "columns")
    rows = next((each.path[-1] for each in found if each.sort is Sort.ROWS), "rows")
    told = (
        ("{{ title }}", say("打印一项", "prints a name")),
        (
            f"{{%p for one in {several} %}} … {{%p endfor %}}",
            say("重复段落；两个标签各占一段", "repeats paragraphs; each tag alone in its paragraph"),
        ),
        (
            f"{{%p if {several} %}} … {{%p else %}} … {{%p endif %}}",
            say("选用段落；标签各占一段", "chooses paragraphs; each tag alone in its paragraph"),
        ),
        (
            f"{{%tr for row in {rows} %}} … {{%tr endfor %}}",
            say("重复表格行；两个标签各占一行", "repeats table rows; each tag alone in its row"),
        ),
        (
            "{%tc for one in row %} … {%tc endfor %}",
            say("重复表格的格；两个标签各占一格", "repeats cells; each tag alone in its cell"),
        ),
        (
            "{% if title %} … {% endif %}",
            say("在一段之内选用，for 也一样", "chooses within a paragraph; so does for"),
        ),
        ("{{ row[0] }}", say("一行的第一格", "the first cell of a row")),
        ("{{ one.name }}", say("一项的名称", "the name of an entry")),
        (
            "{{ loop.index | chinese }}",
            say(
                "循环到第几项：一、二；不写 `| chinese` 是 1、2",
                "the number of an entry: 一, 二; 1, 2 without `| chinese`",
            ),
        ),
        ("{# … #}", say("说明，不打印", "a remark, not printed")),
    )
    yield from aligned(
        Table((say("Word 模板的标签", "tag of a Word template"), say("作用", "what it does")), told)
    )
    yield ""
    yield say("`|` 后面可以写：", "behind `|` can stand:")
    yield from (f"  {line}" for line in _wrapped(NAMES))
    yield say(
        "标签可以写在正文、表格、文本框、页眉页脚、脚注、尾注、批注和文档属性里",
        "tags can stand in the text, tables, text boxes, headers, footers, notes, comments and properties",
    )


def _wrapped(names: Sequence[str]) -> Iterator[str]:
    from textwrap import wrap

    return iter(wrap(" ".join(names), _WIDTH))


def _example(found: Sequence[Variable], say: Say) -> Iterator[str]:
    """A whole template: each line a paragraph, or a row of a table."""
    from xuequ.word_templates.example import Table, example

    yield say(
        "一个完整的例子（| | 之间是表格的一行）：", "A whole example (between | | stands a row of a table):"
    )
    for block in example(found):
        if isinstance(block, Table):
            yield from (f"  | {' | '.join(row)} |" for row in block.rows)
        else:
            yield f"  {block}"
