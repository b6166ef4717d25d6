"""Checklists (任务清单): what each cluster, and with a roster each of its schools, has to do and to tick off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from xuequ.documents.views.ground import Ground
from xuequ.documents.views.wording import NOTHING, PARTS, base, marked
from xuequ.documents.views.work import when_text
from xuequ.model.elements import ClusterType
from xuequ.resolve.plan import Plan, Unit

COLUMNS = ("序号", "任务", "参与方式", "完成时限", "成果形式", "完成情况", "佐证材料")
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The list of one place: a cluster as a body, or a school in it."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistView:
    """What the template `checklist.md.j2` has: one cluster, or without a roster one type of cluster."""

    title: str
    name: str
    columns: tuple[str, ...]
    chapters: tuple[Chapter, ...]


def views(ground: Ground) -> Iterator[ChecklistView]:
    """One for each cluster of the roster, or for each type; places without a task are left out."""
    rows = _rows(ground)
    for cluster in ground.scheme.clusters:
        for unit in _units(cluster, ground.plan):
            chapters = tuple(_chapters(unit, cluster, ground.plan, rows))
            if chapters:
                name = unit.name if unit.typical else f"{unit.name}（{cluster.name}）"
                yield ChecklistView(
                    title=f"{base(ground.scheme)}任务清单", name=name, columns=COLUMNS, chapters=chapters
                )


def _units(cluster: ClusterType, plan: Plan) -> list[Unit]:
    return [unit for unit in plan.units.values() if unit.type == cluster.key]


def _chapters(
    unit: Unit, cluster: ClusterType, plan: Plan, rows: Mapping[str, tuple[Row, ...]]
) -> Iterator[Chapter]:
    own = rows.get(unit.id)
    if own:
        yield Chapter(name=unit.name, rows=own)
    for inner in _inner(unit, cluster, plan):
        if inner.id in rows:
            yield Chapter(name=inner.name, rows=rows[inner.id])


def _inner(unit: Unit, cluster: ClusterType, plan: Plan) -> Iterable[Unit]:
    """The schools of a unit, or its typical ones; a mirrored zone's schools stand with the zone it mirrors."""
    if not unit.typical:
        schools = () if cluster.mirrors else sorted(unit.schools)
        return (plan.units[code] for code in schools if code in plan.units)
    return (each for each in plan.units.values() if each.type.startswith(f"{cluster.key}/"))


def _rows(ground: Ground) -> Mapping[str, tuple[Row, ...]]:
    """The rows of every place, numbered, in the order of the scheme."""
    found: dict[str, list[Row]] = {}
    for place, row in _entries(ground):
        found.setdefault(place, []).append(row)
    return {
        place: tuple((str(number), *row) for number, row in enumerate(dict.fromkeys(many), 1))
        for place, many in found.items()
    }


def _entries(ground: Ground) -> Iterator[tuple[str, Row]]:
    nodes = ground.plan.nodes
    place = {key: node.unit or key for key, node in nodes.items()}
    for task in ground.plan.tasks:
        line = ground.lines[task.duty.path]
        rest = (line.when or NOTHING, line.output or NOTHING, "", "")
        taken: dict[str, str] = {}
        for part, actors in task.parts.items():
            for where in dict.fromkeys(place.get(actor, actor) for actor in actors):
                taken[where] = f"{taken[where]}、{PARTS[part]}" if where in taken else PARTS[part]
        for where in dict.fromkeys(place.get(actor, actor) for actor in task.objects):
            taken.setdefault(where, "参加")
        for where, how in taken.items():
            yield where, (line.name, how, *rest)
    for review in ground.plan.reviews:
        row = (marked(review.appraisal), "接受考核", when_text(review.appraisal) or NOTHING, NOTHING, "", "")
        for where in dict.fromkeys(place.get(actor, actor) for actor in review.objects):
            yield where, row


__all__ = ["COLUMNS", "Chapter", "ChecklistView", "views"]
