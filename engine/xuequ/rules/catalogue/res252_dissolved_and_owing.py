"""A body that is dissolved and still has work to do afterwards."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.findings.catalogue import shared
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Appraisal, Duty, Norm, Path, Ref, Work
from xuequ.model.frequency import months
from xuequ.rules.rule_context import RuleContext, work_of

CODE = "RES252"
#: What a body does at its end.
WINDING_UP = re.compile("移交|交接|清算|清理|清退|善后|注销|撤销|撤并|解散|安置")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each body and the work it still has, at the first of that."""
    for duty, path in facts.dissolved:
        if not duty.if_:
            works = [work for work in _after(facts, duty) if _has_part(facts, work, path)]
            if works and path in facts.nodes_at:
                ended = Related(place=facts.key(duty), label="dissolved")
                body = facts.called(facts.nodes_at[path][0].id)
                sharers = facts.sharers(works, "duty")
                yield shared(CODE, facts.key(works[0]), sharers, ended, name=body, duty=duty.name)


def _has_part(facts: RuleContext, work: Work, path: Path) -> bool:
    """Whether the body, or a post or organ within it, takes part, or every one of its kind has the work."""
    bound = (_bound(facts, work, ref) for ref in _parties(work))
    if any(actor is not None and actor[: len(path)] == path for actor in bound):
        return True
    body = facts.declared.get(path)
    return body is not None and any(ref.text.split("/")[-1] in body.labels for ref in work.each)


def _bound(facts: RuleContext, work: Work, ref: Ref) -> Path | None:
    binding = facts.plan.bindings.get((work.path, ref.at))
    return binding.actor if binding is not None else None


def _parties(work: Work) -> Iterator[Ref]:
    for refs in work.parts.values():
        yield from refs
    if isinstance(work, Appraisal):
        yield from (*work.assess, *work.for_)


def _after(facts: RuleContext, end: Duty) -> Iterator[Work]:
    """Work that may be due once a duty is done: what comes round, what has no time, and what has a later month."""
    last = _latest(facts, end)
    for work in work_of(facts):
        own = _latest(facts, work)
        once = own is not None and not any(when.every for when in work.when)
        early = once and last is not None and own is not None and own <= last
        if (
            work.path != end.path
            and work.norm is Norm.DUTY
            and not early
            and not WINDING_UP.search(work.name)
        ):
            yield work


def _latest(facts: RuleContext, work: Work) -> int | None:
    """Its last month, counted from that of the issue or from January."""
    found = months(work.when)
    issued = facts.scheme.issue.effective or facts.scheme.issue.date
    first = int(issued[5:7]) if len(issued) >= 7 else 1
    return max((month - first) % 12 for month in found) if found else None
