"""An organ or post with nothing to do.

What it finds: a body that takes no part in any duty or appraisal. Being in a group that is drawn from others does not
count, and being founded is not doing; busy are whoever appoints, a body that is called together, and one whose own post
or office acts. A post that heads a body, or is a member of one, is told with that body. Bodies from outside
(`kind: outside`), those that an appraisal is for, and whoever issues the scheme or is addressed by it are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Organ, Post
from xuequ.resolution.plan import EdgeKind, NodeKind
from xuequ.rules.acting import acts, assessed
from xuequ.rules.rule_context import RuleContext

CODE = "RES203"
_IN = frozenset({EdgeKind.LEADS, EdgeKind.MEMBER_OF})


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a body."""
    judged = assessed(facts)
    bodies: tuple[Organ | Post, ...] = (*facts.scheme.organs, *facts.scheme.posts)
    for body in bodies:
        outside = isinstance(body, Organ) and body.kind == "outside"
        told = isinstance(body, Post) and _is_in_organ(facts, body)
        if not (outside or told or body.path in judged or _issues(facts, body) or acts(facts, body)):
            kind = Word("organ" if isinstance(body, Organ) else "post")
            yield finding(CODE, facts.key(body), name=body.name, kind=kind)


def _is_in_organ(facts: RuleContext, post: Post) -> bool:
    """Whether a post heads a body of the scheme or is a member of one: that it has nothing to do is the body's hole."""
    edges = (edge for node in facts.nodes_at.get(post.path, ()) for edge in facts.out.get(node.id, ()))
    return any(e.kind in _IN and facts.plan.nodes[e.target].kind is NodeKind.ORGAN for e in edges)


def _issues(facts: RuleContext, body: Organ | Post) -> bool:
    names = body.labels
    issue = facts.scheme.issue
    said = (ref.text.split("/")[-1] for ref in (*issue.issued_by, *issue.to, *issue.cc))
    return any(one in names or one.removeprefix("各") in names for one in said)
