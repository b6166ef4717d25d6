"""Who is declared: every body, post, group, cluster and role, with the types of place it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xuequ.compose.names import BUILT_IN_ZH, built_in
from xuequ.model.elements import Element, Group, Organ, Path, Post, Ref, Scheme
from xuequ.resolution.places import SCHOOL, PlaceTypes
from xuequ.resolution.plan import NodeKind

#: Built-in actors that are people of the place where the duty stands.
PEOPLE = ("principal", "teacher", "student")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Actor:
    """One declaration that can act. `homes` are place types; without any it is where the duty stands."""

    path: Path
    name: str
    kind: NodeKind
    homes: tuple[str, ...]
    labels: frozenset[str]
    element: Element | None = None

    @property
    def sort(self) -> str:
        """The kind of its declaration, as the schemas call it; a school that is but named is one."""
        if self.kind is NodeKind.UNIT:
            return "cluster" if len(self.path) == 1 else "unit"
        return "member" if self.kind is NodeKind.ROLE else self.kind.value

    @property
    def key(self) -> str:
        """The declaration's path as one text."""
        return "/".join(self.path)


class Actors:
    """The declared and built-in actors of a scheme, found by the tail of their path."""

    def __init__(self, scheme: Scheme, places: PlaceTypes) -> None:
        self.declared = tuple(_declared(scheme, places))
        self._by_path = {a.path: a for a in self.declared}
        self._by_label: dict[str, list[Actor]] = {}
        for actor in self.declared:
            for label in actor.labels:
                self._by_label.setdefault(label, []).append(actor)
        self.built_in = {key: _built_in(key, places) for key in BUILT_IN_ZH}

    def named(self, reference: str) -> tuple[Actor, ...]:
        """Every actor whose path ends in `reference`; a built-in one stands behind declared ones."""
        steps = reference.split("/")
        found = [a for a in self._by_label.get(steps[-1], ()) if self._ends(a, steps)]
        if not found and len(steps) == 1 and (key := built_in(reference)):
            return (self.built_in[key],)
        return tuple(found)

    def labels(self) -> tuple[str, ...]:
        """Everything an actor may be called, for nearest names."""
        return tuple(sorted({*self._by_label, *BUILT_IN_ZH.values()}))

    def at(self, path: Path) -> Actor:
        """The actor declared at a path."""
        return self._by_path[path]

    def get(self, path: Path) -> Actor | None:
        """The actor declared at a path, None where none is."""
        return self._by_path.get(path)

    def _ends(self, actor: Actor, steps: list[str]) -> bool:
        outer = actor.path[:-1]
        for step in reversed(steps[:-1]):
            if not outer:
                return False
            parent = self._by_path.get(outer)
            if step != outer[-1] and (parent is None or step not in parent.labels):
                return False
            outer = outer[:-1]
        return True


def _declared(scheme: Scheme, places: PlaceTypes) -> Iterator[Actor]:
    for cluster in scheme.clusters:
        yield _actor(cluster, NodeKind.UNIT, (cluster.key,))
        for path, role in places.roles.items():
            if path.split("/")[0] == cluster.key:
                yield _actor(role, NodeKind.ROLE, (cluster.key,), tuple(path.split("/")))
        for unit in cluster.units:
            yield _actor(unit, NodeKind.UNIT, (places.locality,), (cluster.key, unit.key))
    homes: dict[Path, tuple[str, ...]] = {(c.key,): (c.key,) for c in scheme.clusters}
    for organ in scheme.organs:
        homes[organ.path] = _homes(organ, homes, places)
        yield _actor(organ, NodeKind.ORGAN, homes[organ.path])
    for post in scheme.posts:
        yield _actor(post, NodeKind.POST, _homes(post, homes, places))
    for group in scheme.groups:
        yield _actor(group, NodeKind.GROUP, _group_homes(group, homes, places, scheme))
    yield from _listed_schools(scheme)


def _actor(element: Element, kind: NodeKind, homes: tuple[str, ...], path: Path = ()) -> Actor:
    labels = element.labels
    return Actor(
        path=path or element.path, name=element.name, kind=kind, homes=homes, labels=labels, element=element
    )


def _homes(
    element: Organ | Post | Group, homes: Mapping[Path, tuple[str, ...]], places: PlaceTypes
) -> tuple[str, ...]:
    """By its own `each`, else where it is nested, else the locality."""
    return _each(element.each, places) or homes.get(element.home) or (places.locality,)


def _group_homes(
    group: Group, homes: Mapping[Path, tuple[str, ...]], places: PlaceTypes, scheme: Scheme
) -> tuple[str, ...]:
    if group.each or group.home:
        return _homes(group, homes, places)
    bodies = {label for o in (*scheme.organs, *scheme.posts) for label in o.labels}
    of_bodies = group.of and all(ref.text.split("/")[-1] in bodies for ref in group.of)
    return (places.locality,) if of_bodies else ()


def _each(each: tuple[Ref, ...], places: PlaceTypes) -> tuple[str, ...]:
    found = (_place(ref.text, places) for ref in each)
    return tuple(place for place in found if place)


def _place(text: str, places: PlaceTypes) -> str:
    own = places.place_of(text)
    if own is not None:
        return own
    last = text.split("/")[-1]
    return next((p for p, role in places.roles.items() if last in role.labels), "")


def _listed_schools(scheme: Scheme) -> Iterator[Actor]:
    """Schools that a scheme names as members of its units; there need be no roster to speak of them."""
    units = [unit for cluster in scheme.clusters for unit in cluster.units]
    taken = {label for unit in units for label in unit.labels}
    bodies = (*scheme.organs, *scheme.posts, *scheme.groups)
    taken |= {label for body in bodies for label in body.labels}
    names = {name for unit in units for schools in unit.schools.values() for name in schools}
    for name in sorted(names - taken):
        yield Actor(path=(name,), name=name, kind=NodeKind.SCHOOL, homes=(), labels=frozenset({name}))


def _built_in(key: str, places: PlaceTypes) -> Actor:
    place = places.place_of(key)
    if key == SCHOOL or key in PEOPLE or key in ("self", "parties"):
        homes: tuple[str, ...] = ()
    else:
        homes = (place or places.locality,)
    kind = NodeKind.SCHOOL if key == SCHOOL else NodeKind.UNIT if place else NodeKind.GROUP
    labels = frozenset({key, BUILT_IN_ZH[key]})
    return Actor(path=(key,), name=BUILT_IN_ZH[key], kind=kind, homes=homes, labels=labels)
