"""`check --fix`: what is safe is put right first, and said; the check comes after."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from xuequ.cli.i18n import Say, speaker
from xuequ.cli.settings import settings
from xuequ.findings.catalogue import entry

if TYPE_CHECKING:
    from xuequ.workspace.fixing import Put


def fix_options(say: Say) -> list[click.Parameter]:
    """`--fix`, and `--diff` to see it beforehand."""
    return [
        click.Option(
            ["--fix"],
            is_flag=True,
            help=say(
                "先改正不会改错的地方（错别的键、制表符、全角冒号、编码、文号括号等），再检查",
                "first put right what is safe: misspelt keys, tabs, full-width colons, encoding, brackets of "
                "document numbers; then check",
            ),
        ),
        click.Option(
            ["--diff"],
            is_flag=True,
            help=say("显示 --fix 会改哪些行，不写", "show the lines --fix would change; write nothing"),
        ),
    ]


def fix_first(files: Iterable[str], *, diff: bool) -> None:
    """Put right what can be; with `diff` show it instead. A file that is not there is left to the check."""
    from xuequ.cli.differing import difference, write
    from xuequ.findings.failure import Failure
    from xuequ.workspace.fixing import fix_file
    from xuequ.workspace.output import replace_file

    for file in files:
        try:
            fixed = fix_file(file)
        except Failure:
            continue
        if diff:
            write(difference(file, fixed.before, fixed.after))
        elif fixed.is_changed:
            replace_file(file, fixed.after.encode())
        if fixed.is_changed:
            _say_what(file, fixed.put, done=not diff)


def _say_what(file: str, put: Iterable[Put], *, done: bool) -> None:
    """One line a fix, beside the output that somebody may parse."""
    say = speaker(settings().lang)
    verb = say("已改", "fixed") if done else say("可改", "would fix")
    for each in put:
        where = f"{file}:{each.at.line}:{each.at.column}"
        click.echo(f"{verb} {where}: {_words(each, say)} ({each.finding.code})", err=True)


def _words(put: Put, say: Say) -> str:
    said, fix = entry(put.finding.code).fix, put.finding.fix
    assert said is not None, f"{put.finding.code} does not say what was done"
    to = fix.replacements[0].text if fix and fix.replacements else ""
    return say(said.zh, said.en).format(**put.finding.args, to=to)
