"""The edges that stand whether or not anybody does anything: who is under whom, who belongs where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from xuequ.model.elements import ClusterType, Element, Group, Organ, Post, Ref, Scheme
from xuequ.resolution.actors import Actor, Actors
from xuequ.resolution.binding import Bound
from xuequ.resolution.instances import Instances, Standing
from xuequ.resolution.naming import Names
from xuequ.resolution.plan import Edge, EdgeKind, Unit
from xuequ.resolution.references import clause_of
from xuequ.resolution.world import World, roles_of


class Structure:
    """Writes the structural edges of one scheme."""

    def __init__(
        self, scheme: Scheme, names: Names, instances: Instances, actors: Actors, world: World
    ) -> None:
        self.scheme = scheme
        self.names = names
        self.instances = instances
        self.actors = actors
        self.world = world
        self.places = names.places

    def edges(self) -> Iterator[Edge]:
        """Clusters, then bodies, posts and groups, each in the order of the scheme."""
        for cluster in self.scheme.clusters:
            yield from self._cluster(cluster)
        for organ in self.scheme.organs:
            yield from self._organ(organ)
        for post in self.scheme.posts:
            yield from self._post(post)
        for group in self.scheme.groups:
            yield from self._group(group)

    # clusters ----------------------------------------------------------------------------------------

    def _cluster(self, cluster: ClusterType) -> Iterator[Edge]:
        clause = clause_of(cluster)
        for unit in self.world.related(self.world.locality, cluster.key):
            node = self.instances.unit_node(unit)
            standing = Standing(unit, node, cluster.key)
            yield from self._enclosed(cluster, unit, node)
            yield from self._from(EdgeKind.ADMINISTERS, cluster.under, standing, node, cluster)
            if cluster.mirrors is not None:
                for other in self.world.related(unit, self.places.origin(cluster.key)):
                    target = self.instances.unit_node(other)
                    if target != node:
                        yield Edge(EdgeKind.MIRRORS, node, target, cluster.mirrors.at, clause)
            yield from self._members(cluster, unit, node)
        yield from self._listed(cluster)

    def _enclosed(self, cluster: ClusterType, unit: Unit, node: str) -> Iterator[Edge]:
        """What the unit lies in: by `each`, else the locality; a mirrored place is told by `mirrors`."""
        if cluster.mirrors is not None or cluster.key == self.places.locality:
            return
        homes = [p for ref in cluster.each if (p := self.places.place_of(ref.text))]
        for home in homes or [self.places.locality]:
            for outer in self.world.related(unit, home):
                yield Edge(
                    EdgeKind.MEMBER_OF, node, self.instances.unit_node(outer), cluster.at, clause_of(cluster)
                )

    def _members(self, cluster: ClusterType, unit: Unit, node: str) -> Iterator[Edge]:
        for member in roles_of(cluster):
            actor = self.actors.get((cluster.key, member.key))
            if actor is None:
                continue
            for school in self.world.related(unit, actor.key):
                source = self.instances.unit_node(school)
                yield Edge(EdgeKind.MEMBER_OF, source, node, member.at, clause_of(member))
                if member.leads:
                    yield Edge(EdgeKind.LEADS, source, node, member.at, clause_of(member))

    def _listed(self, cluster: ClusterType) -> Iterator[Edge]:
        """Units the scheme names: beside the typical unit where no roster shows them."""
        leads = {m.key for m in cluster.members if m.leads}
        typical = next(iter(self.world.related(self.world.locality, cluster.key)), None)
        for unit in cluster.units:
            node = self.instances.of(
                _bound(self.names, self.actors.at((cluster.key, unit.key))), self._here()
            )[0]
            if typical is not None and typical.typical:
                yield Edge(EdgeKind.MEMBER_OF, node, typical.id, unit.at, clause_of(unit))
            for role, schools in unit.schools.items():
                for actor in (a for name in schools for a in self.actors.named(name)[:1]):
                    for source in self.instances.of(_bound(self.names, actor), self._here()):
                        yield Edge(EdgeKind.MEMBER_OF, source, node, unit.at, clause_of(unit))
                        if role in leads:
                            yield Edge(EdgeKind.LEADS, source, node, unit.at, clause_of(unit))

    # bodies ------------------------------------------------------------------------------------------

    def _organ(self, organ: Organ) -> Iterator[Edge]:
        for standing, node in self._everywhere(organ):
            yield from self._nesting(organ, EdgeKind.ADMINISTERS, standing, node)
            yield from self._from(EdgeKind.ADMINISTERS, organ.under, standing, node, organ)
            yield from self._from(EdgeKind.LEADS, organ.head, standing, node, organ)
            yield from self._from(EdgeKind.MEMBER_OF, organ.members, standing, node, organ)
            yield from self._from(EdgeKind.HOSTS, organ.seat, standing, node, organ)

    def _post(self, post: Post) -> Iterator[Edge]:
        for standing, node in self._everywhere(post):
            yield from self._nesting(post, EdgeKind.MEMBER_OF, standing, node)
            yield from self._from(EdgeKind.ADMINISTERS, post.under, standing, node, post)
            yield from self._from(EdgeKind.HOLDS, post.held_by, standing, node, post)
            yield from self._from(EdgeKind.APPOINTS, post.appointed_by, standing, node, post)
            yield from self._from(EdgeKind.REMOVES, post.removed_by, standing, node, post)
            yield from self._from(EdgeKind.BARRED, post.barred, standing, node, post)

    def _group(self, group: Group) -> Iterator[Edge]:
        actor = self.actors.at(group.path)
        if self.instances.stands_for_members(actor):
            node = self.instances.body(actor, self.world.locality)
            self._divided(group)
            for source in self.instances.of(_bound(self.names, actor), self._here()):
                yield Edge(EdgeKind.MEMBER_OF, source, node, group.at, clause_of(group))
            for inner in (each for ref in group.of for each in self.actors.named(ref.text)):
                if self.instances.stands_for_members(inner):
                    own = self.instances.body(inner, self.world.locality)
                    yield Edge(EdgeKind.MEMBER_OF, own, node, group.at, clause_of(group))
            return
        if not actor.homes:
            return
        for standing, node in self._everywhere(group):
            yield from self._nesting(group, EdgeKind.MEMBER_OF, standing, node)
            yield from self._from(EdgeKind.MEMBER_OF, group.of, standing, node, group)

    def _divided(self, group: Group) -> None:
        """Tell the clusters that a group leaves out, since only some of their schools meet its condition."""
        named = self.names.actors_of(group.of, self._here(), group.path) if group.where else ()
        units = [unit for node in named if (unit := self.world.units.get(node)) is not None]
        for column, wanted in group.where.items():
            for unit in units:
                if self.instances.conditions.divides({column: wanted}, unit):
                    self.names.divided(group, column, unit.name)

    def _everywhere(self, element: Element) -> Iterator[tuple[Standing, str]]:
        actor = self.actors.at(element.path)
        for home in actor.homes:
            units = (
                (self.world.locality,)
                if home in self.places.levels_above
                else self.world.related(self.world.locality, home)
            )
            for unit in units:
                yield Standing(unit, unit.id, home), self.instances.body(actor, unit)

    def _nesting(
        self, element: Organ | Post | Group, kind: EdgeKind, standing: Standing, node: str
    ) -> Iterator[Edge]:
        """The edge between an element and what it is nested in."""
        outer = self.actors.get(element.home) if element.home else None
        if outer is None:
            return
        parents = self.instances.of(_bound(self.names, outer, standing.kind), standing)
        for parent in parents:
            ends = (parent, node) if kind is EdgeKind.ADMINISTERS else (node, parent)
            yield Edge(kind, *ends, element.at, clause_of(element))

    def _from(
        self,
        kind: EdgeKind,
        refs: Ref | Iterable[Ref] | None,
        standing: Standing,
        node: str,
        element: Element,
    ) -> Iterator[Edge]:
        """Edges from what `refs` name to the element's node."""
        many = () if refs is None else (refs,) if isinstance(refs, Ref) else tuple(refs)
        for ref in many:
            for source in self.names.actors_of((ref,), standing, element.path):
                if source != node:
                    yield Edge(kind, source, node, ref.at, clause_of(element))

    def _here(self) -> Standing:
        return self.instances.everywhere


def _bound(names: Names, actor: Actor, kind: str = "") -> Bound:
    return names.binder.exactly(actor, kind or names.places.locality)
