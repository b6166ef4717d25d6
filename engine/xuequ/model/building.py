"""From a composed tree to a scheme."""

from __future__ import annotations

from typing import NamedTuple

from xuequ.compose import Composed
from xuequ.findings.finding import Finding
from xuequ.model.bodies import BodyReader
from xuequ.model.elements import Constraint, Issue, Locality, Mandate, Never, Scheme, Source
from xuequ.model.fields import Fields, frozen, mapping, text, texts
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
        self.work = WorkReader(self.fields)

    def scheme(self) -> Scheme:
        """The whole tree."""
        top = At((), ())
        self.bodies.bodies(self.tree, top)
        clusters = tuple(self.bodies.cluster(*s) for s in section(self.tree, "clusters", top))
        return Scheme(
            name=text(self.tree.get("name")),
            locality=self._locality(),
            issue=self._issue(),
            calendar=frozen(self.tree.get("calendar")),
            conventions=frozen(self.tree.get("conventions")),
            answers=frozen(self.tree.get("answers")),
            sources=tuple(self._source(*s) for s in section(self.tree, "sources", top)),
            adoptions=self.composed.adopted,
            organs=tuple(self.bodies.organs),
            posts=tuple(self.bodies.posts),
            groups=tuple(self.bodies.groups),
            clusters=clusters,
            goals=self.plain(self.tree, "goals", top),
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

    # the frame ---------------------------------------------------------------------------------------

    def _locality(self) -> Locality:
        said = mapping(self.tree, "locality")
        return Locality(
            name=text(said.get("name")),
            level=text(said.get("level")),
            under=texts(said.get("under")),
            at=("locality",),
        )

    def _issue(self) -> Issue:
        said, at = mapping(self.tree, "issue"), ("issue",)
        refs = self.fields.refs
        return Issue(
            source=text(said.get("source")),
            issued_by=refs(said.get("issued_by"), (*at, "issued_by")),
            to=refs(said.get("to"), (*at, "to")),
            cc=refs(said.get("cc"), (*at, "cc")),
            date=self.fields.date(said.get("date"), (*at, "date")),
            number=text(said.get("number")),
            copy_number=text(said.get("copy_number")),
            secrecy=text(said.get("secrecy")),
            urgency=text(said.get("urgency")),
            effective=self.fields.day(said.get("effective"), (*at, "effective")),
            expires=self.fields.day(said.get("expires"), (*at, "expires")),
            unspecified=unspecified(said),
        )

    def _source(self, key: str, said: Values, at: At) -> Source:
        return Source(
            **self.element(key, said, at),
            issued_by=text(said.get("issued_by")),
            date=self.fields.date(said.get("date"), (*at.at, "date")),
            number=text(said.get("number")),
            text=text(said.get("text")),
            standing=text(said.get("standing")),
            role=text(said.get("as")),
            outline=text(said.get("outline")),
        )

    def _constraint(self, key: str, said: Values, at: At) -> Constraint:
        never = mapping(said, "never")
        refs = self.fields.refs
        there = (*at.at, "never")
        return Constraint(
            **self.element(key, said, at),
            protects=texts(said.get("protects")),
            for_=refs(said.get("for"), (*at.at, "for")),
            never=Never(
                who=refs(never.get("who"), (*there, "who")),
                edge=text(never.get("edge")),
                whom=refs(never.get("whom"), (*there, "whom")),
            )
            if never
            else None,
        )

    def _mandate(self, key: str, said: Values, at: At) -> Mandate:
        bound = said.get("bound")
        return Mandate(
            **self.element(key, said, at),
            each=self.fields.refs(said.get("each"), (*at.at, "each")),
            requires=self.fields.refs(said.get("requires"), (*at.at, "requires")),
            bound=frozen(bound if isinstance(bound, dict) else {"": bound} if bound else {}),
        )
