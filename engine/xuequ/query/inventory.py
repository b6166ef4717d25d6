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


def space(kind: str) -> str:
    """Where paths of a kind are told apart: an actor, a source and a measure may have the same one."""
    return "actor" if kind in ACTORS else kind if kind == "source" else "work"


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

    def ending(self, text: str) -> tuple[Thing, ...]:
        """All things whose path ends in a reference, in keys, names or aliases."""
        steps = text.split("/")
        return tuple(t for t in self._by_label.get(steps[-1], ()) if _ends(t, steps))

    def named(self, text: str) -> tuple[Thing, ...]:
        """The things a reference may mean: those whose path ends in it, one of exactly that path alone."""
        found = self.ending(text)
        exact = tuple(t for t in found if len(t.path) == text.count("/") + 1)
        return exact if len(exact) == 1 else found

    @cached_property
    def others(self) -> tuple[Thing, ...]:
        """What can change or be cited and is no thing that work could name: sources, schedules and rows, mandates."""
        scheme = self.plan.scheme
        # A policy brings its sources along; one document is one source however often it comes.
        sources = {source.name: source for source in reversed(scheme.sources)}
        found = [_plain("source", source) for source in scheme.sources if sources[source.name] is source]
        found += [_plain("mandate", mandate) for mandate in scheme.mandates]
        for schedule in scheme.schedules:
            found.append(_plain("schedule", schedule))
            for row in schedule.rows:
                time = "；".join(when.text for when in row.when) or row.key
                named = replace(row, path=(*schedule.path, time), name=f"{schedule.name} {time}")
                found.append(Thing("row", named, (called(schedule), called(named)), ("", row.at)))
        return tuple(found)

    def one_named(self, text: str, kinds: tuple[str, ...] = ()) -> Thing | None:
        """The one thing a reference can mean, a source where it may be one; None for none or several."""
        if "source" in kinds:
            named = [t for t in self.others if t.kind == "source" and text in {*t.labels[-1], _tail(t.path)}]
            if len(named) == 1:
                return named[0]
        found = self.named(text)
        return found[0] if len(found) == 1 else None

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
        return "、".join(self.name_at(element.path, ref) for ref in refs)

    def name_of(self, text: str) -> str:
        """What something is called that a field names by key, path or name; as written where that is not known."""
        named = self.named(text)
        return named[0].name if len(named) == 1 else BUILT_IN_ZH.get(text, text)

    def actor_at(self, path: Path, ref: Ref) -> tuple[Path, ...] | None:
        """The actor a name in an element was taken to mean, after the place in front; None where it is none."""
        bound = self.plan.bindings.get((path, ref.at))
        if bound is None:
            return None
        outer = ref.text.rpartition("/")[0]
        places = (
            [t.path for t in self.named(outer) if t.kind in ("role", "cluster", "organ")][:1] if outer else []
        )
        return (*places, bound.actor) if bound.actor[:-1] == () else (bound.actor,)

    def name_at(self, path: Path, ref: Ref, kinds: tuple[str, ...] = ()) -> str:
        """What a name in an element means, as readers know it."""
        bound = self.plan.bindings.get((path, ref.at))
        outer, _, last = ref.text.rpartition("/")
        actor = bound.actor if bound else (last,)
        if (
            bound is None
            and actor not in self.actor_names
            and (meant := self.one_named(ref.text, kinds)) is not None
        ):
            return meant.name
        named = self.actor_names.get(actor) or BUILT_IN_ZH.get(actor[-1]) or last
        if outer and actor[-1] in BUILT_IN_ZH:
            place = self._actors_by_key.get(outer.rpartition("/")[2], outer)
            return f"{place}{named}"
        return named

    @cached_property
    def actor_names(self) -> Mapping[Path, str]:
        """What each declared actor is called, by its path."""
        return {t.path: t.name for t in self.things if t.kind in ACTORS}

    @cached_property
    def _actors_by_key(self) -> Mapping[str, str]:
        return {path[-1]: name for path, name in self.actor_names.items()} | dict(BUILT_IN_ZH)

    def place(self, at: DocPath, *, key: bool = False) -> Place:
        """The place in a drafter's file of a path in the composed tree."""
        return self.plan.composed.origins.place(at, "key" if key else "value")

    @cached_property
    def _modules(self) -> Mapping[str, str]:
        return {adopted.file: f"policy:{adopted.policy}" for adopted in self.plan.composed.adopted}

    def _born(self, element: Element) -> Birthplace:
        origin = self.plan.composed.origins.of(element.at)
        return self._modules.get(origin.file, origin.file), origin.path


def _plain(kind: str, element: Element) -> Thing:
    return Thing(kind, element, (called(element),), ("", element.at))


def _tail(path: Path) -> str:
    """The key a policy gives a source, which stands there behind that of the adoption."""
    return path[-1].rpartition("/")[2]


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
