"""The appraisal sheets (考核细则): one a matter of appraisal, with its indicators and how they score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xuequ.model.amount.quantity import say
from xuequ.model.elements import Appraisal, Criterion
from xuequ.model.open_lists import open_list
from xuequ.model.scoring import at_odds, full_mark
from xuequ.views.context import Context
from xuequ.views.document_kinds import after
from xuequ.views.reviews import appraisal_facts, leaves, scoring
from xuequ.views.wording import DOUBT, NOTHING, OPEN, listed, marked

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
        sheets=tuple(_sheet(appraisal, context) for appraisal in context.assessments),
    )


def _sheet(appraisal: Appraisal, context: Context) -> Sheet:
    scored = leaves(appraisal.criteria)
    rows = [_row(above, criterion) for above, criterion in scored]
    total = _total(appraisal.criteria)
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
        listed(criterion.evidence, open_list(criterion) == "evidence"),
        "",
        "",
    )


def _total(criteria: Sequence[Criterion]) -> str:
    """The points together; where criteria and their parts are at odds, it is doubtful."""
    total = full_mark(criteria)
    if total is None:
        return ""
    number = str(total.numerator) if total.denominator == 1 else f"{float(total):g}"
    return f"{number}{DOUBT}" if any(at_odds(criteria)) else number
