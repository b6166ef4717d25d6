"""Schools that merge into one legal person, while a constraint keeps them their own."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import ClusterType, Constraint, Ref
from xuequ.rules.clusters import called
from xuequ.rules.rule_context import RuleContext

CODE = "CON103"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a cluster type and constraint."""
    for cluster in facts.scheme.clusters:
        if cluster.legal != "merged":
            continue
        for constraint in facts.scheme.constraints:
            if {"autonomy", "affiliation"} & set(constraint.protects) and _for(facts, constraint, cluster):
                related = Related(place=facts.key(constraint), label="constraint")
                place = facts.place((*cluster.at, "legal"))
                yield finding(CODE, place, related, name=cluster.name, constraint=constraint.name)


def _for(facts: RuleContext, constraint: Constraint, cluster: ClusterType) -> bool:
    asked = [called(facts, Ref(text=ref.text.split("/")[0], at=ref.at)) for ref in constraint.for_]
    return not asked or any(found is None or found.key == cluster.key for found in asked)
