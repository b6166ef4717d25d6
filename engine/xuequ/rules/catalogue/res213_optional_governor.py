"""The only body that could govern a cluster is optional."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import ClusterType, Force, Organ, Post
from xuequ.rules.clusters import called
from xuequ.rules.rule_context import RuleContext

CODE = "RES213"
OPTIONAL = frozenset({Force.MAY, Force.ENCOURAGED})


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a body that may be set up, where its clusters have no other body, post or leading school."""
    for organ in facts.scheme.organs:
        types = _types(facts, organ)
        if types and organ.force in OPTIONAL and not any(_governed(facts, c, organ) for c in types):
            place = facts.place((*organ.at, "force"))
            yield finding(CODE, place, name=organ.name, kinds=[c.name for c in types])


def _types(facts: RuleContext, organ: Organ) -> list[ClusterType]:
    own = [c for c in facts.scheme.clusters if organ.home == (c.key,)]
    return own + [c for ref in organ.each if (c := called(facts, ref)) is not None]


def _governed(facts: RuleContext, cluster: ClusterType, but: Organ) -> bool:
    if any(m.leads for m in cluster.members):
        return True
    bodies: tuple[Organ | Post, ...] = (*facts.scheme.organs, *facts.scheme.posts)
    return any(
        body.path != but.path
        and (body.home == (cluster.key,) or any(called(facts, ref) is cluster for ref in body.each))
        for body in bodies
    )
