"""Work that is due before what it needs is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Duty, Path
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import calendar, done_in, needed

CODE = "TIM107"
#: The first and the last day, or row, something falls in.
Range = tuple[int, int]


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a duty and precondition that the dates, or the rows of one schedule, put the wrong way round."""
    days, rows = _by_day(facts), list(_by_row(facts))
    for duty in facts.duties:
        for ref in duty.needs:
            for before in needed(facts, ref.text):
                if before.path != duty.path and any(_late(order, duty, before) for order in (days, *rows)):
                    related = Related(place=facts.field(before, "when"), label="precondition")
                    place = facts.field(duty, "when")
                    yield finding(CODE, place, related, name=duty.name, before=before.name)


def _late(order: Mapping[Path, Range], duty: Duty, before: Duty) -> bool:
    """Whether all of the duty is over before anything of the precondition begins."""
    mine, first = order.get(duty.path), order.get(before.path)
    return mine is not None and first is not None and mine[1] < first[0]


def _by_day(facts: RuleContext) -> Mapping[Path, Range]:
    days = calendar(facts)
    if days is None:
        return {}
    from xuequ.calendar.agenda import agenda

    return {
        one.work.path: (one.windows[0].first.toordinal(), max(w.last for w in one.windows).toordinal())
        for one in agenda(facts.plan, days)
        if one.windows
    }


def _by_row(facts: RuleContext) -> Iterator[Mapping[Path, Range]]:
    """For each schedule the rows a duty stands in; one that has a time of its own may fall elsewhere."""
    timed = {duty.path for duty in facts.duties if duty.when and "when" not in duty.origin}
    for schedule in facts.scheme.schedules:
        found: dict[Path, Range] = {}
        for number, row in enumerate(schedule.rows):
            for path in (*(duty.path for duty in row.duties), *done_in(facts, row)):
                first, _ = found.get(path, (number, number))
                found[path] = (first, number)
        yield {path: where for path, where in found.items() if path not in timed}
