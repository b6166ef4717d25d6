"""A post held by one of many, and nobody to say by whom."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.compose.names import built_in
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Group, Member, Post, Ref
from xuequ.rules.acting import of_school
from xuequ.rules.rule_context import RuleContext

CODE = "RES236"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a post of one holder that nobody appoints, that does not rotate, and that several could hold."""
    members = {label: m for c in facts.scheme.clusters for m in c.members for label in m.labels}
    for post in facts.scheme.posts:
        alone = post.count is None or post.count.high == 1
        if (
            not alone
            or post.per is not None
            or post.appointed_by
            or "rotating" in post.tenure
            or of_school(post)
        ):
            continue
        if len(post.held_by) == 1 and _is_one_of_many(facts, members, post, post.held_by[0]):
            names = facts.written(post, post.held_by)
            yield finding(CODE, facts.field(post, "held_by"), name=post.name, holders=names)


def _is_one_of_many(facts: RuleContext, members: dict[str, Member], post: Post, ref: Ref) -> bool:
    """Whether a holder is one of a role that does not lead, or of a group of people of unknown number."""
    outer, _, last = ref.text.rpartition("/")
    member = members.get(outer.split("/")[-1] if outer else last)
    if member is not None:
        return not member.leads and (member.count is None or member.count.high != 1)
    binding = facts.plan.bindings.get((post.path, ref.at))
    group = facts.declared.get(binding.actor) if binding else None
    if isinstance(group, Group):
        return group.count is None or group.count.high != 1
    in_cluster = bool(post.home) and post.home[0] in {c.key for c in facts.scheme.clusters}
    return not outer and built_in(last) == "principal" and in_cluster
