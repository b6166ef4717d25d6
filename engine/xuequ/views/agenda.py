"""When the work of a plan falls, with the words that documents have for each duty and appraisal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from xuequ.calendar import agenda as plans
from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.span import Span
from xuequ.calendar.windows import Window
from xuequ.model.elements import Appraisal, Duty, Norm
from xuequ.model.time.saying import say_when
from xuequ.model.time.values import Unit, When
from xuequ.resolution.references import appraisals, duties
from xuequ.views.context import Context
from xuequ.views.reviews import appraisal_facts
from xuequ.views.times import whens_text
from xuequ.views.wording import marked
from xuequ.views.work import Line, when_text, work_key

_DAYS = frozenset({Unit.DAY, Unit.SCHOOL_DAY, Unit.WORKING_DAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A duty or an appraisal as calendars and ledgers have it; `key` tells which, `about` is all that is said of it."""

    key: str
    name: str
    measure: str
    owner: str
    when: str
    note: str
    about: str
    whens: tuple[When, ...]
    limits: str = ""

    @property
    def work(self) -> str:
        """Its name with what narrows it, for a row that says nothing else of it: 巡查（限农村学校）."""
        return f"{self.name}（{self.limits}）" if self.limits else self.name

    @property
    def recurs(self) -> bool:
        """Whether it has a rhythm, so that one time is not all of it."""
        return any(when.every for when in self.whens)

    @property
    def constant(self) -> bool:
        """Whether it comes round every week or oftener and has no other time."""
        return bool(self.whens) and all(_weekly(when) for when in self.whens)


class Dated(NamedTuple):
    """Work with its windows in order; `why_not` says why it has none, or no more.

    `beside` are its times just before or behind the period, in a semester or school year that touches it, `skipped`
    those that lie in a school's holidays.
    """

    entry: Entry
    windows: tuple[Window, ...]
    why_not: str = ""
    beside: tuple[Span, ...] = ()
    skipped: tuple[Span, ...] = ()


def duty_entry(duty: Duty, context: Context) -> Entry:
    """A duty; whoever leads it answers for it, else who is responsible."""
    said = context.lines[duty.path]
    return Entry(
        key=work_key("duty", duty.path),
        name=said.name,
        measure=said.measure,
        owner=said.owner,
        when=said.when,
        note=said.note,
        about="\n".join(map(str, said.facts)),
        whens=duty.when,
        limits=_limits(said),
    )


def _limits(line: Line) -> str:
    return "；".join(line.limited(""))


def appraisal_entry(appraisal: Appraisal, context: Context) -> Entry:
    """An appraisal; whoever assesses answers for it."""
    return Entry(
        key=work_key("appraisal", appraisal.path),
        name=marked(appraisal),
        measure="考核",
        owner=context.names.field(appraisal, appraisal.assess, "assess"),
        when=when_text(appraisal),
        note=appraisal.note,
        about="\n".join(map(str, appraisal_facts(appraisal, context))),
        whens=appraisal.when,
        limits=_limits(context.review_lines[appraisal.path]),
    )


def entries(context: Context) -> Iterator[Entry]:
    """All duties in the order of the scheme, then the appraisals that say when."""
    yield from (duty_entry(duty, context) for duty in duties(context.scheme) if duty.norm is Norm.DUTY)
    yield from (appraisal_entry(each, context) for each in _asked(context) if each.when)


def _asked(context: Context) -> Iterator[Appraisal]:
    return (appraisal for appraisal in appraisals(context.scheme) if appraisal.norm is Norm.DUTY)


def agenda(context: Context, calendar: SchoolCalendar) -> tuple[Dated, ...]:
    """Every duty and appraisal that says when, in the order of the scheme."""
    of_duties, of_appraisals = plans.agendas(context.plan, calendar)
    return (
        *(_dated(duty_entry(each.work, context), each) for each in of_duties if each.work.norm is Norm.DUTY),
        *(_dated(appraisal_entry(a.work, context), a) for a in of_appraisals if a.work.norm is Norm.DUTY),
    )


def _dated(entry: Entry, timed: plans.Dated[Duty] | plans.Dated[Appraisal]) -> Dated:
    said = [*timed.loose, *(f"待“{event}”确定" for event in timed.waits_for)]
    if timed.each_time:
        entry = replace(entry, when=_each_time(entry, timed.each_time))
        said.append("按次起算，不推定日期")
    nowhere = timed.outside and not (timed.windows or timed.beside or timed.skipped or said)
    why_not = "；".join(said) or ("不在本期内" if nowhere else "")
    return Dated(entry, timed.windows, why_not, timed.beside, timed.skipped)


def _each_time(entry: Entry, each_time: Sequence[When]) -> str:
    """The times of work, with 每次 before those that hold for every time of other work."""
    texts = ((f"每次{say_when(when)}" if when in each_time else whens_text([when])) for when in entry.whens)
    return "、".join(dict.fromkeys(texts))


def _weekly(when: When) -> bool:
    every = when.every
    return every is not None and (every.unit in _DAYS or every.unit is Unit.WEEK) and every.most == 1
