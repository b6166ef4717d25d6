"""One output that two parties owe."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Duty, Ref
from xuequ.rules.rule_context import RuleContext

CODE = "RES219"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each output and party after the first."""
    first: dict[str, tuple[Duty, Ref]] = {}
    for duty in facts.duties:
        for output in duty.output:
            if output.text not in first:
                first[output.text] = (duty, output)
                continue
            other, where = first[output.text]
            mine, theirs = (facts.written(d, d.carriers) for d in (duty, other))
            if mine and theirs and mine != theirs:
                related = Related(place=facts.place(where.at), label="other")
                place = facts.place(output.at)
                yield finding(CODE, place, related, name=output.text, first=theirs, second=mine)
