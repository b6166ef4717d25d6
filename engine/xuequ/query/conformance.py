"""A subordinate scheme held against its superior's: what is asked of it, and whether it is there.

A requirement is met by what `answers` names, else by what was adopted from the same place of the same policy,
else by what has the same name. What the two schemes share is compared value by value even where no mandate asks
for it: the superior's rhythms, amounts, parts and documents hold unless it calls them a default.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from xuequ.compose.names import built_in
from xuequ.findings.catalogue.words import WORDS, Said
from xuequ.findings.finding import DocPath
from xuequ.language.fields import field
from xuequ.model.elements import Appraisal, ClusterForm, Constraint, Duty, Force, Mandate, Measure, Member
from xuequ.model.fields import UNSPECIFIED, texts
from xuequ.query.gaps import Aspect, Bound, Gap, Grade, Pair, gaps
from xuequ.query.inventory import Inventory, Thing
from xuequ.query.remaining import remaining
from xuequ.query.statements import label_of
from xuequ.query.values import Turn
from xuequ.resolution.plan import Plan


class State(StrEnum):
    """How a requirement stands in the subordinate scheme."""

    MET = "met"
    UNCOMPARED = "uncompared"
    """It is there, and something in it could not be compared: left to people."""
    WEAKENED = "weakened"
    CONTRADICTED = "contradicted"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"


class Way(StrEnum):
    """How what meets a requirement was found."""

    ANSWER = "answer"
    ADOPTED = "adopted"
    NAME = "name"
    NOWHERE = "nowhere"


class Row(NamedTuple):
    """One requirement and what becomes of it.

    `mandate` is None where no mandate asks and the two schemes merely share the thing; `thing` is None where the
    superior names something it does not have itself. `at` is where the superior asks. `reason` is why it does
    not apply. `unanswered` says that `answers` has an entry which does not help, at `answer_at`.
    """

    mandate: Mandate | None
    text: str
    thing: Thing | None
    at: DocPath
    bound: Bound
    state: State
    way: Way = Way.NOWHERE
    met_by: Thing | None = None
    reason: str = ""
    gaps: tuple[Gap, ...] = ()
    answer_at: DocPath = ()

    @property
    def name(self) -> str:
        """What is required, as readers know it."""
        return self.thing.name if self.thing else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Conformance:
    """The whole comparison; `compared` counts what both schemes have, `strangers` are answers to nothing."""

    upper: Plan
    lower: Plan
    asked: bool
    """Whether the superior asks anything of schemes of this level."""
    rows: tuple[Row, ...]
    compared: int
    strangers: tuple[str, ...]

    def counted(self, state: State) -> int:
        """How many requirements stand like that."""
        return sum(row.state is state for row in self.rows)


class Answer(NamedTuple):
    """What `answers` says for one thing: references, or why it does not apply."""

    refs: tuple[str, ...]
    reason: str | None
    at: DocPath


def conformance(lower: Plan, upper: Plan) -> Conformance:
    """How `lower` meets what `upper` asks of it. Neither needs a roster."""
    return _Comparison(lower, upper).whole()


class _Comparison:
    def __init__(self, lower: Plan, upper: Plan) -> None:
        self.lower, self.upper = lower, upper
        self.here, self.above = Inventory(lower), Inventory(upper)
        self.answers, self.strangers = self._answers()

    def whole(self) -> Conformance:
        mandates = [m for m in self.upper.scheme.mandates if self._meant(m)]
        rows = [row for mandate in mandates for row in self._required(mandate)]
        asked = {row.thing.element.at for row in rows if row.thing}
        asked_inside = {at: bound for row in rows for at, bound in self._inside(row) if at not in asked}
        shared = [row for thing in self.above.things if (row := self._shared(thing, asked, asked_inside))]
        dropped = [row for thing in self.above.things if (row := self._dropped(thing, asked))]
        rows = [self._with_inner(row, shared) for row in rows]
        return Conformance(
            upper=self.upper,
            lower=self.lower,
            asked=bool(mandates),
            rows=(*rows, *(row for row in shared if row.gaps or row.state is State.MISSING), *dropped),
            compared=len(shared),
            strangers=self.strangers,
        )

    def _meant(self, mandate: Mandate) -> bool:
        """Whether a mandate speaks to schemes of this level; without `each` it speaks to all."""
        level = self.lower.scheme.locality.level
        asked = {built_in(ref.text) or ref.text for ref in mandate.each}
        kinds = {t.path[0] for text in asked for t in self.above.named(text) if t.kind == "cluster"}
        return not asked or level in asked | kinds

    def _answers(self) -> tuple[Mapping[DocPath, Answer], tuple[str, ...]]:
        found: dict[DocPath, Answer] = {}
        strangers = []
        for path, said in self.lower.scheme.answers.items():
            things = self.above.asked(path)
            answer = _answer(said, ("answers", path))
            for thing in things:
                found[thing.element.at] = answer
            if not things:
                strangers.append(path)
        return found, tuple(strangers)

    @cached_property
    def _standing_for(self) -> Mapping[DocPath, frozenset[DocPath]]:
        """For a place in the superior scheme, the places that `answers` names for it here."""
        return {
            at: frozenset(thing.element.at for text in answer.refs for thing in self.here.asked(text))
            for at, answer in self.answers.items()
        }

    # what mandates ask ---------------------------------------------------------------------------------

    def _required(self, mandate: Mandate) -> Iterator[Row]:
        for ref in mandate.requires:
            bound = self._bound(mandate, ref.text)
            things = self.above.asked(ref.text)
            if not things:
                yield self._plain(mandate, ref.text, ref.at, bound)
            for thing in things:
                yield self._row(mandate, ref.text, thing, ref.at, bound)

    def _bound(self, mandate: Mandate, text: str) -> Bound:
        said = mandate.bound.get(text, mandate.bound.get("", ""))
        for other, bound in mandate.bound.items():
            same = other and {t.element.at for t in self.above.asked(other)}
            if same and same & {t.element.at for t in self.above.asked(text)}:
                said = bound
        return Bound(said) if said in Bound._value2member_map_ else Bound.NONE

    def _plain(self, mandate: Mandate, text: str, at: DocPath, bound: Bound) -> Row:
        """A requirement that is only a name: the superior has nothing of that name itself."""
        there = self.here.asked(text)
        if not there:
            return Row(mandate, text, None, at, bound, State.MISSING)
        return Row(mandate, text, None, at, bound, State.MET, Way.NAME, there[0])

    def _row(self, mandate: Mandate | None, text: str, thing: Thing, at: DocPath, bound: Bound) -> Row:
        answer = self.answers.get(thing.element.at)
        row = Row(mandate, text, thing, at, bound, State.MISSING, answer_at=answer.at if answer else ())
        if answer is not None and answer.reason is not None:
            state = State.NOT_APPLICABLE if answer.reason else State.MISSING
            return row._replace(state=state, way=Way.ANSWER, reason=answer.reason)
        way, candidates = self._candidates(thing, answer)
        if not candidates:
            return row._replace(way=way)
        tried = [(self._gaps(thing, other, bound), other) for other in candidates]
        found, other = min(tried, key=lambda pair: len(pair[0]))
        return row._replace(state=_state(found), way=way, met_by=other, gaps=found)

    def _candidates(self, thing: Thing, answer: Answer | None) -> tuple[Way, tuple[Thing, ...]]:
        if answer is not None:
            return Way.ANSWER, tuple(t for text in answer.refs for t in self.here.asked(text))
        adopted = self._same_birth(thing)
        if adopted:
            return Way.ADOPTED, adopted
        named = self._same_name(thing)
        if not named and isinstance(thing.element, Member) and thing.element.leads:
            return Way.ANSWER, self._lead_there(thing)
        return (Way.NAME, named) if named else (Way.NOWHERE, ())

    def _lead_there(self, thing: Thing) -> tuple[Thing, ...]:
        """The leading role of what answers to the cluster type that this leading role is of."""
        outer = next(
            (t for t in self.above.things if t.kind == "cluster" and t.path == thing.path[:-1]), None
        )
        there = (
            {t.path for t in self._candidates(outer, self.answers.get(outer.element.at))[1]}
            if outer
            else set()
        )
        return tuple(
            thing
            for thing in self.here.things
            if isinstance(thing.element, Member) and thing.element.leads and thing.path[:-1] in there
        )

    def _same_birth(self, thing: Thing) -> tuple[Thing, ...]:
        """What came from the same place of the same policy, or of a scheme that the lower one extends."""
        file = thing.born[0]
        if file == self.lower.composed.file:
            return ()
        return tuple(t for t in self.here.born.get(thing.born, ()) if t.kind == thing.kind)

    def _same_name(self, thing: Thing) -> tuple[Thing, ...]:
        """Of the things with this name, those that stand under the same title where there are such."""
        names = (thing.name, *thing.element.aliases)
        found = tuple(
            {t.element.at: t for name in names for t in self.here.called(thing.kind, name)}.values()
        )
        near = tuple(t for t in found if t.labels[:-1] and t.labels[-2:-1] == thing.labels[-2:-1])
        return near or found

    def _gaps(self, thing: Thing, other: Thing, bound: Bound) -> tuple[Gap, ...]:
        pair = Pair(thing, other, bound, self.above, self.here, self._standing_for, self._stands)
        found = gaps(pair)
        if pair.free:
            return found
        if bound is Bound.FIXED:
            found = tuple(gap._replace(grade=Grade.CONTRARY) for gap in found)
        if isinstance(thing.element, Measure) and isinstance(other.element, Measure):
            found += tuple(self._lost_duties(thing.element, other.element, bound))
        found += remaining(pair, frozenset(gap.field for gap in found))
        if isinstance(thing.element, ClusterForm) and isinstance(other.element, ClusterForm):
            found += tuple(self._of_parts(thing, other, bound))
        return found

    def _stands(self, thing: Thing) -> tuple[Thing, ...]:
        return self._candidates(thing, self.answers.get(thing.element.at))[1]

    def _of_parts(self, thing: Thing, other: Thing, bound: Bound) -> Iterator[Gap]:
        """The gaps of the kinds of members of a cluster and of its forms, which are required with it."""
        for part in self.above.things:
            if part.kind in ("member", "form") and part.path[:-1] == thing.path:
                there = [one for one in self._stands(part) if one.path[:-1] == other.path]
                for gap in self._gaps(part, there[0], bound) if there else ():
                    zh, en = gap.label
                    yield gap._replace(label=Said(f"“{part.name}”的{zh}", f"{en} of “{part.name}”"))

    def _lost_duties(self, upper: Measure, lower: Measure, bound: Bound) -> Iterator[Gap]:
        """The duties of a measure that is required as a whole."""
        if bound is Bound.DEFAULT:
            return
        wanted = [t for t in self.above.things if _inside(t, upper) and t.element.force is Force.MUST]
        lost = [t for t in wanted if not self._candidates(t, self.answers.get(t.element.at))[1]]
        lost = [t for t in lost if not self._excused(t)]
        if lost:
            names = Said("、".join(t.name for t in lost), ", ".join(t.name for t in lost))
            label, nothing = label_of(field("measure", "duties")), WORDS["nothing"]
            at, here = lost[0].element.at, lower.at
            yield Gap(Aspect.DUTY, "duties", label, Turn.DROPPED, Grade.WEAKER, names, nothing, at, here)

    def _excused(self, thing: Thing) -> bool:
        answer = self.answers.get(thing.element.at)
        return answer is not None and bool(answer.reason)

    # what both have ------------------------------------------------------------------------------------

    def _inside(self, row: Row) -> Iterator[tuple[DocPath, Bound]]:
        """The duties and appraisals of a measure that is required as a whole, each with the bound of all."""
        if row.thing is not None and row.met_by is not None and isinstance(row.thing.element, Measure):
            for thing in self.above.things:
                if _inside(thing, row.thing.element):
                    yield thing.element.at, row.bound

    def _with_inner(self, row: Row, shared: list[Row]) -> Row:
        """A measure that is required stands as the worst of its duties does."""
        inside = {at for at, _ in self._inside(row)}
        states = {row.state, *(r.state for r in shared if r.thing and r.thing.element.at in inside)}
        worst = (s for s in (State.CONTRADICTED, State.WEAKENED, State.UNCOMPARED) if s in states)
        return row._replace(state=next(worst, row.state)) if inside else row

    def _shared(self, thing: Thing, asked: set[DocPath], inside: Mapping[DocPath, Bound]) -> Row | None:
        """The comparison of something both have by adoption, by an answer, or in a measure that is required."""
        answered, at = thing.element.at in self.answers, thing.element.at
        if at in asked or not isinstance(thing.element, Duty | Appraisal | Constraint):
            return None
        if not (answered or at in inside or self._same_birth(thing)):
            return None
        row = self._row(None, "/".join(thing.path), thing, at, inside.get(at, Bound.NONE))
        return row if row.met_by or (row.state is State.MISSING and answered) else None

    def _dropped(self, thing: Thing, asked: set[DocPath]) -> Row | None:
        """A constraint that came with a policy both adopt and was taken out again."""
        if not isinstance(thing.element, Constraint) or thing.element.at in asked:
            return None
        if not (thing.element.protects or thing.element.never) or thing.element.at in self.answers:
            return None
        adopted = {f"policy:{one.policy}" for one in self.lower.composed.adopted}
        if thing.born[0] not in adopted or self._same_birth(thing) or self._same_name(thing):
            return None
        return Row(
            None, "/".join(thing.path), thing, thing.element.at, Bound.NONE, State.MISSING, Way.ADOPTED
        )


def _inside(thing: Thing, measure: Measure) -> bool:
    return thing.kind in ("duty", "appraisal") and thing.path[: len(measure.path)] == measure.path


def _state(found: tuple[Gap, ...]) -> State:
    grades = {gap.grade for gap in found}
    if Grade.CONTRARY in grades:
        return State.CONTRADICTED
    if Grade.WEAKER in grades:
        return State.WEAKENED
    return State.UNCOMPARED if Grade.UNTOLD in grades else State.MET


def _answer(said: object, at: DocPath) -> Answer:
    if isinstance(said, dict):
        why = said.get("not_applicable")
        reason = why.strip() if isinstance(why, str) and why != UNSPECIFIED else ""
        return Answer((), reason, at)
    return Answer(texts(said), None, at)
