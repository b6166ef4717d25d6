"""From a composed tree to a scheme."""

from __future__ import annotations

from typing import NamedTuple

from xuequ.compose import Composed
from xuequ.findings.finding import Finding
from xuequ.model.bodies import BodyReader
from xuequ.model.elements import Constraint, Goal, Issue, Locality, Mandate, Never, Scheme, Source
from xuequ.model.fields import Fields, frozen, mapping, text
from xuequ.model.reading import NOT_INHERITED, At, ElementReader, Values, section, unspecified
from xuequ.model.work import WorkReader


class Built(NamedTuple):
    """A scheme and what could not be read in it."""

    scheme: Scheme
    findings: tuple[Finding, ...]


def build(composed: Composed) -> Built:
    """The scheme a composed tree says; amounts and rhythms nobody can read are findings and left out."""
    builder = _Builder(composed)
    return Built(builder.scheme(), tuple(builder.fields.findings))


class _Builder(ElementReader):
    def __init__(self, composed: Composed) -> None:
        super().__init__(Fields(composed))
        self.tree = composed.tree
        self.composed = composed
        self.bodies = BodyReader(self.fields)
        joint = mapping(self.tree, "conventions").get("joint")
        self.work = WorkReader(self.fields, first_leads=joint == "first_leads")

    def scheme(self) -> Scheme:
        """The whole tree."""
        top = At((), ())
        locality, issue = mapping(self.tree, "locality"), mapping(self.tree, "issue")
        self.bodies.bodies(self.tree, top)
        clusters = tuple(self.bodies.cluster(*s) for s in section(self.tree, "clusters", top))
        return Scheme(
            name=text(self.tree.get("name")),
            locality=Locality(**self.values(Locality, locality, ("locality",))),
            issue=Issue(**self.values(Issue, issue, ("issue",)), unspecified=unspecified(issue)),
            calendar=frozen(self.tree.get("calendar")),
            conventions=frozen(self.tree.get("conventions")),
            answers=frozen(self.tree.get("answers")),
            clause=self.fields.clauses(self.tree.get("clause"), ("clause",)),
            sources=tuple(self.element(Source, *s) for s in section(self.tree, "sources", top)),
            organs=tuple(self.bodies.organs),
            posts=tuple(self.bodies.posts),
            groups=tuple(self.bodies.groups),
            clusters=clusters,
            goals=tuple(self.element(Goal, *s) for s in section(self.tree, "goals", top)),
            principles=self.plain(self.tree, "principles", top),
            constraints=tuple(self._constraint(*s) for s in section(self.tree, "constraints", top)),
            measures=tuple(self.work.measure(*s, NOT_INHERITED) for s in section(self.tree, "measures", top)),
            duties=tuple(self.work.duty(*s, NOT_INHERITED) for s in section(self.tree, "duties", top)),
            appraisals=tuple(
                self.work.appraisal(*s, NOT_INHERITED) for s in section(self.tree, "appraisals", top)
            ),
            phases=tuple(self.work.phase(*s) for s in section(self.tree, "phases", top)),
            schedules=tuple(self.work.schedule(*s) for s in section(self.tree, "schedules", top)),
            mandates=tuple(self._mandate(*s) for s in section(self.tree, "mandates", top)),
        )

    def _constraint(self, key: str, said: Values, at: At) -> Constraint:
        never, there = mapping(said, "never"), (*at.at, "never")
        found = Never(**self.values(Never, never, there)) if never else None
        return self.element(Constraint, key, said, at, never=found)

    def _mandate(self, key: str, said: Values, at: At) -> Mandate:
        bound = said.get("bound")
        one = bound if isinstance(bound, dict) else {"": bound} if bound else {}
        return self.element(Mandate, key, said, at, bound=frozen(one))
