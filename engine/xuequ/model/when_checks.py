"""Whether the calendar has a place, and whether a rhythm's unit can hold it."""

from __future__ import annotations

from calendar import monthrange

from xuequ.model.calendar_place import TEN_DAY_PORTIONS, Place, Stretch, Unit
from xuequ.model.when_values import When

_SIZE = {unit: size for size, unit in enumerate(Unit)}
_DAYS = (Unit.DAY, Unit.SCHOOL_DAY, Unit.WORKING_DAY)
_YEARS = (Unit.YEAR, Unit.SCHOOL_YEAR)
_WITHOUT_PORTIONS = (*_DAYS, Unit.TEN_DAYS)


def exists(place: Place) -> bool:
    """Whether the calendar has such a place: no 13月, no 2月30日, no year nobody plans."""
    if place.year is not None and not 1900 <= place.year < 2200:
        return False
    if place.month is not None and not 1 <= place.month <= 12:
        return False
    if place.quarter is not None and not 1 <= place.quarter <= 4:
        return False
    if place.time and not ("00:00" <= place.time <= "24:00" and place.time[3:] < "60"):
        return False
    if place.week is not None and not 1 <= place.week <= 30:
        return False
    longest = monthrange(place.year or 2000, place.month)[1] if place.month is not None else 31
    return place.day is None or 1 <= place.day <= longest


def runs_backwards(stretch: Stretch) -> bool:
    """Whether it ends before it begins: 2025-09..2025-08. Without years 9月至8月 runs into the next year."""
    first, last = stretch
    if first.year is None and (first.month is None or first.month != last.month):
        return False
    for begun, ended in ((first.year, last.year), (first.month, last.month), (first.day, last.day)):
        if begun != ended:
            return begun is not None and ended is not None and begun > ended
    return False


def fits(when: When) -> bool:
    """Whether every place of a rhythm can lie in its unit: no 每月9月, no 每季度20日."""
    if when.every is None:
        return True
    stretches = [one for one in (when.at, when.by) if one is not None]
    return all(_fits(place, when.every.unit) for one in stretches for place in one)


def _fits(place: Place, unit: Unit) -> bool:
    if place.year is not None or place.which is not None:
        return False
    if place.month is not None or place.quarter is not None or place.half is not None:
        return unit in (*_YEARS, Unit.SEMESTER, Unit.HALF_YEAR)
    if place.season is not None:
        return unit in _YEARS
    if place.of is not None:
        return _SIZE[place.of] < _SIZE[unit]
    if place.week is not None:
        return _SIZE[unit] >= _SIZE[Unit.MONTH]
    if place.weekday is not None:
        return unit is Unit.WEEK
    if place.day is not None or place.portion in TEN_DAY_PORTIONS:
        return unit is Unit.MONTH
    return unit not in _WITHOUT_PORTIONS if place.portion is not None else unit in _DAYS
