"""Schools of a cluster that are assessed, while the one that leads them is not."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Norm, Path
from xuequ.rules.rule_context import RuleContext

CODE = "RES238"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a leading role that no appraisal is for, where one is for another role of its clusters."""
    judged: dict[Path, str] = {}
    whole: set[Path] = set()
    for appraisal in facts.appraisals:
        for ref in appraisal.for_ if appraisal.norm is Norm.DUTY else ():
            binding = facts.plan.bindings.get((appraisal.path, ref.at))
            if binding is not None:
                judged.setdefault(binding.actor, appraisal.name)
                if appraisal.bundled:
                    whole.add(binding.actor)
    if ("school",) in judged:
        return
    # Where a cluster is assessed as one, so is the school that leads it.
    for cluster in (each for each in facts.scheme.clusters if each.path not in whole):
        others = [m for m in cluster.members if not m.leads and (cluster.key, m.key) in judged]
        for leading in cluster.members:
            if leading.leads and others and (cluster.key, leading.key) not in judged:
                name = judged[cluster.key, others[0].key]
                names = [member.name for member in others]
                yield finding(CODE, facts.key(leading), name=leading.name, others=names, appraisal=name)
