"""More schools than one inspector can look after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place
from xuequ.model.elements import ClusterType, Post
from xuequ.resolution.plan import Unit
from xuequ.rules import clusters
from xuequ.rules.rule_context import RuleContext

CODE = "RES221"
SETTINGS = {"schools": 5}
#: A post of inspectors, and not of who heads or helps them.
INSPECTOR = re.compile("督学(?!.*(?:长|主任|助理|秘书|联络员)$)")


def check(facts: RuleContext) -> Iterator[Finding]:
    """With a roster: one finding a cluster whose inspectors together have more schools than said, or than usual."""
    if facts.plan.roster is None:
        return
    for cluster in facts.scheme.clusters:
        posts = [
            post for post in facts.scheme.posts if post.home == (cluster.key,) and INSPECTOR.search(post.name)
        ]
        loads = [_load(post, facts.number(CODE, "schools")) for post in posts]
        if not posts or None in loads:
            continue
        most = sum(heads * each for heads, each in filter(None, loads))
        for unit in facts.plan.units.values():
            schools = len(unit.schools)
            if unit.type == cluster.key and not unit.typical and schools > most:
                yield finding(
                    CODE,
                    _place(facts, cluster, unit, posts[0]),
                    name=unit.name,
                    post="、".join(post.name for post in posts),
                    heads=sum(heads for heads, _ in filter(None, loads)),
                    schools=schools,
                    most=most,
                )


def _load(post: Post, usual: int) -> tuple[int, int] | None:
    """How many hold the post in one cluster at most, and the schools each may have; None where nobody can tell."""
    said = post.per.size.high if post.per is not None and post.per.unit == "school" else None
    if (post.per is not None and (said is None or post.count is None)) or "count" in post.unspecified:
        return None
    if post.count is not None and not post.count.high:
        return None
    return int(post.count.high) if post.count is not None and post.count.high else 1, int(
        said
    ) if said else usual


def _place(facts: RuleContext, cluster: ClusterType, unit: Unit, post: Post) -> Place:
    return clusters.place(facts, cluster, unit) if clusters.listed(cluster, unit) else facts.key(post)
