"""`xuequ todo`: what is still to be done, by who can settle it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from xuequ.cli.delivering import delivery_options
from xuequ.cli.helping import Command
from xuequ.cli.i18n import Lang, Say
from xuequ.cli.options import roster_option, year_options
from xuequ.cli.settings import settings

if TYPE_CHECKING:
    from xuequ.findings.json import Json
    from xuequ.model.time.years import Year
    from xuequ.views.undone import Undone

FORMATS = ("text", "md", "docx", "xlsx", "json")
VERSION = 1


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "todo",
        say=say,
        help=say(
            "列出方案还有哪些事没有办：检查发现的每个问题，写了“待定”的每一处，写了“待核”的每一处，按由谁解决分组，"
            "可以交给各方去办。职责归牵头的一方，其余归发文机关，来源文件归起草人。基线中已有的也列，放行了的不列。"
            "\n\n"
            "文件的给法与 `xuequ check` 相同。",
            "List what is still to be done on a scheme: every finding of the check, everything left open "
            "(`unspecified`) and everything doubtful (`unclear`), by who can settle it, ready to be handed to them. "
            "Work is settled by who leads it, all else by the issuer, sources by the drafter. What a baseline has "
            "is listed, what is allowed is not."
            "\n\n"
            "Files are given as to `xuequ check`.",
        ),
        examples=(
            "xuequ todo examples/ziyun.yaml",
            "xuequ todo examples/ziyun.yaml -o todo.xlsx",
            "xuequ todo --format md",
        ),
        params=[
            click.Argument(["files"], nargs=-1, metavar="[FILE...]", type=click.Path()),
            roster_option(say),
            year_options(say)[0],
            *delivery_options(FORMATS, say),
        ],
        callback=_todo,
    )


def _todo(
    files: tuple[str, ...],
    roster: str | None,
    school_year: Year | None,
    format_: str | None,
    output: str | None,
) -> int:
    from xuequ.cli.delivering import chosen, deliver
    from xuequ.findings.report import internal
    from xuequ.views.undone import view
    from xuequ.workspace.check_run import Asked, survey
    from xuequ.workspace.loading import Shelf
    from xuequ.workspace.undone import undone

    form, lang = chosen(format_, output, FORMATS), settings().lang
    year = school_year.number if school_year is not None else None
    asked = Asked(files=files, roster=roster, school_year=year, fresh=True, today=date.today())
    surveyed = survey(Shelf(), asked)
    listed = undone(surveyed, lang)
    deliver(
        _json(listed) if form == "json" else _text(listed, lang) if form == "text" else view(listed, lang),
        output,
        form,
    )
    return 2 if any(map(internal, surveyed.shown)) else 0


def _text(listed: Iterable[Undone], lang: Lang) -> str:
    from xuequ.views.undone import view

    return "".join(f"{line}\n" for line in (*_lines(listed, lang), *view(listed, lang).paragraphs))


def _lines(listed: Iterable[Undone], lang: Lang) -> Iterator[str]:
    from xuequ.views.undone import by_settler, heading

    for who, rows in by_settler(listed).items():
        yield heading(who, len(rows), lang)
        yield from (f"  [ ] {each.where}: {each.kind}: {each.what}" for each in rows)
        yield ""


def _json(listed: Iterable[Undone]) -> Json:
    return {"version": VERSION, "undone": [each._asdict() for each in listed]}
