"""A comparison with schools outside, and nobody said to be there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Level
from xuequ.model.elements import Appraisal, ClusterType, Criterion
from xuequ.model.scoring import every
from xuequ.rules.clusters import shown
from xuequ.rules.rule_context import RuleContext

CODE = "RES234"
#: How a comparison with those outside is said in words.
OUTSIDE = re.compile(
    "横比|横向(?:比较|对比)|(?:未|没有|非)(?:试行|实行|实施|参加|加入|纳入|组建|建立).{0,10}(?:学校|地区|学区|集团|园)"
    "|非(?:集团|学区|片区|联盟|成员|试点|共同体)(?:内的?)?(?:学?校|园)|(?:集团|学区|片区|联盟|共同体)(?:以|之)?外的?(?:其他)?(?:学?校|园)"
)
_COMPARED = re.compile("比|对照|高于|优于|好于|超过|快于|差距|差异|平均")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a criterion: a warning where everybody is inside, else a note that nobody is named outside."""
    for appraisal in facts.appraisals:
        for criterion in every(appraisal.criteria):
            # A rank is one among those assessed, whatever it is called.
            field = "" if any(line.rank for line in criterion.score) else _compares(criterion)
            types = _types(facts, appraisal) if field else ()
            if not types or any(_leaves_out(facts, cluster) for cluster in types):
                continue
            closed = all(_takes_all(facts, cluster) for cluster in types)
            found = finding(
                CODE,
                facts.place((*criterion.at, field)) if field != "key" else facts.key(criterion),
                name=criterion.name,
                kinds=[cluster.name for cluster in types],
                why=Word("all_inside" if closed else "outside_unsaid"),
            )
            yield found if closed else replace(found, level=Level.NOTE)


def _compares(criterion: Criterion) -> str:
    """Where it says that it compares with those outside; empty where it does not."""
    if "outside" in criterion.against:
        return "against"
    for field, text in (("key", criterion.name), ("note", criterion.note), ("value", criterion.value)):
        if OUTSIDE.search(text) and _COMPARED.search(text):
            return field
    return ""


def _types(facts: RuleContext, appraisal: Appraisal) -> tuple[ClusterType, ...]:
    """The kinds of clusters that are assessed, by themselves, their schools or their posts."""
    found: dict[str, ClusterType] = {}
    for ref in (*appraisal.for_, *appraisal.each):
        binding = facts.plan.bindings.get((appraisal.path, ref.at))
        home = binding.actor[:1] if binding else ()
        found |= {cluster.key: cluster for cluster in facts.scheme.clusters if (cluster.key,) == home}
    return tuple(found.values())


def _leaves_out(facts: RuleContext, cluster: ClusterType) -> bool:
    """Whether some schools are plainly not in it: it is a pilot, or the roster has others."""
    if facts.plan.roster is not None:
        return not _takes_all(facts, cluster)
    return cluster.pilot or "试点" in f"{cluster.name}{cluster.note}"


def _takes_all(facts: RuleContext, cluster: ClusterType) -> bool:
    """Whether no school of those it could take is outside: by the roster, else where it is said to take every one."""
    if facts.plan.roster is not None:
        inside = {school for unit in shown(facts, cluster) for school in unit.schools}
        stages = {facts.rows[school].stage for school in inside if school in facts.rows}
        return bool(inside) and all(code in inside for code, row in facts.rows.items() if row.stage in stages)
    whole = facts.scheme.locality.level in (cluster.key, cluster.name)
    return bool(cluster.every_school) or whole
