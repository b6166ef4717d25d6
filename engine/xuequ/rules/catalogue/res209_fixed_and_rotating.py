"""A post that is both fixed and rotating."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.rule_context import RuleContext

CODE = "RES209"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a post."""
    for post in facts.scheme.posts:
        if {"fixed", "rotating"} <= set(post.tenure):
            yield finding(CODE, facts.field(post, "tenure"), name=post.name)
