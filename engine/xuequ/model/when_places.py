"""The grammar of calendar places: each alternative is a small function that reads it or steps back."""

from __future__ import annotations

from collections.abc import Callable

from xuequ.model.calendar_place import TEN_DAY_PORTIONS, Daytime, Place, Portion, Season, Stretch, Unit, Which
from xuequ.model.when_cursor import Cursor
from xuequ.model.when_tokens import Kind

_FIRST_YEAR = 1000


def read_stretches(cur: Cursor, inside: Unit | None) -> tuple[Stretch, ...] | None:
    """One stretch, or several with 、 between them; `inside` is the unit of the rhythm around them."""
    found = []
    one = read_stretch(cur, inside, None)
    while one is not None:
        found.append(one)
        start, previous = cur.at, one
        one = read_stretch(cur, inside, previous.last) if cur.take(Kind.LIST) else None
        if one is None:
            cur.at = start
    return tuple(found) or None


def read_stretch(cur: Cursor, inside: Unit | None, before: Place | None = None) -> Stretch | None:
    """A place, PLACE至PLACE, or two that touch (7月底8月初); `before` lends its month to a bare day."""
    first = read_place(cur, inside, before)
    if first is None:
        return None
    start = cur.at
    if cur.take(Kind.TO):
        following = bool(cur.take(Kind.NEXT_YEAR))
        last = read_place(cur, inside, first)
        if last is not None:
            return Stretch(first, _carried_on(first, last, following))
        cur.at = start
    touching = cur.attempt(lambda c: read_place(c, inside, None)) if first.month and first.portion else None
    if touching is not None and touching.month is not None:
        return Stretch(first, _carried_on(first, touching, False))
    cur.at = start
    return Stretch(first, first)


def _carried_on(first: Place, last: Place, following: bool) -> Place:
    """The end of a stretch with the year its beginning implies."""
    if first.year is None or last.year is not None or last.month is None:
        return last
    wraps = following or (first.month is not None and last.month < first.month)
    return last._replace(year=first.year + wraps)


def read_place(cur: Cursor, inside: Unit | None, before: Place | None = None) -> Place | None:
    """One place with its time of day; a number of times (五次) is none."""
    if _counts_times(cur):
        return None
    start = cur.at
    found = next((p for read in _PLACES if (p := _tried(read, cur, inside)) is not None), None)
    if found is not None and found.of is inside and found.which is None and found.year is None:
        found = found._replace(of=None)
    if before is not None and found is not None and found.month is None and (found.day or found.portion):
        found = _borrowed(found, before)
    timed = _timed(cur, found or Place())
    if timed == Place():
        cur.at = start
        return None
    return timed


def _tried(
    read: Callable[[Cursor, Unit | None], Place | None], cur: Cursor, inside: Unit | None
) -> Place | None:
    return cur.attempt(lambda c: read(c, inside))


def _borrowed(place: Place, before: Place) -> Place:
    """A bare day or ten-day period after one of a named month is in that month."""
    if before.month is None or place.of not in (None, Unit.MONTH):
        return place
    return place._replace(month=before.month, year=before.year, of=None)


def _counts_times(cur: Cursor) -> bool:
    return cur.sees(Kind.NUMBER, Kind.TIMES) or cur.sees(Kind.NUMBER, Kind.TO, Kind.NUMBER, Kind.TIMES)


def _timed(cur: Cursor, place: Place) -> Place:
    if word := cur.take(Kind.DAYTIME):
        place = place._replace(daytime=Daytime(str(word.value)))
    if clock := cur.take(Kind.CLOCK):
        place = place._replace(time=str(clock.value))
    return place


def _iso(cur: Cursor, inside: Unit | None) -> Place | None:
    word = cur.take(Kind.ISO)
    if word is None or not isinstance(word.value, tuple):
        return None
    year, month, day = word.value
    return Place(year=year, month=month, day=day)


def _in_year(cur: Cursor, inside: Unit | None) -> Place | None:
    year = cur.number()
    if year is None or year < _FIRST_YEAR or not cur.take(Kind.UNIT, Unit.YEAR):
        return None
    part = cur.attempt(_month) or _tried(_season, cur, None) or _tried(_part_of_year, cur, None)
    if part is not None:
        return part._replace(year=year)
    portion = _portion(cur)
    return Place(year=year, of=Unit.YEAR, portion=portion) if portion else Place(year=year)


def _school_year(cur: Cursor, inside: Unit | None) -> Place | None:
    year = cur.number()
    if year is None or year < _FIRST_YEAR:
        return None
    if cur.take(Kind.TO) and cur.number() != year + 1:
        return None
    if not cur.take(Kind.UNIT, Unit.SCHOOL_YEAR):
        return None
    season = cur.take(Kind.SEASON)
    named = Season(str(season.value)) if season else None
    return Place(year=year, of=Unit.SCHOOL_YEAR, season=named, portion=_portion(cur))


def _in_month(cur: Cursor, inside: Unit | None) -> Place | None:
    return _month(cur)


