"""Several appraisals of one object, and no rule which counts.

What it finds: an object that different appraisals assess by different assessors, where none counts `into` another
or all into a third, nor `yields_to` it; an assessor left open is one, too. Why it matters: two results, and the one
assessed learns to ask which of them is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import WORDS, Said
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Appraisal, Norm, Path, Ref
from xuequ.resolution.plan import EdgeKind, NodeKind, Review
from xuequ.rules.rule_context import RuleContext

CODE = "RES206"
#: More appraisals than that are counted.
MOST_NAMED = 3


class Clash(NamedTuple):
    """Appraisals that compete, the one told of last, and what they share."""

    reviews: dict[Path, Review]
    shared: dict[str, None]


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each set of appraisals, and one for each whose assessor is left open, with all they share."""
    by_object: dict[str, dict[Path, Review]] = {}
    for review in facts.plan.reviews:
        if review.appraisal.norm is not Norm.MUST_NOT:
            for assessed in review.objects:
                by_object.setdefault(assessed, {})[review.appraisal.path] = review
    clashes: dict[tuple[Path, ...], Clash] = {}
    for assessed, reviews in by_object.items():
        for told, others in _competing(tuple(reviews.values())):
            key = tuple(each.appraisal.path for each in ((*others, told) if told.assessors else (told,)))
            clash = clashes.setdefault(key, Clash({}, {}))
            clash.reviews.update((each.appraisal.path, each) for each in others)
            clash.reviews[told.appraisal.path] = clash.reviews.pop(told.appraisal.path, told)
            clash.shared[assessed] = None
    for clash in clashes.values():
        appraisals = [review.appraisal for review in clash.reviews.values()]
        yield finding(
            CODE,
            facts.field(appraisals[-1], "assess"),
            *(Related(place=facts.field(one, "assess"), label="other") for one in appraisals[:-1]),
            objects=_objects(facts, appraisals[-1], tuple(clash.shared)),
            what=_told(facts, appraisals),
        )


def _competing(reviews: tuple[Review, ...]) -> Iterator[tuple[Review, tuple[Review, ...]]]:
    """Each that competes with some before it of which nothing says which counts; one by nobody with all others."""
    if len(reviews) < 2:
        return
    left: list[Review] = []
    for review in reviews:
        one = review.appraisal
        others = (each.appraisal for each in reviews if each is not review)
        counted = {_into(each.appraisal) for each in left if each.appraisal.into is not None}
        if not any(_stands_back(one, other) for other in others) and _into(one) not in counted:
            left.append(review)
    known = [review for review in left if review.assessors]
    for number, review in enumerate(known):
        before = tuple(each for each in known[:number] if set(each.assessors) != set(review.assessors))
        if before:
            yield review, before
    for review in left:
        if known and not review.appraisal.assess:
            yield review, tuple(known)


def _stands_back(one: Appraisal, other: Appraisal) -> bool:
    """Whether it yields to the other or counts into it."""
    yields_to = "" if one.yields_to is None else one.yields_to.text.split("/")[-1]
    return not other.labels.isdisjoint({yields_to, _into(one)})


def _into(appraisal: Appraisal) -> str:
    return "" if appraisal.into is None else appraisal.into.appraisal.text.split("/")[-1]


def _objects(facts: RuleContext, appraisal: Appraisal, assessed: Sequence[str]) -> list[Said]:
    """What is assessed, as the appraisal names it, and how many of it where there are several."""
    refs = {ref.at: ref for ref in appraisal.for_}
    found: dict[str, list[str]] = {}
    named = {
        edge.target: refs[edge.at]
        for each in facts.plan.reviews
        if each.appraisal.path == appraisal.path
        for edge in facts.out.get(each.id, ())
        if edge.kind is EdgeKind.FOR and edge.at in refs
    }
    for node in assessed:
        found.setdefault(_called(facts, appraisal, named.get(node), node), []).append(node)
    return [_counted(facts, name, nodes) for name, nodes in found.items()]


def _called(facts: RuleContext, appraisal: Appraisal, ref: Ref | None, node: str) -> str:
    return facts.name(node) if ref is None else facts.written(appraisal, [ref])[0]


def _counted(facts: RuleContext, name: str, nodes: Sequence[str]) -> Said:
    word = WORDS.get(name, Said(name, name)) if name.startswith("actor_") else Said(name, name)
    if len(nodes) == 1:
        return word
    unit = "所" if facts.plan.nodes[nodes[0]].kind is NodeKind.SCHOOL else "个"
    return Said(f"{word.zh}（{len(nodes)} {unit}）", f"{word.en} ({len(nodes)})")


def _told(facts: RuleContext, appraisals: Sequence[Appraisal]) -> Said:
    """Each appraisal with who makes it: 既由甲考核（年度考核），又由乙考核（督导评估）.

    Where nobody makes the last, several objects may share it that have each an assessor of their own: only what the
    others are called is said then.
    """
    *others, last = appraisals
    if not last.assess:
        more = f"等 {len(others)} 项" if len(others) > MOST_NAMED else ""
        named = [one.name for one in others[:MOST_NAMED]]
        return Said(
            f"已有考核（{'、'.join(named)}{more}），又列入{last.name}，由谁考核没有写明",
            f"in {', '.join(f'`{name}`' for name in named)}{' and others' if more else ''}, "
            f"and again by nobody named in `{last.name}`",
        )
    chinese, english = [], []
    for number, one in enumerate(appraisals):
        names = facts.written(one, one.assess)
        who = [WORDS[name] if name in WORDS else Said(name, name) for name in names]
        chinese.append(f"{'又' if number else '既'}由 {'、'.join(n.zh for n in who)} 考核（{one.name}）")
        english.append(f"{'again ' if number else ''}by {', '.join(n.en for n in who)} (`{one.name}`)")
    return Said("，".join(chinese), " and ".join(english))
