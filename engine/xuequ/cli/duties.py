"""`xuequ duties`: what an actor owes, all of it or in one month."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from xuequ.cli.answers import (
    PARTS,
    RELATIONS,
    Question,
    answer_options,
    as_whom,
    ask,
    limits_text,
    listed,
    refuse,
    spans_of,
    when_text,
    write_json,
)
from xuequ.cli.helping import Command
from xuequ.cli.i18n import Say
from xuequ.cli.options import scheme_argument

if TYPE_CHECKING:
    from xuequ.model.time.years import Year
    from xuequ.query.obligations import Owed, Tie
    from xuequ.query.times import Month

#: What an actor is besides its duties.
TIES = (("关系", "how"), ("对方", "whom"), ("条款", "clause"), ("出处", "written at"))
HEADS = (
    ("参与方式", "part"),
    ("事项", "duty"),
    ("举措", "measure"),
    ("主体", "who"),
    ("时间", "when"),
    ("条件", "limits"),
    ("成果", "output"),
    ("条款", "clause"),
    ("出处", "written at"),
)


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "duties",
        say=say,
        help=say(
            "一个主体要做什么：在每项职责和考核中牵头、责任、配合、督导、审定、接受报送、考核，或者是对象。"
            "ACTOR 写机构、岗位、群体、学区类型或角色的键、名称、别名；给了名册，也可以写某个学区或学校的名称、代码。"
            "担任某个岗位的，那个岗位的职责也列出。"
            "\n\n"
            "--month 只列落在那个月的；写了年份就按该学年推算日期，只写 `9月` 而方案没有写明期间时，只按月份。",
            "What an actor has to do: its part in every duty and appraisal, and those that are for it. ACTOR is the "
            "key, name or alias of a body, post, group, cluster type or role; with a roster, also the name or code "
            "of one cluster or school. Whoever holds a post has what the post has."
            "\n\n"
            "--month keeps what falls in that month. With a year, days are worked out for its school year; with "
            "only a month, and a scheme that names no period, months alone are compared.",
        ),
        examples=(
            "xuequ duties examples/ziyun.yaml 学区长 --part lead",
            "xuequ duties examples/anyang.yaml 学区长学校 --month 2026-01",
            "xuequ duties examples/ziyun.yaml 白石岩学区 --roster examples/rosters/ziyun.csv --format csv",
        ),
        params=[
            scheme_argument(),
            click.Argument(["actor"], metavar="ACTOR"),
            click.Option(
                ["--month"],
                metavar="MONTH",
                callback=_month,
                help=say("只列这个月的，如 2025-09 或 9月", "only this month, such as 2025-09 or 9"),
            ),
            click.Option(
                ["--part"],
                type=click.Choice(tuple(PARTS)),
                help=say("只列这一种参与方式", "only where it has this part"),
            ),
            *answer_options(say),
        ],
        callback=_duties,
    )


def _month(ctx: click.Context, parameter: click.Parameter, value: str | None) -> Month | None:
    from xuequ.query.times import read_month

    if value is None:
        return None
    month = read_month(value)
    if month is None:
        from xuequ.cli.usage_errors import NoSuchWord

        raise NoSuchWord(value, ("2025-09", "2025年9月", "9月"), ctx=ctx, param=parameter)
    return month


def _duties(
    scheme: str,
    actor: str,
    month: Month | None,
    part: str | None,
    roster: str | None,
    school_year: Year | None,
    style: str,
) -> int:
    from xuequ.cli.usage_errors import COMMAND_LINE
    from xuequ.query.asked import actors_named, is_declared, unknown
    from xuequ.query.obligations import owed, standing

    question = ask("duties", scheme, roster, school_year, style, month)
    if question is None:
        return 1
    nodes = actors_named(question.plan, actor)
    if not nodes and not is_declared(question.plan, actor):
        return refuse(question, unknown(question.plan, actor, "actor", COMMAND_LINE))
    times = question.times()
    found = owed(question.plan, nodes, times, part or "", month)
    narrowed = bool(month or part) and not found
    every = len(owed(question.plan, nodes, times)) if narrowed else 0
    ties = standing(question.plan, nodes) if not (found or every) else ()
    _show(question, _Asked(actor, month, part or "", every, ties), found)
    return 0


class _Asked(NamedTuple):
    """What was asked, how much there is without month and part where there is nothing with them, and standing ties."""

    actor: str
    month: Month | None
    part: str
    every: int
    ties: tuple[Tie, ...]


def _show(question: Question, asked: _Asked, found: Sequence[Owed]) -> None:
    from xuequ.cli.tables import Table, aligned, write_csv

    say = question.say
    if question.style == "json":
        ties = [_tie_json(question, tie) for tie in asked.ties]
        write_json(
            question, actor=asked.actor, duties=[_json(question, each) for each in found], standing=ties
        )
        return
    heads = tuple(say(*head) for head in HEADS)
    whole = question.style == "csv"
    table = Table(heads, tuple(_row(question, each, whole) for each in found))
    if whole:
        write_csv(table)
    elif found:
        click.echo("\n".join(aligned(table)))
    else:
        click.echo(_nothing(asked, say))
        rows = tuple(
            (say(*RELATIONS[tie.kind][tie.backwards]), tie.name, tie.clause, question.where(tie.at))
            for tie in asked.ties
        )
        for line in aligned(Table(tuple(say(*head) for head in TIES), rows), "  ") if rows else ():
            click.echo(line)


def _nothing(asked: _Asked, say: Say) -> str:
    """That an actor has no duties, or none of the kind that was asked for."""
    when = str(asked.month) if asked.month else ""
    part = PARTS[asked.part] if asked.part else ("", "")
    if asked.month and not asked.month.year:
        when = say(f"{asked.month.month}月", f"month {asked.month.month}")
    elif asked.month:
        when = f"{asked.month.year}-{asked.month.month:02}"
    zh = f"`{asked.actor}` {when and f'在 {when} '}没有{part[0] or '任何'}职责"
    en = f"`{asked.actor}` has no duties{part[1] and f' to {part[1]}'}{when and f' in {when}'}"
    if asked.every:
        zh += f"；不限月份和参与方式时有 {asked.every} 项"
        en += f"; {asked.every} of any month and part"
    return say(zh, en)


def _tie_json(question: Question, tie: Tie) -> dict[str, object]:
    return {
        "relation": tie.kind.value,
        "backwards": tie.backwards,
        "name": tie.name,
        "clause": tie.clause,
        "place": question.spot(tie.at),
    }


def _row(question: Question, owed: Owed, whole: bool) -> tuple[str, ...]:
    """One row; names in `whole`, else counted where there are many."""
    from xuequ.model.forces import with_force

    say = question.say
    # Who must not or may do it is told so by the part; to others the work itself is one that must not or may be.
    told = owed.part in ("may", "must_not")
    return (
        say(*PARTS[owed.part]),
        owed.work.name if told else with_force(owed.work, question.lang),
        " / ".join(owed.titles),
        as_whom("、".join(owed.actors) if whole else listed(owed.actors, say), owed.group, say)
        or say("〔待定〕", "unspecified"),
        when_text(owed.when, owed.windows, say),
        limits_text(owed.limits, say),
        say("、", ", ").join(owed.output),
        owed.clause,
        question.where(owed.work.at),
    )


def _json(question: Question, owed: Owed) -> dict[str, object]:
    return {
        "part": owed.part,
        "path": "/".join(owed.work.path),
        "name": owed.work.name,
        "force": owed.work.force.value,
        "limits": {limit.field: limit.said.en for limit in owed.limits},
        "measures": list(owed.titles),
        "actors": list(owed.actors),
        "as": owed.group or None,
        "units": list(owed.units),
        "when": list(owed.when),
        "windows": spans_of(owed.windows),
        "output": list(owed.output),
        "clause": owed.clause,
        "place": question.spot(owed.work.at),
    }
