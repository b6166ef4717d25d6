"""Which actor a name means from where it stands: same place, then up, then down, then across."""

from __future__ import annotations

from typing import NamedTuple

from xuequ.findings.record import record
from xuequ.resolution.actors import Actor, Actors
from xuequ.resolution.places import SCHOOL, PlaceTypes, Step
from xuequ.resolution.plan import NodeKind


class Bound(NamedTuple):
    """A name that found its actor: `home` is the type of place the actor is looked up in.

    `through` is the place in front of the name (`member_school/principal`), itself bound.
    """

    actor: Actor
    home: str
    step: Step
    through: Bound | None = None


@record
class Unknown:
    """Nobody is called that; `looked_in` are the names of the places searched, nearest first."""

    name: str
    looked_in: tuple[str, ...]


@record
class Ambiguous:
    """Two or more at the same step."""

    name: str
    paths: tuple[str, ...]
    kinds: tuple[str, ...]
    """What each is: organ, post …"""


class Binder:
    """Binds names; the answer depends on the name and the type of place alone, so it is found once."""

    def __init__(self, places: PlaceTypes, actors: Actors) -> None:
        self.places = places
        self.actors = actors
        self._known: dict[tuple[str, str], Bound | Unknown | Ambiguous] = {}

    def bind(self, text: str, standing: str) -> Bound | Unknown | Ambiguous:
        """The actor `text` means where the standing place is of type `standing`."""
        asked = (text, standing)
        if asked not in self._known:
            self._known[asked] = self._bind(text, standing)
        return self._known[asked]

    def _bind(self, text: str, standing: str) -> Bound | Unknown | Ambiguous:
        found = self.actors.named(text)
        if found:
            return self._nearest(text, found, standing)
        place, slash, name = text.rpartition("/")
        if not slash:
            return Unknown(name=text, looked_in=self._searched(standing))
        outer = self.bind(place, standing)
        if isinstance(outer, Ambiguous):
            return Ambiguous(
                name=text, paths=tuple(f"{path}/{name}" for path in outer.paths), kinds=outer.kinds
            )
        if not isinstance(outer, Bound):
            return outer
        there = stands_at(outer.actor, self.places)
        inner = self.bind(name, there)
        if not isinstance(inner, Bound):
            return inner
        if not self._is_in(inner, outer):
            return Unknown(name=text, looked_in=self._searched(there))
        return inner._replace(through=outer)

    def _is_in(self, inner: Bound, outer: Bound) -> bool:
        """Whether somebody is to be found in what stands in front: what is declared in a body was found by its path.

        People are wherever one is. A place has its own bodies and those of the places in it; of a place above the
        locality nobody knows these. A group has what the places in it have.
        """
        if not inner.home or (inner.home == SCHOOL and outer.actor.kind is NodeKind.ROLE):
            return True
        if outer.actor.kind in (NodeKind.UNIT, NodeKind.ROLE, NodeKind.SCHOOL):
            inside = outer.home not in self.places.levels_above
            return inner.step is Step.SAME or (inner.step is Step.DOWN and inside)
        return outer.actor.kind is NodeKind.GROUP and inner.step is Step.DOWN

    def exactly(self, actor: Actor, standing: str) -> Bound:
        """An actor already known, as seen from a type of place."""
        bound = self._nearest(actor.key, (actor,), standing)
        assert isinstance(bound, Bound), "one actor cannot be ambiguous"
        return bound

    def _nearest(self, text: str, found: tuple[Actor, ...], standing: str) -> Bound | Ambiguous:
        ranked = sorted(
            (
                (*self.places.step(standing, home or standing), number, home)
                for number, actor in enumerate(found)
                for home in actor.homes or ("",)
            ),
            key=lambda r: (r[0], r[1], r[2]),
        )
        step, depth, number, home = ranked[0]
        apart = step in (Step.SAME, Step.UP)
        rivals = {r[2] for r in ranked if r[0] == step and (not apart or r[1] == depth)}
        if len(rivals) > 1:
            several = [found[r] for r in sorted(rivals)]
            return Ambiguous(
                name=text, paths=tuple(a.key for a in several), kinds=tuple(a.sort for a in several)
            )
        return Bound(found[number], home, step)

    def _searched(self, standing: str) -> tuple[str, ...]:
        depths = self.places.depths(standing)
        return (standing, *sorted(depths, key=lambda kind: depths[kind]))


def stands_at(actor: Actor, places: PlaceTypes) -> str:
    """The type of place one stands in when standing at an actor."""
    if actor.key in places.roles or actor.key in places.clusters:
        return actor.key
    if actor.kind is NodeKind.SCHOOL:
        return SCHOOL
    if actor.kind is NodeKind.UNIT and len(actor.path) == 2:
        return actor.path[0]
    return actor.homes[0] if actor.homes else places.locality
