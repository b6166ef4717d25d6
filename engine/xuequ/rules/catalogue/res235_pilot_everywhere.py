"""A pilot that every cluster or school has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.compose.names import built_in
from xuequ.findings.catalogue import finding
from xuequ.findings.finding import DocPath, Finding, Related
from xuequ.model.elements import Duty, Norm, Work
from xuequ.rules.rule_context import RuleContext

CODE = "RES235"
PILOT = re.compile("试点(?!经验|成果|工作的?基础|校的|区的)|先行|率先|(?<![(（])试行(?![)）])|试验区|实验区")
#: Work on a pilot that is over, or that leads from it to the whole.
_OVER = re.compile(
    "推广|推开|铺开|总结|扩面|全覆盖|在.{0,12}试点(?:的)?基础上|经过.{0,6}试点|试点(?:结束|期满)后"
)


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each measure or duty that says it is a pilot, at the first duty that stands everywhere."""
    told: set[DocPath] = set()
    for duty in facts.duties:
        pilot = _pilot(facts, duty) if _is_everywhere(facts, duty) else None
        if pilot is None or pilot.at in told or _brings(facts, pilot, duty):
            continue
        told.add(pilot.at)
        place = facts.place(duty.origin.get("each", (*duty.at, "each")))
        related = () if pilot is duty else (Related(place=facts.key(pilot), label="trial"),)
        names = facts.written(duty, duty.each)
        yield finding(CODE, place, *related, name=pilot.name, duty=duty.name, each=names)


def _is_everywhere(facts: RuleContext, duty: Duty) -> bool:
    """Whether every cluster of a type, school or place below has to do it; a type may be a pilot as a whole."""
    if not duty.each or duty.where or duty.excepted or duty.if_ or duty.norm is not Norm.DUTY:
        return False
    whole = facts.scheme.locality.level
    for ref in duty.each:
        cluster = next((c for c in facts.scheme.clusters if ref.text in c.labels), None)
        if cluster is None and built_in(ref.text) not in ("school", "town", "county", "city"):
            return False
        if built_in(ref.text) == whole or (cluster is not None and (cluster.pilot or cluster.key == whole)):
            return False
    return True


def _brings(facts: RuleContext, pilot: Work, duty: Duty) -> bool:
    """Whether the pilot itself sets up the clusters that have the duty."""
    inside = (d for d in facts.duties if d.path[: len(pilot.path)] == pilot.path)
    made = {ref.text.split("/")[-1] for d in inside for ref in d.sets_up}
    kinds = [c for ref in duty.each for c in facts.scheme.clusters if ref.text in c.labels]
    return any(made & cluster.labels for cluster in kinds)


def _pilot(facts: RuleContext, duty: Duty) -> Work | None:
    """What says that it is a pilot: the duty itself, else the innermost measure that holds it."""
    measures = (facts.measures.get(duty.measure[:n]) for n in range(len(duty.measure), 0, -1))
    for element in (duty, *(m for m in measures if m is not None)):
        text = f"{element.name} {element.note}"
        if PILOT.search(text) and not _OVER.search(text):
            return element
    return None
