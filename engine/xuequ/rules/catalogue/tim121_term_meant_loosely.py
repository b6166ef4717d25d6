"""A term of office with a word such as 一般 before it, which binds nobody."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.rule_context import RuleContext

CODE = "TIM121"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a post."""
    for post in facts.scheme.posts:
        if post.term is not None and post.term.tenor:
            said, tenor = post.term.text, post.term.tenor
            yield finding(CODE, facts.field(post, "term"), name=post.name, text=said, tenor=tenor)
