"""Who takes which part in a duty or appraisal, place by place, and who it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from xuequ.calendar.windows import Window
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import DocPath
from xuequ.model.elements import Appraisal, Duty, Part, Work
from xuequ.model.time.values import as_written
from xuequ.query.inventory import Inventory, Thing
from xuequ.query.statements import LIMITING, said, statements
from xuequ.query.times import Times
from xuequ.resolution.plan import Edge, EdgeKind, Plan, Review, Task

#: The parts a person asks about, in the order they are told; the last is who the work is for.
PARTS = ("assess", *(part.value for part in Part), "for")


class Share(NamedTuple):
    """One actor's part; `node` and `name` are empty where the source leaves open who it is.

    `via` is the group that is named in its place: 被督导单位 for 财政局.
    """

    part: str
    node: str
    name: str
    clause: str
    at: DocPath
    via: str = ""


class Held(NamedTuple):
    """The work as one place has it."""

    unit: str
    shares: tuple[Share, ...]


class Who(NamedTuple):
    """One duty or appraisal: when it falls, as written and in days, what limits it, who has a share in it where."""

    work: Duty | Appraisal
    when: tuple[str, ...]
    windows: tuple[Window, ...]
    limits: tuple[Limit, ...]
    held: tuple[Held, ...]


class Limit(NamedTuple):
    """What narrows a piece of work: under which condition, in which case it is due, and who is excepted."""

    field: str
    label: Said
    said: Said


def limits(inventory: Inventory, work: Work) -> tuple[Limit, ...]:
    """What narrows a piece of work."""
    told = {
        one.field.key: one for one in statements(inventory, Thing("duty", work, work.path, (), ("", work.at)))
    }
    return tuple(
        Limit(key, one.label, said(inventory, one)) for key in LIMITING if (one := told.get(key)) is not None
    )


def who(plan: Plan, work: Duty | Appraisal, times: Times) -> Who:
    """Everybody who has a share in a piece of work."""
    rows = rows_of(plan, work)
    edges = _edges(plan, {row.id for row in rows})
    held = tuple(
        Held(plan.units[row.unit].name, tuple(_shares(plan, work, row, edges.get(row.id, ()))))
        for row in rows
    )
    whens = as_written(work.when)
    return Who(work, whens, times.of(work.path), limits(Inventory(plan), work), held)


def rows_of(plan: Plan, work: Duty | Appraisal) -> tuple[Task | Review, ...]:
    """The work once for each place that has it."""
    if isinstance(work, Appraisal):
        return tuple(review for review in plan.reviews if review.appraisal.path == work.path)
    return tuple(task for task in plan.tasks if task.duty.path == work.path)


def part_of(row: Task | Review, part: str) -> tuple[str, ...]:
    """The nodes that take a part in one row."""
    if part == "for":
        return row.objects
    if isinstance(row, Review):
        return row.assessors if part == row.appraisal.norm.stands_for.get("assess", "assess") else ()
    return row.parts.get(Part(part), ()) if part in Part._value2member_map_ else ()


def _edges(plan: Plan, rows: set[str]) -> Mapping[str, tuple[Edge, ...]]:
    found: dict[str, list[Edge]] = {}
    for edge in plan.edges:
        row = edge.source if edge.kind is EdgeKind.FOR else edge.target
        if row in rows:
            found.setdefault(row, []).append(edge)
    return {row: tuple(edges) for row, edges in found.items()}


def _shares(
    plan: Plan, work: Duty | Appraisal, row: Task | Review, edges: tuple[Edge, ...]
) -> Iterator[Share]:
    clause = "、".join(str(each) for each in work.clause)
    ties = {(e.kind.value, e.target if e.kind is EdgeKind.FOR else e.source): e for e in edges}
    for part in PARTS:
        for node in part_of(row, part):
            edge = ties[part, node]
            via = plan.nodes[edge.via].name if edge.via else ""
            yield Share(part, node, plan.nodes[node].name, edge.clause or clause, edge.at, via)
        if part in work.unspecified:
            yield Share(
                str(work.norm.stands_for.get(part, part)),
                "",
                "",
                clause,
                work.origin.get(part, (*work.at, part)),
            )
