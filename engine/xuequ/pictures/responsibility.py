"""Who takes which part in what: one card a measure, one arrow for each actor, measure and part.

A part that holds for everything in a measure is printed under its title; one that holds for some of it is printed
there, so that nothing is lost by drawing one arrow instead of ten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from xuequ.model.elements import Duty, Measure, Norm, Part, Path
from xuequ.model.forces import with_force
from xuequ.pictures.actors import ACTORS, actor_box, told_apart
from xuequ.pictures.folding import sketched
from xuequ.pictures.measure import printable
from xuequ.pictures.sketch import Arrangement, Arrow, Box, CardRow, Frame, Mark, Sketch, View
from xuequ.pictures.words import EXCEPT, OTHER_DUTIES, UNKNOWN, UNSTATED, Lang
from xuequ.resolution.plan import EdgeKind, NodeKind, Plan

_CARRY = frozenset({EdgeKind.LEAD, EdgeKind.RESPONSIBLE, EdgeKind.ASSESS, EdgeKind.MAY, EdgeKind.MUST_NOT})
_ORDER = {kind: place for place, kind in enumerate(EdgeKind)}

#: One actor's part in something: kind and node id.
_Held = tuple[EdgeKind, str]


class _Item(NamedTuple):
    """A duty or appraisal with everybody's part in it; `hole` says who should carry it and does not."""

    path: Path
    measure: Path
    name: str
    held: tuple[_Held, ...]
    hole: Mark | None


def responsibility(plan: Plan, lang: Lang) -> Sketch:
    """The cards of all measures in the order of the scheme, and the actors on both sides; of many of a kind one."""
    return sketched(plan, lang, lambda each: _work(each, lang))


def _work(plan: Plan, lang: Lang) -> Sketch:
    cards = _cards(plan, lang)
    nested = {path[:n] for path in cards for n in range(1, len(path))}
    outer = tuple(measure for measure in _measures(plan.scheme.measures) if measure.path in nested)
    boxes = tuple(_card(plan, path, items, outer, lang) for path, items in cards.items())
    arrows = tuple(arrow for path, items in cards.items() for arrow in _arrows(path, items))
    return Sketch(
        view=View.RESPONSIBILITY,
        title=printable(plan.scheme.name),
        arrangement=Arrangement.AROUND,
        boxes=told_apart(plan, (*boxes, *_actors(plan, arrows))),
        frames=tuple(
            Frame(id=f"in {_id(m.path)}", title=printable(m.name), parent=_frame(m.path[:-1], outer))
            for m in outer
        ),
        arrows=arrows,
    )


def _id(path: Path) -> str:
    return f"measure:{'/'.join(path)}"


def _measures(measures: tuple[Measure, ...]) -> Iterator[Measure]:
    for measure in measures:
        yield measure
        yield from _measures(measure.measures)


def _titles(plan: Plan) -> Mapping[Path, str]:
    """The names of whatever duties stand in: measures, phases, schedules and their rows."""
    scheme = plan.scheme
    rows = (row for schedule in scheme.schedules for row in schedule.rows)
    works = (*_measures(scheme.measures), *scheme.phases, *rows, *scheme.schedules)
    return {work.path: work.name for work in works}


def _frame(path: Path, outer: tuple[Measure, ...]) -> str:
    paths = {measure.path for measure in outer}
    return next((f"in {_id(path[:n])}" for n in range(len(path), 0, -1) if path[:n] in paths), "")


def _cards(plan: Plan, lang: Lang) -> Mapping[Path, tuple[_Item, ...]]:
    """Items by measure, measures in the order of the scheme; what stands in none comes last."""
    cards: dict[Path, dict[Path, _Item]] = {}
    for item in _items(plan, lang):
        card = cards.setdefault(item.measure, {})
        known = card.get(item.path)
        held = tuple(dict.fromkeys((*known.held, *item.held))) if known else item.held
        card[item.path] = item._replace(held=held)
    order = {measure.path: place for place, measure in enumerate(_measures(plan.scheme.measures))}
    paths = sorted(cards, key=lambda path: order.get(path, len(order)))
    return {path: tuple(cards[path].values()) for path in paths}


