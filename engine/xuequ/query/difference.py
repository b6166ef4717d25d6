"""Two versions of a scheme compared by what they mean: what was added, dropped, moved, renamed, changed."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from xuequ.compose.names import BUILT_IN_ZH, built_in
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import DocPath
from xuequ.language.fields import Bears, Field, kind_named
from xuequ.language.fields import Sort as FieldSort
from xuequ.model.elements import (
    Appraisal,
    Clause,
    ClusterUnit,
    Duty,
    Element,
    Force,
    Group,
    Measure,
    Part,
    Path,
    Ref,
    Work,
)
from xuequ.query.inventory import ACTORS, Inventory, Thing, space
from xuequ.query.matching import Match, Matching
from xuequ.query.moves import Move, moves
from xuequ.query.statements import (
    STAY,
    USUAL,
    Lead,
    Statement,
    binding_words,
    label_of,
    meaning,
    named_actors,
    refs,
    said,
    statements,
    told_parts,
)
from xuequ.query.values import Turn, turn_of_amounts, turn_of_force, turn_of_rhythm, turn_of_words
from xuequ.resolution.bases import base_name
from xuequ.resolution.plan import Plan


class Sort(StrEnum):
    """What became of an element."""

    ADDED = "added"
    DROPPED = "dropped"
    RENAMED = "renamed"
    MOVED = "moved"
    CHANGED = "changed"
    RENUMBERED = "renumbered"
    """It stands under another clause and says the same."""
    REKEYED = "rekeyed"
    """Another key under the same name: nobody but who refers to it has to know."""


class Aspect(NamedTuple):
    """One field that is not what it was: what it is called, both texts, and where each stands.

    `inside` is the part of the element it is a field of: an indicator, an item.
    """

    field: str
    label: Said
    turn: Turn
    old: Said
    new: Said
    old_at: DocPath
    new_at: DocPath
    inside: str = ""


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
    """One change as one actor sees it: the fields that name it now, no longer, and as before.

    `through` is the work by which it has to do with what does not name it: work for a group that is another now, work
    that is suspended.
    """

    change: Change
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    kept: tuple[str, ...]
    through: tuple[str, ...] = ()


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


NOTHING = Said("", "")
#: Fields by which a row of a schedule or a phase says what work of others falls in it, and work that other work rests
#: or that somebody is free of it.
_GATHERS = frozenset({"does", "suspends", "exempts"})
#: Fields that say who is in a group, or in a role.
_MEMBERSHIP = frozenset({"of", "where", "except", "column", "each"})


#: Fields that mean the same wherever they say the same.
_PLAIN = frozenset(
    {FieldSort.TEXT, FieldSort.DATE, FieldSort.QUANTITY, FieldSort.FLAG, FieldSort.CHOICE, FieldSort.TIME}
)


#: What tells a statement of an element from its others.
_Key = tuple[str, ...]


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
        aspects = (*self._name(old, new), *self._aspects(old, new))
        here = self.matching.path(old.path[:-1], space(new.kind)) if len(old.path) > 1 else ()
        moved = here != new.path[:-1] and new.kind != "row"
        if moved:
            aspects = (*aspects, self._moved(old, new))
        if any(aspect.field == "name" for aspect in aspects):
            return Change(new.kind, Sort.RENAMED, old, new, aspects)
        if aspects:
            only_clauses = all(aspect.field == "clause" for aspect in aspects)
            sort = Sort.MOVED if moved else Sort.RENUMBERED if only_clauses else Sort.CHANGED
            return Change(new.kind, sort, old, new, aspects)
        rekeyed = old.path[-1:] != new.path[-1:] and old.name == new.name and new.kind != "row"
        return Change(new.kind, Sort.REKEYED, old, new, ()) if rekeyed else None

    def _alone(self, old: Thing | None, new: Thing | None) -> Change | None:
        if new is not None:
            told = [
                Aspect(one.field.key, label, Turn.ADDED, NOTHING, text, (), one.at)
                for one, label, text in _whole(self.new, new)
            ]
            return Change(new.kind, Sort.ADDED, None, new, tuple(told))
        if old is not None:
            told = [
                Aspect(one.field.key, label, Turn.DROPPED, text, NOTHING, one.at, ())
                for one, label, text in _whole(self.old, old)
            ]
            return Change(old.kind, Sort.DROPPED, old, None, tuple(told))
        return None

    def _name(self, old: Thing, new: Thing) -> Iterator[Aspect]:
        """Another name, unless that only follows another's; where it says 可以 for 应当, another force."""
        follows = self.matching.text(old.name, but=(old.name, new.name))
        if new.kind == "row" or new.name in (old.name, follows):
            return
        places = (*old.element.at, "name"), (*new.element.at, "name")
        names = Said(old.name, old.name), Said(new.name, new.name)
        turn = turn_of_words(old.name, new.name)
        if turn is Turn.DIFFERENT:
            yield Aspect("name", Said("名称", "name"), turn, *names, *places)
        else:
            yield Aspect("force", Said("语气", "force"), turn, *names, *places)

    def _aspects(self, old: Thing, new: Thing) -> Iterator[Aspect]:
        olds = {one.key: one for one in _weighed(self.old, old)}
        news = {one.key: one for one in _weighed(self.new, new)}
        alone: list[tuple[str, ...]] = []
        for key in (*news, *(key for key in olds if key not in news)):
            was, now = olds.get(key), news.get(key)
            one = now or was
            assert one is not None, "every key is of one of the two"
            if any(one.inside[: len(part)] == part for part in alone):
                continue
            if one.is_part and (was is None or now is None):
                alone.append(one.inside)
            if self._same(was, now, old, new):
                continue
            turn = _turn(was, now, old.element, new.element)
            usual = USUAL.get(one.field.key, NOTHING) if not one.inside else NOTHING
            texts = _text(self.old, old, was, olds) or usual, _text(self.new, new, now, news) or usual
            places = was.at if was else (), now.at if now else ()
            yield Aspect(one.field.key, one.label, turn, *texts, *places, "/".join(one.inside))

        yield from self._reordered(olds.values(), news.values())
        yield from self._reordered_values(old, new, olds, news)
        if new.kind == "scheme":
            yield from self._reordered_sections(old, new)

    def _reordered(self, olds: Iterable[Statement], news: Iterable[Statement]) -> Iterator[Aspect]:
        """Parts whose order says something (内容) and that stand in another one; what is new or gone moves none."""
        before, after = _in_order(olds), _in_order(news)
        for key, now in after.items():
            was = before.get(key, [])
            names = [one.inside[-1] for one in now]
            called = [self.matching.text(one.inside[-1]) for one in was]
            if [name for name in called if name in names] != [name for name in names if name in called]:
                places = was[0].at[:-1], now[0].at[:-1]
                texts = _in_a_row([one.inside[-1] for one in was]), _in_a_row(names)
                yield _reorder(now[0].field, *texts, *places, key[:-1])

    def _reordered_values(
        self, old: Thing, new: Thing, olds: Mapping[_Key, Statement], news: Mapping[_Key, Statement]
    ) -> Iterator[Aspect]:
        """The same of values: grades, and those of whom the first leads or who take turns."""
        for key, now in news.items():
            was = olds.get(key)
            if was is None or not (isinstance(was.value, list) and isinstance(now.value, list)):
                continue
            if was.value == now.value or not self._is_ordered(now, new.element):
                continue
            first = [_meaning(self.old, old, each, self.matching) for each in _each(was)]
            second = [_meaning(self.new, new, each, STAY) for each in _each(now)]
            if first != second and self._same(was, now, old, new):
                before, after = (
                    _row_of([said(side, each) for each in _each(one)])
                    for side, one in ((self.old, was), (self.new, now))
                )
                yield _reorder(now.field, before, after, was.at, now.at, now.inside)

    def _is_ordered(self, one: Statement, element: Element) -> bool:
        """Whether the order of what a field lists says something, by itself, by turns or since the first one leads."""
        if one.field.schema.get("x-ordered") or not isinstance(element, Duty):
            return bool(one.field.schema.get("x-ordered"))
        first_leads = self.new.plan.scheme.conventions.get("joint") == "first_leads"
        leads = element.parts.get(Part.LEAD, ())[:1] if first_leads else ()
        return one.field.key == element.in_turn or any(ref.at[:-1] == one.at for ref in leads)

    def _reordered_sections(self, old: Thing, new: Thing) -> Iterator[Aspect]:
        """The same of what the scheme itself holds in order: phases."""
        for key, held in kind_named("scheme").sections.items():
            field = kind_named("scheme").fields[key]
            if not field.schema.get("x-ordered"):
                continue
            both = [m for m in self.matching.matches() if m.new is not None and m.new.kind == held]
            news = [(m.old, m.new) for m in both if m.old is not None and m.new is not None]
            places = {thing.element.at: n for n, thing in enumerate(self.old.things)}
            olds = sorted(news, key=lambda pair: places.get(pair[0].element.at, 0))
            if olds != news:
                before, after = _in_a_row(was.name for was, _ in olds), _in_a_row(now.name for _, now in news)
                yield _reorder(field, before, after, (key,), (key,))

    def _same(self, was: Statement | None, now: Statement | None, old: Thing, new: Thing) -> bool:
        if was is not None and now is not None:
            if was.value == now.value and now.field.sort in _PLAIN:
                return True
            after = _meaning(self.new, new, now, STAY)
            leads: tuple[Lead, ...] = (self.matching, self.matching.paths)
            return any(_meaning(self.old, old, was, lead) == after for lead in leads)
        one = was or now
        return one is not None and (
            _binds_nobody(one)
            or (one.field.key == "force" and not one.inside and old.element.force is new.element.force)
        )

    def _moved(self, old: Thing, new: Thing) -> Aspect:
        before, after = _title(self.old, old), _title(self.new, new)
        label = Said("所在举措", "measure it stands in")
        texts = Said(before, before), Said(after, after)
        return Aspect("measure", label, Turn.DIFFERENT, *texts, old.element.at, new.element.at)

    # who is affected -----------------------------------------------------------------------------------

    def notices(self, changes: Iterable[Change]) -> Iterator[Notice]:
        """A notice for each actor that is named, or was named, in what changed."""
        found: dict[Hashable, list[Share]] = {}
        names: dict[Hashable, str] = {}
        for change in changes:
            if change.sort is Sort.REKEYED:
                continue
            before = self._named(self.old, change.old, self.matching, names)
            after = self._named(self.new, change.new, STAY, names)
            for actor in dict.fromkeys((*after, *before)):
                was, now = before.get(actor, ()), after.get(actor, ())
                share = Share(
                    change,
                    tuple(part for part in now if part not in was),
                    tuple(part for part in was if part not in now),
                    tuple(part for part in now if part in was),
                )
                if share.gained or share.lost or not (share.kept and _only_renamed(change)):
                    found.setdefault(actor, []).append(share)
            for actor, through in self._through(change, names).items():
                if actor not in before and actor not in after:
                    found.setdefault(actor, []).append(Share(change, (), (), (), tuple(through)))
        return (Notice(names[actor], tuple(shares)) for actor, shares in found.items())

    def _through(self, change: Change, names: dict[Hashable, str]) -> Mapping[Hashable, Mapping[str, None]]:
        """Who has to do with a change that does not name them, with the work through which they have."""
        found: dict[Hashable, dict[str, None]] = {}
        for inventory, thing, lead in (
            (self.old, change.old, self.matching),
            (self.new, change.new, STAY),
        ):
            for work in self._works(inventory, thing, change) if thing is not None else ():
                for actor in self._named(inventory, work, lead, names):
                    found.setdefault(actor, {})[work.name] = None
        return found

    def _works(self, inventory: Inventory, thing: Thing, change: Change) -> Iterator[Thing]:
        """The work that falls in a phase or row, is stopped, or names a group or role of other members now."""
        if isinstance(thing.element, Work):
            for one in statements(inventory, thing):
                if one.field.key in _GATHERS:
                    yield from _work_in(inventory, refs(one.value, one.at))
        if isinstance(thing.element, Appraisal) and any(one.field == "into" for one in change.aspects):
            into = thing.element.into
            yield from _work_in(inventory, (into.appraisal,) if into else ())
        both = change.old is not None and change.new is not None
        if (
            both
            and change.kind in ("group", "member")
            and any(a.field in _MEMBERSHIP for a in change.aspects)
        ):
            yield from _work_naming(inventory, thing)

    def _named(
        self, inventory: Inventory, thing: Thing | None, lead: Lead, names: dict[Hashable, str]
    ) -> Mapping[Hashable, tuple[str, ...]]:
        """The actors an element names, by their paths in the new version, with its fields; an actor is one itself."""
        found: dict[Hashable, tuple[str, ...]] = {}
        if thing is None:
            return found
        if thing.kind in ACTORS:
            path = (lead.path(thing.path, "actor"),)
            found[path] = ()
            names.setdefault(path, self._now(path[-1], thing.name))
        if isinstance(thing.element, Measure):
            return found
        for one in statements(inventory, thing):
            for field, ref in named_actors(one):
                if field.key != "each" and not (field.key == "except" and _is_nobody(inventory, one, ref)):
                    actor = self._actor(inventory, one.path, ref, lead, names)
                    part = _taken(thing.element, field.key)
                    found[actor] = tuple(dict.fromkeys((*found.get(actor, ()), part)))
        for ref in _given(thing.element):
            actor = self._actor(inventory, thing.path, ref, lead, names)
            found[actor] = (*found.get(actor, ()), "units")
        return found

    def _actor(
        self, inventory: Inventory, path: Path, ref: Ref, lead: Lead, names: dict[Hashable, str]
    ) -> Hashable:
        bound = inventory.actor_at(path, ref)
        meant = inventory.one_named(ref.text) if bound is None else None
        if bound is None and meant is not None and meant.kind in ACTORS:
            bound = (meant.path,)
        if bound is None:
            name = BUILT_IN_ZH.get(built_in(ref.text), lead.text(ref.text))
            names.setdefault(((built_in(ref.text) or name,),), name)
            return ((built_in(ref.text) or name,),)
        there = tuple(lead.path(part, "actor") for part in bound)
        name = inventory.name_at(path, ref)
        names.setdefault(there, self._now(there[-1], name) if len(there) == 1 else name)
        return there

    def _now(self, path: Path, name: str) -> str:
        return self.new.actor_names.get(path, name)


