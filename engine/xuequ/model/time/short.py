"""The short strings of times: 每学期末, 8月中旬前, 自X之日起十个工作日内, 定期.

A string is one time, or several with 、 or 和 between them. Each is tried as a start (自…起), a rhythm (每…), a place
of the calendar, a loose word, a number of years, and what comes before or after an event, in this order. Each looks at
a word a few times at most, so that reading takes time in line with the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar

from xuequ.model.amount.numerals import NUMBER_CHARACTERS, plain
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.time.places import fits, read_stretches
from xuequ.model.time.values import DAY_UNITS, Every, Length, Place, Portion, Stretch, Unit, When
from xuequ.model.time.words import Cursor, Kind, Token
from xuequ.model.unreadable import Unreadable

#: No rhythm or length of a policy has more units than this; dates would run out of the calendar.
_LONGEST = 1000
#: What people learn is counted in, and stands for how often: 每5年360学时.
_OF_LEARNING = frozenset({"学时", "lesson", "学分", "小时", "节", "day"})
_PHASE = ("阶段", "phase")
#: 每周一次（按教学日）.
_BY_DAYS = re.compile(r"\(按(?P<days>教学日|工作日|天|日)算?\)$")
#: 用三年时间, 未来三年.
_IN_YEARS = re.compile(r"^(?:利用|用|未来|今后)(?P<years>[^年]{1,6}年)(?:左右)?(?:的?时间)?$")

#: 9月底前完成: that it is to be done goes without saying.
_DONE_BY = re.compile(r"(?<=[前内])(?:完成|完毕|办结)$")
#: 每周一三五: days in a row.
_WEEKDAYS = re.compile(r"(周|星期|礼拜)([一二三四五六日天]{2,})(?![次回至到—-])")
#: A number of nothing.
_BARE = re.compile(f"[0-9.{''.join(sorted(NUMBER_CHARACTERS))}]+")

_Whens = tuple[When, ...]


def read_short(text: str) -> _Whens | None:
    """What one string in half-width signs says; None if no form fits."""
    text = _DONE_BY.sub("", _IN_YEARS.sub(r"\g<years>内", text))
    text = _WEEKDAYS.sub(lambda days: f"{days[1]}{'、'.join(days[2])}", text)
    if counted := _BY_DAYS.search(text):
        found = read_short(text[: counted.start()])
        days = unit_at(Cursor(counted["days"]))
        return found and tuple(replace(when, days=days) for when in found)
    word, _, phase = (part.strip() for part in text.partition(":"))
    if phase and word in _PHASE:
        return (When(phase=phase),)
    return _several(Cursor(text))


def _several(cur: Cursor) -> _Whens | None:
    """All that is left: one time, or several with 、 or 和 between them."""
    found: list[When] = []
    while True:
        one = _one(cur)
        if one is None:
            return None
        found += one
        if cur.done:
            return tuple(found)
        while cur.take(Kind.LIST):
            pass


def _one(cur: Cursor) -> _Whens | None:
    """One time with how firmly it is meant: 原则上每学期一次."""
    tenor = cur.take(Kind.TENOR)
    reads = (cur.attempt(partial(_whole, form=form)) for form in _forms(cur))
    found = next((read for read in reads if read), None)
    if found is None or tenor is None:
        return found
    return tuple(replace(when, tenor=str(tenor.value)) for when in found)


def _whole(cur: Cursor, form: Callable[[Cursor], _Whens | None]) -> _Whens | None:
    """What a form reads, if it reads up to the end or to the next of several."""
    found = form(cur)
    about = cur.take(Kind.TENOR) if found else None
    if not found or not cur.pauses:
        return None
    return tuple(replace(when, tenor=str(about.value)) for when in found) if about else found


def _start(cur: Cursor) -> _Whens | None:
    """自2025年9月起, and what begins then."""
    cur.take(Kind.FROM)
    found = read_stretches(cur, None)
    if not found or len(found) > 1 or not found[0].stands_alone or not cur.take(Kind.SINCE):
        return None
    if (within := cur.attempt(_limit)) is not None:
        return (When(since=found[0], within=within),)
    if cur.done:
        return (When(since=found[0]),)
    more = cur.attempt(_after_comma)
    if more is None:
        return (When(since=found[0]),) if cur.pauses else None
    if any(when.since or when.event for when in more):
        return None
    return tuple(replace(when, since=found[0]) for when in more)


def _in_course(cur: Cursor) -> _Whens | None:
    """试点期间每月25日前, 试点阶段每周: what comes round in a phase, or in a stretch of the calendar."""
    first = cur.at
    for at in range(first + 1, len(cur.words)):
        if cur.words[at].kind is Kind.DURING:
            said = cur.said(first, at)
        elif cur.said(at - 1, at + 1) == "阶段" and at + 1 < len(cur.words):
            if cur.words[at + 1].kind is Kind.DURING:
                continue  # 试点阶段期间 ends with the word behind it.
            said = cur.said(first, at + 1)
        else:
            continue
        cur.at = at + 1
        cur.take(Kind.WITHIN)
        stretches = read_calendar(said)
        course: Mapping[str, object] = {"phase": without_preposition(said)}
        if stretches is not None:
            course = {"during": stretches[0]}
        elif not {word.kind for word in Cursor(said).words} & _NAMING:
            return None
        if cur.done and stretches is None:
            return (When(phase=without_preposition(said)),)
        if cur.sees(Kind.LIST) and cur.said(cur.at, cur.at + 1) == ",":
            cur.at += 1
        more = _one(cur) if stretches is None or len(stretches) == 1 else None
        if more and not any(when.phase or when.event or when.during or when.loose for when in more):
            return tuple(replace(when, **course) for when in more)  # type: ignore[arg-type]  # one of two fields
        return None
    return None


def _after_comma(cur: Cursor) -> _Whens | None:
    cur.take(Kind.LIST)
    return _one(cur)


def _rhythmic(cur: Cursor) -> _Whens | None:
    """每UNIT, where in it, and how often: 每学期末, 每学期开学后两周内, 每月28日前, 按季度, 一月一次."""
    if (other := cur.take(Kind.EVERY_OTHER_MONTH)) is not None:
        return _in_every_other_month(cur, int(str(other.value)))
    if (other := cur.take(Kind.EVERY_OTHER_WEEK)) is not None:
        return _in_every_other_week(cur, int(str(other.value)))
    every = _rhythm_in_short(cur)
    if every is None:
        return None
    begins = cur.at
    stretches = read_stretches(cur, every.unit) or ()
    found = _bounded(cur, stretches, inside=True) if stretches else cur.attempt(_first_of_unit) or (When(),)
    tenor = cur.take(Kind.TENOR) if found else None
    if stretches:
        cur.take(Kind.EACH_OF_THEM)
    times = _times_in_short(cur)
    if stretches and (found is None or isinstance(times, Unreadable)):
        # 每年10天以上: that is how often and no place in the year.
        cur.at, found = begins, (When(),)
        times = _times_in_short(cur)
    if found is None or isinstance(times, Unreadable):
        # 每学期期中考试后一周内: what it follows is no place in the semester.
        cur.at = begins
        found, times = _related(cur), None
    said = str(tenor.value) if tenor else ""
    return found and tuple(replace(when, every=every, times=times, tenor=said) for when in found)


def _in_every_other_month(cur: Cursor, first: int) -> _Whens | None:
    """逢单月25日前: in January, March and so on of each year."""
    part = read_stretches(cur, Unit.MONTH) or (Stretch(Place(), Place()),)
    if len(part) > 1 or part[0].first != part[0].last:
        return None
    if part[0].first != Place() and not fits(When(every=_MONTHLY, at=part[0])):
        return None
    months = (part[0].first._replace(month=month, of=None) for month in range(first, 13, 2))
    found = _bounded(cur, tuple(Stretch(month, month) for month in months), inside=True)
    times = _times_in_short(cur)
    if found is None or isinstance(times, Unreadable):
        return None
    return tuple(replace(when, every=Every(unit=Unit.YEAR), times=times) for when in found)


def _in_every_other_week(cur: Cursor, first: int) -> _Whens | None:
    """单周周三: in the first, third … week of each semester; 双周 alone may be every two weeks."""
    day = read_stretches(cur, Unit.WEEK)
    if (
        not cur.pauses
        or (day is None and first == 2)
        or (day and (len(day) > 1 or day[0].first != day[0].last))
    ):
        return None
    place = day[0].first if day else Place()
    if place != Place() and place.weekday is None:
        return None
    weeks = (place._replace(week=week) for week in range(first, _WEEKS + 1, 2))
    return tuple(When(every=Every(unit=Unit.SEMESTER), at=Stretch(week, week)) for week in weeks)


#: No semester has more weeks.
_WEEKS = 30
_MONTHLY = Every(unit=Unit.MONTH)


def _first_of_unit(cur: Cursor) -> _Whens | None:
    """前两周 behind 每学期: so long from its beginning."""
    within = length(cur) if cur.take(Kind.BEFORE) else None
    cur.take(Kind.WITHIN)
    start = Place(portion=Portion.START)
    return (When(since=Stretch(start, start), within=within),) if within else None


def _rhythm_in_short(cur: Cursor) -> Every | None:
    if cur.sees(Kind.EVERY):
        every = cur.attempt(rhythm)
        cur.take(Kind.UNIT_END)
        return every
    if cur.take(Kind.BY_UNIT):
        cur.take(Kind.EVERY)
        every = cur.attempt(rhythm)
        ends = cur.take(Kind.UNIT_END) or cur.pauses
        return every if ends else None
    half = cur.peek() if cur.sees(Kind.UNIT) else None
    every = cur.attempt(rhythm) if cur.sees(Kind.NUMBER) or (half and half.value is Unit.HALF_YEAR) else None
    counted = cur.sees(Kind.NUMBER, Kind.TIMES) or cur.sees(Kind.NUMBER, Kind.ACT)
    return every if every is not None and counted else None


def _times_in_short(cur: Cursor) -> Quantity | Unreadable | None:
    """How often: 至少开展2次, 一报; None where it does not say."""
    first = cur.at
    while not cur.pauses:
        cur.at += 1
    words = [word for word in cur.words[first : cur.at] if word.kind is not Kind.ACT]
    text = "".join(cur.text[word.start : word.end] for word in words)
    if not words:
        return None
    read = read_times(text)
    if len(words) == cur.at - first and _BARE.fullmatch(text):
        # 每学期末3: nobody says of what.
        read = Unreadable(code="TIM001", text=text)
    if isinstance(read, Unreadable):
        cur.at = first
    return read


def _dated(cur: Cursor) -> _Whens | None:
    """Places of the calendar, up to the end (前), in the course (期间) or from the beginning of them."""
    bound = cur.take(Kind.LATEST, Kind.EARLIEST, Kind.TO, Kind.AT)
    found = read_stretches(cur, None)
    if found and all(one.stands_alone for one in found):
        read = _bounded(cur, found, inside=False)
        return read and _with_bound(read, bound)
    # 年内, 本月内: up to the end of the one that is meant.
    unit = None if found else cur.take(Kind.UNIT)
    if unit is None or unit.value is Unit.HALF_YEAR or not cur.take(Kind.WITHIN):
        return None
    end = Place(of=Unit(str(unit.value)), portion=Portion.END)
    return (When(by=Stretch(end, end)),)


def _with_bound(read: _Whens, bound: Token | None) -> _Whens | None:
    """到2025年底 is up to it, 不早于9月 begins with it."""
    if bound is None or bound.kind is Kind.AT:
        return read
    if any(when.within or when.at_least or when.during or when.since for when in read):
        return None
    field = "since" if bound.kind is Kind.EARLIEST else "by"
    limits = (when.at.taken_in if when.at and field == "by" else when.at or when.by for when in read)
    return tuple(replace(When(), **{field: limit}) for limit in limits)  # type: ignore[arg-type]  # a stretch


def _bounded(cur: Cursor, stretches: tuple[Stretch, ...], *, inside: bool) -> _Whens | None:
    """What stands behind places of the calendar and says how they are meant."""
    if cur.take(Kind.BEFORE):
        if any(one.last.is_whole_year for one in stretches):
            # 2026年前 may mean to the end of 2025 or of 2026.
            return None
        least = cur.attempt(length)
        if least is not None and cur.take(Kind.WITHIN):
            return tuple(When(by=one, within=least) for one in stretches)
        return tuple(When(by=one, at_least=least) for one in stretches)
    if cur.take(Kind.AFTER, Kind.SINCE):
        within = cur.attempt(_limit)
        if within is None and inside:
            return None
        return tuple(When(since=one, within=within) for one in stretches)
    if cur.take(Kind.DURING):
        return tuple(When(during=one) for one in stretches)
    if inside:
        return tuple(When(at=one) for one in stretches)
    cur.take(Kind.WITHIN)
    often = cur.take(Kind.EACH_OF_THEM) or cur.sees(Kind.NUMBER, Kind.TIMES)
    times = _times_in_short(cur) if often else None
    return None if isinstance(times, Unreadable) else tuple(When(at=one, times=times) for one in stretches)


def _loose(cur: Cursor) -> _Whens | None:
    word = cur.take(Kind.LOOSE)
    return (When(loose=str(word.value)),) if word else None


def _years(cur: Cursor) -> _Whens | None:
    """三年内, which a scheme counts from the day it is issued."""
    found = cur.attempt(_limit)
    return (
        (When(after="issued", within=replace(found, least=0)),) if found and found.unit is Unit.YEAR else None
    )


#: What the names of events have; mere words of the calendar that no form fits (每月, 下旬) name none.
_NAMING = frozenset({Kind.OTHER, Kind.ACT, Kind.LOOSE, Kind.TENOR, Kind.TIMES})
_MARKS = (Kind.AFTER, Kind.BEFORE, Kind.SINCE, Kind.THAT_DAY)
#: What follows the word that marks an event, and how many words before it belong to that: X30日前.
_Tail = tuple[_Whens, int]


def _related(cur: Cursor) -> _Whens | None:
    """What comes before or after an event, up to the first word that can mark one: X后十日内, 收到X之日起, X前."""
    bound = cur.take(Kind.LATEST, Kind.EARLIEST)
    first = cur.at
    for at in range(first + 1, len(cur.words)):
        if cur.words[at].kind not in _MARKS:
            continue
        cur.at = at
        before = cur.words[at].kind is Kind.BEFORE
        tail = _before_event(cur) if before else _after_event(cur, bounded=bound is not None)
        said = cur.said(first, at - tail[1]) if tail and cur.pauses else ""
        of_day = cur.said(at, at + 1).endswith(("起", "之日后"))
        event = without_preposition(said, since=of_day)
        if tail and event:
            from_day = of_day or (tail[1] > 0 and _is_full(said))
            whens = tuple(
                replace(_of_bound(when, bound, before=before), from_the_day=from_day) for when in tail[0]
            )
            return _of_event(event, whens, before=before)
    return None


def _since_receipt(cur: Cursor) -> _Whens | None:
    """收到意见书的15日内, which counts from it as 收到意见书后15日内 does."""
    first = cur.at
    for at in range(first + 1, len(cur.words)):
        event = cur.said(first, at)
        cur.at = at + 1
        if cur.said(at, at + 1) == "的" and _PREFIX.match(event):
            within = cur.attempt(_limit)
            if within is not None and cur.pauses:
                return (When(after=event_named(event), within=within),)
    return None


def _after_event(cur: Cursor, *, bounded: bool) -> _Tail | None:
    mark = cur.at
    if cur.sees(Kind.THAT_DAY):
        within = length(cur)
        cur.take(Kind.WITHIN)
        return (When(within=within),), 0
    cur.at += 1
    over = cur.pauses and not _goes_on(cur)
    if over and (least := _length_before(cur, mark)):
        return (When(at_least=least[0]),), least[1]
    if over and cur.words[mark].kind is Kind.AFTER:
        return (When(),), 0
    cur.take(Kind.LIST)
    within = cur.attempt(length) if cur.sees(Kind.THAT_DAY) else cur.attempt(_limit)
    if within is not None:
        cur.take(Kind.WITHIN)
        rhythm_in = cur.attempt(partial(_whole, form=_rhythmic)) if cur.sees(Kind.EVERY) else None
        if rhythm_in and any(when.places for when in rhythm_in):
            return None
        # 授牌满3个月后10日内 begins with the end of the three months.
        passed = None if bounded else _length_before(cur, mark)
        full = passed if passed and _is_full(cur.said(0, mark - passed[1])) else (None, 0)
        found = (replace(when, within=within, at_least=full[0]) for when in rhythm_in or (When(),))
        return tuple(found), full[1]
    if (later := cur.attempt(_later)) is not None:
        return (When(at_least=later),), 0
    if bounded and (least_or_most := cur.attempt(length)) is not None:
        return (When(within=least_or_most),), 0
    many = (
        cur.attempt(_kinds)
        or cur.attempt(partial(_whole, form=_loose))
        or cur.attempt(partial(_whole, form=_rhythmic))
    )
    return (many, 0) if many else None


def _is_full(said: str) -> bool:
    """Whether the length of time behind these words is counted from the day of an event: 授牌满, but not 公示期满."""
    return said.endswith("满") and not said.endswith(("期满", "届满"))


def _goes_on(cur: Cursor) -> bool:
    """Whether the comma after an event is followed by its length of time: 自X之日起，三十日内."""
    start = cur.at
    goes_on = bool(cur.take(Kind.LIST)) and bool(
        cur.attempt(_limit) or cur.attempt(_later) or cur.attempt(_kinds)
    )
    cur.at = start
    return goes_on


def _later(cur: Cursor) -> Length | None:
    """满30日后, 30日起."""
    found = length(cur)
    return found if cur.take(Kind.AFTER, Kind.SINCE) else None


def _before_event(cur: Cursor) -> _Tail | None:
    """X前10日内, X前10日, X30日前, X前."""
    mark = cur.at
    cur.at += 1
    if cur.sees(Kind.EVERY):
        many = cur.attempt(partial(_whole, form=_rhythmic))
        return (many, 0) if many else None
    found = cur.attempt(length)
    if found is not None:
        return (When(within=found) if cur.take(Kind.WITHIN) else When(at_least=found),), 0
    least = _length_before(cur, mark)
    return ((When(at_least=least[0]),), least[1]) if least else ((When(),), 0)


def _length_before(cur: Cursor, mark: int) -> tuple[Length, int] | None:
    """A length of time that ends before a word, and of how many words it is: 届满30日前."""
    back, found, words = cur.at, None, 0
    for words in (3, 2, 1):
        cur.at = mark - words
        found = length(cur) if cur.at > 0 else None
        if found is not None and found.number and cur.at == mark:
            break
        found = None
    cur.at = back
    return (found, words) if found else None


def _kinds(cur: Cursor) -> _Whens | None:
    """专项五日内、综合十日内: a length of time for each kind of the event."""
    found: list[When] = []
    while True:
        start = cur.at
        if found and not cur.take(Kind.LIST):
            return tuple(found)
        first = cur.at
        while cur.take(Kind.OTHER, Kind.ACT, Kind.LOOSE, Kind.TENOR):
            pass
        kind = cur.said(first, cur.at).rstrip("的应于在")
        within = cur.attempt(_limit) if kind else None
        if within is None:
            cur.at = start
            return tuple(found) or None
        found.append(When(kind=kind, within=within))


def _of_bound(when: When, bound: Token | None, *, before: bool) -> When:
    """不早于X前10日 is within the ten days, 不迟于X前10日 at least ten days before; after X it is the other way."""
    if bound is None:
        return when
    span = when.within or when.at_least
    if before is (bound.kind is Kind.LATEST):
        return replace(when, within=None, at_least=span)
    return replace(when, within=span, at_least=None)


def _of_event(text: str, whens: _Whens, *, before: bool) -> _Whens | None:
    """The times of an event; where it is a place of the calendar, from or up to that."""
    stretches = read_calendar(text)
    if stretches is None:
        if not {word.kind for word in Cursor(text).words} & _NAMING:
            return None
        named = {"before" if before else "after": event_named(text)}
        return tuple(replace(when, **named) for when in whens)  # type: ignore[arg-type]  # names are texts
    if len(stretches) > 1 or (before and stretches[0].last.is_whole_year):
        return None
    if any(when.kind or (when.at_least and not before) for when in whens):
        return None
    place = {"by" if before else "since": stretches[0]}
    return tuple(replace(when, **place) for when in whens)  # type: ignore[arg-type]  # places are stretches


def _forms(cur: Cursor) -> Iterator[Callable[[Cursor], _Whens | None]]:
    """The forms that may begin with the next word, in the order they are tried."""
    word = cur.peek()
    kind = word.kind if word else Kind.OTHER
    if kind is Kind.LOOSE:
        yield _loose
    elif kind in (Kind.EVERY, Kind.BY_UNIT, Kind.EVERY_OTHER_MONTH, Kind.EVERY_OTHER_WEEK):
        yield _rhythmic
    elif kind not in (Kind.OTHER, Kind.ACT):
        if Kind.SINCE in cur.kinds:
            yield _start
        if kind in (Kind.NUMBER, Kind.UNIT):
            yield _rhythmic
        yield _dated
        if kind is Kind.NUMBER:
            yield _years
    if kind not in (Kind.LOOSE, Kind.EVERY, Kind.BY_UNIT) and (
        Kind.DURING in cur.kinds or "阶段" in cur.text
    ):
        yield _in_course
    if not cur.kinds.isdisjoint(_MARKS):
        yield _related
    if Kind.WITHIN in cur.kinds and "的" in cur.text:
        yield _since_receipt


# Parts of both forms: short strings and mappings


def read_calendar(value: object, inside: Unit | None = None) -> tuple[Stretch, ...] | None:
    """Places and stretches of the calendar from a string; None if it names none."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    cur = Cursor(plain(str(value)))
    found = read_stretches(cur, inside)
    if found is None or not cur.done:
        return None
    return found if inside or all(one.stands_alone for one in found) else None


