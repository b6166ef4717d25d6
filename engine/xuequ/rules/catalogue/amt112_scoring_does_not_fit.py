"""Scoring that cannot be carried out as it is written, or does not fit the points of its criterion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import DocPath, Finding
from xuequ.model.amount.quantity import Quantity, read_quantity, say
from xuequ.model.elements import Criterion, ScoreLine
from xuequ.model.scoring import every, most
from xuequ.rules.rule_context import RuleContext

CODE = "AMT112"
#: Of these a rate may be more than the whole.
MORE_THAN_ALL = re.compile("增|超|毛|倍|提高|提升|上升|完成|执行|比上|同比|环比|达成|产出|效益|年均|复合")
#: Points that a text gives and does not take.
GIVES = re.compile(r"(?<![扣减])(?:得|计|记|满分)为?\s*(\d+(?:\.\d+)?)\s*分")
Slip = tuple[DocPath, Said]


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each thing that is wrong."""
    for appraisal in facts.appraisals:
        for criterion in every(appraisal.criteria):
            for at, what in (
                *_of_criterion(criterion),
                *_of_lines(criterion.score),
                *_of_thresholds(criterion),
                *_of_value(criterion),
            ):
                yield finding(CODE, facts.place(at), name=criterion.name, what=what)


def _of_criterion(criterion: Criterion) -> Iterator[Slip]:
    """What its scoring comes to against its points."""
    full = criterion.points
    if full is None:
        graded = any(line.rank or (line.condition and line.points) for line in criterion.score)
        if graded and "points" not in criterion.unspecified and not criterion.criteria:
            yield (
                (*criterion.at, "score"),
                Said("写了怎样计分，没有写满分多少", "scores, and no points are given"),
            )
        return
    if full.high == 0 and not criterion.criteria and not criterion.veto:
        yield (*criterion.at, "points"), Said("分值是 0", "is worth 0 points")
    tops = [most(line) for line in criterion.score]
    known = [top for top in tops if top is not None]
    worded = [top for line in criterion.score if (top := _in_words(line.text)) is not None]
    if not (known or worded) or full.high is None:
        return
    best, whole = f"{float(max((*known, *worded))):g}", say(full)
    if max((*known, *worded)) > full.high:
        yield (
            (*criterion.at, "score"),
            Said(f"计分最高 {best} 分，而分值是 {whole}", f"gives up to {best} of {whole}"),
        )
    elif full.low is not None and None not in tops and max(known) < full.low:
        yield (
            (*criterion.at, "score"),
            Said(f"计分最高 {best} 分，够不着分值 {whole}", f"gives {best} at most of {whole}"),
        )


def _in_words(text: str) -> Fraction | None:
    """The most points that a text gives: 达标得30分; None where it gives none."""
    found = [Fraction(each) for each in GIVES.findall(text)]
    return max(found, default=None)


def _of_lines(lines: Sequence[ScoreLine]) -> Iterator[Slip]:
    above: list[Quantity] = []
    said: set[tuple[str, str, str]] = set()
    for line in lines:
        yield from _of_line(line)
        case = (line.condition, line.each, line.over)
        if line.condition and line.reached is None and case in said:
            yield line.at, Said(f"“{line.condition}”写了两次", f"says `{line.condition}` twice")
        said.add(case)
        reached = line.reached
        if reached is not None and any(_inside(reached, other) for other in above):
            yield (
                line.at,
                Said(
                    f"“{line.condition}”前面的情形已经包括", f"`{line.condition}` is taken by a line before"
                ),
            )
        if reached is not None:
            above.append(reached)


def _of_thresholds(criterion: Criterion) -> Iterator[Slip]:
    """Thresholds that overlap, that leave a gap which no line takes, or where more gets less."""
    lines = [line for line in criterion.score if line.reached is not None and _is_plain(line.reached)]
    if len(lines) < 2 or len({(line.reached.unit, line.reached.share) for line in lines if line.reached}) > 1:
        return
    spans = sorted(((_span(line.reached), line) for line in lines if line.reached), key=lambda pair: pair[0])
    told = False
    for (lower, one), (upper, other) in pairwise(spans):
        gap, said = upper.low - lower.high, f"“{one.condition}”与“{other.condition}”"
        english = f"`{one.condition}` and `{other.condition}`"
        if gap < 0 and lower.low < upper.low and lower.high < upper.high:
            told = True
            yield other.at, Said(f"{said}重叠，落在两头之间的不知道得几分", f"{english} overlap")
        elif (gap > lower.step or _misses(one, other, gap)) and not any(
            line.otherwise for line in criterion.score
        ):
            told = True
            yield (
                other.at,
                Said(f"{said}之间有空档，落在里面的不知道得几分", f"{english} leave a gap between them"),
            )
    tops = [line.points[0].low for _, line in spans if len(line.points) == 1 and not line.each]
    if not told and len(tops) == len(spans) and _turns([top for top in tops if top is not None]) > 1:
        yield (*criterion.at, "score"), Said("各档的得分忽高忽低", "the points of the steps go up and down")


