"""A share that must be true at a body, which is no level."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.compose.names import BUILT_IN_ZH, LEVELS, built_in
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding
from xuequ.findings.nearest import nearest
from xuequ.findings.width import is_wide
from xuequ.model.amount.amounts import Amount
from xuequ.rules.amounts import stated
from xuequ.rules.rule_context import RuleContext

CODE = "AMT111"
#: Levels that are there without being declared.
_BUILT_IN = (*LEVELS, "school", "locality")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a level, where it stands."""
    clusters = frozenset(name for cluster in facts.scheme.clusters for name in cluster.labels)
    own = facts.scheme.locality.name
    for work, amount, at, _ in stated(facts):
        for level, path in _levels(amount):
            name = level.split("/")[-1]
            if built_in(name) in _BUILT_IN or name in clusters or name == own:
                continue
            if not facts.plan.declarations.named(level, ("organ", "post", "group", "member", "unit")):
                continue  # a name of nobody is told by itself
            place, offered = facts.place((*at, *path)), _offered(facts, name)
            near = nearest(name, offered)
            yield finding(
                CODE, place, name=work.name, level=level, nearest=near, known=() if near else offered
            )


def _levels(amount: Amount) -> Iterator[tuple[str, DocPath]]:
    """The levels an amount and what it is a part of name, each with the way to it."""
    if amount.hold:
        yield amount.hold, ("hold",)
    if isinstance(amount.of, Amount):
        yield from ((level, ("of", *path)) for level, path in _levels(amount.of))


def _offered(facts: RuleContext, name: str) -> tuple[str, ...]:
    """The levels there are, in the language of the one that is none."""
    wide = any(map(is_wide, name))
    levels = tuple(BUILT_IN_ZH[level] for level in _BUILT_IN) if wide else _BUILT_IN
    clusters = (cluster.name if wide else cluster.key for cluster in facts.scheme.clusters)
    return tuple(dict.fromkeys((*levels, *clusters)))
