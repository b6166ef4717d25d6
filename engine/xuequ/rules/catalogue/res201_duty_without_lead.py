"""A duty that nobody leads.

What it finds: a duty with no `lead`, whether the source is silent or says `unspecified`. One `responsible`
alone leads; what was done before the scheme was issued needs nobody any more, what is allowed or forbidden
needs no lead. Several such duties of one measure are one finding at the measure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import DocPath, Finding
from xuequ.model.elements import Duty, Norm, Path
from xuequ.rules.rule_context import RuleContext

CODE = "RES201"
_PAST = re.compile(r"(?P<year>20\d\d)年(?:(?P<month>1?\d)月)?")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each lead that several inherit as open, for each measure with several such duties, or alone."""
    holes = [duty for duty in facts.duties if _leaderless(duty) and not _done(facts, duty)]
    many = Counter(duty.measure for duty in holes if "lead" not in duty.origin)
    found: dict[DocPath, list[Duty]] = {}
    for duty in holes:
        found.setdefault(_mended_at(duty, many, facts), []).append(duty)
    for at, duties in found.items():
        place = facts.place(at, "value" if at[-1] == "lead" else "key")
        sharers = (sharer for duty in duties for sharer in facts.sharers([duty], "duty", _said(duty)))
        yield shared(CODE, place, tuple(sharers))


def _leaderless(duty: Duty) -> bool:
    return duty.norm is Norm.DUTY and not duty.carriers


def _said(duty: Duty) -> str:
    """The field in which the duty itself says that its lead is open."""
    return "lead" if "lead" in duty.unspecified and "lead" not in duty.origin else ""


def _done(facts: RuleContext, duty: Duty) -> bool:
    """Whether all its times are years or months before the day of issue."""
    issued = facts.scheme.issue.date
    dated = [_PAST.fullmatch(when.text) for when in duty.when]
    return bool(dated) and all(
        found is not None and f"{found['year']}-{int(found['month'] or 12):02}" < issued[:7]
        for found in dated
    )


def _mended_at(duty: Duty, many: Mapping[Path, int], facts: RuleContext) -> DocPath:
    if "lead" in duty.origin:
        return duty.origin["lead"]
    measure = facts.measures.get(duty.measure)
    if measure is not None and many[duty.measure] > 1:
        return measure.at
    return (*duty.at, "lead") if "lead" in duty.unspecified else duty.at
