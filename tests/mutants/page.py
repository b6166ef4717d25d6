"""The page that tells how a run went, and the list of mutants that change nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from mutants.operators import Mutant
from mutants.trying import ROOT, Fate

PAGE = ROOT / "docs" / "mutants.md"
#: So many of a hundred that change something have to be noticed.
ENOUGH = 90
_SECTION = re.compile(r"^## `(\w+)`\n(.*?)(?=^## |\Z)", re.M | re.S)
_HEAD = (
    "# Mutants",
    "",
    "What `make mutants` found. A mutant is a module with one small change: another comparison, condition, constant",
    "or result, a named argument, a filter or a statement less. It is killed when a unit test of its room fails;",
    "the tests of other rooms, of the command line and of whole documents are not asked. Of each room a sample is",
    "tried, drawn by a fixed seed; when the room changes it is another sample. Those that change nothing anybody could",
    "see are listed, with the reason, in `tests/mutants/equivalent.txt`; those that survive are listed here.",
    "",
)
_EQUIVALENT = Path(__file__).with_name("equivalent.txt")


class Outcome(NamedTuple):
    """What became of those mutants of a room that were tried, and how many there are."""

    room: str
    there_are: int
    fates: tuple[tuple[Mutant, Fate], ...]

    def number(self, *fates: Fate) -> int:
        """How many had one of these fates."""
        return sum(fate in fates for _, fate in self.fates)

    @property
    def share(self) -> float:
        """The part of those that change something which were noticed, in percent."""
        real = len(self.fates) - self.number(Fate.EQUIVALENT)
        return 100 * self.number(Fate.KILLED) / real if real else 100.0

    @property
    def is_enough(self) -> bool:
        """Whether enough were noticed."""
        return self.share >= ENOUGH


@cache
def equivalent() -> dict[str, str]:
    """Mutants that change nothing anybody could see, by name, with the reason."""
    found: dict[str, str] = {}
    reason = ""
    for line in _EQUIVALENT.read_text("utf-8").splitlines():
        if line.startswith("# "):
            reason = line.removeprefix("# ")
        elif line:
            found[line] = reason
    return found


def told(outcome: Outcome) -> str:
    """One room in a line."""
    return (
        f"{outcome.there_are} mutants, {len(outcome.fates)} tried: {outcome.number(Fate.KILLED)} killed, "
        f"{outcome.number(Fate.EQUIVALENT)} change nothing, "
        f"{outcome.number(Fate.SURVIVED, Fate.UNREACHED)} survive; "
        f"**{outcome.share:.1f} %** of those that change something are killed."
    )


def text(outcomes: list[Outcome], before: str, rooms: Sequence[str]) -> str:
    """The whole page; of rooms that were not tried now, what it said `before`."""
    kept: dict[str, str] = dict(_SECTION.findall(before))
    made = {outcome.room: _section(outcome) for outcome in outcomes}
    every = {**kept, **made}
    return "\n".join(_HEAD) + "\n" + "".join(f"## `{room}`\n{every[room]}" for room in rooms if room in every)


def _section(outcome: Outcome) -> str:
    left = [
        f"- `{mutant.file}` `{mutant.function or 'module'}`: `{mutant.before}` → `{mutant.after}`"
        for mutant, fate in outcome.fates
        if fate in (Fate.SURVIVED, Fate.UNREACHED)
    ]
    return "\n".join(["", told(outcome), "", *([*left, "", ""] if left else [""])])
