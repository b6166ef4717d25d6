"""Rows on their way to the reader: aligned for a terminal, or as CSV for a spreadsheet."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import click

from xuequ.cli.i18n import Say
from xuequ.cli.output import write_out
from xuequ.findings.width import width

#: Between two columns.
GAP = 2
_NO_BOM = "xuequ.no_bom"


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


def bom_option(say: Say) -> click.Option:
    """`--bom`, which `write_csv` heeds."""

    def chosen(ctx: click.Context, parameter: click.Parameter, value: str) -> None:
        ctx.meta[_NO_BOM] = value == "no"

    return click.Option(
        ["--bom"],
        type=click.Choice(("yes", "no")),
        default="yes",
        expose_value=False,
        callback=chosen,
        help=say(
            "csv 开头有没有 BOM，缺省有，供 Excel 认出 UTF-8",
            "whether csv begins with a BOM, by which Excel knows UTF-8; yes by default",
        ),
    )


def write_csv(table: Table) -> None:
    """Write the table as CSV to standard output; for a spreadsheet it begins with a BOM, on a terminal it does not."""
    stream = io.StringIO()
    if not (sys.stdout.isatty() or click.get_current_context().meta.get(_NO_BOM)):
        stream.write("\ufeff")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(table.heads)
    writer.writerows([_harmless(cell) for cell in row] for row in table.rows)
    write_out(stream.getvalue())


def _padded(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(cell + " " * (most - width(cell) + GAP) for cell, most in zip(cells, widths, strict=True))


def _harmless(cell: str) -> str:
    """A text that a spreadsheet would take for a formula stays a text."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell
