"""A cluster whose schools are not named, or of which nothing says how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.compose.names import LEVELS, built_in
from xuequ.findings.catalogue import finding, shared
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding
from xuequ.model.elements import ClusterType, ClusterUnit
from xuequ.rules.rule_context import RuleContext

CODE = "ROS112"
#: Work by which clusters are drawn, and whose result says which there are.
DRAWING = re.compile("划分|划定|组建|设置|设立|布局|公布|确定|名单|论证")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a cluster type with the units it lists and the roles they leave empty, where no roster tells.

    One for all the types of which nothing is said, where the list or the roster tells of others.
    """
    types = [cluster for cluster in facts.scheme.clusters if cluster.mirrors is None]
    for cluster in types if facts.plan.roster is None else ():
        empty = [unit for unit in cluster.units if _is_empty(cluster, unit)]
        if empty:
            roles = [m.name for m in cluster.members if any(m.name in _roles(cluster, u) for u in empty)]
            sharers = facts.sharers(empty, "unit")
            yield shared(CODE, sharers[0].at, sharers, what=_which(roles))
        elif not cluster.units and facts.scheme.locality.level in (cluster.key, cluster.name):
            roles = [m.name for m in cluster.members]
            yield finding(CODE, facts.key(cluster), names=[cluster.name], what=_which(roles))
    shown = {unit.type for unit in facts.plan.units.values() if not unit.typical}
    known = [cluster for cluster in types if cluster.units or cluster.count or cluster.key in shown]
    unknown = [cluster for cluster in types if cluster not in known and _is_unknown(facts, cluster)]
    if known and unknown:
        what = Said("有几个、各有哪些学校没有写明", "nothing says how many there are, nor of which schools")
        yield shared(CODE, facts.key(unknown[0]), facts.sharers(unknown, "type"), what=what)


def _is_empty(cluster: ClusterType, unit: ClusterUnit) -> bool:
    """Whether it leaves roles empty or, where there are none, says nothing at all of what belongs to it."""
    return bool(_roles(cluster, unit)) or not (cluster.members or unit.schools or unit.states or unit.note)


def _roles(cluster: ClusterType, unit: ClusterUnit) -> list[str]:
    return [m.name for m in cluster.members if not unit.schools.get(m.key)]


def _which(roles: list[str]) -> Said:
    if not roles:
        return Said("有哪些学校没有写明", "nothing says which schools belong to it")
    chinese = "、".join(f"`{role}`" for role in roles)
    english = ", ".join(f"`{role}`" for role in roles)
    return Said(f"的{chinese}是哪些学校没有写明", f"nothing says which schools are {english}")


def _is_unknown(facts: RuleContext, cluster: ClusterType) -> bool:
    """Whether work is asked of it here, and nothing says who is to draw it or how large it is to be."""
    levels = {built_in(ref.text) for ref in cluster.each} & set(LEVELS)
    below = bool(levels) and facts.scheme.locality.level not in levels
    drawn = any(
        ref.text.split("/")[-1] in cluster.labels
        for duty in facts.duties
        for ref in (*duty.sets_up, *(duty.for_ if DRAWING.search(duty.name) else ()))
    )
    if below or drawn or cluster.size or "count" in cluster.unspecified:
        return False
    return any(facts.plan.units[task.unit].type == cluster.key for task in facts.plan.tasks if task.unit)
