"""A source that cannot be looked up: its issuer, date or number is open."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.rules.rule_context import RuleContext

CODE = "SRC107"
FIELDS = ("issued_by", "date", "number")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a source, however many policies bring it; what nobody looked for is left alone.

    One whose text nobody has seen is SRC105's: with the text comes the rest.
    """
    seen: set[str] = set()
    for source in facts.own_sources:
        left = [field for field in FIELDS if field in source.unspecified]
        if left and source.name not in seen and "text" not in source.unspecified:
            place = facts.place((*source.at, left[0]))
            yield finding(CODE, place, name=source.name, missing=[Word(f"issue_{f}") for f in left])
        seen.add(source.name)
