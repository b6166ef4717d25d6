"""Holes that have something in common, gathered to the place where one edit mends them all.

Sixty duties without a time are not sixty findings: a hole that most of a document shares is one finding for the
document, one that a whole measure shares is one for the measure, and only what is left stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from xuequ.findings.finding import DocPath, Place, Sharer
from xuequ.model.elements import Path, Work
from xuequ.rules.rule_context import RuleContext

#: Fewer holes than this are told one by one, or by measure, however small the document is.
FEW = 5


class Gathered(NamedTuple):
    """Works that share a hole: where that is told, each with its own place, and whether most of the document does."""

    place: Place
    works: tuple[Work, ...]
    sharers: tuple[Sharer, ...]
    document: bool = False


def gathered(
    facts: RuleContext, field: str, holes: Sequence[Work], asked: Sequence[Work]
) -> Iterator[Gathered]:
    """The holes in `field` of works out of all those it is asked of, in the order of the scheme."""
    if len(holes) >= FEW and len(holes) * 2 > len(asked):
        top = facts.place(("measures",), "key") if facts.scheme.measures else facts.key(holes[0])
        yield Gathered(top, tuple(holes), facts.sharers(holes, "duty", field), document=True)
        return
    for at, works in by_place(facts, field, holes, asked).items():
        place = facts.place(at, "value" if at[-1] == field else "key")
        yield Gathered(place, tuple(works), facts.sharers(works, "duty", field))


def together(facts: RuleContext, field: str, holes: Sequence[Work]) -> Iterator[Gathered]:
    """All the holes as one finding at the first, the others beside it; nothing if there are none."""
    if holes:
        yield Gathered(facts.field(holes[0], field), tuple(holes), facts.sharers(holes, "duty", field))


def by_place(
    facts: RuleContext, field: str, holes: Sequence[Work], asked: Sequence[Work]
) -> dict[DocPath, list[Work]]:
    """The holes by the value they inherit, by the measure that holds all of a branch without it, or alone."""
    branches = _branches(holes, asked)
    found: dict[DocPath, list[Work]] = {}
    for work in holes:
        outer = next((path for path in _measures_of(work) if path in branches), None)
        measure = facts.measures.get(branches[outer]) if outer is not None else None
        at = measure.at if measure is not None else _own(work, field)
        found.setdefault(at, []).append(work)
    return found


def _own(work: Work, field: str) -> DocPath:
    if field in work.origin:
        return work.origin[field]
    return (*work.at, field) if field in work.unspecified else work.at


def _branches(holes: Sequence[Work], asked: Sequence[Work]) -> dict[Path, Path]:
    """The measures all of whose works have the hole, two at least, each with the innermost that holds them."""
    open_ = {work.path for work in holes}
    sound = {path for work in asked if work.path not in open_ for path in _measures_of(work)}
    inside: dict[Path, list[Path]] = {}
    for work in holes:
        for path in _measures_of(work):
            if path not in sound:
                inside.setdefault(path, []).append(work.measure)
    return {path: _shared(paths) for path, paths in inside.items() if len(paths) > 1}


def _shared(paths: Sequence[Path]) -> Path:
    """What several paths begin with."""
    first, last = min(paths), max(paths)
    same = next(
        (n for n, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last))
    )
    return first[:same]


def _measures_of(work: Work) -> list[Path]:
    """The measures a work stands in, the outermost first."""
    return [work.measure[:number] for number in range(1, len(work.measure) + 1)]
