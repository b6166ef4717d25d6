"""How long work goes on, and whether anybody can tell when it is over."""

from __future__ import annotations

from xuequ.model.amount.numerals import plain
from xuequ.model.amount.quantity import Quantity
from xuequ.model.elements import Appraisal, Duty
from xuequ.model.time.reading import read_length
from xuequ.model.time.values import Length


def length_of(lasts: Quantity) -> Length | None:
    """A length of time that is one number: 7个工作日; None for 不少于5个工作日, 约一周, 一学期."""
    vague = lasts.about or lasts.several or bool(lasts.tenor)
    return read_length(plain(lasts.text)) if lasts.exact and not vague else None


def says_its_end(work: Duty | Appraisal) -> bool:
    """Whether it says how long it goes on, or from when to when."""
    if isinstance(work, Duty) and work.lasts is not None:
        return True
    stretches = [when.at or when.during for when in work.when if not when.loose]
    return bool(stretches) and all(one is not None and one.first != one.last for one in stretches)
