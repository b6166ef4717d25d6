"""Who can settle what is open: who answers for the work, else who issues the scheme; what was read, the drafter."""

from __future__ import annotations

from functools import cached_property

from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import DocPath, Place
from xuequ.language.standing import element_at
from xuequ.model.elements import Appraisal, Path, Ref, Work
from xuequ.resolution.plan import Plan
from xuequ.rules.rule_context import RuleContext

DRAFTER = Said("起草人", "the drafter")
ISSUER = Said("发文机关", "the issuer")


class Settlers:
    """Who can settle what, in one plan."""

    def __init__(self, plan: Plan) -> None:
        self._facts = RuleContext(plan)
        self._origins = plan.composed.origins

    def of(self, place: Place) -> tuple[str | Said, ...] | None:
        """Who can settle what is open at a place of one of the plan's files; None where the place is in none."""
        at = self._origins.composed(place)
        return None if at is None else self._at(at)

    @cached_property
    def issuer(self) -> tuple[str | Said, ...]:
        """Who issues the scheme."""
        scheme = self._facts.scheme
        names = {label: organ.name for organ in reversed(scheme.organs) for label in organ.labels}
        return tuple(names.get(ref.text, ref.text) for ref in scheme.issue.issued_by) or (ISSUER,)

    def _at(self, at: DocPath) -> tuple[str | Said, ...]:
        while at:
            at = element_at(at).path
            if at[:1] == ("sources",):
                return (DRAFTER,)
            work = self._works.get(at)
            named = [self._name(ref) for ref in _answering(work)] if work is not None else []
            if any(named):
                return tuple(name for name in named if name)
            at = at[:-1]
        return self.issuer

    def _name(self, ref: Ref) -> str:
        """What a declared actor is called; a county or the schools at large settle nothing."""
        actor = self._facts.declared.get(self._bound.get(ref.at, ()))
        return actor.name if actor is not None else ""

    @cached_property
    def _bound(self) -> dict[DocPath, Path]:
        return {at: binding.actor for (_, at), binding in self._facts.plan.bindings.items()}

    @cached_property
    def _works(self) -> dict[DocPath, Work]:
        facts = self._facts
        return {each.at: each for each in (*facts.measures.values(), *facts.duties, *facts.appraisals)}


def _answering(work: Work) -> tuple[Ref, ...]:
    return work.assess if isinstance(work, Appraisal) and work.assess else work.carriers
