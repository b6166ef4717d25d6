"""The grammar of calendar places: each alternative is a small function that reads it or steps back."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping

from xuequ.model.time.values import (
    DAY_UNITS,
    TEN_DAY_PORTIONS,
    Daytime,
    Place,
    Portion,
    Season,
    Stretch,
    Unit,
    When,
    Which,
)
from xuequ.model.time.words import Cursor, Kind

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
    if (plan := cur.take(Kind.FIVE_YEARS)) is not None:
        return _five_years(cur, int(str(plan.value)))
    first = read_place(cur, inside, before)
    if first is None:
        return None
    start = cur.at
    if cur.take(Kind.TO):
        following = bool(cur.take(Kind.NEXT_YEAR))
        last = read_place(cur, inside, first)
        if last is not None:
            return Stretch(first, _same_day(first, _carried_on(first, last, following)))
        cur.at = start
    touching = cur.attempt(lambda c: read_place(c, inside, None)) if first.month and first.portion else None
    if touching is not None and touching.month is not None:
        return Stretch(first, _carried_on(first, touching, False))
    cur.at = start
    return Stretch(first, first)


def _five_years(cur: Cursor, first: int) -> Stretch:
    """十四五期间, and the first or last year of it (十四五末)."""
    portion = _portion(cur)
    if portion is None:
        return Stretch(Place(year=first), Place(year=first + 4))
    year = Place(year=first + 4 if portion is Portion.END else first, of=Unit.YEAR, portion=portion)
    return Stretch(year, year)


def _same_day(first: Place, last: Place) -> Place:
    """8:00至12:00: the second hour is of the same day."""
    if last._replace(time="", daytime=None) != Place():
        return last
    return first._replace(time=last.time, daytime=last.daytime)


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
    word = cur.peek()
    forms = _PLACES.get(word.kind, ()) if word else ()
    found = next((p for read in forms if (p := _tried(read, cur, inside)) is not None), None)
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
    if Kind.TIMES not in cur.kinds:
        return False
    return cur.sees(Kind.NUMBER, Kind.TIMES) or cur.sees(Kind.NUMBER, Kind.TO, Kind.NUMBER, Kind.TIMES)


def _timed(cur: Cursor, place: Place) -> Place:
    if word := cur.take(Kind.DAYTIME):
        place = place._replace(daytime=Daytime(str(word.value)))
    if clock := cur.take(Kind.CLOCK):
        place = place._replace(time=str(clock.value))
    return place


def _feast(cur: Cursor, inside: Unit | None) -> Place | None:
    """教师节, 国庆: the day that every year has."""
    word = cur.take(Kind.FEAST)
    if word is None or not isinstance(word.value, tuple):
        return None
    month, day, name = word.value
    return Place(month=month, day=day, feast=name)


def _iso(cur: Cursor, inside: Unit | None) -> Place | None:
    word = cur.take(Kind.ISO)
    if word is None or not isinstance(word.value, tuple):
        return None
    year, month, day = word.value
    return Place(year=year, month=month, day=day)


def _in_year(cur: Cursor, inside: Unit | None) -> Place | None:
    year = cur.number()
    if year is None or year < _FIRST_YEAR or not cur.take(Kind.UNIT, value=Unit.YEAR):
        return None
    part = next((p for read in _IN_A_YEAR if (p := _tried(read, cur, None)) is not None), None)
    if part is not None:
        return part._replace(year=year)
    portion = cur.attempt(_end_of_year)
    if portion in TEN_DAY_PORTIONS:
        return None
    return Place(year=year, of=Unit.YEAR, portion=portion) if portion else Place(year=year)


def _end_of_year(cur: Cursor) -> Portion | None:
    """底 or 年底 behind a year."""
    cur.take(Kind.UNIT, value=Unit.YEAR)
    return _portion(cur)


def _school_year(cur: Cursor, inside: Unit | None) -> Place | None:
    year = cur.number()
    if year is None or year < _FIRST_YEAR:
        return None
    if cur.take(Kind.TO) and cur.number() != year + 1:
        return None
    if not cur.take(Kind.UNIT, value=Unit.SCHOOL_YEAR):
        return None
    season = cur.attempt(lambda c: _season(c, None))
    if season is None and (half := cur.attempt(_first_or_second)):
        season = Place(season=half)
    if season is not None and season.season is not None:
        return season._replace(year=year, of=Unit.SCHOOL_YEAR)
    return Place(year=year, of=Unit.SCHOOL_YEAR, portion=_portion(cur))


def _first_or_second(cur: Cursor) -> Season | None:
    """上学期 and 下学期 of a school year."""
    word = cur.peek()
    said = word and cur.text[word.start : word.end]
    cur.at += 1
    if said not in ("上", "下") or not cur.take(Kind.UNIT, value=Unit.SEMESTER):
        return None
    return Season.AUTUMN if said == "上" else Season.SPRING


def _in_month(cur: Cursor, inside: Unit | None) -> Place | None:
    return _month(cur)


def _month(cur: Cursor) -> Place | None:
    month = cur.number()
    if month is None or not cur.take(Kind.UNIT, value=Unit.MONTH):
        return None
    day = cur.attempt(_day)
    if day is not None:
        return day._replace(month=month)
    if (portion := _portion(cur)) is not None:
        return Place(month=month, portion=portion)
    part = cur.attempt(_nth_workday) or cur.attempt(_ordinal_week)
    return Place(month=month) if part is None else part._replace(month=month)


def _day(cur: Cursor) -> Place | None:
    day = cur.number()
    return Place(day=day) if day is not None and cur.take(Kind.DAY) else None


def _day_alone(cur: Cursor, inside: Unit | None) -> Place | None:
    return _day(cur)


def _month_of_quarter(cur: Cursor, inside: Unit | None) -> Place | None:
    """末月20日 of each quarter."""
    word = cur.take(Kind.FIRST_MONTH) if inside is Unit.QUARTER else None
    if word is None:
        return None
    day = cur.attempt(_day)
    return (day or Place(portion=_portion(cur)))._replace(nth_month=int(str(word.value)))


def _part_of_year(cur: Cursor, inside: Unit | None) -> Place | None:
    if half := cur.take(Kind.HALF):
        return Place(half=int(str(half.value)))
    cur.take(Kind.ORDINAL)
    quarter = cur.number()
    if quarter is None or not cur.take(Kind.UNIT, value=Unit.QUARTER):
        return None
    return Place(quarter=quarter, portion=_portion(cur))


def _ordinal_week(cur: Cursor) -> Place | None:
    """第三周, week 3, and the weekday in it; 3周 only where a row of numbers shares its 第."""
    if cur.sees(Kind.UNIT, Kind.NUMBER) and cur.text.startswith("week", (cur.peek() or cur.words[0]).start):
        cur.at += 1
        week = cur.number()
    else:
        last = cur.take(Kind.LAST_ONE)
        ordinal = (
            last or cur.take(Kind.ORDINAL) or (cur.at and cur.words[cur.at - 1].kind in (Kind.TO, Kind.LIST))
        )
        week = cur.number() if ordinal else None
        if last is not None:
            week = -1 if week == 1 else None
        if week is None:
            return None
        if cur.take(Kind.EACH_ONE) and (nth := cur.attempt(_weekday)) is not None:
            return nth._replace(week=week, nth_weekday=True)
        if not cur.take(Kind.UNIT, value=Unit.WEEK):
            return None
    weekday = cur.attempt(_weekday)
    return Place(week=week, weekday=weekday.weekday if weekday else None)


def _nth_workday(cur: Cursor) -> Place | None:
    """第一个工作日, 最后一个工作日."""
    last = cur.take(Kind.LAST_ONE)
    number = cur.number() if last or cur.take(Kind.ORDINAL) else None
    if not number or (last and number > 1) or not cur.take(Kind.EACH_ONE):
        return None
    return Place(workday=-1 if last else number) if cur.take(Kind.UNIT, value=Unit.WORKING_DAY) else None


def _workday(cur: Cursor, inside: Unit | None) -> Place | None:
    return _nth_workday(cur) if inside else None


def _week(cur: Cursor, inside: Unit | None) -> Place | None:
    week = _ordinal_week(cur)
    return week and week._replace(of=inside or Unit.SEMESTER)


def _weekday(cur: Cursor) -> Place | None:
    if word := cur.take(Kind.WEEKDAY):
        return Place(weekday=int(str(word.value)))
    return _numbered_weekday(cur) if cur.take(Kind.UNIT, value=Unit.WEEK) else None


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
        if (week := cur.attempt(_ordinal_week)) is not None:
            return week._replace(season=Season(str(word.value)))
        start = Portion.START if cur.take(Kind.OPENING) or cur.attempt(_begins) else _portion(cur)
        return Place(season=Season(str(word.value)), portion=start)
    if not cur.take(Kind.OPENING):
        return None
    week = cur.attempt(_ordinal_week)
    return week._replace(of=Unit.SEMESTER) if week else Place(of=Unit.SEMESTER, portion=Portion.START)


def _chosen(cur: Cursor, inside: Unit | None) -> Place | None:
    if cur.take(Kind.NEXT_YEAR):
        chosen = Place(which=Which.NEXT, of=Unit.YEAR)
    else:
        which = cur.take(Kind.WHICH)
        unit = which and cur.take(Kind.UNIT)
        if which is None or unit is None or which.value is Which.THAT:
            return None
        chosen = Place(which=Which(str(which.value)), of=Unit(str(unit.value)))
    if chosen.of is Unit.MONTH and (day := cur.attempt(_day)) is not None:
        return day._replace(which=chosen.which, of=chosen.of)
    if chosen.of is not Unit.YEAR:
        return chosen._replace(portion=_portion(cur))
    part = next((p for read in _IN_A_YEAR if (p := _tried(read, cur, None)) is not None), None)
    if part is not None and part.of is None:
        return part._replace(which=chosen.which, of=chosen.of)
    return chosen._replace(portion=cur.attempt(_end_of_year))


def _portion_of_unit(cur: Cursor, inside: Unit | None) -> Place | None:
    if word := cur.take(Kind.SEMESTER_PORTION):
        return Place(of=Unit.SEMESTER, portion=Portion(str(word.value)))
    unit = cur.take(Kind.UNIT)
    if unit is not None and unit.value is Unit.SEMESTER and cur.attempt(_begins):
        return Place(of=Unit.SEMESTER, portion=Portion.START)
    portion = _portion(cur) if unit else None
    if unit is None or portion is None or portion in TEN_DAY_PORTIONS:
        return None
    return Place(of=Unit(str(unit.value)), portion=portion)


def _begins(cur: Cursor) -> bool | None:
    """开始 of 学期开始前, which is a place and not from when on."""
    return (cur.take(Kind.SINCE) is not None and cur.sees(Kind.BEFORE)) or None


def _begun_alone(cur: Cursor, inside: Unit | None) -> Place | None:
    return Place(portion=Portion.START) if inside is Unit.SEMESTER and _begins(cur) else None


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


_IN_A_YEAR = (_in_month, _feast, _season, _part_of_year)
#: What may begin with a word of each kind, the first that fits.
_PLACES: Mapping[Kind, tuple[Callable[[Cursor, Unit | None], Place | None], ...]] = {
    Kind.ISO: (_iso,),
    Kind.FEAST: (_feast,),
    Kind.NUMBER: (
        _school_year, _in_year, _in_month, _part_of_year, _week, _day_alone, _day_of_week, _bare_number,
    ),
    Kind.ORDINAL: (_part_of_year, _workday, _week),
    Kind.LAST_ONE: (_workday, _week),
    Kind.HALF: (_part_of_year,),
    Kind.FIRST_MONTH: (_month_of_quarter,),
    Kind.UNIT: (_week, _portion_of_unit, _day_of_week),
    Kind.WHICH: (_chosen,),
    Kind.NEXT_YEAR: (_chosen,),
    Kind.SEASON: (_season,),
    Kind.OPENING: (_season,),
    Kind.SEMESTER_PORTION: (_portion_of_unit,),
    Kind.WEEKDAY: (_day_of_week,),
    Kind.DAY: (_day_of_week,),
    Kind.PORTION: (_portion_alone,),
    Kind.SINCE: (_begun_alone,),
}  # fmt: skip


# Which places there are


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
    if place.week is not None and place.week != -1 and not 1 <= place.week <= 30:
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


def runs_into_next_year(stretch: Stretch) -> bool:
    """Whether it ends in the year after that in which it begins, no matter which: 11月至次年3月, 12月25日至1月5日."""
    first, last = stretch
    if first.month is None or last.month is None or first.year is not None:
        return False
    return (last.month, last.day or 0) < (first.month, first.day or 0)


_SIZE = {unit: size for size, unit in enumerate(Unit)}
_YEARS = (Unit.YEAR, Unit.SCHOOL_YEAR)
_WITHOUT_PORTIONS = (*DAY_UNITS, Unit.TEN_DAYS)


def fits(when: When) -> bool:
    """Whether every place of a rhythm can lie in its unit: no 每月9月, no 每季度20日."""
    if when.every is None:
        return True
    inside = [when.at, when.by, *([when.since] if when.within else [])]
    return all(_lies_in(place, when.every.unit) for one in inside if one for place in one)


def _lies_in(place: Place, unit: Unit) -> bool:
    if place.year is not None or place.which is not None:
        return False
    if place.month is not None or place.quarter is not None or place.half is not None:
        return unit in (*_YEARS, Unit.SEMESTER, Unit.HALF_YEAR)
    if place.nth_month is not None:
        return unit is Unit.QUARTER
    if place.season is not None:
        return unit in _YEARS
    if place.of is not None:
        return _SIZE[place.of] < _SIZE[unit]
    if place.week is not None or place.workday is not None:
        return _SIZE[unit] >= _SIZE[Unit.MONTH if place.week is not None else Unit.WEEK]
    if place.weekday is not None:
        return unit is Unit.WEEK
    if place.day is not None or place.portion in TEN_DAY_PORTIONS:
        return unit is Unit.MONTH
    return unit not in _WITHOUT_PORTIONS if place.portion is not None else unit in DAY_UNITS
