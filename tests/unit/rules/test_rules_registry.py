"""Which rules run."""

from __future__ import annotations

import pytest

import localities
from xuequ.rules import run
from xuequ.rules.registry import OF_ROSTERS, rules


def test_rules_of_rosters_are_left_out_where_there_is_none() -> None:
    left = {rule.code for rule in rules()} - {rule.code for rule in rules(rostered=False)}
    assert left == {name.upper() for name in OF_ROSTERS}


@pytest.mark.parametrize("name", localities.NAMES)
def test_a_rule_that_is_left_out_would_have_found_nothing(name: str) -> None:
    left = tuple(rule for rule in rules() if rule.code.lower() in OF_ROSTERS)
    assert run(localities.role_plan(name), left) == ()
