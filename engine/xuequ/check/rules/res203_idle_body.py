"""An organ or post with nothing to do.

What it finds: a body that takes no part in any duty or appraisal. Taking part through a group it belongs to
does not count, and being founded or assessed is not doing; who heads a body that acts is busy. Bodies from
outside (`kind: outside`) and whoever issues the scheme are left alone. Why it matters: it will be set up,
staffed and forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.check.facts import TAKING_PART, Facts
from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Organ, Post
from xuequ.resolve.plan import EdgeKind

CODE = "RES203"


def check(facts: Facts) -> Iterator[Finding]:
    """One finding a body."""
    bodies: tuple[Organ | Post, ...] = (*facts.scheme.organs, *facts.scheme.posts)
    for body in bodies:
        outside = isinstance(body, Organ) and body.kind == "outside"
        if not outside and not _issues(facts, body) and not _acts(facts, body):
            yield finding(
                CODE,
                facts.key(body),
                name=body.name,
                kind=Word("organ" if isinstance(body, Organ) else "post"),
            )


def _issues(facts: Facts, body: Organ | Post) -> bool:
    names = {body.key, body.name, *body.aliases}
    return any(ref.text.split("/")[-1] in names for ref in facts.scheme.issue.issued_by)


def _acts(facts: Facts, body: Organ | Post) -> bool:
    return any(_takes_part(facts, node.id, heads=True) for node in facts.nodes_at.get(body.path, ()))


def _takes_part(facts: Facts, node: str, *, heads: bool) -> bool:
    """Whether a node has a part in work, or is the head of a body that has one."""
    edges = facts.out.get(node, ())
    if any(e.kind in TAKING_PART for e in edges):
        return True
    return heads and any(
        e.kind is EdgeKind.LEADS and _takes_part(facts, e.target, heads=False) for e in edges
    )
