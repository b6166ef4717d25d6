"""`xuequ rule`: which rules there are, and what one of them finds and why."""

from __future__ import annotations

import click

from xuequ.cli.helping import Command
from xuequ.cli.i18n import Lang, Say, speaker
from xuequ.cli.settings import settings


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "rule",
        say=say,
        help=say(
            "列出检查规则及其级别；给出代码则显示这条规则查什么、为什么要紧、怎样改，并附正反例。",
            "List the rules with their levels. With a CODE, say what that rule finds, why it matters and what "
            "to do, with examples.",
        ),
        examples=("xuequ rule", "xuequ rule RES201"),
        params=[click.Argument(["code"], required=False)],
        callback=_rule,
    )


def _rule(code: str | None) -> int:
    from xuequ.findings.catalogue import entries
    from xuequ.rules.manual import codes, finding_page, page
    from xuequ.rules.manual_text import markdown

    lang = settings().lang
    if code is None:
        _list(codes(), lang)
        return 0
    wanted = code.upper()
    if wanted in codes():
        click.echo(markdown(page(wanted), lang), nl=False)
        return 0
    if wanted in entries():
        click.echo(markdown(finding_page(wanted), lang), nl=False)
        return 0
    return _unknown(wanted, lang)


def _list(codes: tuple[str, ...], lang: Lang) -> None:
    from xuequ.findings.catalogue import entry
    from xuequ.findings.width import width
    from xuequ.findings.wording import level_word
    from xuequ.rules.manual import page

    for code in codes:
        level = level_word(entry(code).level, lang)
        click.echo(f"{code}  {level}{' ' * (9 - width(level))}{page(code).title[lang]}")


def _unknown(code: str, lang: Lang) -> int:
    from xuequ.findings.catalogue import entries
    from xuequ.findings.nearest import nearest

    say = speaker(lang)
    near = say("、", ", ").join(f"`{each}`" for each in nearest(code, entries()))
    said = say(f"没有代码为 `{code}` 的规则", f"there is no rule `{code}`")
    hint = say(f"，是不是 {near}？", f"; did you mean {near}?") if near else ""
    click.echo(said + hint, err=True)
    return 1
