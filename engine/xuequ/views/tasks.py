"""The task breakdown (任务分解表): one row a duty."""

from __future__ import annotations

from dataclasses import dataclass

from xuequ.views.context import Context
from xuequ.views.document_kinds import after
from xuequ.views.wording import NOTHING
from xuequ.views.work import Line

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
    details = "；".join(part for part in (line.content, line.amount) if part)
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
