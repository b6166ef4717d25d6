"""Markdown into blocks: the one parse that the Word and the web writer share.

A table comes out of markdown-it as a single token. Its cells are read as inline Markdown only where they hold
a character that could mean something, since nearly all of them are plain words and there are many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token


class Run(NamedTuple):
    """A stretch of text in one type; a line break inside it is `\\n`."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


#: Plain words, or runs where something in them is marked.
Inline = str | tuple[Run, ...]


class Heading(NamedTuple):
    """A heading; level 1 is the title of the document."""

    level: int
    text: Inline


class Kind(StrEnum):
    """What a paragraph is; `<!-- align: right -->` makes those after it a signature, until the next heading.

    Elements of an official document that only a page has a place for are said with `<!-- place: mark -->`.
    """

    BODY = "body"
    QUOTE = "quote"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    COPY = "copy"
    """份号."""
    GRADE = "grade"
    """密级、紧急程度."""
    MARK = "mark"
    """发文机关标志."""
    REFERENCE = "reference"
    """发文字号, and the red line below it."""
    ATTACHED = "attached"
    """附件说明: 附件：1.名称."""
    IMPRINT = "imprint"
    """版记: 抄送, then who printed it and when, apart by two wide spaces."""


class Paragraph(NamedTuple):
    """A paragraph that is no heading and no line of a list."""

    text: Inline
    kind: Kind = Kind.BODY


class Item(NamedTuple):
    """One line of a list; `marker` is `1.` and so on, or empty in a list without numbers."""

    text: Inline
    depth: int
    marker: str


class Table(NamedTuple):
    """A table; every row has as many cells as the head."""

    head: tuple[Inline, ...]
    rows: tuple[tuple[Inline, ...], ...]
    plain: bool
    """No cell is marked: every one is a `str`."""


class Turn(NamedTuple):
    """From here on pages stand upright or lie on their side: `<!-- page: landscape -->`."""

    landscape: bool


Block = Heading | Paragraph | Item | Table | Turn

_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]!&<]")
_BREAK = re.compile(r"(?<!\\)<br ?/?>")
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+$")
_PIPE = re.compile(r"(?<!\\)\|")
_TURN = re.compile(r"<!--\s*page:\s*(landscape|portrait)\s*-->")
_ALIGN = re.compile(r"<!--\s*(?:align|place):\s*(" + "|".join(Kind) + r")\s*-->")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDE = re.compile("[\u2e80-\u9fff\uff00-\uffef“”‘’…—〔〕《》]")


