"""Checklists (任务清单): what each cluster, and with a roster each of its schools, has to do and to tick off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from xuequ.compose.names import BUILT_IN_ZH, built_in
from xuequ.model.elements import ClusterType, Group, Norm, Part
from xuequ.resolution.places import SCHOOL
from xuequ.resolution.plan import NodeKind, Plan, Unit
from xuequ.views.context import Context
from xuequ.views.districts import form_name
from xuequ.views.document_kinds import after
from xuequ.views.falling import Falls
from xuequ.views.ordering import clusters_of, schools, schools_of
from xuequ.views.prose import with_
from xuequ.views.wording import NOTHING, OPEN, TAKEN, listed
from xuequ.views.work import when_text, work_key

COLUMNS = ("序号", "任务", "承担主体", "参与方式", "完成时限", "成果形式", "完成情况", "佐证材料")
Row = tuple[str, ...]


class Key(NamedTuple):
    """A row by what does not change with names: the id of the duty or appraisal, and of the actor."""

    work: str
    actor: str

    def __str__(self) -> str:
        return f"{self.work}@{self.actor}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The list of one place: a cluster as a body, or a school in it."""

    name: str
    rows: tuple[Row, ...]
    keys: tuple[Key, ...]
    """What each row is of, for programs."""
    school: bool = False
    """Whether it is the list of one school of the roster, which is handed to that school."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistView:
    """What the template `checklist.md.j2` has: one cluster, or without a roster one type of cluster."""

    title: str
    name: str
    form: str
    """Which form the cluster has, where its type has several."""
    members: str
    """The schools of a cluster of the roster; empty in a school's own list."""
    columns: tuple[str, ...]
    chapters: tuple[Chapter, ...]


def views(context: Context) -> Iterator[ChecklistView]:
    """One for each cluster of the roster, or for each type; places without a task are left out.

    A school's list stands once, with the first cluster that has it; those of schools in no cluster come last.
    """
    plan, rows = context.plan, _rows(context)
    placed: set[str] = set()
    for cluster in context.scheme.clusters:
        for unit in clusters_of(plan, cluster):
            inner = [each for each in _inner(unit, cluster, plan) if each.id not in placed]
            placed |= {each.id for each in inner}
            members = listed(school.name for school in schools_of(plan, unit.schools))
            head = (_name(unit, cluster), form_name(cluster, unit.form), members)
            yield from _view(context, head, (unit, *inner), rows)
    rest = tuple(school for school in schools(plan) if school.id not in placed)
    if SCHOOL in rows and SCHOOL not in plan.units:
        rest += (Unit(id=SCHOOL, type=SCHOOL, name=BUILT_IN_ZH[SCHOOL]),)
    yield from _view(context, (_OTHERS if placed else _ALL, "", ""), rest, rows)


#: Where schools stand that are in no cluster, beside others or where there are none.
_OTHERS, _ALL = "其他学校", "各学校"


def _view(
    context: Context, head: tuple[str, str, str], units: Sequence[Unit], rows: Mapping[str, Mapping[Row, Key]]
) -> Iterator[ChecklistView]:
    name, form, members = head
    places = [unit for unit in units if unit.id in rows]
    if places:
        yield ChecklistView(
            title=after(context.scheme, "任务清单"),
            name=name,
            form=form,
            members=members,
            columns=COLUMNS,
            chapters=tuple(_chapter(each, rows[each.id]) for each in places),
        )


def _name(unit: Unit, cluster: ClusterType) -> str:
    """The unit's name, with its type where the name does not tell it."""
    return unit.name if unit.typical or cluster.name in unit.name else f"{unit.name}（{cluster.name}）"


def _inner(unit: Unit, cluster: ClusterType, plan: Plan) -> Iterable[Unit]:
    """The schools of a unit, or its typical ones."""
    if unit.typical:
        inside = f"{cluster.key}/"
        return (
            each for each in plan.units.values() if each.id.startswith(inside) or _is_own(each, unit, plan)
        )
    return schools_of(plan, unit.schools)


def _is_own(school: Unit, unit: Unit, plan: Plan) -> bool:
    """Whether the typical school of the whole locality is meant where the locality is the cluster."""
    return school.id == "school" and unit.type == plan.scheme.locality.level


def parts(view: ChecklistView) -> Iterator[ChecklistView]:
    """The documents of one cluster: its own list, then one for each school of the roster."""
    own = tuple(chapter for chapter in view.chapters if not chapter.school)
    if own:
        yield replace(view, chapters=own)
    for chapter in view.chapters:
        if chapter.school:
            yield replace(view, name=chapter.name, form="", members="", chapters=(chapter,))


def _chapter(unit: Unit, entries: Mapping[Row, Key]) -> Chapter:
    return Chapter(
        name=unit.name,
        rows=tuple((str(number), *row) for number, row in enumerate(entries, 1)),
        keys=tuple(entries.values()),
        school=unit.type == SCHOOL and not unit.typical,
    )


#: What somebody has to do with each piece of work, by the work's key: 牵头, 配合.
Ways = Mapping[str, str]


