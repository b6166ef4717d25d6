"""Appraisals in words, for the plan's chapter and for the sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from xuequ.model.amount.per import say_per
from xuequ.model.amount.quantity import ONCE, read_quantity, say
from xuequ.model.amount.saying import written
from xuequ.model.elements import Appraisal, Criterion, Force, Into, Norm, Result
from xuequ.model.forces import allowed
from xuequ.model.saying_scores import score_lines
from xuequ.model.unreadable import Unreadable
from xuequ.views import prose
from xuequ.views.bodies import Statement
from xuequ.views.context import Context
from xuequ.views.prose import said, way, with_
from xuequ.views.wording import (
    OPEN,
    Fact,
    conditions,
    contents,
    facts,
    fixed,
    listed,
    marked,
    number_of,
    value,
)
from xuequ.views.work import document, each, serves, when_text


def appraisal_facts(appraisal: Appraisal, context: Context) -> tuple[Fact, ...]:
    """Who assesses whom, when, against what, and what it counts for."""
    names = context.names
    result = appraisal.result
    into = appraisal.into
    own = context.review_lines[appraisal.path]
    told = facts(
        ("考核主体", names.field(appraisal, appraisal.assess, "assess")),
        ("考核对象", names.field(appraisal, appraisal.for_, "for")),
        ("范围", each(appraisal, context.names, context.scheme)),
        ("考核时间", when_text(appraisal)),
        ("考核依据", _rubric(appraisal, context)),
        ("依据", _basis(appraisal, context)),
        ("捆绑考核", _bundled(appraisal, names.field(appraisal, appraisal.for_, "for"))),
        ("内容", contents(appraisal)),
        ("方式", listed(appraisal.how)),
        ("等次", listed(appraisal.grades)),
        ("计入", f"{names.target(into.appraisal)}{_weight(into)}" if into else ""),
        ("服从于", names.target(appraisal.yields_to) if appraisal.yields_to else ""),
        ("服务目标", serves(appraisal, names, context.scheme)),
        (
            "结果运用",
            listed(fixed(use) for use in result.counts_for) if result else _open(appraisal, "result"),
        ),
        ("运用力度", fixed(result.strength) if result else ""),
        ("奖励", result.award if result else ""),
    )
    known = {fact.label for fact in told} | {"考核", "对象", "时间", "成果"}
    return (*told, *(fact for fact in own.facts if fact.label not in known))


def _open(appraisal: Appraisal, field: str) -> str:
    return OPEN if field in appraisal.unspecified else ""


def statement(appraisal: Appraisal, context: Context) -> Statement:
    """The appraisal as the plan states it, its indicators in a sentence."""
    names, result, into = context.names, appraisal.result, appraisal.into
    assess, whom = (
        names.field(appraisal, appraisal.assess, "assess"),
        names.field(appraisal, appraisal.for_, "for"),
    )
    own = context.review_lines[appraisal.path]
    indicators = listed(_with_points(path, criterion) for path, criterion in leaves(appraisal.criteria))
    text = said(
        *_assesses(appraisal, assess, whom, context),
        with_(when_text(appraisal), "", "进行", what="考核时间"),
        with_(_rubric(appraisal, context), "以", "为依据", what="考核依据"),
        with_(_basis(appraisal, context), "依据", "实施", what="依据"),
        _bundled(appraisal, whom),
        *prose.clauses(replace(own, each="", objects="", basis="", how="", content=""), appraisal.origin),
        with_(contents(appraisal), "内容包括", what="内容"),
        way(listed(appraisal.how)),
        with_(indicators or _open(appraisal, "criteria"), "指标包括", what="指标"),
        with_(listed(appraisal.grades), "考核结果分为", f"{len(appraisal.grades)}个等次"),
        with_(f"{names.target(into.appraisal)}{_weight(into)}" if into else "", "结果计入"),
        with_(names.target(appraisal.yields_to) if appraisal.yields_to else "", "与之不一致的，以", "为准"),
        _used(result) if result else with_(_open(appraisal, "result"), "", what="结果运用"),
        note=appraisal.note,
    )
    named = appraisal
    if appraisal.norm is not Norm.DUTY:
        named = replace(
            appraisal,
            name=allowed(appraisal.name, appraisal.force, assess.replace(OPEN, "")),
            force=Force.MUST,
        )
    return Statement(marked(named), text)


def _assesses(appraisal: Appraisal, assess: str, whom: str, context: Context) -> Iterator[str]:
    """由教育局对各学区分别进行考核; 由县教育局对学校进行考核，由各县区分别组织."""
    places = each(appraisal, context.names, context.scheme)
    if appraisal.norm is not Norm.DUTY:
        yield with_(whom, "对象为")
        yield with_(places, "适用于")
        return
    by_each = places and _is_by_each(appraisal, context)
    apart = bool(whom) and not by_each and whom in places
    if apart:
        whom, places = places, ""
    known = assess if assess != OPEN else ""
    done = f"对{whom}{'分别' if apart else ''}进行考核" if whom else "考核" if known else ""
    yield f"{with_(known, '由')}{done}"
    yield with_(assess if assess == OPEN else "", "", what="考核主体")
    yield with_(places, *(("由", "分别组织") if by_each else ("在", "分别进行")))


def _is_by_each(appraisal: Appraisal, context: Context) -> bool:
    """Whether each place has assessors of its own, and not one body them all."""
    nodes = context.plan.nodes
    reviews = context.reviews.get(appraisal.path, ())
    return any(nodes[who].unit == review.unit for review in reviews for who in review.assessors)


def _bundled(appraisal: Appraisal, whom: str) -> str:
    return {"yes": "整体捆绑考核", "cluster": f"以{whom or '学区'}为单位捆绑考核"}.get(appraisal.bundled, "")


def _rubric(appraisal: Appraisal, context: Context) -> str:
    return value(listed(document(t) for t in context.names.targets(appraisal.rubric)), appraisal, "rubric")


def _basis(appraisal: Appraisal, context: Context) -> str:
    return value(listed(map(document, context.names.targets(appraisal.basis))), appraisal, "basis")


def _weight(into: Into) -> str:
    return f"（权重{say(into.weight)}）" if into.weight else ""


def _used(result: Result) -> str:
    """结果作为评优评先、绩效分配的重要依据，给予奖励。"""
    uses = listed(fixed(use) for use in result.counts_for) or ("考核" if result.strength else "")
    basis = fixed(result.strength) or "依据"
    return "，".join(
        part
        for part in (
            with_(uses, "结果作为", f"的{basis if basis.endswith('依据') else f'{basis}依据'}"),
            with_(result.award, "奖励："),
        )
        if part
    )


#: An indicator that is scored, and the names of those it stands under.
Leaf = tuple[tuple[str, ...], Criterion]


def leaves(criteria: Iterable[Criterion], above: tuple[str, ...] = ()) -> list[Leaf]:
    """The criteria that are scored, each with what it stands under: its name, its points, and what is said of it."""
    found: list[Leaf] = []
    for criterion in criteria:
        if criterion.criteria:
            points = f"{say(criterion.points)}分" if criterion.points else ""
            more = "；".join(filter(None, (points, *_circumstances(criterion))))
            title = f"{marked(criterion)}（{more}）" if more else marked(criterion)
            found += leaves(criterion.criteria, (*above, title))
        else:
            found.append((above, criterion))
    return found


def _with_points(path: tuple[str, ...], criterion: Criterion) -> str:
    points = (
        f"（{say(criterion.points)}分）" if criterion.points else "（一票否决）" if criterion.veto else ""
    )
    return f"{'·'.join((*path, marked(criterion)))}{points}"


def scoring(criterion: Criterion) -> str:
    """How points are given, a line each, and what is said of the criterion besides."""
    return "\n".join(line for line in (*score_lines(criterion.score), *_circumstances(criterion)) if line)


def _circumstances(criterion: Criterion) -> Iterator[str]:
    """What a criterion asks, of whom, and how it is reckoned."""
    if criterion.value:
        target = read_quantity(criterion.value)
        yield criterion.value if isinstance(target, Unreadable) else written(target)
    yield with_(contents(criterion), "内容：")
    yield number_of(criterion)
    yield with_(conditions(criterion.where), "限")
    if criterion.per is not None:
        yield f"按{say_per(criterion.per, str).removeprefix('每' if criterion.per.size == ONCE else '')}计算"
    if criterion.against:
        yield f"比较对象：{listed(fixed(each) for each in criterion.against)}"
    if criterion.veto:
        yield "一票否决"
    yield criterion.note
