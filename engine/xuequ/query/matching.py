"""Which element of one version of a scheme is which of another: by path, by birthplace, by name, by what it says.

An element keeps its identity when the measure it stands in is renamed, when a policy is adopted under another key,
when it moves to another measure, when it alone is renamed, and when the name of a renamed body stands in its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from xuequ.language.fields import Sort
from xuequ.model.elements import Measure, Path, Phase
from xuequ.query.inventory import ACTORS, Inventory, Thing, space
from xuequ.query.statements import STAY, Lead, frame, meaning, named_actors, statements
from xuequ.resolution.plan import Plan


class Bond(StrEnum):
    """By what two elements are known to be one."""

    PATH = "path"
    BIRTH = "birth"
    NAME = "name"
    CONTENT = "content"


class Match(NamedTuple):
    """An element in both versions, or in one of them."""

    old: Thing | None
    new: Thing | None
    bond: Bond | None


#: Containers before what they contain, actors before the work that names them.
_ORDER = (
    "scheme", "source",
    "organ", "cluster", "member", "form", "unit", "post", "group", "goal", "principle", "constraint", "measure",
    "phase", "schedule", "row", "mandate", "duty", "appraisal",
)  # fmt: skip
#: What can be known by its content alone; a row by what falls in it, whenever that is.
_TOLD_APART = ("measure", "duty", "appraisal", "phase", "goal", "principle", "constraint", "source", "row")
#: So alike must two elements be to be one under another name: in what they say, and in their names.
_ALIKE, _NAMES_ALIKE = 0.5, 0.5
#: So many pairs of elements are held together for likeness; of more, only those that share what so few pairs share.
_MANY, _RARE = 10_000, 200


class Matching:
    """The matches of two plans, made once; it leads from the old version to the new one."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self.old, self.new = Inventory(old), Inventory(new)
        self._pairs: dict[str, list[Match]] = defaultdict(list)
        self._left: dict[str, list[Thing]] = {}
        self._right: dict[str, list[Thing]] = {}
        self._there: dict[tuple[Path, str], Path] = {}
        self._renamed: list[tuple[str, str]] = []
        olds, news = _by_kind(self.old), _by_kind(self.new)
        for kind in _ORDER:
            self._match(kind, olds.get(kind, []), news.get(kind, []))
        # A body may be known by its members, once they are known.
        for kind in sorted(ACTORS) * 2:
            self._alike(kind, self._acts_of(self.old, self, kind), self._acts_of(self.new, STAY, kind))
        for kind in _ORDER:
            self._under_new_names(kind)
        for kind in _TOLD_APART:
            self._alike(kind, self._told(self.old, self), self._told(self.new, STAY))

    def matches(self) -> tuple[Match, ...]:
        """All of them: for each kind what is in the new version in its order, then what was dropped."""
        return tuple(match for kind in _ORDER for match in self._listed(kind))

    def path(self, path: Path, space: str) -> Path:
        """Where the element at an old path, or what contains it, stands in the new version."""
        for length in range(len(path), 0, -1):
            if (found := self._there.get((path[:length], space))) is not None:
                return found + path[length:]
        return path

    def text(self, text: str, *, but: tuple[str, str] = ("", "")) -> str:
        """An old text with the new names of what was renamed, `but` this one."""
        for before, after in self._renamed:
            if before in text and (before, after) != but:
                kept = re.split(f"({re.escape(after)})", text) if before in after else [text]
                text = "".join(part if part == after else part.replace(before, after) for part in kept)
        return text

    @property
    def paths(self) -> Lead:
        """Leads from the old version to the new one by paths alone, and leaves texts as they are."""
        return _Paths(self)

    def _listed(self, kind: str) -> Iterable[Match]:
        places = {t.element.at: n for n, t in enumerate((*self.new.things, *self.new.others))}
        both = sorted(self._pairs[kind], key=lambda m: places.get(m.new.element.at, 0) if m.new else 0)
        yield from both
        yield from (Match(None, thing, None) for thing in self._right[kind])
        yield from (Match(thing, None, None) for thing in self._left[kind])

    def _match(self, kind: str, olds: list[Thing], news: list[Thing]) -> None:
        self._left[kind], self._right[kind] = olds, news
        self._pair(kind, Bond.PATH, lambda t: t.path, lambda t: self.path(t.path, space(kind)))
        self._pair(kind, Bond.BIRTH, _born)
        self._pair(kind, Bond.NAME, lambda t: (t.name, t.labels[-2:-1]))
        self._pair(kind, Bond.NAME, lambda t: t.name)

    def _under_new_names(self, kind: str) -> None:
        """What bears the name of something renamed in its own key or name."""
        if self._renamed:
            self._pair(
                kind,
                Bond.PATH,
                lambda t: t.path,
                lambda t: tuple(map(self.text, self.path(t.path, space(kind)))),
            )
            self._pair(kind, Bond.NAME, lambda t: t.name, lambda t: self.text(t.name))

    def _pair(
        self,
        kind: str,
        bond: Bond,
        mark: Callable[[Thing], Hashable],
        old_mark: Callable[[Thing], Hashable] | None = None,
    ) -> None:
        """Put together what has the same mark on both sides and on each side once; an empty mark is none."""
        if not (self._left[kind] and self._right[kind]):
            return
        olds, news = _grouped(self._left[kind], old_mark or mark), _grouped(self._right[kind], mark)
        for value, one in olds.items():
            other = news.get(value, ())
            if (
                (value or kind == "scheme")
                and len(one) == len(other)
                and (len(one) == 1 or bond is Bond.PATH)
            ):
                for first, second in zip(one, other, strict=True):
                    self._join(kind, first, second, bond)

    def _join(self, kind: str, old: Thing, new: Thing, bond: Bond) -> None:
        self._pairs[kind].append(Match(old, new, bond))
        self._left[kind].remove(old)
        self._right[kind].remove(new)
        self._there[old.path, space(kind)] = new.path
        if old.name != new.name and kind in (*ACTORS, "source"):
            self._renamed.append((old.name, new.name))
            self._renamed.sort(key=lambda pair: -len(pair[0]))

    def _alike(self, kind: str, old: Callable[[Thing], Content], new: Callable[[Thing], Content]) -> None:
        """Put together what is more alike than anything else is to either, and alike enough."""
        lefts, rights = self._left[kind], self._right[kind]
        if not (lefts and rights):
            return
        olds, news = [old(t) for t in lefts], [new(t) for t in rights]
        best: dict[tuple[int, int], list[tuple[float, int]]] = {}
        for n, m in _candidates(olds, news):
            score = _score(olds[n], news[m])
            for key, other in (((0, n), m), ((1, m), n)):
                found = best.get(key)
                if score and (found is None or score > found[0][0]):
                    best[key] = [(score, other)]
                elif score and found is not None and score == found[0][0]:
                    found.append((score, other))
        # Two that are equally alike to one are neither of them that one.
        one = {key: found[0][1] for key, found in best.items() if len(found) == 1}
        joined = [(lefts[n], rights[m]) for (side, n), m in one.items() if not side and one.get((1, m)) == n]
        for before, after in joined:
            self._join(kind, before, after, Bond.CONTENT)

    def _told(self, inventory: Inventory, lead: Lead) -> Callable[[Thing], Content]:
        """What an element says apart from its name."""

        def told(thing: Thing) -> Content:
            element = thing.element
            inner = (
                {("duty", lead.text(duty.name)) for duty in element.duties}
                if isinstance(element, Measure | Phase)
                else set()
            )
            said = {
                (one.key, meaning(inventory, one, lead))
                for one in statements(inventory, thing)
                if one.field.key not in ("name", "aliases", *(("when",) if thing.kind == "row" else ()))
                and not (one.field.sort is Sort.ELEMENTS and isinstance(one.value, list))
            }
            return Content(lead.text(thing.name), frozenset(said | inner), len(said) > 1 or bool(inner))

        return told

    def _acts_of(self, inventory: Inventory, lead: Lead, kind: str) -> Callable[[Thing], Content]:
        """What an actor does and is: its part in everything that is in both versions, and what is said of it."""
        both = {
            thing.element.at
            for matches in self._pairs.values()
            for match in matches
            for thing in ((match.old,) if lead is self else (match.new,))
            if thing is not None
        }
        acts: dict[Path, set[Hashable]] = defaultdict(set)
        if self._left[kind] and self._right[kind]:
            for thing in (*inventory.things, *inventory.others, frame(inventory)):
                if thing.element.at in both and thing.kind != "output":
                    where = lead.path(thing.path, space(thing.kind))
                    for one in statements(inventory, thing):
                        for field, ref in named_actors(one):
                            path = inventory.actor_at(one.path, ref)
                            if path is not None:
                                acts[path[-1]].add((thing.kind, where, field.key))
        own = self._told(inventory, lead)

        def told(thing: Thing) -> Content:
            said = own(thing)
            done = acts.get(thing.path, set())
            return Content(said.name, frozenset(done) or said.said, bool(done) or said.enough)

        return told


