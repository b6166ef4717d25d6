"""A slice of `make fuzz`: whatever is done to a file, every command ends in findings or in what was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.corpus import seeds
from fuzz.operators import OPERATORS, ROW_OPERATORS
from fuzz.shrinking import shrunk
from fuzz.trying import Case, case, fault_of

#: The first cases of the whole run, in as many tests as make it worth sharing them out.
CASES = 160
TESTS = 16


def test_there_are_seeds_of_every_sort() -> None:
    assert sum(not seed.is_policy for seed in seeds()) >= 150
    assert sum(seed.is_policy for seed in seeds()) >= 15
    assert sum(bool(seed.roster) for seed in seeds()) >= 15
    assert len(OPERATORS) >= 20
    assert len(ROW_OPERATORS) >= 8


def test_a_number_is_always_the_same_case() -> None:
    assert case(7) == case(7)
    assert case(7) != case(8)


@pytest.mark.parametrize("part", range(TESTS))
def test_no_command_fails_on_a_changed_file(part: int, tmp_path: Path) -> None:
    for number in range(part, CASES, TESTS):
        fault = fault_of(case(number), tmp_path / "work")
        assert fault is None, f"python -m fuzz --one {number}\n{fault.command}: {fault.where}\n{fault.trace}"


def test_a_case_that_fails_is_made_as_small_as_it_can_be() -> None:
    whole = Case(0, tree={"name": "某", "organs": {"a": {"under": "b"}, "b": None}}, base={"name": "某"})
    small = shrunk(whole, lambda each: "under" in str(each.tree))
    assert small.tree == {"organs": {"a": {"under": "b"}}}