def read_times(value: object) -> Quantity | Unreadable:
    """How often: a quantity that counts times or nothing, of which nobody could do more, or what people learn."""
    quantity = read_quantity(value)
    if isinstance(quantity, Unreadable):
        return quantity
    if quantity.unit in _OF_LEARNING and not quantity.share:
        return quantity
    too_often = max(quantity.low or 0, quantity.high or 0) > _LONGEST
    if quantity.unit not in ("", "time", "轮") or quantity.share or too_often:
        return Unreadable(code="AMT001", text=str(value), forms=("3", "5次以上", "1..2"))
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
    counted = unit_at(cur)
    if counted in (None, Unit.HOUR) or least == 0 or (most or 1) > _LONGEST:
        return None
    if least is not None and (most is None or most < least):
        return None
    return Every(unit=counted, least=least or 1, most=most or 1)


def unit_at(cur: Cursor) -> Unit | None:
    """A unit at the cursor; 日 and 天 are days."""
    if cur.take(Kind.DAY):
        return Unit.DAY
    word = cur.take(Kind.UNIT)
    return Unit(str(word.value)) if word else None


#: Units that are so many of another as a length of time; a semester is no length.
_AS_LENGTH: Mapping[Unit, tuple[int, Unit]] = {
    **{unit: (1, unit) for unit in (Unit.HOUR, *DAY_UNITS, Unit.WEEK, Unit.MONTH, Unit.YEAR)},
    Unit.TEN_DAYS: (10, Unit.DAY),
    Unit.QUARTER: (3, Unit.MONTH),
    Unit.HALF_YEAR: (6, Unit.MONTH),
    Unit.SCHOOL_YEAR: (1, Unit.YEAR),
}


