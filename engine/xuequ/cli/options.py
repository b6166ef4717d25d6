"""Arguments and options that several commands have, each said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from xuequ.cli.i18n import Say
from xuequ.cli.usage_errors import NoSuchWord

if TYPE_CHECKING:
    from xuequ.model.time.years import Year

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


#: Where `--year` leaves its year for `--school-year`, which commands take.
_YEAR = "xuequ.year"


def year_options(say: Say) -> tuple[click.Option, click.Option]:
    """`--school-year` and `--year`: the year whose months and days are planned; one of them at most."""
    school = say(
        "按哪一学年排日期，写起始年份，如 2025；不给则按方案写明的期间",
        "the school year that dates are planned for, by the year it begins in, such as 2025; without it the time "
        "that the scheme states",
    )
    calendar = say(
        "按哪一年（1月至12月）排日期，如 2026；年度工作要点、自然年的行事历用它",
        "the calendar year that dates are planned for, such as 2026, for plans of a calendar year",
    )
    numbers = click.IntRange(2000, 2100)

    def asked(ctx: click.Context, parameter: click.Parameter, value: int | None) -> Year | None:
        from xuequ.model.time.years import Year

        year: int | None = ctx.meta.get(_YEAR)
        if value is not None and year is not None:
            both = say("`--school-year` 和 `--year` 只能写一个", "give `--school-year` or `--year`, not both")
            raise click.UsageError(both, ctx=ctx)
        if year is not None:
            return Year(year, calendar=True)
        return Year(value) if value is not None else None

    return (
        click.Option(["--school-year"], metavar="YEAR", type=numbers, callback=asked, help=school),
        click.Option(
            ["--year"],
            metavar="YEAR",
            type=numbers,
            callback=_keep_year,
            is_eager=True,
            expose_value=False,
            help=calendar,
        ),
    )


def _keep_year(ctx: click.Context, parameter: click.Parameter, value: int | None) -> None:
    ctx.meta[_YEAR] = value


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
