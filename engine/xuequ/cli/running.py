"""From arguments to an exit status: 0 nothing found, 1 findings, 2 the tool could not do it."""

from __future__ import annotations

import os
import sys
from itertools import pairwise

import click

from xuequ.cli.group import Group
from xuequ.cli.i18n import Lang, preferred, speaker
from xuequ.cli.settings import Settings
from xuequ.cli.usage_errors import misused
from xuequ.findings.catalogue import finding
from xuequ.findings.failure import Failure
from xuequ.findings.finding import Finding, Place

#: The formats of findings; `findings.report.Format` without what it takes to import it.
STYLES = ("text", "json", "concise", "github", "sarif", "junit")


def run(arguments: list[str]) -> int:
    """Run `xuequ` with these arguments and return its exit status."""
    _make_writable()
    settings, rest = global_options(arguments)
    say = speaker(settings.lang)
    try:
        status = Group(say).main(args=rest, prog_name="xuequ", standalone_mode=False, obj=settings)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help())
        return 2
    except click.UsageError as error:
        return _stop(misused(error, say), settings)
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("已中断", "interrupted"), err=True)
        return 130
    except Failure as failure:
        return _stop(failure.finding, settings)
    except BrokenPipeError:
        return _piped_away()
    except Exception as error:
        if settings.debug:
            raise
        problem = f"{type(error).__name__}: {error}"
        return _stop(finding("INT101", Place(file=""), problem=problem), settings)
    return status if isinstance(status, int) else 0


def global_options(arguments: list[str]) -> tuple[Settings, list[str]]:
    """The options that may stand anywhere, and the arguments without them; what follows `--` is left "
    "alone."""
    told: Lang | None = None
    debug, rest = False, []
    position = 0
    while position < len(arguments) and arguments[position] != "--":
        argument = arguments[position]
        name, equals, value = argument.partition("=")
        position += 1
        if name == "--lang" and not equals:
            value = arguments[position] if position < len(arguments) else ""
        if name == "--lang" and value in ("zh", "en"):
            told = "zh" if value == "zh" else "en"
            position += not equals
        elif argument == "--debug":
            debug = True
        else:
            rest.append(argument)
    rest += arguments[position:]
    lang = told or preferred()
    return Settings(lang=lang, told_lang=told, debug=debug, style=_style(rest)), rest


def _style(arguments: list[str]) -> str:
    """The last format of findings among the arguments; commands that write other things have other formats."""
    told = [word.removeprefix("--format=") for word in arguments if word.startswith("--format=")]
    told += [value for option, value in pairwise(arguments) if option == "--format"]
    return next((style for style in reversed(told) if style in STYLES), STYLES[0])


def _stop(problem: Finding, settings: Settings) -> int:
    from xuequ.cli.output import tell

    tell((problem,), {}, lang=settings.lang, style=settings.style, to_stderr=True)
    return Failure.exit_code


def _make_writable() -> None:
    """What goes into a file or a pipe is UTF-8 on every system, with every character of every name.

    A terminal is written to as it reads; it shows another character in place of one it lacks.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and stream.isatty():
            reconfigure(errors="replace")
        elif reconfigure is not None:
            reconfigure(encoding="utf-8", errors="surrogateescape")


def _piped_away() -> int:
    """The reader of our output went away (`| head`): stop quietly, and let nothing be flushed into it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
