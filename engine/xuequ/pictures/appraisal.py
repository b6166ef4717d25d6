"""Who assesses whom and who reports to whom: a card for each appraisal and each report, actors around them.

An actor has one box, so a chain of assessment reads from left to right, a report runs back against it, and
whoever assesses himself stands in a loop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from xuequ.model.elements import Part, Path, Work
from xuequ.model.time.values import as_written
from xuequ.pictures.actors import actor_box, told_apart
from xuequ.pictures.folding import sketched
from xuequ.pictures.measure import printable
from xuequ.pictures.sketch import Arrangement, Arrow, Box, Flow, Sketch, View
from xuequ.pictures.words import SELF_ASSESSMENT, UNKNOWN, UNSTATED, Lang
from xuequ.resolution.plan import EdgeKind, NodeKind, Plan

#: Ids of the boxes that stand for an actor the scheme leaves open, or does not mention.
_OPEN = "open"
_ABSENT = "absent"


class _Tie(NamedTuple):
    """One appraisal or report: from whom, to whom, on what."""

    card: Box
    sources: tuple[str, ...]
    targets: tuple[str, ...]


def appraisal(plan: Plan, lang: Lang) -> Sketch:
    """All appraisals, then all reports, in the order of the scheme; of many of a kind one."""
    return sketched(plan, lang, lambda each: _chains(each, lang))


def _chains(plan: Plan, lang: Lang) -> Sketch:
    reviews = _folded(_reviews(plan, lang))
    reports = _folded(_reports(plan))
    arrows = (
        *(arrow for tie in reviews for arrow in _assessing(tie)),
        *(arrow for tie in reports for arrow in _reporting(tie)),
        *_counting(plan, {tie.card.id for tie in reviews}),
    )
    named = {end for arrow in arrows for end in (arrow.source, arrow.target)}
    cards = tuple(tie.card for tie in (*reviews, *reports))
    actors = tuple(
        actor_box(plan, node, framed=False)
        for node in plan.nodes.values()
        if node.id in named and all(node.id != card.id for card in cards)
    )
    return Sketch(
        view=View.APPRAISAL,
        title=printable(plan.scheme.name),
        arrangement=Arrangement.ACROSS,
        boxes=(*told_apart(plan, actors), *(box for box in _holes(lang) if box.id in named), *cards),
        arrows=tuple(dict.fromkeys(arrows)),
    )


def _folded(ties: Iterable[_Tie]) -> tuple[_Tie, ...]:
    """Ties of one duty or appraisal in several units, as one."""
    folded: dict[str, _Tie] = {}
    for tie in ties:
        known = folded.get(tie.card.id, tie)
        sources = tuple(dict.fromkeys((*known.sources, *tie.sources)))
        targets = tuple(dict.fromkeys((*known.targets, *tie.targets)))
        folded[tie.card.id] = _Tie(known.card, sources, targets)
    return tuple(folded.values())


def _reviews(plan: Plan, lang: Lang) -> Iterator[_Tie]:
    for review in plan.reviews:
        said = review.appraisal
        assessors = review.assessors or (_OPEN if "assess" in said.unspecified else _ABSENT,)
        objects = review.objects or (_OPEN if "for" in said.unspecified else _ABSENT,)
        card = _card("appraisal", said, NodeKind.APPRAISAL, said.name)
        if _assess_themselves(plan, review.assessors, review.objects):
            card = replace(card, note="，".join(filter(None, (card.note, SELF_ASSESSMENT[lang]))))
        yield _Tie(card, assessors, objects)


def _reports(plan: Plan) -> Iterator[_Tie]:
    for task in plan.tasks:
        receivers = task.parts.get(Part.INFORM, ())
        if receivers:
            senders = task.carriers
            missing = _OPEN if "lead" in task.duty.unspecified else _ABSENT
            title = "、".join(output.text for output in task.duty.output) or task.duty.name
            card = _card("report", task.duty, NodeKind.OUTPUT, title)
            yield _Tie(card, senders or (missing,), receivers)


def _card(sort: str, work: Work, kind: NodeKind, title: str) -> Box:
    when = "、".join(as_written(work.when))
    return Box(id=f"{sort}:{_joined(work.path)}", kind=kind, title=printable(title), note=printable(when))


def _joined(path: Path) -> str:
    return "/".join(path)


def _assess_themselves(plan: Plan, assessors: tuple[str, ...], objects: tuple[str, ...]) -> bool:
    """Whether an assessor is assessed, or heads what is."""
    heads = {(edge.source, edge.target) for edge in plan.edges if edge.kind is EdgeKind.LEADS}
    return any(a == o or (a, o) in heads for a in assessors for o in objects)


def _assessing(tie: _Tie) -> Iterator[Arrow]:
    for source in tie.sources:
        yield Arrow(kind=EdgeKind.ASSESS, source=source, target=tie.card.id)
    for target in tie.targets:
        yield Arrow(kind=EdgeKind.FOR, source=tie.card.id, target=target)


def _reporting(tie: _Tie) -> Iterator[Arrow]:
    for source in tie.sources:
        yield Arrow(kind=EdgeKind.REPORTS_TO, source=source, target=tie.card.id, flow=Flow.BACK)
    for target in tie.targets:
        yield Arrow(kind=EdgeKind.REPORTS_TO, source=tie.card.id, target=target, flow=Flow.BACK)


def _counting(plan: Plan, cards: set[str]) -> Iterator[Arrow]:
    """Appraisals that count in other appraisals; at school level several units share a card."""
    for edge in plan.edges:
        source, target = edge.source.split("@")[0], edge.target.split("@")[0]
        if edge.kind is EdgeKind.INTO and source in cards and target in cards:
            yield Arrow(kind=EdgeKind.INTO, source=source, target=target, flow=Flow.ASIDE)


def _holes(lang: Lang) -> tuple[Box, ...]:
    return (
        Box(id=_OPEN, kind=NodeKind.ORGAN, title=UNKNOWN[lang], known=False),
        Box(id=_ABSENT, kind=NodeKind.ORGAN, title=UNSTATED[lang], known=False),
    )
