"""`xuequ path`: how a report or an order travels from one actor to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from xuequ.cli.answers import RELATIONS, Question, answer_options, ask, listed, refuse, write_json
from xuequ.cli.helping import Command
from xuequ.cli.i18n import Say
from xuequ.cli.options import scheme_argument

if TYPE_CHECKING:
    from xuequ.model.time.years import Year
    from xuequ.query.report_paths import Hop, Way

SENSES = ("report", "order")
HEADS = (
    ("类别", "what"),
    ("自", "from"),
    ("关系", "how"),
    ("至", "to"),
    ("条款", "clause"),
    ("出处", "written at"),
)


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "path",
        say=say,
        help=say(
            "从 FROM 到 TO，报告怎样送达、指令怎样下达：沿报送、隶属、考核、牵头等关系的最短路径，"
            "每一步都带条款和出处。有名册而 FROM 是多个时，给出最短的一条，并列出走不通的。",
            "How a report or an order gets from one actor to another: the shortest way along reporting, "
            "subordination, membership, assessment and leading, each step with its clause and place. Where FROM "
            "means several, the shortest way of any, and those that have none.",
        ),
        examples=(
            "xuequ path examples/anyang.yaml 成员学校 县区教体局",
            "xuequ path examples/ziyun.yaml 县教育和科技局 成员学校 --as order",
            "xuequ path examples/ziyun.yaml 学校 县教育和科技局 --roster examples/rosters/ziyun.csv",
        ),
        params=[
            scheme_argument(),
            click.Argument(["source"], metavar="FROM"),
            click.Argument(["target"], metavar="TO"),
            click.Option(
                ["--as", "sense"],
                type=click.Choice(SENSES),
                help=say(
                    "只看报告（report）或指令（order），缺省两样都看",
                    "only how a report, or how an order travels; both by default",
                ),
            ),
            *answer_options(say),
        ],
        callback=_path,
    )


def _path(
    scheme: str,
    source: str,
    target: str,
    sense: str | None,
    roster: str | None,
    school_year: Year | None,
    style: str,
) -> int:
    from xuequ.cli.usage_errors import COMMAND_LINE
    from xuequ.query.asked import actors_named, is_declared, unknown
    from xuequ.query.report_paths import Sense, way

    question = ask("path", scheme, roster, school_year, style)
    if question is None:
        return 1
    ends = {name: actors_named(question.plan, name) for name in (source, target)}
    missing = [
        unknown(question.plan, name, "actor", COMMAND_LINE)
        for name in ends
        if not ends[name] and not is_declared(question.plan, name)
    ]
    if missing:
        return refuse(question, *missing)
    wanted = (sense,) if sense else SENSES
    ways = [way(question.plan, ends[source], ends[target], Sense(each)) for each in wanted]
    _show(question, source, target, ways)
    return 0


def _show(question: Question, source: str, target: str, ways: list[Way]) -> None:
    from xuequ.cli.tables import Table, aligned, write_csv

    say = question.say
    heads = tuple(say(*head) for head in HEADS)
    if question.style == "json":
        write_json(question, source=source, target=target, ways=[_json(question, each) for each in ways])
    elif question.style == "csv":
        rows = tuple(_row(question, way, hop) for way in ways for hop in way.hops)
        write_csv(Table(heads, rows))
    else:
        for number, each in enumerate(ways):
            click.echo("\n" * (number > 0) + _head(each, source, target, say))
            rows = tuple(_row(question, each, hop)[1:] for hop in each.hops)
            for line in aligned(Table(heads[1:], rows), "  ") if rows else ():
                click.echo(line)


def _head(way: Way, source: str, target: str, say: Say) -> str:
    """What the table below shows, and who has no way."""
    what = say(*{"report": ("报告", "a report"), "order": ("指令", "an order")}[way.sense])
    if not way.hops and source != target:
        return say(
            f"{what}：从 `{source}` 到不了 `{target}`", f"{what} from `{source}` does not reach `{target}`"
        )
    steps = len(way.hops)
    head = say(f"{what}：{steps} 步", f"{what}: {steps} step{'s' if steps != 1 else ''}")
    names = listed(way.stranded, say)
    return head + (say(f"；走不通的有：{names}", f"; no way from {names}") if names else "")


def _row(question: Question, way: Way, hop: Hop) -> tuple[str, ...]:
    say = question.say
    nodes = question.plan.nodes
    what = say(*{"report": ("报告", "report"), "order": ("指令", "order")}[way.sense])
    how = (
        say(f"牵头“{hop.work}”，面向", f"leads `{hop.work}`, which is for")
        if hop.work
        else say(*RELATIONS[hop.kind][hop.backwards])
    )
    return what, nodes[hop.source].name, how, nodes[hop.target].name, hop.clause, question.where(hop.at)


def _json(question: Question, way: Way) -> dict[str, object]:
    nodes = question.plan.nodes
    return {
        "as": way.sense.value,
        "steps": [
            {
                "from": {"actor": hop.source, "name": nodes[hop.source].name},
                "to": {"actor": hop.target, "name": nodes[hop.target].name},
                "relation": hop.kind.value,
                "backwards": hop.backwards,
                "duty": hop.work or None,
                "clause": hop.clause,
                "place": question.spot(hop.at),
            }
            for hop in way.hops
        ],
        "stranded": list(way.stranded),
    }
