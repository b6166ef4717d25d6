"""A duty that several lead together and none of them first.

What it finds: two or more in `lead`, or in `responsible` with no lead at all, that carry it together at one place,
with no `in_turn` and no `conventions: {joint: first_leads}`. A role that several hold, or that stands once in each
unit, is no such several: each does its own. Why it matters: each can wait for the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import DocPath, Finding
from xuequ.model.elements import Duty, Norm, Path, Ref
from xuequ.model.work import SEVERALLY
from xuequ.rules.rule_context import RuleContext

CODE = "RES202"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each place that names the several."""
    places: dict[DocPath, list[Duty]] = {}
    most: dict[Path, int] = {}
    for task in facts.plan.tasks:
        parties = {facts.plan.nodes[who].path or (who,) for who in task.carriers}
        most[task.duty.path] = max(most.get(task.duty.path, 0), len(parties))
    for duty in facts.duties:
        several = _together(facts, duty, most)
        if several and not duty.in_turn and not SEVERALLY.search(duty.name):
            places.setdefault(_field(several), []).append(duty)
    for at, duties in places.items():
        several = _together(facts, duties[0], most)
        leads = facts.written(duties[0], several)
        many = facts.written(duties[0], [ref for ref in several if facts.many(duties[0], ref)])
        yield shared(CODE, facts.place(at), facts.sharers(duties, "duty"), leads=leads, many=many)


def _together(facts: RuleContext, duty: Duty, most: Mapping[Path, int]) -> tuple[Ref, ...]:
    """The several that carry it together somewhere; of one role with several holders each does its own."""
    several = len(duty.carriers) > 1 and duty.norm is Norm.DUTY
    return duty.carriers if several and most.get(duty.path, 2) > 1 else ()


def _field(refs: tuple[Ref, ...]) -> DocPath:
    at = refs[0].at
    return at[:-1] if isinstance(at[-1], int) else at
