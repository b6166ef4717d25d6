"""An organ or post with nothing to do.

What it finds: a body that takes no part in any duty or appraisal. Being in a group that is drawn from others does not
count, and being founded is not doing; who heads a body that acts is busy, and so are whoever appoints, a body that is
called together, and one whose own post or office acts. Bodies from outside (`kind: outside`), those that an appraisal
is for, and whoever issues the scheme or is addressed by it are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Organ, Post
from xuequ.rules.acting import acts, assessed
from xuequ.rules.rule_context import RuleContext

CODE = "RES203"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a body."""
    judged = assessed(facts)
    bodies: tuple[Organ | Post, ...] = (*facts.scheme.organs, *facts.scheme.posts)
    for body in bodies:
        outside = isinstance(body, Organ) and body.kind == "outside"
        if not (outside or body.path in judged or _issues(facts, body) or acts(facts, body)):
            kind = Word("organ" if isinstance(body, Organ) else "post")
            yield finding(CODE, facts.key(body), name=body.name, kind=kind)


def _issues(facts: RuleContext, body: Organ | Post) -> bool:
    names = body.labels
    issue = facts.scheme.issue
    said = (ref.text.split("/")[-1] for ref in (*issue.issued_by, *issue.to, *issue.cc))
    return any(one in names or one.removeprefix("各") in names for one in said)
