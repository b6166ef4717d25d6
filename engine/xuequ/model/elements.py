"""The scheme as frozen values: what was said, with where it stands, before anybody asks what it means.

Every element has two paths. `path` is how people refer to it: keys from the top without section names
(`district_management/deliberation/report`). `at` is where it stands in the composed tree, section names
included; `Origins` turns it into a file and a place there.

A field whose value is `unspecified` is empty here and named in `unspecified`; a field the source does
not mention is empty and not named there. Nothing else tells the two apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from xuequ.findings.finding import DocPath
from xuequ.findings.record import record
from xuequ.model.amount.amounts import Amount
from xuequ.model.amount.per import Per
from xuequ.model.amount.quantity import Quantity
from xuequ.model.time.values import When
from xuequ.source.numbering import clause_key

Path = tuple[str, ...]
#: `2025`, `2025-08` or `2025-08-20` however written; empty where there is none.
Date: TypeAlias = str
#: `2025-08-20` however written; empty where there is none.
Day: TypeAlias = str
#: Fields whose attribute has another name, since Python has the word or every element a field of that name.
ATTRIBUTES: Mapping[str, str] = MappingProxyType(
    {"for": "for_", "if": "if_", "except": "excepted", "from": "from_", "as": "role"}
)


class Part(StrEnum):
    """How an actor takes part in a piece of work, or what a power or a prohibition is to it.

    The first six are fields of work; the last two are what becomes of some of them where the source does not
    ask for the work but allows or forbids it (`Norm`).
    """

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    OVERSEE = "oversee"
    APPROVE = "approve"
    INFORM = "inform"
    MAY = "may"
    MUST_NOT = "must_not"


#: The parts that are fields of work.
WRITTEN_PARTS = tuple(part for part in Part if part not in (Part.MAY, Part.MUST_NOT))


class Force(StrEnum):
    """How strongly the source says it (语气)."""

    MUST = "must"
    IN_PRINCIPLE = "in_principle"
    ENCOURAGED = "encouraged"
    STRIVE = "strive"
    MAY = "may"
    MUST_NOT = "must_not"


class Norm(StrEnum):
    """What the source does with a piece of work: asks for it, allows it, or forbids it."""

    DUTY = "duty"
    MAY = "may"
    MUST_NOT = "must_not"

    @property
    def stands_for(self) -> Mapping[str, Part]:
        """The parts that are another one under it: who leads what is forbidden is who must not do it."""
        return _STANDS_FOR[self]


_STANDS_FOR: Mapping[Norm, Mapping[str, Part]] = {
    Norm.DUTY: {},
    Norm.MAY: dict.fromkeys((Part.LEAD, Part.RESPONSIBLE, "assess"), Part.MAY),
    Norm.MUST_NOT: dict.fromkeys((Part.LEAD, Part.RESPONSIBLE, Part.SUPPORT, "assess"), Part.MUST_NOT),
}


@record
class Ref:
    """A name as the drafter wrote it, and where: `text` is resolved by `resolution.binding`."""

    text: str
    at: DocPath


@record
class Clause:
    """Where in a source a statement stands; `source` is the key of one of the scheme's (or policy's) sources.

    A source without numbered clauses is meant as a whole: `number` is empty then.
    """

    source: str | None
    number: str

    def __str__(self) -> str:
        return f"{self.source}/{self.number}" if self.source and self.number else self.source or self.number

    @property
    def key(self) -> str:
        """The number in one form: 第2条第1款第3项 and 第二条第一款(三) are one clause."""
        return clause_key(self.number)


@record
class Element:
    """What every named thing has."""

    key: str
    path: Path
    at: DocPath
    name: str
    aliases: tuple[str, ...] = ()
    clause: tuple[Clause, ...] = ()
    note: str = ""
    unclear: str = ""
    ours: bool = False
    count: Quantity | None = None
    items: tuple[Element, ...] = ()
    open: bool = False
    force: Force = Force.MUST
    unspecified: frozenset[str] = frozenset()

    @property
    def labels(self) -> frozenset[str]:
        """What people may call it: its key, its name, its aliases."""
        return frozenset((self.key, self.name, *self.aliases))


@record
class Goal(Element):
    """What measures serve (目标), with the numbers it is to reach and by when."""

    when: tuple[When, ...] = ()
    amount: tuple[Amount, ...] = ()


#: How a text stands to documents that are no longer in force: no clause of it is one of theirs.
GONE = frozenset({"repeals", "suspends"})


@record
class Source(Element):
    """A document the scheme rests on (来源文件)."""

    issued_by: str = ""
    date: Date = ""
    number: str = ""
    text: str = ""
    standing: str = ""
    role: str = ""
    """The field `as`: basis, attachment, repeals …"""
    outline: str = ""
    """A file with the numbers of its clauses, relative to the file that declares the source."""


@record
class Post(Element):
    """A role one person holds (岗位)."""

    each: tuple[Ref, ...] = ()
    for_each: tuple[str, ...] = ()
    under: Ref | None = None
    held_by: tuple[Ref, ...] = ()
    appointed_by: tuple[Ref, ...] = ()
    removed_by: tuple[Ref, ...] = ()
    barred: tuple[Ref, ...] = ()
    """Who may not hold it."""
    qualification: tuple[str, ...] = ()
    tenure: tuple[str, ...] = ()
    term: Quantity | None = None
    terms: Quantity | None = None
    """How many in a row; 1 where it may not be held again, 2 or more where it may."""
    per: Per | None = None
    home: Path = ()
    """Path of the organ or cluster type it is nested in; empty at the top."""


@record
class Group(Element):
    """A named set of actors (群体)."""

    each: tuple[Ref, ...] = ()
    for_each: tuple[str, ...] = ()
    of: tuple[Ref, ...] = ()
    where: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    excepted: tuple[Ref, ...] = ()
    """The field `except`."""
    column: str = ""
    home: Path = ()


@record
class Organ(Element):
    """A body (机构); organs nested in it stand in `Scheme.organs` too, with their own `home`."""

    kind: str = ""
    each: tuple[Ref, ...] = ()
    under: Ref | None = None
    head: tuple[Ref, ...] = ()
    members: tuple[Ref, ...] = ()
    seat: Ref | None = None
    quorum: Quantity | None = None
    majority: Quantity | None = None
    home: Path = ()


@record
class Member(Element):
    """A role schools have in a cluster (学区长学校, 成员学校)."""

    of: tuple[Ref, ...] = ()
    where: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    leads: bool = False
    outside: bool = False


@record
class ClusterUnit(Element):
    """One named cluster (一小教育集团): its schools by role, its form, and what `states` asks of it."""

    form: str = ""
    schools: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    states: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@record
class Link:
    """The schools of column `column` of each `from_` school must be `to` schools of its unit (直对入学)."""

    column: str = ""
    from_: str = ""
    to: str = ""
    one: bool = False
    at: DocPath = ()


@record
class ClusterForm(Element):
    """A variant of a cluster type (模式) with the constraints that make it what it is."""

    members: tuple[Member, ...] = ()
    same: tuple[str, ...] = ()
    link: Link | None = None
    size: Mapping[str, Quantity] = field(default_factory=lambda: MappingProxyType({}))
    size_force: Force = Force.MUST
    states: tuple[str, ...] = ()
    legal: str = ""
    apart_from: tuple[Ref, ...] = ()
    overlap: bool | None = None
    every_school: bool | None = None


@record
class ClusterType(ClusterForm):
    """How schools are grouped (学区类型)."""

    each: tuple[Ref, ...] = ()
    forms: tuple[ClusterForm, ...] = ()
    mirrors: Ref | None = None
    under: Ref | None = None
    pilot: bool = False
    units: tuple[ClusterUnit, ...] = ()


@record
class Never:
    """An edge that must not be in the resolved graph."""

    who: tuple[Ref, ...] = ()
    edge: str = ""
    whom: tuple[Ref, ...] = ()


@record
class Constraint(Element):
    """What must never hold (约束); with neither `protects` nor `never` it is words only."""

    protects: tuple[str, ...] = ()
    for_: tuple[Ref, ...] = ()
    never: Never | None = None


@record
class Work(Element):
    """Work and its circumstances, inherited fields filled in.

    `origin` tells for each inherited field where its value stands; a field not in it is the element's own.
    """

    parts: Mapping[Part, tuple[Ref, ...]] = field(default_factory=lambda: MappingProxyType({}))
    each: tuple[Ref, ...] = ()
    for_: tuple[Ref, ...] = ()
    when: tuple[When, ...] = ()
    amount: tuple[Amount, ...] = ()
    serves: tuple[Ref, ...] = ()
    needs: tuple[Ref, ...] = ()
    for_each: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    basis: tuple[Ref, ...] = ()
    if_: str = ""
    excepted: tuple[Ref, ...] = ()
    where: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    measure: Path = ()
    """Path of the measure, phase or schedule row it stands in; empty at the top."""
    origin: Mapping[str, DocPath] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def norm(self) -> Norm:
        """Whether it is asked for, however softly, allowed or forbidden."""
        return _NORMS.get(self.force, Norm.DUTY)

    @property
    def carriers(self) -> tuple[Ref, ...]:
        """Who answers for it, may do it or must not: the lead, else who is responsible."""
        return self.parts.get(Part.LEAD) or self.parts.get(Part.RESPONSIBLE, ())


_NORMS = {Force.MAY: Norm.MAY, Force.MUST_NOT: Norm.MUST_NOT}


@record
class Measure(Work):
    """A titled group of duties (举措); `adopted` is the adoption's key where the measure is an adoption's frame."""

    measures: tuple[Measure, ...] = ()
    duties: tuple[Duty, ...] = ()
    appraisals: tuple[Appraisal, ...] = ()
    adopted: str = ""


@record
class Duty(Work):
    """One thing to do (职责)."""

    output: tuple[Ref, ...] = ()
    """Documents and things to be produced; a Ref because places matter, its text is the name that prints."""
    sets_up: tuple[Ref, ...] = ()
    dissolves: tuple[Ref, ...] = ()
    suspends: tuple[Ref, ...] = ()
    exempts: tuple[Ref, ...] = ()
    """Work that its objects need not undergo or do."""
    breach: tuple[Clause, ...] = ()
    """The clauses whose breach it answers."""
    barred: tuple[Ref, ...] = ()
    """Who may not take part."""
    gate: tuple[str, ...] = ()
    """The parts that must have been taken before it may be done."""
    lasts: Quantity | None = None
    quorum: Quantity | None = None
    majority: Quantity | None = None
    touches: tuple[str, ...] = ()
    in_turn: str = ""


@record
class ScoreLine:
    """One line of a criterion's scoring (计分); the first line that applies counts.

    `condition` is the field `if` as written, `reached` the quantity it is; `points` are one, or one for each place of
    a `rank`. What is said in words alone is `text`.
    """

    at: DocPath
    condition: str = ""
    reached: Quantity | None = None
    points: tuple[Quantity, ...] = ()
    rank: str = ""
    over: str = ""
    each: str = ""
    from_: Quantity | None = None
    floor: Quantity | None = None
    cap: Quantity | None = None
    otherwise: ScoreLine | None = None
    text: str = ""
    unspecified: frozenset[str] = frozenset()


@record
class Criterion(Element):
    """One indicator (指标); without `points` it belongs to an indicator system."""

    points: Quantity | None = None
    criteria: tuple[Criterion, ...] = ()
    score: tuple[ScoreLine, ...] = ()
    value: str = ""
    evidence: tuple[str, ...] = ()
    where: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    per: Per | None = None
    against: tuple[str, ...] = ()
    veto: bool = False


@record
class Result:
    """What an appraisal's result is used for."""

    counts_for: tuple[str, ...] = ()
    strength: str = ""
    award: str = ""


