"""A box laid out: how large it is and where its lines stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from xuequ.pictures import style
from xuequ.pictures.measure import balanced, width, wrap
from xuequ.pictures.sketch import Box, CardRow, Mark
from xuequ.pictures.words import MARKS, Lang
from xuequ.resolution.plan import NodeKind


class Text(NamedTuple):
    """One line: `x` is its start or its middle, `y` its baseline, from the top left corner of the box."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    anchor: Literal["start", "middle"] = "start"
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A box ready to draw; `band` is the height of the title's band, zero where there are no rows."""

    width: float
    height: float
    texts: tuple[Text, ...]
    band: float = 0.0


def card(box: Box, lang: Lang) -> Card:
    """The card of a box: a list under a title where it has rows, a title in the middle where not."""
    return _list(box, lang) if box.rows or box.kind is NodeKind.MEASURE else _plain(box)


def _plain(box: Box) -> Card:
    colour = style.INK if box.known else style.MUTED
    titles = balanced(box.title, style.BOX_CELLS)
    notes = balanced(box.note, style.BOX_CELLS + 6) if box.note else ()
    sized = [(line, style.BOX_SIZE, colour, box.strong) for line in titles]
    sized += [(line, style.NOTE_SIZE, style.MUTED, False) for line in notes]
    across = max(width(line, size) for line, size, _, _ in sized) + 2 * style.PAD_X
    across = max(across, 64.0)
    texts = []
    down = style.PAD_Y
    for line, size, ink, bold in sized:
        texts.append(Text(across / 2, _baseline(down, size), line, size, ink, "middle", bold))
        down += size * style.LEADING
    return Card(width=across, height=down + style.PAD_Y, texts=tuple(texts))


def _list(box: Box, lang: Lang) -> Card:
    texts: list[Text] = []
    down = style.PAD_Y
    for line in wrap(box.title, style.ROW_CELLS - 4):
        texts.append(
            Text(style.PAD_X, _baseline(down, style.BOX_SIZE), line, style.BOX_SIZE, style.INK, bold=True)
        )
        down += style.BOX_SIZE * style.LEADING
    if box.marks:
        marks = _mark_lines(box.marks, style.PAD_X, (style.PAD_X, _baseline(down, style.NOTE_SIZE)), lang)
        texts += marks
        down = marks[-1].y + style.NOTE_SIZE * (style.LEADING - 1)
    band = down + style.PAD_Y / 2
    down = band + style.PAD_Y / 2
    for row in box.rows:
        added = _row_texts(row, down, lang)
        texts += added
        down = max(down, *(text.y for text in added)) + style.ROW_SIZE * (style.LEADING - 1) + 1.0
    across = max(text.x + width(text.text, text.size) for text in texts) + style.PAD_X
    return Card(width=across, height=down + style.PAD_Y / 2, texts=tuple(texts), band=band)


def _row_texts(row: CardRow, down: float, lang: Lang) -> list[Text]:
    """A duty, and its marks behind it where there is room, else under it."""
    size, note, indent = style.ROW_SIZE, style.NOTE_SIZE, style.PAD_X + style.ROW_SIZE * 0.9
    edge = indent + style.ROW_CELLS * size / 2
    texts = [Text(style.PAD_X, _baseline(down, size), "·", size, style.MUTED, bold=True)]
    for line in wrap(row.text, style.ROW_CELLS):
        texts.append(Text(indent, _baseline(down, size), line, size, style.INK))
        down += size * style.LEADING
    marks = [part for mark in row.marks for part in _mark_texts(mark, lang)]
    x = indent + width(texts[-1].text, size) + size
    base = texts[-1].y
    if x + sum(width(text, note) + note for text, _ in marks) - note > edge:
        x, base = indent, _baseline(down, note)
    return [*texts, *_mark_lines(row.marks, indent, (x, base), lang)]


def _mark_lines(marks: Sequence[Mark], indent: float, at: tuple[float, float], lang: Lang) -> list[Text]:
    """Marks one behind the other from a place on, in lines that begin at `indent`."""
    note, edge = style.NOTE_SIZE, indent + style.ROW_CELLS * style.ROW_SIZE / 2
    x, base = at
    texts = []
    for text, colour in (part for mark in marks for part in _mark_texts(mark, lang)):
        if x > indent and x + width(text, note) > edge:
            x, base = indent, base + note * style.LEADING
        texts.append(Text(x, base, text, note, colour))
        x += width(text, note) + note
    return texts


def _mark_texts(mark: Mark, lang: Lang) -> Iterator[tuple[str, str]]:
    """A mark in its colour, a hole in grey; broken where it is wider than a row."""
    colour = style.LINES[mark.kind].colour if mark.known else style.MUTED
    for line in wrap(f"{MARKS[lang][mark.kind]} {mark.text}", style.ROW_CELLS):
        yield line, colour


def _baseline(top: float, size: float) -> float:
    return top + size * (style.LEADING + 0.72) / 2
