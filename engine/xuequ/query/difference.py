"""Two versions of a scheme compared by what they mean: what was added, dropped, moved, renamed, changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from xuequ.findings.finding import DocPath
from xuequ.model.elements import Path, Work
from xuequ.query.inventory import ACTORS, Inventory, Thing
from xuequ.query.matching import Match, Matching
from xuequ.query.moves import Move, moves
from xuequ.query.traits import Trait, actor_of, parts_of, traits
from xuequ.query.values import Turn, amount_pairs, turn_of_amount, turn_of_force, turn_of_rhythm
from xuequ.resolution.plan import Plan


class Sort(StrEnum):
    """What became of an element."""

    ADDED = "added"
    DROPPED = "dropped"
    RENAMED = "renamed"
    MOVED = "moved"
    CHANGED = "changed"
    REKEYED = "rekeyed"
    """Another key under the same name: nobody but who refers to it has to know."""


class Aspect(NamedTuple):
    """One field that is not what it was: both texts, and where each stands."""

    field: str
    turn: Turn
    old: str
    new: str
    old_at: DocPath
    new_at: DocPath


class Change(NamedTuple):
    """One element that is not what it was; of one that is new or gone, `aspects` are what it says or said."""

    kind: str
    sort: Sort
    old: Thing | None
    new: Thing | None
    aspects: tuple[Aspect, ...]

    @property
    def thing(self) -> Thing:
        """The element as it is now, or as it was."""
        found = self.new or self.old
        assert found is not None, "a change is of something"
        return found


class Share(NamedTuple):
    """One change as one actor sees it: the parts it gains in the work, loses, and keeps."""

    change: Change
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    kept: tuple[str, ...]


class Notice(NamedTuple):
    """What changes for one actor, by the name it has now."""

    actor: str
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The difference of two plans; `moves` are schools in another cluster, where rosters or lists say so."""

    old: Plan
    new: Plan
    changes: tuple[Change, ...]
    moves: tuple[Move, ...]
    notices: tuple[Notice, ...]

    def __bool__(self) -> bool:
        """Whether anything changed in meaning."""
        return bool(self.meant or self.moves)

    @property
    def meant(self) -> tuple[Change, ...]:
        """The changes that somebody has to know of."""
        return tuple(change for change in self.changes if change.sort is not Sort.REKEYED)


def difference(old: Plan, new: Plan) -> Changes:
    """What `new` says otherwise than `old`; with rosters on both sides, also which schools moved."""
    comparison = _Comparison(Matching(old, new))
    changes = tuple(comparison.changes())
    return Changes(
        old=old,
        new=new,
        changes=changes,
        moves=moves(old, new),
        notices=tuple(comparison.notices(changes)),
    )


