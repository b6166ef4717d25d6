"""Rows on their way to the reader: aligned for a terminal, or as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xuequ.findings.width import width

#: Between two columns.
GAP = 2


class Table(NamedTuple):
    """Headings and rows of texts; a row has a cell for each heading."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def aligned(table: Table, indent: str = "") -> Iterator[str]:
    """The lines of a table; a column without anything in it is left out."""
    used = [n for n in range(len(table.heads)) if any(row[n] for row in table.rows)]
    lines = [[cells[n] for n in used] for cells in (table.heads, *table.rows)]
    widths = [max(width(line[n]) for line in lines) for n in range(len(used))]
    for line in lines:
        yield (indent + _padded(line, widths)).rstrip()


def as_csv(table: Table) -> str:
    """The table as CSV."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(table.heads)
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    return stream.getvalue()


def _padded(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(cell + " " * (most - width(cell) + GAP) for cell, most in zip(cells, widths, strict=True))


def _harmless(cell: str) -> str:
    """A text that a spreadsheet would take for a formula stays a text."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell
