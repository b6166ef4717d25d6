"""Where each value of a composed tree came from."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

from xuequ.findings.finding import DocPath, Place
from xuequ.findings.record import record


class Step(StrEnum):
    """What put a value into the composed tree."""

    OWN = "own"
    ADOPTED = "adopted"
    EXTENDED = "extended"
    PARAMETER = "parameter"
    OVERRIDE = "override"


@record
class Origin:
    """A file, a path in it, and the step that brought it; `by` is the adoption or override that asked for it."""

    file: str
    path: DocPath
    step: Step
    by: Place | None = None


@record
class Origins:
    """Origins of subtrees: the longest prefix of a composed path decides, the rest of the path is kept."""

    prefixes: Mapping[DocPath, Origin]

    def of(self, at: DocPath) -> Origin:
        """The origin of the value at composed path `at`."""
        for length in range(len(at), -1, -1):
            found = self.prefixes.get(at[:length])
            if found is not None:
                return Origin(file=found.file, path=found.path + at[length:], step=found.step, by=found.by)
        raise KeyError(at)

    def place(self, at: DocPath, on: Literal["key", "value"] = "value") -> Place:
        """The place in a drafter's file that composed path `at` stands for."""
        origin = self.of(at)
        return Place(file=origin.file, path=origin.path, on=on)

    def composed(self, place: Place) -> DocPath | None:
        """The first composed path that a place in a drafter's file came to; None where it came to none."""
        found: tuple[int, DocPath] | None = None
        for prefix, origin in self.prefixes.items():
            length = len(origin.path)
            if (
                origin.file == place.file
                and origin.path == place.path[:length]
                and (not found or length > found[0])
            ):
                found = (length, prefix)
        return None if found is None else found[1] + place.path[found[0] :]


def graft(
    into: dict[DocPath, Origin],
    at: DocPath,
    source: Origins,
    source_at: DocPath,
    step: Step,
    by: Place | None,
) -> None:
    """Record that the subtree at `at` is the one that stands at `source_at` in another tree."""
    first = source.of(source_at)
    moved = Origin(file=first.file, path=first.path, step=first.step if first.by else step, by=first.by or by)
    into[at] = moved
    length = len(source_at)
    for prefix, origin in source.prefixes.items():
        if len(prefix) > length and prefix[:length] == source_at:
            into[at + prefix[length:]] = origin
