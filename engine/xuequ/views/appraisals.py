"""The appraisal sheets (考核细则): one a matter of appraisal, with its indicators and how they score."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from xuequ.model.amount.quantity import say
from xuequ.model.elements import Appraisal, Criterion
from xuequ.views.context import Context
from xuequ.views.document_kinds import after
from xuequ.views.reviews import appraisal_facts, scoring
from xuequ.views.wording import NOTHING, OPEN, leaves, listed, marked

COLUMNS = ("一级指标", "二级指标", "分值", "计分办法", "佐证材料", "自评得分", "考核得分")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One appraisal: facts as rows of two, then the table of indicators."""

    name: str
    facts: tuple[tuple[str, str], ...]
    note: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalsView:
    """What the template `appraisals.md.j2` has."""

    title: str
    columns: tuple[str, ...]
    sheets: tuple[Sheet, ...]


def view(context: Context) -> AppraisalsView:
    """The appraisal sheets of a scheme."""
    return AppraisalsView(
        title=after(context.scheme, "考核细则"),
        columns=COLUMNS,
        sheets=tuple(_sheet(appraisal, context) for appraisal in context.appraisals),
    )


def _sheet(appraisal: Appraisal, context: Context) -> Sheet:
    scored = leaves(appraisal.criteria)
    rows = [_row(above, criterion) for above, criterion in scored]
    total = _total([criterion for _, criterion in scored])
    if total:
        rows.append(("合计", "", total, "", "", "", ""))
    return Sheet(
        name=marked(appraisal),
        facts=tuple((fact.label, fact.value) for fact in appraisal_facts(appraisal, context)),
        note=appraisal.note,
        rows=tuple(rows) or ((OPEN, NOTHING, NOTHING, NOTHING, NOTHING, "", ""),),
    )


def _row(above: tuple[str, ...], criterion: Criterion) -> tuple[str, ...]:
    own = marked(criterion)
    points = say(criterion.points) if criterion.points else OPEN if "points" in criterion.unspecified else ""
    return (
        above[0] if above else own,
        "·".join((*above[1:], own)) if above else NOTHING,
        points,
        scoring(criterion),
        listed(criterion.evidence),
        "",
        "",
    )


def _total(criteria: list[Criterion]) -> str:
    """The points together; what stops everything, 一票否决, has none."""
    scored = [c for c in criteria if not (c.veto and c.points is None)]
    points = [c.points.low for c in scored if c.points is not None and c.points.exact]
    if not points or len(points) < len(scored):
        return ""
    whole = sum((p for p in points if p is not None), Fraction(0))
    return str(whole.numerator) if whole.denominator == 1 else str(float(whole))
