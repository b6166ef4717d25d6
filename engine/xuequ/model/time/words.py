"""The words a short time string is made of, and a cursor over them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto
from typing import NamedTuple, TypeVar

from xuequ.model.amount.numerals import number_at
from xuequ.model.tenor import TENORS
from xuequ.model.time.values import LOOSE, Daytime, Portion, Season, Unit, Which


class Kind(Enum):
    """What a word does in the grammar."""

    NUMBER = auto()
    ISO = auto()
    CLOCK = auto()
    FEAST = auto()
    FIVE_YEARS = auto()
    EVERY = auto()
    BY_UNIT = auto()
    UNIT_END = auto()
    EACH_ONE = auto()
    EACH_OF_THEM = auto()
    FIRST_MONTH = auto()
    UNIT = auto()
    DAY = auto()
    THAT_DAY = auto()
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
    LAST_ONE = auto()
    EVERY_OTHER_MONTH = auto()
    EVERY_OTHER_WEEK = auto()
    TIMES = auto()
    ACT = auto()
    BEFORE = auto()
    AFTER = auto()
    WITHIN = auto()
    DURING = auto()
    FROM = auto()
    SINCE = auto()
    AT = auto()
    EARLIEST = auto()
    LATEST = auto()
    TO = auto()
    LIST = auto()
    LOOSE = auto()
    TENOR = auto()
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
    **{word: (Kind.LOOSE, word) for word in LOOSE},
    **{word: (Kind.TENOR, word) for word in TENORS},
    **_words(Kind.EVERY, "每 every"),
    **_words(Kind.BY_UNIT, "按 逐 以"),
    **_words(Kind.UNIT_END, "为节点 为时间节点 为单位 为周期 为一周期 为一个周期 一周期 一个周期"),
    **_words(Kind.EACH_ONE, "个"),
    **_words(Kind.EACH_OF_THEM, "各"),
    **_words(Kind.FIRST_MONTH, "首月 第一个月", 1),
    **_words(Kind.FIRST_MONTH, "第二个月", 2),
    **_words(Kind.FIRST_MONTH, "末月 最后一个月 第三个月", 3),
    **{unit.value: (Kind.UNIT, unit) for unit in Unit},
    **{f"{unit.value}s": (Kind.UNIT, unit) for unit in Unit if unit is not Unit.TEN_DAYS},
    **_words(Kind.UNIT, "小时", Unit.HOUR),
    **_words(Kind.UNIT, "school_days 教学日 上课日", Unit.SCHOOL_DAY),
    **_words(Kind.UNIT, "工作日 法定工作日", Unit.WORKING_DAY),
    **_words(Kind.UNIT, "周 星期 礼拜", Unit.WEEK),
    **_words(Kind.UNIT, "旬", Unit.TEN_DAYS),
    **_words(Kind.UNIT, "月 月份 月度", Unit.MONTH),
    **_words(Kind.UNIT, "季度 季", Unit.QUARTER),
    **_words(Kind.UNIT, "半年 half_years", Unit.HALF_YEAR),
    **_words(Kind.UNIT, "学期", Unit.SEMESTER),
    **_words(Kind.UNIT, "学年 学年度", Unit.SCHOOL_YEAR),
    **_words(Kind.UNIT, "年 年度", Unit.YEAR),
    **_words(Kind.DAY, "日 天 号 自然日 日历日"),
    **_words(Kind.THAT_DAY, "当日 当天 同日", 0),
    **_words(Kind.THAT_DAY, "次日 翌日 第二天 第二日", 1),
    **_words(Kind.PORTION, "初 start", Portion.START),
    **_words(Kind.PORTION, "中 mid", Portion.MID),
    **_words(Kind.PORTION, "底 末 结束 结束时 终了 end", Portion.END),
    **_words(Kind.PORTION, "上旬", Portion.FIRST_TEN),
    **_words(Kind.PORTION, "中旬", Portion.MIDDLE_TEN),
    **_words(Kind.PORTION, "下旬", Portion.LAST_TEN),
    **_words(Kind.PORTION, "上中旬 上、中旬 上旬、中旬 上旬至中旬 上旬中旬", Portion.FIRST_TWENTY),
    **_words(Kind.PORTION, "中下旬 中、下旬 中旬、下旬 中旬至下旬 中旬下旬", Portion.LAST_TWENTY),
    **_words(Kind.SEMESTER_PORTION, "期初", Portion.START),
    **_words(Kind.SEMESTER_PORTION, "期中", Portion.MID),
    **_words(Kind.SEMESTER_PORTION, "期末 放假 学校放假", Portion.END),
    **_words(Kind.SEASON, "秋季学期 秋学期 秋季 第一学期 autumn_semester", Season.AUTUMN),
    **_words(Kind.SEASON, "春季学期 春学期 春季 第二学期 spring_semester", Season.SPRING),
    **_words(Kind.SEASON, "寒假 放寒假 winter_break", Season.WINTER_BREAK),
    **_words(Kind.SEASON, "暑假 暑期 放暑假 summer_break", Season.SUMMER_BREAK),
    **_words(Kind.OPENING, "开学 开学初 开学时 新学期 新学期开学 新学期初"),
    **_words(Kind.HALF, "上半年", 1),
    **_words(Kind.HALF, "下半年", 2),
    **_words(Kind.WHICH, "本 今 this", Which.THIS),
    **_words(Kind.WHICH, "当", Which.THAT),
    **_words(Kind.WHICH, "下 下一 明 next", Which.NEXT),
    **_words(Kind.NEXT_YEAR, "次年 翌年"),
    **{word: (Kind.WEEKDAY, n) for words in (WEEKDAYS, _FULL_WEEKDAYS) for n, word in enumerate(words)},
    **_words(Kind.DAYTIME, "早上 早晨 清晨 early_morning", Daytime.EARLY),
    **_words(Kind.DAYTIME, "上午 morning", Daytime.MORNING),
    **_words(Kind.DAYTIME, "中午 noon", Daytime.NOON),
    **_words(Kind.DAYTIME, "下午 afternoon", Daytime.AFTERNOON),
    **_words(Kind.DAYTIME, "晚上 晚间 evening", Daytime.EVENING),
    **_words(Kind.ORDINAL, "第"),
    **_words(Kind.LAST_ONE, "最后"),
    **_words(Kind.EVERY_OTHER_MONTH, "逢单月 每逢单月 每单月", 1),
    **_words(Kind.EVERY_OTHER_WEEK, "单周 逢单周 每逢单周 每单周", 1),
    **_words(Kind.EVERY_OTHER_WEEK, "双周 逢双周 每逢双周", 2),
    **_words(Kind.EVERY_OTHER_MONTH, "逢双月 每逢双月 每双月", 2),
    **_words(Kind.TIMES, "次 回 轮 time times"),
    **_words(Kind.ACT, "开展 召开 组织 进行 举行 举办 安排 报告 报送 报 评 考 考核 检查 查"),
    **_words(Kind.ACT, "调度 通报 会商 研判 总结 督查 听课 授课 培训 走访 调研 家访 巡查 累计 合计"),
    **_words(Kind.BEFORE, "前 之前 以前"),
    **_words(Kind.AFTER, "后 之后 以后 之日起 之日后 之时起 之次日起 次日起 当日起"),
    **_words(Kind.WITHIN, "内 之内 以内"),
    **_words(Kind.DURING, "期间"),
    **_words(Kind.FROM, "自 从"),
    **_words(Kind.SINCE, "起 开始"),
    **_words(Kind.AT, "在 于"),
    **_words(Kind.EARLIEST, "不早于 不得早于 最早 最早于"),
    **_words(Kind.LATEST, "不迟于 不得迟于 不晚于 不得晚于 最迟 最晚 至迟 最迟于 最晚于 截至 截止 截止到 至少"),
    **_words(Kind.TO, "至 到 — —— – - ~ .."),
    **_words(Kind.OTHER, "先后 后勤 后备 后续 前期 学前"),
    **_words(Kind.LIST, "、 , ; 和 及 或 与 以及"),
    **{
        word: (Kind.FEAST, (*day, words.split()[0]))
        for words, day in {
            "元旦": (1, 1), "妇女节": (3, 8), "植树节": (3, 12), "劳动节 五一 五一劳动节": (5, 1),
            "青年节 五四 五四青年节": (5, 4),
            "儿童节 六一 六一儿童节": (6, 1), "建党节 七一": (7, 1), "建军节 八一": (8, 1),
            "教师节": (9, 10), "国庆节 国庆": (10, 1),
        }.items()
        for word in words.split()
    },
    **{f"十{n}五": (Kind.FIVE_YEARS, year) for n, year in zip("二三四五六", range(2011, 2036, 5), strict=True)},
}  # fmt: skip
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?!\d)")
#: Longest first; a word of Latin letters ends where letters end, so that `yearly` is not `year`.
_WORD = re.compile(
    "|".join(
        re.escape(word) + (r"(?![A-Za-z_])" if word[0].isascii() and word[0].isalpha() else "")
        for word in sorted(WORDS, key=len, reverse=True)
    )
)
#: Two in one word.
_PAIRS = (("寒暑假", "寒假、暑假"), ("春秋两季", "春季、秋季"))
#: What stands around a name and says nothing: spaces, quotation marks.
_SILENT = re.compile(r"[\s“”\"]+")


def tokens(text: str) -> tuple[Token, ...]:
    """The string cut into words, longest first; a character in no word is a token of kind OTHER."""
    return tuple(_cut(text))


def _cut(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        if silent := _SILENT.match(text, at):
            at = silent.end()
            continue
        token = _token(text, at)
        yield token
        at = token.end


def _token(text: str, at: int) -> Token:
    if iso := _ISO.match(text, at):
        return Token(Kind.ISO, tuple(int(part) if part else None for part in iso.groups()), at, iso.end())
    if clock := _CLOCK.match(text, at):
        return Token(Kind.CLOCK, f"{clock[1]:0>2}:{clock[2]}", at, clock.end())
    if word := _WORD.match(text, at):
        return Token(*WORDS[word[0]], at, word.end())
    found = number_at(text, at)
    if found is not None and found[0].denominator == 1:
        return Token(Kind.NUMBER, int(found[0]), at, found[1])
    return Token(Kind.OTHER, text[at], at, at + 1)


Read = TypeVar("Read")
_SPREAD = (Unit.MONTH, Unit.QUARTER, Unit.YEAR, Unit.WEEK)


class Cursor:
    """Where reading has come to; what does not fit puts it back."""

    def __init__(self, text: str) -> None:
        for pair, both in _PAIRS:
            text = text.replace(pair, both)
        self.text = text
        self.words = _spread(tokens(text))
        self.kinds = frozenset(word.kind for word in self.words)
        self.at = 0

    def peek(self, ahead: int = 0) -> Token | None:
        """The word so far ahead, None past the end."""
        at = self.at + ahead
        return self.words[at] if at < len(self.words) else None

    def sees(self, *kinds: Kind) -> bool:
        """Whether words of these kinds come next."""
        return all((word := self.peek(i)) is not None and word.kind is kind for i, kind in enumerate(kinds))

    def take(self, *kinds: Kind, value: object = None) -> Token | None:
        """The next word if it is of one of these kinds (and has that value), stepping over it."""
        word = self.peek()
        if word is None or word.kind not in kinds or (value is not None and word.value != value):
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

    def said(self, first: int, last: int) -> str:
        """The text of the words from one to before another."""
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""

    @property
    def done(self) -> bool:
        """Whether everything was read."""
        return self.at == len(self.words)

    @property
    def pauses(self) -> bool:
        """Whether everything was read, or what follows is the next of several."""
        return self.done or self.sees(Kind.LIST)


def _spread(words: tuple[Token, ...]) -> tuple[Token, ...]:
    """3—5月 as 3月—5月, 1、15日 as 1日、15日; a rhythm or a length of time keeps its numbers together."""
    shared = _shared(words)
    spread: list[Token] = []
    for i, word in enumerate(words):
        spread.append(word)
        suffix = shared.get(i)
        if suffix is None or (i and words[i - 1].kind in (Kind.EVERY, Kind.AFTER, Kind.BEFORE)):
            continue
        if i < 2 or words[i - 2].kind is not Kind.EVERY:
            spread.append(suffix._replace(start=word.end, end=word.end))
    return tuple(spread)


def _shared(words: tuple[Token, ...]) -> Mapping[int, Token]:
    """The unit that the last of a row of numbers carries, for each of the others."""
    carried: dict[int, Token] = {}
    shared: dict[int, Token] = {}
    for i in range(len(words) - 2, -1, -1):
        if words[i].kind is not Kind.NUMBER:
            continue
        following = words[i + 1]
        if following.kind is Kind.DAY or (following.kind is Kind.UNIT and following.value in _SPREAD):
            carried[i] = following
        elif following.kind in (Kind.TO, Kind.LIST) and i + 2 in carried:
            carried[i] = shared[i] = carried[i + 2]
    return shared
