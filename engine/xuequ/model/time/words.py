"""The words a short time string is made of, and a cursor over them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto
from typing import NamedTuple, TypeVar

from xuequ.model.amount.numerals import number_at
from xuequ.model.time.values import Daytime, Portion, Season, Unit, Which


class Kind(Enum):
    """What a word does in the grammar."""

    NUMBER = auto()
    ISO = auto()
    CLOCK = auto()
    EVERY = auto()
    EACH_ONE = auto()
    UNIT = auto()
    DAY = auto()
    PORTION = auto()
    SEMESTER_PORTION = auto()
    SEASON = auto()
    OPENING = auto()
    HALF = auto()
    WHICH = auto()
    NEXT_YEAR = auto()
    WEEKDAY = auto()
    DAYTIME = auto()
    ORDINAL = auto()
    TIMES = auto()
    BEFORE = auto()
    AFTER = auto()
    WITHIN = auto()
    DURING = auto()
    FROM = auto()
    SINCE = auto()
    TO = auto()
    LIST = auto()
    OTHER = auto()


class Token(NamedTuple):
    """One word with its meaning and where it stands."""

    kind: Kind
    value: object
    start: int
    end: int


def _words(kind: Kind, words: str, value: object = None) -> dict[str, tuple[Kind, object]]:
    return dict.fromkeys(words.split(), (kind, value))


WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FULL_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

WORDS: Mapping[str, tuple[Kind, object]] = {
    **_words(Kind.EVERY, "每 every"),
    **_words(Kind.EACH_ONE, "个"),
    **{unit.value: (Kind.UNIT, unit) for unit in Unit},
    **{f"{unit.value}s": (Kind.UNIT, unit) for unit in Unit if unit is not Unit.TEN_DAYS},
    **_words(Kind.UNIT, "school_days 教学日 上课日", Unit.SCHOOL_DAY),
    **_words(Kind.UNIT, "工作日", Unit.WORKING_DAY),
    **_words(Kind.UNIT, "周 星期 礼拜", Unit.WEEK),
    **_words(Kind.UNIT, "旬", Unit.TEN_DAYS),
    **_words(Kind.UNIT, "月 月份", Unit.MONTH),
    **_words(Kind.UNIT, "季度 季", Unit.QUARTER),
    **_words(Kind.UNIT, "半年 half_years", Unit.HALF_YEAR),
    **_words(Kind.UNIT, "学期", Unit.SEMESTER),
    **_words(Kind.UNIT, "学年 学年度", Unit.SCHOOL_YEAR),
    **_words(Kind.UNIT, "年 年度", Unit.YEAR),
    **_words(Kind.DAY, "日 天 号"),
    **_words(Kind.PORTION, "初 start", Portion.START),
    **_words(Kind.PORTION, "中 mid", Portion.MID),
    **_words(Kind.PORTION, "底 末 end", Portion.END),
    **_words(Kind.PORTION, "上旬", Portion.FIRST_TEN),
    **_words(Kind.PORTION, "中旬", Portion.MIDDLE_TEN),
    **_words(Kind.PORTION, "下旬", Portion.LAST_TEN),
    **_words(Kind.PORTION, "上中旬 上、中旬 上旬、中旬 上旬至中旬 上旬中旬", Portion.FIRST_TWENTY),
    **_words(Kind.PORTION, "中下旬 中、下旬 中旬、下旬 中旬至下旬 中旬下旬", Portion.LAST_TWENTY),
    **_words(Kind.SEMESTER_PORTION, "期初", Portion.START),
    **_words(Kind.SEMESTER_PORTION, "期中", Portion.MID),
    **_words(Kind.SEMESTER_PORTION, "期末", Portion.END),
    **_words(Kind.SEASON, "秋季学期 第一学期 autumn_semester", Season.AUTUMN),
    **_words(Kind.SEASON, "春季学期 第二学期 spring_semester", Season.SPRING),
    **_words(Kind.SEASON, "寒假 winter_break", Season.WINTER_BREAK),
    **_words(Kind.SEASON, "暑假 summer_break", Season.SUMMER_BREAK),
    **_words(Kind.OPENING, "秋季开学 秋季开学初", Season.AUTUMN),
    **_words(Kind.OPENING, "春季开学 春季开学初", Season.SPRING),
    **_words(Kind.OPENING, "开学 开学初"),
    **_words(Kind.HALF, "上半年", 1),
    **_words(Kind.HALF, "下半年", 2),
    **_words(Kind.WHICH, "本 今 当 this", Which.THIS),
    **_words(Kind.WHICH, "下 下一 明 next", Which.NEXT),
    **_words(Kind.NEXT_YEAR, "次年 翌年"),
    **{word: (Kind.WEEKDAY, n) for words in (WEEKDAYS, _FULL_WEEKDAYS) for n, word in enumerate(words)},
    **_words(Kind.DAYTIME, "早上 早晨 清晨 early_morning", Daytime.EARLY),
    **_words(Kind.DAYTIME, "上午 morning", Daytime.MORNING),
    **_words(Kind.DAYTIME, "中午 noon", Daytime.NOON),
    **_words(Kind.DAYTIME, "下午 afternoon", Daytime.AFTERNOON),
    **_words(Kind.DAYTIME, "晚上 晚间 evening", Daytime.EVENING),
    **_words(Kind.ORDINAL, "第"),
    **_words(Kind.TIMES, "次 time times"),
    **_words(Kind.BEFORE, "前 之前 以前"),
    **_words(Kind.AFTER, "后 之后 以后 之日起"),
    **_words(Kind.WITHIN, "内 之内 以内"),
    **_words(Kind.DURING, "期间"),
    **_words(Kind.FROM, "自 从"),
    **_words(Kind.SINCE, "起 开始"),
    **_words(Kind.TO, "至 到 — —— – - ~ .."),
    **_words(Kind.LIST, "、 , ; 和 及 或 与 以及"),
}
_LONGEST = max(map(len, WORDS))
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?!\d)")


def tokens(text: str) -> tuple[Token, ...]:
    """The string cut into words, longest first; a character in no word is a token of kind OTHER."""
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token = _date_or_clock(text, at) or _word(text, at) or _number(text, at)
        yield token or Token(Kind.OTHER, text[at], at, at + 1)
        at = token.end if token else at + 1


def _date_or_clock(text: str, at: int) -> Token | None:
    if iso := _ISO.match(text, at):
        year, month, day = (int(part) if part else None for part in iso.groups())
        return Token(Kind.ISO, (year, month, day), at, iso.end())
    if clock := _CLOCK.match(text, at):
        return Token(Kind.CLOCK, clock[0].zfill(5), at, clock.end())
    return None


def _word(text: str, at: int) -> Token | None:
    for length in range(min(_LONGEST, len(text) - at), 0, -1):
        word = text[at : at + length]
        if word in WORDS and not _inside_latin(text, at, at + length):
            return Token(*WORDS[word], at, at + length)
    return None


def _inside_latin(text: str, start: int, end: int) -> bool:
    """Whether a word of Latin letters goes on past its end, so that `yearly` is not `year`."""
    return text[start].isascii() and text[start].isalpha() and end < len(text) and _is_latin(text[end])


def _is_latin(char: str) -> bool:
    return char.isascii() and (char.isalpha() or char == "_")


def _number(text: str, at: int) -> Token | None:
    found = number_at(text, at)
    if found is None or found[0].denominator != 1:
        return None
    return Token(Kind.NUMBER, int(found[0]), at, found[1])


Read = TypeVar("Read")
_SPREAD = (Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.WEEK)


class Cursor:
    """Where reading has come to; what does not fit puts it back."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = _spread(tokens(text))
        self.at = 0

    def peek(self, ahead: int = 0) -> Token | None:
        """The word so far ahead, None past the end."""
        at = self.at + ahead
        return self.words[at] if at < len(self.words) else None

    def sees(self, *kinds: Kind) -> bool:
        """Whether words of these kinds come next."""
        return all((word := self.peek(i)) is not None and word.kind is kind for i, kind in enumerate(kinds))

    def take(self, kind: Kind, value: object = None) -> Token | None:
        """The next word if it is of that kind (and value), stepping over it."""
        word = self.peek()
        if word is None or word.kind is not kind or (value is not None and word.value != value):
            return None
        self.at += 1
        return word

    def number(self) -> int | None:
        """The next word if it is a number."""
        word = self.take(Kind.NUMBER)
        return word.value if word and isinstance(word.value, int) else None

    def attempt(self, read: Callable[[Cursor], Read | None]) -> Read | None:
        """What `read` finds here; finding nothing, it has not moved."""
        start = self.at
        found = read(self)
        if found is None:
            self.at = start
        return found

    @property
    def rest(self) -> str:
        """The text not yet read."""
        word = self.peek()
        return self.text[word.start :] if word else ""

    @property
    def done(self) -> bool:
        """Whether everything was read."""
        return self.at == len(self.words)


