"""Everything a scheme declares as answers tell it: with where it was first written, and names as readers know them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from xuequ.compose.names import BUILT_IN_ZH
from xuequ.findings.finding import DocPath, Place
from xuequ.language.fields import elements
from xuequ.model.elements import Element, Path, Phase, Ref, Schedule
from xuequ.resolution.declarations import Declared
from xuequ.resolution.plan import Plan

#: Kinds of things that can take part in work.
ACTORS = frozenset({"organ", "post", "group", "cluster", "member", "unit"})
#: Parts of other elements, which are told with them.
PARTS = frozenset({"item", "criterion"})
#: What can change or be cited and is no thing that work could name.
_OTHERS = frozenset({"source", "mandate", "schedule", "row"})
#: What work and mandates may name; outputs too, since a mandate may ask for a document.
_NAMED = frozenset({*elements(), "output"}) - PARTS - _OTHERS


def space(kind: str) -> str:
    """Where paths of a kind are told apart: an actor, a source and a measure may have the same one."""
    return "actor" if kind in ACTORS else kind if kind == "source" else "work"


#: Where an element was first written: the policy's name (or the file's), and the path in it.
Birthplace = tuple[str, DocPath]


class Thing(NamedTuple):
    """One element with its kind, a word such as `duty`; `labels` is what each step of its path may be called."""

    kind: str
    element: Element
    path: Path
    labels: tuple[frozenset[str], ...]
    born: Birthplace

    @property
    def name(self) -> str:
        """What it is called in print."""
        return self.element.name


class Inventory:
    """All things of one plan."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.declared = plan.declarations

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """Everything that work and mandates may name, in the order of kinds and then of the scheme."""
        return tuple(self._thing(each) for each in self.declared.all if each.kind in _NAMED)

    @property
    def every(self) -> tuple[Thing, ...]:
        """Whatever is declared, the parts of elements too."""
        return tuple(map(self._thing, self.declared.all))

    @cached_property
    def others(self) -> tuple[Thing, ...]:
        """Sources, schedules with their rows, mandates."""
        found = [each for each in self.declared.all if each.kind in _OTHERS]
        # A policy brings its sources along; one document is one source however often it comes.
        sources = {each.name: each for each in reversed(found) if each.kind == "source"}
        return tuple(
            self._thing(each) for each in found if each.kind != "source" or sources[each.name] is each
        )

    def _thing(self, each: Declared) -> Thing:
        element = each.element
        if isinstance(element, Phase) and element.row:
            schedule = self.declared.at(each.path[:-1], "schedule")
            table = schedule.element if schedule else None
            rows = table.rows if isinstance(table, Schedule) else ()
            name = f"{schedule.name if schedule else ''} {_row_name(element, rows)}"
            element = replace(element, name=name.strip())
        origin = self.plan.composed.origins.of(element.at)
        born = self._modules.get(origin.file, origin.file), origin.path
        return Thing(each.kind, element, each.path, each.labels, born)

    @cached_property
    def born(self) -> Mapping[Birthplace, tuple[Thing, ...]]:
        """Things by where they were first written; a policy adopted twice brings several of one birthplace."""
        found: dict[Birthplace, list[Thing]] = {}
        for thing in self.things:
            found.setdefault(thing.born, []).append(thing)
        return {place: tuple(things) for place, things in found.items()}

    def ending(self, text: str, kinds: Iterable[str] = _NAMED) -> tuple[Thing, ...]:
        """All things whose path ends in a reference, in keys, names or aliases."""
        return tuple(self._thing(each) for each in self.declared.ending(text, kinds))

    def named(self, text: str, kinds: Iterable[str] = _NAMED) -> tuple[Thing, ...]:
        """The things a reference may mean: those whose path ends in it, one of exactly that path alone."""
        return tuple(self._thing(each) for each in self.declared.named(text, kinds))

    def asked(self, text: str) -> tuple[Thing, ...]:
        """The things that a mandate or an answer to one may mean: also a table or a source, if nothing else."""
        return self.named(text) or self.named(text, ("schedule", "source"))

    def one_named(self, text: str, refs: Iterable[str] = ()) -> Thing | None:
        """The one thing a name in a field that may name `refs` can mean; None for none or several."""
        kinds = {kind for ref in refs for kind in (ACTORS if ref == "actor" else {ref})} & {
            *elements(),
            "output",
        }
        found = self.named(text, kinds or _NAMED)
        return found[0] if len(found) == 1 else None

    def labels(self) -> tuple[str, ...]:
        """Everything anything is called."""
        return self.declared.labels(_NAMED)

    def called(self, kind: str, name: str) -> tuple[Thing, ...]:
        """The things of one kind with this name or alias."""
        return tuple(t for t in self.ending(name, (kind,)) if name in (t.name, *t.element.aliases))

    def name_of(self, text: str) -> str:
        """What something is called that a field names by key, path or name; as written where that is not known."""
        named = self.named(text)
        return named[0].name if len(named) == 1 else BUILT_IN_ZH.get(text, text)

    def actor_at(self, path: Path, ref: Ref) -> tuple[Path, ...] | None:
        """The actor a name in an element was taken to mean, after the place in front; None where it is none."""
        bound = self.plan.bindings.get((path, ref.at))
        if bound is None:
            return None
        if bound.others:
            return bound.actors
        outer = ref.text.rpartition("/")[0]
        places = (
            [t.path for t in self.named(outer) if t.kind in ("member", "cluster", "organ")][:1]
            if outer
            else []
        )
        return (*places, bound.actor) if bound.actor[:-1] == () else (bound.actor,)

    def name_at(self, path: Path, ref: Ref, kinds: tuple[str, ...] = ()) -> str:
        """What a name in an element means, as readers know it."""
        bound = self.plan.bindings.get((path, ref.at))
        outer, _, last = ref.text.rpartition("/")
        actor = bound.actor if bound else (last,)
        if (
            bound is None
            and actor not in self.actor_names
            and (meant := self.one_named(ref.text, kinds)) is not None
        ):
            return meant.name
        if bound is not None and bound.others:
            return "、".join(dict.fromkeys(self._actor_name(each) for each in bound.actors))
        named = self.actor_names.get(actor) or BUILT_IN_ZH.get(actor[-1]) or last
        # 龙头校/校长 and 成员校/校长 are of two places, 局/主任 and 室/主任 of two bodies.
        if outer and (len(actor) == 1 or named in self._names_of_several):
            place = self._actors_by_key.get(outer.rpartition("/")[2], outer)
            return f"{place}{named}"
        return named

    def _actor_name(self, path: Path) -> str:
        """What an actor is called; one whose name is another's, too, with what it stands in."""
        name = self.actor_names.get(path, path[-1])
        return (
            f"{self.actor_names[path[:-1]]}{name}" if name in self._names_of_several and path[:-1] else name
        )

    @cached_property
    def actor_names(self) -> Mapping[Path, str]:
        """What each declared actor is called, by its path."""
        return {path: thing.name for path, thing in self.actors.items()}

    @cached_property
    def _names_of_several(self) -> frozenset[str]:
        names = list(self.actor_names.values())
        return frozenset(name for name in names if names.count(name) > 1)

    @cached_property
    def actors(self) -> Mapping[Path, Thing]:
        """Each declared actor by its path."""
        return {t.path: t for t in self.things if t.kind in ACTORS}

    @cached_property
    def _actors_by_key(self) -> Mapping[str, str]:
        return {path[-1]: name for path, name in self.actor_names.items()} | dict(BUILT_IN_ZH)

    def place(self, at: DocPath, *, key: bool = False) -> Place:
        """The place in a drafter's file of a path in the composed tree."""
        return self.plan.composed.origins.place(at, "key" if key else "value")

    @cached_property
    def _modules(self) -> Mapping[str, str]:
        return {adopted.file: f"policy:{adopted.policy}" for adopted in self.plan.composed.adopted}


def _row_name(row: Phase, rows: Iterable[Phase]) -> str:
    """What a row of a schedule is called in print: of several of one name also which row it is."""
    said = row.row.removesuffix(row.key)
    alike = said and said != row.row and any(each is not row and each.row == said + each.key for each in rows)
    return f"{said}（第{row.key}行）" if alike else row.row
