"""A head that rotates among schools, and duties that stay with a school that does not."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import ClusterType, Duty, Member, Post
from xuequ.rules.rule_context import RuleContext

CODE = "RES210"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a rotating post, with the duties that its cluster's leading school keeps."""
    types = {cluster.key: cluster for cluster in facts.scheme.clusters}
    for post in facts.scheme.posts:
        cluster = types.get(post.home[0]) if post.home else None
        if cluster is None or "rotating" not in post.tenure:
            continue
        for role in (m for m in cluster.members if m.leads):
            kept = [d for d in facts.duties if _kept(facts, d, cluster, role)]
            if kept and _held(facts, post, cluster, role):
                yield finding(
                    CODE,
                    facts.field(post, "tenure"),
                    *facts.others(kept, "duty"),
                    name=post.name,
                    role=role.name,
                    duties=[d.name for d in kept],
                )


def _held(facts: RuleContext, post: Post, cluster: ClusterType, role: Member) -> bool:
    """Whether the post goes with the role: held by it or somebody of it, or by nobody in particular."""
    if not post.held_by:
        return True
    names = role.labels
    return any(names & set(ref.text.split("/")) for ref in post.held_by)


def _kept(facts: RuleContext, duty: Duty, cluster: ClusterType, role: Member) -> bool:
    refs = duty.carriers
    for ref in refs if len(refs) == 1 else ():
        binding = facts.plan.bindings.get((duty.path, ref.at))
        if binding is not None and binding.actor == (cluster.key, role.key):
            return not duty.in_turn
    return False