def _spread(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """3—5月 as 3月—5月, 1、15日 as 1日、15日; a rhythm or a length of time keeps its numbers together."""
    spread: list[Token] = []
    for i, word in enumerate(words):
        spread.append(word)
        before = words[i - 1].kind if i else None
        if word.kind is Kind.NUMBER and before not in (Kind.EVERY, Kind.AFTER, Kind.BEFORE):
            suffix = _suffix(words, i)
            if suffix is not None and not _second_of_rhythm(words, i):
                spread.append(suffix._replace(start=word.end, end=word.end))
    return tuple(spread)


def _suffix(words: tuple[Token, ...], at: int) -> Token | None:
    """The unit that the last number of this row of numbers carries for all of them."""
    last = at
    while last + 2 < len(words) and words[last + 1].kind in (Kind.TO, Kind.LIST):
        if words[last + 2].kind is not Kind.NUMBER:
            break
        last += 2
    if last == at or last + 1 >= len(words):
        return None
    unit = words[last + 1]
    return unit if unit.kind is Kind.DAY or (unit.kind is Kind.UNIT and unit.value in _SPREAD) else None


def _second_of_rhythm(words: tuple[Token, ...], at: int) -> bool:
    return at >= 2 and words[at - 2].kind is Kind.EVERY
