"""`xuequ impact`: what is orphaned when a body is dissolved, and what two clusters have twice when they merge."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from xuequ.cli.answers import PARTS, Question, answer_options, ask, listed, refuse, write_json
from xuequ.cli.helping import Command
from xuequ.cli.i18n import Say
from xuequ.cli.options import scheme_argument

if TYPE_CHECKING:
    from xuequ.model.time.years import Year
    from xuequ.query.impact import Impact
    from xuequ.query.merging import Merger, Size

HEADS = (
    ("后果", "consequence"),
    ("事项", "what"),
    ("范围", "where"),
    ("原为", "was"),
    ("条款", "clause"),
    ("出处", "written at"),
)
MERGED = (
    ("类别", "what"),
    ("名称", "name"),
    ("第一个", "first"),
    ("第二个", "second"),
    ("合并后", "merged"),
    ("条款", "clause"),
    ("出处", "written at"),
)
LOSSES = {
    "lead": ("无人牵头", "no lead"),
    "responsible": ("无人负责", "nobody responsible"),
    "support": ("无人配合", "no support"),
    "oversee": ("无人督导", "nobody oversees"),
    "approve": ("无人审定", "nobody approves"),
    "inform": ("无人接受报送", "nobody is informed"),
    "report": ("报告到不了主管部门", "report reaches no bureau"),
    "object": ("失去对象", "no object"),
    "assessor": ("无人考核", "no assessor"),
    "assessed": ("没有考核对象", "nobody to assess"),
    "under": ("失去上级", "under nobody"),
    "head": ("失去负责人", "no head"),
    "holder": ("无人担任", "held by nobody"),
    "appointer": ("无人任命", "appointed by nobody"),
    "seat": ("失去所在地", "no seat"),
    "members": ("没有成员", "no members"),
    "cluster": ("不再属于任何学区", "in no cluster"),
    "output": ("成果无人提供", "output made by nobody"),
    "waits": ("前提或依据落空", "waits for nobody"),
    "falls": ("随之取消", "falls away"),
}
TWICE = {
    "lead": ("两个为首学校", "two leads"),
    "post": ("两个岗位", "two posts"),
    "organ": ("两个机构", "two bodies"),
    "duty": ("职责重复", "doubled duty"),
}
COLUMNS = {"schools": ("学校数", "schools"), "towns": ("乡镇数", "towns")}


def command(say: Say) -> click.Command:
    """The command, in one language."""
    return Command(
        "impact",
        say=say,
        help=say(
            "撤销一个主体（连同其内设的）以后，哪些事项落空：无人牵头的职责、无人考核的考核、失去上级的岗位、"
            "到不了主管部门的报告、无人提供的成果。"
            "\n\n"
            "--merge 两个学区：合并后的规模是否超出规定，两个为首学校，重复的岗位和职责，不再相同的学段。需要名册。",
            "What is orphaned when an actor is dissolved, with what is nested in it: duties without a lead, appraisals "
            "without an assessor, posts under nobody, reports that no longer reach a bureau, outputs nobody makes."
            "\n\n"
            "--merge two clusters: their size against what the scheme allows, two leads, doubled posts and duties, "
            "schools that no longer match. It needs a roster.",
        ),
        examples=(
            "xuequ impact examples/ziyun.yaml 学区办公室",
            "xuequ impact examples/anyang.yaml 县区教体局 --format json",
            "xuequ impact examples/anyang.yaml --roster examples/rosters/anyang.csv --merge 甲县第一大学区（示例） "
            "甲县第二大学区（示例）",
        ),
        params=[
            scheme_argument(),
            click.Argument(["actor"], metavar="[ACTOR]", required=False),
            click.Option(
                ["--merge"],
                nargs=2,
                metavar="A B",
                help=say("两个学区合并会怎样", "what if these two clusters merge"),
            ),
            *answer_options(say),
        ],
        callback=_impact,
    )


def _impact(
    scheme: str,
    actor: str | None,
    merge: tuple[str, str] | None,
    roster: str | None,
    school_year: Year | None,
    style: str,
) -> int:
    if (actor is None) == (merge is None):
        raise click.MissingParameter(param=click.Argument(["actor"], metavar="ACTOR | --merge A B"))
    question = ask("impact", scheme, roster, school_year, style)
    if question is None:
        return 1
    return _merging(question, *merge) if merge is not None else _dissolving(question, actor or "")


def _dissolving(question: Question, actor: str) -> int:
    from xuequ.cli.usage_errors import COMMAND_LINE
    from xuequ.query.asked import actors_named, is_declared, unknown
    from xuequ.query.impact import dissolve

    nodes = actors_named(question.plan, actor)
    if not nodes and not is_declared(question.plan, actor):
        return refuse(question, unknown(question.plan, actor, "actor", COMMAND_LINE))
    _show_impact(question, actor, dissolve(question.plan, nodes))
    return 0


def _show_impact(question: Question, actor: str, impact: Impact) -> None:
    from xuequ.cli.tables import Table, aligned, write_csv

    say = question.say
    if question.style == "json":
        write_json(question, dissolved=actor, gone=list(impact.gone), orphans=_orphans(question, impact))
        return
    whole = question.style == "csv"
    table = Table(tuple(say(*head) for head in HEADS), tuple(_rows(question, impact, whole)))
    if whole:
        write_csv(table)
        return
    gone = impact.gone or (actor,)
    click.echo(say(f"一并撤销：{listed(gone, say)}", f"dissolved: {listed(gone, say)}"))
    if impact.orphans:
        click.echo("\n".join(aligned(table)))
    else:
        click.echo(say("没有事项因此落空", "nothing is orphaned"))


def _rows(question: Question, impact: Impact, whole: bool) -> Iterator[tuple[str, ...]]:
    say = question.say
    for orphan in impact.orphans:
        units, lost = ("、".join(n) if whole else listed(n, say) for n in (orphan.units, orphan.lost))
        consequence = say(*LOSSES[orphan.loss])
        yield consequence, orphan.name, units, lost, orphan.clause, question.where(orphan.at)


def _orphans(question: Question, impact: Impact) -> list[dict[str, object]]:
    return [
        {
            "loss": orphan.loss.value,
            "name": orphan.name,
            "units": list(orphan.units),
            "lost": list(orphan.lost),
            "clause": orphan.clause,
            "place": question.spot(orphan.at),
        }
        for orphan in impact.orphans
    ]


def _merging(question: Question, first: str, second: str) -> int:
    from xuequ.cli.usage_errors import COMMAND_LINE
    from xuequ.findings.catalogue import finding
    from xuequ.findings.catalogue.words import Word
    from xuequ.query.asked import unit_named, unknown
    from xuequ.query.merging import merge

    plan = question.plan
    units = {name: unit_named(plan, name) for name in (first, second)}
    one, other = units[first], units[second]
    missing = [
        unknown(plan, name, "named_cluster", COMMAND_LINE) for name, unit in units.items() if unit is None
    ]
    if plan.roster is not None and missing:
        return refuse(question, *missing)
    problem = "no_roster" if plan.roster is None else "one_cluster" if one == other else ""
    if plan.roster is not None and one is not None and other is not None and not problem:
        if one.type == other.type:
            _show_merger(question, merge(plan, plan.roster, one, other))
            return 0
        problem = "two_types"
    return refuse(
        question, finding("REF121", COMMAND_LINE, first=first, second=second, problem=Word(problem))
    )


def _show_merger(question: Question, merger: Merger) -> None:
    from xuequ.cli.tables import Table, aligned, write_csv

    say = question.say
    if question.style == "json":
        write_json(question, **_merger(question, merger))
        return
    whole = question.style == "csv"
    table = Table(tuple(say(*head) for head in MERGED), tuple(_merged_rows(question, merger, whole)))
    if whole:
        write_csv(table)
    else:
        click.echo(
            say(f"{merger.first} 与 {merger.second} 合并", f"{merger.first} and {merger.second} merge")
        )
        click.echo("\n".join(aligned(table)))


def _merged_rows(question: Question, merger: Merger, whole: bool) -> Iterator[tuple[str, ...]]:
    say = question.say
    for size in merger.sizes:
        column = say(*COLUMNS.get(size.column, (size.column, size.column)))
        first, second, merged = (
            say("不详", "unknown") if number is None else str(number)
            for number in (size.first, size.second, size.merged)
        )
        numbers = (first, second, f"{merged}{_verdict(size, say)}")
        yield say("规模", "size"), column, *numbers, "", question.where(size.at)
    for mixed in merger.mixed:
        values = say("、", ", ").join(mixed.values)
        yield say("不再相同", "mixed"), mixed.column, "", "", values, "", question.where(mixed.at)
    for twice in merger.twice:
        first, second = (
            "、".join(names) if whole else listed(names, say) for names in (twice.first, twice.second)
        )
        part = say(*PARTS[twice.part]) if twice.part else ""
        place = question.where(twice.at)
        yield say(*TWICE[twice.kind]), twice.name, first, second, part, twice.clause, place


def _verdict(size: Size, say: Say) -> str:
    if size.allowed is None:
        return ""
    bound = size.allowed.text
    return (
        say(f"（超出规定 {bound}）", f" (beyond {bound})")
        if size.fits is False
        else say(f"（规定 {bound}）", f" (allowed: {bound})")
    )


def _merger(question: Question, merger: Merger) -> dict[str, object]:
    sizes = [
        {
            "column": size.column,
            "first": size.first,
            "second": size.second,
            "merged": size.merged,
            "allowed": size.allowed.text if size.allowed is not None else None,
            "fits": size.fits,
        }
        for size in merger.sizes
    ]
    twice = [
        {
            "kind": each.kind,
            "name": each.name,
            "part": each.part or None,
            "first": list(each.first),
            "second": list(each.second),
            "clause": each.clause,
            "place": question.spot(each.at),
        }
        for each in merger.twice
    ]
    mixed = [{"column": each.column, "values": list(each.values)} for each in merger.mixed]
    merged = [merger.first, merger.second]
    return {"merged": merged, "sizes": sizes, "twice": twice, "mixed": mixed}
