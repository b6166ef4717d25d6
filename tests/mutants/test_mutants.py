"""The changes that are made to modules, and how they are put in a function's place."""

from __future__ import annotations

import ast

import pytest

from mutants.operators import Mutant, mutants
from mutants.page import Outcome, told
from mutants.trying import ENGINE, Fate, exchange

SOURCE = """
LIMIT = 3

class Row:
    kind: str = "a"

    def fits(self, values: list[int], strict: bool = False) -> bool:
        \"\"\"Whether it fits.\"\"\"
        if strict and values:
            return all(value < LIMIT for value in values if value)
        return sum(values, start=1) > 0
"""


def changes() -> dict[str, Mutant]:
    return {mutant.name: mutant for mutant in mutants(SOURCE, "room/row.py")}


@pytest.mark.parametrize(
    "change",
    [
        "module: 3 → 4",
        "module: 'a' → 'ax'",
        "module: False → True",
        "Row.fits: strict and values → strict or values",
        "Row.fits: value < LIMIT → value <= LIMIT",
        "Row.fits: sum(values, start=1) → sum(values)",
        "Row.fits: sum(values, start=1) > 0 → sum(values, start=1) >= 0",
    ],
)
def test_every_sort_of_slip_is_made(change: str) -> None:
    mutant = changes()[f"room/row.py {change}"]
    assert ast.unparse(mutant.tree) != ast.unparse(ast.parse(SOURCE))


def test_annotations_and_docstrings_are_left_alone() -> None:
    said = [mutant.before for mutant in changes().values()]
    assert not any("list[int]" in before or before == "Whether it fits." for before in said)


def test_a_function_gets_the_code_of_its_mutant() -> None:
    source = (ENGINE / "calendar" / "span.py").read_text("utf-8")
    from xuequ.calendar.span import month_span

    before = month_span.__code__
    mutant = next(each for each in mutants(source, "calendar/span.py") if each.function == "month_span")
    try:
        exchange(mutant)
        assert month_span.__code__ is not before
    finally:
        month_span.__code__ = before


def test_a_room_is_told_with_the_share_of_what_was_killed() -> None:
    each = list(changes().values())[:5]
    fates = (Fate.KILLED, Fate.KILLED, Fate.KILLED, Fate.SURVIVED, Fate.EQUIVALENT)
    outcome = Outcome("room", 9, tuple(zip(each, fates, strict=True)))
    assert outcome.share == 75
    assert not outcome.is_enough
    assert told(outcome).endswith("1 survive; **75.0 %** of those that change something are killed.")
