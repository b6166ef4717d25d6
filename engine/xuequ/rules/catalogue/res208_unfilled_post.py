"""A post that nobody fills and nobody appoints."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.rules.acting import of_school
from xuequ.rules.rule_context import RuleContext

CODE = "RES208"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a post; one on a body's own staff (`under`) or every school's is left alone."""
    for post in facts.scheme.posts:
        if not (post.held_by or post.appointed_by or post.under or of_school(post)):
            looked = [field for field in ("held_by", "appointed_by") if field in post.unspecified]
            place = facts.field(post, looked[0]) if looked else facts.key(post)
            yield finding(CODE, place, name=post.name, missing=[Word("no_holder")])
