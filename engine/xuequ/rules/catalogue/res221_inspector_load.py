"""More schools than one inspector can look after."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.model.elements import ClusterType, Post
from xuequ.resolution.plan import Unit
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

CODE = "RES221"
SETTINGS = {"schools": 5}


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding a cluster whose inspectors have more schools than said, or than usual."""
    types = {cluster.key: cluster for cluster in facts.scheme.clusters}
    usual = facts.number(CODE, "schools")
    for post in facts.scheme.posts:
        cluster = types.get(post.home[0]) if post.home else None
        if cluster is None or facts.plan.roster is None or "督学" not in post.name:
            continue
        said = post.per.size.high if post.per is not None and post.per.unit == "school" else None
        heads = _heads(post)
        if not heads or (post.per is not None and (said is None or post.count is None)):
            continue
        most = int(said) if said else usual
        for unit in facts.plan.units.values():
            if unit.type == cluster.key and not unit.typical and len(unit.schools) > most * heads:
                yield finding(
                    CODE,
                    _place(facts, cluster, unit, post),
                    name=unit.name,
                    post=post.name,
                    heads=heads,
                    schools=len(unit.schools),
                    most=most,
                )


def _heads(post: Post) -> int:
    """How many hold the post in one cluster at most: one where nothing is said, 0 where nobody can tell."""
    if post.count is None:
        return 1
    return int(post.count.high) if post.count.high is not None else 0


def _place(facts: RuleContext, cluster: ClusterType, unit: Unit, post: Post) -> Place:
    return clusters.place(facts, cluster, unit) if clusters.listed(cluster, unit) else facts.key(post)
