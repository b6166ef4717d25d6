"""A phase that does not say from when to when it lasts."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.check.facts import Facts
from xuequ.check.gathering import together
from xuequ.check.timing import tells_time
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related

CODE = "TIM109"


def check(facts: Facts) -> Iterator[Finding]:
    """One finding that lists the phases, and beside them the work whose only time is such a phase."""
    holes = [phase for phase in facts.scheme.phases if not tells_time(phase)]
    names = {label for phase in holes for label in (phase.key, phase.name)}
    waiting = [duty for duty in facts.duties if any(when.phase in names for when in duty.when)]
    places = dict.fromkeys(facts.field(duty, "when") for duty in waiting)
    for found in together(facts, "when", holes):
        related = (*found.related, *(Related(place=place, label="waiting") for place in places))
        listed = [work.name for work in found.works]
        yield finding(
            CODE, found.place, *related, names=listed, count=len(listed), waiting=len(waiting) or ""
        )
