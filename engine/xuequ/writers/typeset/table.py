"""A table for typst: widths as in the Word file, a head that is repeated, rows that stay whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from xuequ.markup.blocks import Inline, Table, words
from xuequ.writers.merging import spans
from xuequ.writers.page import Page
from xuequ.writers.widths import Rows, shares

#: What stays free at both sides of a cell, in twips.
_SIDES = 160


def table(
    table: Table, alike: Rows, page: Page, width: int, inline: Callable[[Inline, int], str]
) -> Iterator[str]:
    """The call for one table; `alike` are rows of all of its head, `inline` writes for lines of so many cells."""
    half = page.table_size * 5
    columns = shares(table.head, alike, width, cell=half, gap=2 * _SIDES)
    rooms = [max((column - _SIDES) // half, 2) for column in columns]
    yield f"sheet(({''.join(f'{column / 20:g}pt, ' for column in columns)}), ({_aligned(alike, len(columns))}),"
    yield f"({''.join(f'{inline(name, room)}, ' for name, room in zip(table.head, rooms, strict=True))}),"
    # A row that might be higher than half a page may turn; one that turns not stays whole or is lost.
    most = (page.width - page.left - page.right) // (page.table_size * 40 // 3) // 2
    for row, joined in zip(table.rows, spans(table.rows), strict=True):
        turns = _lines(row, rooms) > most
        for cell, room, each in zip(row, rooms, joined, strict=True):
            if each > 1:
                yield f"over({each}, {inline(cell, room)}),"
            elif each:
                yield f"long({inline(cell, room)})," if turns else f"{inline(cell, room)},"
    yield ")"


def _lines(row: Sequence[Inline], rooms: Sequence[int]) -> int:
    """How many lines the highest cell has at most."""
    texts = [words(cell) for cell in row]
    return max(
        text.count("\n") + 1 + 2 * len(text) // max(room - 1, 1)
        for text, room in zip(texts, rooms, strict=True)
    )


def _aligned(rows: Rows, columns: int) -> str:
    """Columns of short marks and numbers are centred, those of words are not."""
    return "".join(
        "middle, " if all(len(words(row[number])) <= 4 for row in rows) else "begin, "
        for number in range(columns)
    )
