"""How long work goes on, and whether anybody can tell when it is over."""

from __future__ import annotations

from xuequ.model.amount.numerals import plain
from xuequ.model.amount.quantity import Quantity
from xuequ.model.elements import Appraisal, Duty
from xuequ.model.time.reading import read_length
from xuequ.model.time.values import Length, When


def length_of(lasts: Quantity) -> Length | None:
    """A length of time that is one number: 7个工作日; None for 不少于5个工作日, 约一周, 一学期."""
    vague = lasts.about or lasts.several or bool(lasts.tenor)
    return read_length(plain(lasts.text)) if lasts.exact and not vague else None


def says_its_end(work: Duty | Appraisal) -> bool:
    """Whether it says how long it goes on, from when to when, or within what time: 整改期满 of 30日内整改."""
    if isinstance(work, Duty) and work.lasts is not None:
        return True
    dated = [when for when in work.when if not when.loose]
    limits = not any(word in work.name for word in _OWN_PERIOD)
    return bool(dated) and all(_runs(when) or (limits and _is_limited(when)) for when in dated)


#: Work that begins within its time and goes on for one of its own, which nobody says: 公示期满.
_OWN_PERIOD = ("公示", "公告", "公布", "征求", "展示", "试用", "试行", "试点")


def _runs(when: When) -> bool:
    """Whether it is from one place of the calendar to another."""
    stretch = when.at or when.during
    return stretch is not None and stretch.first != stretch.last


def _is_limited(when: When) -> bool:
    """Whether it has so long from an event on."""
    return when.every is None and when.within is not None and bool(when.after)
