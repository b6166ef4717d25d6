"""When the work of a plan falls, with the words that documents have for each duty."""

from __future__ import annotations

from typing import NamedTuple

from xuequ.documents.views.ground import Ground
from xuequ.documents.views.work import Line
from xuequ.plan.agenda import agenda as dated
from xuequ.plan.calendar import SchoolCalendar
from xuequ.plan.windows import Window


class Dated(NamedTuple):
    """A duty with its windows in order; `why_not` says why it has none, or no more.

    `recurs`: it has a rhythm, so that one time is not all of it.
    """

    line: Line
    windows: tuple[Window, ...]
    why_not: str = ""
    recurs: bool = False


def agenda(ground: Ground, calendar: SchoolCalendar) -> tuple[Dated, ...]:
    """Every duty that says when, in the order of the scheme."""
    found = []
    for duty, windows, loose, waits_for, outside in dated(ground.plan, calendar):
        why_not = "；".join((*loose, *(f"待“{event}”确定" for event in waits_for)))
        beyond = "不在本期内" if outside and not windows and not why_not else ""
        recurs = any(when.every for when in duty.when)
        found.append(Dated(ground.lines[duty.path], windows, why_not or beyond, recurs))
    return tuple(found)
