"""A kind of cluster that nobody assesses; one that mirrors another has the very schools of that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding, shared
from xuequ.findings.finding import DocPath, Finding
from xuequ.model.elements import ClusterType
from xuequ.resolution.plan import NodeKind
from xuequ.rules.rule_context import RuleContext

CODE = "RES216"
ABOUT = re.compile("考核|评价|(?<!风险)评估")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for the kinds left out where another kind is assessed, or for all where none is."""
    types = [cluster for cluster in facts.scheme.clusters if cluster.mirrors is None]
    if not types or not facts.duties:
        return
    judged = [c for c in types if _judged(facts, c)]
    left = [c for c in types if c not in judged and facts.scheme.locality.level != c.key]
    if not facts.appraisals:
        yield finding(
            CODE,
            facts.place(_nearest(facts), "value"),
            names=[c.name for c in types],
            beside=[],
        )
    elif judged and left:
        sharers = facts.sharers(left, "type")
        yield shared(CODE, sharers[0].at, sharers, beside=[c.name for c in judged])


def _judged(facts: RuleContext, cluster: ClusterType) -> bool:
    """Whether some appraisal is for its units, those who head them, or their schools as one; or a duty that judges."""
    if any(ABOUT.search(d.name) and any(ref.text in cluster.labels for ref in d.for_) for d in facts.duties):
        return True
    for review in facts.plan.reviews:
        for who in review.objects:
            node = facts.plan.nodes[who]
            unit = facts.plan.units.get(who)
            if node.path[:1] == (cluster.key,) and node.kind in (NodeKind.UNIT, NodeKind.ROLE, NodeKind.POST):
                return True
            if unit is not None and unit.type == cluster.key:
                return True
    return False


def _nearest(facts: RuleContext) -> DocPath:
    """The output that speaks of assessment, else the scheme's name."""
    outputs = (ref.at for duty in facts.duties for ref in duty.output if ABOUT.search(ref.text))
    return next(outputs, ("name",))
