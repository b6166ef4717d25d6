"""A post without a term."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.rule_context import RuleContext

CODE = "RES211"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a post that rotates, or whose term somebody looked for."""
    for post in facts.scheme.posts:
        if post.term is None and ("term" in post.unspecified or "rotating" in post.tenure):
            yield finding(CODE, facts.field(post, "term"), name=post.name)
