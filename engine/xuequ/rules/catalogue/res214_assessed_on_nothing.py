"""A post or group that is assessed and has nothing to do.

People of the schools (teachers, the staff of every school), a group whose members act, and a post that is held by one
of a body or school that acts, have their work elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.compose.names import built_in
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Appraisal, Group, Organ, Path, Post, Ref
from xuequ.resolution.actors import PEOPLE
from xuequ.resolution.plan import TAKING_PART
from xuequ.rules.acting import acts, of_school
from xuequ.rules.rule_context import RuleContext

CODE = "RES214"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a body, at the body, with the appraisals that are for it."""
    by: dict[Path, dict[Path, Appraisal]] = {}
    for review in facts.plan.reviews:
        for who in review.objects:
            by.setdefault(facts.plan.nodes[who].path, {})[review.appraisal.path] = review.appraisal
    bodies: tuple[Post | Group, ...] = (*facts.scheme.posts, *facts.scheme.groups)
    for body in bodies:
        judged = tuple(by.get(body.path, {}).values())
        if judged and not (acts(facts, body) or _works_anyway(facts, body)):
            related = facts.others(judged, "appraisal")
            names = [a.name for a in judged]
            yield finding(CODE, facts.key(body), *related, name=body.name, appraisals=names)


def _works_anyway(facts: RuleContext, body: Post | Group) -> bool:
    if isinstance(body, Group):
        return any(_is_busy(facts, body.path, ref) for ref in body.of)
    roles = [(cluster.key, role.key) for cluster in facts.scheme.clusters for role in cluster.members]
    schools = {ref.text.split("/")[-2] for ref in body.held_by if "/" in ref.text}
    return (
        of_school(body)
        or any(_is_busy(facts, body.path, ref) for ref in body.held_by)
        or any(_carries(facts, path) for path in roles if schools & facts.declared[path].labels)
    )


def _is_busy(facts: RuleContext, path: Path, ref: Ref) -> bool:
    """Whether a name means people of the schools as such, or one that takes part in work."""
    if built_in(ref.text) in PEOPLE:
        return True
    binding = facts.plan.bindings.get((path, ref.at))
    actor = facts.declared.get(binding.actor) if binding is not None else None
    return isinstance(actor, Organ | Post | Group) and acts(facts, actor)


def _carries(facts: RuleContext, path: Path) -> bool:
    return any(
        edge.kind in TAKING_PART
        for node in facts.nodes_at.get(path, ())
        for edge in facts.out.get(node.id, ())
    )
