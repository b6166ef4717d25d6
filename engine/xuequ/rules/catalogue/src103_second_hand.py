"""A scheme that rests on a report or an excerpt, not on the document itself."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.rules.rule_context import RuleContext

CODE = "SRC103"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a source, however many policies bring it."""
    seen: set[str] = set()
    for source in facts.own_sources:
        if source.standing in ("report", "excerpt") and source.name not in seen:
            seen.add(source.name)
            how = Word(f"standing_{source.standing}")
            yield finding(CODE, facts.field(source, "standing"), name=source.name, how=how)
