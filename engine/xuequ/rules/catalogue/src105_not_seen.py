"""A document that the scheme relies on and nobody has seen."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.rule_context import RuleContext

CODE = "SRC105"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a source whose `text` is unspecified."""
    seen: set[str] = set()
    for source in facts.own_sources:
        if "text" in source.unspecified and source.name not in seen:
            seen.add(source.name)
            yield finding(CODE, facts.field(source, "text"), name=source.name)