class _Paths:
    """The way of a matching without its texts."""

    def __init__(self, matching: Matching) -> None:
        self.path = matching.path

    def text(self, text: str) -> str:
        """The same text."""
        return text


class Content(NamedTuple):
    """What tells an element apart: its name, what it says, and whether that is enough to know it by."""

    name: str
    said: frozenset[Hashable]
    enough: bool


def _score(old: Content, new: Content) -> float:
    """How alike two elements are; 0 where they are not alike enough to be one."""
    shared, whole = len(old.said & new.said), len(old.said | new.said)
    same = shared / whole if whole else 1.0
    if same < _ALIKE:
        return 0
    names = _names_alike(old.name, new.name)
    known = same == 1 and old.enough and new.enough
    return same + names if known or names >= _NAMES_ALIKE else 0


def _names_alike(old: str, new: str) -> float:
    """The share of characters that two names have in common, and a little for those that stand side by side in both."""
    if not (old or new):
        return 1.0
    common = sum(min(old.count(character), new.count(character)) for character in set(old))
    beside = sum(old[at : at + 2] in new for at in range(len(old) - 1))
    return (2 * common + beside / 10) / (len(old) + len(new))


def _candidates(olds: Sequence[Content], news: Sequence[Content]) -> Iterable[tuple[int, int]]:
    """The pairs worth a look: all where they are few, else those that share something few others say or are called."""
    if len(olds) * len(news) <= _MANY:
        return product(range(len(olds)), range(len(news)))
    said: list[dict[Hashable, list[int]]] = [{}, {}]
    for side, contents in enumerate((olds, news)):
        for number, content in enumerate(contents):
            pieces = (
                content.name[at : at + size] for size in (2, 3) for at in range(len(content.name) - size + 1)
            )
            for mark in {*content.said, *pieces}:
                said[side].setdefault(mark, []).append(number)
    rare = (mark for mark, those in said[0].items() if len(those) * len(said[1].get(mark, ())) <= _RARE)
    return sorted({pair for mark in rare for pair in product(said[0][mark], said[1].get(mark, ()))})


def _born(thing: Thing) -> Hashable:
    """Only what came with a policy has a birthplace that outlasts its file."""
    return thing.born if thing.born[0].startswith("policy:") else ()


def _grouped(things: Iterable[Thing], mark: Callable[[Thing], Hashable]) -> Mapping[Hashable, list[Thing]]:
    found: dict[Hashable, list[Thing]] = defaultdict(list)
    for thing in things:
        found[mark(thing)].append(thing)
    return found


def _by_kind(inventory: Inventory) -> Mapping[str, list[Thing]]:
    found: dict[str, list[Thing]] = defaultdict(list)
    for thing in (*inventory.things, *inventory.others, frame(inventory)):
        found[thing.kind].append(thing)
    return found
