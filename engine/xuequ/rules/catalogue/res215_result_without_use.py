"""Appraisals whose result is for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import Finding
from xuequ.model.elements import Appraisal, Path
from xuequ.resolution.plan import Task
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import counted_in

CODE = "RES215"
#: Words of a duty that makes use of a result.
REWARD = re.compile("表彰|奖|激励|问责|惩")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a file, with all the appraisals it holds that say nothing of their result."""
    rewards = _rewards(facts)
    # What others count in, and of which nothing else is said, is one that there is already.
    targets = [into for into in (counted_in(facts, each) for each in facts.appraisals) if into]
    there = {each.path for each in targets if not (each.criteria or each.rubric)}
    files: dict[str, list[Appraisal]] = {}
    for appraisal in facts.appraisals:
        used = appraisal.result is not None or appraisal.into is not None or appraisal.path in there
        if not used and not _rewarded(facts, appraisal, rewards):
            files.setdefault(facts.key(appraisal).file, []).append(appraisal)
    for some in files.values():
        sharers = facts.sharers(some, "appraisal", "result")
        yield shared(CODE, sharers[0].at, sharers)


def _rewards(facts: RuleContext) -> dict[Path, list[Task]]:
    """The tasks that make use of a result, by the measure they stand in."""
    found: dict[Path, list[Task]] = {}
    for task in facts.plan.tasks:
        if REWARD.search(task.duty.name):
            found.setdefault(task.duty.measure, []).append(task)
    return found


def _rewarded(facts: RuleContext, appraisal: Appraisal, rewards: dict[Path, list[Task]]) -> bool:
    """Whether who assesses also rewards those it assesses, in the same measure."""
    reviews = [r for r in facts.plan.reviews if r.appraisal.path == appraisal.path]
    assessors = {who for review in reviews for who in review.assessors}
    objects = {who for review in reviews for who in review.objects}
    tasks = rewards.get(appraisal.measure, ())
    return any(assessors & set(t.carriers) and objects & set(t.objects) for t in tasks)
