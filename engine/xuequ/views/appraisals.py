"""The appraisal sheets (考核细则): one a matter of appraisal, with its indicators and how they score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xuequ.model.amount.quantity import say
from xuequ.model.elements import Appraisal, Criterion
from xuequ.model.open_lists import open_list
from xuequ.model.scoring import at_odds, full_mark
from xuequ.views.context import Context
from xuequ.views.document_kinds import after
from xuequ.views.reviews import Leaf, appraisal_facts, leaves, scoring
from xuequ.views.wording import DOUBT, NOTHING, OPEN, listed, marked

COLUMNS = ("分值", "计分办法", "佐证材料", "自评得分", "考核得分")
#: What levels of indicators are called; a sheet has at least two.
_LEVELS = tuple(f"{number}级指标" for number in "一二三四五六七八九")
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One appraisal: facts as rows of two, then the table of indicators."""

    name: str
    facts: tuple[tuple[str, str], ...]
    note: str
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppraisalsView:
    """What the template `appraisals.md.j2` has; the first `levels` columns are indicators."""

    title: str
    columns: tuple[str, ...]
    levels: int
    sheets: tuple[Sheet, ...]


def view(context: Context) -> AppraisalsView:
    """The appraisal sheets of a scheme."""
    scored = [leaves(appraisal.criteria) for appraisal in context.assessments]
    depth = max((len(above) + 1 for many in scored for above, _ in many), default=0)
    levels = min(max(depth, _FEWEST), len(_LEVELS))
    return AppraisalsView(
        title=after(context.scheme, "考核细则"),
        columns=(*_LEVELS[:levels], *COLUMNS),
        levels=levels,
        sheets=tuple(
            _sheet(appraisal, context, many, levels)
            for appraisal, many in zip(context.assessments, scored, strict=True)
        ),
    )


def _sheet(appraisal: Appraisal, context: Context, scored: Iterable[Leaf], levels: int) -> Sheet:
    rows = [_row(above, criterion, levels) for above, criterion in scored]
    total = _total(appraisal.criteria)
    if total:
        rows.append(("合计", *[""] * (levels - 1), total, "", "", "", ""))
    return Sheet(
        name=marked(appraisal),
        facts=tuple((fact.label, fact.value) for fact in appraisal_facts(appraisal, context)),
        note=appraisal.note,
        rows=tuple(rows) or ((OPEN, *[NOTHING] * (levels + 2), "", ""),),
    )


def _row(above: tuple[str, ...], criterion: Criterion, levels: int) -> tuple[str, ...]:
    """An indicator beneath those it stands under, a column each; what is deeper than any column shares the last."""
    names = (*above, marked(criterion))
    names = (*names[: levels - 1], *(["·".join(names[levels - 1 :])] if names[levels - 1 :] else []))
    points = say(criterion.points) if criterion.points else OPEN if "points" in criterion.unspecified else ""
    return (
        *names,
        *[NOTHING] * (levels - len(names)),
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