def parse(markdown: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text; what office documents have no use for (code, images) becomes plain text."""
    tokens = _parser().parse(_UNPRINTABLE.sub("", markdown))
    return tuple(_walk(tokens))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").disable(["code", "fence", "lheading", "reference"])
    parser.block.ruler.at("code", _grid, {"alt": ["paragraph", "reference"]})
    parser.enable("code")
    return parser


def _grid(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The block rule for pipe tables: head, rule, rows, each line between pipes."""
    if start + 2 > end or not (head := _line(state, start)).startswith("|"):
        return False
    if not _RULE.match(_line(state, start + 1)):
        return False
    if silent:
        return True
    last = start + 2
    while last < end and state.src.startswith("|", state.bMarks[last] + state.tShift[last]):
        last += 1
    token = state.push("grid", "table", 0)
    token.map = [start, last]
    columns = _cells(head)
    lines = (_line(state, number) for number in range(start + 2, last))
    token.meta = {"head": columns, "rows": tuple(_row(line, len(columns)) for line in lines)}
    state.line = last
    return True


def _line(state: StateBlock, number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].rstrip()


def _row(line: str, width: int) -> tuple[Inline, ...]:
    cells = _cells(line)
    return cells if len(cells) == width else (cells + ("",) * width)[:width]


def _cells(line: str) -> tuple[Inline, ...]:
    if "<br" in line:
        line = _BREAK.sub("\n", line)
    inner = line[1:-1] if line.endswith("|") and not line.endswith("\\|") else line[1:]
    if not _MEANS_SOMETHING.search(inner):
        return tuple([cell.strip() for cell in inner.split("|")])
    return tuple(_lined(cell.strip()) for cell in _PIPE.split(inner))


def _lined(cell: str) -> Inline:
    """A cell line by line: a break in it is one whatever is marked beside it."""
    if "\n" not in cell:
        return _inline(cell)
    runs: list[Run] = []
    for line in cell.split("\n"):
        made = _inline(line)
        runs += [Run("\n", False, False, "")] if runs else []
        runs += [Run(made, False, False, "")] if isinstance(made, str) else made
    return _joined(runs)


def _inline(text: str) -> Inline:
    if not _MEANS_SOMETHING.search(text):
        return text
    (token,) = _parser().parseInline(text.replace("\\|", "|"))
    return _runs(token.children or [])


def _runs(children: Sequence[Token]) -> Inline:
    runs: list[Run] = []
    bold = italic = 0
    href = ""
    for child in children:
        match child.type:
            case "strong_open" | "strong_close":
                bold += child.nesting
            case "em_open" | "em_close":
                italic += child.nesting
            case "link_open" | "link_close":
                href = str(child.attrs.get("href", "")) if child.nesting > 0 else ""
            case "softbreak" | "hardbreak":
                runs.append(Run("\n" if child.type == "hardbreak" else "\r", bold > 0, italic > 0, href))
            case _:
                if child.content:
                    runs.append(Run(child.content, bold > 0, italic > 0, href))
    return _joined(runs)


def _joined(runs: list[Run]) -> Inline:
    merged: list[Run] = []
    for run in runs:
        if merged and merged[-1][1:] == run[1:]:
            merged[-1] = run._replace(text=merged[-1].text + run.text)
        else:
            merged.append(run)
    settled = tuple(run._replace(text=_unfolded(run.text)) for run in merged)
    if len(settled) == 1 and settled[0][1:] == (False, False, ""):
        return settled[0].text
    return settled or ""


def _unfolded(text: str) -> str:
    """A line folded in the source goes on without a gap between Chinese characters, with one elsewhere."""
    if "\r" not in text:
        return text
    first, *rest = text.split("\r")
    for line in rest:
        gap = "" if _WIDE.match(first[-1:]) or _WIDE.match(line[:1]) else " "
        first += gap + line
    return first


def _walk(tokens: Sequence[Token]) -> Iterator[Block]:
    quoted = 0
    kind = Kind.BODY
    lists: list[int] = []
    marker: str | None = None
    level = 0
    for token in tokens:
        match token.type:
            case "heading_open":
                level, kind = int(token.tag[1]), Kind.BODY
            case "heading_close":
                level = 0
            case "blockquote_open" | "blockquote_close":
                quoted += token.nesting
            case "bullet_list_open":
                lists.append(-1)
            case "ordered_list_open":
                lists.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                marker = f"{lists[-1]}." if lists[-1] >= 0 else ""
                lists[-1] += lists[-1] >= 0
            case "inline":
                text = _runs(token.children or [])
                if level:
                    yield Heading(level, text)
                elif marker is not None:
                    yield Item(text, len(lists), marker)
                    marker = None
                else:
                    yield Paragraph(text, Kind.QUOTE if quoted else kind)
            case "grid":
                yield _table(token)
            case "html_block":
                if found := _TURN.match(token.content.strip()):
                    yield Turn(found[1] == "landscape")
                elif found := _ALIGN.match(token.content.strip()):
                    kind = Kind(found[1])


def _table(token: Token) -> Table:
    head, rows = token.meta["head"], token.meta["rows"]
    return Table(head, rows, all(type(cell) is str for row in rows for cell in row))


def kept_with_next(blocks: Sequence[Block], number: int) -> bool:
    """Whether a paragraph belongs on the page of what follows: a table, or a signature, which must not stand alone.

    The only paragraph of a letter stays on the first page all the same, which must show some of its text.
    """
    following = blocks[number + 1] if number + 1 < len(blocks) else None
    if isinstance(following, Table):
        return True
    signed = isinstance(following, Paragraph) and following.kind is Kind.RIGHT
    before = blocks[number - 1] if number else None
    return signed and not (
        isinstance(before, Heading) or (isinstance(before, Paragraph) and before.kind is Kind.LEFT)
    )


def words(text: Inline) -> str:
    """The text without its marks."""
    return text if isinstance(text, str) else "".join(run.text for run in text)
