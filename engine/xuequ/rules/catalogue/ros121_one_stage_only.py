"""A cluster whose schools are of one stage, with work between stages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import ClusterType, Duty, Norm
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

CODE = "ROS121"
#: Work between stages; the others of a sentence (各学段) may be those of the locality.
BETWEEN = re.compile(
    "衔接|小升初|初升高|幼小|小初|初高|跨学段|学段间|学段贯通|一体化培养|九年一贯|中小幼|中小学生?互访|贯通培养"
)

STAGES = re.compile("幼儿园|小学|初中|高中")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a cluster type, at the first such duty."""
    types = {cluster.key: cluster for cluster in facts.scheme.clusters if _is_of_one_stage(facts, cluster)}
    between = [task for task in facts.plan.tasks if _is_between(task.duty)] if types else []
    for key, cluster in types.items():
        works = {
            task.duty.path: task.duty
            for task in between
            if task.unit and facts.plan.units[task.unit].type == key and task.duty.norm is Norm.DUTY
        }
        duties = [duty for duty in works.values() if not _reaches_out(facts, cluster, duty.path)]
        if duties:
            related = Related(place=facts.key(cluster), label="type")
            yield shared(
                CODE, facts.key(duties[0]), facts.sharers(duties, "duty"), related, name=cluster.name
            )


def _is_between(duty: Duty) -> bool:
    """Whether its name is of work between stages, or of several of them."""
    return bool(BETWEEN.search(duty.name)) or len(set(STAGES.findall(duty.name))) > 1


def _is_of_one_stage(facts: RuleContext, cluster: ClusterType) -> bool:
    """Whether it asks for one stage (`same`), all of its roles take the same, or the roster shows one in each."""
    if {"stage", "学段"} & set(cluster.same):
        return True
    asked = [role.where.get("stage", role.where.get("学段")) for role in cluster.members]
    if asked and all(isinstance(one, str) for one in asked) and len(set(asked)) == 1:
        return True
    shown = [clusters.schools(facts, unit) for unit in clusters.shown(facts, cluster)]
    stages = [{school.stage for school in schools} for schools in shown if schools]
    return bool(stages) and all(
        len(held) == 1 and "" not in held and not _is_through(held) for held in stages
    )


def _is_through(stages: set[str]) -> bool:
    """Whether a stage is several in one school: 九年一贯制, 完全中学."""
    return any("一贯" in stage or "完全" in stage or "完中" in stage for stage in stages)


def _reaches_out(facts: RuleContext, cluster: ClusterType, duty: tuple[str, ...]) -> bool:
    """Whether others than its own schools have a part: bodies, schools from outside, other clusters."""
    outside = {(cluster.key, role.key) for role in cluster.members if role.outside}
    parties = {
        facts.plan.nodes[who].path
        for task in facts.plan.tasks
        if task.duty.path == duty
        for who in (*task.objects, *(one for held in task.parts.values() for one in held))
    }
    return any(path and (path[0] != cluster.key or path in outside) for path in parties)
