"""Reports on their way out: which format, on standard output or into a file, and plain columns on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, cast

import click

from xuequ.findings.width import width

if TYPE_CHECKING:
    from xuequ.documents.report import Report, ReportFormat
    from xuequ.findings.json import Json

#: Names longer than this do not push the columns after them to the right.
WIDEST = 40


def chosen(format_: str | None, output: str | None, formats: Sequence[str]) -> str:
    """The format asked for, else the one of the file's ending, else the first."""
    ending = (output or "").rpartition(".")[2].lower()
    return format_ or next((form for form in formats if form == ending), formats[0])


def deliver(content: Report | str | Json, output: str | None, form: str = "") -> None:
    """Write a report in its format, a text as it is, anything else as JSON."""
    from xuequ.documents.report import Report

    if isinstance(content, Report):
        from xuequ.documents.report import write

        data = write(content, cast("ReportFormat", form))
    elif isinstance(content, str):
        data = content.encode()
    else:
        data = _json(content).encode()
    _out(data, output)


def _json(content: object) -> str:
    import json

    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _out(data: bytes, output: str | None) -> None:
    if output is not None:
        from pathlib import Path

        from xuequ.workspace.output import write_file

        write_file(Path(output), data)
    elif (stream := getattr(sys.stdout, "buffer", None)) is not None and not sys.stdout.isatty():
        sys.stdout.flush()
        stream.write(data)
        sys.stdout.flush()
    else:
        click.echo(data.decode("utf-8", "replace"), nl=False)


def columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Rows as lines whose cells begin under one another."""
    count = max((len(row) for row in rows), default=0)
    widths = [
        max((width(row[n]) for row in rows if n < len(row) and width(row[n]) <= WIDEST), default=0)
        for n in range(count)
    ]
    for row in rows:
        line = ""
        for cell, wide in zip(row, widths, strict=False):
            line += cell + " " * (max(wide - width(cell), 0) + 2)
        yield line.rstrip()
