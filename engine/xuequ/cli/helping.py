"""Help pages: click's commands with headings, wrapping and errors in the reader's language.

Click counts characters and has its headings in English; Chinese needs two cells a character and may be
broken anywhere, so the pages are laid out here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import click

from xuequ.cli.i18n import Say
from xuequ.findings.width import is_wide, width

WIDTH = 96
#: Where the second column of a table begins at the latest.
COLUMN = 30


class Command(click.Command):
    """A command whose help page ends with examples."""

    def __init__(
        self,
        name: str,
        *,
        say: Say,
        help: str,
        examples: Sequence[str],
        params: Sequence[click.Parameter],
        callback: Callable[..., int],
    ) -> None:
        super().__init__(name, help=help, params=list(params), callback=callback, no_args_is_help=False)
        self.say = say
        self.examples = tuple(examples)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, described in the reader's language."""
        return described_help(super().get_help_option(ctx), self.say)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it does, options, examples."""
        arguments = [p.make_metavar(ctx) for p in self.get_params(ctx) if isinstance(p, click.Argument)]
        usage = " ".join([ctx.command_path, *arguments, self.say("[选项]", "[OPTIONS]")])
        write(formatter, page(self.say, usage, self.help or "", tables(self, ctx, self.say), self.examples))


def described_help(option: click.Option | None, say: Say) -> click.Option | None:
    """Click's own `--help`, with our words for it."""
    if option is not None:
        option.help = say("显示本说明", "show this page")
    return option


def tables(command: click.Command, ctx: click.Context, say: Say) -> list[tuple[str, list[tuple[str, str]]]]:
    """The table of options of a command's help page."""
    rows: list[tuple[str, str]] = []
    for parameter in command.get_params(ctx):
        record = parameter.get_help_record(ctx)
        if record is not None and isinstance(parameter, click.Option):
            rows.append((record[0], parameter.help or ""))
    return [(say("选项", "Options"), rows)]


def page(
    say: Say,
    usage: str,
    text: str,
    sections: Sequence[tuple[str, Sequence[tuple[str, str]]]],
    examples: Sequence[str],
) -> Iterator[str]:
    """The lines of a help page."""
    yield f"{say('用法', 'Usage')}: {usage}"
    for paragraph in text.strip().split("\n\n"):
        yield ""
        yield from _indented(" ".join(line.strip() for line in paragraph.splitlines()), "  ")
    for heading, rows in sections:
        yield ""
        yield f"{heading}:"
        yield from _table(rows)
    if examples:
        yield ""
        yield f"{say('示例', 'Examples')}:"
        yield from (f"  {example}" for example in examples)


def write(formatter: click.HelpFormatter, lines: Iterator[str]) -> None:
    """Hand finished lines to click."""
    formatter.write("\n".join(lines) + "\n")


def _table(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    column = min(COLUMN, max((width(left) for left, _ in rows), default=0) + 4)
    for left, right in rows:
        lines = list(_indented(right, " " * column))
        if width(left) + 4 > column:
            yield f"  {left}"
            yield from lines
        else:
            first = lines[0].lstrip() if lines else ""
            yield f"  {left}{' ' * (column - 2 - width(left))}{first}".rstrip()
            yield from lines[1:]


def _indented(text: str, indent: str) -> Iterator[str]:
    line = ""
    for piece in _pieces(text):
        if line and width(indent + line + piece.rstrip()) > WIDTH and not _closes(piece):
            yield (indent + line).rstrip()
            line = ""
        line += piece if line else piece.lstrip()
    if line:
        yield (indent + line).rstrip()


def _pieces(text: str) -> Iterator[str]:
    """Where a line may break: after a space, and around every wide character."""
    word = ""
    for character in text:
        if is_wide(character):
            if word:
                yield word
                word = ""
            yield character
        else:
            word += character
            if character == " ":
                yield word
                word = ""
    if word:
        yield word


def _closes(piece: str) -> bool:
    """Whether a line may not begin with this."""
    return piece[:1] in "，。、；：）》」】？！”"
