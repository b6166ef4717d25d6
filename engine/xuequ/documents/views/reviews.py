"""Appraisals in words, for the plan's chapter and for the sheets."""

from __future__ import annotations

from collections.abc import Iterable

from xuequ.documents.views.bodies import Statement, each, note
from xuequ.documents.views.ground import Ground
from xuequ.documents.views.wording import (
    OPEN,
    Fact,
    cited,
    contents,
    facts,
    fixed,
    leaves,
    listed,
    marked,
    sentence,
    value,
)
from xuequ.documents.views.work import document, when_text
from xuequ.model.elements import Appraisal, Criterion, ScoreLine
from xuequ.model.quantity import say


def appraisal_facts(appraisal: Appraisal, ground: Ground) -> tuple[Fact, ...]:
    """Who assesses whom, when, against what, and what it counts for."""
    names = ground.names
    result = appraisal.result
    into = appraisal.into
    weight = f"（权重{say(into.weight)}）" if into and into.weight else ""
    return facts(
        ("考核主体", names.field(appraisal, appraisal.assess, "assess")),
        ("考核对象", names.field(appraisal, appraisal.for_, "for")),
        ("范围", each(appraisal, ground)),
        ("考核时间", when_text(appraisal)),
        (
            "考核依据",
            value(listed(document(t) for t in names.targets(appraisal.rubric)), appraisal, "rubric"),
        ),
        ("捆绑考核", fixed(appraisal.bundled)),
        ("内容", contents(appraisal)),
        ("方式", listed(appraisal.how)),
        ("等次", listed(appraisal.grades)),
        ("计入", f"{names.target(into.appraisal)}{weight}" if into else ""),
        ("服从于", names.target(appraisal.yields_to) if appraisal.yields_to else ""),
        ("服务目标", listed(names.targets(appraisal.serves))),
        (
            "结果运用",
            listed(fixed(use) for use in result.counts_for) if result else _open(appraisal, "result"),
        ),
        ("运用力度", fixed(result.strength) if result else ""),
        ("奖励", result.award if result else ""),
    )


def _open(appraisal: Appraisal, field: str) -> str:
    return OPEN if field in appraisal.unspecified else ""


def statement(appraisal: Appraisal, ground: Ground) -> Statement:
    """The appraisal as the plan states it, its indicators in one line."""
    named = listed(_with_points(path, criterion) for path, criterion in leaves(appraisal.criteria))
    known = appraisal_facts(appraisal, ground) + facts(("指标", named or _open(appraisal, "criteria")))
    return Statement(marked(appraisal), sentence(known) + note(appraisal))


def _with_points(path: tuple[str, ...], criterion: Criterion) -> str:
    points = f"（{say(criterion.points)}分）" if criterion.points else ""
    return f"{'·'.join((*path, marked(criterion)))}{points}"


def scoring(criterion: Criterion) -> str:
    """How points are given, a line each."""
    lines = [score_line(line) for line in criterion.score]
    if criterion.value:
        lines.append(criterion.value)
    if criterion.against:
        lines.append(f"比较对象：{listed(fixed(a) for a in criterion.against)}")
    if criterion.veto:
        lines.append("一票否决")
    return "\n".join(line for line in lines if line)


def score_line(line: ScoreLine) -> str:
    """One line of scoring: by condition, by rank, by deduction, or what is left."""
    fields = line.fields
    if "rank" in fields:
        way = "从高到低" if str(fields["rank"]) == "high" else "从低到高"
        rest = "其余参加排名" if str(fields.get("over", "all")) == "rest" else "全部参加排名"
        return f"按名次{way}计{_row(fields.get('points'))}分，{rest}"
    if "each" in fields:
        start = f"从{fields['from']}分起，" if "from" in fields else ""
        sign = "每有一处问题" if str(fields["each"]) == "fault" else "每有一项"
        ends = [f"最低{fields['floor']}分"] if "floor" in fields else []
        ends += [f"最高{fields['cap']}分"] if "cap" in fields else []
        return f"{start}{sign}计{fields.get('points', OPEN)}分" + ("，" + "，".join(ends) if ends else "")
    if "else" in fields:
        other = fields["else"]
        inner = score_line(ScoreLine(fields=other, at=line.at)) if isinstance(other, dict) else str(other)
        return f"其余情形：{inner}"
    condition = "达成" if str(fields.get("if")) == "met" else str(fields.get("if", ""))
    return f"{condition}：{fields['points']}分" if "points" in fields else condition


def _row(points: object) -> str:
    return (
        "、".join(str(p) for p in points)
        if isinstance(points, Iterable) and not isinstance(points, str)
        else str(points)
    )


__all__ = ["appraisal_facts", "cited", "score_line", "scoring", "statement"]