class _Comparison:
    def __init__(self, matching: Matching) -> None:
        self.matching = matching
        self.old, self.new = matching.old, matching.new

    def changes(self) -> Iterator[Change]:
        """Every change, in the order of kinds and then of the new version."""
        for match in self.matching.matches():
            change = self._change(match)
            if change is not None:
                yield change

    def _change(self, match: Match) -> Change | None:
        old, new = match.old, match.new
        if old is None or new is None:
            return self._alone(old, new)
        aspects = tuple(self._aspects(old, new))
        here = self.matching.translated(old.path[:-1], actor=new.kind in ACTORS) if len(old.path) > 1 else ()
        moved = here != new.path[:-1]
        if moved and new.kind != "row":
            aspects = (*aspects, self._moved(old, new))
        if any(aspect.field == "name" for aspect in aspects):
            return Change(new.kind, Sort.RENAMED, old, new, aspects)
        if moved and new.kind != "row":
            return Change(new.kind, Sort.MOVED, old, new, aspects)
        if aspects:
            return Change(new.kind, Sort.CHANGED, old, new, aspects)
        rekeyed = old.path[-1:] != new.path[-1:] and new.kind != "row"
        return Change(new.kind, Sort.REKEYED, old, new, ()) if rekeyed else None

    def _alone(self, old: Thing | None, new: Thing | None) -> Change | None:
        if new is not None:
            told = traits(self.new, new, _unchanged)
            kept = [Aspect(t.field, Turn.ADDED, "", t.text, (), t.at) for t in told if _tells(t)]
            return Change(new.kind, Sort.ADDED, None, new, tuple(kept))
        if old is not None:
            told = traits(self.old, old, _unchanged)
            kept = [Aspect(t.field, Turn.DROPPED, t.text, "", t.at, ()) for t in told if _tells(t)]
            return Change(old.kind, Sort.DROPPED, old, None, tuple(kept))
        return None

    def _aspects(self, old: Thing, new: Thing) -> Iterator[Aspect]:
        before = {trait.field: trait for trait in traits(self.old, old, self.matching.translated)}
        for trait in traits(self.new, new, _unchanged):
            was = before.get(trait.field)
            if was is None or was.items == trait.items:
                continue
            turn = _turn(was, trait, old, new)
            if turn is not Turn.SAME:
                yield Aspect(trait.field, turn, was.text, trait.text, was.at, trait.at)

    def _moved(self, old: Thing, new: Thing) -> Aspect:
        texts = _title(self.old, old), _title(self.new, new)
        return Aspect("measure", Turn.DIFFERENT, *texts, old.element.at, new.element.at)

    # who is affected -----------------------------------------------------------------------------------

    def notices(self, changes: Iterable[Change]) -> Iterator[Notice]:
        """A notice for each actor that takes part, or took part, in what changed."""
        found: dict[str, list[Share]] = {}
        for change in changes:
            if change.sort is Sort.REKEYED:
                continue
            before = self._roles(self.old, change.old, is_old=True)
            after = self._roles(self.new, change.new, is_old=False)
            for actor in dict.fromkeys((*after, *before)):
                was, now = before.get(actor, ()), after.get(actor, ())
                share = Share(
                    change,
                    tuple(part for part in now if part not in was),
                    tuple(part for part in was if part not in now),
                    tuple(part for part in now if part in was),
                )
                found.setdefault(actor, []).append(share)
        return (Notice(actor, tuple(shares)) for actor, shares in found.items())

    def _roles(
        self, inventory: Inventory, thing: Thing | None, *, is_old: bool
    ) -> Mapping[str, tuple[str, ...]]:
        """The actors of a piece of work by the names they have now, each with its parts; of an actor, itself."""
        if thing is None:
            return {}
        if thing.kind in ACTORS:
            return {self._now(thing.path, thing.name) if is_old else thing.name: ()}
        if not isinstance(thing.element, Work) or thing.kind == "measure":
            return {}
        found: dict[str, tuple[str, ...]] = {}
        for field, refs in parts_of(thing.element):
            for ref in refs:
                name = inventory.written(thing.element, (ref,))
                path = actor_of(inventory, thing.element, ref)
                if is_old and path is not None and len(path) == 1:
                    name = self._now(path[0], name)
                found[name] = (*found.get(name, ()), field)
        return found

    def _now(self, path: Path, name: str) -> str:
        there = self.matching.translated(path, actor=True)
        return next((t.name for t in self.new.things if t.path == there and t.kind in ACTORS), name)


def _tells(trait: Trait) -> bool:
    """Whether a field of a new or dropped element is worth telling: it says something, and not the usual."""
    return bool(trait.text) and trait.field != "name" and (trait.field, trait.text) != ("force", "must")


def _turn(was: Trait, now: Trait, old: Thing, new: Thing) -> Turn:
    if isinstance(old.element, Work) and isinstance(new.element, Work):
        if now.field == "when":
            return (
                turn_of_rhythm(old.element.when, new.element.when)
                if was.items and now.items
                else _came(was, now)
            )
        if now.field == "force":
            return turn_of_force(old.element.force, new.element.force)
        if now.field == "amount" and old.element.amount and new.element.amount:
            pairs = amount_pairs(old.element.amount, new.element.amount)
            turns = {turn_of_amount(*pair) for pair in pairs} - {Turn.SAME}
            return turns.pop() if len(turns) == 1 else Turn.DIFFERENT
    return _came(was, now)


def _came(was: Trait, now: Trait) -> Turn:
    if not was.items:
        return Turn.ADDED
    return Turn.DIFFERENT if now.items else Turn.DROPPED


def _title(inventory: Inventory, thing: Thing) -> str:
    """What the element that holds this one is called; the scheme where nothing does."""
    outer = thing.path[:-1]
    named = (t.name for t in inventory.things if t.path == outer and t.kind in ("measure", "phase", *ACTORS))
    return next(named, "/".join(outer))


def _unchanged(path: Path, *, actor: bool) -> Path:
    return path
