"""Which clauses of its sources a scheme has taken in, by what, and what in it rests on no clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding
from xuequ.findings.nearest import nearest
from xuequ.model.elements import Clause as Cited
from xuequ.model.elements import Element
from xuequ.query.clauses import Clauses
from xuequ.query.inventory import Inventory, Thing
from xuequ.resolution.plan import Plan
from xuequ.source.outline import Clause, Outline

#: The title of a document says nothing that could be taken in.
NOTHING_IN_IT = frozenset({"题"})
#: Kinds that rest on a clause of their own; roles and forms stand in their cluster type, outputs in their duty.
GROUNDED = frozenset(
    {
        "organ",
        "post",
        "group",
        "cluster",
        "goal",
        "principle",
        "constraint",
        "measure",
        "duty",
        "appraisal",
        "phase",
    }
)


class Taken(StrEnum):
    """Whether a clause was taken in."""

    YES = "yes"
    WHOLE = "whole"
    """A paragraph of an article that things name as a whole, and none by its paragraphs."""
    THROUGH = "through"
    """Nothing names it, and things name clauses under it."""
    NO = "no"


class ClauseRow(NamedTuple):
    """One clause and the things that name it, or one under it that the outline does not tell apart."""

    clause: Clause
    taken: Taken
    by: tuple[Thing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCoverage:
    """One source with an outline; `last` are the clauses with none under them, `open` those nobody took in."""

    key: str
    name: str
    rows: tuple[ClauseRow, ...]
    clauses: Clauses

    @property
    def last(self) -> tuple[ClauseRow, ...]:
        """The clauses that are counted: those with no other under them."""
        return tuple(
            row
            for row in self.rows
            if row.clause.number not in NOTHING_IN_IT and not self.clauses.under(row.clause.number)
        )

    @property
    def open(self) -> tuple[ClauseRow, ...]:
        """Of these, the ones nobody took in."""
        return tuple(row for row in self.last if row.taken is Taken.NO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The whole report; `ungrounded` rest on no clause and are not marked as the scheme's own."""

    sources: tuple[SourceCoverage, ...]
    ungrounded: tuple[Thing, ...]
    own: tuple[Thing, ...]
    findings: tuple[Finding, ...]

    @property
    def percent(self) -> int:
        """The share of clauses taken in, rounded down, of those with none under them."""
        all_ = sum(len(source.last) for source in self.sources)
        open_ = sum(len(source.open) for source in self.sources)
        return 100 * (all_ - open_) // all_ if all_ else 100


def coverage(plan: Plan, outlines: Mapping[str, Outline]) -> Coverage:
    """The clauses of each outline (by the key of its source) held against what the scheme cites."""
    inventory = Inventory(plan)
    things = tuple(citing(inventory))
    cited = _cited(things)
    names = {source.key: source.name for source in plan.scheme.sources}
    parts = {key: Clauses([clause.number for clause in outline.clauses]) for key, outline in outlines.items()}
    return Coverage(
        sources=tuple(
            SourceCoverage(
                key=key,
                name=names.get(key, key),
                rows=tuple(_rows(outline, parts[key], cited.get(key, {}))),
                clauses=parts[key],
            )
            for key, outline in outlines.items()
        ),
        ungrounded=tuple(
            t for t in things if t.kind in GROUNDED and not t.element.clause and not t.element.ours
        ),
        own=tuple(t for t in things if t.element.ours),
        findings=tuple(_unknown(inventory, things, parts, names)),
    )


def citing(inventory: Inventory) -> Iterator[Thing]:
    """Everything that may cite clauses: the scheme itself, and whatever it declares."""
    scheme = inventory.plan.scheme
    whole = Element(key="", path=(), at=(), name=scheme.name, clause=scheme.clause)
    yield Thing("scheme", whole, (), (), ("", ()))
    yield from (thing for thing in inventory.every if thing.kind != "output")


def _cited(things: Iterable[Thing]) -> Mapping[str, Mapping[str, tuple[Thing, ...]]]:
    """The things by source and clause number."""
    found: dict[str, dict[str, tuple[Thing, ...]]] = {}
    for thing in things:
        for clause in thing.element.clause:
            by_number = found.setdefault(clause.source or "", {})
            by_number[clause.key] = (*by_number.get(clause.key, ()), thing)
    return found


def _rows(outline: Outline, parts: Clauses, cited: Mapping[str, tuple[Thing, ...]]) -> Iterator[ClauseRow]:
    homes: dict[str, tuple[Thing, ...]] = {}
    for number, things in cited.items():
        home = parts.home(number).number
        homes[home] = (*homes.get(home, ()), *things)
    whole = {
        paragraph: homes[number]
        for number in homes
        if not homes.keys() & {below for p in parts.paragraphs(number) for below in (p, *parts.under(p))}
        for paragraph in parts.paragraphs(number)
    }
    for clause in outline.clauses:
        number = clause.number
        by = tuple({t.element.at: t for t in (*homes.get(number, ()), *whole.get(number, ()))}.values())
        below = any(other in homes for other in parts.under(number))
        named = Taken.YES if number in homes else Taken.WHOLE if by else Taken.THROUGH if below else Taken.NO
        yield ClauseRow(clause, named, by)


def _unknown(
    inventory: Inventory, things: Iterable[Thing], outlines: Mapping[str, Clauses], names: Mapping[str, str]
) -> Iterator[Finding]:
    """Clause numbers the outline of their source does not have, or cannot show to have, each once."""
    told: set[tuple[str, str]] = set()
    for thing in things:
        for clause, at in _cites(thing.element):
            parts = outlines.get(clause.source or "")
            asked = (clause.source or "", clause.number)
            if parts is None or asked in told or not clause.number:
                continue
            told.add(asked)
            home = parts.home(clause.key)
            place = inventory.place(at)
            if home.unchecked and home.number:
                yield finding("SRC210", place, clause=clause.number, article=home.number)
            elif not home.number:
                near = nearest(clause.number, parts.numbers)
                yield finding(
                    "SRC204", place, source=names.get(asked[0], asked[0]), clause=clause.number, nearest=near
                )


def _cites(element: Element) -> Iterator[tuple[Cited, DocPath]]:
    """The clauses an element rests on, its own or handed on to it, and those whose breach it answers."""
    origin: Mapping[str, DocPath] = getattr(element, "origin", {})
    for field in ("clause", "breach"):
        for clause in getattr(element, field, ()):
            yield clause, origin.get(field, (*element.at, field))
