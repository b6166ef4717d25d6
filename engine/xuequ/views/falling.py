"""What of an amount falls to one cluster or school, in words: 一线教师的15%（本单位4人）.

Where it must hold only for a larger place, a school owes no number of its own: the place has one, and the school's
part of it is a proposal (分解参考数).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from xuequ.calendar.heads import level_of, numbers, of_whom, places_of, schools_together
from xuequ.calendar.shares import Allotment
from xuequ.model.amount.quantity import say
from xuequ.model.elements import Duty, Path
from xuequ.resolution.bases import base_name, columns
from xuequ.resolution.places import SCHOOL
from xuequ.resolution.plan import Task, Unit
from xuequ.views.context import Context

#: What a head count has in its name whose heads are no people.
_THINGS = ("班", "校", "园", "室")


class _Fallen(NamedTuple):
    """One amount of a duty: whom it is a part of, of which schools, what falls to each, where it must hold."""

    name: str
    among: frozenset[str]
    numbers: Allotment
    measure: str
    level: str


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
        if among := self._of_schools(task):
            return f"{text}（{among}）"
        told = [(each.name, said) for each in self._of(task) if (said := self._said(each, unit))]
        if len(told) > 1:
            return f"{text}（{'；'.join(f'{name}：{said}' for name, said in told)}）"
        return f"{text}（{told[0][1]}）" if told else text

    def _of_schools(self, task: Task) -> str:
        """What one for every so many schools comes to where they are counted together: 5所学校共不少于3名.

        A rest that is no whole number of them needs one more. Of an upper bound nobody knows what the rest may have.
        """
        if len(task.duty.amount) != 1:
            return ""
        (amount,) = task.duty.amount
        each = amount.count
        low = each.low if each is not None else None
        if len(amount.per) != 1 or each is None or low is None:
            return ""
        per = amount.per[0]
        many = per.size.low
        if per.unit != SCHOOL or not many or many == 1 or not per.size.exact or each.share:
            return ""
        schools = schools_together(self._context.plan, task)
        number = ceil(Fraction(len(schools)) / many) * low
        exact = number.denominator == 1 and each.high is None and not (each.over or each.about)
        total = say(replace(each, low=number, high=number, figures=("", "")))
        return f"{len(schools)}所学校共不少于{total}" if schools and exact else ""

    def _said(self, fallen: _Fallen, unit: Unit) -> str:
        """本单位不少于3人; of one in a place that must have it, 东学区合计不少于5人，本单位分解参考数3人."""
        own = _counted(fallen, unit)
        number = _bounds(fallen, own)
        if number is None:
            return ""
        above = [
            place
            for place in self._units.values()
            if place.type == fallen.level != unit.type and own < _counted(fallen, place)
        ]
        if not above:
            return f"本单位{_worded(number, fallen.measure)}"
        total = _bounds(fallen, _counted(fallen, above[0]))
        if len(above) > 1 or total is None:
            return ""
        part = _plain(number, fallen.measure)
        return f"{above[0].name}合计{_worded(total, fallen.measure)}，本单位分解参考数{part}"

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
        for amount in duty.amount:
            level = level_of(plan, amount.hold) if amount.hold else told
            # Of so many schools nobody knows which: that falls to none of them.
            heads = amount.of and not places_of(plan, amount)
            among = of_whom(plan, duty, level) if heads and level else None
            found = numbers(plan, amount, level, among) if among is not None else None
            if found is not None and among is not None:
                name = self._context.names.named(base_name(amount))
                yield _Fallen(name, among, found, _measure(columns(plan.scheme, amount)), level)


def _measure(counted: Iterable[str]) -> str:
    return "个" if any(thing in name for name in counted for thing in _THINGS) else "人"


#: What falls to somebody at least and at most, None where no such bound is set.
_Bounds = tuple[int | None, int | None]


def _counted(fallen: _Fallen, unit: Unit) -> frozenset[str]:
    """The schools of a place that count."""
    return (frozenset({unit.id}) if unit.type == SCHOOL else unit.schools) & fallen.among


def _bounds(fallen: _Fallen, schools: frozenset[str]) -> _Bounds | None:
    """What falls to schools together; None where there are none, or of one of them it is not known."""
    least, most = fallen.numbers.least, fallen.numbers.most
    bounds = [bound for bound in (least, most) if bound is not None]
    if not bounds or not schools or not all(schools <= bound.keys() for bound in bounds):
        return None
    return (
        None if least is None else sum(least[school] for school in schools),
        None if most is None else sum(most[school] for school in schools),
    )


def _worded(number: _Bounds, measure: str) -> str:
    least, most = number
    before = "不超过" if least is None else "不少于" if most is None else ""
    return f"{before}{_plain(number, measure)}"


def _plain(number: _Bounds, measure: str) -> str:
    ends = dict.fromkeys(str(bound) for bound in number if bound is not None)
    return f"{'至'.join(ends)}{measure}"
