"""`xuequ coverage`: which clauses of its sources a scheme has taken in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from xuequ.cli.delivering import delivery_options
from xuequ.cli.helping import Command
from xuequ.cli.i18n import Lang, Say
from xuequ.cli.options import scheme_argument
from xuequ.cli.settings import settings

if TYPE_CHECKING:
    from xuequ.findings.json import Json
    from xuequ.query.coverage import Coverage
    from xuequ.query.inventory import Thing

FORMATS = ("text", "md", "docx", "xlsx", "json")


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "coverage",
        say=say,
        help=say(
            "把方案与来源文件的条目对照：哪些条款写进了方案、由哪些内容写入，哪些没有，方案中哪些内容没有条款依据。"
            "条目由 `xuequ outline` 生成，在来源文件下写 `条目: 文件`（outline），或用 --outline 给出。"
            "\n\n"
            "引用了条目中没有的条款是错误，以 1 退出；写入的比例低于 --fail-under 时也以 1 退出。",
            "Hold a scheme against the outlines of its sources: which clauses were taken in and by what, which "
            "were not, and what in the scheme rests on no clause. `xuequ outline` makes outlines; a source names "
            "its own with `outline: FILE`, or give one with --outline."
            "\n\n"
            "A clause that the outline does not have is an error, with exit status 1; so is a share below "
            "--fail-under.",
        ),
        examples=(
            "xuequ coverage examples/conformance/county.yaml",
            "xuequ coverage scheme.yaml --outline opinion=opinion.outline.yaml --format md",
            "xuequ coverage scheme.yaml --fail-under 90",
        ),
        params=[
            scheme_argument(),
            click.Option(
                ["--outline", "outlines"],
                metavar="[SOURCE=]FILE",
                multiple=True,
                help=say(
                    "条目文件；不写来源的键则为本文件；可给几个",
                    "an outline, of the scheme's own document unless a source's key is given; may be repeated",
                ),
            ),
            *delivery_options(FORMATS, say),
            click.Option(
                ["--fail-under"],
                metavar="PERCENT",
                type=click.IntRange(0, 100),
                default=0,
                help=say(
                    "写入的条款低于这个百分比时不通过",
                    "fail where fewer clauses than this per cent are taken in",
                ),
            ),
        ],
        callback=_coverage,
    )


def _coverage(
    scheme: str, outlines: tuple[str, ...], format_: str | None, output: str | None, fail_under: int
) -> int:
    from xuequ.cli.delivering import chosen, deliver
    from xuequ.cli.output import failed, stop_at_errors, tell
    from xuequ.query.coverage import coverage
    from xuequ.views.coverage import view
    from xuequ.workspace.outlines import outlines_of
    from xuequ.workspace.planning import plan_file

    form, lang = chosen(format_, output, FORMATS), settings().lang
    planned = plan_file(scheme)
    plan = stop_at_errors(planned)
    if plan is None:
        return 1
    read = outlines_of(plan, outlines)
    sources = {**planned.sources, **read.documents}
    if not read.by_source:
        tell(read.findings, sources, lang=lang, style="json" if form == "json" else "text", to_stderr=True)
        return 1
    found = coverage(plan, read.by_source)
    told = (*read.findings, *found.findings)
    content = (
        _json(found, lang) if form == "json" else _text(found, lang) if form == "text" else view(found, lang)
    )
    deliver(content, output, form)
    tell(told, sources, lang=lang, to_stderr=True)
    return 1 if failed(told) or found.percent < fail_under else 0


def _text(found: Coverage, lang: Lang) -> str:
    return "".join(f"{line}\n" for line in _lines(found, lang))


def _lines(found: Coverage, lang: Lang) -> Iterator[str]:
    from xuequ.cli.delivering import columns
    from xuequ.views.coverage import listed, summary, taken

    zh = lang == "zh"
    for source in found.sources:
        yield source.name
        rows = [
            (f"  {row.clause.number}", row.clause.title, taken(row, lang), _names(row.by, lang))
            for row in source.rows
        ]
        yield from columns(rows)
        yield summary(source, lang)
        yield ""
    for things, heading in (
        (found.ungrounded, "没有条款依据的内容：" if zh else "Resting on no clause:"),
        (found.own, "本方案补充的内容：" if zh else "Added by this scheme:"),
    ):
        if things:
            yield heading
            yield from (f"  {line}" for line in listed(things, lang))
            yield ""


def _names(things: tuple[Thing, ...], lang: Lang) -> str:
    """The first few names, and how many more."""
    shown = ("、" if lang == "zh" else ", ").join(thing.name for thing in things[:3])
    more = len(things) - 3
    if more <= 0:
        return shown
    return f"{shown}等 {len(things)} 项" if lang == "zh" else f"{shown} and {more} more"


def _json(found: Coverage, lang: Lang) -> Json:
    return {
        "version": 1,
        "percent": found.percent,
        "sources": [
            {
                "key": source.key,
                "name": source.name,
                "clauses": [
                    {
                        "number": row.clause.number,
                        "title": row.clause.title,
                        "taken": row.taken.value,
                        "by": [_thing(thing) for thing in row.by],
                    }
                    for row in source.rows
                ],
            }
            for source in found.sources
        ],
        "ungrounded": [_thing(thing) for thing in found.ungrounded],
        "own": [_thing(thing) for thing in found.own],
        "unknown": [
            {"source": str(f.args["source"]), "clause": str(f.args["clause"]), "file": f.primary.file}
            for f in found.findings
        ],
    }


def _thing(thing: Thing) -> Json:
    return {"kind": thing.kind, "path": "/".join(thing.path), "name": thing.name}
