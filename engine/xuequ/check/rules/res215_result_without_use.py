"""Appraisals whose result is for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.check.acting import answering
from xuequ.check.facts import Facts
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Appraisal

CODE = "RES215"
#: Words of a duty that makes use of a result.
REWARD = re.compile("表彰|奖|激励|问责|惩")


def check(facts: Facts) -> Iterator[Finding]:
    """One finding a file, with all the appraisals it holds that say nothing of their result."""
    files: dict[str, list[Appraisal]] = {}
    for appraisal in facts.appraisals:
        used = appraisal.result is not None or appraisal.into is not None
        if not used and not _rewarded(facts, appraisal):
            files.setdefault(facts.key(appraisal).file, []).append(appraisal)
    for first, *others in files.values():
        names = [first.name, *(a.name for a in others)]
        related = facts.others(others, "appraisal")
        yield finding(CODE, facts.field(first, "result"), *related, names=names)


def _rewarded(facts: Facts, appraisal: Appraisal) -> bool:
    """Whether who assesses also rewards those it assesses, in the same measure."""
    for review in facts.plan.reviews:
        if review.appraisal.path != appraisal.path:
            continue
        for task in facts.plan.tasks:
            same = task.duty.measure == appraisal.measure and REWARD.search(task.duty.name)
            if (
                same
                and set(answering(task)) & set(review.assessors)
                and set(task.objects) & set(review.objects)
            ):
                return True
    return False
