"""What an actor owes and what comes to it: its part in every duty and appraisal, perhaps of one month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from xuequ.calendar.windows import Window
from xuequ.findings.finding import DocPath
from xuequ.model.elements import Appraisal, Duty, Norm, Path
from xuequ.model.time.values import as_written
from xuequ.query.asked import ACTORS
from xuequ.query.inventory import Inventory
from xuequ.query.times import Month, Times, touches
from xuequ.query.who import PARTS, Limit, limits, part_of
from xuequ.resolution.plan import EdgeKind, Plan, Review, Task
from xuequ.resolution.references import measures


class Owed(NamedTuple):
    """One piece of work in which an actor takes one part.

    `titles` are the measures it stands in, `actors` the names of those asked about who take the part, `units` the
    places they take it in. `windows` are those of the month asked for, else all. Without `actors` nobody is named who
    carries the work of a place that was asked about. `group` is the one that is named in place of the actors.
    """

    part: str
    work: Duty | Appraisal
    limits: tuple[Limit, ...]
    titles: tuple[str, ...]
    actors: tuple[str, ...]
    units: tuple[str, ...]
    when: tuple[str, ...]
    windows: tuple[Window, ...]
    output: tuple[str, ...]
    clause: str
    group: str = ""


def owed(
    plan: Plan, actors: Iterable[str], times: Times, part: str = "", month: Month | None = None
) -> tuple[Owed, ...]:
    """The work of these nodes in the order of the scheme; with a `month`, only what falls in it.

    A school or cluster of a roster has what its people, posts and bodies have, and whoever holds a post what that has.
    """
    groups = _groups(plan)
    asked = _with_theirs(plan, frozenset(actors))
    wider, members = _around(plan, asked, frozenset(groups.values()))
    inventory = Inventory(plan)
    titles = {measure.path: measure.name for measure in measures(plan.scheme)}

    def own(row: Task | Review, part: str) -> list[str]:
        """The nodes asked about that take a part, or stand for a group that was asked about."""
        nodes = part_of(row, part)
        via = {node: groups.get((row.id, part, node), "") for node in nodes}
        return [n for n in nodes if n in asked or via[n] in asked or (via[n] in wider and n in members)]

    rows: dict[tuple[Path, str], list[Task | Review]] = {}
    every: tuple[Task | Review, ...] = (*plan.tasks, *plan.reviews)
    for row in every:
        for each in PARTS:
            if part in ("", each) and (own(row, each) or (each == "lead" and _in_nobodys_hands(row, asked))):
                rows.setdefault((_work(row).path, each), []).append(row)
    return tuple(
        _owed(
            inventory,
            found,
            each,
            [(row, node) for row in found for node in own(row, each)],
            groups,
            titles,
            times,
            month,
        )
        for (path, each), found in rows.items()
        if month is None or times.in_month(path, month)
    )


def _with_theirs(plan: Plan, asked: frozenset[str]) -> frozenset[str]:
    places = {node for node in asked if (unit := plan.units.get(node)) is not None and not unit.typical}
    places.discard(next(iter(plan.units)))
    inside = (node.id for node in plan.nodes.values() if node.unit in places and node.kind in ACTORS)
    found = asked.union(inside) if places else asked
    held = [edge for edge in plan.edges if edge.kind is EdgeKind.HOLDS]
    while more := frozenset(edge.target for edge in held if edge.source in found) - found:
        found |= more
    return found


def _owed(
    inventory: Inventory,
    rows: list[Task | Review],
    part: str,
    taken: Sequence[tuple[Task | Review, str]],
    groups: Mapping[tuple[str, str, str], str],
    titles: Mapping[Path, str],
    times: Times,
    month: Month | None,
) -> Owed:
    plan, work = inventory.plan, _work(rows[0])
    windows = times.of(work.path)
    return Owed(
        part=part,
        work=work,
        limits=limits(inventory, work),
        titles=tuple(_titles(work.measure, titles)),
        actors=tuple(dict.fromkeys(plan.nodes[node].name for _, node in taken)),
        units=tuple(dict.fromkeys(plan.units[row.unit].name for row in rows)),
        when=as_written(work.when),
        windows=tuple(w for w in windows if month is None or touches(w, month)),
        output=tuple(ref.text for ref in work.output) if isinstance(work, Duty) else (),
        clause="、".join(str(clause) for clause in work.clause),
        group=next(
            (plan.nodes[groups[key]].name for row, node in taken if (key := (row.id, part, node)) in groups),
            "",
        ),
    )


def _groups(plan: Plan) -> Mapping[tuple[str, str, str], str]:
    """For each row, part and node that is named through a group, the group's node."""
    found: dict[tuple[str, str, str], str] = {}
    for edge in plan.edges:
        if edge.via:
            row, node = (
                (edge.source, edge.target) if edge.kind is EdgeKind.FOR else (edge.target, edge.source)
            )
            found[row, edge.kind.value, node] = edge.via
    return found


def _around(
    plan: Plan, asked: frozenset[str], groups: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The groups that stand for groups asked about, and the members of those asked about."""
    ties = [edge for edge in plan.edges if edge.kind is EdgeKind.MEMBER_OF]
    wider, inner = frozenset[str](), asked & groups
    while inner:
        inner = frozenset(e.target for e in ties if e.source in inner and e.target in groups - wider)
        wider |= inner
    return wider, frozenset(edge.source for edge in ties if edge.target in asked & groups)


def _in_nobodys_hands(row: Task | Review, asked: frozenset[str]) -> bool:
    """Whether it is work of a place that was asked about, and nobody carries it."""
    return isinstance(row, Task) and row.unit in asked and not row.carriers and row.duty.norm is Norm.DUTY


class Tie(NamedTuple):
    """A standing relation of an actor to another; `backwards` where it runs from the other to the actor."""

    kind: EdgeKind
    backwards: bool
    name: str
    clause: str
    at: DocPath


#: Relations between actors that last.
_STANDING = frozenset(
    {
        EdgeKind.ADMINISTERS,
        EdgeKind.HOSTS,
        EdgeKind.LEADS,
        EdgeKind.MEMBER_OF,
        EdgeKind.HOLDS,
        EdgeKind.APPOINTS,
    }
)


def standing(plan: Plan, actors: Iterable[str]) -> tuple[Tie, ...]:
    """What these nodes head, hold, appoint, belong to and are under, each once."""
    asked = frozenset(actors)
    found: dict[tuple[EdgeKind, bool, str, DocPath], Tie] = {}
    for edge in plan.edges:
        if edge.kind not in _STANDING:
            continue
        for own, other, backwards in ((edge.source, edge.target, False), (edge.target, edge.source, True)):
            if (
                own in asked
                and other not in asked
                and other in plan.nodes
                and plan.nodes[other].kind in ACTORS
            ):
                tie = Tie(edge.kind, backwards, plan.nodes[other].name, edge.clause, edge.at)
                found.setdefault((tie.kind, backwards, tie.name, tie.at), tie)
    return tuple(found.values())


def _work(row: Task | Review) -> Duty | Appraisal:
    return row.duty if isinstance(row, Task) else row.appraisal


def _titles(measure: Path, titles: Mapping[Path, str]) -> Iterator[str]:
    for length in range(1, len(measure) + 1):
        if measure[:length] in titles:
            yield titles[measure[:length]]
