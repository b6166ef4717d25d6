"""A declared number of clusters that is not the number listed.

What it finds: a cluster type whose `count` says one number while `units`, or the roster, show another. A list
that is `open` may be shorter. Why it matters: either the number or the list is out of date, and a school is in
neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import ClusterType
from xuequ.rules.rule_context import RuleContext

CODE = "ROS101"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a cluster type."""
    for cluster in facts.scheme.clusters:
        said = cluster.count
        if said is None or said.low is None or said.low != said.high:
            continue
        shown = [u for u in facts.plan.units.values() if u.type == cluster.key and not u.typical]
        listed = len(shown) or len(cluster.units)
        if listed and listed != said.low and not (cluster.open and listed < said.low):
            place = facts.place((*cluster.at, "count"))
            yield finding(
                CODE, place, name=cluster.name, count=said.text, listed=listed, names=_names(cluster)
            )


def _names(cluster: ClusterType) -> list[str]:
    return [unit.name for unit in cluster.units]
