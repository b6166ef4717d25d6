"""Who has to do with a piece of work at each place that has it, as its condition and its exceptions leave them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from typing import NamedTuple

from xuequ.compose.names import built_in
from xuequ.model.elements import Appraisal, Duty, Force, Path, Ref, Work
from xuequ.resolution.binding import Bound
from xuequ.resolution.instances import Instances, Standing
from xuequ.resolution.naming import Meant, Named, Names
from xuequ.resolution.plan import Unit

#: Field of work → the nodes it means, with where each is named.
Held = Mapping[str, Mapping[str, Named]]
#: A field that names parties, as what part they are judged, and what its names mean.
_Field = tuple[str, str, Meant]
#: A piece of work that loses all of one of these to its condition is none of that place's.
_NEEDED = ("lead", "responsible", "assess", "for")


class _Excepted(NamedTuple):
    """The nodes that are excepted."""

    alike: frozenset[str]
    """By the name by which they take part: they are not in the places, else not objects, else do not do it."""
    others: frozenset[str]
    """By another name: they and who belongs to them have nothing to do with it."""


class Parties:
    """Works out the parties of work, place by place."""

    def __init__(self, names: Names, instances: Instances) -> None:
        self.names = names
        self.instances = instances
        self.conditions = instances.conditions
        self.about: dict[tuple[Path, str], tuple[str, ...]] = {}
        """For work and a column of its condition, what that is about: `each`, or the fields of its parties."""
        self.exempted: dict[Path, frozenset[str]] = {}
        """Whom other work frees from what, whole: it is not theirs."""
        self.gone: dict[Path, frozenset[str]] = {}
        """Who is excepted from what, wherever that is."""

    def at_each(self, work: Work) -> tuple[tuple[Standing, Held], ...]:
        """Every place that has the work, with its parties there."""
        standings = self.names.standings(work.each, work.path)
        gone = self._excepted(work, self.instances.everywhere)
        free = self.exempted.get(work.path, frozenset())
        left = [standing for standing in standings if standing.own not in gone.alike]
        whole = len(left) == len(standings)
        goes = self.instances.takes_with_it
        self._told_empty(work, (each for each in left if goes(gone.others, each.own)), gone.others)
        places = [each for each in left if not goes(gone.others | free, each.own)]
        meant = {kind: self._meant(work, kind) for kind in dict.fromkeys(each.kind for each in places)}
        found = ((each, self._at(work, meant[each.kind], each, whole=whole)) for each in places)
        return tuple((standing, held) for standing, held in found if held is not None)

    def at(self, work: Work, standing: Standing) -> Held | None:
        """The parties at one place, None where its condition is not met there."""
        return self._at(work, self._meant(work, standing.kind), standing, whole=True)

    def _meant(self, work: Work, kind: str) -> tuple[_Field, ...]:
        """What the names in its fields mean at places of a type."""
        return tuple(
            (field, part, self.names.meant(self._own(refs, work, kind), kind, work.path, part))
            for field, refs, part in _fields(work)
        )

    def _at(self, work: Work, fields: Iterable[_Field], standing: Standing, *, whole: bool) -> Held | None:
        """The same; `whole` says that those excepted by their own name are no places, and so are parties."""
        held: Held = {field: self.names.placed(meant, standing, part) for field, part, meant in fields}
        if work.excepted:
            gone = self._excepted(work, standing)
            left = self._without(held, gone.others, held)
            if whole and gone.alike:
                left = self._without(left, gone.alike, self._side_of(left, gone.alike), alone=True)
            if _is_idle(held, left):
                self._told_empty(work, (standing,), gone.others if work.each else frozenset())
                return None
            held = left
        if free := self.exempted.get(work.path):
            left = self._without(held, free, held)
            if any(held.get(field) and not left[field] for field in _NEEDED):
                return None
            held = left
        return self._narrowed(held, work, standing) if work.where else held

    def _own(self, refs: tuple[Ref, ...], work: Work, kind: str) -> tuple[Ref, ...]:
        """Of work that stands at several types and names them all (每 and 牵头: [学区, 集团]), each its own."""
        if len(work.each) < 2 or len(refs) < 2:
            return refs
        place_of = self.names.places.place_of
        others = {place_of(ref.text) for ref in work.each} - {None, kind}
        own = any(place_of(ref.text) == kind for ref in refs)
        return tuple(ref for ref in refs if not own or place_of(ref.text) not in others)

    def free(self, work: Duty) -> frozenset[str]:
        """Whom a duty frees of other work; of one that depends on a case or a decision, nobody can tell."""
        if work.force is not Force.MUST or work.if_ or work.gate or work.needs:
            return frozenset()
        found = {node for _, held in self.at_each(work) for node in held.get("for", ())}
        # A typical school stands for all, so what a condition leaves of it cannot be told.
        return frozenset(node for node in found if not (work.where and self.instances.unit_of(node).typical))

    def _excepted(self, work: Work, standing: Standing) -> _Excepted:
        alike, others = set[str](), set[str]()
        for ref in work.excepted:
            found = self.names.actors_of((ref,), standing, work.path)
            (alike if self._takes_part(ref, work, standing.kind) else others).update(found)
        if work.excepted:
            self.gone[work.path] = self.gone.get(work.path, frozenset()) | alike | others
        return _Excepted(frozenset(alike), frozenset(others))

    def _takes_part(self, ref: Ref, work: Work, kind: str) -> bool:
        """Whether it is excepted by the name by which it takes part: 龙头校 that visits 学校 does not visit itself."""
        if built_in(ref.text) in ("self", "parties"):
            return True
        binder = self.instances.binder
        bound = binder.bind(ref.text, kind)
        taking = (refs for _, refs, part in _fields(work) if part)
        parties = [binder.bind(each.text, kind) for each in chain(work.each, *taking)]
        chains = (each for party in parties if isinstance(party, Bound) for each in (party, party.through))
        return isinstance(bound, Bound) and any(each and each.actor == bound.actor for each in chains)

    def _without(
        self, held: Held, gone: frozenset[str], fields: Iterable[str], *, alone: bool = False
    ) -> Held:
        """Everybody in some fields but those taken away, who belong to them, too unless they go `alone`."""
        goes = gone.__contains__ if alone else partial(self.instances.takes_with_it, gone)
        return dict(held) | {
            f: {node: said for node, said in held[f].items() if not goes(node)} for f in fields
        }

    def _side_of(self, held: Held, gone: frozenset[str]) -> tuple[str, ...]:
        """The fields among which those are that a name excepts: the objects, else who does it."""
        return next((f for f in _sides(held) if any(gone.intersection(held[each]) for each in f)), ())

    def _told_empty(self, work: Work, standings: Iterable[Standing], gone: frozenset[str]) -> None:
        """Report places where nobody is left because of who is excepted, unless they are so themselves."""
        names = [standing.unit.name for standing in standings if gone and standing.own not in gone]
        if names:
            self.names.emptied(work, names)

    def _narrowed(self, held: Held, work: Work, standing: Standing) -> Held | None:
        """What a condition says of the place must be so of it; else it is about who does it, else about the objects.

        What it says of schools where only clusters are named must be so of all schools of the cluster.
        """
        found = dict(held)
        for column, wanted in work.where.items():
            asked = {column: wanted}
            if self.conditions.bears_on(column, standing.unit):
                self.about[work.path, column] = ("each",)
                if not self.conditions.fits(asked, standing.unit):
                    return None
                continue
            fields = next((f for f in _sides(found)[::-1] if self._named_in(column, f, found)), ())
            of_schools = tuple(field for field in fields if self._named_in(column, (field,), found))
            if fields:
                self.about.setdefault((work.path, column), of_schools)
            for field in fields:
                meets = self.instances.is_in if field in of_schools else self.instances.meets
                kept = {node: said for node, said in found[field].items() if meets(asked, node)}
                for node in found[field] if field in of_schools else ():
                    if (unit := self.instances.unit_of(node)).id == node:
                        self._divided(work, column, unit)
                if found[field] and not kept and field in _NEEDED:
                    return None
                found[field] = kept
            if fields:
                continue
            if standing.unit.type not in self.names.places.clusters:
                self.names.idle(work, column)
            elif not self.conditions.fits(asked, standing.unit):
                self._divided(work, column, standing.unit)
                return None
        return found

    def _divided(self, work: Work, column: str, unit: Unit) -> None:
        if self.conditions.divides({column: work.where[column]}, unit):
            self.names.divided(work, column, unit.name)

    def _named_in(self, column: str, fields: Iterable[str], held: Held) -> bool:
        units = (self.instances.unit_of(node) for field in fields for node in held[field])
        return any(self.conditions.bears_on(column, unit) for unit in units)


def _fields(work: Work) -> Iterator[tuple[str, tuple[Ref, ...], str]]:
    """Each field that names parties, its names, and as what part they are judged; the objects last."""
    yield from ((part, refs, part) for part, refs in work.parts.items())
    if isinstance(work, Appraisal):
        yield "assess", work.assess, "assess"
    if work.for_:
        yield "for", work.for_, ""


def _is_idle(held: Held, left: Held) -> bool:
    """Whether nobody is left of those who would do it, or of those it is for."""
    doing = [field for field in ("lead", "responsible", "assess") if held.get(field)]
    unmade = bool(doing) and not any(left[field] for field in doing)
    return unmade or bool(held.get("for") and not left["for"])


def _sides(held: Held) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The objects, and who does it."""
    return tuple(f for f in held if f == "for"), tuple(f for f in held if f != "for")
