"""Two appraisals of one object, and no rule which counts.

What it finds: an object that two different appraisals assess by different assessors, where neither counts
`into` the other or both into a third, nor `yields_to` it. Why it matters: two results, and the one assessed
learns to ask which of them is meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Appraisal, Path
from xuequ.resolution.plan import Review
from xuequ.rules.rule_context import RuleContext

CODE = "RES206"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each pair of appraisals, with all they share."""
    by_object: dict[str, list[Review]] = {}
    for review in facts.plan.reviews:
        for assessed in review.objects:
            by_object.setdefault(assessed, []).append(review)
    shared: dict[tuple[Path, Path], list[str]] = {}
    pairs: dict[tuple[Path, Path], tuple[Review, Review]] = {}
    for assessed, reviews in by_object.items():
        for number, second in enumerate(reviews):
            for first in reviews[:number]:
                if _compete(first, second):
                    key = (first.appraisal.path, second.appraisal.path)
                    pairs.setdefault(key, (first, second))
                    shared.setdefault(key, []).append(facts.plan.nodes[assessed].name)
    for key, (first, second) in pairs.items():
        related = Related(place=facts.field(first.appraisal, "assess"), label="other")
        yield finding(
            CODE,
            facts.field(second.appraisal, "assess"),
            related,
            objects=list(dict.fromkeys(shared[key])),
            first=[facts.name(a) for a in first.assessors],
            second=[facts.name(a) for a in second.assessors],
            names=[first.appraisal.name, second.appraisal.name],
        )


def _compete(first: Review, second: Review) -> bool:
    if first.appraisal.path == second.appraisal.path or not first.assessors or not second.assessors:
        return False
    if set(first.assessors) == set(second.assessors):
        return False
    return not (_settled(first.appraisal, second.appraisal) or _settled(second.appraisal, first.appraisal))


def _settled(one: Appraisal, other: Appraisal) -> bool:
    names = other.labels
    if one.yields_to is not None and one.yields_to.text.split("/")[-1] in names:
        return True
    if one.into is None:
        return False
    target = one.into.appraisal.text.split("/")[-1]
    return target in names or (other.into is not None and other.into.appraisal.text.split("/")[-1] == target)
