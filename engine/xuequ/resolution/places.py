"""Places as the language knows them, before there are any: types, and which type encloses which.

A place is a set of schools. Types are named by key: `county`, `large_district`,
`large_district/lead_school` (a school that has this role), `school`. Without a roster, types enclose one
another by `each`, `mirrors`, nesting and `of`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from functools import cached_property
from itertools import pairwise

from xuequ.compose.names import LEVELS, built_in
from xuequ.model.elements import ClusterType, Member, Ref, Scheme

SCHOOL = "school"


class Step(IntEnum):
    """From where a duty stands to where a name was found; the first that finds it wins."""

    SAME = 0
    UP = 1
    DOWN = 2
    ACROSS = 3


class PlaceTypes:
    """All place types of a scheme and their enclosures."""

    def __init__(self, scheme: Scheme) -> None:
        self.clusters: Mapping[str, ClusterType] = {c.key: c for c in scheme.clusters}
        self._labels = {label: c.key for c in scheme.clusters for label in c.labels}
        self.locality = self._labels.get(scheme.locality.level) or scheme.locality.level or "locality"
        self.roles = {f"{c.key}/{m.key}": m for c in scheme.clusters for m in (*c.members, *_form_members(c))}
        self._mirrors = {
            c.key: self._labels[c.mirrors.text]
            for c in scheme.clusters
            if c.mirrors is not None and c.mirrors.text in self._labels
        }
        self._parents: dict[str, tuple[str, ...]] = {}
        self._depths: dict[str, Mapping[str, int]] = {}
        self._enclose()

    @cached_property
    def levels_below(self) -> tuple[str, ...]:
        """The administrative levels between the locality and its schools, widest first."""
        if self.locality not in LEVELS:
            return ()
        return LEVELS[LEVELS.index(self.locality) + 1 :]

    @cached_property
    def levels_above(self) -> tuple[str, ...]:
        """The levels that enclose the locality; they are named, never expanded."""
        if self.locality not in LEVELS:
            return LEVELS[:3]
        return LEVELS[: LEVELS.index(self.locality)]

    def place_of(self, text: str) -> str | None:
        """The place type a name means by itself: a level, a cluster type, the locality, school."""
        own = built_in(text)
        if own == "locality":
            return self.locality
        if own in LEVELS or own == SCHOOL:
            return own
        return self._labels.get(text)

    def same_place(self, one: str, other: str) -> bool:
        """Whether both types have the same schools: one mirrors the other, or both mirror a third."""
        return self.origin(one) == self.origin(other)

    def origin(self, kind: str) -> str:
        """The type whose schools a mirroring type has; the type itself where it mirrors none."""
        seen = {kind}
        while kind in self._mirrors and self._mirrors[kind] not in seen:
            kind = self._mirrors[kind]
            seen.add(kind)
        return kind

    def step(self, standing: str, home: str) -> tuple[Step, int]:
        """How to get from one type to another, and how far it is."""
        if standing == home:
            return Step.SAME, 0
        if self.same_place(standing, home):
            return Step.SAME, 1
        up = self.depths(standing).get(home)
        if up is not None:
            return Step.UP, up
        down = self.depths(home).get(standing)
        if down is not None:
            return Step.DOWN, down
        return Step.ACROSS, 0

    def depths(self, kind: str) -> Mapping[str, int]:
        """Every type that encloses `kind`, with how many steps up it is."""
        if kind not in self._depths:
            self._depths[kind] = self._climb(kind)
        return self._depths[kind]

    def enclosed_by(self, inner: str, outer: str) -> None:
        """Add an enclosure that the roster shows; farther away than every declared one."""
        far = 100 + len(self.depths(inner))
        self._depths[inner] = {outer: far, **self.depths(inner)}

    def _climb(self, kind: str) -> Mapping[str, int]:
        found: dict[str, int] = {}
        edge, depth = [kind], 0
        while edge:
            depth += 1
            above = [p for k in edge for p in self._parents.get(k, ())]
            above += [m for p in above for m in self._alike(p)]
            edge = [p for p in dict.fromkeys(above) if p not in found and p != kind]
            found.update(dict.fromkeys(edge, depth))
        return found

    def _alike(self, kind: str) -> Iterable[str]:
        return (k for k in self.clusters if k != kind and self.same_place(k, kind))

    def _enclose(self) -> None:
        chain = (self.locality, *reversed(self.levels_above))
        for below, above in pairwise(chain):
            self._parents[below] = (above,)
        for number, level in enumerate(self.levels_below):
            self._parents[level] = (self.levels_below[number - 1] if number else self.locality,)
        for key, cluster in self.clusters.items():
            if key != self.locality:
                source = self.clusters.get(self.origin(key), cluster)
                self._parents[key] = self._each(source.each) or (self.locality,)
        for path, role in self.roles.items():
            inner = [place for ref in role.of if (place := self.place_of(ref.text)) in self.clusters]
            for kind in inner:
                if kind is not None:
                    self._parents[kind] = (path.split("/")[0], *self._parents.get(kind, ()))
            self._parents[path] = (path.split("/")[0], *self._below())
        self._parents[SCHOOL] = (*(k for k in self.clusters if k != self.locality), *self._below())

    def _below(self) -> tuple[str, ...]:
        return (self.levels_below[-1],) if self.levels_below else (self.locality,)

    def _each(self, each: tuple[Ref, ...]) -> tuple[str, ...]:
        return tuple(place for ref in each if (place := self.place_of(ref.text)) is not None)


def _form_members(cluster: ClusterType) -> Iterable[Member]:
    known = {m.key for m in cluster.members}
    return (m for form in cluster.forms for m in form.members if m.key not in known)
