"""Goals that no measure, duty or appraisal says it serves."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.resolution.plan import EdgeKind
from xuequ.rules.rule_context import RuleContext

CODE = "GOA102"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for all such goals, and one for each goal of which only some items are served.

    A scheme in which nothing says what it serves does not tie work to goals at all.
    """
    served = {edge.target for edge in facts.plan.edges if edge.kind is EdgeKind.SERVES}
    if not served:
        return
    goals = facts.scheme.goals
    left = [
        goal for goal in goals if not ({_node(goal.path), *map(_node, _items(goal.path, facts))} & served)
    ]
    if left:
        sharers = facts.sharers(left, "duty")
        yield shared(CODE, sharers[0].at, sharers, kind=Word("goal"), of=len(goals))
    for goal in goals:
        paths = {item.path: item for item in goal.items}
        missing = [item for path, item in paths.items() if _node(path) not in served]
        if missing and goal not in left and _node(goal.path) not in served:
            yield shared(
                CODE,
                facts.place((*goal.at, "items"), "key"),
                facts.sharers(missing, "duty"),
                kind=Word("goal_item"),
                of=len(goal.items),
            )


def _node(path: tuple[str, ...]) -> str:
    return "goal:" + "/".join(path)


def _items(path: tuple[str, ...], facts: RuleContext) -> list[tuple[str, ...]]:
    return [item.path for goal in facts.scheme.goals if goal.path == path for item in goal.items]
