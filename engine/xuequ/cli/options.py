"""Arguments and options that several commands have, each said once."""

from __future__ import annotations

import click

from xuequ.cli.i18n import Say
from xuequ.cli.usage_errors import NoSuchWord

LEVELS = ("error", "warning", "note")


def listed(value: str) -> list[str]:
    """The words of an option that takes several, whichever comma or space stands between them."""
    return value.replace("，", ",").replace("、", ",").replace(",", " ").split()


def scheme_argument() -> click.Argument:
    """The one scheme a command works on."""
    return click.Argument(["scheme"], metavar="SCHEME", type=click.Path())


def roster_option(say: Say) -> click.Option:
    """`--roster`: without it everything stays at the level of roles."""
    text = say(
        "学校名册（CSV 或 XLSX）；不给则只到角色一级",
        "the schools, CSV or XLSX; without it everything speaks of roles",
    )
    return click.Option(["--roster", "-r"], metavar="FILE", type=click.Path(), help=text)


def format_option(say: Say) -> click.Option:
    """`--format` of findings."""
    text = say("问题的输出格式，缺省为 text", "how findings are written; text by default")
    return click.Option(
        ["--format", "format_"], type=click.Choice(["text", "json"]), default="text", help=text
    )


def school_year_option(say: Say) -> click.Option:
    """`--school-year`: the year whose months and days are planned."""
    text = say(
        "按哪一学年排日期，写起始年份，如 2025；不给则按方案写明的期间",
        "the school year that dates are planned for, by the year it begins in, such as 2025; without it the time "
        "that the scheme states",
    )
    return click.Option(["--school-year"], metavar="YEAR", type=click.IntRange(2000, 2100), help=text)


def words_option(
    names: list[str], allowed: tuple[str, ...], say: Say, text: str, usual: tuple[str, ...] = ()
) -> click.Option:
    """An option that takes several fixed words separated by commas: `--to md,html`.

    Without it those that are usual, all of them where none is.
    """

    def chosen(ctx: click.Context, parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
        if value is None:
            return usual or allowed
        asked = listed(value)
        for word in asked:
            if word not in allowed:
                raise NoSuchWord(word, allowed, ctx=ctx, param=parameter)
        return tuple(word for word in allowed if word in asked) or usual or allowed

    return click.Option(names, metavar="LIST", callback=chosen, help=text)
