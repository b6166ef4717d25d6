"""A schedule that breaks off, leaves out months in which something is due, or does not say of which year it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Related
from xuequ.model.elements import Duty, Phase, Schedule
from xuequ.model.frequency import months
from xuequ.model.time.values import as_written
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import done_in, is_complete, rows

CODE = "TIM110"


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each thing a schedule lacks."""
    for schedule in facts.scheme.schedules:
        name = schedule.name
        if not schedule.complete:
            last = "、".join(as_written(schedule.rows[-1].when)) if schedule.rows else ""
            place = facts.place((*schedule.at, "complete"))
            yield finding(CODE, place, name=name, how=Word("breaks_off"), last=last, missing="")
        for field in sorted(schedule.unspecified & {"school_year", "year"}):
            yield finding(
                CODE, facts.field(schedule, field), name=name, how=Word("no_year"), last="", missing=""
            )
        yield from _gaps(facts, schedule)


def _gaps(facts: RuleContext, schedule: Schedule) -> Iterator[Finding]:
    """Months between two rows that no row names, and in which something is due that no row names either.

    What comes after the last row may be left open.
    """
    named = {month for row in schedule.rows for month in months(row.when) or ()}
    due = [(duty, held) for duty in _elsewhere(facts, schedule) if (held := months(duty.when))]
    for before, row in pairwise(schedule.rows):
        left = set(_between(before, row)) - named
        missed = [(duty, held) for duty, held in due if left.issuperset(held)]
        if missed:
            where = "、".join(f"{m}月" for m in sorted({month for _, held in missed for month in held}))
            yield finding(
                CODE,
                facts.field(row, "when"),
                *(Related(place=facts.field(duty, "when"), label="due_then") for duty, _ in missed),
                name=schedule.name,
                how=Word("gap"),
                last="",
                missing=where,
            )


def _elsewhere(facts: RuleContext, schedule: Schedule) -> Iterator[Duty]:
    """The duties that no row of a schedule names; of a complete one TIM111 tells them."""
    named = {path for row in schedule.rows for path in done_in(facts, row)}
    held = {duty.path for _, row in rows(facts) for duty in row.duties}
    return (
        duty for duty in facts.duties if duty.path not in named | held and not is_complete(facts, schedule)
    )


def _between(before: Phase, row: Phase) -> list[int]:
    """The months after one row and before the next; none where a row names no month."""
    earlier, later = months(before.when), months(row.when)
    if earlier is None or later is None:
        return []
    start, end = earlier[-1], later[0]
    return [(start + step - 1) % 12 + 1 for step in range(1, (end - start) % 12)]
