"""Which clauses of its sources a scheme has taken in, by what, and what in it rests on no clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.findings.nearest import nearest
from xuequ.model.elements import Element
from xuequ.query.inventory import Inventory, Thing
from xuequ.resolution.plan import Plan
from xuequ.resolution.references import called
from xuequ.source.numbering import same_width
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
_NUMERALS = "〇零一二三四五六七八九十百"


class Taken(StrEnum):
    """Whether a clause was taken in."""

    YES = "yes"
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

    @property
    def last(self) -> tuple[ClauseRow, ...]:
        """The clauses that are counted: those with no other under them."""
        numbers = [row.clause.number for row in self.rows]
        return tuple(
            row
            for row in self.rows
            if row.clause.number not in NOTHING_IN_IT
            and not any(lies_in(other, row.clause.number) for other in numbers)
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
    things = (*(t for t in inventory.things if t.kind != "output"), *_others(plan))
    cited = _cited(things)
    names = {source.key: source.name for source in plan.scheme.sources}
    return Coverage(
        sources=tuple(
            SourceCoverage(key=key, name=names.get(key, key), rows=tuple(_rows(outline, cited.get(key, {}))))
            for key, outline in outlines.items()
        ),
        ungrounded=tuple(
            t for t in things if t.kind in GROUNDED and not t.element.clause and not t.element.ours
        ),
        own=tuple(t for t in things if t.element.ours),
        findings=tuple(_unknown(inventory, things, outlines, names)),
    )


def _others(plan: Plan) -> Iterator[Thing]:
    """What cites clauses and can be pointed at by nothing: sources, schedules, mandates."""
    scheme = plan.scheme
    for kind, elements in (
        ("source", scheme.sources),
        ("schedule", scheme.schedules),
        ("mandate", scheme.mandates),
    ):
        for element in elements:
            yield Thing(kind, element, (called(element),), ("", element.at))


def _cited(things: Iterable[Thing]) -> Mapping[str, Mapping[str, tuple[Thing, ...]]]:
    """The things by source and clause number."""
    found: dict[str, dict[str, tuple[Thing, ...]]] = {}
    for thing in things:
        for clause in thing.element.clause:
            by_number = found.setdefault(clause.source or "", {})
            number = same_width(clause.number)
            by_number[number] = (*by_number.get(number, ()), thing)
    return found


def _rows(outline: Outline, cited: Mapping[str, tuple[Thing, ...]]) -> Iterator[ClauseRow]:
    numbers = [clause.number for clause in outline.clauses]
    homes: dict[str, tuple[Thing, ...]] = {}
    for number, things in cited.items():
        home = _home(number, numbers)
        homes[home] = (*homes.get(home, ()), *things)
    for clause in outline.clauses:
        by = tuple({t.element.at: t for t in homes.get(clause.number, ())}.values())
        below = any(lies_in(number, clause.number) for number in homes)
        yield ClauseRow(clause, Taken.YES if by else Taken.THROUGH if below else Taken.NO, by)


def _home(number: str, numbers: list[str]) -> str:
    """The clause of the outline a number means: itself, or the last one above it that the outline does not part."""
    if number in numbers:
        return number
    above = max((n for n in numbers if lies_in(number, n)), key=len, default="")
    parted = any(lies_in(n, above) for n in numbers) if above else True
    return "" if parted else above


def lies_in(number: str, other: str) -> bool:
    """Whether a clause stands under another: 三10 does not stand under 三1, nor 十一 under 十."""
    if not number.startswith(other) or number == other:
        return False
    last, following = other[-1:], number[len(other)]
    counts_on = (last.isdecimal() and following.isdecimal()) or (last in _NUMERALS and following in _NUMERALS)
    return not counts_on


def _unknown(
    inventory: Inventory, things: Iterable[Thing], outlines: Mapping[str, Outline], names: Mapping[str, str]
) -> Iterator[Finding]:
    """Clause numbers the outline of their source does not have, each once."""
    told: set[tuple[str, str]] = set()
    for thing in things:
        for clause in thing.element.clause:
            outline = outlines.get(clause.source or "")
            asked = (clause.source or "", clause.number)
            if outline is None or asked in told:
                continue
            numbers = [one.number for one in outline.clauses]
            if not _home(same_width(clause.number), numbers):
                told.add(asked)
                place = inventory.place(_clause_at(thing.element))
                near = nearest(clause.number, numbers)
                yield finding(
                    "SRC204", place, source=names.get(asked[0], asked[0]), clause=clause.number, nearest=near
                )


def _clause_at(element: Element) -> tuple[str | int, ...]:
    """Where the clause of an element is said, its own or the one handed on to it."""
    origin: Mapping[str, tuple[str | int, ...]] = getattr(element, "origin", {})
    return origin.get("clause", (*element.at, "clause"))
