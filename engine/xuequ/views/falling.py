"""What of an amount falls to one cluster or school, in words: 一线教师的15%（本单位4人）."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from xuequ.calendar.heads import level_of, numbers, places_of, told_to
from xuequ.calendar.shares import Allotment
from xuequ.model.elements import Duty, Path
from xuequ.resolution.bases import base_name, columns
from xuequ.resolution.places import SCHOOL
from xuequ.resolution.plan import Task, Unit
from xuequ.views.context import Context

#: What a head count has in its name whose heads are no people.
_THINGS = ("班", "校", "园", "室")


class _Fallen(NamedTuple):
    """One amount of a duty: whom it is a part of, what falls to each school, and what is counted."""

    name: str
    numbers: Allotment
    measure: str


class Falls:
    """The amounts of duties by place. A share is worked out once and read off for every school."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._units = context.plan.units
        self._whole = next(iter(self._units.values()))
        self._known: dict[tuple[Path, str], tuple[_Fallen, ...]] = {}

    def to(self, task: Task, place: str) -> str:
        """The amount as the scheme has it, and its number for the unit `place` where one can be told."""
        text = self._context.lines[task.duty.path].amount
        unit = self._units.get(place)
        if not text or unit is None or unit.typical or unit.id == self._whole.id:
            return text
        told = [(each.name, said) for each in self._of(task) if (said := _said(each, unit))]
        if len(told) > 1:
            return f"{text}（本单位：{'，'.join(f'{name}{said}' for name, said in told)}）"
        return f"{text}（本单位{told[0][1]}）" if told else text

    def _of(self, task: Task) -> tuple[_Fallen, ...]:
        stands = self._units.get(task.unit, self._whole).type
        key = (task.duty.path, stands)
        if key not in self._known:
            self._known[key] = tuple(self._worked_out(task.duty, stands))
        return self._known[key]

    def _worked_out(self, duty: Duty, stands: str) -> Iterator[_Fallen]:
        """None of an amount where nothing says on which level it must be true: no reading is invented."""
        plan = self._context.plan
        told = stands if stands != self._whole.type else ""
        among = told_to(plan, duty) if duty.amount else None
        for amount in duty.amount:
            level = level_of(plan, amount.hold) if amount.hold else told
            # Of so many schools nobody knows which: that falls to none of them.
            heads = amount.of and not places_of(plan, amount)
            found = numbers(plan, amount, level, among) if heads and level else None
            if found is not None:
                name = self._context.names.named(base_name(amount))
                yield _Fallen(name, found, _measure(columns(plan.scheme, amount)))


def _measure(counted: Iterable[str]) -> str:
    return "个" if any(thing in name for name in counted for thing in _THINGS) else "人"


def _said(fallen: _Fallen, unit: Unit) -> str:
    """The number of a unit: that of a school, or of all schools of a cluster."""
    schools = {unit.id} if unit.type == SCHOOL else unit.schools
    least, most = (
        None if bound is None else sum(bound.get(school, 0) for school in schools)
        for bound in (fallen.numbers.least, fallen.numbers.most)
    )
    if least is None:
        return "" if most is None else f"不超过{most}{fallen.measure}"
    if most is None:
        return f"不少于{least}{fallen.measure}"
    return f"{least}{fallen.measure}" if least == most else f"{least}至{most}{fallen.measure}"