def length_of(every: Every) -> Length | None:
    """How long the unit of a rhythm is; None for semesters."""
    number, unit = _AS_LENGTH.get(every.unit, (0, every.unit))
    return Length(number=number * every.most, unit=unit) if number else None


def length(cur: Cursor) -> Length | None:
    """`10 working_days`, 三十日, 3个月, 半年, 当日, 3至5日 at the cursor."""
    if day := cur.take(Kind.THAT_DAY):
        return Length(number=int(str(day.value)), unit=Unit.DAY)
    if cur.take(Kind.UNIT, value=Unit.HALF_YEAR):
        return Length(number=6, unit=Unit.MONTH)
    number = cur.number()
    least = 0
    if cur.sees(Kind.TO) or cur.sees(Kind.UNIT, Kind.TO) or cur.sees(Kind.DAY, Kind.TO):
        least = number or 0
        cur.take(Kind.UNIT, Kind.DAY)
        cur.take(Kind.TO)
        number = cur.number()
    cur.take(Kind.EACH_ONE)
    counted = unit_at(cur) if number else None
    if not number or number > _LONGEST or number < least or counted is None or counted not in _AS_LENGTH:
        return None
    each, unit = _AS_LENGTH[counted]
    return Length(number=number * each, unit=unit, least=least * each)


