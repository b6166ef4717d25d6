"""What is orphaned when a body is dissolved: duties, appraisals, posts, reports, outputs that hung on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from xuequ.findings.finding import DocPath
from xuequ.model.elements import Norm, Organ, Part, Work
from xuequ.query.asked import ACTORS
from xuequ.resolution.plan import Edge, EdgeKind, NodeKind, Plan, Review, Task

#: Kinds of organs that can act on a report.
ANSWERING = frozenset({"bureau", "government", "supervision"})


class Loss(StrEnum):
    """What is missing afterwards, in the order it is told."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"
    OVERSEE = "oversee"
    APPROVE = "approve"
    INFORM = "inform"
    REPORT = "report"
    OBJECT = "object"
    ASSESSOR = "assessor"
    ASSESSED = "assessed"
    UNDER = "under"
    HEAD = "head"
    HOLDER = "holder"
    APPOINTER = "appointer"
    SEAT = "seat"
    MEMBERS = "members"
    CLUSTER = "cluster"
    OUTPUT = "output"
    WAITS = "waits"
    FALLS = "falls"


class Orphan(NamedTuple):
    """One thing that lacks something afterwards: `lost` are the names of those who went, `units` where it stands."""

    loss: Loss
    name: str
    units: tuple[str, ...]
    lost: tuple[str, ...]
    clause: str
    at: DocPath


class Impact(NamedTuple):
    """What goes with the body, and what is left without something."""

    gone: tuple[str, ...]
    orphans: tuple[Orphan, ...]


#: What somebody who is at the receiving end of a standing relation loses with its source.
_HUNG_ON: Mapping[EdgeKind, Loss] = {
    EdgeKind.ADMINISTERS: Loss.UNDER,
    EdgeKind.LEADS: Loss.HEAD,
    EdgeKind.HOLDS: Loss.HOLDER,
    EdgeKind.APPOINTS: Loss.APPOINTER,
    EdgeKind.HOSTS: Loss.SEAT,
    EdgeKind.MEMBER_OF: Loss.MEMBERS,
}
#: How work builds on other work and on what that makes.
_BUILT_ON = frozenset({EdgeKind.NEEDS, EdgeKind.DERIVED_FROM})
_PARTS: Mapping[Part, Loss] = {
    Part.SUPPORT: Loss.SUPPORT,
    Part.OVERSEE: Loss.OVERSEE,
    Part.APPROVE: Loss.APPROVE,
    Part.INFORM: Loss.INFORM,
}


def dissolve(plan: Plan, nodes: Iterable[str]) -> Impact:
    """The impact of dissolving these actors, with everything that is nested in them."""
    gone = _with_nested(plan, frozenset(nodes))
    found = [*_duties(plan, gone), *_reports(plan, gone), *_reviews(plan, gone)]
    found += [*_relations(plan, gone), *_schools(plan, gone), *_outputs(plan, gone), *_waiting(plan, gone)]
    order = list(Loss)
    merged = sorted(_merged(found), key=lambda orphan: order.index(orphan.loss))
    return Impact(tuple(plan.nodes[node].name for node in plan.nodes if node in gone), tuple(merged))


def _with_nested(plan: Plan, nodes: frozenset[str]) -> frozenset[str]:
    inner = (
        node.id
        for node in plan.nodes.values()
        if node.kind in ACTORS and any(node.id.startswith(f"{outer}/") for outer in nodes)
    )
    return nodes.union(inner)


def _orphan(plan: Plan, loss: Loss, work: Work, unit: str, lost: Iterable[str], field: str = "") -> Orphan:
    names = tuple(dict.fromkeys(plan.nodes[node].name for node in lost))
    at = work.origin.get(field, (*work.at, field)) if field else work.at
    clause = "、".join(str(each) for each in work.clause)
    return Orphan(loss, work.name, (plan.units[unit].name,), names, clause, at)


def _all(nodes: tuple[str, ...], gone: frozenset[str]) -> bool:
    return bool(nodes) and gone.issuperset(nodes)


