"""The task breakdown (任务分解表): one row a duty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from xuequ.views.context import Context
from xuequ.views.document_kinds import after
from xuequ.views.prose import untold
from xuequ.views.wording import NOTHING
from xuequ.views.work import Line

#: What a row says in a column of its own, and what the plan says of it alone.
_ELSEWHERE = frozenset({"牵头", "责任", "配合", "时间", "成果", "服务目标"})
COLUMNS = ("序号", "重点任务", "具体措施", "牵头单位", "责任单位", "配合单位", "完成时限", "成果形式")


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksView:
    """What the template `tasks.md.j2` has."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def view(context: Context) -> TasksView:
    """The task breakdown of a scheme."""
    return TasksView(
        title=after(context.scheme, "任务分解表"),
        columns=COLUMNS,
        rows=tuple(_row(number, line) for number, line in enumerate(context.asked.values(), 1)),
    )


def _row(number: int, line: Line) -> tuple[str, ...]:
    details = "；".join(_details(line))
    return (
        str(number),
        "\n".join(line.titles[-2:]) or NOTHING,
        f"{line.name}：{details}" if details else line.name,
        line.lead or NOTHING,
        line.responsible or NOTHING,
        line.support or NOTHING,
        line.when or NOTHING,
        line.output or NOTHING,
    )


def _details(line: Line) -> Iterator[str]:
    """What is to be done and how much of it, then what else is said, but what name and columns say already."""
    yield from filter(None, (line.content, line.amount))
    for fact in line.facts:
        if fact.label in (*_ELSEWHERE, "内容", "数额"):
            continue
        if fact.label == "范围" and not (line.only or line.among) and _by_its_own(line):
            continue
        if untold(fact.value, line.name):
            yield str(fact)


def _by_its_own(line: Line) -> bool:
    """Whether who answers for it is told from its name to be one each: 县区教体局 of 各县区, 大学区 of 各大学区."""
    return not line.by and any(place.removeprefix("各") in line.owner for place in line.each.split("、"))
