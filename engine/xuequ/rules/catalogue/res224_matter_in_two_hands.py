"""One matter that two parties lead in one cluster."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Duty, Path
from xuequ.resolution.plan import NodeKind
from xuequ.rules.rule_context import RuleContext

CODE = "RES224"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each matter and kind of cluster, at the second duty."""
    held: dict[tuple[str, str], dict[Path, Duty]] = {}
    for task in facts.plan.tasks:
        leads = {facts.plan.nodes[who].path for who in task.carriers}
        unit = facts.plan.units.get(task.unit)
        if unit is None or not leads or facts.plan.nodes[task.carriers[0]].kind is NodeKind.SCHOOL:
            continue
        for matter in task.duty.touches:
            mine = held.setdefault((matter, unit.type), {})
            for lead in leads:
                mine.setdefault(lead, task.duty)
    for (matter, _), by in held.items():
        duties = list({duty.path: duty for duty in by.values()}.values())
        if len(by) > 1 and len(duties) > 1:
            names = [facts.declared[p].name if p in facts.declared else "/".join(p) for p in by]
            place = facts.key(duties[1])
            related = facts.others([duties[0], *duties[2:]], "duty")
            yield finding(
                CODE, place, *related, matter=Word(matter), leads=names, names=[d.name for d in duties]
            )
