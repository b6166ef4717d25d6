"""Blocks into one self-contained web page, made to be printed as well as read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from xuequ.markup.blocks import Block, Heading, Inline, Item, Kind, Paragraph, Run, Table, Turn, words
from xuequ.writers.merging import spans

_CELL = "\x1f"
_OPEN_VALUES = re.compile(r"(〔待[定核][^〕]*〕|〔本方案补充〕)")
_NARROW = 4


class Link(NamedTuple):
    """A line of the index: a document, with its files by format; in a `group` where there are many of a kind."""

    title: str
    files: tuple[tuple[str, str], ...]
    group: tuple[str, ...] = ()
    """The title of a part of the page, and of the fold in it."""


def write(blocks: Sequence[Block], *, title: str, style: str, index: str = "") -> str:
    """The page; `style` is the text of the stylesheet, `index` the address of the page that lists all."""
    contents = _contents(blocks) if sum(_is_chapter(block) for block in blocks) > 2 else ""
    back = f'<p class="back"><a href="{escape(index)}">返回目录</a></p>' if index else ""
    return _shell(title, style, f"{back}{contents}<main>{''.join(_body(blocks))}</main>")


def write_index(
    *, title: str, style: str, links: Iterable[Link], pictures: Mapping[str, str], remarks: Sequence[str] = ()
) -> str:
    """The page that lists the documents and shows the graphs (`pictures`: caption → SVG text)."""
    drawn = "".join(
        f"<figure><figcaption>{escape(caption)}</figcaption>{_bare(svg)}</figure>"
        for caption, svg in pictures.items()
    )
    notes = "".join(f'<p class="note">{escape(remark)}</p>' for remark in remarks)
    listed = "".join(_listed(links))
    graphs = f"<h2>关系图</h2>{drawn}" if drawn else ""
    return _shell(
        title, style, f"<main><h1>{escape(title)}</h1>{notes}<h2>文件目录</h2>{listed}{graphs}</main>"
    )


def _shell(title: str, style: str, body: str) -> str:
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _bare(svg: str) -> str:
    """The drawing without the declarations that may stand before it in a file of its own."""
    return svg[max(svg.find("<svg"), 0) :]


def _listed(links: Iterable[Link]) -> Iterator[str]:
    """The documents there is one of, then those there are many of, folded group by group."""
    groups: dict[tuple[str, ...], list[Link]] = {}
    for link in links:
        groups.setdefault(link.group, []).append(link)
    yield _links(groups.pop((), []))
    part = ""
    for (title, fold), inner in groups.items():
        if title != part:
            yield f"<h2>{escape(title)}</h2>\n"
            part = title
        files = f"{len(inner)}份" if len(inner) > 1 else ""
        yield f"<details><summary>{escape(fold)} <small>{files}</small></summary>{_links(inner)}</details>\n"


def _links(links: Sequence[Link]) -> str:
    rows = "".join(map(_link, links))
    return f'<table class="index"><thead><tr><th>文件</th><th>格式</th></tr></thead><tbody>{rows}</tbody></table>'


def _link(link: Link) -> str:
    files = " ".join(f'<a href="{escape(address)}">{escape(name)}</a>' for name, address in link.files)
    return f"<tr><td>{escape(link.title)}</td><td>{files}</td></tr>\n"


def _is_chapter(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 2


def _contents(blocks: Sequence[Block]) -> str:
    chapters = [block for block in blocks if isinstance(block, Heading) and block.level == 2]
    items = "".join(
        f'<li><a href="#s{number}">{escape(words(chapter.text))}</a></li>'
        for number, chapter in enumerate(chapters, 1)
    )
    return f'<nav aria-label="目录"><ul>{items}</ul></nav>'


def _body(blocks: Sequence[Block]) -> Iterator[str]:
    chapter = 0
    for block in blocks:
        match block:
            case Heading(level, text):
                chapter += level == 2
                anchor = f' id="s{chapter}"' if level == 2 else ""
                yield f"<h{level}{anchor}>{_inline(text)}</h{level}>\n"
            case Paragraph(text, Kind.QUOTE):
                yield f"<blockquote><p>{_inline(text)}</p></blockquote>\n"
            case Paragraph(text, kind):
                yield f"<p{'' if kind is Kind.BODY else f' class={kind.value}'}>{_inline(text)}</p>\n"
            case Item(text, depth, marker):
                yield f'<p class="item d{depth}">{marker or "·"} {_inline(text)}</p>\n'
            case Table():
                yield from _table(block)
            case Turn():
                pass


def _inline(text: Inline) -> str:
    if isinstance(text, str):
        return _marked(escape(text, quote=False).replace("\n", "<br>"))
    return "".join(_run(run) for run in text)


def _run(run: Run) -> str:
    inner = _marked(escape(run.text, quote=False).replace("\n", "<br>"))
    if run.italic:
        inner = f"<em>{inner}</em>"
    if run.bold:
        inner = f"<strong>{inner}</strong>"
    return f'<a href="{escape(run.href)}">{inner}</a>' if run.href else inner


def _marked(text: str) -> str:
    """What is open, doubtful or added stands out."""
    return _OPEN_VALUES.sub(r"<mark>\1</mark>", text) if "〔" in text else text


def _table(table: Table) -> Iterator[str]:
    classes = _classes(table)
    head = "".join(f"<th{c}>{_inline(cell)}</th>" for c, cell in zip(classes, table.head, strict=True))
    yield f'<div class="table"><table><thead><tr>{head}</tr></thead><tbody>\n'
    for row, joined in zip(table.rows, spans(table.rows), strict=True):
        cells = _inline(_CELL.join(row)).split(_CELL) if table.plain else map(_inline, row)  # type: ignore[arg-type]
        yield "<tr>"
        for cell, each, look in zip(cells, joined, classes, strict=True):
            if each:
                yield f'<td{look} rowspan="{each}">{cell}</td>' if each > 1 else f"<td{look}>{cell}</td>"
        yield "</tr>\n"
    yield "</tbody></table></div>\n"


def _classes(table: Table) -> list[str]:
    sample = table.rows[:50]
    return [
        ' class="c"' if all(len(words(row[number])) <= _NARROW for row in sample) else ""
        for number in range(len(table.head))
    ]
