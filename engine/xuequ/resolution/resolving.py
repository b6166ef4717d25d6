"""A scheme and perhaps a roster in, a plan out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from xuequ.compose import BoundRole, Composed
from xuequ.compose.names import BUILT_IN_ZH, LEVELS, built_in
from xuequ.findings.catalogue import finding, shared
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Related, Sharer
from xuequ.findings.nearest import nearest
from xuequ.language.standing import element_path, name_at
from xuequ.model.elements import Path, Scheme
from xuequ.resolution.actors import Actors
from xuequ.resolution.binding import Binder, Bound
from xuequ.resolution.declarations import Declarations, said_kind
from xuequ.resolution.expanding import Expansion
from xuequ.resolution.instances import Instances
from xuequ.resolution.naming import Names
from xuequ.resolution.places import PlaceTypes
from xuequ.resolution.plan import NodeKind, Plan
from xuequ.resolution.reference_check import ReferenceCheck
from xuequ.resolution.structure import Structure
from xuequ.resolution.world import RosterWorld, TypicalWorld, World

if TYPE_CHECKING:
    from xuequ.model.roster import Roster

#: What a role may be bound to, by its `is`.
FITTING: Mapping[str, frozenset[NodeKind]] = {
    "unit": frozenset({NodeKind.UNIT}),
    "organ": frozenset({NodeKind.ORGAN}),
    "post": frozenset({NodeKind.POST}),
    "schools": frozenset({NodeKind.ROLE, NodeKind.SCHOOL, NodeKind.GROUP, NodeKind.UNIT}),
    "people": frozenset({NodeKind.GROUP, NodeKind.POST}),
}


def resolve(scheme: Scheme, composed: Composed, roster: Roster | None = None) -> Plan:
    """Bind every name, expand every `each`, and lay the graph out in rows.

    Without a roster there is one typical unit of each type; how many schools there are changes nothing then.
    """
    places = PlaceTypes(scheme)
    actors = Actors(scheme, places)
    world: World = RosterWorld(scheme, places, roster) if roster else TypicalWorld(scheme, places)
    declarations = Declarations(scheme)
    instances = Instances(places, actors, world)
    names = Names(places, actors, instances, declarations, composed.origins)
    structure = tuple(Structure(scheme, names, instances, actors, world).edges())
    expansion = Expansion(scheme, composed, names, instances)
    expansion.run()
    unbound = tuple(ReferenceCheck(scheme, composed, names, roster).run())
    return Plan(
        scheme=scheme,
        composed=composed,
        roster=roster,
        units=world.units,
        nodes={**instances.nodes, **expansion.nodes},
        edges=tuple(dict.fromkeys((*structure, *expansion.edges))),
        tasks=tuple(expansion.tasks),
        reviews=tuple(expansion.reviews),
        bindings=names.bindings,
        conditions=expansion.parties.about,
        excepted=expansion.parties.gone,
        within=_within(scheme, instances) if roster else {},
        declarations=declarations,
        findings=(
            *_level(scheme, places, composed),
            *_taken(actors, composed),
            *_doubled(declarations, composed),
            *names.findings.values(),
            *_of_places(names, composed),
            *unbound,
            *_misfits(composed.roles, names.binder, places),
        ),
    )


def _within(scheme: Scheme, instances: Instances) -> Mapping[Path, frozenset[str]]:
    found = ((group.path, instances.schools_within(group)) for group in scheme.groups)
    return {path: schools for path, schools in found if schools is not None}


def _level(scheme: Scheme, places: PlaceTypes, composed: Composed) -> Iterator[Finding]:
    """A locality of no known level: nothing would stand inside or above it."""
    level = scheme.locality.level
    if level and level != "unspecified" and places.locality not in (*LEVELS, *places.clusters):
        place = composed.origins.place(("locality", "level"))
        names = (*(BUILT_IN_ZH[each] for each in LEVELS), *LEVELS, *(c.name for c in scheme.clusters))
        wanted = [Word("level"), Word("cluster")]
        yield finding("REF103", place, name=level, wanted=wanted, nearest=nearest(level, names))


def _taken(actors: Actors, composed: Composed) -> Iterator[Finding]:
    """Declarations that are called like a built-in actor."""
    for actor in actors.declared:
        names = sorted(label for label in actor.labels if built_in(label))
        if actor.element is not None and names:
            place = composed.origins.place(actor.element.at, "key")
            yield finding("REF113", place, name=names[0], built_in=list(BUILT_IN_ZH.values()))


def _of_places(names: Names, composed: Composed) -> Iterator[Finding]:
    """One finding for all work in which a place stands for a body: a county is where bodies are and leads nothing."""
    sharers = []
    own = {at: composed.origins.of(at).file == composed.file for at in names.taken_for_bodies}
    for at in sorted(own, key=lambda each: not own[each]):
        element = element_path(at)
        name, key = name_at(composed.tree, element), composed.origins.place(element, "key")
        sharers.append(Sharer(name=name, place=key, at=composed.origins.place(at), label="duty"))
    if sharers:
        said = [list(dict.fromkeys(each)) for each in zip(*names.taken_for_bodies.values(), strict=True)]
        yield shared("REF108", sharers[0].at, sharers, places=said[0], parts=said[1])


def _doubled(declarations: Declarations, composed: Composed) -> Iterator[Finding]:
    """Things that could only be told apart by where they stand in the file."""
    for first, second in declarations.of_one_path():
        here, there = (composed.origins.place(each.element.at, "key") for each in (second, first))
        kinds = [said_kind(first.kind), said_kind(second.kind)]
        yield finding(
            "REF117", here, Related(place=there, label="other"), path="/".join(first.path), kinds=kinds
        )


def _misfits(roles: tuple[BoundRole, ...], binder: Binder, places: PlaceTypes) -> Iterator[Finding]:
    """Roles bound to a name of nobody, or to the wrong kind of thing."""
    for role in roles:
        wanted = FITTING.get(role.kind)
        bound = binder.bind(role.text, places.locality)
        if wanted is None or role.text == "unspecified" or not isinstance(bound, Bound):
            continue
        if bound.actor.kind not in wanted:
            related = Related(place=role.demanded, label="role")
            yield finding(
                "REF105", role.place, related, name=role.text, role=role.role, wanted=Word(role.kind)
            )
