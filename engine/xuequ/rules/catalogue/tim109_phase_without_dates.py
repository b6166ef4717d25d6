"""A phase that does not say from when to when it lasts."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import Finding, Related
from xuequ.rules.grouping import together
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import tells_time

CODE = "TIM109"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding if no phase has dates, else one a phase; the work whose only time it is stands beside it."""
    phases = facts.scheme.phases
    holes = [phase for phase in phases if not tells_time(phase)]
    for some in [holes] if len(holes) == len(phases) else [[phase] for phase in holes]:
        names = {label for phase in some for label in (phase.key, phase.name)}
        waiting = [duty for duty in facts.duties if any(when.phase in names for when in duty.when)]
        places = dict.fromkeys(facts.field(duty, "when") for duty in waiting)
        for found in together(facts, "when", some):
            related = (Related(place=place, label="waiting") for place in places)
            yield shared(CODE, found.place, found.sharers, *related, waiting=len(waiting) or "")
