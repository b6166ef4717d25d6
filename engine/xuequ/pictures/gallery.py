"""The clusters there are, each a card with its schools by role, in a frame for each type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xuequ.model.elements import ClusterType
from xuequ.pictures.measure import printable
from xuequ.pictures.sketch import Box, CardRow, Frame
from xuequ.pictures.words import Lang, all_of, headed, listed, named
from xuequ.resolution.plan import EdgeKind, NodeKind, Plan, Unit


class Gallery(NamedTuple):
    """Frames and the cards in them; nothing ties them to the rest of a picture."""

    frames: tuple[Frame, ...] = ()
    boxes: tuple[Box, ...] = ()


class _Cluster(NamedTuple):
    """One cluster: its name, and its schools by the name of their role, in the order of roles."""

    id: str
    name: str
    schools: tuple[tuple[str, tuple[str, ...]], ...]


def gallery(plan: Plan, lang: Lang) -> Gallery:
    """All clusters of a roster, else those the scheme names; a type that mirrors another has the same schools."""
    frames: list[Frame] = []
    boxes: list[Box] = []
    for kind in plan.scheme.clusters:
        clusters = tuple(_of_roster(plan, kind) if plan.roster else _of_scheme(kind))
        if clusters and kind.mirrors is None:
            number = all_of(lang, len(clusters)) if plan.roster else named(lang, len(clusters))
            title = printable(headed(lang, kind.name, number))
            frame = Frame(id=f"all {kind.key}", title=title, apart=True)
            frames.append(frame)
            boxes += (_card(cluster, frame, lang) for cluster in clusters)
    return Gallery(tuple(frames), tuple(boxes))


def _card(cluster: _Cluster, frame: Frame, lang: Lang) -> Box:
    return Box(
        id=f"one {cluster.id}",
        kind=NodeKind.UNIT,
        title=printable(cluster.name),
        rows=tuple(CardRow(printable(listed(lang, role, names))) for role, names in cluster.schools if names),
        frame=frame.id,
        strong=True,
    )


def _of_roster(plan: Plan, kind: ClusterType) -> Iterator[_Cluster]:
    for unit in plan.units.values():
        if unit.type == kind.key and not unit.typical:
            yield _Cluster(unit.id, unit.name, tuple(_by_role(plan, kind, unit)))


def _by_role(plan: Plan, kind: ClusterType, unit: Unit) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Schools by role, then those whose role nobody tells."""
    members = [e for e in plan.edges if e.kind is EdgeKind.MEMBER_OF and e.target == unit.id]
    told: set[str] = set()
    for member in sorted(kind.members, key=lambda each: not each.leads):
        holding = [edge.source for edge in members if edge.at == member.at]
        told.update(holding)
        yield member.name, _names(plan, holding)
    yield "", _names(plan, sorted(unit.schools - told))


def _names(plan: Plan, schools: Sequence[str]) -> tuple[str, ...]:
    return tuple(plan.units[school].name for school in schools)


def _of_scheme(kind: ClusterType) -> Iterator[_Cluster]:
    roles = {member.key: member.name for member in kind.members}
    for unit in kind.units:
        schools = tuple((roles.get(role, role), names) for role, names in unit.schools.items())
        yield _Cluster(f"{kind.key}:{unit.key}", unit.name, schools)
