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
    from xuequ.rules.manual import codes, page
    from xuequ.rules.manual_text import markdown

    lang = settings().lang
    if code is None:
        _list(codes(), lang)
        return 0
    if code.upper() in codes():
        click.echo(markdown(page(code.upper()), lang), nl=False)
        return 0
    return _no_page(code.upper(), codes(), lang)


def _list(codes: tuple[str, ...], lang: Lang) -> None:
    from xuequ.findings.catalogue import entry
    from xuequ.findings.width import width
    from xuequ.findings.wording import level_word
    from xuequ.rules.manual import page

    for code in codes:
        level = level_word(entry(code).level, lang)
        click.echo(f"{code}  {level}{' ' * (9 - width(level))}{page(code).title[lang]}")


def _no_page(code: str, known: tuple[str, ...], lang: Lang) -> int:
    """A code of reading or resolving has no page but a text; any other is not ours."""
    from xuequ.findings.catalogue import entries
    from xuequ.findings.catalogue.facts import general
    from xuequ.findings.nearest import nearest
    from xuequ.findings.wording import level_word

    say = speaker(lang)
    if code in entries():
        about = entries()[code]
        text = general(about.zh if lang == "zh" else about.en, lang)
        click.echo(
            f"{code} {about.slug} · {level_word(about.level, lang)}\n\n{text.message}\n{text.help}".rstrip()
        )
        return 0
    near = say("、", ", ").join(f"`{each}`" for each in nearest(code, known))
    said = say(f"没有代码为 `{code}` 的规则", f"there is no rule `{code}`")
    hint = say(f"，是不是 {near}？", f"; did you mean {near}?") if near else ""
    click.echo(said + hint, err=True)
    return 1