def ways(context: Context) -> Iterator[tuple[str, Ways]]:
    """Every body, post, cluster and school that takes part in something, by name, and how."""
    found: dict[str, dict[str, str]] = {}
    for place, (_, _, how, *_), key in _entries(context):
        known = found.setdefault(place, {}).get(key.work, "")
        found[place][key.work] = "、".join(
            dict.fromkeys(filter(None, (*known.split("、"), *how.split("、"))))
        )
    units, nodes = context.plan.units, context.plan.nodes
    for place, works in found.items():
        unit = units.get(place)
        if unit is not None and not unit.typical:
            yield unit.name, works
        elif unit is None and nodes[place].kind in (NodeKind.ORGAN, NodeKind.POST):
            yield nodes[place].name, works


def _rows(context: Context) -> Mapping[str, Mapping[Row, Key]]:
    """The rows of every place, each once, in the order of the scheme."""
    found: dict[str, dict[Row, Key]] = {}
    for place, row, key in _entries(context):
        found.setdefault(place, {}).setdefault(row, key)
    return found


def _entries(context: Context) -> Iterator[tuple[str, Row, Key]]:
    nodes = context.plan.nodes
    narrow = _typical_schools(context)
    place = {key: narrow[key].place if key in narrow else node.unit or key for key, node in nodes.items()}
    names = {key: node.name for key, node in nodes.items()}
    falls = Falls(context)
    asked = context.asked
    for task in (task for task in context.plan.tasks if task.duty.path in asked):
        line = asked[task.duty.path]
        work = work_key("duty", task.duty.path)
        rest = (line.when or NOTHING, line.output or NOTHING, "", "")
        taken: dict[str, str] = {}
        for part, actors in task.parts.items():
            for actor in actors:
                taken[actor] = f"{taken[actor]}、{TAKEN[part]}" if actor in taken else TAKEN[part]
        for actor in task.objects:
            taken.setdefault(actor, "对象")
        if not task.carriers:
            told = "\n".join((line.name, *line.limited(falls.to(task, task.unit)), *line.passed_on("")))
            yield task.unit, (told, OPEN, TAKEN[Part.LEAD], *rest), Key(work, "")
        for actor, how in taken.items():
            group = tuple(filter(None, (narrow[actor].limit,))) if actor in narrow else ()
            limits = (*line.limited(falls.to(task, place[actor])), *line.passed_on(how), *group)
            told = "\n".join((line.name, *limits))
            yield place[actor], (told, names[actor], how, *rest), Key(work, actor)
    for review in context.plan.reviews:
        if review.appraisal.norm is not Norm.DUTY:
            continue
        own = context.review_lines[review.appraisal.path]
        work = work_key("appraisal", review.appraisal.path)
        rest = (when_text(review.appraisal) or NOTHING, NOTHING, "", "")
        for how, parties in (("考核", review.assessors), ("接受考核", review.objects)):
            for actor in parties:
                group = tuple(filter(None, (narrow[actor].limit,))) if actor in narrow else ()
                told = "\n".join((own.name, *own.limits, *group))
                yield place[actor], (told, names[actor], how, *rest), Key(work, actor)


class _Narrow(NamedTuple):
    """The typical school that stands for the schools of a group, and which of them the group has."""

    place: str
    limit: str


def _typical_schools(context: Context) -> Mapping[str, _Narrow]:
    """Without a roster nobody knows which schools columns tell: the list of all has it, with what is asked of them."""
    plan = context.plan
    found: dict[str, _Narrow] = {}
    for group in context.scheme.groups if plan.roster is None else ():
        chain = [group]
        while (outer := _outer(context, chain[-1])) is not None and outer not in chain:
            chain.append(outer)
        asked = {column: wanted for each in reversed(chain) for column, wanted in each.where.items()}
        gone = listed(context.names.actors(group, group.excepted))
        home = chain[-1]
        name = home.of[0].text.split("/")[-1] if len(home.of) == 1 else ""
        schools = {unit.name: unit.id for unit in plan.units.values() if unit.id == SCHOOL or "/" in unit.id}
        place = SCHOOL if built_in(name) == SCHOOL else schools.get(name, "")
        if asked and place:
            schools_of_it = context.names.narrowed(asked, "学校")
            # 城区学校 and 小学 say themselves which schools they are.
            said = group.name in (schools_of_it, schools_of_it.removesuffix("学校"))
            limit = f"{'' if said else f'{group.name}限{schools_of_it}'}{with_(gone, '' if said else '，', '除外')}"
            nodes = (key for key, node in plan.nodes.items() if node.path == group.path and not node.unit)
            found |= {key: _Narrow(place, limit) for key in nodes}
    return found


def _outer(context: Context, group: Group) -> Group | None:
    """The group that another is drawn from."""
    name = group.of[0].text if len(group.of) == 1 else ""
    return next((each for each in context.scheme.groups if name in each.labels and each is not group), None)


__all__ = ["COLUMNS", "Chapter", "ChecklistView", "Key", "parts", "views"]
