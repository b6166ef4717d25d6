"""Places in a calendar, stretches from one to another, and the rhythm, date or loose word made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from xuequ.findings.record import record
from xuequ.model.amount.quantity import Quantity


class Unit(StrEnum):
    """What a rhythm counts in."""

    DAY = "day"
    SCHOOL_DAY = "school_day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    TEN_DAYS = "ten_days"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    SEMESTER = "semester"
    SCHOOL_YEAR = "school_year"
    YEAR = "year"


class Portion(StrEnum):
    """A stretch of a unit; the last five are ten-day periods (旬) of a month."""

    START = "start"
    MID = "mid"
    END = "end"
    FIRST_TEN = "first_ten"
    MIDDLE_TEN = "middle_ten"
    LAST_TEN = "last_ten"
    FIRST_TWENTY = "first_twenty"
    LAST_TWENTY = "last_twenty"


TEN_DAY_PORTIONS = frozenset(list(Portion)[3:])


class Season(StrEnum):
    """A named period of the school year."""

    AUTUMN = "autumn_semester"
    SPRING = "spring_semester"
    WINTER_BREAK = "winter_break"
    SUMMER_BREAK = "summer_break"


class Daytime(StrEnum):
    """A time of day in words."""

    EARLY = "early_morning"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Which(StrEnum):
    """A unit counted from the one the period begins in (本学期, 下学年)."""

    THIS = "this"
    NEXT = "next"


class Place(NamedTuple):
    """A point or stretch of the calendar; what is not said is None.

    `of` is the unit a portion, a week or `which` belongs to where it is not the rhythm's own. A `year` with
    `of` SCHOOL_YEAR is the school year that begins in it. `weekday` counts from Monday, 0.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    portion: Portion | None = None
    of: Unit | None = None
    which: Which | None = None
    season: Season | None = None
    quarter: int | None = None
    half: int | None = None
    week: int | None = None
    weekday: int | None = None
    daytime: Daytime | None = None
    time: str = ""

    @property
    def stands_alone(self) -> bool:
        """Whether it means something without a rhythm around it."""
        named = (self.year, self.month, self.of, self.which, self.season, self.quarter, self.half)
        return any(part is not None for part in named) or self.week is not None

    @property
    def is_one_day(self) -> bool:
        """Whether it names a day of a month."""
        return self.day is not None


class Stretch(NamedTuple):
    """From the first day of one place to the last day of another, often the same one."""

    first: Place
    last: Place


@record
class Every:
    """A rhythm's unit, and how many of them from one time to the next: 每三至五年 is 3, 5, YEAR."""

    unit: Unit
    least: int = 1
    most: int = 1


@record
class Length:
    """A length of time: ten working days."""

    number: int
    unit: Unit


#: Words that give no date, with their English.
LOOSE: Mapping[str, str] = MappingProxyType(
    {
        "定期": "regularly",
        "不定期": "from time to time",
        "及时": "promptly",
        "适时": "in due course",
        "常态化": "as a standing practice",
        "经常": "often",
        "经常性": "often",
        "随时": "at any time",
        "长期": "over the long term",
        "日常": "day to day",
        "平时": "in ordinary times",
        "持续": "continuously",
        "逐步": "step by step",
        "尽快": "as soon as possible",
        "近期": "soon",
        "阶段性": "in stages",
    }
)

#: What drafters write for one of these words, and the word.
SAID_OTHERWISE: Mapping[str, str] = MappingProxyType(
    {
        "长期坚持": "常态化",
        "长抓不懈": "常态化",
        "常抓不懈": "常态化",
        "长效": "常态化",
        "常态": "常态化",
        "持续推进": "持续",
        "日常开展": "日常",
        "择期": "适时",
        "择机": "适时",
        "适当时候": "适时",
        "立即": "及时",
        "即时": "及时",
        "第一时间": "及时",
        "视情况": "不定期",
        "不固定": "不定期",
    }
)


@record
class When:
    """One rhythm, date or loose word.

    `at` and `by` lie inside `every` if there is one, else on the calendar. `phase`, `after` and `before` name
    something of the scheme; `issued` and `effective` are the two dates of the issue. `days` says which days
    count, against the clock of who does it. `text` is what the drafter wrote and is not compared.
    """

    every: Every | None = None
    times: Quantity | None = None
    at: Stretch | None = None
    by: Stretch | None = None
    during: Stretch | None = None
    phase: str = ""
    since: Stretch | None = None
    after: str = ""
    before: str = ""
    within: Length | None = None
    loose: str = ""
    days: Unit | None = None
    unspecified: frozenset[str] = frozenset()
    text: str = field(default="", compare=False)

    @property
    def stretches(self) -> Mapping[str, Stretch]:
        """The stretches of the calendar it names, each by its field."""
        named = {"at": self.at, "by": self.by, "during": self.during, "since": self.since}
        return {field: one for field, one in named.items() if one is not None}

    @property
    def places(self) -> tuple[Stretch, ...]:
        """The stretches of the calendar it names."""
        return tuple(one for one in (self.at, self.by, self.during, self.since) if one is not None)
