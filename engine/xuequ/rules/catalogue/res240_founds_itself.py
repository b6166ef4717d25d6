"""A body that is set up by work it leads itself."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding, Related
from xuequ.model.elements import Duty, Element, Organ, Part, Post, Ref
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import done_in, rows

CODE = "RES240"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each duty, or row of a schedule that does it, and body."""
    founding = [duty for duty in facts.duties if duty.sets_up]
    for duty in founding:
        yield from _told(facts, duty, duty, duty.carriers)
    for _, row in rows(facts) if founding else ():
        done = set(done_in(facts, row))
        for duty in founding:
            if duty.path in done and not duty.carriers:
                yield from _told(facts, duty, row, row.parts.get(Part.LEAD, ()))


def _told(facts: RuleContext, duty: Duty, said_by: Element, leads: tuple[Ref, ...]) -> Iterator[Finding]:
    made = _bodies(facts, duty, duty.sets_up)
    for path, at in _bodies(facts, said_by, leads).items():
        body = facts.declared.get(path)
        if path in made and isinstance(body, Organ | Post):
            related = Related(place=facts.place(made[path]), label="other")
            yield finding(CODE, facts.place(at), related, duty=duty.name, name=body.name)


def _bodies(facts: RuleContext, element: Element, refs: tuple[Ref, ...]) -> dict[tuple[str, ...], DocPath]:
    found = ((facts.plan.bindings.get((element.path, ref.at)), ref.at) for ref in refs)
    return {binding.actor: at for binding, at in found if binding is not None}
