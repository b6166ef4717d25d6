"""Which lines a comment can speak of a finding from: those it stands at, and those that brought what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from xuequ.findings.finding import Place
from xuequ.findings.shown import Shown
from xuequ.rules.suppression import Line
from xuequ.source.locate import locate
from xuequ.workspace.checking import Checked

if TYPE_CHECKING:
    from xuequ.compose.origins import Origin, Origins
    from xuequ.source.locate import Source


class Lines:
    """The lines of places in the files of a check."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources

    def of(self, place: Place) -> Line:
        """The line a place stands in; of a file that was not read, none."""
        source = self._sources.get(place.file)
        span = place.span if source is None else locate(source, place)
        return Line(place.file, span.start.line if span else 0)

    def adopted(self, one: Shown, checked: Checked | None) -> Iterator[Line]:
        """The lines of the scheme, and of policies between, that adopt or extend what a finding is about."""
        if checked is None or checked.plan is None or one.finding.primary.file == checked.file:
            return
        for place in dict.fromkeys(_brought(checked.plan.composed.origins, one.finding.primary)):
            yield self.of(place)
            outer = place.path[:-1]
            if outer[-1:] == ("adopts",):
                yield self.of(Place(file=place.file, path=outer, on="key"))


def _brought(origins: Origins, place: Place) -> Iterator[Place]:
    """What asked for the file of a place: for that very part of it, where parts of it were asked for."""
    waiting, seen = [place], {place.file}
    while waiting:
        here = waiting.pop()
        those = [each for each in origins.prefixes.values() if each.file == here.file and each.by is not None]
        exact = [each for each in those if _holds(each, here)]
        for by in dict.fromkeys(each.by for each in exact or those if each.by):
            yield by
            if by.file not in seen:
                seen.add(by.file)
                waiting.append(by)


def _holds(origin: Origin, place: Place) -> bool:
    return bool(origin.path) and origin.path == place.path[: len(origin.path)]