def _in_order(many: Iterable[Statement]) -> Mapping[tuple[str, ...], list[Statement]]:
    """Parts whose order says something, by what they are parts of and in which field."""
    found: dict[tuple[str, ...], list[Statement]] = {}
    for one in many:
        if one.is_part and one.field.schema.get("x-ordered"):
            found.setdefault((*one.inside[:-1], one.field.key), []).append(one)
    return found


def _each(one: Statement) -> list[Statement]:
    """What a list says, one by one."""
    return [one._replace(value=value, at=(*one.at, number)) for number, value in enumerate(one.value)]


def _in_a_row(names: Iterable[str]) -> Said:
    return _row_of([Said(name, name) for name in names])


def _row_of(names: Iterable[Said]) -> Said:
    many = tuple(names)
    return Said("、".join(name.zh for name in many), ", ".join(name.en for name in many))


def _reorder(
    field: Field,
    old: Said,
    new: Said,
    old_at: DocPath,
    new_at: DocPath,
    inside: tuple[str, ...] = (),
) -> Aspect:
    of = "/".join(inside)
    zh, en = (f"“{of}”的", f" of “{of}”") if of else ("", "")
    label = Said(f"{zh}{field.zh}的次序", f"order of {label_of(field).en}{en}")
    return Aspect(field.key, label, Turn.DIFFERENT, old, new, old_at, new_at, of)


