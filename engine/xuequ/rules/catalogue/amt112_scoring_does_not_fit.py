"""Scoring that cannot be carried out as it is written, or does not fit the points of its criterion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import DocPath, Finding
from xuequ.model.amount.quantity import Quantity, say
from xuequ.model.elements import Criterion, ScoreLine
from xuequ.model.scoring import most
from xuequ.resolution.references import criteria
from xuequ.rules.rule_context import RuleContext

CODE = "AMT112"
Slip = tuple[DocPath, Said]


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each thing that is wrong."""
    for appraisal in facts.appraisals:
        for criterion in criteria(appraisal.criteria):
            for at, what in (*_of_criterion(criterion), *_of_lines(criterion.score)):
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
    if not known or full.high is None:
        return
    best, whole = f"{float(max(known)):g}", say(full)
    if max(known) > full.high:
        yield (
            (*criterion.at, "score"),
            Said(f"计分最高 {best} 分，而分值是 {whole}", f"gives up to {best} of {whole}"),
        )
    elif full.low is not None and None not in tops and max(known) < full.low:
        yield (
            (*criterion.at, "score"),
            Said(f"计分最高 {best} 分，够不着分值 {whole}", f"gives {best} at most of {whole}"),
        )


def _of_lines(lines: Sequence[ScoreLine]) -> Iterator[Slip]:
    above: list[Quantity] = []
    for line in lines:
        yield from _of_line(line)
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
