"""Wrong command lines, told like every other finding."""

from __future__ import annotations

from collections.abc import Iterable

import click

from xuequ.cli.group import COMMANDS
from xuequ.cli.i18n import Say
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place

#: Where a finding about the command line itself stands.
COMMAND_LINE = Place(file="")


class NoSuchWord(click.BadParameter):
    """Raised if a list of fixed words has one that is none of them."""

    def __init__(
        self, word: str, allowed: tuple[str, ...], ctx: click.Context | None, param: click.Parameter | None
    ) -> None:
        super().__init__(word, ctx=ctx, param=param)
        self.word = word
        self.allowed = allowed


def misused(error: click.UsageError, say: Say) -> Finding:
    """The finding about a command line that click refused."""
    command = error.ctx.command_path if error.ctx else "xuequ"
    problem = _usage_problem(error, say)
    return finding("INT104", COMMAND_LINE, problem=problem, allowed=_allowed(error), command=command)


def _usage_problem(error: click.UsageError, say: Say) -> str:
    """What click complains about, in the reader's language where it is one of the usual complaints."""
    if isinstance(error, click.NoSuchOption):
        near = _nearest(error.option_name, error.possibilities or (), say)
        return say("没有选项", "there is no option") + f" `{error.option_name}`{near}"
    named = getattr(error, "command_name", None)
    if isinstance(named, str):
        return say("没有命令", "there is no command") + f" `{named}`{_nearest(named, COMMANDS, say)}"
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param else ""
        if isinstance(error.param, click.Option):
            name = error.param.opts[0]
        return say("缺少", "missing") + f" `{name}`"
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _bad_value(max(error.param.opts, key=len), error, say)
    if isinstance(error, click.BadOptionUsage):
        return say(f"选项 `{error.option_name}` 用法不对", f"option `{error.option_name}` is used wrongly")
    return error.message


def _bad_value(name: str, error: click.BadParameter, say: Say) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.IntRange):
        return say(
            f"`{name}` 须是 {kind.min} 到 {kind.max} 的整数",
            f"`{name}` takes a number from {kind.min} to {kind.max}",
        )
    if isinstance(kind, click.DateTime):
        return say(f"`{name}` 须是 2026-09-01 这样的日期", f"`{name}` takes a date such as 2026-09-01")
    if isinstance(error, NoSuchWord):
        return say(f"`{name}` 没有 `{error.word}`", f"`{name}` has no `{error.word}`")
    if _allowed(error):
        return say(f"`{name}` 没有这个值", f"`{name}` has no such value")
    return f"`{name}`: {error.message}"


def _allowed(error: click.UsageError) -> tuple[str, ...]:
    """The values an option could have had, where there are only so many."""
    kind = error.param.type if isinstance(error, click.BadParameter) and error.param else None
    if isinstance(kind, click.Choice):
        return tuple(str(choice) for choice in kind.choices)
    return error.allowed if isinstance(error, NoSuchWord) else ()


def _nearest(name: str, known: Iterable[str], say: Say) -> str:
    from xuequ.findings.nearest import nearest

    near = ", ".join(f"`{each}`" for each in nearest(name, known))
    return say(f"，是不是 {near}？", f"; did you mean {near}?") if near else ""
