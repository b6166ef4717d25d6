"""One duty for each place that has it: tasks, reviews, and the edges they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from xuequ.compose import Composed
from xuequ.findings.finding import DocPath
from xuequ.language.fields import field
from xuequ.model.elements import (
    Appraisal,
    Clause,
    Duty,
    Element,
    Measure,
    Part,
    Path,
    Phase,
    Ref,
    Scheme,
    Work,
)
from xuequ.resolution.instances import Instances, Standing
from xuequ.resolution.naming import Named, Names
from xuequ.resolution.parties import Held, Parties
from xuequ.resolution.plan import PART_EDGES, PUBLIC, Edge, EdgeKind, Node, NodeKind, Review, Task
from xuequ.resolution.references import appraisals, clause_of, duties, measures, phases

#: What somebody may be freed from.
EXEMPTED = ("duty", "measure", "appraisal")


class Expansion:
    """Walks the work of a scheme once and fills `nodes`, `edges`, `tasks` and `reviews`."""

    def __init__(self, scheme: Scheme, composed: Composed, names: Names, instances: Instances) -> None:
        self.scheme = scheme
        self.composed = composed
        self.names = names
        self.instances = instances
        self.parties = Parties(names, instances)
        self.nodes: dict[str, Node] = {}
        self.edges: list[Edge] = []
        self.tasks: list[Task] = []
        self.reviews: list[Review] = []
        self._where: dict[str, str] = {s.key: s.name for s in scheme.sources}

    def run(self) -> None:
        """Everything, in the order of the scheme."""
        self._goals()
        for measure in measures(self.scheme):
            self._measure(measure)
        for phase in self.scheme.phases:
            self._phase(phase, f"phase:{phase.key}")
        for schedule in self.scheme.schedules:
            for row in schedule.rows:
                self._phase(row, f"phase:{schedule.key}/{row.key}")
        self._exemptions()
        for duty in duties(self.scheme):
            self._duty(duty)
        for appraisal in appraisals(self.scheme):
            self._appraisal(appraisal)
        self._in_phases()

    # what is not work --------------------------------------------------------------------------------

    def _goals(self) -> None:
        groups = (("goal", self.scheme.goals), ("principle", self.scheme.principles))
        for kind, elements in (*groups, ("constraint", self.scheme.constraints)):
            for element in elements:
                node = self._node(f"{kind}:{element.key}", NodeKind.GOAL, element)
                for item in element.items:
                    inner = self._node(f"{kind}:{element.key}/{item.key}", NodeKind.GOAL, item)
                    self.edges.append(Edge(EdgeKind.MEMBER_OF, inner, node, item.at))

    def _measure(self, measure: Measure) -> None:
        node = self._node("measure:" + "/".join(measure.path), NodeKind.MEASURE, measure)
        self._belongs(measure, node)
        self._serves(measure, node)
        if not (measure.measures or measure.duties or measure.appraisals):
            self._everywhere(measure, node)

    def _everywhere(self, work: Work, node: str) -> None:
        """Who takes part in what is no duty, in the whole locality."""
        held = self.parties.at(work, self.instances.everywhere)
        if held is not None:
            self._parts(work, node, held, clause_of(work))

    def _phase(self, phase: Phase, node: str) -> None:
        name = (
            phase.name
            if phase.path and phase.key == phase.path[-1]
            else "；".join(w.text for w in phase.when)
        )
        self._node(node, NodeKind.MEASURE, phase, name or phase.name)
        self._everywhere(phase, node)
        self._serves(phase, node)

    def _in_phases(self) -> None:
        """Which duties fall in which phase or schedule row."""
        for phase in phases(self.scheme):
            path = phase.path if phase in self.scheme.phases else (*phase.path, phase.key)
            node = "phase:" + "/".join(path)
            for target in self.names.targets(phase.does, *_refs("phase", "does")):
                self.edges.append(Edge(EdgeKind.MEMBER_OF, target, node, (*phase.at, "does")))
            for duty in phase.duties:
                self.edges.append(Edge(EdgeKind.MEMBER_OF, "duty:" + "/".join(duty.path), node, duty.at))

    def _exemptions(self) -> None:
        """Whom duties free from what: from a measure is from everything in it."""
        freed: dict[Path, frozenset[str]] = {}
        for duty in duties(self.scheme):
            for target in self.names.targets(duty.exempts, *EXEMPTED) if duty.exempts else ():
                path = tuple(target.partition(":")[2].split("/"))
                freed[path] = freed.get(path, frozenset()) | self.parties.free(duty)
        if freed:
            for work in (*duties(self.scheme), *appraisals(self.scheme)):
                found = (freed.get(work.path[:n], frozenset()) for n in range(1, len(work.path) + 1))
                if whom := frozenset().union(*found):
                    self.parties.exempted[work.path] = whom

    # duties ------------------------------------------------------------------------------------------

    def _duty(self, duty: Duty) -> None:
        """The duty itself with what holds everywhere, then one task for each place that has it."""
        own = self._node("duty:" + "/".join(duty.path), NodeKind.DUTY, duty)
        self._belongs(duty, own)
        self._serves(duty, own)
        self._derived(duty.clause, own, duty.at)
        clause = clause_of(duty)
        for output in duty.output:
            self.nodes.setdefault(
                f"output:{output.text}", Node(f"output:{output.text}", NodeKind.OUTPUT, output.text)
            )
            self.edges.append(Edge(EdgeKind.PRODUCES, own, f"output:{output.text}", output.at, clause))
        self._targets(EdgeKind.NEEDS, duty.needs, own, clause, *_refs("duty", "needs"))
        self._basis(duty, own, clause)
        for kind, refs in ((EdgeKind.SUSPENDS, duty.suspends), (EdgeKind.EXEMPTS, duty.exempts)):
            self._targets(kind, refs, own, clause, *EXEMPTED)
        self._derived(duty.breach, own, duty.at)
        effects: dict[tuple[EdgeKind, str, str], DocPath] = {}
        worked = [(EdgeKind.SETS_UP, ref) for ref in duty.sets_up]
        worked += [(EdgeKind.DISSOLVES, ref) for ref in duty.dissolves]
        for node, standing, held in self._places(duty, own, NodeKind.DUTY, clause):
            self._task(duty, node, standing, held, clause)
            for kind, ref in worked:
                for target in self.names.actors_of((ref,), standing, duty.path):
                    effects[kind, node, target] = ref.at
        self.edges.extend(Edge(kind, n, t, at, clause) for (kind, n, t), at in effects.items())

    def _places(
        self, work: Work, own: str, kind: NodeKind, clause: str
    ) -> Iterator[tuple[str, Standing, Held]]:
        """The work at each place that has it; where there are several, each has a node beside its `own`."""
        found = self.parties.at_each(work)
        for standing, held in found:
            node = own if len(found) == 1 else f"{own}@{standing.own}"
            if node != own:
                self.nodes[node] = Node(node, kind, work.name, work.path, standing.unit.id)
                self.edges.append(Edge(EdgeKind.DERIVED_FROM, node, own, work.at, clause))
            yield node, standing, held

    def _task(self, duty: Duty, node: str, standing: Standing, held: Held, clause: str) -> None:
        parts = {part: tuple(nodes) for part, nodes in self._parts(duty, node, held, clause).items()}
        if duty.barred:
            self._barred(duty, node, standing, clause)
        task = Task(node, duty, standing.unit.id, parts, self._for(node, held, clause))
        for receiver, said in held.get(Part.INFORM, {}).items():
            for reporter in task.carriers:
                if receiver not in (reporter, PUBLIC):
                    self.edges.append(Edge(EdgeKind.REPORTS_TO, reporter, receiver, said.at, clause))
        self.tasks.append(task)

    def _parts(self, work: Work, node: str, held: Held, clause: str) -> Mapping[Part, Mapping[str, Named]]:
        """Who takes which part, with an edge each."""
        found: dict[Part, dict[str, Named]] = {}
        stands_for = work.norm.stands_for
        for written in work.parts:
            part = stands_for.get(written, written)
            kind, named = PART_EDGES[part], found.get(part, {})
            for actor, said in held[written].items():
                if named.setdefault(actor, said) is said:
                    self.edges.append(Edge(kind, actor, node, said.at, clause, said.via))
            if named:
                found[part] = named
        return found

    def _barred(self, work: Duty | Appraisal, node: str, standing: Standing, clause: str) -> None:
        for who, named in self.names.said(work.barred, standing, work.path, "").items():
            self._edge(EdgeKind.BARRED, who, node, named, clause)

    def _for(self, node: str, held: Held, clause: str) -> tuple[str, ...]:
        objects = held.get("for", {})
        for who, said in objects.items():
            self._edge(EdgeKind.FOR, node, who, said, clause)
        return tuple(objects)

    def _edge(self, kind: EdgeKind, source: str, target: str, said: Named, clause: str) -> None:
        self.edges.append(Edge(kind, source, target, said.at, clause, said.via))

    # appraisals --------------------------------------------------------------------------------------

    def _appraisal(self, appraisal: Appraisal) -> None:
        own = self._node("appraisal:" + "/".join(appraisal.path), NodeKind.APPRAISAL, appraisal)
        clause = clause_of(appraisal)
        self._belongs(appraisal, own)
        self._serves(appraisal, own)
        self._derived(appraisal.clause, own, appraisal.at)
        self._targets(EdgeKind.NEEDS, appraisal.needs, own, clause, *_refs("appraisal", "needs"))
        self._targets(EdgeKind.NEEDS, appraisal.rubric, own, clause, *_refs("appraisal", "rubric"))
        self._basis(appraisal, own, clause)
        if appraisal.into is not None:
            self._targets(EdgeKind.INTO, (appraisal.into.appraisal,), own, clause, "appraisal")
        if appraisal.yields_to is not None:
            self.names.targets((appraisal.yields_to,), "appraisal")
        for node, standing, held in self._places(appraisal, own, NodeKind.APPRAISAL, clause):
            self._review(appraisal, node, standing, held, clause)

    def _review(self, appraisal: Appraisal, node: str, standing: Standing, held: Held, clause: str) -> None:
        if appraisal.barred:
            self._barred(appraisal, node, standing, clause)
        objects = self._for(node, held, clause)
        kind = EdgeKind(appraisal.norm.stands_for.get("assess", EdgeKind.ASSESS))
        for assessor, said in held["assess"].items():
            self._edge(kind, assessor, node, said, clause)
            if kind is not EdgeKind.MUST_NOT:
                self.edges.extend(Edge(EdgeKind.ASSESSES, assessor, who, said.at, clause) for who in objects)
        self.reviews.append(Review(node, appraisal, standing.unit.id, tuple(held["assess"]), objects))

    # edges every kind of work has --------------------------------------------------------------------

    def _belongs(self, work: Work, node: str) -> None:
        if work.measure and (outer := "measure:" + "/".join(work.measure)) in self.nodes:
            self.edges.append(Edge(EdgeKind.MEMBER_OF, node, outer, work.at))

    def _serves(self, work: Work, node: str) -> None:
        if work.serves and "serves" not in work.origin:
            self._targets(EdgeKind.SERVES, work.serves, node, clause_of(work), *_refs("duty", "serves"))

    def _basis(self, work: Work, node: str, clause: str) -> None:
        self._targets(EdgeKind.DERIVED_FROM, work.basis, node, clause, *_refs("duty", "basis"))

    def _targets(self, kind: EdgeKind, refs: Iterable[Ref], node: str, clause: str, *kinds: str) -> None:
        for ref in refs:
            for target in self.names.targets((ref,), *kinds):
                if target.startswith("source:"):
                    key = target.removeprefix("source:")
                    self.nodes.setdefault(target, Node(target, NodeKind.CLAUSE, self._where[key]))
                self.edges.append(Edge(kind, node, target, ref.at, clause))

    def _derived(self, clauses: tuple[Clause, ...], node: str, at: DocPath) -> None:
        for clause in clauses:
            said = str(clause)
            target = f"clause:{said}"
            title = self._where.get(clause.source or "", "")
            name = f"{title} {clause.number}".strip()
            self.nodes.setdefault(target, Node(target, NodeKind.CLAUSE, name))
            self.edges.append(Edge(EdgeKind.DERIVED_FROM, node, target, at, said))

    def _node(self, key: str, kind: NodeKind, element: Element, name: str = "") -> str:
        self.nodes[key] = Node(key, kind, name or element.name, element.path)
        return key


def _refs(kind: str, key: str) -> tuple[str, ...]:
    """What a field may name."""
    return field(kind, key).refs
