"""Who has to do with a piece of work at each place that has it, as its condition and its exceptions leave them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from xuequ.model.elements import Appraisal, Duty, Force, Path, Ref, Work
from xuequ.resolution.instances import Instances, Standing
from xuequ.resolution.naming import Meant, Named, Names
from xuequ.resolution.plan import Unit

#: Field of work → the nodes it means, with where each is named.
Held = Mapping[str, Mapping[str, Named]]
#: A field that names parties, as what part they are judged, and what its names mean.
_Field = tuple[str, str, Meant]
#: A piece of work that loses all of one of these to its condition is none of that place's.
_NEEDED = ("lead", "responsible", "assess", "for")


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
        left = [standing for standing in standings if standing.own not in gone]
        whole = len(left) == len(standings)
        free = self.exempted.get(work.path, frozenset())
        left = [standing for standing in left if standing.own not in free]
        meant = {kind: self._meant(work, kind) for kind in dict.fromkeys(standing.kind for standing in left)}
        found = ((each, self._at(work, meant[each.kind], each, whole=whole)) for each in left)
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
        """The same; `whole` says that the exceptions took no place away, and so are some of the parties."""
        held = {field: self.names.placed(meant, standing, part) for field, part, meant in fields}
        gone = self._excepted(work, standing) if whole and work.excepted else frozenset()
        free = self.exempted.get(work.path, frozenset())
        if gone or free:
            left = self._without(held, gone | free)
            if free and any(held.get(field) and not left.get(field, held[field]) for field in _NEEDED):
                return None
            held |= left
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

    def _excepted(self, work: Work, standing: Standing) -> frozenset[str]:
        if not work.excepted:
            return frozenset()
        found = frozenset(self.names.actors_of(work.excepted, standing, work.path))
        self.gone[work.path] = self.gone.get(work.path, frozenset()) | found
        return found

    def _without(self, held: Held, gone: frozenset[str]) -> Held:
        """Those among whom the excepted are, without them: the objects, else who does it."""
        fields = next((f for f in _sides(held) if any(gone.intersection(held[each]) for each in f)), ())
        return {f: {node: said for node, said in held[f].items() if node not in gone} for f in fields}

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


def _sides(held: Held) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The objects, and who does it."""
    return tuple(f for f in held if f == "for"), tuple(f for f in held if f != "for")
