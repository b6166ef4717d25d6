"""Work whose preconditions, or the events its times count from, lead back to itself, so that none of it can begin."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from xuequ.findings.catalogue import finding
from xuequ.findings.finding import Finding, Place, Related
from xuequ.model.elements import Duty, Path
from xuequ.rules.rule_context import RuleContext
from xuequ.rules.timing import named_duties, needed

CODE = "TIM117"


class _Step(NamedTuple):
    """A duty, where it says that it waits for another, and that."""

    duty: Duty
    place: Place
    before: Duty


def check(facts: RuleContext) -> Iterator[Finding]:
    """One finding a circle, at the first of its duties."""
    steps: dict[Path, list[_Step]] = {}
    for duty in facts.duties:
        for ref in duty.needs:
            place = facts.place(ref.at)
            steps.setdefault(duty.path, []).extend(_Step(duty, place, b) for b in needed(facts, ref.text))
        for when in duty.when:
            works = named_duties(facts, when.after) if when.after else ()
            # 收到举报后 of a duty called 举报 is about no work of the scheme.
            if len(works) == 1 and works[0].path != duty.path:
                steps.setdefault(duty.path, []).append(_Step(duty, facts.field(duty, "when"), works[0]))
    told: set[Path] = set()
    for path in steps:
        circle = () if path in told else _circle(steps, path)
        told |= {step.duty.path for step in circle}
        if circle:
            first, *others = (step.place for step in circle)
            related = (Related(place=place, label="waits_too") for place in others)
            names = (*(step.duty.name for step in circle), circle[0].duty.name)
            yield finding(CODE, first, *related, circle=" → ".join(names))


def _circle(steps: Mapping[Path, list[_Step]], start: Path) -> tuple[_Step, ...]:
    """The shortest way from a duty along preconditions back to it; none if there is none."""
    ways: deque[tuple[_Step, ...]] = deque((step,) for step in steps[start])
    seen: set[Path] = set()
    while ways:
        way = ways.popleft()
        last = way[-1].before.path
        if last == start:
            return way
        if last not in seen:
            seen.add(last)
            ways += [(*way, step) for step in steps.get(last, ())]
    return ()
