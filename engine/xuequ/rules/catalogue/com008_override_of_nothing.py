"""An override that says what was said already."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.compose import Step
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.rules.rule_context import RuleContext
from xuequ.source.document import value_at

CODE = "COM008"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a value."""
    composed = facts.plan.composed
    for at, origin in composed.origins.prefixes.items():
        before = origin.by
        if origin.step is not Step.OVERRIDE or before is None or before.file not in composed.documents:
            continue
        old = value_at(composed.documents[before.file].value, before.path)
        new = value_at(composed.tree, at)
        if old is not None and old == new:
            related = Related(place=before, label="other")
            yield finding(CODE, facts.place(at), related, name=str(at[-1]))
