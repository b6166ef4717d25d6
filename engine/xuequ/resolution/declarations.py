"""Everything a scheme declares, by path and by what people call it.

A reference is `outer/inner`: keys, names or aliases from the top without the names of sections. Any tail of a path will
do; where one thing's path is exactly what is written, that thing is meant and not those further inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from xuequ.findings.catalogue.words import WORDS, Said
from xuequ.findings.nearest import nearest
from xuequ.language.fields import elements, kind_named
from xuequ.model.elements import Duty, Element, Path, Phase, Ref, Scheme, Source

Labels = tuple[frozenset[str], ...]
#: Kinds of those who act.
ACTING = frozenset({"organ", "post", "group", "cluster", "member", "unit"})
#: What must have a path of its own, since it is found by that.
_ALONE = frozenset({"actor", "duty", "appraisal", "measure"})


class Declared(NamedTuple):
    """One declared thing: its kind as the schemas call it, its path, and what it may be called itself.

    What duties produce (`output`) is declared by being named. `owner` is the kind of what an item stands in,
    `titles` what is called how at each path.
    """

    kind: str
    path: Path
    own: frozenset[str]
    element: Element
    owner: str
    titles: Mapping[Path, frozenset[str]]

    @property
    def labels(self) -> Labels:
        """What each step of its path may be called."""
        path = self.path
        outer = (self.titles.get(path[:n]) or frozenset({path[n - 1]}) for n in range(1, len(path)))
        return (*outer, self.own)

    @property
    def name(self) -> str:
        """What it is called in print."""
        return self.element.name

    @property
    def node(self) -> str:
        """Its id in the graph; an item of a goal is a goal there."""
        return f"{self.owner or self.kind}:{'/'.join(self.path)}"


class Declarations:
    """The declared things of one scheme, in the order of kinds and then of the scheme."""

    def __init__(self, scheme: Scheme) -> None:
        self.scheme = scheme
        self._named: dict[tuple[str, tuple[str, ...]], tuple[Declared, ...]] = {}

    @cached_property
    def all(self) -> tuple[Declared, ...]:
        """Every one."""
        titles: dict[Path, frozenset[str]] = {}
        found: list[Declared] = []
        for kind, element, owner in _of_file(self.scheme):
            path = path_of(element)
            own = frozenset((path[-1], element.key, element.name, *element.aliases))
            if kind != "output":
                before = titles.get(path)
                titles[path] = own if before is None else before | own
            found.append(Declared(kind, path, own, element, owner, titles))
        return tuple(found)

    @cached_property
    def _by_label(self) -> Mapping[str, tuple[Declared, ...]]:
        found: dict[str, list[Declared]] = {}
        for each in self.all:
            for label in each.own:
                found.setdefault(label, []).append(each)
        return {label: tuple(those) for label, those in found.items()}

    def named(self, text: str, kinds: Iterable[str] = ()) -> tuple[Declared, ...]:
        """The things that a reference may mean, of these kinds or of any."""
        asked = (text, tuple(kinds))
        known = self._named.get(asked)
        if known is None:
            found = self.ending(*asked)
            exact = [each for each in found if len(each.path) == text.count("/") + 1]
            known = self._named[asked] = _one_event(exact if len(exact) == 1 else found)
        return known

    def ending(self, text: str, kinds: Iterable[str] = ()) -> list[Declared]:
        """All things of these kinds, or of any, whose path ends in what is written."""
        wanted, steps = frozenset(kinds), text.split("/")
        return [
            each
            for each in self._by_label.get(steps[-1], ())
            if (not wanted or _is_of(each, wanted)) and (len(steps) == 1 or ends_with(each.labels, steps))
        ]

    def at(self, path: Path, *kinds: str) -> Declared | None:
        """The thing of that path, of the first of these kinds that has one."""
        those = self._by_path.get(path, ())
        return next((each for kind in kinds for each in those if each.kind == kind), None)

    @cached_property
    def _by_path(self) -> Mapping[Path, tuple[Declared, ...]]:
        found: dict[Path, list[Declared]] = {}
        for each in self.all:
            found.setdefault(each.path, []).append(each)
        return {path: tuple(those) for path, those in found.items()}

    def of_one_path(self) -> Iterator[tuple[Declared, Declared]]:
        """Pairs of work, or of those who act, that nothing tells apart: they have one and the same path."""
        for those in self._by_path.values():
            first: dict[str, Declared] = {}
            for each in those:
                sort = "actor" if each.kind in ACTING else each.kind
                if sort in _ALONE and first.setdefault(sort, each) is not each:
                    yield first[sort], each

    def labels(self, kinds: Iterable[str] = ()) -> tuple[str, ...]:
        """Everything that things of these kinds, or of any, may be called."""
        wanted = frozenset(kinds)
        found = {label for each in self.all if not wanted or _is_of(each, wanted) for label in each.own}
        return tuple(sorted(found))

    def nearest(self, text: str, kinds: Iterable[str] = ()) -> tuple[str, ...]:
        """What may have been meant by a name of nothing."""
        return nearest(text.split("/")[-1], self.labels(kinds))


def said_kind(kind: str) -> Said:
    """A kind of declared thing in words."""
    if kind in elements():
        return Said(kind_named(kind).zh, kind_named(kind).en.lower())
    return WORDS[kind]


def ends_with(labels: Labels, steps: list[str]) -> bool:
    """Whether a path, with what each of its steps may be called, ends in what is written."""
    tail = labels[-len(steps) :]
    return len(tail) == len(steps) and all(step in own for step, own in zip(steps, tail, strict=True))


def path_of(element: Element) -> Path:
    """How people refer to it: a source of a policy stands under the policy's key, a row under its schedule."""
    if isinstance(element, Source):
        return tuple(element.key.split("/"))
    return (*element.path, element.row) if isinstance(element, Phase) and element.row else element.path


def _is_of(each: Declared, wanted: frozenset[str]) -> bool:
    """An item is meant only where what it stands in may be."""
    return each.kind in wanted and (each.kind != "item" or each.owner in wanted)


def _one_event(found: list[Declared]) -> tuple[Declared, ...]:
    """A duty and the document of its own name that it produces are one and the same thing to wait for."""
    if len(found) == 2 and {each.kind for each in found} == {"duty", "output"}:
        duty = next(each for each in found if each.kind == "duty")
        if isinstance(duty.element, Duty) and any(ref.text == duty.name for ref in duty.element.output):
            return (duty,)
    return tuple(found)


def _of_file(scheme: Scheme) -> Iterator[tuple[str, Element, str]]:
    outputs: dict[str, Ref] = {}
    for section, kind in kind_named("scheme").sections.items():
        for element in getattr(scheme, section, ()):
            for found in _with_inner(kind, element):
                yield found
                for ref in found[1].output if isinstance(found[1], Duty) else ():
                    outputs.setdefault(ref.text, ref)
    for name, ref in outputs.items():
        yield "output", Element(key=name, path=(name,), at=ref.at, name=name), ""


def _with_inner(kind: str, element: Element, owner: str = "") -> Iterator[tuple[str, Element, str]]:
    yield kind, element, owner
    for section, inner in kind_named(kind).sections.items():
        for each in getattr(element, section, ()):
            yield from _with_inner(inner, each, (owner or kind) if inner == "item" else "")
