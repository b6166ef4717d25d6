"""From a bound name and a place to the nodes it means there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from xuequ.compose.names import BUILT_IN_ZH, LEVELS, built_in
from xuequ.model.elements import Element, Group, Path, Ref
from xuequ.resolution.actors import Actor, Actors
from xuequ.resolution.binding import Binder, Bound, stands_at
from xuequ.resolution.conditions import Conditions
from xuequ.resolution.placed_names import placed_name
from xuequ.resolution.places import SCHOOL, PlaceTypes
from xuequ.resolution.plan import Node, NodeKind, Unit
from xuequ.resolution.world import World

#: The built-in actor of whom there is one at each school.
PRINCIPAL = "principal"


class Standing(NamedTuple):
    """Where a piece of work stands: the place, who `self` is there, and the type of place names start from."""

    unit: Unit
    own: str
    kind: str


class Instances:
    """The nodes of actors, made when somebody first means them and kept."""

    def __init__(self, places: PlaceTypes, actors: Actors, world: World) -> None:
        self.places = places
        self.actors = actors
        self.world = world
        self.binder = Binder(places, actors)
        self.conditions = Conditions(places, world)
        self.nodes: dict[str, Node] = {}
        self._cache: dict[tuple[Bound, str, str], tuple[str, ...]] = {}
        self._spelled_out: dict[Path, bool] = {}
        self._schools: dict[frozenset[str], frozenset[str]] = {}
        self._self = actors.built_in["self"]
        self._principal = actors.built_in[PRINCIPAL]
        self.everywhere = Standing(world.locality, self.unit_node(world.locality), places.locality)

    def of(self, bound: Bound, standing: Standing) -> tuple[str, ...]:
        """The ids of the nodes a bound name means from where the work stands."""
        if bound.actor is self._self:
            return (standing.own,)
        asked = (bound, standing.unit.id, standing.kind)
        found = self._cache.get(asked)
        if found is None:
            found = self._cache[asked] = self._of(bound, standing)
        return found

    def standings(self, bound: Bound) -> tuple[Standing, ...]:
        """One place for each of what a bound name means in the whole locality."""
        return self._standings(bound, self.everywhere)

    def unit_of(self, node: str) -> Unit:
        """The place a node belongs to."""
        units = self.world.units
        return units.get(node) or units.get(self.nodes[node].unit) or self.world.locality

    def takes_with_it(self, gone: frozenset[str], node: str) -> bool:
        """Whether a node goes where others are taken away: as one of them, as a body, post or person of a place that
        goes, as a school of a cluster, or as a cluster all of whose schools go.
        """
        if node in gone or not gone:
            return node in gone
        unit = self.unit_of(node)
        if unit.id == self.world.locality.id:
            return False
        if unit.id in gone:
            return True
        known = unit.type in (SCHOOL, *self.places.clusters, *self.places.roles)
        return known and bool(unit.schools) and unit.schools <= self._schools_of(gone)

    def _schools_of(self, nodes: frozenset[str]) -> frozenset[str]:
        if nodes not in self._schools:
            units = (self.world.units.get(node) for node in nodes if node != self.world.locality.id)
            self._schools[nodes] = frozenset().union(*(unit.schools for unit in units if unit))
        return self._schools[nodes]

    def unit_node(self, unit: Unit) -> str:
        """The node of a place as a body; a typical school role is a role."""
        if unit.id in self.nodes:
            return unit.id
        kind = NodeKind.UNIT
        if unit.type in self.places.roles:
            kind = NodeKind.ROLE
        elif unit.type == SCHOOL:
            kind = NodeKind.SCHOOL
        path = tuple(unit.type.split("/"))
        declared = self.actors.get(path)
        self._keep(Node(unit.id, kind, unit.name, path if declared else (), unit.id))
        return unit.id

    def body(self, actor: Actor, unit: Unit) -> str:
        """The node of a declared body, post or group in one place."""
        at_home = unit.id == self.world.locality.id
        tail = actor.path
        if actor.path[0] in self.places.clusters and actor.path[0] == unit.type and len(tail) > 1:
            tail = tail[1:]
        elif at_home or (unit.typical and len(actor.homes) == 1):
            unit_id = "" if at_home else unit.id
            return self._keep(Node(actor.key, actor.kind, actor.name, actor.path, unit_id))
        node = f"{unit.id}/{'/'.join(tail)}"
        if node not in self.nodes:
            self._keep(Node(node, actor.kind, self._placed(actor, unit), actor.path, unit.id))
        return node

    def _placed(self, actor: Actor, unit: Unit) -> str:
        """The actor's name in its place; the name of a county says "county" itself."""
        if unit.typical and unit.type not in self.places.roles:
            return actor.name
        level = BUILT_IN_ZH[unit.type] if unit.type in LEVELS else ""
        return placed_name(unit.name, actor.name.removeprefix(level))

    def stands_for_members(self, actor: Actor) -> bool:
        """Whether a group is a name for those in it, and so each of them has what the group has.

        So is one that lists several, among whom there are bodies (被督导单位 of 财政局, 学校 and 教师) or principals of
        somewhere, schools that columns tell, or all but some. One that is drawn from others (骨干教师 of 教师,
        优质校 of 学校) is not: nobody knows who is in it.
        """
        if actor.path not in self._spelled_out:
            self._spelled_out[actor.path] = self._is_spelled_out(actor.element)
        return self._spelled_out[actor.path]

    def _is_spelled_out(self, group: Element | None) -> bool:
        if not isinstance(group, Group) or not group.of or self._is_in_itself(group):
            return False
        found = [self.binder.bind(ref.text, self.places.locality) for ref in group.of]
        bodies = [isinstance(each, Bound) and self._is_body(each) for each in found]
        if not all(bodies):
            return not group.where and len(bodies) > 1 and any(bodies)
        if group.where:
            return not self.world.locality.typical
        if group.excepted:
            return not any(built_in(ref.text) in ("self", "parties") for ref in group.excepted)
        return len(group.of) > 1

    def _is_in_itself(self, group: Group) -> bool:
        """Whether it is among its own members or theirs; such a group is nobody."""
        seen: dict[Path, Group] = {}
        inner = [group]
        while inner:
            for ref in inner.pop().of:
                bound = self.binder.bind(ref.text, self.places.locality)
                other = bound.actor.element if isinstance(bound, Bound) else None
                if other is group:
                    return True
                if isinstance(other, Group) and other.path not in seen:
                    seen[other.path] = other
                    inner.append(other)
        return False

    def _is_body(self, bound: Bound) -> bool:
        """Whether a name is that of somebody in particular; 校长 is, for each school has one principal."""
        return (
            bound.actor is self._principal
            or bound.actor.kind is not NodeKind.GROUP
            or self.stands_for_members(bound.actor)
        )

    def _members(self, actor: Actor, home: str, standing: Standing) -> tuple[str, ...]:
        """The nodes a group stands for, as seen from work; those that its condition or its exceptions leave."""
        group = actor.element
        assert isinstance(group, Group), "only groups have members"
        places: tuple[Standing, ...] = (standing,)
        if home:
            units = self._related(standing, home) if home not in self.places.levels_above else ()
            places = tuple(Standing(unit, unit.id, home) for unit in units) or (self.everywhere,)
        found = dict.fromkeys(node for place in places for node in self._named(group.of, place))
        if group.excepted:
            gone = frozenset(node for place in places for node in self._named(group.excepted, place))
            found = {node: None for node in found if not self.takes_with_it(gone, node)}
        return tuple(node for node in found if self.is_in(group.where, node))

    def is_in(self, where: Mapping[str, object], node: str) -> bool:
        """Whether a condition leaves a node among schools: a cluster where all of its schools are as it says."""
        unit = self.unit_of(node)
        whole = node == unit.id and unit.type in self.places.clusters
        return self.conditions.fits(where, unit) if whole else self.meets(where, node)

    def schools_within(self, group: Group, seen: frozenset[Path] = frozenset()) -> frozenset[str] | None:
        """The schools to which columns and exceptions narrow a group, also one of people; None where nothing does."""
        inner = [self._schools_behind(ref, seen | {group.path}) for ref in group.of]
        known = [schools for schools in inner if schools is not None]
        found = frozenset().union(*known) if known and len(known) == len(inner) else None
        gone = frozenset(self._named(group.excepted, self.everywhere))
        out = self._schools_of(gone)
        if not group.where and not out:
            return found
        schools = self.world.locality.schools if found is None else found
        return frozenset(each for each in schools if each not in out and self.meets(group.where, each))

    def _schools_behind(self, ref: Ref, seen: frozenset[Path]) -> frozenset[str] | None:
        """The schools of what a group is drawn from: another group, or the people of one or of a role (村小/教师)."""
        found = self.binder.bind(ref.text, self.places.locality)
        bound = found if isinstance(found, Bound) else None
        while bound is not None:
            group = bound.actor.element
            if isinstance(group, Group) and group.path not in seen:
                return self.schools_within(group, seen)
            if bound.actor.kind is NodeKind.ROLE:
                units = [self.unit_of(node) for node in self.of(bound, self.everywhere)]
                schools = frozenset(unit.id for unit in units if unit.type == SCHOOL and not unit.typical)
                return schools if len(schools) == len(units) else None
            bound = bound.through
        return None

    def _named(self, refs: Iterable[Ref], standing: Standing) -> Iterator[str]:
        for ref in refs:
            bound = self.binder.bind(ref.text, standing.kind)
            if isinstance(bound, Bound):
                yield from self.of(bound, standing)

    def meets(self, where: Mapping[str, object], node: str) -> bool:
        """Whether a node is as a condition says, as far as the condition is about such as it."""
        unit = self.unit_of(node)
        own = {column: wanted for column, wanted in where.items() if self.conditions.bears_on(column, unit)}
        return self.conditions.fits(own, unit)

    def _standings(self, bound: Bound, standing: Standing) -> tuple[Standing, ...]:
        kind = "" if self.stands_for_members(bound.actor) else stands_at(bound.actor, self.places)
        units = ((self.unit_of(node), node) for node in self.of(bound, standing))
        return tuple(Standing(unit, node, kind or unit.type) for unit, node in units)

    def _of(self, bound: Bound, standing: Standing) -> tuple[str, ...]:
        if bound.through is not None:
            inner = bound._replace(through=None)
            places = self._standings(bound.through, standing)
            return tuple(dict.fromkeys(n for place in places for n in self._of(inner, place)))
        actor = bound.actor
        if self._is_place(actor):
            return tuple(self.unit_node(u) for u in self._related(standing, self._place(actor)))
        if actor.kind is NodeKind.UNIT and len(actor.path) == 2:
            return (self._declared_unit(actor),)
        if actor.kind is NodeKind.SCHOOL:
            return (self._named_school(actor),)
        if actor.kind is NodeKind.GROUP and self.stands_for_members(actor):
            return self._members(actor, bound.home, standing)
        if actor is self._principal and standing.unit.type not in (SCHOOL, *self.places.roles):
            return tuple(self.body(actor, school) for school in self.world.related(standing.unit, SCHOOL))
        if not bound.home:
            here = standing.unit
            no_such = isinstance(actor.element, Group) and not self.meets(actor.element.where, here.id)
            return () if no_such else (self.body(actor, here),)
        if bound.home in self.places.levels_above:
            return (self.body(actor, self.world.locality),)
        return tuple(self.body(actor, u) for u in self._related(standing, bound.home))

    def _related(self, standing: Standing, kind: str) -> tuple[Unit, ...]:
        """The units of a type as seen from work; of the role it stands at, the school that stands there alone.

        A school may be in several clusters of a type: from one of its roles they are those in which it has that.
        """
        if kind == standing.kind and kind in self.places.roles:
            return (standing.unit,)
        around = standing.kind.split("/")[0]
        if standing.kind in self.places.roles and kind.split("/")[0] == around:
            clusters = self.world.holding(standing.unit, standing.kind)
            inner = (clusters if kind == around else self.world.related(each, kind) for each in clusters)
            return tuple(dict.fromkeys(unit for units in inner for unit in units))
        return self.world.related(standing.unit, kind)

    def _is_place(self, actor: Actor) -> bool:
        if actor.path == (SCHOOL,) or actor.kind is NodeKind.ROLE:
            return True
        return actor.kind is NodeKind.UNIT and len(actor.path) == 1

    def _place(self, actor: Actor) -> str:
        if actor.kind is NodeKind.ROLE:
            return actor.key
        return self.places.place_of(actor.path[0]) or self.places.locality

    def _declared_unit(self, actor: Actor) -> str:
        unit_id = f"{actor.path[0]}:{actor.path[1]}"
        shown = self.world.units.get(unit_id)
        if shown is not None:
            return self.unit_node(shown)
        return self._keep(Node(unit_id, NodeKind.UNIT, actor.name, actor.path, ""))

    def _named_school(self, actor: Actor) -> str:
        for unit in self.world.units.values():
            if unit.type == SCHOOL and unit.name == actor.name:
                return self.unit_node(unit)
        return self._keep(Node(f"{SCHOOL}:{actor.name}", NodeKind.SCHOOL, actor.name, actor.path, ""))

    def _keep(self, node: Node) -> str:
        return self.nodes.setdefault(node.id, node).id
