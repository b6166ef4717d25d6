"""A cluster that does not state what its type asks of it, such as a theme."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.model.elements import ClusterType
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

CODE = "ROS106"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a cluster and field; one for the type where no cluster of a roster states it."""
    for cluster in facts.scheme.clusters:
        silent: dict[str, list[tuple[str, Place]]] = {}
        units = clusters.shown(facts, cluster)
        for unit in units:
            said = clusters.listed(cluster, unit)
            rows = clusters.schools(facts, unit)
            for field in (f for asked in clusters.asked(facts, cluster, unit) for f in asked.states):
                stated = said is not None and said.states.get(field)
                if not stated and not any(clusters.said_in_roster(cluster, row, field) for row in rows):
                    place = clusters.place(facts, cluster, unit)
                    silent.setdefault(field, []).append((unit.name, place))
        if not units:
            silent = _listed(facts, cluster)
        for field, found in silent.items():
            if len(found) == len(units) > 1:
                place = facts.place((*cluster.at, "states"))
                yield finding(CODE, place, names=[name for name, _ in found], field=field)
            else:
                for name, place in found:
                    yield finding(CODE, place, names=[name], field=field)


def _listed(facts: RuleContext, cluster: ClusterType) -> dict[str, list[tuple[str, Place]]]:
    silent: dict[str, list[tuple[str, Place]]] = {}
    for unit in cluster.units:
        form = next((f for f in cluster.forms if unit.form in f.labels), None)
        for field in (*cluster.states, *(form.states if form is not None and not form.open else ())):
            if not unit.states.get(field):
                silent.setdefault(field, []).append((unit.name, facts.key(unit)))
    return silent