def _of_value(criterion: Criterion) -> Iterator[Slip]:
    """A rate to be reached that is more than all of what it is a rate of."""
    if "%" not in criterion.value and "％" not in criterion.value and not criterion.score:
        return
    said = read_quantity(criterion.value)
    words = f"{criterion.name}{criterion.value}{criterion.note}"
    conditions = [(line.reached, (*line.at, "if")) for line in criterion.score if line.reached is not None]
    values = [(said, (*criterion.at, "value"))] if isinstance(said, Quantity) else []
    for quantity, at in (*values, *conditions):
        if quantity.share and (quantity.low or 0) > 1 and not MORE_THAN_ALL.search(words):
            yield (
                at,
                Said(
                    f"要求 {quantity.text}，超过了全部", f"asks for {quantity.text}, more than all there is"
                ),
            )
            return


def _misses(lower: ScoreLine, upper: ScoreLine, gap: Fraction) -> bool:
    """Whether the number between two thresholds is in neither: 不足60%, 超过60%."""
    one, other = lower.reached, upper.reached
    return one is not None and other is not None and gap == 0 and one.under and other.over


class _Span(NamedTuple):
    """What numbers a threshold takes, and how far the next may be without a gap."""

    low: Fraction
    high: Fraction
    step: Fraction


def _span(reached: Quantity) -> _Span:
    low = reached.low if reached.low is not None else Fraction(-(10**9))
    high = reached.high if reached.high is not None else Fraction(10**9)
    bounds = [bound for bound in (reached.low, reached.high) if bound is not None]
    one = Fraction(1, 100) if reached.share else Fraction(1)
    # Of whole numbers 80—89 and 90—100 leave nothing between them.
    step = one if all((bound / one).denominator == 1 for bound in bounds) else Fraction(0)
    return _Span(low, high, step)


def _is_plain(reached: Quantity) -> bool:
    return not (reached.several or reached.about or reached.tenor)


def _turns(tops: Sequence[Fraction]) -> int:
    """How often the points change direction; once is a best in the middle."""
    ways = [later > earlier for earlier, later in pairwise(tops) if later != earlier]
    return sum(one != other for one, other in pairwise(ways))


def _of_line(line: ScoreLine) -> Iterator[Slip]:
    if line.condition and line.reached is None and line.condition != "met":
        yield (
            line.at,
            Said(
                f"“{line.condition}”不是数量，也不是“达成”，算不出来",
                f"`{line.condition}` is no quantity and not `met`",
            ),
        )
    points = [each.low for each in line.points if each.low is not None]
    if (line.condition or line.rank or line.each) and not (points or line.unspecified or line.otherwise):
        yield line.at, Said("没有写得几分", "gives no points")
    if line.rank and any(later > earlier for earlier, later in pairwise(points)):
        yield line.at, Said("名次在前的得分反而低", "a better place gets less")
    for least, bound, what in (
        (line.floor, line.from_, Said("保底高于起算", "the floor is above what it starts from")),
        (line.from_, line.cap, Said("起算高于封顶", "it starts above the cap")),
        (line.floor, line.cap, Said("保底高于封顶", "the floor is above the cap")),
    ):
        if least is not None and bound is not None and (least.low or 0) > (bound.low or 0):
            numbers = f"{say(least)} > {say(bound)}"
            yield line.at, Said(f"{what.zh}（{numbers}）", f"{what.en} ({numbers})")
    if line.otherwise is not None:
        yield from _of_line(line.otherwise)


def _inside(inner: Quantity, outer: Quantity) -> bool:
    """Whether every number of `inner` is one of `outer`, which came before it."""
    if inner.several or outer.several or inner.about or outer.about or inner.unit != outer.unit:
        return False
    low = outer.low is None or (inner.low is not None and (inner.low, inner.over) >= (outer.low, outer.over))
    high = outer.high is None or (
        inner.high is not None and (inner.high, not inner.under) <= (outer.high, not outer.under)
    )
    return low and high