def _work_in(inventory: Inventory, named: Iterable[Ref]) -> Iterator[Thing]:
    """The duties and appraisals that names mean, also by the measure they stand in."""
    meant = [thing for ref in named for thing in inventory.named(ref.text) if isinstance(thing.element, Work)]
    for each in inventory.things:
        inside = any(each.path[: len(thing.path)] == thing.path for thing in meant)
        if inside and isinstance(each.element, Work) and not isinstance(each.element, Measure):
            yield each


def _work_naming(inventory: Inventory, actor: Thing) -> Iterator[Thing]:
    """The duties and appraisals that name somebody, themselves or by a group, or take a share of them."""
    wider = [actor]
    for group in wider:
        for each in inventory.things:
            if isinstance(each.element, Group) and each not in wider and _names(inventory, each, group):
                wider.append(each)
    for each in inventory.things:
        if isinstance(each.element, Duty | Appraisal) and any(_names(inventory, each, one) for one in wider):
            yield each


def _names(inventory: Inventory, thing: Thing, actor: Thing) -> bool:
    """Whether an element names an actor in a field of actors, or as what an amount is a share of."""
    amounts = thing.element.amount if isinstance(thing.element, Work) else ()
    if any(base_name(amount).split("/")[-1] in actor.element.labels for amount in amounts if amount.of):
        return True
    return any(
        actor.path in (inventory.actor_at(one.path, ref) or ())
        for one in statements(inventory, thing)
        for _, ref in named_actors(one)
    )


