"""Blocks as text for typst: one call a block, of what `official.typ` defines.

Whatever a drafter wrote stands inside a string literal, never in markup, so no character of it can mean
anything to the typesetter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xuequ.markup.blocks import (
    Block,
    Heading,
    Inline,
    Item,
    Kind,
    Paragraph,
    Run,
    Table,
    Turn,
    kept_with_next,
    words,
)
from xuequ.writers import titles
from xuequ.writers.page import Page
from xuequ.writers.typeset.page import points, preamble, quoted
from xuequ.writers.typeset.table import table
from xuequ.writers.typeset.typefaces import Faces
from xuequ.writers.widths import cells, samples

_ATTACHMENT = re.compile(r"(附件\d*)\s+(.+)", re.S)
_ATTACHED = re.compile(r"(附件：)?\s*(?:(\d+)[.．]\s*)?(.*)", re.S)
#: Between what stands left and what stands right in a line of the 版记.
_APART = re.compile("\u3000{2,}")
_KINDS = {
    Kind.BODY: "p",
    Kind.QUOTE: "cited",
    Kind.LEFT: "flush",
    Kind.CENTER: "centred",
    Kind.COPY: "bare",
    Kind.GRADE: "grade",
    Kind.REFERENCE: "reference",
}
#: Kinds whose lines belong together.
_TOGETHER = frozenset({Kind.RIGHT, Kind.IMPRINT, Kind.ATTACHED})
#: Half-width cells to a line of the body, and stretches without a place to turn that could be longer.
_ROOM = 56
_STRETCH = re.compile(r"[^\s\u3400-\u9fff]{8,}")


def text(blocks: Sequence[Block], *, title: str, author: str, issued: str, page: Page, faces: Faces) -> str:
    """The whole input for typst."""
    head = preamble(page, faces, title=title, author=author, issued=issued)
    return "\n".join((head, "#{", *_body(blocks, page), "}", ""))


def inline(content: Inline, room: int = _ROOM) -> str:
    """Text as an expression; `room` is how many half-width cells its lines have."""
    if isinstance(content, str):
        return quoted(_STRETCH.sub(lambda found: _opened(found[0], room), content))
    return " + ".join(_run(run, room) for run in content) or '""'


def _run(run: Run, room: int) -> str:
    written = inline(run.text, room)
    if run.italic:
        written = f"slanted({written})"
    return f"bold({written})" if run.bold else written


def _opened(stretch: str, room: int) -> str:
    """A stretch that no line would hold, with a place to turn after every character."""
    return "\u200b".join(stretch) if cells(stretch) > room else stretch


def _body(blocks: Sequence[Block], page: Page) -> Iterator[str]:
    landscape = False
    width = page.text_width
    above = titled = 0
    alike = samples(blocks)
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        match block:
            case Heading(1):
                yield _title(block, following, _fitting(width, page), titled, above)
                titled += 1
            case Heading():
                yield _heading(block, following, _fitting(width, page))
            case Paragraph(content, kind) if kind in _TOGETHER:
                if number == 0 or not _is(blocks[number - 1], kind):
                    yield from _group(kind, blocks[number:])
            case Paragraph(content, Kind.MARK):
                yield _mark(words(content), page, above)
            case Paragraph(content, kind):
                yield _paragraph(content, kind, kept_with_next(blocks, number))
                above = -1 if kind is Kind.REFERENCE else above + (kind in (Kind.COPY, Kind.GRADE))
            case Item():
                yield _item(block)
            case Table():
                yield from table(block, alike[block.head], page, width, inline)
            case Turn() if block.landscape != landscape:
                landscape = block.landscape
                width = page.text_width_landscape if landscape else page.text_width
                yield f"set page(..{'sideways' if landscape else 'upright'})"


def _paragraph(content: Inline, kind: Kind, kept: bool) -> str:
    sticky = ", sticky: true" if kept and kind in (Kind.BODY, Kind.QUOTE, Kind.LEFT) else ""
    return f"{_KINDS[kind]}({inline(content)}{sticky})"


def _fitting(width: int, page: Page) -> int:
    """Characters of a title to a line."""
    return width // (page.title_size * 10)


def _title(heading: Heading, following: Block | None, room: int, before: int, head: int) -> str:
    """A title; the second of a document is that of a text it encloses, which begins a page."""
    turned = "pagebreak(weak: true)\n" if before else ""
    above = ", above: 2 * pitch" if before or head < 0 else ""
    return f"{turned}title({_broken(words(heading.text), room)}{_gap(following)}{above})"


def _broken(title: str, room: int) -> str:
    """A title over several lines, broken by its sense."""
    return inline("\n".join(titles.lines(title, room)))


def _gap(following: Block | None) -> str:
    """The line below a title; what stands centred under it belongs to it."""
    return "" if _is(following, Kind.CENTER) else ", gap: pitch"


def _heading(heading: Heading, following: Block | None, room: int) -> str:
    """A heading; that of an attachment opens a page, its number on line 1 and its title on line 3."""
    attached = _ATTACHMENT.match(words(heading.text)) if heading.level == 2 else None
    if attached:
        return f"attachment({quoted(attached[1])}, {_broken(attached[2], room)}{_gap(following)})"
    return f"heading(level: {min(heading.level, 5)}, {inline(heading.text)})"


def _is(block: Block | None, kind: Kind) -> bool:
    return isinstance(block, Paragraph) and block.kind is kind


def _mark(name: str, page: Page, above: int) -> str:
    """发文机关标志, set smaller where it would not stay on its line."""
    size = min(page.mark_size * 10, page.text_width * 2 // max(cells(name), 1))
    return f"mark({quoted(name)}, {points(size)}, {above})"


def _group(kind: Kind, blocks: Sequence[Block]) -> Iterator[str]:
    texts = []
    for block in blocks:
        if not (isinstance(block, Paragraph) and block.kind is kind):
            break
        texts.append(block.text)
    match kind:
        case Kind.RIGHT:
            yield f"signature({', '.join(f'[#({inline(line)})]' for line in texts)})"
        case Kind.IMPRINT:
            yield f"imprint({', '.join(_imprint_line(words(line)) for line in texts)})"
        case _:
            for number, line in enumerate(texts):
                yield f"attached({_attached_parts(words(line))}, {'false' if number else 'true'})"


def _attached_parts(line: str) -> str:
    """附件： where it stands, the number, the name."""
    label, count, name = _ATTACHED.fullmatch(line).groups("")  # type: ignore[union-attr]  # matches any text
    return f"{quoted(label)}, {quoted(count)}, {inline(name)}"


def _imprint_line(line: str) -> str:
    left, *right = _APART.split(line, maxsplit=1)
    hanging = 3 if line.startswith("抄送：") else 0
    return f"({inline(left)}, {quoted(''.join(right))}, {hanging})"


def _item(item: Item) -> str:
    marker = f"{quoted(item.marker)} + " if item.marker else ""
    depth = f", depth: {item.depth - 1}" if item.depth > 1 else ""
    return f"p({marker}{inline(item.text)}{depth})"
