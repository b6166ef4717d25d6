"""Which element of one version of a scheme is which of another: by path, by birthplace, by name, by what it says.

An element keeps its identity when the measure it stands in is renamed, when a policy is adopted under another key,
when it moves to another measure, and when it alone is renamed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from xuequ.model.elements import Measure, Path, Phase
from xuequ.query.inventory import ACTORS, Inventory, Thing
from xuequ.query.traits import Trait, frame, participation, traits
from xuequ.resolution.plan import Plan
from xuequ.resolution.references import called


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
    "scheme",
    "organ", "cluster", "role", "form", "unit", "post", "group", "goal", "principle", "constraint", "measure", "phase",
    "schedule", "row", "mandate", "duty", "appraisal",
)  # fmt: skip


class Matching:
    """The matches of two plans, made once."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self.old, self.new = Inventory(old), Inventory(new)
        self._pairs: dict[str, list[Match]] = defaultdict(list)
        self._left: dict[str, list[Thing]] = {}
        self._right: dict[str, list[Thing]] = {}
        self._there: dict[tuple[Path, bool], Path] = {}
        olds, news = _by_kind(self.old), _by_kind(self.new)
        for kind in _ORDER:
            self._match(kind, olds.get(kind, []), news.get(kind, []))
        self._by_content(sorted(ACTORS))
        self._by_content(["measure", "duty", "appraisal", "phase", "goal", "principle", "constraint"])

    def matches(self) -> tuple[Match, ...]:
        """All of them: for each kind what is in the new version in its order, then what was dropped."""
        return tuple(match for kind in _ORDER for match in self._listed(kind))

    def translated(self, path: Path, *, actor: bool) -> Path:
        """Where the element at an old path, or what contains it, stands in the new version."""
        for length in range(len(path), 0, -1):
            if (found := self._there.get((path[:length], actor))) is not None:
                return found + path[length:]
        return path

    def _listed(self, kind: str) -> Iterable[Match]:
        places = {t.element.at: n for n, t in enumerate(self.new.things)}
        both = sorted(self._pairs[kind], key=lambda m: places.get(m.new.element.at, 0) if m.new else 0)
        yield from both
        yield from (Match(None, thing, None) for thing in self._right[kind])
        yield from (Match(thing, None, None) for thing in self._left[kind])

    def _match(self, kind: str, olds: list[Thing], news: list[Thing]) -> None:
        self._left[kind], self._right[kind] = olds, news
        self._pair(kind, Bond.PATH, lambda t: t.path, lambda t: self.translated(t.path, actor=kind in ACTORS))
        self._pair(kind, Bond.BIRTH, _born)
        self._pair(kind, Bond.NAME, lambda t: (t.name, t.labels[-2:-1]))
        self._pair(kind, Bond.NAME, lambda t: t.name)

    def _pair(
        self,
        kind: str,
        bond: Bond,
        mark: Callable[[Thing], Hashable],
        old_mark: Callable[[Thing], Hashable] | None = None,
    ) -> None:
        """Put together what has the same mark on both sides and on each side once; an empty mark is none."""
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
        self._there[old.path, kind in ACTORS] = new.path

    def _by_content(self, kinds: Sequence[str]) -> None:
        for kind in kinds:
            if self._left.get(kind) and self._right.get(kind):
                old, new = self._content(self.old, kind, True), self._content(self.new, kind, False)
                self._pair(kind, Bond.CONTENT, new, old)

    def _content(self, inventory: Inventory, kind: str, is_old: bool) -> Callable[[Thing], Hashable]:
        """What an element says apart from its name; actors are what they do."""
        lead_to = self.translated if is_old else _unchanged
        if kind in ACTORS:
            acts = participation(inventory)
            return lambda t: frozenset(
                (lead_to(path, actor=False), part) for path, part in acts.get(t.path, ())
            )
        return lambda t: _said(traits(inventory, t, lead_to), t)


def _said(told: Iterable[Trait], thing: Thing) -> Hashable:
    """The traits of an element that make it what it is; too few of them make nothing."""
    held = frozenset((trait.field, trait.items) for trait in told if trait.items and trait.field != "name")
    element = thing.element
    inner = frozenset(duty.name for duty in element.duties) if isinstance(element, Measure | Phase) else ()
    return (held, inner) if inner or len(held) >= 2 else ()


def _unchanged(path: Path, *, actor: bool) -> Path:
    return path


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
    for thing in inventory.things:
        found[thing.kind].append(thing)
    found["scheme"].append(frame(inventory))
    scheme = inventory.plan.scheme
    for mandate in scheme.mandates:
        found["mandate"].append(Thing("mandate", mandate, (called(mandate),), ("", mandate.at)))
    for schedule in scheme.schedules:
        found["schedule"].append(Thing("schedule", schedule, (called(schedule),), ("", schedule.at)))
        for row in schedule.rows:
            time = "；".join(when.text for when in row.when) or row.key
            named = replace(row, path=(*schedule.path, time), name=f"{schedule.name} {time}")
            found["row"].append(Thing("row", named, (called(schedule), called(named)), ("", row.at)))
    return found