def _is_nobody(inventory: Inventory, one: Statement, ref: Ref) -> bool:
    """Whether a name means no actor: 涉密事项 is excepted and gets no notice."""
    return not (inventory.actor_at(one.path, ref) or inventory.one_named(ref.text) or built_in(ref.text))


def _given(element: Element) -> Iterator[Ref]:
    """Those to whom parts of an amount fall (分解), each once."""
    amounts = element.amount if isinstance(element, Work) else ()
    named = dict.fromkeys(name for each in amounts for line in each.split for name in line.units)
    return (Ref(text=name, at=(*element.at, "amount")) for name in named)


def _only_renamed(change: Change) -> bool:
    """Whether an actor has another name and nothing else: those who name it are named as before."""
    return change.kind in ACTORS and all(aspect.field == "name" for aspect in change.aspects)


def _taken(element: Element, field: str) -> str:
    """A part as the force of the work makes it: who leads what is forbidden is who must not do it."""
    if isinstance(element, Work):
        return str(element.norm.stands_for.get(field, field))
    return field


def _weighed(inventory: Inventory, thing: Thing) -> Iterator[Statement]:
    """The statements of an element whose change is one of the scheme; listed schools are told as moved."""
    hands_on = isinstance(thing.element, Measure) and bool(
        thing.element.duties or thing.element.appraisals or thing.element.measures
    )
    listed = thing.element.schools if isinstance(thing.element, ClusterUnit) else {}
    for one in statements(inventory, thing):
        field = one.field
        if (field.key == "name" and one.of != "locality") or field.key in listed:
            continue
        if field.sort is FieldSort.ELEMENTS and isinstance(one.value, list):
            continue
        if field.bears is Bears.NOTHING or (
            hands_on and field.inherited and field.sort is not FieldSort.CLAUSE
        ):
            continue
        if field.bears is Bears.PRINT and field.sort in (FieldSort.FLAG, FieldSort.CHOICE):
            continue
        yield one


