"""What rules about time ask of a plan: its calendar, what a row or phase holds, and whether something has a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from xuequ.findings.nearest import is_alike, nearest
from xuequ.language.fields import kind_named
from xuequ.model.elements import Appraisal, Duty, Force, Path, Phase, Schedule, Work
from xuequ.model.time.short import counts_from_start, counts_to_end, event_names, triggers
from xuequ.model.time.years import Year, names_period
from xuequ.rules.rule_context import RuleContext
from xuequ.source.document import value_at

if TYPE_CHECKING:
    from xuequ.calendar.calendar import SchoolCalendar

#: What may be done need not say when.
OPTIONAL = frozenset({Force.MAY, Force.ENCOURAGED, Force.MUST_NOT})


def calendar(facts: RuleContext) -> SchoolCalendar | None:
    """The calendar of the period the scheme names, else of the school year it is checked for; None without either."""
    year = facts.school_year
    if year is None and not names_period(facts.scheme):
        return None
    from xuequ.calendar.calendar_reading import calendar_of  # most schemes name no period

    return calendar_of(facts.scheme, None if year is None else Year(year)).calendar


def tells_time(work: Work) -> bool:
    """Whether it has a rhythm or a date, and not loose words alone."""
    return any(not when.loose for when in work.when)


#: Work that answers what somebody did.
_ANSWERS = re.compile(
    "移送|移交|撤销|取消|吊销|终止|中止|暂停|停止|追究|处分|处罚|惩处|问责|约谈|责令|清退|追回|收回|辞退|解聘|免去|免职|除名"
)


def answers_case(duty: Duty) -> bool:
    """Whether it is due when something has happened that nobody can date: a breach, a case that is dealt with."""
    return bool(duty.breach or (duty.if_ and (duty.dissolves or duty.suspends or _ANSWERS.search(duty.name))))


def only_loose(work: Work) -> bool:
    """Whether words such as 定期 are all it has."""
    return bool(work.when) and not tells_time(work)


def rows(facts: RuleContext) -> Iterator[tuple[Schedule, Phase]]:
    """Every row with its schedule."""
    return ((schedule, row) for schedule in facts.scheme.schedules for row in schedule.rows)


def is_over(facts: RuleContext, work: Work) -> bool:
    """Whether it names only months that were past when the text was issued: a report of what was done."""
    lasts = [(place.last.year, place.last.month or 12) for when in work.when for place in when.places]
    years = [(year, month) for year, month in lasts if year is not None]
    if (
        not facts.scheme.issue.date
        or not years
        or len(years) < len(lasts)
        or any(when.every for when in work.when)
    ):
        return False
    from xuequ.calendar.calendar_reading import fixed_span

    issued = fixed_span(facts.scheme.issue.date, None)
    return issued is not None and max(years) < (issued.first.year, issued.first.month)


def in_phases(facts: RuleContext) -> frozenset[Path]:
    """The duties that a phase contains or names; their time is the phase's."""
    named = {path for phase in facts.scheme.phases for path in done_in(facts, phase)}
    return frozenset(named | {duty.path for phase in facts.scheme.phases for duty in phase.duties})


def in_rows(facts: RuleContext) -> frozenset[Path]:
    """The duties that a dated row contains or names."""
    dated = [row for _, row in rows(facts) if tells_time(row)]
    named = {path for row in dated for path in done_in(facts, row)}
    return frozenset(named | {duty.path for row in dated for duty in row.duties})


def done_in(facts: RuleContext, phase: Phase) -> tuple[Path, ...]:
    """The duties that a phase or row names; of a measure, all of its duties."""
    found: list[Path] = []
    for ref in phase.does:
        for target in facts.plan.declarations.named(ref.text, ("duty", "measure"))[:1]:
            found += [d.path for d in facts.duties if d.path[: len(target.path)] == target.path]
    return tuple(dict.fromkeys(found))


def counted_in(facts: RuleContext, appraisal: Appraisal) -> Appraisal | None:
    """The appraisal this one counts into."""
    if appraisal.into is None:
        return None
    targets = facts.plan.declarations.named(appraisal.into.appraisal.text, ("appraisal",))
    return next((one for one in facts.appraisals for t in targets if one.path == t.path), None)


def of_schools(facts: RuleContext) -> frozenset[Path]:
    """The duties that schools and clusters have; they keep school time."""
    clusters = {cluster.key for cluster in facts.scheme.clusters}
    kinds = {(task.duty.path, facts.plan.units[task.unit].type) for task in facts.plan.tasks if task.unit}
    return frozenset(path for path, kind in kinds if kind == "school" or kind.split("/")[0] in clusters)


def named_in(facts: RuleContext, event: str) -> tuple[str, ...]:
    """The duties, outputs, appraisals and phases that an event is about, by name; none where it is of nothing."""
    declared, kinds = facts.plan.declarations, _event_kinds()
    return triggers(event, lambda name: name if declared.named(name, kinds) else None)


def like_event(facts: RuleContext, event: str) -> tuple[str, ...]:
    """What of the scheme may have been meant by an event of nothing: names that have most of their characters in it."""
    declared = facts.plan.declarations
    outputs = set(declared.labels(("output",)))
    labels = [
        label
        for label in declared.labels(_event_kinds())
        if label in outputs or not _says_another_act(event, label)
    ]
    for name in event_names(event):
        if _is_moment(name):
            continue
        near = nearest(name, [label for label in labels if is_alike(name, label)])
        if near and not _is_lapse(name, near):
            return near
    return ()


#: What stands before the name of work and does not make it another act.
_DOING = ("开展", "组织", "实施", "进行", "完成", "结束", "启动")


def _says_another_act(event: str, label: str) -> bool:
    """Whether both are about one thing and say two things of it: 发现重大隐患 is no slip of 报告重大隐患."""
    act, thing = label[:2], label[2:]
    other = event.removesuffix(thing)
    return (
        len(thing) > 1
        and other != event
        and len(other) > 1
        and not set(act) & set(other)
        and not other.endswith(_DOING)
    )


def _is_moment(name: str) -> bool:
    """Whether words for the moment (届满, 启动) stand in it, which would be likened to words for work."""
    return counts_to_end(name) or counts_from_start(name)


def _is_lapse(name: str, near: Sequence[str]) -> bool:
    """Whether it is a length of time (任期, 公示期) and no slip of work that is called after it."""
    return name.endswith("期") and not any(one.endswith("期") for one in near)


def _event_kinds() -> tuple[str, ...]:
    return kind_named("rhythm").fields["after"].refs


def named_duties(facts: RuleContext, event: str) -> tuple[Duty, ...]:
    """The duties that an event is about: by their names, or those whose output it is."""
    lasts = {name.split("/")[-1] for name in named_in(facts, event)}
    return tuple(
        duty for duty in facts.duties if lasts & {*duty.labels, *(output.text for output in duty.output)}
    )


def needed(facts: RuleContext, text: str) -> tuple[Duty, ...]:
    """The duty a precondition is, or the one that yields it; several mean nobody knows which."""
    targets = facts.plan.declarations.named(text, ("duty", "output"))
    paths = {target.path for target in targets if target.kind == "duty"}
    outputs = {target.path[-1] for target in targets if target.kind == "output"}
    found = [d for d in facts.duties if d.path in paths or any(o.text in outputs for o in d.output)]
    return tuple(found) if len(found) == 1 else ()


def is_complete(facts: RuleContext, schedule: Schedule) -> bool:
    """Whether the scheme says in so many words that the schedule is complete."""
    return value_at(facts.plan.composed.tree, (*schedule.at, "complete")) is True
