"""Elements that no clause of a source supports."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import Finding
from xuequ.model.elements import Element
from xuequ.rules.rule_context import RuleContext

CODE = "SRC101"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a file, where the scheme gives clauses at all; what is `ours` needs none."""
    scheme = facts.scheme
    sections: tuple[tuple[Element, ...], ...] = (
        scheme.organs,
        scheme.posts,
        scheme.groups,
        scheme.clusters,
        scheme.goals,
        scheme.principles,
        scheme.constraints,
        facts.duties,
        facts.appraisals,
    )
    elements = [element for section in sections for element in section]
    if not any(element.clause for element in elements):
        return
    files: dict[str, list[Element]] = {}
    for element in elements:
        said = element.clause or element.ours or "clause" in element.unspecified
        if not said and not facts.is_shipped(element.at):
            files.setdefault(facts.key(element).file, []).append(element)
    for some in files.values():
        sharers = facts.sharers(some, "clause")
        yield shared(CODE, sharers[0].at, sharers)
