"""What references print as: the names of actors, goals, duties and documents.

Documents speak of roles, so a reference prints the name of what it means in the scheme, with or without a
roster; which school that is stands in the checklists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from xuequ.compose.names import BUILT_IN_ZH, built_in
from xuequ.model.elements import ClusterType, Element, Group, Member, Norm, Part, Path, Ref, Scheme, Work
from xuequ.model.forces import allowed, so_far
from xuequ.model.open_lists import open_list
from xuequ.resolution.places import SCHOOL
from xuequ.resolution.plan import PUBLIC, Plan
from xuequ.resolution.references import duties
from xuequ.views.wording import BOUNDED, OPEN, fixed, listed, values_of

#: Columns whose values stand before what they describe: 农村初中学校.
_ADJECTIVES = ("county", "town", "area", "ownership", "stage", "kind", "form")
#: Columns whose values are places themselves: 县区教育局限东县.
PLACE_COLUMNS = frozenset({"county", "town"})
_PEOPLE = ("principal", "teacher", "student")
_MANY = ("school", "town", "county", *_PEOPLE)
_AIMS = ("goal", "principle", "constraint", "item")
_ANYTHING = (*_AIMS, "measure", "phase", "duty", "appraisal", "source", "output")


class Who(NamedTuple):
    """An actor by the path that it is declared at, and what it prints as."""

    path: Path
    name: str


def is_public(ref: Ref) -> bool:
    """Whether a receiver is the public: what informs it is published."""
    return built_in(ref.text) == PUBLIC


class Names:
    """Finds names for one plan; made once and shared by all its views."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._actors = dict(_actors(plan.scheme))
        self._labels = {label: path for path, e in self._actors.items() for label in e.labels}
        self._declared = plan.declarations
        called = Counter(element.name for element in self._actors.values())
        self._alike = frozenset(name for name, number in called.items() if number > 1)
        self._from_above = _from_above(plan)

    def actor(self, element: Element, ref: Ref) -> str:
        """The name of the actor that `ref`, written in `element`, means; of several, their names."""
        return "、".join(who.name for who in self.who(element, ref))

    def who(self, element: Element, ref: Ref) -> tuple[Who, ...]:
        """Whom `ref`, written in `element`, means: one, or one for each type of place that has the work."""
        bound = self._plan.bindings.get((element.path, ref.at))
        paths = bound.actors if bound else (self._path(ref.text.rpartition("/")[2]),)
        return tuple(self._who(element, ref, path) for path in paths)

    def _who(self, element: Element, ref: Ref, path: Path) -> Who:
        """An actor as it prints; people of a place are told by that place."""
        outer, _, last = ref.text.rpartition("/")
        if path == ("self",):
            return Who(path, self._own(element))
        if path and path[-1] in _PEOPLE:
            place = self.named(outer) if outer else ""
            return Who((*filter(None, (place,)), *path), f"{place}{BUILT_IN_ZH[path[-1]]}")
        return Who(path, self.at(path)) if path else Who((last,), self.named(last))

    def _own(self, element: Element) -> str:
        """本单位 as somebody else reads it: each of those the work is told to, else the locality itself."""
        each: tuple[Ref, ...] = getattr(element, "each", ())
        told = "、".join(self.severally(element, (ref for ref in each if not _self(ref)), {}))
        return told or self._plan.scheme.locality.name

    def is_locality(self, ref: Ref) -> bool:
        """Whether a name means the locality itself, of which there is one."""
        return (built_in(ref.text) or ref.text) in ("locality", self._plan.scheme.locality.level)

    def severally(self, element: Element, refs: Iterable[Ref], where: Mapping[str, object]) -> Iterator[str]:
        """市、各县区: what there is one of, and each of what there are several, with what is asked of them."""
        for ref in refs:
            name = self.actor(element, ref)
            yield name if self.is_locality(ref) else f"各{self.narrowed(where, name)}"

    def at(self, path: Path) -> str:
        """The name of the actor declared at `path`; of one that is called like another, with what it stands in."""
        found = self._actors.get(path)
        if found is None:
            return BUILT_IN_ZH.get(path[-1], path[-1])
        outer = self._actors.get(path[:-1]) if found.name in self._alike else None
        return (
            found.name if outer is None or found.name.startswith(outer.name) else f"{outer.name}{found.name}"
        )

    def named(self, text: str) -> str:
        """The name of what is called `text`, which may be its key, a path or the name itself."""
        path = self._path(text.rpartition("/")[2])
        return self.at(path) if path else text.rpartition("/")[2]

    def official(self, ref: Ref) -> str:
        """An organ by its full name: 市教育局 of 安康市 is 安康市教育局."""
        name, locality = self.named(ref.text), self._plan.scheme.locality.name
        known = next((organ for organ in self._plan.scheme.organs if organ.name == name), None)
        full = next((a for a in known.aliases if locality and a.startswith(locality)), "") if known else ""
        if full or not locality or name.startswith(locality):
            return full or name
        return f"{locality}{name[1:]}" if name[:1] == locality[-1] else name

    def addressed(self, refs: Iterable[Ref]) -> str:
        """Whom a document goes to: of those there are many of, 各教育集团、各学校."""
        return "、".join(dict.fromkeys(self._addressed(ref.text) for ref in refs))

    def _addressed(self, text: str) -> str:
        name, last = self.named(text), text.rpartition("/")[2]
        actor = self._actors.get(self._path(last))
        many = (
            isinstance(actor, ClusterType | Member)
            or bool(getattr(actor, "each", ()))
            or self._of_many(actor)
            if actor
            else built_in(last) in _MANY
        )
        return f"各{name}" if many and not name.startswith("各") else name

    def _of_many(self, actor: Element) -> bool:
        """Whether it is a group of schools or clusters that columns or exceptions tell (公办学校)."""
        if not isinstance(actor, Group) or not (actor.where or actor.excepted):
            return False
        drawn = [(ref.text, self._actors.get(self._path(ref.text.rpartition("/")[2]))) for ref in actor.of]
        return all(
            isinstance(one, ClusterType | Member) if one else built_in(text) == SCHOOL for text, one in drawn
        )

    def _path(self, last: str) -> Path:
        own = built_in(last)
        return self._labels.get(last) or ((own,) if own else ())

    def actors(self, element: Element, refs: Iterable[Ref]) -> tuple[str, ...]:
        """The names of several, each once."""
        return tuple(dict.fromkeys(self.actor(element, ref) for ref in refs))

    def field(self, element: Element, refs: Iterable[Ref], name: str) -> str:
        """The actors in a field of `element`; open where the source leaves it so, else empty."""
        found = listed(self.actors(element, refs), more=open_list(element) == name)
        return found or (OPEN if name in element.unspecified else "")

    def asked_of_places(self, work: Work) -> Mapping[str, object]:
        """What its condition asks of the places that have it, or that have what stands in it."""
        about = self._plan.conditions
        inner = [path for path, _ in about if path[: len(work.path)] == work.path] if work.where else []

        def is_of_places(column: str) -> bool:
            found = [about[path, column] for path in inner if (path, column) in about]
            return not found or ("each",) in found

        return {column: wanted for column, wanted in work.where.items() if is_of_places(column)}

    def is_from_above(self, work: Work) -> bool:
        """Whether a body of the locality does it for each of several places, and not each place itself."""
        return work.path in self._from_above

    def asked_of_parties(self, work: Work) -> Mapping[str, tuple[str, ...]]:
        """The columns of its condition that are about its parties, each with the fields that name these."""
        found = {column: self._plan.conditions.get((work.path, column), ("each",)) for column in work.where}
        return {column: fields for column, fields in found.items() if fields != ("each",)}

    def narrowed(self, where: Mapping[str, object], place: str) -> str:
        """A kind of place with what is asked of it: 示范性集团, 农村初中学校, 学段为小学、初中的学校."""
        if where and where.keys() <= PLACE_COLUMNS and not place.endswith(("学校", "校", "园")):
            return "、".join(each for wanted in where.values() for each in values_of(wanted))
        plain, told = "", []
        for column, wanted in sorted(where.items(), key=_standing):
            values = [self._form(each) if column == "form" else each for each in values_of(wanted)]
            if column in _ADJECTIVES and len(values) == 1:
                plain += values[0].removesuffix(place)
            else:
                told.append(f"{fixed(column)}{'' if BOUNDED.match(values[0]) else '为'}{'、'.join(values)}")
        return f"{'，'.join(told)}的{plain}{place}" if told else f"{plain}{place}"

    def _form(self, text: str) -> str:
        forms = (form for cluster in self._plan.scheme.clusters for form in cluster.forms)
        return next((form.name for form in forms if text in form.labels), text)

    def part(self, work: Work, part: Part) -> str:
        """Who takes a part in a piece of work; 本单位 of what is allowed or forbidden is each whom that concerns."""
        refs = work.parts.get(part, ())
        if part is Part.INFORM:
            refs = tuple(ref for ref in refs if not is_public(ref))
        if part in work.norm.stands_for and work.each:
            refs = tuple(
                own for ref in refs for own in (work.each if built_in(ref.text) == "self" else (ref,))
            )
        return self.field(work, refs, part.value)

    def target(self, ref: Ref) -> str:
        """The name of a goal, duty, appraisal, source or output."""
        for kinds in (_AIMS, _ANYTHING):
            for target in self._declared.named(ref.text, kinds):
                element = target.element
                forbidden = isinstance(element, Work) and element.norm is Norm.MUST_NOT
                return allowed(so_far(element), element.force) if forbidden else target.name
        return self.named(ref.text)

    def targets(self, refs: Iterable[Ref]) -> tuple[str, ...]:
        """The names of several, each once."""
        return tuple(dict.fromkeys(self.target(ref) for ref in refs))

    def paths(self, refs: Iterable[Ref]) -> tuple[Path, ...]:
        """The paths of the duties that are meant; of a measure, those of all its duties."""
        found: list[Path] = []
        for ref in refs:
            for target in self._declared.named(ref.text, ("duty", "measure"))[:1]:
                inner = [
                    d.path for d in duties(self._plan.scheme) if d.path[: len(target.path)] == target.path
                ]
                found += inner if target.kind == "measure" else [target.path]
        return tuple(dict.fromkeys(found))


def _standing(condition: tuple[str, object]) -> int:
    """Where a column's value stands among others; those of a scheme's own columns come first."""
    return _ADJECTIVES.index(condition[0]) if condition[0] in _ADJECTIVES else -1


def _self(ref: Ref) -> bool:
    return built_in(ref.text) == "self"


def _actors(scheme: Scheme) -> Iterator[tuple[Path, Element]]:
    for cluster in scheme.clusters:
        for unit in cluster.units:
            yield (cluster.key, unit.key), unit
        for form in cluster.forms:
            yield from (((cluster.key, member.key), member) for member in form.members)
        yield from (((cluster.key, member.key), member) for member in cluster.members)
    for element in (*scheme.groups, *scheme.posts, *scheme.organs, *scheme.clusters):
        yield element.path, element


def _from_above(plan: Plan) -> frozenset[Path]:
    """The duties that stand at places and that bodies of the locality alone carry."""
    found: dict[Path, bool] = {}
    for task in plan.tasks:
        alone = bool(task.carriers) and not any(plan.nodes[who].unit for who in task.carriers)
        found[task.duty.path] = found.get(task.duty.path, True) and alone
    return frozenset(path for path, alone in found.items() if alone)
