"""An override that says what was said already."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.compose import Step
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding, Related
from xuequ.rules.rule_context import RuleContext

CODE = "COM008"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a value."""
    composed = facts.plan.composed
    for at, origin in composed.origins.prefixes.items():
        before = origin.by
        if origin.step is not Step.OVERRIDE or before is None or before.file not in composed.documents:
            continue
        old = _value(composed.documents[before.file].value, before.path)
        new = _value(composed.tree, at)
        if old is not None and old == new:
            related = Related(place=before, label="other")
            yield finding(CODE, facts.place(at), related, name=str(at[-1]))


def _value(tree: object, path: DocPath) -> object:
    for step in path:
        if isinstance(tree, dict):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree
