"""A duty that nobody leads.

What it finds: a duty with no `lead`, whether the source is silent or says `unspecified`. One `responsible`
alone leads; what was done before the scheme was issued needs nobody any more, what is allowed or forbidden
needs no lead. Where a whole measure has no lead, that is one finding at the measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding
from xuequ.model.elements import Duty, Norm, Path
from xuequ.rules.rule_context import RuleContext

CODE = "RES201"
_PAST = re.compile(r"(?P<year>20\d\d)年(?:(?P<month>1?\d)月)?")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each place where one edit would give its duties a lead."""
    shared = _shared(facts)
    holes: dict[DocPath, list[Duty]] = {}
    for duty in facts.duties:
        if _leaderless(duty) and not _done(facts, duty):
            holes.setdefault(_mended_at(duty, shared, facts), []).append(duty)
    for at, duties in holes.items():
        alone = len(duties) == 1
        place = facts.place(at, "value" if at[-1] == "lead" else "key")
        related = () if alone else facts.others(duties, "duty")
        yield finding(CODE, place, *related, count=len(duties), names=[d.name for d in duties])


def _leaderless(duty: Duty) -> bool:
    return duty.norm is Norm.DUTY and not duty.carriers


def _done(facts: RuleContext, duty: Duty) -> bool:
    """Whether all its times are years or months before the day of issue."""
    issued = facts.scheme.issue.date
    dated = [_PAST.fullmatch(when.text) for when in duty.when]
    return bool(dated) and all(
        found is not None and f"{found['year']}-{int(found['month'] or 12):02}" < issued[:7]
        for found in dated
    )


def _shared(facts: RuleContext) -> dict[Path, bool]:
    """For each measure whether none of its duties has a lead."""
    every: dict[Path, bool] = {}
    for duty in facts.duties:
        every[duty.measure] = every.get(duty.measure, True) and _leaderless(duty)
    return every


def _mended_at(duty: Duty, shared: dict[Path, bool], facts: RuleContext) -> DocPath:
    if "lead" in duty.origin:
        return duty.origin["lead"]
    measure = facts.measures.get(duty.measure)
    if measure is not None and shared[duty.measure] and len(measure.duties) > 1:
        return measure.at
    return (*duty.at, "lead") if "lead" in duty.unspecified else duty.at
