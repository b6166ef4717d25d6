"""What a kind of fault is, and how it is planted into each example."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from types import MappingProxyType

from mutation.planting import CannotOccurError, Sheet
from mutation.running import Example, Spot, compared

#: The sign of a planted name.
PLANTED = "植入"
Planter = Callable[[Example], Iterable[Sheet]]
NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Kind:
    """One kind of fault: the code that must report it, how to plant it, and what else truly follows from it.

    `beside` are the codes of other new findings and why they are true. `joined`: a finding that gathers a whole
    document or measure may take the fault in as one of its further places.
    """

    code: str
    what: str
    plant: Planter
    beside: Mapping[str, str] = field(default_factory=lambda: NONE)
    rows: bool = False
    joined: bool = False
    most: int = 1


@dataclass(frozen=True)
class Planted:
    """One fault in one example."""

    kind: Kind
    example: Example
    sheet: Sheet


@dataclass(frozen=True)
class Outcome:
    """What became of a fault: where its code was reported, and everything else that is new.

    `gathered` is the line of a finding that was there before, gathers such holes, and now names this one, too.
    """

    planted: Planted
    line: int | None
    others: tuple[Spot, ...]
    gathered: int | None = None

    @property
    def unexplained(self) -> tuple[Spot, ...]:
        """New findings that nobody said follow from the fault."""
        return tuple(s for s in self.others if s.code not in self.planted.kind.beside)

    @property
    def is_right(self) -> bool:
        """Whether the right rule reports it at the right line, with nothing new that is unexplained."""
        found = self.line == self.planted.sheet.line or self.gathered is not None
        return found and not self.unexplained


def planted(kinds: Iterable[Kind], example: Example) -> Iterator[Planted]:
    """The faults of an example, kind by kind; as many of a kind as it allows and the example has places for."""
    for kind in kinds:
        for sheet in islice(_occurring(kind, example), kind.most):
            yield Planted(kind, example, sheet)


def _occurring(kind: Kind, example: Example) -> Iterator[Sheet]:
    sheets = iter(kind.plant(example))
    while True:
        try:
            sheet = next(sheets)
        except (StopIteration, CannotOccurError):
            return
        if sheet.line:
            yield sheet


def outcome(fault: Planted) -> Outcome:
    """Check the example with the fault in it."""
    kind, at = fault.kind, fault.sheet
    found, old = compared(fault.example.name, at, kind.rows)
    mine = [s for s in found if s.code == kind.code and (kind.joined or not s.related)]
    here = [s for s in mine if s.file == at.file and s.line == at.line]
    hit = next(iter([*here, *mine]), None)
    told = (hit.code, hit.told) if hit else None
    others = tuple(s for s in found if not s.related and (s.code, s.told) != told)
    names = (s.line for s in old if kind.joined and s.code == kind.code and PLANTED in s.told)
    return Outcome(fault, hit.line if hit else None, others, None if here else next(names, None))


def tried(changes: Iterable[Callable[[], Sheet]]) -> Iterator[Sheet]:
    """Those of several changes that the text has a place for."""
    for change in changes:
        try:
            yield change()
        except CannotOccurError:
            continue
