"""Places in a calendar: 9月中旬, 学期末, 周五下午, 2025-09-01, and stretches from one to another."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from xuequ.findings.record import record


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
