"""Everything a scheme declares, by what it may be called and by where it was first written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from xuequ.compose.names import BUILT_IN_ZH
from xuequ.findings.finding import DocPath, Place
from xuequ.model.elements import Element, Path, Ref, Scheme
from xuequ.resolution.plan import Plan
from xuequ.resolution.references import appraisals, called, duties, measures

#: Kinds of things that can take part in work.
ACTORS = frozenset({"organ", "post", "group", "cluster", "role", "unit"})

#: Where an element was first written: the policy's name (or the file's), and the path in it.
Birthplace = tuple[str, DocPath]


class Thing(NamedTuple):
    """One element with its kind, a word such as `duty`; `labels` is what each step of its path may be called."""

    kind: str
    element: Element
    labels: tuple[frozenset[str], ...]
    born: Birthplace

    @property
    def path(self) -> Path:
        """Its path."""
        return self.element.path

    @property
    def name(self) -> str:
        """What it is called in print."""
        return self.element.name


class Inventory:
    """All things of one plan; outputs are things too, since a mandate may ask for a document."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """Everything, in the order of kinds and then of the scheme."""
        listed = tuple(_listed(self.plan.scheme))
        titles: dict[Path, frozenset[str]] = {}
        for kind, element in listed:
            if kind != "output":
                titles[element.path] = titles.get(element.path, frozenset()) | called(element)
        return tuple(
            Thing(kind, element, _labels(element, titles), self._born(element)) for kind, element in listed
        )

    @cached_property
    def _by_label(self) -> Mapping[str, tuple[Thing, ...]]:
        found: dict[str, list[Thing]] = {}
        for thing in self.things:
            for label in thing.labels[-1]:
                found.setdefault(label, []).append(thing)
        return {label: tuple(things) for label, things in found.items()}

    @cached_property
    def born(self) -> Mapping[Birthplace, tuple[Thing, ...]]:
        """Things by where they were first written; a policy adopted twice brings several of one birthplace."""
        found: dict[Birthplace, list[Thing]] = {}
        for thing in self.things:
            found.setdefault(thing.born, []).append(thing)
        return {place: tuple(things) for place, things in found.items()}

    def named(self, text: str) -> tuple[Thing, ...]:
        """The things a reference may mean: those whose path ends in it, one of exactly that path alone."""
        steps = text.split("/")
        found = [t for t in self._by_label.get(steps[-1], ()) if _ends(t, steps)]
        exact = [t for t in found if len(t.path) == len(steps)]
        return tuple(exact if len(exact) == 1 else found)

    def labels(self) -> tuple[str, ...]:
        """Everything anything is called."""
        return tuple(sorted(self._by_label))

    def called(self, kind: str, name: str) -> tuple[Thing, ...]:
        """The things of one kind with this name or alias."""
        return tuple(
            t for t in self._by_label.get(name, ()) if t.kind == kind and name in (t.name, *t.element.aliases)
        )

    def written(self, element: Element, refs: Iterable[Ref]) -> str:
        """The actors or documents that a field names, as readers know them."""
        return "、".join(self._written(element, ref) for ref in refs)

    def name_of(self, text: str) -> str:
        """What something is called that a field names by key, path or name; as written where that is not known."""
        named = self.named(text)
        return named[0].name if len(named) == 1 else BUILT_IN_ZH.get(text, text)

    def _written(self, element: Element, ref: Ref) -> str:
        bound = self.plan.bindings.get((element.path, ref.at))
        outer, _, last = ref.text.rpartition("/")
        path = bound.actor if bound else (last,)
        if bound is None and path not in self._actors and len(meant := self.named(ref.text)) == 1:
            return meant[0].name
        named = self._actors.get(path) or BUILT_IN_ZH.get(path[-1]) or last
        if outer and path[-1] in BUILT_IN_ZH:
            place = self._actors_by_key.get(outer.rpartition("/")[2], outer)
            return f"{place}{named}"
        return named

    @cached_property
    def _actors(self) -> Mapping[Path, str]:
        return {t.path: t.name for t in self.things if t.kind in ACTORS}

    @cached_property
    def _actors_by_key(self) -> Mapping[str, str]:
        return {path[-1]: name for path, name in self._actors.items()} | dict(BUILT_IN_ZH)

    def place(self, at: DocPath, *, key: bool = False) -> Place:
        """The place in a drafter's file of a path in the composed tree."""
        return self.plan.composed.origins.place(at, "key" if key else "value")

    @cached_property
    def _modules(self) -> Mapping[str, str]:
        return {adopted.file: f"policy:{adopted.policy}" for adopted in self.plan.composed.adopted}

    def _born(self, element: Element) -> Birthplace:
        origin = self.plan.composed.origins.of(element.at)
        return self._modules.get(origin.file, origin.file), origin.path


def _labels(element: Element, titles: Mapping[Path, frozenset[str]]) -> tuple[frozenset[str], ...]:
    path = element.path
    outer = (titles.get(path[:n], frozenset({path[n - 1]})) for n in range(1, len(path)))
    return (*outer, called(element))


def _ends(thing: Thing, steps: list[str]) -> bool:
    tail = thing.labels[-len(steps) :]
    return len(tail) == len(steps) and all(step in own for step, own in zip(steps, tail, strict=True))


def _listed(scheme: Scheme) -> Iterator[tuple[str, Element]]:
    yield from (("organ", e) for e in scheme.organs)
    yield from (("post", e) for e in scheme.posts)
    yield from (("group", e) for e in scheme.groups)
    for cluster in scheme.clusters:
        yield "cluster", cluster
        yield from (("role", e) for e in cluster.members)
        yield from (("form", e) for e in cluster.forms)
        yield from (("unit", replace(e, path=(cluster.key, e.key))) for e in cluster.units)
    for kind, elements in (
        ("goal", scheme.goals),
        ("principle", scheme.principles),
        ("constraint", scheme.constraints),
        ("measure", measures(scheme)),
        ("duty", duties(scheme)),
        ("appraisal", appraisals(scheme)),
        ("phase", scheme.phases),
    ):
        yield from ((kind, e) for e in elements)
    yield from _outputs(scheme)


def _outputs(scheme: Scheme) -> Iterator[tuple[str, Element]]:
    seen: set[str] = set()
    for duty in duties(scheme):
        for ref in duty.output:
            if ref.text not in seen:
                seen.add(ref.text)
                yield "output", Element(key=ref.text, path=(ref.text,), at=ref.at, name=ref.text)
