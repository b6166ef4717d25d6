"""Two lines of command over one school, body or post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import WORDS, Said
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import ClusterType, Duty, Norm, Path
from xuequ.resolution.plan import EdgeKind, NodeKind
from xuequ.rules.clusters import called, shown
from xuequ.rules.rule_context import RuleContext

CODE = "RES233"
#: To manage somebody, and not to manage something or to write about it.
MANAGES = re.compile(
    "领导|监管|主管|归口|(?:统一|全面|日常|直接|监督|具体|行政|业务|负责)(?:和|与|、)?管理|^管理|进行管理|的管理$|管理工作$"
)
_ABOUT = re.compile(
    "制度|办法|水平|改革创新|经验|机制|档案|台账|方案|细则|平台|经费|指导|培训|小组|领导力|制定"
)


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for two kinds of clusters, one a post, one for two duties."""
    yield from _of_schools(facts)
    yield from _of_posts(facts)
    yield from _of_objects(facts)


def _of_schools(facts: RuleContext) -> Iterator[Finding]:
    """Kinds of clusters that can have one school and each of which settles the same matter for it."""
    settled = _settled(facts)
    for first, second in combinations((c for c in facts.scheme.clusters if c.key in settled), 2):
        mine, theirs = settled[first.key], settled[second.key]
        matters = [matter for matter in mine if matter in theirs]
        if not matters or not _may_share(facts, first, second):
            continue
        one, other = mine[matters[0]], theirs[matters[0]]
        related = facts.others((one, other), "duty")
        words = [WORDS.get(matter, Said(matter, matter)) for matter in matters]
        what = Said(
            f"学校同属 {first.name} 和 {second.name} 的，{'、'.join(word.zh for word in words)}两处都管",
            f"a school in both {first.name} and {second.name} has {', '.join(w.en for w in words)} settled by both",
        )
        yield finding(CODE, facts.key(second), *related, what=what)


def _settled(facts: RuleContext) -> Mapping[str, Mapping[str, Duty]]:
    """By kind of cluster, the matters that duties there touch, and what they unify by name, with the first duty."""
    kinds = {label: cluster.key for cluster in facts.scheme.clusters for label in cluster.labels}
    found: dict[str, dict[str, Duty]] = {}
    for duty in facts.duties:
        matters = duty.touches or ((duty.name,) if duty.name.startswith("统一") else ())
        if duty.norm is Norm.DUTY and matters:
            for kind in (kinds[ref.text] for ref in duty.each if ref.text in kinds):
                for matter in matters:
                    found.setdefault(kind, {}).setdefault(matter, duty)
    return found


def _may_share(facts: RuleContext, first: ClusterType, second: ClusterType) -> bool:
    """Whether one school can be in both: the roster shows one, or nothing keeps their schools apart."""
    if facts.plan.roster is not None:
        held = [{s for unit in shown(facts, c) for s in unit.schools} for c in (first, second)]
        return bool(held[0] & held[1])
    for one, other in ((first, second), (second, first)):
        nested = any(called(facts, ref) is other for member in one.members for ref in member.of)
        if nested or one.mirrors is not None or any(called(facts, ref) is other for ref in one.apart_from):
            return False
        if one.overlap is False or any(called(facts, ref) is other for ref in one.each):
            return False
    return not _stages(first).isdisjoint(_stages(second)) if _stages(first) and _stages(second) else True


def _stages(cluster: ClusterType) -> frozenset[str]:
    """The stages of its schools, where every role names its own; empty where any may be in it."""
    named = [member.where.get("stage") for member in cluster.members if not member.leads]
    if not named or any(each is None for each in named):
        return frozenset()
    return frozenset(
        s
        for each in named
        for s in (each if isinstance(each, list | tuple) else [each])
        if isinstance(s, str)
    )


def _of_posts(facts: RuleContext) -> Iterator[Finding]:
    """A post under one body that another appoints or removes, neither of which is over the other."""
    for post in facts.scheme.posts:
        for node in facts.nodes_at.get(post.path, ())[:1]:
            edges = facts.into.get(node.id, ())
            over = {e.source: e for e in edges if e.kind is EdgeKind.ADMINISTERS}
            by = {e.source: e for e in edges if e.kind in (EdgeKind.APPOINTS, EdgeKind.REMOVES)}
            bodies = [
                e for who, e in by.items() if facts.plan.nodes[who].kind is NodeKind.ORGAN and who not in over
            ]
            if not over or not bodies:
                continue
            master, appointer = next(iter(over)), bodies[0]
            line = facts.reached([appointer.source], EdgeKind.ADMINISTERS)
            if master in line or appointer.source in facts.reached([master], EdgeKind.ADMINISTERS):
                continue
            what = Said(
                f"{post.name} 隶属 {facts.name(master)}，而由 {facts.name(appointer.source)} 任免",
                f"{post.name} is under {facts.name(master)} and appointed or removed by {facts.name(appointer.source)}",
            )
            related = Related(place=facts.place(over[master].at), label="other")
            yield finding(CODE, facts.place(appointer.at), related, what=what)


def _of_objects(facts: RuleContext) -> Iterator[Finding]:
    """Two duties that manage one body or school and that two lead, neither of whom is over the other."""
    first: dict[str, tuple[Duty, tuple[str, ...]]] = {}
    told: set[tuple[Path, Path]] = set()
    for task in facts.plan.tasks:
        duty = task.duty
        if (
            duty.norm is not Norm.DUTY
            or not task.carriers
            or not MANAGES.search(duty.name)
            or _ABOUT.search(duty.name)
        ):
            continue
        for whom in task.objects:
            other, leads = first.setdefault(whom, (duty, task.carriers))
            pair = (other.path, duty.path)
            if other is duty or pair in told:
                continue
            told.add(pair)
            if _in_line(facts, leads, task.carriers):
                continue
            names = [facts.name(leads[0]), facts.name(task.carriers[0])]
            what = Said(
                f"{facts.name(whom)} 由 {names[0]} 管理（{other.name}），又由 {names[1]} 管理（{duty.name}）",
                f"{facts.name(whom)} is managed by {names[0]} ({other.name}) and by {names[1]} ({duty.name})",
            )
            yield finding(CODE, facts.key(duty), Related(place=facts.key(other), label="other"), what=what)


def _in_line(facts: RuleContext, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether some of two are the same or one is over the other."""
    if set(one) & set(other):
        return True
    kinds = EdgeKind.ADMINISTERS
    return bool(facts.reached(one, kinds) & set(other) or facts.reached(other, kinds) & set(one))
