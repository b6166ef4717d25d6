"""A case that fails made as small as it can be and still fail in the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

from fuzz.operators import Spot, spots
from fuzz.trying import Case

#: How often a case is tried anew while it is made smaller.
MOST_TRIES = 400


def shrunk(case: Case, fails: Callable[[Case], bool]) -> Case:
    """The smallest case that was found; `fails` says whether one fails as the first did."""
    left = [MOST_TRIES]

    def still(smaller: Case) -> bool:
        left[0] -= 1
        return left[0] >= 0 and fails(smaller)

    changed = True
    while changed and left[0] > 0:
        changed = False
        for smaller in _smaller(case):
            if still(smaller):
                case, changed = smaller, True
                break
    return case


def _smaller(case: Case) -> Iterator[Case]:
    """Cases with one thing less, the largest things first."""
    if case.policy is not None:
        yield replace(case, policy=None)
    if case.roster:
        yield replace(case, roster=[])
        for at in range(len(case.roster)):
            yield replace(case, roster=case.roster[:at] + case.roster[at + 1 :])
    if case.flow is not False:
        yield replace(case, flow=False)
    if case.dressing:
        yield replace(case, dressing=0)
    if case.base != case.tree:
        yield replace(case, base=deepcopy(case.tree))
    for tree in _smaller_trees(case.tree):
        yield replace(case, tree=tree, base=deepcopy(tree) if case.base == case.tree else case.base)
    for base in _smaller_trees(case.base) if case.base != case.tree else ():
        yield replace(case, base=base)
    for policy in _smaller_trees(case.policy or {}):
        yield replace(case, policy=policy)


def _smaller_trees(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    sizes = [(len(str(each.value)), at) for at, each in enumerate(spots(tree))]
    for _, at in sorted(sizes, reverse=True):
        whole = deepcopy(tree)
        spot = _at(whole, at)
        del spot.holder[spot.at]
        yield whole


def _at(tree: dict[str, Any], number: int) -> Spot:
    return next(each for at, each in enumerate(spots(tree)) if at == number)
