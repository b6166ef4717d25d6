"""Work that is due before what it needs or rests on is done, or before that has to be done."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Level, Related
from xuequ.model.elements import Appraisal, Duty, Path, Work
from xuequ.model.frequency import pace
from xuequ.model.scoring import every
from xuequ.model.time.values import Length, Unit, When
from xuequ.rules.rule_context import RuleContext, work_of
from xuequ.rules.timing import calendar, done_in, in_phases, in_rows, named_duties, needed

if TYPE_CHECKING:
    from xuequ.calendar.agenda import Dated

CODE = "TIM107"
#: What is only revised is there before.
_REVISED = re.compile("修订|修改|完善|更新|调整")
#: The first and the last day, or row, something falls in.
Range = tuple[int, int]
#: How many days a unit has at least and at most.
_DAYS: Mapping[Unit, tuple[float, float]] = {
    Unit.HOUR: (1 / 24, 1 / 24),
    Unit.DAY: (1, 1),
    Unit.WEEK: (7, 7),
    Unit.MONTH: (28, 31),
    Unit.YEAR: (365, 366),
}
#: Of working days: a weekend in each week at most, and the longest holiday.
_WEEKENDS, _HOLIDAY = 7 / 5, 11


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding for each piece of work and what it rests on, where these come the wrong way round.

    Dates tell, rows of a schedule or lengths of time. A precondition is an error; a rubric, a basis or evidence that
    comes late is a warning, for there may be an older one.
    """
    pairs = [pair for work in work_of(facts) for pair in _pairs(facts, work) if pair.before.path != work.path]
    dated = _dated(facts, pairs)
    days, rows = _by_day(dated), list(_by_row(facts)) if pairs else []
    lasts, reaches = _last_days(dated), _Reaches(facts)
    for work, before, kind in pairs:
        late = any(_late(order, work, before) for order in (days, *rows))
        undated = work.path not in lasts and before.path not in lasts and _sooner_by_month(work, before)
        if late or undated or _sooner(lasts, work, before) or reaches.sooner(work, before):
            related = Related(place=facts.field(before, "when"), label="precondition")
            place = facts.field(work, "when")
            what = Word("precondition" if kind == "needs" else kind)
            found = finding(CODE, place, related, name=work.name, before=before.name, what=what)
            yield found if kind == "needs" and not undated else replace(found, level=Level.WARNING)


class _Pair(NamedTuple):
    """Work, something else that it rests on, and as what: the field that says so."""

    work: Work
    before: Work
    kind: str


def _pairs(facts: RuleContext, work: Work) -> Iterator[_Pair]:
    for ref in work.needs:
        yield from (_Pair(work, before, "needs") for before in needed(facts, ref.text))
    for kind, text in _rested_on(work):
        for before in _made(facts, text):
            if not any(when.every for when in before.when) and not _REVISED.search(before.name):
                yield _Pair(work, before, kind)


def _rested_on(work: Work) -> Iterator[tuple[str, str]]:
    yield from (("basis", ref.text) for ref in work.basis)
    if isinstance(work, Appraisal):
        yield from (("rubric_field", ref.text) for ref in work.rubric)
        yield from (("evidence", text) for each in every(work.criteria) for text in each.evidence)


def _made(facts: RuleContext, text: str) -> tuple[Work, ...]:
    """The work that yields something, or the appraisal of that name."""
    found = facts.plan.declarations.named(text, ("appraisal",))
    named = tuple(target.element for target in found if isinstance(target.element, Appraisal))
    return named if len(named) == 1 else needed(facts, text)


def _late(order: Mapping[Path, Range], duty: Work, before: Work) -> bool:
    """Whether all of the duty is over before anything of the precondition begins."""
    mine, first = order.get(duty.path), order.get(before.path)
    return mine is not None and first is not None and mine[1] < first[0]


def _sooner(lasts: Mapping[Path, int], duty: Work, before: Work) -> bool:
    """Whether the last day of the one is before that of the other."""
    mine, other = lasts.get(duty.path), lasts.get(before.path)
    return mine is not None and other is not None and mine < other


