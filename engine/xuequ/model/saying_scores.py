"""How points are given, in words: 不低于15%的计25分; 每有一处差错扣1分，最低0分."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xuequ.model.amount.quantity import Quantity, say
from xuequ.model.amount.saying import OPEN, written
from xuequ.model.elements import ScoreLine


def score_lines(lines: Sequence[ScoreLine]) -> list[str]:
    """Several lines, of which the first that applies counts: each step leaves out those above it."""
    found: list[str] = []
    above: Quantity | None = None
    for line in lines:
        step = _step(line, above)
        found.append(score_line(line, step))
        above = line.reached if step else None
    return found


def score_line(line: ScoreLine, condition: str = "") -> str:
    """One line of scoring, under its condition or another: by condition, by rank, by deduction, or what is left."""
    if line.text:
        return line.text
    condition = condition or _condition(line)
    way = _by_rank(line, bool(condition)) if line.rank else _by_number(line) if line.each else _given(line)
    whom = {"rest": "其余对象", "all": "全部对象"}.get(line.over, line.over) if not line.rank else ""
    bounds = (
        f"从{_points_of(line.from_)}起" if line.from_ is not None else "",
        f"{whom}{way}",
        f"最低{_points_of(line.floor)}" if line.floor is not None else "",
        f"最高{_points_of(line.cap)}" if line.cap is not None else "",
    )
    given = "，".join(part for part in bounds if part)
    parts = [f"{condition}的{given}" if condition and given else condition or given]
    if line.otherwise is not None:
        rest = score_line(line.otherwise)
        parts.append(rest if rest.startswith("其余") else f"其余{rest}")
    return "；".join(part for part in parts if part)


def _step(line: ScoreLine, above: Quantity | None) -> str:
    """15%及以上; 10%及以上、不足15%; 不足10%: what a step reaches that those above it did not."""
    reached = line.reached
    if reached is None or reached.several or reached.about:
        return ""
    if reached.low is not None and reached.high is None and not reached.over:
        start = f"{say(replace(reached, high=reached.low))}及以上"
    elif reached.low is None and above is not None and reached.high == above.low:
        start = ""
    else:
        return ""
    under = f"不足{say(replace(above, high=above.low))}" if above is not None else ""
    return "、".join(part for part in (start, under) if part)


def _condition(line: ScoreLine) -> str:
    if line.condition == "met":
        return "达成"
    return written(line.reached) if line.reached is not None else line.condition


def _given(line: ScoreLine) -> str:
    return f"计{_points(line)}分" if line.points or "points" in line.unspecified else ""


def _points(line: ScoreLine) -> str:
    return "、".join(map(say, line.points)) or OPEN


def _by_rank(line: ScoreLine, conditioned: bool) -> str:
    order = "从高到低" if line.rank == "high" else "从低到高"
    whom = "其余对象" if line.over == "rest" else "" if conditioned and not line.over else "全部对象"
    return f"{whom}按名次{order}依次计{_points(line)}分"


def _by_number(line: ScoreLine) -> str:
    fault = line.each == "fault"
    points = _points(line)
    away = fault or points.startswith("-")
    return f"每有一{'处差错' if fault else '项'}{'扣' if away else '计'}{points.removeprefix('-')}分"


def _points_of(points: Quantity) -> str:
    return say(points) if points.share or points.unit else f"{say(points)}分"