def _items(plan: Plan, lang: Lang) -> Iterator[_Item]:
    for task in plan.tasks:
        duty = task.duty
        held = tuple((EdgeKind(p.value), actor) for p in Part for actor in task.parts.get(p, ()))
        hole = _hole(EdgeKind.LEAD, held, duty.unspecified, lang)
        yield _Item(duty.path, duty.measure, _named_with_limits(plan, duty, lang), held, hole)
    for review in plan.reviews:
        appraisal = review.appraisal
        kind = EdgeKind(appraisal.norm.stands_for.get("assess", EdgeKind.ASSESS))
        held = tuple((kind, actor) for actor in review.assessors)
        hole = _hole(EdgeKind.ASSESS, held, appraisal.unspecified, lang)
        yield _Item(appraisal.path, appraisal.measure, appraisal.name, held, hole)


def _named_with_limits(plan: Plan, duty: Duty, lang: Lang) -> str:
    """What is not simply asked for is said with its force, and what is forbidden with its exceptions."""
    name = duty.name if duty.norm is Norm.DUTY else with_force(duty, lang)
    if duty.norm is not Norm.MUST_NOT or not duty.excepted:
        return name
    bound = (plan.bindings.get((duty.path, ref.at)) for ref in duty.excepted)
    paths = [actor for each in bound if each is not None for actor in each.actors]
    names = dict.fromkeys(node.name for node in plan.nodes.values() if node.path in paths)
    return name + EXCEPT[lang].format("、".join(names) or "、".join(ref.text for ref in duty.excepted))


def _hole(kind: EdgeKind, held: Iterable[_Held], unspecified: frozenset[str], lang: Lang) -> Mark | None:
    if any(part in _CARRY for part, _ in held):
        return None
    return Mark(kind, (UNKNOWN if kind.value in unspecified else UNSTATED)[lang], known=False)


def _common(items: tuple[_Item, ...]) -> frozenset[_Held]:
    return frozenset.intersection(*(frozenset(item.held) for item in items))


def _card(plan: Plan, path: Path, items: tuple[_Item, ...], outer: tuple[Measure, ...], lang: Lang) -> Box:
    title = _titles(plan).get(path, path[-1]) if path else OTHER_DUTIES[lang]
    common = _common(items)
    return Box(
        id=_id(path),
        kind=NodeKind.MEASURE,
        title=printable(title),
        marks=_named(plan, common),
        rows=tuple(CardRow(printable(item.name), _marks(plan, item, common)) for item in items),
        frame=_frame(path, outer),
    )


def _marks(plan: Plan, item: _Item, common: frozenset[_Held]) -> tuple[Mark, ...]:
    marks = _named(plan, (held for held in item.held if held not in common))
    return (item.hole, *marks) if item.hole else marks


def _named(plan: Plan, many: Iterable[_Held]) -> tuple[Mark, ...]:
    """Parts with the names of those who have them, each name once, parts in their order, names as the plan has them."""
    places = {name: place for place, name in enumerate(plan.nodes)}
    own = sorted(many, key=lambda held: (_ORDER[held[0]], places[held[1]]))
    return tuple(dict.fromkeys(Mark(kind, printable(plan.nodes[actor].name)) for kind, actor in own))


def _arrows(path: Path, items: tuple[_Item, ...]) -> Iterator[Arrow]:
    held = dict.fromkeys(each for item in items for each in item.held)
    for kind, actor in sorted(held, key=lambda each: _ORDER[each[0]]):
        ends = (_id(path), actor) if kind is EdgeKind.INFORM else (actor, _id(path))
        yield Arrow(kind=kind, source=ends[0], target=ends[1])


def _actors(plan: Plan, arrows: tuple[Arrow, ...]) -> Iterator[Box]:
    named = {end for arrow in arrows for end in (arrow.source, arrow.target)}
    for node in plan.nodes.values():
        if node.kind in ACTORS and node.id in named:
            yield actor_box(plan, node, framed=False)
