"""A definition or a scope that is encoded as a duty, so that somebody would have to do it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.rules.rule_context import RuleContext

CODE = "RES227"
#: How definitions and scopes begin or are headed.
_SAYS_WHAT = re.compile(
    "所称.*是指|^本.{1,6}(?:所称|适用于?)|^(?:适用范围|适用对象|定义|名词解释|术语)$|^下列用语"
)


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty."""
    for duty in facts.duties:
        if _SAYS_WHAT.search(duty.name):
            yield finding(CODE, facts.key(duty), name=duty.name)
