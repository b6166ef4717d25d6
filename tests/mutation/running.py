"""An example before and after a fault was planted: which findings are new, and where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import localities
from mutation.planting import Sheet
from xuequ.findings.failure import Failure
from xuequ.findings.finding import DocPath, Finding, Place
from xuequ.rules import run
from xuequ.source.locate import locate
from xuequ.workspace.loading import Read, Shelf, read_bytes
from xuequ.workspace.opening import open_file
from xuequ.workspace.planned_year import planned_year
from xuequ.workspace.planning import plan_opened, read_roster_bytes


@cache
def kept(file: str) -> Read:
    """A file of the repository, read once."""
    return read_bytes(file, (localities.ROOT / file).read_bytes())


class Changed(Shelf):
    """The repository's files, one of them changed."""

    def __init__(self, sheet: Sheet | None) -> None:
        super().__init__()
        changed = (sheet, *sheet.also) if sheet is not None else ()
        self._own = {each.file: read_bytes(each.file, each.bytes) for each in changed}

    def read(self, file: str) -> Read:
        return self._own.get(file) or kept(Path(file).as_posix())


@dataclass(frozen=True)
class Spot:
    """A code with a place; that of a related place says so. Paths do not move when lines do."""

    code: str
    file: str
    path: DocPath
    on: str
    line: int
    related: bool = False
    told: str = ""
    """What the finding says, apart from where."""

    @property
    def key(self) -> tuple[object, ...]:
        """What tells two findings apart when lines have moved; what has no path is told by its line."""
        return (self.code, self.file, self.path, self.on, self.related, 0 if self.path else self.line)


@dataclass(frozen=True)
class Example:
    """One of the five, as it stands in the repository."""

    name: str
    scheme: Sheet
    policies: tuple[Sheet, ...]
    roster: Sheet

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The scheme, then the policies it adopts."""
        return (self.scheme, *self.policies)


@cache
def example(name: str) -> Example:
    files = [f for f in localities.composed(name).documents if f.startswith("policies/")]
    sheets = [sheet(f) for f in (f"examples/{name}.yaml", *sorted(files))]
    return Example(name, sheets[0], tuple(sheets[1:]), sheet(f"examples/rosters/{name}.csv"))


def sheet(file: str) -> Sheet:
    return Sheet(file, (localities.ROOT / file).read_bytes().decode("utf-8-sig"))


@cache
def before(name: str, rows: bool) -> Counter[tuple[object, ...]]:
    """The findings of an example with nothing planted, with or without its roster."""
    return Counter(spot.key for spot in spots(name, None, rows))


class Compared(NamedTuple):
    """What is found in an example with something changed: `new`, or `old` in the places it had before."""

    new: list[Spot]
    old: list[Spot]


def compared(name: str, changed: Sheet, rows: bool) -> Compared:
    """The findings of an example with one fault in it; the first of equals is the old one."""
    had, found = Counter(before(name, rows)), Compared([], [])
    for spot in spots(name, changed, rows):
        (found.old if had[spot.key] else found.new).append(spot)
        had[spot.key] -= 1
    return found


def spots(name: str, changed: Sheet | None, rows: bool) -> Iterator[Spot]:
    """Every finding of an example with its line, and after it its related places."""
    own = example(name)
    shelf = Changed(changed)
    altered = (changed, *changed.also) if changed is not None else ()
    of_roster = next((each for each in altered if each.file == own.roster.file), own.roster)
    try:
        opened = open_file(shelf, own.scheme.file)
        planned = plan_opened(opened, read_roster_bytes(of_roster.bytes, of_roster.file) if rows else None)
    except Failure as failure:
        yield from _located(failure.findings, {})
        return
    found = planned.findings
    if planned.plan is not None:
        found = (*found, *planned_year(planned.plan).findings, *run(planned.plan))
    yield from _located(found, planned.sources)


def _located(found: Iterable[Finding], sources: Mapping[str, object]) -> Iterator[Spot]:
    """What shares a finding is told at its own place each, wherever they are told together."""
    for each in found:
        told = str(dict(each.args))
        sharers = dict.fromkeys(one.at for one in each.members) or (each.primary,)
        yield from (_spot(each.code, place, sources, told=told) for place in sharers)
        for other in each.related:
            if other.place not in sharers:
                yield _spot(each.code, other.place, sources, related=True)


def _spot(
    code: str, place: Place, sources: Mapping[str, object], related: bool = False, told: str = ""
) -> Spot:
    source = sources.get(place.file)
    at = locate(source, place) if source is not None else place.span  # type: ignore[arg-type]
    line = at.start.line if at is not None else 1
    return Spot(code, place.file, place.path, place.on, line, related, told)