def _dated(facts: RuleContext, pairs: Sequence[_Pair]) -> tuple[Dated[Duty] | Dated[Appraisal], ...]:
    """Every duty and appraisal with its windows; none where nothing says which period is planned."""
    placed = in_rows(facts) | in_phases(facts) if pairs else frozenset()
    told = any(all(work.when or work.path in placed for work in (pair.work, pair.before)) for pair in pairs)
    days = calendar(facts) if told else None
    if days is None:
        return ()
    from xuequ.calendar.agenda import agendas

    duties, appraisals = agendas(facts.plan, days)
    return *duties, *appraisals


def _by_day(dated: Iterable[Dated[Duty] | Dated[Appraisal]]) -> Mapping[Path, Range]:
    return {
        one.work.path: (one.windows[0].first.toordinal(), max(w.last for w in one.windows).toordinal())
        for one in dated
        if one.windows
    }


def _last_days(dated: Iterable[Dated[Duty] | Dated[Appraisal]]) -> Mapping[Path, int]:
    """The last day of work that is done once and by then; a month (9月) may mean any day of it."""
    return {
        one.work.path: one.windows[0].last.toordinal()
        for one in dated
        if len(one.windows) == 1
        and one.windows[0].due is not None
        and all(_is_limit(when) for when in one.work.when)
    }


def _sooner_by_month(work: Work, before: Work) -> bool:
    """Whether the last day of the one is before that of the other in any year: in one month, or in years that are said.

    What comes round may rest on what was done the time before, and another month may be of another year.
    """
    if any(when.every or when.loose or when.event for when in (*work.when, *before.when)):
        return False
    mine, other = pace(work.when), pace(before.when)
    if mine.by is None or other.by is None or len(mine.by) != 3 or len(other.by) != 3:
        return False
    (year, month, day), (other_year, other_month, other_day) = mine.by, other.by
    if year or other_year:
        return bool(year and other_year) and mine.by < other.by
    return month == other_month and day < other_day


def _is_limit(when: When) -> bool:
    one_day = when.at is not None and when.at.last.is_one_day
    return when.every is None and (one_day or when.within is not None or when.by is not None)


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


class _Reaches:
    """By when duties have to be done, counted in days from the events they come after: no calendar is needed."""

    def __init__(self, facts: RuleContext) -> None:
        self._facts = facts
        self._known: dict[Path, Mapping[object, tuple[float, float]]] = {}

    def sooner(self, duty: Work, before: Work) -> bool:
        """Whether the duty has to be done, counted from an event of both, before its precondition has to be."""
        mine, other = self._of(duty), self._of(before)
        return any(most < other[event][0] < inf for event, (_, most) in mine.items() if event in other)

    def _of(self, duty: Work) -> Mapping[object, tuple[float, float]]:
        """For each event the fewest and the most days from it to the last day; events of events are added up."""
        if duty.path not in self._known:
            self._known[duty.path] = {}
            self._known[duty.path] = dict(self._worked_out(duty))
        return self._known[duty.path]

    def _worked_out(self, duty: Work) -> Iterator[tuple[object, tuple[float, float]]]:
        for when in duty.when if len(duty.when) == 1 else ():
            if not when.event or when.every:
                continue
            fewest, most = _last(when)
            works = named_duties(self._facts, when.event)
            yield tuple(work.path for work in works) or when.event, (fewest, most)
            for work in works if len(works) == 1 else ():
                for event, (less, more) in self._of(work).items():
                    yield event, (fewest + less, most + more)


def _last(when: When) -> tuple[float, float]:
    """The fewest and the most days from an event to the last day of what comes after or before it."""
    fewest, most = _days(when.at_least) if when.at_least else (0, 0)
    if when.after:
        less, more = _days(when.within) if when.within else (inf, inf)
        return fewest + less, most + more
    return -most, -fewest


def _days(length: Length) -> tuple[float, float]:
    if length.unit in _DAYS:
        fewest, most = _DAYS[length.unit]
        return length.number * fewest, length.number * most
    return length.number, length.number * _WEEKENDS + _HOLIDAY
