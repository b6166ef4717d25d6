"""One duty for each place that has it: tasks, reviews, and the edges they stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from xuequ.compose import Composed
from xuequ.findings.finding import DocPath
from xuequ.language.fields import field
from xuequ.model.elements import (
    Appraisal,
    Clause,
    ClusterType,
    Duty,
    Element,
    Measure,
    Part,
    Phase,
    Ref,
    Scheme,
    Work,
)
from xuequ.resolution.instances import Instances, Standing
from xuequ.resolution.naming import Names
from xuequ.resolution.plan import Edge, EdgeKind, Node, NodeKind, Review, Task, Unit
from xuequ.resolution.references import appraisals, called, clause_of, duties, measures, phases
from xuequ.resolution.world import World

#: What a roster may call the form of a cluster, after the name of its type.
FORM_COLUMNS = ("form", "模式", "所用模式")


class Expansion:
    """Walks the work of a scheme once and fills `nodes`, `edges`, `tasks` and `reviews`."""

    def __init__(
        self, scheme: Scheme, composed: Composed, names: Names, instances: Instances, world: World
    ) -> None:
        self.scheme = scheme
        self.composed = composed
        self.names = names
        self.instances = instances
        self.world = world
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
            self._phase(phase, "phase:" + "/".join(phase.path))
        for schedule in self.scheme.schedules:
            for row in schedule.rows:
                self._phase(row, f"phase:{schedule.key}/{row.key}")
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
            self._parts(measure, node, self.instances.everywhere, clause_of(measure))

    def _phase(self, phase: Phase, node: str) -> None:
        name = (
            phase.name
            if phase.path and phase.key == phase.path[-1]
            else "；".join(w.text for w in phase.when)
        )
        self._node(node, NodeKind.MEASURE, phase, name or phase.name)
        self._parts(phase, node, self.instances.everywhere, clause_of(phase))
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
        standings = self._standings(duty)
        for kind, refs in ((EdgeKind.SUSPENDS, duty.suspends), (EdgeKind.EXEMPTS, duty.exempts)):
            self._targets(kind, refs, own, clause, "duty", "measure", "appraisal")
        self._derived(duty.breach, own, duty.at)
        effects: dict[tuple[EdgeKind, str, str], DocPath] = {}
        for standing in standings:
            node = own if len(standings) == 1 else f"{own}@{standing.own}"
            if node != own:
                self.nodes[node] = Node(node, NodeKind.DUTY, duty.name, duty.path, standing.unit.id)
                self.edges.append(Edge(EdgeKind.DERIVED_FROM, node, own, duty.at, clause))
            self._task(duty, node, standing, clause)
            for kind, refs in ((EdgeKind.SETS_UP, duty.sets_up), (EdgeKind.DISSOLVES, duty.dissolves)):
                for ref in refs:
                    for target in self.names.actors_of((ref,), standing, duty.path):
                        effects[kind, node, target] = ref.at
        self.edges.extend(Edge(kind, n, t, at, clause) for (kind, n, t), at in effects.items())

    def _task(self, duty: Duty, node: str, standing: Standing, clause: str) -> None:
        said = self._parts(duty, node, standing, clause)
        self._barred(duty, node, standing, clause)
        objects = self._for(duty, node, standing, clause)
        parts = {part: tuple(nodes) for part, nodes in said.items()}
        task = Task(node, duty, standing.unit.id, parts, objects)
        for receiver, at in said.get(Part.INFORM, {}).items():
            for reporter in task.carriers:
                if receiver != reporter:
                    self.edges.append(Edge(EdgeKind.REPORTS_TO, reporter, receiver, at, clause))
        self.tasks.append(task)

    def _parts(
        self, work: Work, node: str, standing: Standing, clause: str
    ) -> Mapping[Part, Mapping[str, DocPath]]:
        """Who takes which part, with an edge each."""
        found: dict[Part, dict[str, DocPath]] = {}
        for written, refs in work.parts.items():
            part = work.norm.stands_for.get(written, written)
            held = found.setdefault(part, {})
            for actor, at in self.names.said(refs, standing, work.path, written.value).items():
                if held.setdefault(actor, at) is at:
                    self.edges.append(Edge(EdgeKind(part.value), actor, node, at, clause))
        return found

    def _barred(self, work: Duty | Appraisal, node: str, standing: Standing, clause: str) -> None:
        for who, at in self.names.said(work.barred, standing, work.path, "").items():
            self.edges.append(Edge(EdgeKind.BARRED, who, node, at, clause))

    def _for(self, work: Work, node: str, standing: Standing, clause: str) -> tuple[str, ...]:
        said = self.names.said(work.for_, standing, work.path, "") if work.for_ else {}
        for who, at in said.items():
            self.edges.append(Edge(EdgeKind.FOR, node, who, at, clause))
        return tuple(said)

    def _standings(self, work: Work) -> tuple[Standing, ...]:
        found = self.names.standings(work.each, work.path)
        if work.excepted:
            gone = set(self.names.actors_of(work.excepted, self.instances.everywhere, work.path))
            found = tuple(s for s in found if s.own not in gone)
        if work.where:
            found = tuple(s for s in found if self._fits(s, work.where))
        return found

    def _fits(self, standing: Standing, where: Mapping[str, object]) -> bool:
        """Whether a unit is of the wanted form, or a school's columns have the wanted values, as far as known."""
        for column, wanted in where.items():
            known = self._known(standing, column)
            values = wanted if isinstance(wanted, list) else [wanted]
            if known and not known & {str(v) for v in values}:
                return False
        return True

    def _known(self, standing: Standing, column: str) -> frozenset[str]:
        unit = standing.unit
        row = self.world.school(unit.id)
        if row is not None:
            return frozenset({str(getattr(row, column, ""))} - {""})
        cluster = self.names.places.clusters.get(unit.type)
        if cluster is None or column != "form":
            return frozenset()
        form = next((u.form for u in cluster.units if f"{cluster.key}:{u.key}" == unit.id), "")
        form = form or self._form_in_roster(cluster, unit)
        named = next((f for f in cluster.forms if form in (f.key, f.name, *f.aliases)), None)
        return frozenset({named.key, named.name, *named.aliases} if named else {form} - {""})

    def _form_in_roster(self, cluster: ClusterType, unit: Unit) -> str:
        """What the column `TYPE.form` says of any of the unit's schools."""
        names = [f"{name}.{column}" for name in called(cluster) for column in FORM_COLUMNS]
        rows = (self.world.school(code) for code in sorted(unit.schools))
        said = (row.other[name] for row in rows if row is not None for name in names if name in row.other)
        return next(said, "")

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
        standings = self._standings(appraisal)
        for standing in standings:
            node = own if len(standings) == 1 else f"{own}@{standing.own}"
            if node != own:
                self.nodes[node] = Node(
                    node, NodeKind.APPRAISAL, appraisal.name, appraisal.path, standing.unit.id
                )
                self.edges.append(Edge(EdgeKind.DERIVED_FROM, node, own, appraisal.at, clause))
            self._review(appraisal, node, standing, clause)

    def _review(self, appraisal: Appraisal, node: str, standing: Standing, clause: str) -> None:
        self._barred(appraisal, node, standing, clause)
        assessors = self.names.said(appraisal.assess, standing, appraisal.path, "assess")
        objects = self._for(appraisal, node, standing, clause)
        for assessor, at in assessors.items():
            self.edges.append(Edge(EdgeKind.ASSESS, assessor, node, at, clause))
            self.edges.extend(Edge(EdgeKind.ASSESSES, assessor, who, at, clause) for who in objects)
        self.reviews.append(Review(node, appraisal, standing.unit.id, tuple(assessors), objects))

    # edges every kind of work has --------------------------------------------------------------------

    def _belongs(self, work: Work, node: str) -> None:
        if work.measure and (outer := "measure:" + "/".join(work.measure)) in self.nodes:
            self.edges.append(Edge(EdgeKind.MEMBER_OF, node, outer, work.at))

    def _serves(self, work: Work, node: str) -> None:
        if "serves" not in work.origin:
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
            target = f"clause:{clause}"
            title = self._where.get(clause.source or "", "")
            name = f"{title} {clause.number}".strip()
            self.nodes.setdefault(target, Node(target, NodeKind.CLAUSE, name))
            self.edges.append(Edge(EdgeKind.DERIVED_FROM, node, target, at, str(clause)))

    def _node(self, key: str, kind: NodeKind, element: Element, name: str = "") -> str:
        self.nodes[key] = Node(key, kind, name or element.name, element.path)
        return key


def _refs(kind: str, key: str) -> tuple[str, ...]:
    """What a field may name."""
    return field(kind, key).refs
