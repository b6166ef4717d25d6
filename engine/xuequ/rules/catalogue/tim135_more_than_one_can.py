"""A person or body with more to lead in every month than it can."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xuequ.compose.names import built_in
from xuequ.findings.catalogue import shared
from xuequ.findings.catalogue.words import Said
from xuequ.findings.finding import Finding
from xuequ.model.elements import Duty, Norm, Path, Post
from xuequ.model.time.values import Unit
from xuequ.rules.rule_context import RuleContext

CODE = "TIM135"
SETTINGS = {"occasions_of_a_post": 15, "occasions_of_a_body": 40}
#: How often a month has it, counted low; what is done every day is a habit and counts as a weekly one.
_A_MONTH = {
    Unit.DAY: 4,
    Unit.SCHOOL_DAY: 4,
    Unit.WORKING_DAY: 4,
    Unit.WEEK: 4,
    Unit.TEN_DAYS: 3,
    Unit.MONTH: 1,
}
_MEETING = re.compile("召开|召集|举行|(?:会议|例会|会商)$")


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each that leads, or is called to meetings, more often than the settings allow."""
    for (path, text), duties in _load(facts).items():
        actor = facts.declared.get(path)
        person = actor is None or isinstance(actor, Post)
        heads = int(actor.count.low or 1) if person and actor is not None and actor.count is not None else 1
        most = facts.number(CODE, "occasions_of_a_post" if person else "occasions_of_a_body") * heads
        times = sum(map(_occasions, duties))
        if times > most:
            yield shared(
                CODE,
                facts.key(duties[0] if actor is None else actor),
                facts.sharers(duties, "duty"),
                name=text if actor is None else actor.name,
                times=times,
                names=[duty.name for duty in duties[:3]],
                who=Said("一个人", "one person") if person else Said("一个机构", "one body"),
                most=most,
            )


def _load(facts: RuleContext) -> dict[tuple[Path, str], list[Duty]]:
    """The duties that come round within a month, by who leads them or is called to them; principals as written."""
    found: dict[tuple[Path, str], list[Duty]] = {}
    for duty in facts.duties:
        if duty.norm is not Norm.DUTY or not _occasions(duty):
            continue
        actors: dict[tuple[Path, str], None] = {}
        for ref in (*duty.carriers, *(duty.for_ if _MEETING.search(duty.name) else ())):
            binding = facts.plan.bindings.get((duty.path, ref.at))
            if binding is not None and binding.actor in facts.declared:
                actors[binding.actor, ""] = None
            elif built_in(ref.text.split("/")[-1]) == "principal":
                actors[(), ref.text] = None
        for actor in actors:
            found.setdefault(actor, []).append(duty)
    return found


def _occasions(duty: Duty) -> int:
    """How often a month has it, at least."""
    times = 0
    for when in duty.when:
        if when.every is not None and when.every.unit in _A_MONTH and when.every.most == 1:
            often = int(when.times.low or 1) if when.times is not None and not when.times.several else 1
            times += min(_A_MONTH[when.every.unit] * often, 8)
    return times
