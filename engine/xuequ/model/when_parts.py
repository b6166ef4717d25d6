"""The parts that short strings and mappings of a `when` have in common: rhythms, lengths, places, events."""

from __future__ import annotations

from dataclasses import replace

from xuequ.model.calendar_place import Every, Length, Stretch, Unit
from xuequ.model.numerals import plain
from xuequ.model.quantity import Quantity, read_quantity
from xuequ.model.unreadable import Unreadable
from xuequ.model.when_cursor import Cursor
from xuequ.model.when_places import read_stretches
from xuequ.model.when_tokens import Kind

#: Units that stand for days, each counting other ones.
DAY_UNITS = (Unit.DAY, Unit.SCHOOL_DAY, Unit.WORKING_DAY)
#: No rhythm or length of a policy has more units than this; dates would run out of the calendar.
_LONGEST = 1000


def read_calendar(value: object, inside: Unit | None = None) -> tuple[Stretch, ...] | None:
    """Places and stretches of the calendar from a string; None if it names none."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    cur = Cursor(plain(str(value)))
    found = read_stretches(cur, inside)
    if found is None or not cur.done:
        return None
    return found if inside or all(stands_alone(one) for one in found) else None


def stands_alone(stretch: Stretch) -> bool:
    """Whether it means something with no rhythm around it: 9月 does, 下午 does not."""
    return stretch.first.stands_alone and (stretch.last.stands_alone or stretch.last == stretch.first)


def event_named(text: str) -> str:
    """`issued` and `effective` for the Chinese that means them, else the name as it stands."""
    bare = text
    for head in ("本方案", "方案", "本意见", "意见", "本办法", "办法", "通知", "文件"):
        bare = bare.removeprefix(head)
    if bare in ("印发", "发布", "下发", "发文"):
        return "issued"
    return "effective" if bare in ("施行", "实施", "生效") else text


def read_times(value: object) -> Quantity | Unreadable:
    """How often: a quantity that counts times or nothing."""
    quantity = read_quantity(value)
    if isinstance(quantity, Unreadable):
        return quantity
    if quantity.unit not in ("", "time") or quantity.share:
        return Unreadable(code="AMT001", text=str(value), nearest=("3", "5次以上", "1..2"))
    return replace(quantity, unit="")


def rhythm(cur: Cursor) -> Every | None:
    """[每][N[至M]][个]UNIT at the cursor."""
    cur.take(Kind.EVERY)
    least = cur.number()
    most = least
    if least is not None and (cur.take(Kind.TO) or cur.sees(Kind.UNIT, Kind.TO, Kind.NUMBER)):
        cur.take(Kind.UNIT)
        cur.take(Kind.TO)
        most = cur.number()
    cur.take(Kind.EACH_ONE)
    counted = unit(cur)
    if counted is None or least == 0 or (most or 1) > _LONGEST:
        return None
    if least is not None and (most is None or most < least):
        return None
    return Every(unit=counted, least=least or 1, most=most or 1)


def unit(cur: Cursor) -> Unit | None:
    """A unit at the cursor; 日 and 天 are days."""
    if cur.take(Kind.DAY):
        return Unit.DAY
    word = cur.take(Kind.UNIT)
    return Unit(str(word.value)) if word else None


def length(cur: Cursor) -> Length | None:
    """`10 working_days`, 三十日, 3个月 at the cursor; semesters and quarters are no lengths."""
    number = cur.number()
    cur.take(Kind.EACH_ONE)
    counted = unit(cur) if number else None
    if not number or number > _LONGEST or counted not in (*DAY_UNITS, Unit.WEEK, Unit.MONTH, Unit.YEAR):
        return None
    return Length(number=number, unit=counted)
