"""Measures of which there is nothing but the name."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding, shared
from xuequ.findings.finding import Finding
from xuequ.model.elements import Measure, Path
from xuequ.rules.rule_context import RuleContext

CODE = "GOA103"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for the empty measures of one programme; a programme of nothing else is told as a whole."""
    empty: dict[Path, list[Measure]] = {}
    for measure in facts.measures.values():
        if _empty(measure):
            empty.setdefault(measure.path[:-1], []).append(measure)
    for path, measures in empty.items():
        programme = facts.measures.get(path)
        if programme is None or len(measures) == 1:
            for measure in measures:
                yield finding(CODE, facts.key(measure), names=[measure.name], programme="", count=1, of="")
            continue
        place, of = facts.key(programme), len(programme.measures)
        sharers = facts.sharers(measures, "duty")
        yield shared(CODE, place, sharers, programme=programme.name, of=of)


def _empty(measure: Measure) -> bool:
    inside = (measure.measures, measure.duties, measure.appraisals, measure.items)
    return not any(inside) and not measure.adopted
