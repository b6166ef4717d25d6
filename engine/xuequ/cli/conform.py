"""`xuequ conform`: whether a scheme contains what its superior's asks for, and nothing looser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from xuequ.cli.delivering import delivery_options
from xuequ.cli.helping import Command
from xuequ.cli.i18n import Lang, Say
from xuequ.cli.options import LEVELS, scheme_argument
from xuequ.cli.settings import settings

if TYPE_CHECKING:
    from xuequ.findings.finding import Finding
    from xuequ.findings.json import Json
    from xuequ.query.conformance import Conformance, Row
    from xuequ.source.locate import Source

FORMATS = ("text", "md", "docx", "xlsx", "json")


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "conform",
        say=say,
        help=say(
            "核对下级方案是否符合上级方案：上级 `对下要求`（mandates）中的每一项是满足、待核对、弱化、抵触、"
            "缺失还是不适用，由本方案的哪一项满足；两个方案共有的职责，时间、数额、语气、报送和成果有没有放宽。"
            "\n\n"
            "一项要求由 `回应`（answers）中写明的内容满足，否则由采用自同一政策模块同一处的内容满足，"
            "再否则由名称相同的内容满足。放宽了的是错误，同时指出上级和本方案的两处位置。"
            "没有达到 --fail-level 的问题时以 0 退出，有则为 1，程序做不到时为 2。",
            "Hold a scheme against its superior's: each thing its mandates ask for is met, not comparable, weakened, "
            "contradicted, missing or not applicable, and by what it is met; and for the duties both have, "
            "whether rhythms, amounts, force, reports or outputs were loosened."
            "\n\n"
            "A requirement is met by what `answers` names, else by what was adopted from the same place of the "
            "same policy, else by what has the same name. What is looser is an error that shows both places. Exit "
            "status 0: nothing as bad as --fail-level; 1: something; 2: the tool could not do it.",
        ),
        examples=(
            "xuequ conform examples/conformance/county.yaml --to examples/anyang.yaml",
            "xuequ conform county.yaml --to city.yaml -o conformance.docx",
            "xuequ conform county.yaml --to city.yaml --format json",
        ),
        params=[
            scheme_argument(),
            click.Option(
                ["--to", "upper"],
                metavar="UPPER",
                required=True,
                type=click.Path(),
                help=say("上级方案", "the superior scheme"),
            ),
            *delivery_options(FORMATS, say),
            click.Option(
                ["--fail-level"],
                type=click.Choice(LEVELS),
                default="error",
                help=say(
                    "从哪一级问题起算不符合，缺省为 error", "the level from which it fails; error by default"
                ),
            ),
        ],
        callback=_conform,
    )


def _conform(scheme: str, upper: str, format_: str | None, output: str | None, fail_level: str) -> int:
    from xuequ.cli.delivering import both, chosen, deliver
    from xuequ.cli.output import failed, tell
    from xuequ.findings.finding import Level
    from xuequ.query.conformance import conformance
    from xuequ.query.conforming import findings
    from xuequ.views.conformance import view
    from xuequ.workspace.loading import Shelf
    from xuequ.workspace.planning import plan_file

    form = chosen(format_, output, FORMATS)
    shelf = Shelf()
    planned = plan_file(scheme, None, shelf), plan_file(upper, None, shelf)
    plans = both(*planned)
    if plans is None:
        return 1
    found = conformance(*plans)
    told = findings(found)
    sources = {**planned[1].sources, **planned[0].sources}
    lang = settings().lang
    if form == "json":
        deliver(_json(found, told, sources, lang), output)
    else:
        deliver(_text(found, lang) if form == "text" else view(found, lang), output, form)
        tell(told, sources, lang=lang, to_stderr=form != "text" or output is not None)
    return 1 if failed(told, Level(fail_level)) else 0


def _text(found: Conformance, lang: Lang) -> str:
    from xuequ.cli.delivering import columns
    from xuequ.views.conformance import remarks, summary, word

    rows = [
        (word(f"state_{row.state}", lang), row.name, row.met_by.name if row.met_by else remarks(row, lang))
        for row in found.rows
        if row.mandate is not None
    ]
    return "".join(f"{line}\n" for line in (*columns(rows), "", summary(found, lang), ""))


def _json(found: Conformance, told: tuple[Finding, ...], sources: dict[str, Source], lang: Lang) -> Json:
    import json

    from xuequ.findings.json import render
    from xuequ.query.conforming import title
    from xuequ.source.locate import show

    body = json.loads(render(show(told, sources), lang))
    rows = [_row(row) for row in found.rows]
    return {
        "version": 1,
        "upper": title(found.upper),
        "lower": found.lower.scheme.name,
        "requirements": rows,
        "compared": found.compared,
        "findings": body["findings"],
        "summary": body["summary"],
    }


def _row(row: Row) -> Json:
    return {
        "mandate": row.mandate.key if row.mandate else None,
        "requires": row.text,
        "name": row.name,
        "state": row.state.value,
        "way": row.way.value,
        "bound": row.bound.value or None,
        "met_by": "/".join(row.met_by.path) if row.met_by else None,
        "reason": row.reason or None,
        "gaps": [
            {
                "aspect": gap.aspect.value,
                "field": gap.field,
                "turn": gap.turn.value,
                "grade": gap.grade.value,
                "upper": gap.upper.en,
                "lower": gap.lower.en,
            }
            for gap in row.gaps
        ],
    }
