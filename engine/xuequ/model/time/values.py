"""Places in a calendar, stretches from one to another, and the rhythm, date or loose word made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from xuequ.findings.record import record
from xuequ.model.amount.quantity import Quantity
from xuequ.model.tenor import ABOUT


class Unit(StrEnum):
    """What a rhythm counts in, from the shortest; an hour only measures a length of time."""

    HOUR = "hour"
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


#: Units that stand for days, each counting other ones.
DAY_UNITS = (Unit.DAY, Unit.SCHOOL_DAY, Unit.WORKING_DAY)


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
    """A unit counted from the one the period begins in (本学期, 下学年); `THAT` (当月) is of something nobody named."""

    THIS = "this"
    NEXT = "next"
    THAT = "that"


_YEARS = (None, Unit.YEAR, Unit.SCHOOL_YEAR)


class Place(NamedTuple):
    """A point or stretch of the calendar; what is not said is None.

    `of` is the unit a portion, a week or `which` belongs to where it is not the rhythm's own. A `year` with
    `of` SCHOOL_YEAR is the school year that begins in it. `weekday` counts from Monday, 0, and `nth_month` in a quarter
    from 1. A `week` or `workday` of -1 is the last; with `nth_weekday` a week counts weekdays (第三个周五). `feast` is
    the name of a day that has one (国庆节), which 前 does not take in.
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
    nth_month: int | None = None
    week: int | None = None
    weekday: int | None = None
    nth_weekday: bool = False
    workday: int | None = None
    daytime: Daytime | None = None
    time: str = ""
    feast: str = ""

    @property
    def stands_alone(self) -> bool:
        """Whether it means something without a rhythm around it."""
        named = (self.year, self.month, self.of, self.which, self.season, self.quarter, self.half)
        return any(part is not None for part in named) or self.week is not None

    @property
    def is_whole_year(self) -> bool:
        """Whether it is a year, or a school year, and no part of one."""
        bare = self._replace(year=None, which=None, of=None) == Place()
        return bare and (self.year is not None or (self.which is not None and self.of in _YEARS))

    @property
    def is_one_day(self) -> bool:
        """Whether it names a day: of a month, or of a week that is counted."""
        return self.day is not None or (self.week is not None and self.weekday is not None)

    @property
    def hour(self) -> str:
        """The time of day it names, as a word of the language or a time; empty where it names none."""
        return self.time or str(self.daytime or "")


class Stretch(NamedTuple):
    """From the first day of one place to the last day of another, often the same one."""

    first: Place
    last: Place

    @property
    def taken_in(self) -> Stretch:
        """The same as a limit that is part of what it limits: 不迟于9月下旬 is to its end, 9月下旬前 is not."""
        last = self.last._replace(feast="")
        if last.portion is Portion.LAST_TEN:
            last = last._replace(portion=Portion.END)
        return Stretch(last if self.first == self.last else self.first, last)

    @property
    def stands_alone(self) -> bool:
        """Whether it means something with no rhythm around it: 9月 does, 下午 does not."""
        return self.first.stands_alone and (self.last.stands_alone or self.last == self.first)


@record
class Every:
    """A rhythm's unit, and how many of them from one time to the next: 每三至五年 is 3, 5, YEAR."""

    unit: Unit
    least: int = 1
    most: int = 1


@record
class Length:
    """A length of time: ten working days. None at all is the same day; 5日至10日 is ten and at `least` five."""

    number: int
    unit: Unit
    least: int = 0

    @property
    def fewest(self) -> Length:
        """The least of it."""
        return Length(number=self.least, unit=self.unit)


