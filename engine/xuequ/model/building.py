"""From a composed tree to a scheme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from xuequ.compose import Composed
from xuequ.findings.finding import DocPath, Finding
from xuequ.model.elements import (
    Appraisal,
    ClusterForm,
    ClusterType,
    ClusterUnit,
    Constraint,
    Criterion,
    Duty,
    Element,
    Force,
    Group,
    Into,
    Issue,
    Link,
    Locality,
    Mandate,
    Measure,
    Member,
    Never,
    Organ,
    Part,
    Path,
    Phase,
    Post,
    Result,
    Schedule,
    Scheme,
    ScoreLine,
    Source,
)
from xuequ.model.fields import UNSPECIFIED, Fields, frozen, mapping, text, texts
from xuequ.model.kinds import organ_kind

#: What a measure or phase hands on to what it contains, key by key, and nothing else.
INHERITED = (*(part.value for part in Part), "each", "for", "clause", "when", "serves", "force")
#: An appraisal takes and inherits no parts.
INHERITED_BY_APPRAISALS = tuple(f for f in INHERITED if f not in Part._value2member_map_)

Values = Mapping[str, Any]
#: Field → its value and where that stands.
Inheritance = Mapping[str, tuple[Any, DocPath]]
NOTHING: Inheritance = MappingProxyType({})


class Built(NamedTuple):
    """A scheme and what could not be read in it."""

    scheme: Scheme
    findings: tuple[Finding, ...]


def build(composed: Composed) -> Built:
    """The scheme a composed tree says; amounts and rhythms nobody can read are findings and left out."""
    builder = _Builder(composed)
    return Built(builder.scheme(), tuple(builder.fields.findings))


class _At(NamedTuple):
    """Where the element being read stands."""

    path: Path
    at: DocPath
    home: Path = ()


class _Builder:
    def __init__(self, composed: Composed) -> None:
        self.tree = composed.tree
        self.composed = composed
        self.fields = Fields(composed)
        self.posts: list[Post] = []
        self.groups: list[Group] = []
        self.organs: list[Organ] = []

    def scheme(self) -> Scheme:
        """The whole tree."""
        top = _At((), ())
        self._bodies(self.tree, top)
        clusters = tuple(self._cluster(k, v, at) for k, v, at in _section(self.tree, "clusters", top))
        return Scheme(
            name=text(self.tree.get("name")),
            locality=self._locality(),
            issue=self._issue(),
            calendar=frozen(self.tree.get("calendar")),
            conventions=frozen(self.tree.get("conventions")),
            answers=frozen(self.tree.get("answers")),
            sources=tuple(self._source(k, v, at) for k, v, at in _section(self.tree, "sources", top)),
            adoptions=self.composed.adopted,
            organs=tuple(self.organs),
            posts=tuple(self.posts),
            groups=tuple(self.groups),
            clusters=clusters,
            goals=self._plain("goals", top),
            principles=self._plain("principles", top),
            constraints=tuple(self._constraint(*s) for s in _section(self.tree, "constraints", top)),
            measures=tuple(self._measure(*s, NOTHING) for s in _section(self.tree, "measures", top)),
            duties=tuple(self._duty(*s, NOTHING) for s in _section(self.tree, "duties", top)),
            appraisals=tuple(self._appraisal(*s, NOTHING) for s in _section(self.tree, "appraisals", top)),
            phases=tuple(self._phase(*s) for s in _section(self.tree, "phases", top)),
            schedules=tuple(self._schedule(*s) for s in _section(self.tree, "schedules", top)),
            mandates=tuple(self._mandate(*s) for s in _section(self.tree, "mandates", top)),
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
            date=text(said.get("date")),
            number=text(said.get("number")),
            effective=text(said.get("effective")),
            expires=text(said.get("expires")),
            unspecified=_unspecified(said),
        )

    def _source(self, key: str, said: Values, at: _At) -> Source:
        return Source(
            **self._element(key, said, at),
            issued_by=text(said.get("issued_by")),
            date=text(said.get("date")),
            number=text(said.get("number")),
            text=text(said.get("text")),
            standing=text(said.get("standing")),
            role=text(said.get("as")),
        )

    # what every element has --------------------------------------------------------------------------

    def _element(self, key: str, said: Values, at: _At, inherited: Inheritance = NOTHING) -> dict[str, Any]:
        clause, clause_at = _effective("clause", said, at, inherited)
        force, _ = _effective("force", said, at, inherited)
        return {
            "key": key,
            "path": at.path,
            "at": at.at,
            "name": text(said.get("name")) or key,
            "aliases": texts(said.get("aliases")),
            "clause": self.fields.clauses(clause, clause_at),
            "note": text(said.get("note")),
            "unclear": text(said.get("unclear")),
            "ours": said.get("ours") is True,
            "count": self.fields.quantity(said.get("count"), (*at.at, "count")),
            "items": tuple(Element(**self._element(k, v, i)) for k, v, i in _section(said, "items", at)),
            "open": said.get("open") is True,
            "force": Force(force) if force in Force._value2member_map_ else Force.MUST,
            "unspecified": _unspecified(said),
        }

    def _plain(self, section: str, top: _At) -> tuple[Element, ...]:
        return tuple(Element(**self._element(*s)) for s in _section(self.tree, section, top))

    # who ---------------------------------------------------------------------------------------------

    def _bodies(self, said: Values, at: _At) -> None:
        """Organs, posts and groups nested in `said`, the outer before the inner."""
        inner = at._replace(home=at.path)
        for key, value, there in _section(said, "organs", inner):
            self.organs.append(self._organ(key, value, there))
            self._bodies(value, there)
        for key, value, there in _section(said, "posts", inner):
            self.posts.append(self._post(key, value, there))
        for key, value, there in _section(said, "groups", inner):
            self.groups.append(self._group(key, value, there))

    def _organ(self, key: str, said: Values, at: _At) -> Organ:
        refs, ref = self.fields.refs, self.fields.ref
        base = self._element(key, said, at)
        return Organ(
            **base,
            kind=text(said.get("kind")) or organ_kind(base["name"]),
            each=refs(said.get("each"), (*at.at, "each")),
            under=ref(said.get("under"), (*at.at, "under")),
            head=refs(said.get("head"), (*at.at, "head")),
            members=refs(said.get("members"), (*at.at, "members")),
            seat=ref(said.get("seat"), (*at.at, "seat")),
            home=at.home,
        )

    def _post(self, key: str, said: Values, at: _At) -> Post:
        refs = self.fields.refs
        return Post(
            **self._element(key, said, at),
            each=refs(said.get("each"), (*at.at, "each")),
            for_each=texts(said.get("for_each")),
            under=self.fields.ref(said.get("under"), (*at.at, "under")),
            held_by=refs(said.get("held_by"), (*at.at, "held_by")),
            appointed_by=refs(said.get("appointed_by"), (*at.at, "appointed_by")),
            tenure=texts(said.get("tenure")),
            term=self.fields.quantity(said.get("term"), (*at.at, "term")),
            per=text(said.get("per")),
            home=at.home,
        )

    def _group(self, key: str, said: Values, at: _At) -> Group:
        refs = self.fields.refs
        return Group(
            **self._element(key, said, at),
            each=refs(said.get("each"), (*at.at, "each")),
            for_each=texts(said.get("for_each")),
            of=refs(said.get("of"), (*at.at, "of")),
            where=frozen(said.get("where")),
            excepted=refs(said.get("except"), (*at.at, "except")),
            column=text(said.get("column")),
            home=at.home,
        )

    # clusters ----------------------------------------------------------------------------------------

    def _cluster(self, key: str, said: Values, at: _At) -> ClusterType:
        self._bodies(said, at)
        refs, ref = self.fields.refs, self.fields.ref
        members = self._members(said, at)
        return ClusterType(
            **self._form_fields(key, said, at),
            each=refs(said.get("each"), (*at.at, "each")),
            forms=tuple(
                ClusterForm(**self._form_fields(k, v, there)) for k, v, there in _section(said, "forms", at)
            ),
            mirrors=ref(said.get("mirrors"), (*at.at, "mirrors")),
            under=ref(said.get("under"), (*at.at, "under")),
            pilot=said.get("pilot") is True,
            units=tuple(self._unit(k, v, there, members) for k, v, there in _section(said, "units", at)),
        )

    def _members(self, said: Values, at: _At) -> tuple[Member, ...]:
        return tuple(self._member(*s) for s in _section(said, "members", at))

    def _form_fields(self, key: str, said: Values, at: _At) -> dict[str, Any]:
        size = mapping(said, "size")
        sizes = {k: self.fields.quantity(v, (*at.at, "size", k)) for k, v in size.items() if k != "force"}
        link = mapping(said, "link")
        return {
            **self._element(key, said, at),
            "members": self._members(said, at),
            "same": texts(said.get("same")),
            "link": _link(link, (*at.at, "link")) if link else None,
            "size": MappingProxyType({k: v for k, v in sizes.items() if v is not None}),
            "size_force": Force(size.get("force", "must")),
            "states": texts(said.get("states")),
            "legal": text(said.get("legal")),
            "apart_from": self.fields.refs(said.get("apart_from"), (*at.at, "apart_from")),
            "overlap": _truth(said.get("overlap")),
            "every_school": _truth(said.get("every_school")),
        }

    def _member(self, key: str, said: Values, at: _At) -> Member:
        return Member(
            **self._element(key, said, at),
            of=self.fields.refs(said.get("of"), (*at.at, "of")),
            where=frozen(said.get("where")),
            leads=said.get("leads") is True,
            outside=said.get("outside") is True,
        )

    def _unit(self, key: str, said: Values, at: _At, members: tuple[Member, ...]) -> ClusterUnit:
        roles = {label: m.key for m in members for label in (m.key, m.name, *m.aliases)}
        base = self._element(key, said, at)
        schools = {roles[f]: texts(v) for f, v in said.items() if f in roles}
        known = {*roles, "form", "name", *base, "each"}
        states = {f: text(v) for f, v in said.items() if f not in known}
        return ClusterUnit(
            **base,
            form=text(said.get("form")),
            schools=MappingProxyType(schools),
            states=MappingProxyType(states),
        )

    # what must hold ----------------------------------------------------------------------------------

    def _constraint(self, key: str, said: Values, at: _At) -> Constraint:
        never = mapping(said, "never")
        refs = self.fields.refs
        there = (*at.at, "never")
        return Constraint(
            **self._element(key, said, at),
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

    def _mandate(self, key: str, said: Values, at: _At) -> Mandate:
        bound = said.get("bound")
        return Mandate(
            **self._element(key, said, at),
            each=self.fields.refs(said.get("each"), (*at.at, "each")),
            requires=self.fields.refs(said.get("requires"), (*at.at, "requires")),
            bound=frozen(bound if isinstance(bound, dict) else {"": bound} if bound else {}),
        )

    # work --------------------------------------------------------------------------------------------

    def _work(self, key: str, said: Values, at: _At, inherited: Inheritance) -> dict[str, Any]:
        def eff(field: str) -> tuple[Any, DocPath]:
            return _effective(field, said, at, inherited)

        refs, own = self.fields.refs, at.at
        parts = {part: refs(*eff(part.value)) for part in Part}
        return {
            **self._element(key, said, at, inherited),
            "unspecified": _unspecified(said)
            | {f for f, (v, _) in inherited.items() if f not in said and v == UNSPECIFIED},
            "parts": MappingProxyType({part: who for part, who in parts.items() if who}),
            "each": refs(*eff("each")),
            "for_": refs(*eff("for")),
            "when": self.fields.whens(*eff("when")),
            "amount": self.fields.amounts(said.get("amount"), (*own, "amount")),
            "serves": refs(*eff("serves")),
            "needs": refs(said.get("needs"), (*own, "needs")),
            "for_each": texts(said.get("for_each")),
            "how": texts(said.get("how")),
            "basis": refs(said.get("basis"), (*own, "basis")),
            "if_": text(said.get("if")),
            "excepted": refs(said.get("except"), (*own, "except")),
            "where": frozen(said.get("where")),
            "measure": at.path[:-1],
            "origin": MappingProxyType({f: p for f, (_, p) in inherited.items() if f not in said}),
        }

    def _measure(self, key: str, said: Values, at: _At, inherited: Inheritance) -> Measure:
        handed = _handed_on(said, at, inherited)
        return Measure(
            **self._work(key, said, at, inherited),
            measures=tuple(self._measure(*s, handed) for s in _section(said, "measures", at)),
            duties=tuple(self._duty(*s, handed) for s in _section(said, "duties", at)),
            appraisals=tuple(self._appraisal(*s, handed) for s in _section(said, "appraisals", at)),
            adopted=text(said.get("adopted")),
        )

    def _duty(self, key: str, said: Values, at: _At, inherited: Inheritance) -> Duty:
        refs = self.fields.refs
        return Duty(
            **self._work(key, said, at, inherited),
            output=refs(said.get("output"), (*at.at, "output")),
            sets_up=refs(said.get("sets_up"), (*at.at, "sets_up")),
            touches=texts(said.get("touches")),
            in_turn=text(said.get("in_turn")),
        )

    def _phase(self, key: str, said: Values, at: _At) -> Phase:
        handed = _handed_on(said, at, NOTHING)
        return Phase(
            **self._work(key, said, at, NOTHING),
            does=self.fields.refs(said.get("does"), (*at.at, "does")),
            duties=tuple(self._duty(*s, handed) for s in _section(said, "duties", at)),
        )

    def _schedule(self, key: str, said: Values, at: _At) -> Schedule:
        rows = said.get("rows")
        return Schedule(
            **self._element(key, said, at),
            year=text(said.get("year")),
            school_year=text(said.get("school_year")),
            complete=said.get("complete") is not False,
            rows=tuple(
                self._phase(str(number + 1), row, _At(at.path, (*at.at, "rows", number)))
                for number, row in enumerate(rows if isinstance(rows, list) else [])
                if isinstance(row, dict)
            ),
        )

    # appraisals --------------------------------------------------------------------------------------

    def _appraisal(self, key: str, said: Values, at: _At, inherited: Inheritance) -> Appraisal:
        handed = {f: v for f, v in inherited.items() if f in INHERITED_BY_APPRAISALS}
        own = {f: v for f, v in said.items() if f not in Part._value2member_map_}
        refs, there = self.fields.refs, at.at
        into = said.get("into")
        result = mapping(said, "result")
        return Appraisal(
            **self._work(key, own, at, handed),
            assess=refs(said.get("assess"), (*there, "assess")),
            rubric=refs(said.get("rubric"), (*there, "rubric")),
            criteria=self._criteria(said, at),
            grades=texts(said.get("grades")),
            result=Result(
                counts_for=texts(result.get("counts_for")),
                strength=text(result.get("strength")),
                award=text(result.get("award")),
            )
            if result
            else None,
            bundled={True: "yes", "cluster": "cluster"}.get(said.get("bundled", ""), ""),
            into=self._into(into, (*there, "into")),
            yields_to=self.fields.ref(said.get("yields_to"), (*there, "yields_to")),
        )

    def _into(self, said: object, at: DocPath) -> Into | None:
        if isinstance(said, dict):
            target = self.fields.ref(said.get("appraisal"), (*at, "appraisal"))
            weight = self.fields.quantity(said.get("weight"), (*at, "weight"))
            return Into(appraisal=target, weight=weight) if target else None
        target = self.fields.ref(said, at)
        return Into(appraisal=target) if target else None

    def _criteria(self, said: Values, at: _At) -> tuple[Criterion, ...]:
        return tuple(self._criterion(*s) for s in _section(said, "criteria", at))

    def _criterion(self, key: str, said: Values, at: _At) -> Criterion:
        score = said.get("score")
        lines = score if isinstance(score, list) else [score] if score is not None else []
        return Criterion(
            **self._element(key, said, at),
            points=self.fields.quantity(said.get("points"), (*at.at, "points")),
            criteria=self._criteria(said, at),
            score=tuple(
                ScoreLine(
                    fields=frozen(line if isinstance(line, dict) else {"else": line}),
                    at=(*at.at, "score", n) if isinstance(score, list) else (*at.at, "score"),
                )
                for n, line in enumerate(lines)
                if line != UNSPECIFIED
            ),
            value=text(said.get("value")),
            evidence=texts(said.get("evidence")),
            where=frozen(said.get("where")),
            per=text(said.get("per")),
            against=texts(said.get("against")),
            veto=said.get("veto") is True,
        )


def _section(said: Values, section: str, at: _At) -> Iterator[tuple[str, Values, _At]]:
    content = said.get(section)
    if isinstance(content, dict):
        for key, value in content.items():
            there = _At((*at.path, key), (*at.at, section, key), at.home)
            yield key, value if isinstance(value, dict) else {}, there


def _handed_on(said: Values, at: _At, inherited: Inheritance) -> Inheritance:
    own = {f: (said[f], (*at.at, f)) for f in INHERITED if f in said}
    return {**inherited, **own} if own else inherited


def _effective(field: str, said: Values, at: _At, inherited: Inheritance) -> tuple[Any, DocPath]:
    if field in said:
        return said[field], (*at.at, field)
    return inherited.get(field, (None, (*at.at, field)))


def _unspecified(said: Values) -> frozenset[str]:
    return frozenset(field for field, value in said.items() if value == UNSPECIFIED)


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _link(said: Values, at: DocPath) -> Link:
    return Link(
        column=text(said.get("column")),
        from_=text(said.get("from")),
        to=text(said.get("to")),
        one=said.get("one") is True,
        at=at,
    )
