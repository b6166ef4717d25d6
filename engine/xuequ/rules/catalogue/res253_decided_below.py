"""What the scheme leaves open, decided by documents that each place below draws up for itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.compose.names import LEVELS, built_in
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Appraisal, Duty, Norm, Work
from xuequ.rules.rule_context import RuleContext

CODE = "RES253"
#: Rules for an appraisal, by what they are called.
RULES = re.compile("(?:考核|考评|评价|评估|督导).*(?:办法|细则|方案|标准|指标)")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding an appraisal without rubric or criteria, beside rules for it that every place below makes."""
    made = [(duty, ref.text) for duty in facts.duties for ref in duty.output if RULES.search(ref.text)]
    for appraisal in facts.appraisals:
        if appraisal.rubric or appraisal.criteria or appraisal.norm is Norm.MUST_NOT:
            continue
        below = [(duty, text) for duty, text in made if _is_below(facts, duty, appraisal)]
        if below and len(below) == len(made):
            duty, text = below[0]
            related = Related(place=facts.key(duty), label="decided")
            each = facts.written(duty, duty.each)
            yield finding(CODE, facts.key(appraisal), related, name=appraisal.name, output=text, each=each)


def _is_below(facts: RuleContext, duty: Duty, appraisal: Appraisal) -> bool:
    return _rank(facts, duty) > _rank(facts, appraisal)


def _rank(facts: RuleContext, work: Work) -> int:
    """How far down the place of a piece of work is: a level, a cluster, a school; the locality where it says none."""
    each = [built_in(ref.text.split("/")[-1]) for ref in work.each] or [facts.scheme.locality.level]
    if "school" in each:
        return len(LEVELS) + 1
    return max(LEVELS.index(one) if one in LEVELS else len(LEVELS) for one in each)
