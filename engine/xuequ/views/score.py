"""How points are given, in words: 不低于15%的计25分；每有一处差错扣1分，最低0分."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from xuequ.model.amount.quantity import Quantity, read_quantity, say
from xuequ.model.elements import ScoreLine
from xuequ.model.unreadable import Unreadable
from xuequ.views.wording import OPEN


def score_line(line: ScoreLine) -> str:
    """One line of scoring: by condition, by rank, by deduction, or what is left."""
    return _said(line.fields)


def score_lines(lines: Sequence[ScoreLine]) -> list[str]:
    """Several lines, of which the first that applies counts: each step leaves out those above it."""
    found: list[str] = []
    above: Quantity | None = None
    for line in lines:
        step = _step(line, above)
        found.append(step or score_line(line))
        above = _reached(line) if step else None
    return found


def _step(line: ScoreLine, above: Quantity | None) -> str:
    """15%及以上的计25分; 10%及以上、不足15%的计15分; 不足10%的计0分."""
    reached = _reached(line)
    if reached is None or "points" not in line.fields:
        return ""
    if reached.low is not None and reached.high is None and not reached.over:
        start = f"{say(replace(reached, high=reached.low))}及以上"
    elif reached.low is None and above is not None and reached.high == above.low:
        start = ""
    else:
        return ""
    under = f"不足{say(replace(above, high=above.low))}" if above is not None else ""
    return f"{'、'.join(part for part in (start, under) if part)}的计{line.fields['points']}分"


def _reached(line: ScoreLine) -> Quantity | None:
    read = read_quantity(str(line.fields.get("if", "")))
    return None if isinstance(read, Unreadable) else read


def _said(fields: Mapping[str, object]) -> str:
    way = next((way for field, way in _WAYS.items() if field in fields), None)
    if way is not None:
        return way(fields)
    return f"计{fields['points']}分" if "points" in fields else ""


def _by_condition(fields: Mapping[str, object]) -> str:
    reached = "达成" if str(fields["if"]) == "met" else _quantity(str(fields["if"]))
    return f"{reached}的计{fields['points']}分" if "points" in fields else reached


def _quantity(text: str) -> str:
    read = read_quantity(text)
    return text if isinstance(read, Unreadable) else say(read)


def _by_rank(fields: Mapping[str, object]) -> str:
    order = "从高到低" if str(fields["rank"]) == "high" else "从低到高"
    whom = "其余对象" if str(fields.get("over", "all")) == "rest" else "全部对象"
    points = fields.get("points", OPEN)
    row = "、".join(map(str, points)) if isinstance(points, list | tuple) else str(points)
    return f"{whom}按名次{order}依次计{row}分"


def _by_number(fields: Mapping[str, object]) -> str:
    fault = str(fields["each"]) == "fault"
    points = str(fields.get("points", OPEN))
    away = fault or points.startswith("-")
    parts = [
        f"从{fields['from']}分起" if "from" in fields else "",
        f"每有一{'处差错' if fault else '项'}{'扣' if away else '计'}{points.removeprefix('-')}分",
        f"最低{fields['floor']}分" if "floor" in fields else "",
        f"最高{fields['cap']}分" if "cap" in fields else "",
    ]
    return "，".join(part for part in parts if part)


def _otherwise(fields: Mapping[str, object]) -> str:
    other = fields["else"]
    if isinstance(other, Mapping):
        return f"其余{_said(other)}"
    text = str(other)
    return f"其余计{text}分" if text.removeprefix("-").replace(".", "", 1).isdigit() else f"其余{text}"


_WAYS: Mapping[str, Callable[[Mapping[str, object]], str]] = {
    "rank": _by_rank,
    "each": _by_number,
    "else": _otherwise,
    "if": _by_condition,
}
