"""A post or group that is assessed and has nothing to do."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Appraisal, Group, Path, Post
from xuequ.rules.acting import acts
from xuequ.rules.rule_context import RuleContext

CODE = "RES214"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a body, at the body, with the appraisals that are for it."""
    by: dict[Path, dict[Path, Appraisal]] = {}
    for review in facts.plan.reviews:
        for who in review.objects:
            by.setdefault(facts.plan.nodes[who].path, {})[review.appraisal.path] = review.appraisal
    bodies: tuple[Post | Group, ...] = (*facts.scheme.posts, *facts.scheme.groups)
    for body in bodies:
        judged = tuple(by.get(body.path, {}).values())
        if judged and not acts(facts, body):
            related = facts.others(judged, "appraisal")
            names = [a.name for a in judged]
            yield finding(CODE, facts.key(body), *related, name=body.name, appraisals=names)
