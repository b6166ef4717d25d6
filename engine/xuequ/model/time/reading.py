"""The reader of rhythms and dates: short strings, mappings, and lists of these.

    read_when("每周五下午") == read_when({"every": "week", "at": "fri afternoon"})

A string that no form fits is `Unreadable`, never loose text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from xuequ.findings.catalogue.words import Word
from xuequ.model.amount.numerals import plain
from xuequ.model.time.places import exists, fits, runs_backwards
from xuequ.model.time.saying import say_when
from xuequ.model.time.short import (
    event_named,
    length,
    read_calendar,
    read_short,
    read_times,
    rhythm,
    unit_at,
    without_preposition,
)
from xuequ.model.time.values import DAY_UNITS, LOOSE, Every, Length, Portion, Stretch, Unit, When
from xuequ.model.time.words import Cursor, Read
from xuequ.model.unreadable import Unreadable, nearest_forms

FORMS = (
    "每周五下午", "每天早上", "每月", "每月28日前", "每两周", "每季度", "每学期", "每学期末",
    "每学期五次以上", "每学期第三周", "每学期开学后两周内", "每学年", "每学年末", "每两学年", "每三至五年", "每年",
    "每年9月", "每年6月30日前", "9月", "9月1日", "9月至12月", "6月上中旬", "8月中旬前", "7月底8月初", "2025年9月",
    "2025年底前", "2025—2027年", "5月22日12:00", "一季度", "年初", "学期末", "学年初", "春季开学", "寒假", "本学期",
    "下学年", "2025年9月起", "印发后10个工作日内", "自印发之日起三十日内", "阶段:实施", "定期", "不定期", "及时",
    "适时", "按需", "常态化",
)  # fmt: skip
#: What English words can say in short, and the mappings for what they cannot.
FORMS_IN_ENGLISH = (
    "every month", "every 2 weeks", "every week", "every quarter", "every semester", "every semester end",
    "every semester 2 times", "every school_year", "every year", "every 3..5 years", "semester end", "year end",
    "2025-09", "2025-09-01", "{by: 2025-09-30}", "{after: issued, within: 30 days}",
)  # fmt: skip
#: What is shown where nothing is like what was written: a rhythm, a date, a deadline, and a word for neither.
_ONE_OF_EACH = ("每学期", "9月底前", "印发后30日内", "不定期")
#: What is meant by words that no form is like.
_MEANT: Mapping[str, tuple[str, ...]] = {
    "每半月": ("每月两次",),
    "每半个月": ("每月两次",),
    "双周": ("每两周",),
    "每双周": ("每两周",),
    "隔周": ("每两周", "单周周三"),
    "待定": ("unspecified",),
}

_Whens = tuple[When, ...]


def read_when(value: object) -> _Whens | Unreadable:
    """A short string, a mapping, or a list of these; a list means all of them."""
    if isinstance(value, list | tuple):
        return _read_list(value)
    if isinstance(value, Mapping):
        return _checked(_read_mapping(value), fields=True)
    if not isinstance(value, str):
        return Unreadable(code="TIM001", text=str(value), nearest=_ONE_OF_EACH)
    text = plain(value)
    found = read_short(text)
    if found is None:
        return Unreadable(code="TIM001", text=value, nearest=_nearest(text))
    return _checked(tuple(replace(when, text=value) for when in found))


def _read_list(values: Sequence[object]) -> _Whens | Unreadable:
    read: list[When] = []
    for i, value in enumerate(values):
        one = read_when(value)
        if isinstance(one, Unreadable):
            return one.under(i)
        read.extend(one)
    return tuple(read)


# Mappings

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
_MAPPING_FORMS = (Word("form_every"), Word("form_by"), Word("form_within"))
_EVERY_FORMS = ("week", "semester", "school_year", "2 weeks", "3..5 years", "month", "day")
_EVERY_FORMS_ZH = ("周", "学期", "学年", "两周", "三至五年", "月", "天")
_LENGTH_FORMS = ("10 working_days", "30 days", "2 weeks", "3 months", "1 years")
_LENGTH_FORMS_ZH = ("10个工作日", "30日", "两周", "3个月", "1年")
_DAYS_FORMS = ("school_day", "working_day", "day")
_DAYS_FORMS_ZH = ("教学日", "工作日", "天")

_CONFLICTS = (("at", "by"), ("after", "before"), ("within", "at_least"))
#: A length of time needs one of these to begin or end with.
_ANCHORS = frozenset({"after", "before", "since", "by"})
_Read = tuple[Mapping[str, object], ...] | Unreadable


def _read_mapping(fields: Mapping[object, object]) -> _Whens | Unreadable:
    """The mapping as one `When`, or as several where a field names several places, events or kinds."""
    said = {str(key): value for key, value in fields.items()}
    for pair in _CONFLICTS:
        if all(key in said for key in pair):
            return Unreadable(code="TIM003", text=tuple(Word(f"key_{key}") for key in pair), path=(pair[1],))
    if not said or (said.keys() & {"within", "at_least"} and not said.keys() & _ANCHORS):
        return Unreadable(code="TIM001", text=_written(said), nearest=_MAPPING_FORMS)
    left_open = frozenset(key for key, value in said.items() if value == "unspecified")
    given = [key for key in said if key not in left_open]
    every = read_every(said["every"]) if "every" in given else None
    if isinstance(every, Unreadable):
        return every.under("every")
    whens: _Whens = (When(every=every, unspecified=left_open, text=_written(said)),)
    for key in given:
        if key == "every":
            continue
        if key not in _READERS:
            nearest = nearest_forms(key, ("every", *_READERS))
            return Unreadable(code="TIM001", text=key, nearest=nearest, path=(key,))
        read = _READERS[key](said[key], every.unit if every else None)
        if isinstance(read, Unreadable):
            return read.under(key)
        whens = tuple(replace(when, **one) for when in whens for one in read)  # type: ignore[arg-type]  # each reader types its field
    return tuple(replace(one, text=say_when(one) or one.text) for one in map(_counted, whens))


def _counted(when: When) -> When:
    """The same with lengths of plain days in the days that count: 10 days of working days are ten working days."""
    if when.days is None:
        return when
    lengths = {"within": when.within, "at_least": when.at_least}
    turned = {
        key: replace(length, unit=when.days)
        for key, length in lengths.items()
        if length is not None and length.unit is Unit.DAY
    }
    return replace(when, days=None, **turned) if turned else when  # type: ignore[arg-type]  # both are lengths


def _written(said: Mapping[str, object]) -> str:
    return "，".join(f"{key}: {value}" for key, value in said.items())


def _stretches(name: str) -> Callable[[object, Unit | None], _Read]:
    def read(value: object, inside: Unit | None) -> _Read:
        found: list[Mapping[str, object]] = []
        for one in _each(value):
            stretches = read_calendar(one, inside)
            if stretches is None:
                return _no_form(one, _PLACE_FORMS)
            found.extend({name: each.taken_in if name == "by" else each} for each in stretches)
        return tuple(found)

    return read


def _each(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else (value,)


def _during(value: object, inside: Unit | None) -> _Read:
    """A stretch of the calendar, else the name of a phase."""
    found: list[Mapping[str, object]] = []
    for one in _each(value):
        stretches = read_calendar(one, None)
        if stretches is not None:
            found.extend({"during": stretch} for stretch in stretches)
        elif isinstance(one, str) and one:
            found.append({"phase": one})
        else:
            return _no_form(one, _PLACE_FORMS)
    return tuple(found)


def _event(name: str, on_calendar: str) -> Callable[[object, Unit | None], _Read]:
    """What it comes after or before; several are each one by itself, a place of the calendar (开学) is no event."""

    def read(value: object, inside: Unit | None) -> _Read:
        found: list[Mapping[str, object]] = []
        for one in _each(value):
            if not isinstance(one, str) or not one:
                return _no_form(value, ("issued", "effective"))
            text = without_preposition(plain(one))
            stretches = read_calendar(text, inside) or ()
            if name == "before" and any(stretch.last.is_whole_year for stretch in stretches):
                return _no_form(one, _PLACE_FORMS)
            found += [{on_calendar: stretch} for stretch in stretches] or [{name: event_named(text)}]
        return tuple(found)

    return read


def _no_form(value: object, forms: tuple[str, ...], in_chinese: tuple[str, ...] = ()) -> Unreadable:
    if in_chinese and not str(value).isascii():
        forms = in_chinese
    return Unreadable(code="TIM001", text=str(value), nearest=nearest_forms(str(value), forms))


def _times(value: object, inside: Unit | None) -> _Read:
    read = read_times(value)
    return read if isinstance(read, Unreadable) else ({"times": read},)


def read_every(value: object) -> Every | Unreadable:
    """`week`, `2 weeks`, `3..5 years`, 两学年."""
    every = _all_of(value, rhythm)
    return _no_form(value, _EVERY_FORMS, _EVERY_FORMS_ZH) if every is None else every


def _all_of(value: object, read: Callable[[Cursor], Read | None]) -> Read | None:
    """What a whole string is read as."""
    cur = Cursor(plain(value)) if isinstance(value, str) else None
    found = read(cur) if cur else None
    return found if cur and cur.done else None


def _within(value: object, inside: Unit | None) -> _Read:
    """A length of time, or one for each kind of the event: {专项: 5日, 综合: 10日}."""
    if not isinstance(value, Mapping):
        found = _all_of(value, length)
        return _no_form(value, _LENGTH_FORMS, _LENGTH_FORMS_ZH) if found is None else ({"within": found},)
    lengths: list[Mapping[str, object]] = []
    for kind, one in value.items():
        found = _all_of(one, length)
        if found is None:
            return _no_form(one, _LENGTH_FORMS, _LENGTH_FORMS_ZH).under(str(kind))
        lengths.append({"kind": str(kind), "within": found})
    return tuple(lengths)


def read_length(text: str) -> Length | None:
    """`10 working_days`, 三十日, 3个月, 半年; None where it is no length of time."""
    return _all_of(text, length)


def _at_least(value: object, inside: Unit | None) -> _Read:
    found = _all_of(value, length)
    return _no_form(value, _LENGTH_FORMS, _LENGTH_FORMS_ZH) if found is None else ({"at_least": found},)


def _loose_field(value: object, inside: Unit | None) -> _Read:
    return ({"loose": value},) if isinstance(value, str) and value else _no_form(value, tuple(LOOSE))


def _days(value: object, inside: Unit | None) -> _Read:
    counted = _all_of(value, unit_at)
    return ({"days": counted},) if counted in DAY_UNITS else _no_form(value, _DAYS_FORMS, _DAYS_FORMS_ZH)


_READERS: Mapping[str, Callable[[object, Unit | None], _Read]] = {
    "times": _times,
    "at": _stretches("at"),
    "by": _stretches("by"),
    "during": _during,
    "since": _stretches("since"),
    "after": _event("after", "since"),
    "before": _event("before", "by"),
    "within": _within,
    "at_least": _at_least,
    "loose": _loose_field,
    "days": _days,
}


# What can be read and cannot be


def _checked(whens: _Whens | Unreadable, *, fields: bool = False) -> _Whens | Unreadable:
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
    return tuple(map(_by_its_end, whens))


def _by_its_end(when: When) -> When:
    """The same; by a year is by the end of it."""
    if when.by is None or not when.by.last.is_whole_year:
        return when
    end = when.by.last._replace(of=when.by.last.of or Unit.YEAR, portion=Portion.END)
    return replace(when, by=Stretch(end, end))


def _backwards(when: When, field: str) -> Unreadable:
    first, last = when.stretches[field]
    right = replace(when, **{field: Stretch(last, first)})  # type: ignore[arg-type]  # each of them is a stretch
    return Unreadable(code="TIM007", text=when.text, nearest=(say_when(right),))


def _nearest(text: str) -> tuple[str, ...]:
    """Forms to write instead: what it means, else what makes it readable, else the part that is, else forms like it."""
    text = plain(text)
    if text in _MEANT:
        return _MEANT[text]
    if (goes_on := _goes_on_for(text)) is not None:
        return (f"{'lasts' if text.isascii() else '时长'}: {goes_on}",)
    if text.isascii():
        return nearest_forms(text, FORMS_IN_ENGLISH)
    mended = [each for each in _mended(text) if _readable(each)] if len(text) <= _SHORT else []
    parts = [] if len(text) > 2 * _SHORT else [part for part in _parts(text) if _readable(part)][:1]
    if mended:
        return tuple(dict.fromkeys(mended))[:3]
    forms = [form for form in nearest_forms(text, FORMS) if len(set(form) & set(text)) > 1]
    return tuple(dict.fromkeys([*parts, *forms]))[:3] or _ONE_OF_EACH


_GOING_ON = re.compile(r"^(?:为期|持续|历时|用时|时长)")
_BOUND = re.compile(
    r"^(?:不少于|不得少于|不低于|不得低于|不短于|至少|不超过|不得超过|不多于|至多|最长|约)|以上$"
)
_TAUGHT_FOR = re.compile(r"(?:分钟|课时|学时|节课?|个?学期)$")


def _goes_on_for(text: str) -> str | None:
    """How long something goes on, where it says that and not when it is: 不少于5个工作日, 为期一周."""
    said = _GOING_ON.sub("", text)
    bare = _BOUND.sub("", said)
    taught = _TAUGHT_FOR.search(bare) and not isinstance(read_times(_TAUGHT_FOR.sub("", bare)), Unreadable)
    return said if taught or read_length(bare) is not None else None


def _readable(text: str) -> bool:
    found = read_short(text)
    return found is not None and not isinstance(_checked(found), Unreadable)


def _mended(text: str) -> Iterator[str]:
    """What a word more or less makes of it: 十日内 lacks what it counts from, 每隔两周 says 隔 for nothing."""
    if re.fullmatch(r".{1,8}(?:内|以内|之内)", text):
        yield f"印发后{text}"
    if "提前" in text:
        yield f"某项职责前{text.partition('提前')[2]}"
    if text.endswith("前"):
        bare = text.removesuffix("前")
        yield f"{bare}底前"
        yield re.sub(r"\d{4}(?=(?:年度?|学年)$)", lambda year: f"{int(year[0]) - 1}", bare) + "底前"
    if "当" in text:
        yield text.replace("当", "每", 1)
        yield text.replace("当", "本", 1)
    if text.endswith("阶段"):
        yield f"阶段:{text.removesuffix('阶段')}"
    yield f"每{text}"
    yield f"{text}内"
    yield text.replace("每隔", "每")


#: What would be readable is looked for in texts of about this length.
_SHORT = 24


def _parts(text: str) -> Iterator[str]:
    """The beginnings and ends of a text, the longest first."""
    for size in range(min(len(text) - 1, _SHORT), 1, -1):
        yield text[:size]
        yield text[-size:]
