"""A scheme that orders the very plan it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.compose.names import built_in
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding
from xuequ.model.elements import Duty, Norm
from xuequ.rules.rule_context import RuleContext

CODE = "RES246"
_DRAWS_UP = re.compile("制定|制订|拟定|编制|出台")
_PLAN = re.compile("(?P<kind>实施方案|实施意见|工作方案|行动计划|管理办法)")
_SIGNS = re.compile(r"[“”‘’\"'《》〈〉\s（()）]")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty of the place itself to draw up a plan of the scheme's own kind and about the same."""
    own = _SIGNS.sub("", facts.scheme.name)
    source = next((s for s in facts.scheme.sources if s.key == facts.scheme.issue.source), None)
    titles = [title for title in (own, _SIGNS.sub("", source.name) if source is not None else "") if title]
    for duty in facts.duties:
        if duty.norm is Norm.DUTY and _DRAWS_UP.search(duty.name) and _is_here(facts, duty):
            name = _SIGNS.sub("", duty.name)
            for kind in _PLAN.findall(name):
                about = name.partition(kind)[0][-_ALIKE:]
                if len(about) == _ALIKE and any(
                    title.endswith(kind) and _near(about, title) for title in titles
                ):
                    yield finding(CODE, facts.key(duty), name=duty.name, scheme=facts.scheme.name)


#: So many signs before the kind of document are compared; two of them may be other ones (工作).
_ALIKE = 6


def _near(about: str, title: str) -> bool:
    """Whether a title is about what stands before the kind of document in a duty's name."""
    return about in title or about.removesuffix("工作") in title


def _is_here(facts: RuleContext, duty: Duty) -> bool:
    """Whether it is the work of the whole place, and not of each below it."""
    whole = (facts.scheme.locality.level, "locality")
    return all(ref.text in whole or built_in(ref.text) in whole for ref in duty.each)
