"""A schedule that breaks off, leaves months out, or does not say of which year it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from xuequ.check.facts import Facts
from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Phase, Schedule
from xuequ.model.pace import months

CODE = "TIM110"
#: Nothing is expected of schools in the breaks.
BREAKS = frozenset({2, 7, 8})


def check(facts: Facts) -> Iterator[Finding]:
    """One finding for each thing a schedule lacks."""
    for schedule in facts.scheme.schedules:
        name = schedule.name
        if not schedule.complete:
            last = "、".join(when.text for when in schedule.rows[-1].when) if schedule.rows else ""
            place = facts.place((*schedule.at, "complete"))
            yield finding(CODE, place, name=name, how=Word("breaks_off"), last=last, missing="")
        for field in sorted(schedule.unspecified & {"school_year", "year"}):
            yield finding(
                CODE, facts.field(schedule, field), name=name, how=Word("no_year"), last="", missing=""
            )
        yield from _gaps(facts, schedule)


def _gaps(facts: Facts, schedule: Schedule) -> Iterator[Finding]:
    """Months between two rows that no row names; what comes after the last row may be left open."""
    named = {month for row in schedule.rows for month in months(row.when) or ()}
    for before, row in pairwise(schedule.rows):
        left = [month for month in _between(before, row) if month not in named | BREAKS]
        if left:
            where = "、".join(f"{month}月" for month in left)
            yield finding(
                CODE, facts.field(row, "when"), name=schedule.name, how=Word("gap"), last="", missing=where
            )


def _between(before: Phase, row: Phase) -> list[int]:
    """The months after one row and before the next; none where a row names no month."""
    earlier, later = months(before.when), months(row.when)
    if earlier is None or later is None:
        return []
    start, end = earlier[-1], later[0]
    return [(start + step - 1) % 12 + 1 for step in range(1, (end - start) % 12)]
