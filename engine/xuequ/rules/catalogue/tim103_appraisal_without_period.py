"""An appraisal that does not say how often it is made."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import Finding
from xuequ.model.elements import Appraisal
from xuequ.rules.grouping import gathered
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import counted_in

CODE = "TIM103"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each place where one edit would say when."""
    holes = [a for a in facts.appraisals if not a.when and not _by_another(facts, a)]
    for found in gathered(facts, "when", holes, facts.appraisals):
        yield shared(CODE, found.place, found.sharers)


def _by_another(facts: RuleContext, appraisal: Appraisal) -> bool:
    """Whether the appraisal it counts into says when."""
    other = counted_in(facts, appraisal)
    return other is not None and bool(other.when)
