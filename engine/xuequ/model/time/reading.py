"""The reader of rhythms and dates: short strings, mappings, and lists of these.

    read_when("每周五下午") == read_when({"every": "week", "at": "fri afternoon"})

A string that no form fits is `Unreadable`, never loose text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from xuequ.findings.catalogue.words import Word
from xuequ.model.amount.numerals import plain
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.time.saying import say_when
from xuequ.model.time.values import (
    LOOSE,
    SAID_OTHERWISE,
    TEN_DAY_PORTIONS,
    Daytime,
    Every,
    Length,
    Place,
    Portion,
    Season,
    Stretch,
    Unit,
    When,
    Which,
)
from xuequ.model.time.words import Cursor, Kind
from xuequ.model.unreadable import Unreadable, nearest_forms

FORMS = (
    "每周五下午", "每天早上", "每月", "每月28日前", "每两周", "每季度", "每学期", "每学期末",
    "每学期五次以上", "每学期第三周", "每学年", "每学年末", "每两学年", "每三至五年", "每年", "每年9月",
    "每年6月30日前", "9月", "9月1日", "9月至12月", "6月上中旬", "8月中旬前", "7月底8月初", "2025年9月",
    "2025—2027年", "5月22日12:00", "一季度", "年初", "学期末", "学年初", "春季开学", "寒假", "本学期", "下学年",
    "2025年9月起", "印发后10个工作日内", "阶段:实施",
    "定期", "不定期", "及时", "适时", "常态化",
)  # fmt: skip
#: What English words can say in short, and the mappings for what they cannot.
FORMS_IN_ENGLISH = (
    "every month", "every 2 weeks", "every week", "every quarter", "every semester", "every semester end",
    "every semester 2 times", "every school_year", "every year", "every 3..5 years", "semester end", "year end",
    "2025-09", "2025-09-01", "{by: 2025-09-30}", "{after: issued, within: 30 days}",
)  # fmt: skip


def read_when(value: object) -> tuple[When, ...] | Unreadable:
    """A short string, a mapping, or a list of these; a list means all of them."""
    if isinstance(value, list | tuple):
        return _read_list(value)
    if isinstance(value, Mapping):
        return _checked(read_mapping(value), fields=True)
    if not isinstance(value, str):
        return Unreadable(code="TIM001", text=str(value), nearest=FORMS[:3])
    text = plain(value)
    found = read_short(text)
    if found is None:
        return Unreadable(code="TIM001", text=value, nearest=_nearest(text))
    return _checked(tuple(replace(when, text=value) for when in found))


def _nearest(text: str) -> tuple[str, ...]:
    """Forms to write instead, in the language of the text."""
    word = SAID_OTHERWISE.get(text)
    if word is not None:
        return (word,)
    return nearest_forms(text, FORMS_IN_ENGLISH if text.isascii() else FORMS)


def _read_list(values: list[object] | tuple[object, ...]) -> tuple[When, ...] | Unreadable:
    read: list[When] = []
    for i, value in enumerate(values):
        one = read_when(value)
        if isinstance(one, Unreadable):
            return one.under(i)
        read.extend(one)
    return tuple(read)


def _checked(whens: tuple[When, ...] | Unreadable, *, fields: bool = False) -> tuple[When, ...] | Unreadable:
    """Refuses dates the calendar does not have, ranges that run backwards, and places no unit of the rhythm can hold.

    `fields`: they come from a mapping, and a wrong one is told there.
    """
    if isinstance(whens, Unreadable):
        return whens
    for when in whens:
        if not all(exists(place) for stretch in when.places for place in stretch):
            return Unreadable(code="TIM002", text=when.text)
        backwards = next((name for name, one in when.stretches.items() if runs_backwards(one)), None)
        if backwards is not None:
            found = _backwards(when, backwards)
            return found.under(backwards) if fields else found
        if not fits(when):
            return Unreadable(code="TIM001", text=when.text, nearest=_nearest(when.text))
    return whens


def _backwards(when: When, field: str) -> Unreadable:
    first, last = when.stretches[field]
    right = replace(when, **{field: Stretch(last, first)})  # type: ignore[arg-type]  # each of them is a stretch
    return Unreadable(code="TIM007", text=when.text, nearest=(say_when(right),))


_PHASE = ("阶段", "phase")
_BETWEEN = re.compile(r"[、,;]|以及|和|及|或|与")


def read_short(text: str) -> tuple[When, ...] | None:
    """What one string in half-width signs says; None if no form fits."""
    word, _, phase = (part.strip() for part in text.partition(":"))
    if phase and word in _PHASE:
        return (When(phase=phase),)
    if text in LOOSE:
        return (When(loose=text),)
    for read in (_since, _rhythmic, _relative, _on_calendar):
        found = read(text)
        if found is not None:
            return found
    return _union(text)


def _union(text: str) -> tuple[When, ...] | None:
    """Parts with 、 or 和 between them, each of which can be read by itself."""
    for between in _BETWEEN.finditer(text):
        first, rest = text[: between.start()].strip(), text[between.end() :].strip()
        whens = read_short(first) if first and rest and not _BETWEEN.search(first) else None
        more = read_short(rest) if whens else None
        if whens and more:
            return (*whens, *more)
    return None


def _since(text: str) -> tuple[When, ...] | None:
    """自2025年9月起, and what begins then."""
    cur = Cursor(text)
    cur.take(Kind.FROM)
    found = read_stretches(cur, None)
    if not found or len(found) > 1 or not stands_alone(found[0]) or not cur.take(Kind.SINCE):
        return None
    cur.take(Kind.LIST)
    if cur.done:
        return (When(since=found[0]),)
    within = cur.attempt(_within)
    if within is not None:
        return (When(since=found[0], within=within),)
    following = read_short(cur.rest)
    if not following or any(when.since for when in following):
        return None
    return tuple(replace(when, since=found[0]) for when in following)


def _rhythmic(text: str) -> tuple[When, ...] | None:
    """每UNIT, where in it, and how often."""
    cur = Cursor(text)
    every = cur.attempt(rhythm) if cur.sees(Kind.EVERY) else None
    if every is None:
        return None
    places: tuple[Stretch | None, ...] = read_stretches(cur, every.unit) or (None,)
    limit = bool(places[0] and cur.take(Kind.BEFORE))
    times = read_times(cur.rest) if not cur.done else None
    if isinstance(times, Unreadable):
        return None
    return tuple(_when(every, place, limit, times) for place in places)


def _when(every: Every, place: Stretch | None, limit: bool, times: Quantity | None) -> When:
    if limit:
        return When(every=every, by=place, times=times)
    return When(every=every, at=place, times=times)


def _relative(text: str) -> tuple[When, ...] | None:
    """X后N日内, X前N日内; where X is a date, from that date on."""
    cur = Cursor(text)
    for i in range(len(cur.words) - 1, 0, -1):
        word, cur.at = cur.words[i], i + 1
        if word.kind not in (Kind.AFTER, Kind.BEFORE):
            continue
        within = _within(cur)
        if within is not None:
            event = text[: word.start].removeprefix("自").removeprefix("从").strip()
            return _from_event(event, word.kind, When(within=within)) if event else None
    return None


def _within(cur: Cursor) -> Length | None:
    """N日内, and nothing after it."""
    found = length(cur)
    return found if cur.take(Kind.WITHIN) and cur.done else None


def _from_event(event: str, kind: Kind, when: When) -> tuple[When, ...] | None:
    dates = read_calendar(event)
    if dates is None:
        name = event_named(event)
        return (replace(when, after=name) if kind is Kind.AFTER else replace(when, before=name),)
    if len(dates) > 1 or kind is Kind.BEFORE:
        return None
    return (replace(when, since=dates[0]),)


def _on_calendar(text: str) -> tuple[When, ...] | None:
    """Places of the calendar, up to the end (前) or in the course (期间) of them."""
    cur = Cursor(text)
    found = read_stretches(cur, None)
    if not found or not all(stands_alone(one) for one in found):
        return None
    if cur.take(Kind.BEFORE):
        whens = tuple(When(by=one) for one in found)
    elif cur.take(Kind.DURING):
        whens = tuple(When(during=one) for one in found)
    else:
        whens = tuple(When(at=one) for one in found)
    return whens if cur.done else None


_PLACE_FORMS = (
    "9月中旬",
    "6月30日",
    "2025-09-01",
    "end",
    "28",
    "week 3",
    "fri afternoon",
    "9月..12月",
    "学期末",
)
_MAPPING_FORMS = (Word("form_every"), Word("form_by"), Word("form_within_field"))
_EVERY_FORMS = ("week", "semester", "school_year", "2 weeks", "3..5 years", "month", "day")
_EVERY_FORMS_ZH = ("周", "学期", "学年", "两周", "三至五年", "月", "天")
_LENGTH_FORMS = ("10 working_days", "30 days", "2 weeks", "3 months", "1 years")
_LENGTH_FORMS_ZH = ("10个工作日", "30日", "两周", "3个月", "1年")
_DAYS_FORMS = ("school_day", "working_day", "day")
_DAYS_FORMS_ZH = ("教学日", "工作日", "天")

_CONFLICTS = (("at", "by"), ("after", "before"), ("at", "during"), ("by", "during"))
_Read = tuple[tuple[str, object], ...] | Unreadable


def read_mapping(fields: Mapping[object, object]) -> tuple[When, ...] | Unreadable:
    """The mapping as one `When`, or as several where a field names several places."""
    said = {str(key): value for key, value in fields.items()}
    for pair in _CONFLICTS:
        if all(key in said for key in pair):
            return Unreadable(code="TIM003", text=tuple(Word(f"key_{key}") for key in pair), path=(pair[1],))
    if not said or ("within" in said and not said.keys() & {"after", "before", "since"}):
        return Unreadable(code="TIM001", text=_written(said), nearest=_MAPPING_FORMS)
    left_open = frozenset(key for key, value in said.items() if value == "unspecified")
    given = [key for key in said if key not in left_open]
    every = read_every(said["every"]) if "every" in given else None
    if isinstance(every, Unreadable):
        return every.under("every")
    whens: tuple[When, ...] = (When(every=every, unspecified=left_open, text=_written(said)),)
    for key in given:
        if key == "every":
            continue
        whens_or_not = _with_field(whens, key, said[key])
        if isinstance(whens_or_not, Unreadable):
            return whens_or_not.under(key)
        whens = whens_or_not
    return whens


def _written(said: Mapping[str, object]) -> str:
    return "，".join(f"{key}: {value}" for key, value in said.items())


def _with_field(whens: tuple[When, ...], key: str, value: object) -> tuple[When, ...] | Unreadable:
    """Every `When` so far with one more field; several places make several of each."""
    if key not in _READERS:
        return Unreadable(code="TIM001", text=key, nearest=nearest_forms(key, ("every", *_READERS)))
    inside = whens[0].every.unit if whens[0].every else None
    read = _READERS[key](value, inside)
    if isinstance(read, Unreadable):
        return read
    return tuple(replace(when, **{name: one}) for when in whens for name, one in read)  # type: ignore[arg-type]  # each reader types its field


def _stretches(name: str) -> Callable[[object, Unit | None], _Read]:
    def read(value: object, inside: Unit | None) -> _Read:
        found: list[tuple[str, object]] = []
        for one in _several(value):
            stretches = read_calendar(one, inside)
            if stretches is None:
                return _no_form(one, _PLACE_FORMS)
            found.extend((name, stretch) for stretch in stretches)
        return tuple(found)

    return read


def _several(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else (value,)


def _during_field(value: object, inside: Unit | None) -> _Read:
    """A stretch of the calendar, else the name of a phase."""
    found: list[tuple[str, object]] = []
    for one in _several(value):
        stretches = read_calendar(one, None)
        if stretches is not None:
            found.extend(("during", stretch) for stretch in stretches)
        elif isinstance(one, str) and one:
            found.append(("phase", one))
        else:
            return _no_form(one, _PLACE_FORMS)
    return tuple(found)


def _reference(name: str) -> Callable[[object, Unit | None], _Read]:
    def read(value: object, inside: Unit | None) -> _Read:
        if not isinstance(value, str) or not value:
            return _no_form(value, ("issued", "effective"))
        return ((name, event_named(plain(value))),)

    return read


def _no_form(value: object, forms: tuple[str, ...], in_chinese: tuple[str, ...] = ()) -> Unreadable:
    """`in_chinese` are the forms for what is written in Chinese, where those are others."""
    if in_chinese and not str(value).isascii():
        forms = in_chinese
    return Unreadable(code="TIM001", text=str(value), nearest=nearest_forms(str(value), forms))


def _times(value: object, inside: Unit | None) -> _Read:
    read = read_times(value)
    return read if isinstance(read, Unreadable) else (("times", read),)


def read_every(value: object) -> Every | Unreadable:
    """`week`, `2 weeks`, `3..5 years`, 两学年."""
    cur = Cursor(plain(value)) if isinstance(value, str) else None
    every = rhythm(cur) if cur else None
    if every is None or (cur and not cur.done):
        return _no_form(value, _EVERY_FORMS, _EVERY_FORMS_ZH)
    return every


def _within_field(value: object, inside: Unit | None) -> _Read:
    cur = Cursor(plain(value)) if isinstance(value, str) else None
    found = length(cur) if cur else None
    return (
        (("within", found),)
        if found and cur and cur.done
        else _no_form(value, _LENGTH_FORMS, _LENGTH_FORMS_ZH)
    )


def _loose_field(value: object, inside: Unit | None) -> _Read:
    return (("loose", value),) if isinstance(value, str) and value else _no_form(value, tuple(LOOSE))


def _days(value: object, inside: Unit | None) -> _Read:
    cur = Cursor(plain(value)) if isinstance(value, str) else None
    counted = unit(cur) if cur else None
    return (
        (("days", counted),)
        if counted in DAY_UNITS and cur and cur.done
        else _no_form(value, _DAYS_FORMS, _DAYS_FORMS_ZH)
    )


_READERS: Mapping[str, Callable[[object, Unit | None], _Read]] = {
    "times": _times,
    "at": _stretches("at"),
    "by": _stretches("by"),
    "during": _during_field,
    "since": _stretches("since"),
    "after": _reference("after"),
    "before": _reference("before"),
    "within": _within_field,
    "loose": _loose_field,
    "days": _days,
}


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
