"""Expectations about a duty or appraisal: who has which part in it, when it falls, how much it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding
from xuequ.model.elements import Appraisal, Duty
from xuequ.model.time.reading import FORMS, read_when
from xuequ.model.unreadable import Unreadable
from xuequ.query.asked import actors_named, meant_by, unit_named, unknown, work_named
from xuequ.query.times import Month, read_month, span_text
from xuequ.query.who import part_of, rows_of
from xuequ.resolution.plan import Plan, Review, Task
from xuequ.workspace.expectations.about_actors import matches, named, names_of
from xuequ.workspace.expectations.amounts import of_amount
from xuequ.workspace.expectations.values import NOBODY, PARTS, Expectation
from xuequ.workspace.expectations.world import (
    UNSPECIFIED,
    World,
    counted,
    differs,
    groundless,
    unreadable,
    written,
)

Work: TypeAlias = Duty | Appraisal
Row: TypeAlias = Task | Review


def of_work(one: Expectation, world: World) -> Iterator[Finding]:
    """Everything an expectation says of the work it names."""
    works = work_named(world.plan, one.subject)
    if len(works) != 1:
        yield _not_one(one, world.plan, works)
        return
    rows = _rows(one, world.plan, works[0])
    if isinstance(rows, Finding):
        yield rows
        return
    for part in PARTS:
        if part in one.said:
            yield from _part(one, part, world.plan, works[0], rows)
    yield from _when(one, world, works[0])
    yield from of_amount(one, world, works[0])
    if "places" in one.said and (wrong := counted(one, "places", len(rows))):
        yield wrong


def _not_one(one: Expectation, plan: Plan, works: tuple[Work, ...]) -> Finding:
    if not works:
        return unknown(plan, one.subject, "work", one.place())
    paths = ["/".join(work.path) for work in works]
    return finding("REF102", one.place(), name=one.subject, paths=paths, longer=paths[0], renamed="")


def _rows(one: Expectation, plan: Plan, work: Work) -> tuple[Row, ...] | Finding:
    """The work as each place has it, or as the one that is named has it."""
    rows = rows_of(plan, work)
    name = one.text("unit")
    if not name:
        return rows
    unit = unit_named(plan, name)
    schools = unit.schools if unit is not None else frozenset(actors_named(plan, name))
    if not schools:
        return unknown(plan, name, "named_cluster", one.place("unit"))
    held = [row for row in rows if unit is not None and row.unit == unit.id]
    return tuple(held or (row for row in rows if plan.units[row.unit].schools <= schools))


def _part(one: Expectation, part: str, plan: Plan, work: Work, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Whether exactly those named have the part, wherever the work is done."""
    wanted = names_of(one, part)
    meant = {name: meant_by(plan, name) for name in wanted}
    missing = [name for name, nodes in meant.items() if not nodes]
    if missing:
        yield from (unknown(plan, name, "actor", one.place(part)) for name in missing)
        return
    wrong = [row for row in rows if not matches(part_of(row, part), meant.values())]
    if wrong or not rows:
        nodes = (node for row in wrong for node in part_of(row, part))
        units = [plan.units[row.unit].name for row in wrong] if len(rows) > 1 else []
        said = written(plan, work, part)
        yield differs(one, part, list(wanted) or Word(NOBODY), named(plan, nodes), units, said)


def _when(one: Expectation, world: World, work: Work) -> Iterator[Finding]:
    if "when" in one.said:
        yield from _rhythm(one, world.plan, work)
    if "months" in one.said:
        yield from _months(one, world, work)
    for field in ("windows", "times"):
        if field in one.said and world.times.calendar is None:
            yield groundless(one, field, "needs_period")
        elif field in one.said:
            yield from _windows(one, field, world, work)


def _rhythm(one: Expectation, plan: Plan, work: Work) -> Iterator[Finding]:
    text = one.text("when")
    said = written(plan, work, "when")
    actual: object = [when.text for when in work.when]
    if "when" in work.unspecified:
        actual = Word(UNSPECIFIED)
    if text == UNSPECIFIED:
        if "when" not in work.unspecified:
            yield differs(one, "when", Word(UNSPECIFIED), actual or Word("nothing"), said=said)
        return
    read = read_when(text)
    if isinstance(read, Unreadable):
        yield unreadable(one, "when", text, read.nearest or FORMS[:3])
    elif read != work.when:
        yield differs(one, "when", text, actual or Word("nothing"), said=said)


def _months(one: Expectation, world: World, work: Work) -> Iterator[Finding]:
    texts = one.names("months")
    wanted = {text: read_month(text) for text in texts}
    bad = [text for text, month in wanted.items() if month is None]
    months = [month for month in wanted.values() if month is not None]
    if bad:
        yield unreadable(one, "months", bad[0], ("9", "2025-09"))
        return
    dated = [month for month in months if month.year is not None]
    if dated and world.times.calendar is None:
        yield groundless(one, "months", "needs_period")
        return
    actual = _falls_in(world, work, with_year=bool(dated))
    if set(months) != set(actual):
        found = [_said(each) for each in actual] or Word("nothing")
        yield differs(one, "months", list(texts), found, said=written(world.plan, work, "when"))


def _falls_in(world: World, work: Work, *, with_year: bool) -> tuple[Month, ...]:
    """The months in which the work falls, in order."""
    if world.times.calendar is None:
        return tuple(Month(month) for month in sorted(world.times.months.get(work.path, ())))
    found: dict[Month, None] = {}
    for window in world.times.of(work.path):
        first = window.first.year * 12 + window.first.month - 1
        last = window.last.year * 12 + window.last.month - 1
        for number in range(first, last + 1):
            found[Month(number % 12 + 1, number // 12 if with_year else None)] = None
    return tuple(found)


def _said(month: Month) -> str:
    return str(month.month) if month.year is None else f"{month.year}-{month.month:02}"


def _windows(one: Expectation, field: str, world: World, work: Work) -> Iterator[Finding]:
    windows = world.times.of(work.path)
    if field == "times":
        if wrong := counted(one, field, len(windows)):
            yield wrong
        return
    actual: Mapping[str, None] = dict.fromkeys(span_text(window) for window in windows)
    if set(one.names(field)) != set(actual):
        said = written(world.plan, work, "when")
        yield differs(one, field, list(one.names(field)), list(actual) or Word("nothing"), said=said)