@record
class Into:
    """The appraisal this one counts in, with its weight."""

    appraisal: Ref
    weight: Quantity | None = None


@record
class Appraisal(Work):
    """Who assesses whom on what (考核事项); takes and inherits no parts."""

    assess: tuple[Ref, ...] = ()
    barred: tuple[Ref, ...] = ()
    rubric: tuple[Ref, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    grades: tuple[str, ...] = ()
    result: Result | None = None
    bundled: str = ""
    """`yes`, `cluster` or empty."""
    into: Into | None = None
    yields_to: Ref | None = None


@record
class Phase(Work):
    """An ordered step (阶段) or, without a name, a row of a schedule."""

    does: tuple[Ref, ...] = ()
    duties: tuple[Duty, ...] = ()
    row: str = ""
    """What a row of a schedule is called in references: its name, or its time; empty for a phase."""


@record
class Schedule(Element):
    """A table of months and what falls in them (行事历)."""

    year: str = ""
    school_year: str = ""
    complete: bool = True
    rows: tuple[Phase, ...] = ()


@record
class Mandate(Element):
    """What subordinate schemes must contain (对下要求)."""

    each: tuple[Ref, ...] = ()
    requires: tuple[Ref, ...] = ()
    bound: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@record
class Locality:
    """Whose scheme it is; `level` is province, city, county, town or the key of a cluster type with one unit."""

    name: str = ""
    level: str = ""
    under: tuple[str, ...] = ()
    at: DocPath = ("locality",)


@record
class Issue:
    """How the text goes out; empty when absent. Days are `2025-08-20` however written, other texts as written."""

    source: str = ""
    issued_by: tuple[Ref, ...] = ()
    to: tuple[Ref, ...] = ()
    cc: tuple[Ref, ...] = ()
    date: Date = ""
    number: str = ""
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    effective: Day = ""
    expires: Day = ""
    unspecified: frozenset[str] = frozenset()
    at: DocPath = ("issue",)


@record
class Scheme:
    """What one locality decided, composed: adopted policies and extended schemes are in it already.

    Nested organs, posts and groups are flattened here with `home`; measures keep their tree.
    """

    name: str
    locality: Locality
    issue: Issue
    calendar: Mapping[str, object]
    conventions: Mapping[str, str]
    answers: Mapping[str, object]
    clause: tuple[Clause, ...] = ()
    """The clauses that the scheme as a whole takes in: its purpose, when it is in force."""
    sources: tuple[Source, ...] = ()
    organs: tuple[Organ, ...] = ()
    posts: tuple[Post, ...] = ()
    groups: tuple[Group, ...] = ()
    clusters: tuple[ClusterType, ...] = ()
    goals: tuple[Goal, ...] = ()
    principles: tuple[Element, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    measures: tuple[Measure, ...] = ()
    duties: tuple[Duty, ...] = ()
    appraisals: tuple[Appraisal, ...] = ()
    phases: tuple[Phase, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    mandates: tuple[Mandate, ...] = ()

    @property
    def own_source(self) -> str:
        """The key of the source of clauses that name none; empty where every source is repealed or suspended."""
        kept = (source.key for source in self.sources if source.role not in GONE)
        return self.issue.source or next(kept, "")