def _duties(plan: Plan, gone: frozenset[str]) -> Iterator[Orphan]:
    """Duties that stand in a dissolved place fall away; others may lose who leads them, or whom they are for."""
    for task in plan.tasks:
        duty, unit = task.duty, task.unit
        if unit in gone:
            yield _orphan(plan, Loss.FALLS, duty, unit, (unit,))
            continue
        if duty.norm is Norm.MUST_NOT:
            continue
        yield from _owners(plan, task, gone)
        for part, loss in _PARTS.items():
            nodes = task.parts.get(part, ())
            if _all(nodes, gone):
                yield _orphan(plan, loss, duty, unit, nodes, part.value)
        if _all(task.objects, gone):
            yield _orphan(plan, Loss.OBJECT, duty, unit, task.objects, "for")


def _owners(plan: Plan, task: Task, gone: frozenset[str]) -> Iterator[Orphan]:
    leads, responsible = (task.parts.get(part, ()) for part in (Part.LEAD, Part.RESPONSIBLE))
    if _all(leads, gone):
        yield _orphan(plan, Loss.LEAD, task.duty, task.unit, leads, "lead")
    if _all(task.parts.get(Part.MAY, ()), gone):
        yield _orphan(plan, Loss.RESPONSIBLE, task.duty, task.unit, task.parts[Part.MAY], "lead")
    if _all(responsible, gone):
        yield _orphan(plan, Loss.RESPONSIBLE, task.duty, task.unit, responsible, "responsible")


def _reports(plan: Plan, gone: frozenset[str]) -> Iterator[Orphan]:
    """Reports that reached a body which can act on them, and no longer do."""
    answering = _answering(plan)
    onward: dict[str, list[str]] = {}
    for edge in plan.edges:
        if edge.kind is EdgeKind.REPORTS_TO:
            onward.setdefault(edge.source, []).append(edge.target)
    for task in plan.tasks:
        receivers = task.parts.get(Part.INFORM, ())
        left = [node for node in receivers if node not in gone]
        before = _reached(receivers, lambda node: onward.get(node, ()))
        after = _reached(left, lambda node: (n for n in onward.get(node, ()) if n not in gone))
        if left and task.unit not in gone and before & answering and not after & answering:
            yield _orphan(plan, Loss.REPORT, task.duty, task.unit, sorted(before & gone), "inform")


def _answering(plan: Plan) -> frozenset[str]:
    organs: tuple[Organ, ...] = plan.scheme.organs
    paths = {organ.path for organ in organs if organ.kind in ANSWERING}
    return frozenset(node.id for node in plan.nodes.values() if node.path in paths)


def _reached(start: Iterable[str], onward: Callable[[str], Iterable[str]]) -> frozenset[str]:
    seen = set(start)
    edge = list(seen)
    while edge:
        edge = [target for node in edge for target in onward(node) if target not in seen]
        seen.update(edge)
    return frozenset(seen)


def _reviews(plan: Plan, gone: frozenset[str]) -> Iterator[Orphan]:
    for review in plan.reviews:
        appraisal, unit = review.appraisal, review.unit
        if unit in gone:
            yield _orphan(plan, Loss.FALLS, appraisal, unit, (unit,))
            continue
        if appraisal.norm is Norm.MUST_NOT:
            continue
        if _all(review.assessors, gone):
            yield _orphan(plan, Loss.ASSESSOR, appraisal, unit, review.assessors, "assess")
        if _all(review.objects, gone):
            yield _orphan(plan, Loss.ASSESSED, appraisal, unit, review.objects, "for")


def _relations(plan: Plan, gone: frozenset[str]) -> Iterator[Orphan]:
    """Bodies, posts and groups that are left and lose everybody they stood in a relation to."""
    held: dict[tuple[str, EdgeKind], list[Edge]] = {}
    for edge in plan.edges:
        if edge.kind in _HUNG_ON and edge.target not in gone and _acts(plan, edge.target):
            held.setdefault((edge.target, edge.kind), []).append(edge)
    for (target, kind), edges in held.items():
        sources = tuple(dict.fromkeys(edge.source for edge in edges))
        if _all(sources, gone):
            node = plan.nodes[target]
            lost = tuple(plan.nodes[source].name for source in sources)
            yield Orphan(_HUNG_ON[kind], node.name, (), lost, edges[0].clause, edges[0].at)


def _acts(plan: Plan, node: str) -> bool:
    return node in plan.nodes and plan.nodes[node].kind in ACTORS


