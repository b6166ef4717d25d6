"""`xuequ diff`: two versions of a scheme compared by what they mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from xuequ.cli.delivering import delivery_options
from xuequ.cli.helping import Command
from xuequ.cli.i18n import Lang, Say
from xuequ.cli.settings import settings

if TYPE_CHECKING:
    from xuequ.findings.json import Json
    from xuequ.query.difference import Change, Changes
    from xuequ.query.inventory import Thing
    from xuequ.query.moves import Seat
    from xuequ.workspace.planning import Planned

FORMATS = ("text", "md", "html", "docx", "xlsx", "json")


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "diff",
        say=say,
        help=say(
            "按含义而不是按行比较方案的两个版本：新增、删去的职责，换了牵头单位，时间放慢或加快，数额、成果、考核关系的变化，"
            "更名和移动，以及涉及谁：每一方一份须知。行的次序、写法和注释的变化不算。"
            "\n\n"
            "OLD 和 NEW 是文件，或 git 版本中的文件，如 `main:examples/anyang.yaml`，政策模块取自同一版本。"
            "给出两份名册时，还列出换了学区的学校。docx 和 html 是修订对照表。"
            "不论有无变化都以 0 退出；加 --exit-code 时有变化为 1。程序做不到时为 2。",
            "Compare two versions of a scheme by what they mean and not by line: duties added or dropped, moved "
            "to another lead, made slower or faster, changed amounts, outputs and appraisals, what was renamed "
            "or moved, and who is concerned: a notice for each. Order of lines, style and comments do not count."
            "\n\n"
            "OLD and NEW are files, or files of a git revision such as `main:examples/anyang.yaml`, with the "
            "policies of that revision. With two rosters, schools in another cluster are listed too. docx and html "
            "are a table of amendments (修订对照表). Exit status 0 whether or not something changed; with "
            "--exit-code 1 where something did; 2 where the tool could not do it.",
        ),
        examples=(
            "xuequ diff main:examples/ziyun.yaml examples/ziyun.yaml",
            "xuequ diff old.yaml new.yaml --format md > comment.md",
            "xuequ diff old.yaml new.yaml --roster old.csv --roster-new new.csv -o amendments.docx",
        ),
        params=[
            click.Argument(["old"], metavar="OLD", type=click.Path()),
            click.Argument(["new"], metavar="NEW", type=click.Path()),
            click.Option(
                ["--roster", "-r"],
                metavar="FILE",
                type=click.Path(),
                help=say(
                    "旧版的名册；不另给新版的，两版共用",
                    "the roster of OLD, and of NEW unless that has its own",
                ),
            ),
            click.Option(
                ["--roster-new"],
                metavar="FILE",
                type=click.Path(),
                help=say("新版的名册", "the roster of NEW"),
            ),
            *delivery_options(FORMATS, say),
            click.Option(
                ["--exit-code"],
                is_flag=True,
                help=say("有变化时以 1 退出", "exit with 1 where something changed"),
            ),
        ],
        callback=_diff,
    )


def _diff(
    old: str,
    new: str,
    roster: str | None,
    roster_new: str | None,
    format_: str | None,
    output: str | None,
    exit_code: bool,
) -> int:
    from xuequ.cli.delivering import both, chosen, deliver
    from xuequ.query.difference import difference
    from xuequ.views.amendments import view
    from xuequ.workspace.revisions import planned_at

    form, lang = chosen(format_, output, FORMATS), settings().lang
    before, after = planned_at(old, roster), planned_at(new, roster_new or roster)
    plans = both(before, after)
    if plans is None:
        return 1
    changes = difference(*plans)
    if form == "json":
        deliver(_json(changes), output)
    elif form == "text":
        deliver("".join(f"{line}\n" for line in _lines(changes, before, after, lang)), output)
    else:
        deliver(view(changes, lang), output, form)
    return 1 if exit_code and changes else 0


def _lines(changes: Changes, before: Planned, after: Planned, lang: Lang) -> Iterator[str]:
    from xuequ.cli.delivering import columns
    from xuequ.views.amendments import move_row, notice_lines, summary

    yield summary(changes, lang)
    for change in changes.changes:
        yield ""
        yield from _change(change, before, after, lang)
    if changes.moves:
        yield ""
        yield "学校调整" if lang == "zh" else "Schools that moved"
        yield from columns(
            [(f"  {row[0]}", *row[1:3], f"→ {row[3]}") for row in (move_row(m, lang) for m in changes.moves)]
        )
    for notice in changes.notices:
        yield ""
        yield f"致{notice.actor}" if lang == "zh" else f"To {notice.actor}"
        yield from (f"  {line}" for line in notice_lines(notice, lang))


def _change(change: Change, before: Planned, after: Planned, lang: Lang) -> Iterator[str]:
    from xuequ.query.difference import Sort
    from xuequ.views.amendments import SORTS, aspect_line, matter

    yield f"{SORTS[change.sort][lang == 'en']}  {matter(change, lang)}"
    if change.sort is Sort.REKEYED and change.old and change.new:
        yield f"    {'/'.join(change.old.path)} → {'/'.join(change.new.path)}"
    whole = change.sort in (Sort.ADDED, Sort.DROPPED)
    yield from (f"    {aspect_line(aspect, lang, whole=whole)}" for aspect in change.aspects)
    places = [
        _place(planned, thing) for planned, thing in ((before, change.old), (after, change.new)) if thing
    ]
    yield f"    {' → '.join(places)}"


def _place(planned: Planned, thing: Thing) -> str:
    assert planned.plan is not None, "a planned scheme was compared"
    return planned.locate(planned.plan.composed.origins.place(thing.element.at, "key"))


def _json(changes: Changes) -> Json:
    return {
        "version": 1,
        "old": changes.old.scheme.name,
        "new": changes.new.scheme.name,
        "changes": [_change_as_json(change) for change in changes.changes],
        "moves": [
            {"school": m.school, "cluster": m.cluster, "old": _seat(m.old), "new": _seat(m.new)}
            for m in changes.moves
        ],
        "notices": [
            {
                "actor": notice.actor,
                "matters": [
                    {
                        "change": changes.changes.index(share.change),
                        "gained": list(share.gained),
                        "lost": list(share.lost),
                        "kept": list(share.kept),
                        "through": list(share.through),
                    }
                    for share in notice.shares
                ],
            }
            for notice in changes.notices
        ],
    }


def _change_as_json(change: Change) -> Json:
    return {
        "kind": change.kind,
        "sort": change.sort.value,
        "name": change.thing.name,
        "old": "/".join(change.old.path) if change.old else None,
        "new": "/".join(change.new.path) if change.new else None,
        "aspects": [
            {"field": one.field, "turn": one.turn.value, "old": one.old.en, "new": one.new.en}
            | ({"inside": one.inside} if one.inside else {})
            for one in change.aspects
        ],
    }


def _seat(seat: Seat) -> Json:
    return {"units": list(seat.units), "roles": list(seat.roles)}
