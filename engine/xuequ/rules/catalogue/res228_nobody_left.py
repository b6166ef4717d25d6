"""Work of which conditions, exceptions or exemptions leave nobody who does it, or nobody it is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.model.elements import Appraisal, Group, Part, Path, Ref, Work
from xuequ.resolution.plan import EdgeKind, Review, Task
from xuequ.rules.rule_context import RuleContext, work_of

CODE = "RES228"
#: Who answers for a duty, whatever it is: those who lead, those who may, those who must not.
_DOING = (Part.LEAD, Part.RESPONSIBLE, Part.MAY, Part.MUST_NOT)


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty or appraisal."""
    rows: dict[Path, list[Task | Review]] = {}
    for task in facts.plan.tasks:
        rows.setdefault(task.duty.path, []).append(task)
    for review in facts.plan.reviews:
        rows.setdefault(review.appraisal.path, []).append(review)
    freed = {
        tuple(edge.target.partition(":")[2].split("/"))
        for edge in facts.plan.edges
        if edge.kind is EdgeKind.EXEMPTS
    }
    unjudged = [each.primary for each in facts.plan.findings if each.code in _UNJUDGED]
    for work in work_of(facts):
        doing = _doing(work)
        named = (*work.each, *doing, *work.for_)
        narrowed = work.where or work.excepted or any(work.path[: len(p)] == p for p in freed)
        if not (narrowed or any(_is_narrow(facts, work, ref) for ref in named)):
            continue
        if not all((work.path, ref.at) in facts.plan.bindings for ref in named):
            continue
        told = any(_is_in(one, place) for one in unjudged for place in _narrowing(facts, work, named))
        if not told and _is_empty(rows.get(work.path, []), doing, work.for_):
            yield finding(CODE, _place(facts, work), name=work.name)


#: What is said of a condition that nobody can judge: that it leaves nobody follows.
_UNJUDGED = frozenset({"REF122", "AMT007"})


def _narrowing(facts: RuleContext, work: Work, named: Iterable[Ref]) -> Iterator[Place]:
    """Where the conditions stand that make it smaller: its own, and those of the groups it names."""
    yield _place(facts, work)
    for ref in named:
        for group in _groups(facts, work, ref):
            yield facts.place((*group.at, "where"))


def _is_in(place: Place, other: Place) -> bool:
    return place.file == other.file and place.path[: len(other.path)] == other.path


def _doing(work: Work) -> tuple[Ref, ...]:
    if isinstance(work, Appraisal):
        return work.assess
    return (*work.parts.get(Part.LEAD, ()), *work.parts.get(Part.RESPONSIBLE, ()))


def _is_empty(rows: Iterable[Task | Review], doing: tuple[Ref, ...], whom: tuple[Ref, ...]) -> bool:
    """Whether nobody who is named for it is left at any place."""
    known = tuple(rows)
    held = [
        row.assessors if isinstance(row, Review) else [a for part in _DOING for a in row.parts.get(part, ())]
        for row in known
    ]
    left_out = bool(doing) and not any(held)
    return not known or left_out or (bool(whom) and not any(row.objects for row in known))


def _is_narrow(facts: RuleContext, work: Work, ref: Ref) -> bool:
    """Whether a name is that of a group which its own condition or exceptions make smaller."""
    return any(group.where or group.excepted for group in _groups(facts, work, ref))


def _groups(facts: RuleContext, work: Work, ref: Ref) -> Iterator[Group]:
    """The groups that a name means, one in each type of place."""
    binding = facts.plan.bindings.get((work.path, ref.at))
    meant = (facts.declared.get(actor) for actor in binding.actors) if binding else ()
    return (group for group in meant if isinstance(group, Group))


def _place(facts: RuleContext, work: Work) -> Place:
    said = next((key for key, one in (("where", work.where), ("except", work.excepted)) if one), "")
    return facts.place(work.origin.get(said, (*work.at, said))) if said else facts.key(work)