def _limit(cur: Cursor) -> Length | None:
    """N日内, 当日内 at the cursor."""
    found = length(cur)
    return found if cur.take(Kind.WITHIN) else None


# Names of events

Found = TypeVar("Found")
_JOINED = re.compile(r"[、,;]|以及|或者|和|及|或|与")
_DOCUMENT = r"本?(?:实施)?(?:方案|意见|办法|通知|文件|细则|规定|条例|计划|要点|规则|制度|标准)"
_ISSUED = re.compile(rf"{_DOCUMENT}?(?:印发|下发|发文|发布)|{_DOCUMENT}(?:公布|出台)")
_EFFECTIVE = re.compile(rf"{_DOCUMENT}?(?:施行|实施|生效)")
_PREPOSITION = re.compile(r"^(?:自从|自|从|在|于|当|每次|每逢|每轮|每场)+")
#: The same without those that begin names: 自查, 自评, 从业考核.
_PLAIN_PREPOSITION = re.compile(r"^(?:自从|在|于|当|每次|每逢|每轮|每场)+")
_BEGUN = "开始 启动 召开"
_OVER = "结束 完成 完毕 终结 终了 期限届满 届满 期满 到期"
_DONE = (
    "印发 下发 发出 公布 发布 公示 出具 送达 作出 形成 提交 报送 上报 受理 批准 通过 成立 实施 开展 进行 收到"
)
#: What stands around the name of work to say which moment of it is meant.
_SUFFIX = re.compile(
    rf"(?:后|的)?(?:{'|'.join(f'{_BEGUN} {_OVER} {_DONE} 工作 活动'.split())})$|(?:之日|当日|之时|之后|时)$"
)
_PREFIX = re.compile(
    r"^(?:收到|接到|接收|收悉|取得|作出|做出|出具|形成|提交|报送|上报|完成|结束|开展|组织|实施|进行|印发|下发|发出|公布|发布|公示|通过)"
)


