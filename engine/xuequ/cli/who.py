"""`xuequ who`: who has which part in a duty or appraisal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from xuequ.cli.answers import (
    PARTS,
    Question,
    answer_options,
    as_whom,
    ask,
    limits_text,
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
    from xuequ.query.who import Held, Share, Who

HEADS = (
    ("事项", "duty"),
    ("时间", "when"),
    ("条件", "limits"),
    ("范围", "where"),
    ("参与方式", "part"),
    ("主体", "who"),
    ("条款", "clause"),
    ("出处", "written at"),
)
#: The columns that differ from line to line of one duty.
_BELOW = 3


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "who",
        say=say,
        help=say(
            "一项职责或考核由谁牵头、责任、配合、督导、审定，报给谁，考核谁，每一处都带条款和出处。"
            "DUTY 写键或名称，重名时带上所属举措。给了名册，就说到每个学区、每所学校。",
            "Who leads a duty or appraisal, supports, oversees, approves it, is informed by it or assessed in it, "
            "each with its clause and place. DUTY is a key or a name; where several have it, with the measure it "
            "stands in. With a roster, for each cluster and school.",
        ),
        examples=(
            "xuequ who examples/ziyun.yaml 组织召开联席会议",
            "xuequ who examples/anyang.yaml deliberation/semester_report --school-year 2025",
            "xuequ who examples/ziyun.yaml member_appraisal --roster examples/rosters/ziyun.csv --format csv",
        ),
        params=[scheme_argument(), click.Argument(["duty"], metavar="DUTY"), *answer_options(say)],
        callback=_who,
    )


def _who(scheme: str, duty: str, roster: str | None, school_year: Year | None, style: str) -> int:
    from xuequ.cli.usage_errors import COMMAND_LINE
    from xuequ.query.asked import unknown, work_named
    from xuequ.query.who import who

    question = ask("who", scheme, roster, school_year, style)
    if question is None:
        return 1
    works = work_named(question.plan, duty)
    if not works:
        return refuse(question, unknown(question.plan, duty, "work", COMMAND_LINE))
    times = question.times()
    _show(question, [who(question.plan, work, times) for work in works])
    return 0


def _show(question: Question, answers: Sequence[Who]) -> None:
    from xuequ.cli.tables import Table, aligned, write_csv
    from xuequ.model.forces import with_force

    heads = tuple(question.say(*head) for head in HEADS)
    if question.style == "json":
        write_json(question, answers=[_json(question, answer) for answer in answers])
    elif question.style == "csv":
        rows = (row for answer in answers for row in _rows(question, answer))
        write_csv(Table(heads, tuple(rows)))
    else:
        for number, answer in enumerate(answers):
            name = with_force(answer.work, question.lang)
            click.echo("\n" * (number > 0) + f"{name}  ({'/'.join(answer.work.path)})")
            when = when_text(answer.when, answer.windows, question.say)
            if when:
                click.echo(f"  {question.say('时间', 'when')}: {when}")
            for limit in answer.limits:
                click.echo(f"  {question.say(*limit.label)}: {question.say(*limit.said)}")
            below = tuple(row[_BELOW:] for row in _rows(question, answer))
            for line in aligned(Table(heads[_BELOW:], below), "  "):
                click.echo(line)


def _rows(question: Question, answer: Who) -> Iterator[tuple[str, ...]]:
    """One row a share; a duty in which nobody has one has a row that says so."""
    from xuequ.model.forces import with_force

    say, named = question.say, with_force(answer.work, question.lang)
    when, limited = when_text(answer.when, answer.windows, say), limits_text(answer.limits, say)
    if not answer.held:
        nobody = say("一个不剩", "nobody is left")
        yield named, when, limited, "", "", nobody, "", question.where(answer.work.at)
    for held in answer.held:
        for share in held.shares:
            name = as_whom(share.name or say("〔待定〕", "unspecified"), share.via, say)
            part = say(*PARTS[share.part])
            yield named, when, limited, held.unit, part, name, share.clause, question.where(share.at)
        if not held.shares:
            written = any(answer.work.parts.values()) or bool(getattr(answer.work, "assess", ()))
            nobody = say("一个不剩", "nobody is left") if written else say("没有写明", "nobody is named")
            yield named, when, limited, held.unit, "", nobody, "", question.where(answer.work.at)


def _json(question: Question, answer: Who) -> dict[str, object]:
    return {
        "path": "/".join(answer.work.path),
        "name": answer.work.name,
        "force": answer.work.force.value,
        "limits": {limit.field: limit.said.en for limit in answer.limits},
        "place": question.spot(answer.work.at),
        "when": list(answer.when),
        "windows": spans_of(answer.windows),
        "units": [_held(question, held) for held in answer.held],
    }


def _held(question: Question, held: Held) -> dict[str, object]:
    return {"unit": held.unit, "shares": [_share(question, share) for share in held.shares]}


def _share(question: Question, share: Share) -> dict[str, object]:
    """One share; `actor` and `name` are null where the source leaves them open."""
    return {
        "part": share.part,
        "actor": share.node or None,
        "name": share.name or None,
        "as": share.via or None,
        "clause": share.clause,
        "place": question.spot(share.at),
    }
