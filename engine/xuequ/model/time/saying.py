"""Rhythms and dates in words. In Chinese they are said so that reading them gives the same again."""

from __future__ import annotations

from dataclasses import replace

from xuequ.model.amount.quantity import Quantity, say
from xuequ.model.tenor import TENORS
from xuequ.model.time.values import (
    LOOSE,
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

_ZH_UNITS = {
    Unit.HOUR: "小时",
    Unit.DAY: "天",
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
_WITH_GE = frozenset({Unit.SCHOOL_DAY, Unit.WORKING_DAY, Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR})
_ZH_PORTIONS = {
    Portion.START: "初",
    Portion.MID: "中",
    Portion.END: "末",
    Portion.FIRST_TEN: "上旬",
    Portion.MIDDLE_TEN: "中旬",
    Portion.LAST_TEN: "下旬",
    Portion.FIRST_TWENTY: "上中旬",
    Portion.LAST_TWENTY: "中下旬",
}
_EN_PORTIONS = {
    Portion.START: "the start",
    Portion.MID: "the middle",
    Portion.END: "the end",
    Portion.FIRST_TEN: "the first ten days",
    Portion.MIDDLE_TEN: "the middle ten days",
    Portion.LAST_TEN: "the last ten days",
    Portion.FIRST_TWENTY: "the first twenty days",
    Portion.LAST_TWENTY: "the days after the tenth",
}
_ZH_SEASONS = {
    Season.AUTUMN: "秋季学期",
    Season.SPRING: "春季学期",
    Season.WINTER_BREAK: "寒假",
    Season.SUMMER_BREAK: "暑假",
}
_EN_SEASONS = {
    Season.AUTUMN: "the autumn semester",
    Season.SPRING: "the spring semester",
    Season.WINTER_BREAK: "the winter break",
    Season.SUMMER_BREAK: "the summer break",
}
ZH_DAYTIMES = {
    "early_morning": "早上",
    "morning": "上午",
    "noon": "中午",
    "afternoon": "下午",
    "evening": "晚上",
}
_ZH_NUMBERS = "一二三四五六日"
_EN_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EN_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_ZH_EVENTS = {"issued": "印发", "effective": "施行"}
_EN_EVENTS = {"issued": "the date of issue", "effective": "it takes effect"}


def say_when(when: When, lang: str = "zh") -> str:
    """One rhythm, date or loose word as a document in `lang` prints it."""
    return _zh(when) if lang == "zh" else _en(when)


def _zh(when: When) -> str:
    """The time between its word of firmness and the days that count."""
    said = _zh_time(when)
    if when.days is not None:
        said += f"（按{_ZH_UNITS[when.days]}）"
    return f"{said}{when.tenor}" if when.about else f"{when.tenor}{said}"


def _zh_time(when: When) -> str:
    if when.phase or when.during is not None:
        return _zh_in_course(when)
    event = _ZH_EVENTS.get(when.event, when.event)
    every = _zh_every(when.every) if when.every else ""
    if when.event and when.every and not (when.within or when.at_least):
        # 每周验收后 would be once a week after it.
        return f"{event}{'后' if when.after else '前'}{_zh_time(replace(when, after='', before=''))}"
    if when.event:
        body = every + _zh_of_event(when, event)
        return body + (when.loose or _zh_times(when.times)) if not when.at_least else body
    if when.within is not None and when.since is not None:
        return f"{_zh_inside(every, _zh_stretch(when.since))}起{_zh_length(when.within)}内"
    start = f"自{_zh_stretch(when.since)}起" if when.since else ""
    if when.loose:
        return start + when.loose
    body = every
    if place := when.at or when.by:
        said = _zh_stretch(place)
        if when.by and place.last.portion is Portion.START and _is_opening(place.last, when):
            said = said.removesuffix("学期初").removesuffix("初") + "开学"
        body = _zh_inside(body, said) + (_zh_before(when) if when.by else "")
    times = _zh_times(when.times)
    return start + body + (" " if times and body[-1:].isdigit() else "") + times


def _is_opening(place: Place, when: When) -> bool:
    """Whether the beginning of a place is that of a semester."""
    return (
        place.of is Unit.SEMESTER
        or place.season in (Season.AUTUMN, Season.SPRING)
        or (place.of is None and place.month is None and when.every == Every(unit=Unit.SEMESTER))
    )


def _zh_in_course(when: When) -> str:
    """阶段:试点, and 试点期间每月 where something comes round in it."""
    rest = _zh_time(replace(when, phase="", during=None))
    if when.phase and not rest:
        return f"阶段:{when.phase}"
    if when.during is not None:
        return f"{_zh_stretch(when.during)}期间{rest}"
    return f"{when.phase}{'' if when.phase.endswith('阶段') else '期间'}{rest}"


def _zh_of_event(when: When, event: str) -> str:
    """督导后专项5日内, 督导前10日, 督导30日后."""
    if when.after:
        if when.at_least and when.within is not None:
            return f"{event}满{_zh_length(when.at_least)}后{when.kind}{_zh_length(when.within)}内"
        if when.at_least:
            return f"{event}{_zh_length(when.at_least)}后"
        if when.within is not None and when.within.number == 0 and not when.kind:
            return f"{event}当日"
        within = f"{_zh_length(when.within)}内" if when.within is not None else ""
        return f"{event}后{when.kind}{within}"
    return event + _zh_before(when)


def _zh_before(when: When) -> str:
    if when.within is not None:
        return f"前{_zh_length(when.within)}内"
    return f"前{_zh_length(when.at_least)}" if when.at_least else "前"


def _zh_inside(rhythm: str, place: str) -> str:
    """A place behind its rhythm; 每周 and 周五 share their 周."""
    return rhythm + (place[1:] if rhythm == "每周" and place.startswith("周") else place)


def _zh_times(times: Quantity | None) -> str:
    if times is None:
        return ""
    said = say(times)
    if times.unit:
        return said
    return f"{said.removesuffix('以上')}次{'以上' if said.endswith('以上') else ''}"


def _zh_every(every: Every) -> str:
    if every.least == every.most == 1:
        return f"每{_ZH_UNITS[every.unit]}"
    number = "两" if every.most == 2 else f"{every.most}"
    if every.least != every.most:
        number = f"{'两' if every.least == 2 else every.least}至{number}"
    return f"每{number}{'个' if every.unit in _WITH_GE else ''}{_ZH_UNITS[every.unit]}"


def _zh_length(length: Length) -> str:
    if length.number == 0:
        return "当日"
    unit = "日" if length.unit is Unit.DAY else _ZH_UNITS[length.unit]
    least = f"{length.least}至" if length.least else ""
    return f"{least}{length.number}{'个' if length.unit in _WITH_GE else ''}{unit}"


def _zh_stretch(stretch: Stretch) -> str:
    first = _zh_place(stretch.first)
    return first if stretch.first == stretch.last else f"{first}至{_zh_place(stretch.last)}"


def _zh_place(place: Place) -> str:
    if place.feast:
        place = place._replace(month=None, day=None)
    unit = _ZH_UNITS[place.of] if place.of else ""
    if place.year is not None and place.of is Unit.SCHOOL_YEAR:
        year = f"{place.year}学年"
    else:
        year = f"{place.year}年" if place.year else unit if place.week is None else ""
    return "".join(
        (
            _zh_which(place),
            year,
            f"{place.month}月" if place.month else "",
            ("", "首月", "第二个月", "末月")[place.nth_month or 0],
            f"{place.day}日" if place.day else "",
            place.feast,
            _ZH_SEASONS[place.season] if place.season else "",
            f"{_ZH_NUMBERS[place.quarter - 1]}季度" if place.quarter else "",
            ("上半年" if place.half == 1 else "下半年") if place.half else "",
            _zh_nth(place),
            _ZH_PORTIONS[place.portion] if place.portion else "",
            f"周{_ZH_NUMBERS[place.weekday]}" if place.weekday is not None and not place.nth_weekday else "",
            ZH_DAYTIMES[place.daytime] if place.daytime else "",
            place.time,
        )
    )


def _zh_nth(place: Place) -> str:
    """第三周, 最后一个周五, 第一个工作日."""
    number = place.week or place.workday
    if number is None:
        return ""
    which = "最后一" if number < 0 else f"第{number}"
    if place.workday is not None:
        return f"{which}个工作日"
    if place.nth_weekday and place.weekday is not None:
        return f"{which}个周{_ZH_NUMBERS[place.weekday]}"
    return f"{which}周"


def _zh_which(place: Place) -> str:
    if place.which is None:
        return ""
    return "本" if place.which is Which.THIS else "明" if place.of is Unit.YEAR else "下"


def _en(when: When) -> str:
    parts = [
        TENORS.get(when.tenor, when.tenor),
        LOOSE.get(when.loose, when.loose),
        _en_every(when.every) if when.every else "",
        _en_times(when),
        f"{_preposition(when.at)} {_en_stretch(when.at)}" if when.at else "",
        f"{_en_span(when)}by {_en_stretch(when.by)}" if when.by and not when.within else "",
        f"{_en_span(when)}up to {_en_stretch(when.by)}" if when.by and when.within else "",
        f"during {_en_stretch(when.during)}" if when.during else "",
        f"in the phase {when.phase}" if when.phase else "",
        f"{_en_span(when)}from {_en_stretch(when.since)} on" if when.since else "",
        _en_of_event(when),
        f"({when.days.value.replace('_', ' ')}s)" if when.days else "",
    ]
    return " ".join(part for part in parts if part)


def _en_times(when: When) -> str:
    if when.times is None:
        return ""
    if when.times.unit:
        return say(when.times, "en")
    return "once" if when.times.low == when.times.high == 1 else f"{say(when.times, 'en')} times"


def _en_of_event(when: When) -> str:
    if not when.event:
        return ""
    kind = f", for {when.kind}" if when.kind else ""
    if when.within is not None and when.within.number == 0:
        return f"on the day of {_EN_EVENTS.get(when.event, when.event)}{kind}"
    way = "after" if when.after else "before"
    if when.within is not None and when.at_least is not None:
        way = f"from {_en_length(when.at_least)} {way}"
    return f"{_en_span(when)}{way} {_EN_EVENTS.get(when.event, when.event)}{kind}"


def _en_span(when: When) -> str:
    """The length of time in front of what it begins or ends with."""
    if when.within is not None:
        return f"within {_en_length(when.within)} "
    return f"at least {_en_length(when.at_least)} " if when.at_least is not None else ""


def _en_length(length: Length) -> str:
    least = f"{length.least} to " if length.least else ""
    return f"{least}{length.number} {length.unit.value.replace('_', ' ')}{'' if length.number == 1 else 's'}"


def _en_every(every: Every) -> str:
    unit = every.unit.value.replace("_", " ")
    if every.most == 1:
        return f"every {unit}"
    unit = unit if unit.endswith("s") else f"{unit}s"
    return f"every {every.least if every.least == every.most else f'{every.least} to {every.most}'} {unit}"


def _preposition(stretch: Stretch) -> str:
    if stretch.first != stretch.last:
        return "from"
    place = stretch.first
    if place.day is not None or place.weekday is not None:
        return "on"
    if place.daytime is not None:
        return "in the"
    return "at" if place.portion is not None or place.time else "in"


def _en_stretch(stretch: Stretch) -> str:
    first = _en_place(stretch.first)
    return first if stretch.first == stretch.last else f"{first} to {_en_place(stretch.last)}"


def _en_place(place: Place) -> str:
    day = "" if not place.day else f"{place.day} " if place.month else f"day {place.day}"
    day += " of " if place.nth_month and day else ""
    named = [
        f"{_EN_MONTHS[place.month - 1]}" if place.month else "",
        _EN_SEASONS[place.season] if place.season else "",
        ("", "the first month", "the second month", "the last month")[place.nth_month or 0],
        f"quarter {place.quarter}" if place.quarter else "",
        ("the first half-year" if place.half == 1 else "the second half-year") if place.half else "",
        _en_unit(place),
        f"{'the school year ' if place.of is Unit.SCHOOL_YEAR else ''}{place.year}" if place.year else "",
    ]
    whole = " ".join(part for part in named if part)
    if place.portion is not None:
        whole = f"{_EN_PORTIONS[place.portion]} of {whole}" if whole else _EN_PORTIONS[place.portion]
    weekday = _EN_WEEKDAYS[place.weekday] if place.weekday is not None else ""
    if (number := place.week or place.workday) is not None:
        counted = weekday if place.nth_weekday else "working day" if place.workday else "week"
        nth = f"the last {counted}" if number < 0 else f"{counted} {number}"
        whole = nth + (f" of {whole}" if whole else "")
        weekday = "" if place.nth_weekday else weekday
    weekday += " of" if weekday and place.week is not None else ""
    daytime = place.daytime.value.replace("_", " ") if place.daytime else ""
    return " ".join(part for part in (weekday, f"{day}{whole}".strip(), daytime, place.time) if part)


def _en_unit(place: Place) -> str:
    if place.of is None or place.year is not None:
        return ""
    unit = place.of.value.replace("_", " ")
    return f"{place.which.value} {unit}" if place.which else f"the {unit}"
