"""What the scheme lists and what the roster shows do not agree."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Related
from xuequ.findings.nearest import nearest
from xuequ.model.elements import ClusterType
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

CODE = "ROS110"


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding for each listed unit or school that is not in it, and for units not listed."""
    if facts.plan.roster is None:
        return
    names = {school.name for school in facts.rows.values()}
    for cluster in (c for c in facts.scheme.clusters if c.units and c.mirrors is None):
        yield from _schools(facts, cluster, names)
        units = clusters.shown(facts, cluster)
        if units:
            yield from _units(facts, cluster)


def _schools(facts: RuleContext, cluster: ClusterType, names: set[str]) -> Iterator[Finding]:
    """Schools by name; a role of other clusters or of schools from outside names none of the roster."""
    elsewhere = {m.key for m in cluster.members if m.outside or _of_clusters(facts, m.of)}
    for unit in cluster.units:
        for role, schools in unit.schools.items():
            missing = [s for s in schools if s not in names and role not in elsewhere]
            if missing:
                near = _alike(missing, names).values()
                how = Word("school_not_in_roster")
                yield finding(CODE, facts.key(unit), names=missing, how=how, nearest=tuple(near))


def _of_clusters(facts: RuleContext, of: object) -> bool:
    refs = of if isinstance(of, tuple) else ()
    return any(clusters.called(facts, ref) is not None for ref in refs)


def _units(facts: RuleContext, cluster: ClusterType) -> Iterator[Finding]:
    shown = clusters.shown(facts, cluster)
    extra = [u for u in shown if clusters.listed(cluster, u) is None]
    alike = _alike(_not_in_roster(facts, cluster), [u.name for u in extra])
    for unit in cluster.units:
        there = next((u for u in shown if u.id == f"{cluster.key}:{unit.key}"), None)
        if (there is None or not there.schools) and not unit.schools:
            near, how = alike.get(unit.name, ""), Word("unit_not_in_roster")
            yield finding(CODE, facts.key(unit), names=[unit.name], how=how, nearest=near)
    said = cluster.count
    if extra and not cluster.open and not (said is not None and said.holds(len(shown))):
        place = clusters.place(facts, cluster, extra[0])
        related = Related(place=facts.place((*cluster.at, "units")), label="type")
        names = [u.name for u in extra]
        how = Word("unit_not_listed")
        yield finding(CODE, place, related, names=names, how=how, nearest=tuple(alike))


def _not_in_roster(facts: RuleContext, cluster: ClusterType) -> list[str]:
    """The listed units that no row of the roster names."""
    columns = cluster.labels
    said = {name for row in facts.rows.values() for c in columns for name in row.clusters.get(c, ())}
    return [unit.name for unit in cluster.units if not said & unit.labels]


def _alike(names: Collection[str], others: Collection[str]) -> dict[str, str]:
    """Names that stand on one side only, each with the one on the other side that is nearest to it and it alone."""
    best = {name: near[0] for name in names if (near := nearest(name, others))}
    return {name: near for name, near in best.items() if nearest(near, names)[:1] == (name,)}