def without_preposition(text: str, *, since: bool = False) -> str:
    """What an event is called, without 在, 于, 每次 before it and 之日 behind it; 自 only goes with 起 (`since`).

    自查后五日内 comes after 自查, 自印发之日起五日内 after 印发.
    """
    said = text.strip()
    before = _PREPOSITION if since or said.endswith("之日") else _PLAIN_PREPOSITION
    bare = before.sub("", said).removesuffix("之日").strip(" ，、,")
    return bare if bare.endswith(("期满", "届满")) else bare.removesuffix("满")


def event_named(text: str) -> str:
    """`issued` and `effective` for the Chinese that means them, else the name as it stands."""
    bare = _PREPOSITION.sub("", text)
    if _ISSUED.fullmatch(bare):
        return "issued"
    return "effective" if _EFFECTIVE.fullmatch(bare) else text


def event_names(event: str) -> tuple[str, ...]:
    """What the work or output may be called that an event is about, the fullest first.

    收到督导意见 may be of that name, else it is about 督导意见; 综合督导结束 is about 综合督导.
    """
    found = dict.fromkeys([event])
    for name in found.copy():
        _strip(name, found)
    # 公示期届满 is about 公示, if nothing is called 公示期.
    for name in [name for name in found if name.endswith("期") and len(name) > 2]:
        found.setdefault(name.removesuffix("期"))
    return tuple(found)


def triggers(event: str, known: Callable[[str], Found | None]) -> tuple[Found, ...]:
    """What an event is about, as far as `known` has it: one thing, or each of several (督导或整改结束)."""
    for name in event_names(event):
        if (one := known(name)) is not None:
            return (one,)
    parts = [part for part in _JOINED.split(event) if part]
    many = [triggers(part, known) for part in parts] if len(parts) > 1 else []
    return tuple(one for some in many for one in some) if all(many) else ()


def _strip(name: str, found: dict[str, None]) -> None:
    for shorter in (_SUFFIX.sub("", name), _PREFIX.sub("", name), _PREPOSITION.sub("", name)):
        if shorter and shorter not in found:
            found[shorter] = None
            _strip(shorter, found)


def counts_from_start(event: str) -> bool:
    """Whether its first day is meant (督导开始), not its last."""
    return event.endswith(tuple(_BEGUN.split()))


def counts_to_end(event: str) -> bool:
    """Whether its last day is meant where something comes before it (公示期满), not its first."""
    return event.endswith(tuple(_OVER.split()))


def lapses(event: str) -> bool:
    """Whether a length of time is over with it (公示期满), so that nothing but its end will do."""
    return event.endswith(("届满", "期满", "到期", "期结束"))
