"""What resolution yields: typed rows, from which a graph is made when somebody asks for one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from xuequ.compose import Composed
from xuequ.findings.finding import DocPath, Finding
from xuequ.findings.record import record
from xuequ.model.elements import Appraisal, Duty, Part, Path, Scheme
from xuequ.resolution.declarations import Declarations

if TYPE_CHECKING:
    import networkx as nx

    from xuequ.model.roster import Roster


#: The built-in actor that nobody reports to: what informs it is published.
PUBLIC = "public"


class NodeKind(StrEnum):
    """What a node stands for."""

    UNIT = "unit"
    SCHOOL = "school"
    ROLE = "role"
    ORGAN = "organ"
    POST = "post"
    GROUP = "group"
    MEASURE = "measure"
    DUTY = "duty"
    APPRAISAL = "appraisal"
    OUTPUT = "output"
    GOAL = "goal"
    CLAUSE = "clause"


class EdgeKind(StrEnum):
    """How two nodes stand to each other; the parts and `assess` run from an actor to work."""

    ADMINISTERS = "administers"
    HOSTS = "hosts"
    LEADS = "leads"
    MEMBER_OF = "member_of"
    MIRRORS = "mirrors"
    HOLDS = "holds"
    APPOINTS = "appoints"
    REMOVES = "removes"
    BARRED = "barred"
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    OVERSEE = "oversee"
    APPROVE = "approve"
    INFORM = "inform"
    MAY = "may"
    MUST_NOT = "must_not"
    ASSESS = "assess"
    FOR = "for"
    ASSESSES = "assesses"
    REPORTS_TO = "reports_to"
    PRODUCES = "produces"
    SETS_UP = "sets_up"
    DISSOLVES = "dissolves"
    SUSPENDS = "suspends"
    EXEMPTS = "exempts"
    NEEDS = "needs"
    SERVES = "serves"
    INTO = "into"
    DERIVED_FROM = "derived_from"


#: The edge by which an actor takes each part.
PART_EDGES: Mapping[Part, EdgeKind] = {part: EdgeKind(part.value) for part in Part}
#: Kinds of edges that mean an actor does something.
TAKING_PART = frozenset({*PART_EDGES.values(), EdgeKind.ASSESS})


class Node(NamedTuple):
    """One actor, unit, piece of work, output, goal or clause.

    `id` is stable under renaming of display names: keys joined by `/`. `path` is the path of the element
    that declared it (empty for built-in actors, units of a roster, outputs and clauses). `unit` is the id of
    the place it belongs to, empty for the locality.
    """

    id: str
    kind: NodeKind
    name: str
    path: Path = ()
    unit: str = ""


class Edge(NamedTuple):
    """One relation; `at` is where in the composed tree the value that says so stands, `clause` what supports it.

    `via` is the node of the group that stands there for its members: 被督导单位 for 财政局.
    """

    kind: EdgeKind
    source: str
    target: str
    at: DocPath
    clause: str = ""
    via: str = ""


class Unit(NamedTuple):
    """A place: the locality, a level, a cluster, or a single school; `type` is the key of what it is one of.

    Without a roster there is one typical unit of each type, `typical` is true and `schools` empty.
    """

    id: str
    type: str
    name: str
    schools: frozenset[str] = frozenset()
    typical: bool = True
    form: str = ""
    """The key of a cluster's form (模式) or, where its type declares none of that name, as the roster has it."""


class Task(NamedTuple):
    """One duty as one unit has it: who takes which part, for whom. Actors are node ids.

    Of what the source allows or forbids, those who would lead it are those who may or must not.
    """

    id: str
    duty: Duty
    unit: str
    parts: Mapping[Part, tuple[str, ...]]
    objects: tuple[str, ...]

    @property
    def carriers(self) -> tuple[str, ...]:
        """Who answers for it: who leads, else who is responsible, else who may do it; nobody for what is forbidden."""
        own = (self.parts.get(part) for part in (Part.LEAD, Part.RESPONSIBLE, Part.MAY))
        return next(filter(None, own), ())


class Binding(NamedTuple):
    """How one name was found: the actor's path, and from where in which direction (`resolve.places.Step`)."""

    text: str
    actor: Path
    step: int
    many: bool
    """Whether it means several bodies by its nature: found below or across, or a set of schools from above.

    A school role named by work that stands at each of its schools is one of them.
    """
    others: tuple[Path, ...] = ()
    """Whom else it means: of work that stands at several types of place, 总校长 is one of each."""

    @property
    def actors(self) -> tuple[Path, ...]:
        """Everybody it means."""
        return (self.actor, *self.others)


class Review(NamedTuple):
    """One appraisal as one unit has it."""

    id: str
    appraisal: Appraisal
    unit: str
    assessors: tuple[str, ...]
    objects: tuple[str, ...]


@record
class Plan:
    """A resolved scheme. Everything later (checks, queries, documents, pictures) reads this one value.

    `tasks` and `reviews` come in the order of the scheme, then of units. `findings` are those of resolution
    (REF, and what the roster contradicts). `declarations` finds whatever is declared by its name. `bindings`
    tell, for the path of an element and the place of a name in it, what the name was taken to mean; `within`
    are the schools of the roster to which columns narrow a group, by its path. `conditions`, for the path of
    a piece of work and a column of its condition, what that is about: `each`, the places that have the work,
    or the fields of its parties; `excepted` the nodes that are. `graph` is made on demand and is the only thing
    that needs networkx.
    """

    scheme: Scheme
    composed: Composed
    roster: Roster | None
    units: Mapping[str, Unit]
    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]
    tasks: tuple[Task, ...]
    reviews: tuple[Review, ...]
    bindings: Mapping[tuple[Path, DocPath], Binding]
    declarations: Declarations
    findings: tuple[Finding, ...]
    conditions: Mapping[tuple[Path, str], tuple[str, ...]] = field(default_factory=dict)
    within: Mapping[Path, frozenset[str]] = field(default_factory=dict)
    excepted: Mapping[Path, frozenset[str]] = field(default_factory=dict)

    @property
    def graph(self) -> nx.MultiDiGraph[str]:
        """The rows as a graph: nodes carry kind, name, unit; edges carry kind and clause, keyed by kind."""
        from xuequ.resolution.graph import to_networkx

        return to_networkx(self)
