"""Text of the source that is unclear, damaged or can be read in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding
from xuequ.rules.rule_context import RuleContext

CODE = "SRC102"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each `unclear`, with what it says; a policy adopted twice is told once."""
    seen: set[tuple[str, DocPath]] = set()
    for at, name, why in _marked(facts.plan.composed.tree, ()):
        place = facts.place(at)
        if at[0] == "sources" and facts.is_shipped(at):
            continue
        if (place.file, place.path) not in seen:
            seen.add((place.file, place.path))
            yield finding(CODE, place, name=name, why=why)


def _marked(value: object, at: DocPath) -> Iterator[tuple[DocPath, str, str]]:
    if isinstance(value, dict):
        why = value.get("unclear")
        if isinstance(why, str) and why != "unspecified":
            yield (*at, "unclear"), str(value.get("name") or (at[-1] if at else "")), why
        for key, inner in value.items():
            if at or key not in ("override", "adopts", "roles", "parameters"):
                yield from _marked(inner, (*at, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _marked(inner, (*at, number))
