"""Reports on their way out: which format, on standard output or into a file, and plain columns on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, cast

import click

from xuequ.cli.i18n import Say, speaker
from xuequ.cli.settings import settings
from xuequ.findings.width import width

if TYPE_CHECKING:
    from xuequ.documents.report import ReportFormat
    from xuequ.findings.json import Json
    from xuequ.resolution.plan import Plan
    from xuequ.views.report import Report
    from xuequ.workspace.planning import Planned

#: Formats no terminal can show.
BINARY = ("docx", "xlsx")
#: Names longer than this do not push the columns after them to the right.
WIDEST = 40


def delivery_options(formats: Sequence[str], say: Say) -> tuple[click.Option, click.Option]:
    """`--format` and `-o`, which go together: a file's ending says the format where nothing else does."""
    form = click.Option(
        ["--format", "format_"],
        type=click.Choice(formats),
        help=say(
            "格式，缺省看 -o 的扩展名，否则为 text", "format; that of -o's ending by default, else text"
        ),
    )
    output = click.Option(
        ["-o", "--output"], metavar="FILE", type=click.Path(), help=say("写到这个文件", "write to this file")
    )
    return form, output


def chosen(format_: str | None, output: str | None, formats: Sequence[str]) -> str:
    """The format asked for, else the one of the file's ending, else the first."""
    ending = (output or "").rpartition(".")[2].lower()
    form = format_ or next((form for form in formats if form == ending), formats[0])
    if form in BINARY and output is None and sys.stdout.isatty():
        say = speaker(settings().lang)
        problem = say(f"{form} 要用 -o 写到文件里", f"{form} takes a file to go to: -o FILE")
        raise click.UsageError(problem, click.get_current_context())
    return form


def both(first: Planned, second: Planned) -> tuple[Plan, Plan] | None:
    """The plans of two schemes, unless one has errors, which are told together."""
    from xuequ.cli.output import tell
    from xuequ.findings.finding import Level

    twice = () if first.opened.file == second.opened.file else second.findings
    errors = [one for one in (*first.findings, *twice) if one.level is Level.ERROR]
    if first.plan is not None and second.plan is not None and not errors:
        return first.plan, second.plan
    style: Literal["text", "json"] = "json" if settings().json else "text"
    sources = {**second.sources, **first.sources}
    tell(errors, sources, lang=settings().lang, style=style, to_stderr=True, closing=True)
    return None


def deliver(content: Report | str | Json, output: str | None, form: str = "") -> None:
    """Write a report in its format, a text as it is, anything else as JSON."""
    from xuequ.views.report import Report

    if isinstance(content, Report):
        from xuequ.documents.report import write

        _bytes(write(content, cast("ReportFormat", form)), output)
    elif isinstance(content, str):
        _text(content, output)
    else:
        import json

        _text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", output)


def _bytes(data: bytes, output: str | None) -> None:
    if output is not None:
        from pathlib import Path

        from xuequ.workspace.output import write_file

        write_file(Path(output), data)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()


def _text(text: str, output: str | None) -> None:
    if output is not None:
        _bytes(text.encode(), output)
    else:
        from xuequ.cli.output import write_out

        write_out(text)


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
