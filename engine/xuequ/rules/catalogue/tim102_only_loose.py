"""Work whose only time is 定期, 及时 or the like."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import Finding
from xuequ.rules.grouping import gathered
from xuequ.rules.rule_context import RuleContext, work_of
from xuequ.rules.timing import OPTIONAL, in_rows, only_loose

CODE = "TIM102"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for the document if most of its times are such words, else one for each place that says it."""
    dated = in_rows(facts)
    asked = [w for w in work_of(facts) if w.when and w.path not in dated and w.force not in OPTIONAL]
    holes = [work for work in asked if only_loose(work)]
    for found in gathered(facts, "when", holes, asked):
        words = dict.fromkeys(when.loose for work in found.works for when in work.when)
        yield shared(CODE, found.place, found.sharers, words=list(words))