def _is_note(field: Field) -> bool:
    """Whether a field is prose of which only figures and words of obligation bind anybody."""
    return field.bears is Bears.PRINT and bool(field.schema.get("x-prose"))


def _binds_nobody(one: Statement) -> bool:
    return _is_note(one.field) and not binding_words(str(one.value))


def _meaning(inventory: Inventory, thing: Thing, one: Statement, lead: Lead) -> Hashable:
    if one.field.sort is FieldSort.CLAUSE and not one.inside:
        cited: tuple[Clause, ...] = getattr(thing.element, one.field.key, ())
        return frozenset(
            (lead.path((clause.source,), "source") if clause.source else (), clause.key) for clause in cited
        )
    if _is_note(one.field):
        return binding_words(lead.text(str(one.value)))
    return meaning(inventory, one, lead)


def _text(
    inventory: Inventory, thing: Thing, one: Statement | None, every: Mapping[tuple[str, ...], Statement]
) -> Said | None:
    if one is None:
        return None
    if one.is_part:
        return told_parts(
            inventory,
            [
                each
                for each in every.values()
                if each.inside[: len(one.inside)] == one.inside and not _binds_nobody(each)
            ],
        )
    return said(inventory, one)


def _whole(inventory: Inventory, thing: Thing) -> Iterator[tuple[Statement, Said, Said]]:
    """What an element that is new or gone says, its parts in one line a field."""
    parts: dict[str, list[Statement]] = {}
    every = [one for one in _weighed(inventory, thing) if not _binds_nobody(one)]
    for one in every:
        if one.inside:
            first = next(each for each in every if each.is_part and each.inside == one.inside[:1])
            parts.setdefault(first.field.key, []).append(one)
    for one in every:
        if one.is_part and one.field.key in parts and len(one.inside) == 1:
            yield one, one.label, told_parts(inventory, parts.pop(one.field.key))
        elif not one.inside and (one.field.key, one.value) != ("force", Force.MUST):
            yield one, one.label, said(inventory, one)


def _turn(was: Statement | None, now: Statement | None, old: Element, new: Element) -> Turn:
    one = now or was
    assert one is not None, "a field changed on one side at least"
    if one.field.key == "force" and not one.inside:
        return turn_of_force(old.force, new.force)
    if was is None or now is None:
        return Turn.ADDED if was is None else Turn.DROPPED
    if isinstance(old, Work) and isinstance(new, Work):
        if one.field.key == "when" and old.when and new.when:
            return turn_of_rhythm(old.when, new.when)
        if one.field.key == "amount" and old.amount and new.amount:
            return turn_of_amounts(old.amount, new.amount)
    if one.field.sort is FieldSort.TEXT and isinstance(was.value, str) and isinstance(now.value, str):
        return turn_of_words(was.value, now.value)
    return Turn.DIFFERENT


def _title(inventory: Inventory, thing: Thing) -> str:
    """What the element that holds this one is called; the scheme where nothing does."""
    outer = thing.path[:-1]
    named = (t.name for t in inventory.things if t.path == outer and t.kind in ("measure", "phase", *ACTORS))
    return next(named, "/".join(outer))