#: Words that give no date, with their English.
LOOSE: Mapping[str, str] = MappingProxyType(
    {
        word: english
        for english, words in {
            "regularly": "定期",
            "from time to time": "不定期 不固定",
            "at random": "随机",
            "promptly": "及时",
            "at once": "立即 即时 即刻 当即 当场 马上 第一时间",
            "as soon as possible": "尽快 尽早",
            "soon": "近期",
            "in due course": "适时 择期 择机 适当时候",
            "as needed": "按需 视情 视情况 视需要 根据需要 根据工作需要 必要时 需要时",
            "each time": "每次",
            "beforehand": "事先 事前 提前",
            "afterwards": "事后",
            "meanwhile": "同时 同步",
            "within the time set": "规定时限内 规定时间内 规定期限内 规定的时限内 规定的时间内 规定的期限内 "
            "在规定时限内 在规定时间内 在规定期限内 在规定的时限内 在规定的时间内 在规定的期限内 "
            "按规定时限 按规定时间 限期 限时 按期 按时 如期",
            "as a standing practice": "常态化 常态 长效 长期坚持 长抓不懈 常抓不懈",
            "often": "经常 经常性",
            "at any time": "随时",
            "day to day": "日常 日常开展",
            "in ordinary times": "平时",
            "all the time": "全程 全过程 常年 全年 长年",
            "over the long term": "长期",
            "continuously": "持续 持续推进",
            "step by step": "逐步 分步",
            "in stages": "阶段性 分阶段 分期 分批",
            "during the term of office": "任期内 聘期内 在任期间 在职期间 在岗期间",
            "while at school": "在校期间",
            "outside lessons": "课后 课余 课间",
            "to be announced": "另行通知",
        }.items()
        for word in words.split()
    }
)


@record
class When:
    """One rhythm, date or loose word.

    `at`, `by` and `since` lie inside `every` if there is one, else on the calendar. `since` is a start: with no
    `within` there is no last day. `phase`, `after` and `before` name something of the scheme; `issued` and
    `effective` are the two dates of the issue. `within` is a length of time that begins with `since` or `after`
    or ends with `by` or `before`; `at_least` has to pass between the two, and of both `within` begins then. `kind`
    says for which kind of the event they hold (专项督导五日内). `days` says which days count, against the clock of who
    does it. `tenor` is a word of `TENORS`. `text` is what the drafter wrote and is not compared; neither is
    `from_the_day` (自公示之日起), which tells the day of an event from the end of it where that goes on for a time.
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
    kind: str = ""
    within: Length | None = None
    at_least: Length | None = None
    loose: str = ""
    days: Unit | None = None
    tenor: str = ""
    unspecified: frozenset[str] = frozenset()
    from_the_day: bool = field(default=False, compare=False)
    text: str = field(default="", compare=False)

    @property
    def stretches(self) -> Mapping[str, Stretch]:
        """The stretches of the calendar it names, each by its field."""
        named = {"at": self.at, "by": self.by, "during": self.during, "since": self.since}
        return {field: one for field, one in named.items() if one is not None}

    @property
    def places(self) -> tuple[Stretch, ...]:
        """The stretches of the calendar it names."""
        return tuple(self.stretches.values())

    @property
    def event(self) -> str:
        """What it comes after or before; empty where nothing is named."""
        return self.after or self.before

    @property
    def about(self) -> bool:
        """Whether its days are meant only roughly: 9月1日左右."""
        return self.tenor in ABOUT

    @property
    def which_year_is_open(self) -> bool:
        """Whether it comes round in several years and does not say in which one first: 每三年, 每两年9月."""
        every = self.every
        return every is not None and every.most > 1 and every.unit in _YEARS and self.first_year is None

    @property
    def which_turn_is_open(self) -> bool:
        """Whether it has its day in one of several weeks or months, and nothing says in which: 每两周周五."""
        every = self.every
        several = every is not None and every.most > 1 and every.unit not in _YEARS
        return several and bool(self.by or self.at) and self.since is None

    @property
    def first_year(self) -> int | None:
        """The year in which what comes round in several years does so first: 自2027年起每三年."""
        every, since = self.every, self.since
        if every is None or not every.least == every.most > 1 or every.unit not in _YEARS:
            return None
        return since.first.year if since is not None and since.first.is_whole_year else None

    @property
    def only_starts(self) -> bool:
        """Whether it says from when on and nothing more, so that there is no last day."""
        begun = self.since is not None or bool(self.after)
        return begun and not (
            self.within or self.at or self.by or self.every or self.before or self.phase or self.during
        )


def as_written(whens: Iterable[When]) -> tuple[str, ...]:
    """What the drafter wrote for them, each once: one string may be several times (每年3月、9月)."""
    return tuple(dict.fromkeys(when.text for when in whens))
