"""A trial (试行, 暂行, 试点) that is not said to end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding, Related
from xuequ.rules.rule_context import RuleContext

CODE = "RES225"
TRIAL = re.compile("试行(?!学区制的)|暂行|试点")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding, at the first name that says it is a trial; what a cluster type says is ROS111's."""
    if facts.scheme.issue.expires:
        return
    named: dict[DocPath, str] = {}
    if TRIAL.search(facts.scheme.name):
        named["name",] = facts.scheme.name
    for measure in facts.measures.values():
        if TRIAL.search(measure.name):
            named[(*measure.at, "name") if measure.name != measure.key else measure.at] = measure.name
    for duty in facts.duties:
        named.update({ref.at: ref.text for ref in duty.output if TRIAL.search(ref.text)})
    if named:
        first, *others = named
        related = (Related(place=facts.place(at), label="trial") for at in others)
        yield finding(CODE, facts.place(first), *related, name=named[first])