def _schools(plan: Plan, gone: frozenset[str]) -> Iterator[Orphan]:
    """Schools that are left and were in clusters which all went."""
    clusters = {cluster.key for cluster in plan.scheme.clusters}
    units = {unit.id for unit in plan.units.values() if unit.type in clusters}
    schools = {n.id for n in plan.nodes.values() if n.kind is NodeKind.SCHOOL and n.id not in gone}
    held: dict[str, list[Edge]] = {}
    for edge in plan.edges:
        if edge.kind is EdgeKind.MEMBER_OF and edge.source in schools and edge.target in units:
            held.setdefault(edge.source, []).append(edge)
    for school_id, edges in held.items():
        inside = tuple(dict.fromkeys(edge.target for edge in edges))
        if _all(inside, gone):
            lost = tuple(plan.nodes[unit].name for unit in inside)
            name = plan.nodes[school_id].name
            yield Orphan(Loss.CLUSTER, name, (), lost, edges[0].clause, edges[0].at)


def _outputs(plan: Plan, gone: frozenset[str]) -> Iterator[Orphan]:
    """Outputs that others build on and nobody is left to make."""
    makers: dict[str, list[Edge]] = {}
    for edge in plan.edges:
        if edge.kind is EdgeKind.PRODUCES:
            makers.setdefault(edge.target, []).append(edge)
    rows = _rows(plan)
    built_on = {edge.target for edge in _leaning(plan, gone)}
    for output, edges in makers.items():
        tasks = [row for edge in edges for row in rows.get(edge.source, ()) if isinstance(row, Task)]
        if output in built_on and tasks and all(_undone(task, gone) for task in tasks):
            lost = tuple(dict.fromkeys(plan.nodes[n].name for t in tasks for n in _done_by(t)))
            yield Orphan(Loss.OUTPUT, plan.nodes[output].name, (), lost, edges[0].clause, edges[0].at)


def _waiting(plan: Plan, gone: frozenset[str]) -> Iterator[Orphan]:
    """Work that builds on other work, or on what that makes, where nobody is left to do it."""
    rows = _rows(plan)
    makers: dict[str, set[str]] = {}
    for edge in plan.edges:
        if edge.kind is EdgeKind.PRODUCES:
            makers.setdefault(edge.target, set()).add(edge.source)
    for edge in _leaning(plan, gone):
        sources = makers.get(edge.target, {edge.target})
        needed = [row for source in sorted(sources) for row in rows.get(source, ())]
        if needed and all(_undone(row, gone) for row in needed):
            waits = plan.nodes[edge.source]
            yield Orphan(Loss.WAITS, waits.name, (), (plan.nodes[edge.target].name,), edge.clause, edge.at)


def _leaning(plan: Plan, gone: frozenset[str]) -> Iterator[Edge]:
    """What still stands and builds on something: its preconditions, its basis, its rubric."""
    rows = _rows(plan)
    for edge in plan.edges:
        if edge.kind in _BUILT_ON and any(row.unit not in gone for row in rows.get(edge.source, ())):
            yield edge


def _rows(plan: Plan) -> Mapping[str, tuple[Task | Review, ...]]:
    found: dict[str, list[Task | Review]] = {}
    every: tuple[Task | Review, ...] = (*plan.tasks, *plan.reviews)
    for row in every:
        found.setdefault(row.id.split("@")[0], []).append(row)
    return {node: tuple(rows) for node, rows in found.items()}


def _done_by(row: Task | Review) -> tuple[str, ...]:
    if isinstance(row, Review):
        return row.assessors
    return row.carriers


def _undone(row: Task | Review, gone: frozenset[str]) -> bool:
    return row.unit in gone or _all(_done_by(row), gone)


def _merged(orphans: Iterable[Orphan]) -> Iterator[Orphan]:
    """One line for what happens alike in several places."""
    found: dict[tuple[Loss, str, DocPath], Orphan] = {}
    for orphan in orphans:
        key = (orphan.loss, orphan.name, orphan.at)
        before = found.get(key)
        if before is not None:
            orphan = before._replace(
                units=tuple(dict.fromkeys((*before.units, *orphan.units))),
                lost=tuple(dict.fromkeys((*before.lost, *orphan.lost))),
            )
        found[key] = orphan
    return iter(found.values())