def _month(cur: Cursor) -> Place | None:
    month = cur.number()
    if month is None or not cur.take(Kind.UNIT, Unit.MONTH):
        return None
    day = cur.attempt(_day)
    if day is not None:
        return day._replace(month=month)
    if (portion := _portion(cur)) is not None:
        return Place(month=month, portion=portion)
    week = cur.attempt(_ordinal_week)
    return Place(month=month) if week is None else week._replace(month=month)


def _day(cur: Cursor) -> Place | None:
    day = cur.number()
    return Place(day=day) if day is not None and cur.take(Kind.DAY) else None


def _day_alone(cur: Cursor, inside: Unit | None) -> Place | None:
    return _day(cur)


def _part_of_year(cur: Cursor, inside: Unit | None) -> Place | None:
    if half := cur.take(Kind.HALF):
        return Place(half=int(str(half.value)))
    cur.take(Kind.ORDINAL)
    quarter = cur.number()
    if quarter is None or not cur.take(Kind.UNIT, Unit.QUARTER):
        return None
    return Place(quarter=quarter, portion=_portion(cur))


def _ordinal_week(cur: Cursor) -> Place | None:
    """第三周, week 3, and the weekday in it; 3周 only where a row of numbers shares its 第."""
    if cur.sees(Kind.UNIT, Kind.NUMBER) and cur.text.startswith("week", (cur.peek() or cur.words[0]).start):
        cur.at += 1
        week = cur.number()
    else:
        ordinal = cur.take(Kind.ORDINAL) or (cur.at and cur.words[cur.at - 1].kind in (Kind.TO, Kind.LIST))
        week = cur.number() if ordinal else None
        if week is None or not cur.take(Kind.UNIT, Unit.WEEK):
            return None
    weekday = cur.attempt(_weekday)
    return Place(week=week, weekday=weekday.weekday if weekday else None)


def _week(cur: Cursor, inside: Unit | None) -> Place | None:
    week = _ordinal_week(cur)
    return week and week._replace(of=inside or Unit.SEMESTER)


def _weekday(cur: Cursor) -> Place | None:
    if word := cur.take(Kind.WEEKDAY):
        return Place(weekday=int(str(word.value)))
    return _numbered_weekday(cur) if cur.take(Kind.UNIT, Unit.WEEK) else None


def _numbered_weekday(cur: Cursor) -> Place | None:
    """五 after 周; 日 and 天 are Sunday."""
    if cur.take(Kind.DAY):
        return Place(weekday=6)
    number = cur.number()
    return Place(weekday=number - 1) if number is not None and 1 <= number <= 6 else None


def _day_of_week(cur: Cursor, inside: Unit | None) -> Place | None:
    if (named := cur.attempt(_weekday)) is not None:
        return named
    return _numbered_weekday(cur) if inside is Unit.WEEK else None


def _season(cur: Cursor, inside: Unit | None) -> Place | None:
    if word := cur.take(Kind.SEASON):
        return Place(season=Season(str(word.value)), portion=_portion(cur))
    opening = cur.take(Kind.OPENING)
    if opening is None:
        return None
    if opening.value is None:
        return Place(of=Unit.SEMESTER, portion=Portion.START)
    return Place(season=Season(str(opening.value)), portion=Portion.START)


def _chosen(cur: Cursor, inside: Unit | None) -> Place | None:
    which = cur.take(Kind.WHICH)
    unit = which and cur.take(Kind.UNIT)
    if which is None or unit is None:
        return None
    chosen = Place(which=Which(str(which.value)), of=Unit(str(unit.value)))
    if chosen.of is Unit.YEAR and (month := cur.attempt(_month)) is not None:
        return month._replace(which=chosen.which, of=chosen.of)
    return chosen._replace(portion=_portion(cur))


def _portion_of_unit(cur: Cursor, inside: Unit | None) -> Place | None:
    if word := cur.take(Kind.SEMESTER_PORTION):
        return Place(of=Unit.SEMESTER, portion=Portion(str(word.value)))
    unit = cur.take(Kind.UNIT)
    portion = _portion(cur) if unit else None
    if unit is None or portion is None or portion in TEN_DAY_PORTIONS:
        return None
    return Place(of=Unit(str(unit.value)), portion=portion)


def _portion_alone(cur: Cursor, inside: Unit | None) -> Place | None:
    portion = _portion(cur)
    return None if portion is None else Place(portion=portion)


def _portion(cur: Cursor) -> Portion | None:
    word = cur.take(Kind.PORTION)
    return Portion(str(word.value)) if word else None


def _bare_number(cur: Cursor, inside: Unit | None) -> Place | None:
    """28 inside a month, 2025 anywhere; a number before a word is none."""
    number = cur.number()
    following = cur.peek()
    if number is None or (following and following.kind not in (Kind.TO, Kind.LIST, Kind.DAYTIME, Kind.CLOCK)):
        return None
    if number >= _FIRST_YEAR:
        return Place(year=number)
    return Place(day=number) if inside is Unit.MONTH else None


_PLACES = (
    _iso, _school_year, _in_year, _in_month, _part_of_year, _week, _chosen, _season, _portion_of_unit,
    _day_alone, _day_of_week, _portion_alone, _bare_number,
)  # fmt: skip
