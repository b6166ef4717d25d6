"""A month in which one body leads more than it can."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Duty, Part, Path
from xuequ.model.frequency import months
from xuequ.rules.rule_context import RuleContext

CODE = "TIM113"
SETTINGS = {"duties_in_a_month": 8}


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a body and month; work that runs through the year is not counted."""
    most = facts.number(CODE, "duties_in_a_month")
    for (actor, month), duties in _load(facts).items():
        if len(duties) > most:
            first, *others = duties
            related = (Related(place=facts.field(duty, "when"), label="duty") for duty in others)
            yield finding(
                CODE,
                facts.field(first, "when"),
                *related,
                name=facts.declared[actor].name,
                month=month,
                count=len(duties),
                most=most,
            )


def _load(facts: RuleContext) -> dict[tuple[Path, int], list[Duty]]:
    found: dict[tuple[Path, int], list[Duty]] = {}
    for duty in facts.duties:
        fixed = months(when for when in duty.when if when.every is None) or ()
        if len(fixed) > 2:
            continue
        for ref in duty.parts.get(Part.LEAD, ()):
            binding = facts.plan.bindings.get((duty.path, ref.at))
            if binding is not None and binding.actor in facts.declared:
                for month in fixed:
                    found.setdefault((binding.actor, month), []).append(duty)
    return found
