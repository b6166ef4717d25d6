"""Work of many that goes to a body of which every place has one, with no word of which."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.compose.names import built_in
from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Appraisal, Element, Group, Organ, Part, Path, Post, Ref, Work
from xuequ.resolution.actors import PEOPLE
from xuequ.resolution.places import SCHOOL, Step
from xuequ.rules.rule_context import RuleContext, work_of

CODE = "RES255"
#: Parts that the body of one's own place takes: nobody needs the consent of all counties.
OWN = (Part.APPROVE, Part.OVERSEE, Part.INFORM)


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a piece of work that stands in the whole locality."""
    for work in work_of(facts):
        doing = work.for_ if isinstance(work, Appraisal) else work.carriers
        if work.each or not any(_many(facts, work, ref) for ref in doing):
            continue
        # Whose own place is meant is another fault: they judge themselves (RES204).
        known = [facts.plan.bindings.get((work.path, ref.at)) for ref in doing]
        own = {each.actor for each in known if each is not None}
        found = next((pair for pair in _taking(work) if _of_each_place(facts, work, pair[1], own)), None)
        if found is not None:
            field, ref = found
            (body,) = facts.written(work, [ref])
            homes = _homes(facts, work, ref)
            yield finding(CODE, facts.field(work, field), name=work.name, body=body, each=homes)


def _many(facts: RuleContext, element: Element, ref: Ref) -> bool:
    """Whether a name means several by its nature, as a group also by whom it is drawn from."""
    binding = facts.plan.bindings.get((element.path, ref.at))
    group = facts.declared.get(binding.actor) if binding else None
    if isinstance(group, Group):
        return any(_many(facts, group, each) for each in group.of)
    return facts.many(element, ref) or built_in(ref.text.split("/")[-1]) in (SCHOOL, *PEOPLE)


def _taking(work: Work) -> Iterator[tuple[str, Ref]]:
    if isinstance(work, Appraisal):
        yield from (("assess", ref) for ref in work.assess)
    for part in OWN:
        yield from ((part.value, ref) for ref in work.parts.get(part, ()))


def _of_each_place(facts: RuleContext, work: Work, ref: Ref, own: set[Path]) -> bool:
    """Whether a name is that of a body or post of which places below have one each; a roster may show just one."""
    binding = facts.plan.bindings.get((work.path, ref.at))
    if binding is None or binding.step != Step.DOWN or binding.actor in own or binding.actor[:1] in own:
        return False
    if not isinstance(facts.declared.get(binding.actor), Organ | Post):
        return False
    units = [facts.plan.units.get(node.unit) for node in facts.nodes_at.get(binding.actor, ())]
    return len(units) > 1 or any(unit is not None and unit.typical for unit in units)


def _homes(facts: RuleContext, work: Work, ref: Ref) -> list[str]:
    """What the places are called that have one each."""
    actor = facts.plan.bindings[work.path, ref.at].actor
    units = [facts.plan.units.get(node.unit) for node in facts.nodes_at.get(actor, ())]
    kinds = dict.fromkeys(unit.type for unit in units if unit is not None)
    declared = [facts.declared.get(tuple(kind.split("/"))) for kind in kinds]
    return [
        found.name if found is not None else Word(f"actor_{kind}")
        for kind, found in zip(kinds, declared, strict=True)
    ]
