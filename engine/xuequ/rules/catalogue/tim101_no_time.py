"""A duty that says neither how often nor by when; gathered by measure, or for the whole document."""

from __future__ import annotations

from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import Finding
from xuequ.model.elements import Duty
from xuequ.rules.grouping import gathered
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import OPTIONAL, answers_case, in_phases, in_rows

CODE = "TIM101"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for the document if most of its duties have no time, else one a measure or duty."""
    elsewhere = in_phases(facts) | in_rows(facts)
    due = [d for d in facts.duties if d.force not in OPTIONAL and not answers_case(d)]
    asked = [d for d in due if d.path not in elsewhere]
    holes = [duty for duty in asked if not duty.when and not _unreadable(facts, duty)]
    for found in gathered(facts, "when", holes, asked):
        yield shared(CODE, found.place, found.sharers, total=len(asked))


def _unreadable(facts: RuleContext, duty: Duty) -> bool:
    """Whether a time is written at the duty or around it: one that could not be read is another finding."""
    value: object = facts.plan.composed.tree
    for step in duty.at:
        value = value.get(step) if isinstance(value, dict) else None
        if isinstance(value, dict) and value.get("when", "unspecified") != "unspecified":
            return True
    return False
