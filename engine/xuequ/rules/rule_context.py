"""What rules read: a plan with its rows indexed once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeVar

from xuequ.compose.names import BUILT_IN_ZH, built_in
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import DocPath, Place, Related, Sharer
from xuequ.model.elements import (
    Appraisal,
    Duty,
    Element,
    Group,
    Measure,
    Member,
    Norm,
    Organ,
    Part,
    Path,
    Post,
    Ref,
    Scheme,
    Source,
    Work,
)
from xuequ.resolution.plan import Edge, EdgeKind, Node, NodeKind, Plan, Task
from xuequ.resolution.references import appraisals, duties, measures
from xuequ.rules.settings import Option, Options
from xuequ.source.marks import key_written

if TYPE_CHECKING:
    from xuequ.model.roster import School

#: To dissolve a body, where no field says so.
DISSOLVING = re.compile(
    "^(?:依法|依规|逐步|统一|全部|一律)?(?:撤销|取消|撤并|裁撤|解散|注销|停办|不再保留|不再设|不再设立)"
)

NOTHING_SET: Options = MappingProxyType({})


class RuleContext:
    """A resolved scheme as rules look at it; every index is made when the first rule asks for it."""

    def __init__(self, plan: Plan, options: Options = NOTHING_SET, school_year: int | None = None) -> None:
        self.plan = plan
        self.options = options
        self.school_year = school_year
        """The school year that is planned where the scheme names no period."""

    def setting(self, code: str, name: str) -> Option:
        """What an option of a rule is set to; the rule declares it, with its default, in `SETTINGS`."""
        return self.options[code][name]

    def number(self, code: str, name: str) -> int:
        """An option that is a whole number."""
        value = self.setting(code, name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise TypeError(f"{code} takes a whole number for `{name}`, not {value!r}")
        return value

    @property
    def scheme(self) -> Scheme:
        """The scheme."""
        return self.plan.scheme

    @cached_property
    def mappings(self) -> tuple[tuple[DocPath, Mapping[str, object]], ...]:
        """Every mapping of the composed tree with its path, the outer before the inner."""
        found: list[tuple[DocPath, Mapping[str, object]]] = []
        _collect(self.plan.composed.tree, (), found)
        return tuple(found)

    @cached_property
    def out(self) -> Mapping[str, tuple[Edge, ...]]:
        """Edges by the node they leave."""
        return _grouped((e.source, e) for e in self.plan.edges)

    @cached_property
    def into(self) -> Mapping[str, tuple[Edge, ...]]:
        """Edges by the node they reach."""
        return _grouped((e.target, e) for e in self.plan.edges)

    @cached_property
    def nodes_at(self) -> Mapping[Path, tuple[Node, ...]]:
        """The nodes of each declaration."""
        return _grouped((n.path, n) for n in self.plan.nodes.values())

    @cached_property
    def nested(self) -> Mapping[Path, tuple[Organ | Post, ...]]:
        """The organs and posts that stand in each body or cluster type."""
        bodies: tuple[Organ | Post, ...] = (*self.scheme.organs, *self.scheme.posts)
        return _grouped((body.home, body) for body in bodies)

    @cached_property
    def staff(self) -> Mapping[Path, tuple[Organ | Post, ...]]:
        """The posts and offices that say which body they are under, by that body."""
        bodies: list[Organ | Post] = [organ for organ in self.scheme.organs if organ.kind == "office"]
        bodies += self.scheme.posts
        bound = (
            (self.plan.bindings.get((body.path, body.under.at)), body)
            for body in bodies
            if body.under is not None
        )
        return _grouped((binding.actor, body) for binding, body in bound if binding is not None)

    @cached_property
    def dissolved(self) -> tuple[tuple[Duty, Path], ...]:
        """Each duty that dissolves a body, by its field or by its name, with the path of that body."""
        ends = (
            (duty, duty.dissolves or (duty.for_ if DISSOLVING.search(duty.name) else ()))
            for duty in self.duties
            if duty.norm is Norm.DUTY
        )
        bound = ((duty, self.plan.bindings.get((duty.path, ref.at))) for duty, refs in ends for ref in refs)
        return tuple((duty, binding.actor) for duty, binding in bound if binding is not None)

    @cached_property
    def rows(self) -> Mapping[str, School]:
        """The roster's schools by the id of their node."""
        roster = self.plan.roster
        return {f"school:{s.code}": s for s in roster.schools} if roster else {}

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Every duty in the order of the scheme."""
        return tuple(duties(self.scheme))

    @cached_property
    def tasks(self) -> Mapping[Path, tuple[Task, ...]]:
        """The tasks of each duty, one for each place that has it."""
        return _grouped((task.duty.path, task) for task in self.plan.tasks)

    @cached_property
    def appraisals(self) -> tuple[Appraisal, ...]:
        """Every appraisal in the order of the scheme."""
        return tuple(appraisals(self.scheme))

    @cached_property
    def measures(self) -> Mapping[Path, Measure]:
        """Every measure by path."""
        return {m.path: m for m in measures(self.scheme)}

    @cached_property
    def declared(self) -> Mapping[Path, Element]:
        """Every organ, post, group, cluster type and role by path."""
        found: dict[Path, Element] = {}
        for cluster in self.scheme.clusters:
            found[cluster.path] = cluster
            found.update({(cluster.key, m.key): m for m in cluster.members})
        bodies: tuple[tuple[Organ | Post | Group, ...], ...] = (
            self.scheme.organs,
            self.scheme.posts,
            self.scheme.groups,
        )
        for group in bodies:
            found.update({body.path: body for body in group})
        return found

    def follow(self, node: str, *kinds: EdgeKind) -> tuple[str, ...]:
        """The nodes that edges of these kinds lead to from `node`."""
        return tuple(e.target for e in self.out.get(node, ()) if e.kind in kinds)

    def reached(self, start: Iterable[str], kind: EdgeKind) -> frozenset[str]:
        """Everything that can be reached along edges of one kind, the start included."""
        seen, edge = set(start), list(start)
        while edge:
            edge = [t for n in edge for t in self.follow(n, kind) if t not in seen]
            seen.update(edge)
        return frozenset(seen)

    def name(self, node: str) -> str:
        """What a node is called."""
        return self.plan.nodes[node].name

    def called(self, node: str) -> str:
        """What a node is called; one of several of its kind (县教体局 of three counties) as it is declared."""
        found = self.plan.nodes[node]
        declared = self.declared.get(found.path)
        if found.kind is NodeKind.SCHOOL:
            roles = (self._roles.get(edge.at) for edge in self.out.get(node, ()))
            return next(filter(None, roles), found.name)
        return found.name if declared is None or len(self.nodes_at[found.path]) < 2 else declared.name

    @cached_property
    def _roles(self) -> Mapping[DocPath, str]:
        """What the roles of clusters are called, by where they stand."""
        return {role.at: role.name for cluster in self.scheme.clusters for role in cluster.members}

    def written(self, element: Element, refs: Iterable[Ref]) -> list[str]:
        """What the actors that `refs` name are called, as a reader knows them and not by their keys."""
        return [self._called(element, ref) for ref in refs]

    def _called(self, element: Element, ref: Ref) -> str:
        binding = self.plan.bindings.get((element.path, ref.at))
        nodes = self.nodes_at.get(binding.actor, ()) if binding else ()
        declared = self.declared.get(binding.actor) if binding else None
        outer = ref.text.rpartition("/")[0]
        own = built_in(ref.text)
        if declared is None and own:
            return Word(f"actor_{own}")
        if declared is None or outer:
            return nodes[0].name if nodes else self._within(ref.text)
        return declared.name

    def _within(self, text: str) -> str:
        """What is built in, of a cluster, in words: 教育集团/学校 is 教育集团学校."""
        outer, _, last = text.rpartition("/")
        own = built_in(last)
        cluster = next((c for c in self.scheme.clusters if outer in c.labels), None)
        return f"{cluster.name}{BUILT_IN_ZH[own]}" if cluster is not None and own else text

    def is_shipped(self, at: DocPath) -> bool:
        """Whether a path of the composed tree comes from a policy of the package, which its adopters cannot mend."""
        document = self.plan.composed.documents.get(self.plan.composed.origins.of(at).file)
        return document is not None and document.shipped

    @cached_property
    def own_sources(self) -> tuple[Source, ...]:
        """The sources of the scheme's own files and its workspace's policies."""
        return tuple(source for source in self.scheme.sources if not self.is_shipped(source.at))

    def place(self, at: DocPath, on: Literal["key", "value"] = "value") -> Place:
        """The place in a drafter's file of a path in the composed tree."""
        return self.plan.composed.origins.place(at, on)

    def key_written(self, at: DocPath) -> str:
        """The key of a field as the drafter wrote it: 并列 and not `joint`."""
        origin = self.plan.composed.origins.of(at)
        document = self.plan.composed.documents.get(origin.file)
        try:
            return key_written(document.marks, origin.path) if document is not None else str(at[-1])
        except (KeyError, IndexError):
            return str(at[-1])

    def key(self, element: Element) -> Place:
        """The place of an element's key."""
        return self.place(element.at, "key")

    def field(self, element: Element, field: str) -> Place:
        """The place of a field's value, inherited or own; the element's key where nothing says it."""
        if isinstance(element, Work) and field in element.origin:
            return self.place(element.origin[field])
        said = isinstance(element, Work) and field in Part._value2member_map_ and Part(field) in element.parts
        if said or field in element.unspecified or getattr(element, field, None):
            return self.place((*element.at, field))
        return self.key(element)

    def others(self, elements: Iterable[Element], label: str) -> tuple[Related, ...]:
        """Further places of one finding."""
        return tuple(Related(place=self.key(e), label=label) for e in elements)

    def sharers(self, elements: Iterable[Element], label: str, field: str = "") -> tuple[Sharer, ...]:
        """Elements that share a finding, each shown at its key, or where a field of it is said."""
        return tuple(
            Sharer(
                name=each.name,
                place=self.key(each),
                at=self.field(each, field) if field else self.key(each),
                label=label,
            )
            for each in elements
        )

    def many(self, element: Element, ref: Ref) -> bool:
        """Whether a name means several bodies by its nature: a role that many schools hold, or units below."""
        binding = self.plan.bindings.get((element.path, ref.at))
        if binding is None or not binding.many:
            return False
        actor = self.declared.get(binding.actor)
        return not (isinstance(actor, Member) and actor.leads and binding.step == 0)


Key = TypeVar("Key")
Value = TypeVar("Value")


def _grouped(pairs: Iterable[tuple[Key, Value]]) -> Mapping[Key, tuple[Value, ...]]:
    found: defaultdict[Key, list[Value]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _collect(value: object, at: DocPath, found: list[tuple[DocPath, Mapping[str, object]]]) -> None:
    if isinstance(value, dict):
        found.append((at, value))
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                _collect(inner, (*at, key), found)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            if isinstance(inner, dict | list):
                _collect(inner, (*at, number), found)


def work_of(facts: RuleContext) -> Iterator[Work]:
    """Every duty, then every appraisal."""
    yield from facts.duties
    yield from facts.appraisals
