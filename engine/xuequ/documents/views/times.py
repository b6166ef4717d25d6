"""Rhythms and dates in words: as the drafter put them where that is Chinese, else put into Chinese here."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xuequ.model.calendar_place import Daytime, Length, Place, Portion, Season, Stretch, Unit, Which
from xuequ.model.quantity import say
from xuequ.model.when import When

_CHINESE = re.compile(r"[一-鿿]")
_MAPPING = re.compile(r"[a-z_]+: ")
_UNITS = {
    Unit.DAY: "日",
    Unit.SCHOOL_DAY: "教学日",
    Unit.WORKING_DAY: "工作日",
    Unit.WEEK: "周",
    Unit.TEN_DAYS: "旬",
    Unit.MONTH: "月",
    Unit.QUARTER: "季度",
    Unit.HALF_YEAR: "半年",
    Unit.SEMESTER: "学期",
    Unit.SCHOOL_YEAR: "学年",
    Unit.YEAR: "年",
}
#: Units that are counted with 个.
_COUNTED = frozenset(
    {Unit.SCHOOL_DAY, Unit.WORKING_DAY, Unit.MONTH, Unit.QUARTER, Unit.SEMESTER, Unit.SCHOOL_YEAR}
)
_PORTIONS = {
    Portion.START: "初",
    Portion.MID: "中",
    Portion.END: "末",
    Portion.FIRST_TEN: "上旬",
    Portion.MIDDLE_TEN: "中旬",
    Portion.LAST_TEN: "下旬",
    Portion.FIRST_TWENTY: "上中旬",
    Portion.LAST_TWENTY: "中下旬",
}
_SEASONS = {
    Season.AUTUMN: "秋季学期",
    Season.SPRING: "春季学期",
    Season.WINTER_BREAK: "寒假",
    Season.SUMMER_BREAK: "暑假",
}
_DAYTIMES = {
    Daytime.EARLY: "早上",
    Daytime.MORNING: "上午",
    Daytime.NOON: "中午",
    Daytime.AFTERNOON: "下午",
    Daytime.EVENING: "晚上",
}
_WEEKDAYS = "一二三四五六日"
_EVENTS = {"issued": "印发", "effective": "施行"}


def whens_text(many: Iterable[When]) -> str:
    """Several rhythms, each once."""
    return "、".join(dict.fromkeys(when_text(when) for when in many))


def when_text(when: When) -> str:
    """One rhythm in Chinese."""
    if when.text and _CHINESE.search(when.text) and not _MAPPING.search(when.text):
        return when.text
    if not when.text:
        return _said(when)
    return _said(when) or when.text


def daytime_text(daytime: str) -> str:
    """The time of day of a window, which is a word of the language or a time."""
    return _DAYTIMES[Daytime(daytime)] if daytime in set(Daytime) else daytime


def _said(when: When) -> str:
    parts = [
        f"阶段：{when.phase}" if when.phase else "",
        f"{_stretch(when.during)}期间" if when.during else "",
        f"{_stretch(when.since)}起" if when.since else "",
        f"{_EVENTS.get(when.after, when.after)}后" if when.after else "",
        f"{_EVENTS.get(when.before, when.before)}前" if when.before else "",
        f"{_length(when.within)}内" if when.within else "",
        _rhythm(when),
        say(when.times) + ("" if when.times.unit else "次") if when.times else "",
        when.loose,
    ]
    return "".join(parts)


def _rhythm(when: When) -> str:
    every = when.every
    unit = ""
    if every is not None:
        number = "" if every.least == every.most == 1 else f"{every.least}"
        number += f"至{every.most}" if every.most != every.least else ""
        unit = f"每{number}{'个' if number and every.unit in _COUNTED else ''}{_UNITS[every.unit]}"
    place = f"{_stretch(when.at)}" if when.at else ""
    limit = f"{_stretch(when.by)}前" if when.by else ""
    if unit.endswith("周") and place.startswith("周"):
        place = place[1:]
    return unit + place + limit


def _length(length: Length) -> str:
    return f"{length.number}{'个' if length.unit in _COUNTED else ''}{_UNITS[length.unit]}"


def _stretch(stretch: Stretch) -> str:
    first, last = _place(stretch.first), _place(stretch.last)
    return first if first == last else f"{first}至{last}"


def _place(place: Place) -> str:
    parts = [
        {Which.THIS: "本", Which.NEXT: "下"}[place.which] if place.which else "",
        f"{place.year}{'学年' if place.of is Unit.SCHOOL_YEAR else '年'}" if place.year else "",
        f"{place.month}月" if place.month else "",
        f"{place.day}日" if place.day else "",
        _SEASONS[place.season] if place.season else "",
        f"第{place.quarter}季度" if place.quarter else "",
        ("上半年" if place.half == 1 else "下半年") if place.half else "",
        _UNITS[place.of] if place.of and not place.year else "",
        _PORTIONS[place.portion] if place.portion else "",
        f"第{place.week}周" if place.week else "",
        f"周{_WEEKDAYS[place.weekday]}" if place.weekday is not None else "",
        _DAYTIMES[place.daytime] if place.daytime else "",
        place.time,
    ]
    return "".join(parts)
