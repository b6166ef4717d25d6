"""What becomes of two clusters when they merge: sizes, two leads, doubled posts and duties, mixed schools."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from xuequ.findings.finding import DocPath
from xuequ.model.amount.quantity import Quantity
from xuequ.model.elements import ClusterType, Element, Part, Path
from xuequ.model.roster import Roster, School
from xuequ.query.who import part_of
from xuequ.resolution.plan import EdgeKind, Plan, Task, Unit


class Size(NamedTuple):
    """One head count of both and of the whole; `fits` is None where the scheme sets no bounds."""

    column: str
    first: int | None
    second: int | None
    merged: int | None
    allowed: Quantity | None
    at: DocPath

    @property
    def fits(self) -> bool | None:
        """Whether the whole lies within the bounds; None where there are none, or the whole is not known."""
        return None if self.allowed is None or self.merged is None else self.allowed.holds(self.merged)


class Twice(NamedTuple):
    """What there would be two of: a lead, a post or body, or a duty with two who take one part in it."""

    kind: str
    name: str
    part: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    clause: str
    at: DocPath


class Mixed(NamedTuple):
    """A column that must be the same in a cluster and would not be."""

    column: str
    values: tuple[str, ...]
    at: DocPath


class Merger(NamedTuple):
    """The merger of two clusters of one type."""

    first: str
    second: str
    sizes: tuple[Size, ...]
    twice: tuple[Twice, ...]
    mixed: tuple[Mixed, ...]


def merge(plan: Plan, roster: Roster, first: Unit, second: Unit) -> Merger:
    """What there would be of two units of one cluster type; both come from the roster."""
    cluster = next((c for c in plan.scheme.clusters if c.key == first.type), None)
    schools = {f"school:{school.code}": school for school in roster.schools}
    both = (_of(first, schools), _of(second, schools))
    return Merger(
        first=first.name,
        second=second.name,
        sizes=tuple(_sizes(roster, cluster, *both)),
        twice=(*_leads(plan, first, second), *_bodies(plan, first, second), *_works(plan, first, second)),
        mixed=tuple(_mixed(cluster, {school.code: school for part in both for school in part})),
    )


def _of(unit: Unit, schools: Mapping[str, School]) -> tuple[School, ...]:
    return tuple(schools[code] for code in sorted(unit.schools) if code in schools)


def _sizes(
    roster: Roster, cluster: ClusterType | None, first: tuple[School, ...], second: tuple[School, ...]
) -> Iterator[Size]:
    whole = tuple({school.code: school for school in (*first, *second)}.values())
    for column in ("schools", "towns", *roster.counted):
        bound = "students" if column in ("学生", "students") else column
        allowed = cluster.size.get(bound) if cluster is not None else None
        at = (*cluster.at, "size", bound) if cluster is not None and allowed is not None else ()
        one, other, both = (_number(part, column) for part in (first, second, whole))
        yield Size(column, one, other, both, allowed, at)


def _number(schools: tuple[School, ...], column: str) -> int | None:
    """How many there are; None where a head count is blank."""
    if column == "schools":
        return len(schools)
    if column == "towns":
        return len({school.town for school in schools if school.town})
    if not all(column in school.counts for school in schools):
        return None
    return sum(school.counts[column] for school in schools)


def _leads(plan: Plan, first: Unit, second: Unit) -> Iterator[Twice]:
    """The leading schools, where there would be more than one."""
    leads = [
        [edge for edge in plan.edges if edge.kind is EdgeKind.LEADS and edge.target == unit.id]
        for unit in (first, second)
    ]
    names = [tuple(dict.fromkeys(plan.nodes[edge.source].name for edge in edges)) for edges in leads]
    if names[0] and names[1] and set(names[0]) != set(names[1]):
        edge = leads[0][0]
        member = next((m for c in plan.scheme.clusters for m in c.members if m.at == edge.at), None)
        yield Twice("lead", member.name if member else "", "", names[0], names[1], edge.clause, edge.at)


def _bodies(plan: Plan, first: Unit, second: Unit) -> Iterator[Twice]:
    """Posts and bodies that each of the two has one of."""
    inside = {(node.unit, node.path): node for node in plan.nodes.values() if node.unit and node.path}
    bodies: tuple[Element, ...] = (*plan.scheme.posts, *plan.scheme.organs)
    declared = {body.path: body for body in bodies}
    for node in tuple(inside.values()):
        other = inside.get((second.id, node.path))
        if node.unit == first.id and other is not None and node.path in declared:
            body = declared[node.path]
            clause = "、".join(str(each) for each in body.clause)
            yield Twice(node.kind.value, body.name, "", (node.name,), (other.name,), clause, body.at)


def _works(plan: Plan, first: Unit, second: Unit) -> Iterator[Twice]:
    """Duties and parts that two different actors would have in the same cluster."""
    held: dict[tuple[Path, str], Task] = {(task.duty.path, task.unit): task for task in plan.tasks}
    for (path, unit), task in held.items():
        other = held.get((path, second.id))
        if unit != first.id or other is None:
            continue
        for part in (Part.LEAD, Part.RESPONSIBLE, Part.OVERSEE, Part.APPROVE):
            own, others = part_of(task, part.value), part_of(other, part.value)
            if own and others and set(own) != set(others):
                one, two = (tuple(plan.nodes[node].name for node in nodes) for nodes in (own, others))
                clause = "、".join(str(each) for each in task.duty.clause)
                yield Twice("duty", task.duty.name, part.value, one, two, clause, task.duty.at)


def _mixed(cluster: ClusterType | None, schools: Mapping[str, School]) -> Iterator[Mixed]:
    for column in cluster.same if cluster is not None else ():
        values = sorted({school.value(column) for school in schools.values()} - {""})
        if len(values) > 1 and cluster is not None:
            yield Mixed(column, tuple(values), (*cluster.at, "same"))
