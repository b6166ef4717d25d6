"""Appraisals of related objects that keep different clocks: 学年 here, 年度 there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Appraisal, Path
from xuequ.model.frequency import pace
from xuequ.rules.rule_context import RuleContext

CODE = "TIM114"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each two appraisals of one cluster and what is in it."""
    clusters = {cluster.key for cluster in facts.scheme.clusters}
    timed = [(appraisal, pace(appraisal.when).clock) for appraisal in facts.appraisals]
    for (first, one), (second, other) in combinations(
        [t for t in timed if t[1] in ("school", "calendar")], 2
    ):
        shared = _objects(facts, first) & _objects(facts, second)
        if one != other and any(path[0] in clusters for path in shared):
            related = Related(place=facts.field(first, "when"), label="other_clock")
            place = facts.field(second, "when")
            yield finding(
                CODE, place, related, first=first.name, second=second.name, one=Word(one), other=Word(other)
            )


def _objects(facts: RuleContext, appraisal: Appraisal) -> frozenset[Path]:
    """The clusters and bodies it assesses, by the outermost they belong to."""
    bound = (facts.plan.bindings.get((appraisal.path, ref.at)) for ref in appraisal.for_)
    return frozenset(binding.actor[:1] for binding in bound if binding is not None and binding.actor)
