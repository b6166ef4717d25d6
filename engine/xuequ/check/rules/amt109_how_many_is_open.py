"""Posts, clusters and members of which the text says 若干 or nothing."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.check.facts import Facts
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Element

CODE = "AMT109"


def check(facts: Facts) -> Iterator[Finding]:
    """One finding that lists what may be any number; clusters the roster or the scheme lists are counted."""
    listed = {
        cluster.path for cluster in facts.scheme.clusters if cluster.units or _counted(facts, cluster.key)
    }
    holes = [
        e for path, e in facts.declared.items() if _vague(e) and path not in listed and path[:1] not in listed
    ]
    if holes:
        first, *others = dict.fromkeys(facts.place((*e.at, "count")) for e in holes)
        related = (Related(place=place, label="open_too") for place in others)
        yield finding(CODE, first, *related, names=[element.name for element in holes], count=len(holes))


def _vague(element: Element) -> bool:
    return "count" in element.unspecified or (element.count is not None and element.count.several)


def _counted(facts: Facts, cluster: str) -> bool:
    return any(unit.type == cluster and not unit.typical for unit in facts.plan.units.values())
