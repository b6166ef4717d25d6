"""A duty that several lead together and none of them first.

What it finds: two or more in `lead`, or one name that means several bodies, with no `in_turn` and no
`conventions: {joint: first_leads}`; and several `responsible` with no lead at all. Why it matters: each
can wait for the other.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding
from xuequ.model.elements import Duty, Part, Ref
from xuequ.model.work import SEVERALLY
from xuequ.rules.rule_context import RuleContext

CODE = "RES202"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each place that names the several."""
    shared: dict[DocPath, list[Duty]] = {}
    for duty in facts.duties:
        together = _together(facts, duty)
        if together and not duty.in_turn and not SEVERALLY.search(duty.name):
            shared.setdefault(_field(together), []).append(duty)
    for at, duties in shared.items():
        names = facts.written(duties[0], _together(facts, duties[0]))
        related = facts.others(duties, "duty") if len(duties) > 1 else ()
        yield finding(CODE, facts.place(at), *related, names=names, duties=[d.name for d in duties])


def _together(facts: RuleContext, duty: Duty) -> tuple[Ref, ...]:
    leads = duty.parts.get(Part.LEAD, ())
    responsible = duty.parts.get(Part.RESPONSIBLE, ())
    if len(leads) > 1:
        return leads
    if leads:
        return leads if facts.many(duty, leads[0]) else ()
    return responsible if len(responsible) > 1 else ()


def _field(refs: tuple[Ref, ...]) -> DocPath:
    at = refs[0].at
    return at[:-1] if isinstance(at[-1], int) else at
