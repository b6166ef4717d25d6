"""What an amount is a part of: the group it names, and the columns of a roster that may count its heads."""

from __future__ import annotations

from xuequ.compose.names import BUILT_IN_ZH, built_in
from xuequ.model.amount.amounts import Amount
from xuequ.model.elements import Group, Scheme


def base_name(amount: Amount) -> str:
    """What it is a part of, as written; of a part of a part, what that is of."""
    return base_name(amount.of) if isinstance(amount.of, Amount) else amount.of


def group_of(scheme: Scheme, amount: Amount) -> Group | None:
    """The declared group an amount is a part of."""
    tail = base_name(amount).split("/")[-1]
    return next((group for group in scheme.groups if tail in group.labels), None)


def columns(scheme: Scheme, amount: Amount) -> tuple[str, ...]:
    """The roster columns that may hold its head count: the one the group names, else those called like it."""
    group = group_of(scheme, amount)
    if group is not None:
        return (group.column,) if group.column else tuple(sorted(group.labels))
    name = base_name(amount)
    return tuple(dict.fromkeys((name, BUILT_IN_ZH.get(built_in(name), name))))
