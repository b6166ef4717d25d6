"""Posts, clusters and members of which the text says 若干 or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.check.facts import Facts
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import ClusterType, Element, Member

CODE = "AMT109"


def check(facts: Facts) -> Iterator[Finding]:
    """One finding that lists what may be any number."""
    holes = [e for e in facts.declared.values() if _vague(e) and not _shown(facts, e)]
    if holes:
        first, *others = dict.fromkeys(facts.place((*e.at, "count")) for e in holes)
        related = (Related(place=place, label="open_too") for place in others)
        yield finding(CODE, first, *related, names=[element.name for element in holes], count=len(holes))


def _shown(facts: Facts, element: Element) -> bool:
    """Whether the number can be counted: of clusters that are listed, their schools, or the mirror of others."""
    if not isinstance(element, ClusterType | Member):
        return False
    cluster = next(c for c in facts.scheme.clusters if c.key in (element.key, element.path[0]))
    return bool(cluster.units) or cluster.mirrors is not None or _counted(facts, cluster.key)


def _vague(element: Element) -> bool:
    return "count" in element.unspecified or (element.count is not None and element.count.several)


def _counted(facts: Facts, cluster: str) -> bool:
    return any(unit.type == cluster and not unit.typical for unit in facts.plan.units.values())
