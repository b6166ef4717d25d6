"""The supervision checklist (督导清单): what an inspector looks for, point by point, drawn from the duties."""

from __future__ import annotations

from dataclasses import dataclass

from xuequ.views.context import Context
from xuequ.views.document_kinds import after
from xuequ.views.wording import FORBIDDEN, OTHERS
from xuequ.views.work import Line

COLUMNS = ("一级指标", "二级指标", "督导评估要点", "分值", "计分办法", "自评得分")


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionView:
    """What the template `supervision.md.j2` has; points and scores are left to be filled in."""

    title: str
    overseers: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    forbidden_columns: tuple[str, ...]
    forbidden: tuple[tuple[str, ...], ...]
    """What must not be, which is looked for and not scored."""


def view(context: Context) -> SupervisionView:
    """The supervision checklist of a scheme."""
    scheme = context.scheme
    kinds = ("supervision",)
    return SupervisionView(
        title=after(scheme, "督导清单"),
        overseers=tuple(o.name for o in scheme.organs if o.kind in kinds),
        columns=COLUMNS,
        rows=tuple(_row(line) for line in context.asked.values()),
        forbidden_columns=FORBIDDEN,
        forbidden=context.forbidden,
    )


def _row(line: Line) -> tuple[str, ...]:
    """A duty under its measure; where measures nest, the inner one is the second indicator."""
    nested = len(line.titles) > 1
    points = f"{line.name}\n{_points(line)}" if nested else _points(line)
    return (
        line.titles[0] if line.titles else OTHERS,
        line.titles[-1] if nested else line.name,
        points,
        "",
        "",
        "",
    )


def _points(line: Line) -> str:
    asked = (
        (line.lead, f"牵头单位：{line.lead}"),
        (line.responsible, f"责任单位：{line.responsible}"),
        (line.support, f"配合单位：{line.support}"),
        (line.only, line.only),
        (line.among, line.among),
        (line.condition, f"情形：{line.condition}"),
        (line.excepted, f"除外：{line.excepted}"),
        (line.when, f"时间要求：{line.when}"),
        (line.amount, f"数额要求：{line.amount}"),
        (line.content, f"内容包括：{line.content}"),
        (line.output, f"形成成果：{line.output}"),
        (line.approve, f"审定：{line.approve}"),
        (line.inform, f"报送：{line.inform}"),
        (line.published, line.published),
    )
    known = [text for value, text in asked if value]
    return "\n".join(f"{number}. {text}" for number, text in enumerate(known, 1)) or "查看落实情况"
