"""A principle or goal that hands over to the cluster what a constraint leaves with the schools."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.rule_context import RuleContext

CODE = "RES243"
_CLUSTER = "(?:大?学区|片区|集团|联盟|共同体|总校)"
HANDED_OVER = re.compile(
    rf"{_CLUSTER}所有|归{_CLUSTER}(?:所有|管理|支配|调配)|由{_CLUSTER}(?:统一)?(?:支配|所有|管理人财物)|人财物(?:由{_CLUSTER})?统一|变为“?{_CLUSTER}(?:所有|人)"
)
KEPT = re.compile(
    "(?:不|不得)(?:改变|变更|影响).{0,12}(?:隶属|产权|归属|自主权|法人|编制|体制)|(?:尊重|保持|维护|保障).{0,8}(?:自主权|法人|独立)"
)


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a principle or goal, with the constraints that say otherwise."""
    kept = [
        each
        for each in facts.scheme.constraints
        if {"affiliation", "autonomy", "personnel", "facilities"} & set(each.protects)
        or KEPT.search(each.name)
    ]
    if not kept:
        return
    for element in (*facts.scheme.principles, *facts.scheme.goals):
        if HANDED_OVER.search(element.name):
            related = facts.others(kept, "constraint")
            names = [constraint.name for constraint in kept]
            yield finding(CODE, facts.key(element), *related, name=element.name, constraints=names)
