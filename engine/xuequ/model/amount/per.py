"""What an amount is once more for: each school, each 5 schools, each subject, each time."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import field

from xuequ.compose.names import LEVELS, built_in
from xuequ.findings.record import record
from xuequ.model.amount.numerals import TENS, plain
from xuequ.model.amount.quantity import ONCE, Quantity, as_written, quantity_at, say
from xuequ.model.amount.units import COUNTERS, UNITS, ZH
from xuequ.model.unreadable import Unreadable

FORMS = ("学科", "年级", "班级", "次", "单位", "5所学校", "12个班", "3至5所学校", "100名学生", "5 schools")


@record
class Per:
    """One of `unit`, or `size` of them together.

    The unit is one of `UNITS`, a dimension (subject, grade, stage, unit), or a name.
    A name is that of an actor the scheme declares, which only the scheme can tell. `text` is what the drafter wrote.
    """

    unit: str
    size: Quantity = ONCE
    text: str = field(default="", compare=False)

    @property
    def is_name(self) -> bool:
        """Whether the unit is somebody's name and no word of the language."""
        return self.size == ONCE and self.unit not in _KNOWN


#: What stands behind 每 alone, and what it is.
_WORDS = {
    "学科": "subject", "年级": "grade", "学段": "stage", "单位": "unit", "班级": "class", "班": "class", "次": "time",
    "学校": "school", "校长": "principal", "校": "school", "学生": "student", "生": "student", "教师": "teacher",
    "老师": "teacher", "师": "teacher", "人": "person", "学期": "semester", "学年": "school_year", "年": "year",
    "月": "month", "周": "week", "天": "day", "日": "day", "乡镇": "town", "镇": "town", "县区": "county",
    "县": "county", "市": "city",
}  # fmt: skip
#: The same with a measure word before them, and not where they begin another word: 班主任, 年级组.
_WORD = re.compile(
    r"[个所名位家]?(?P<word>学科(?!组|带)|年级(?!组|长)|学段|单位|班级|班(?![主子额长])|次(?!数)|学校|校长|校(?![长区园外])|学生(?![家会])"
    r"|生(?![物活产源])|教师(?!发)|老师|师(?![范徒资])|人(?![民员才])|学期|学年|年(?![级度轻终])|月(?!度)|周(?![期末])|天|日(?!常)"
    r"|乡镇|镇(?!街)|县区|县(?![级城])|市(?![级直区场]))"
)
_KNOWN = frozenset({*UNITS, *_WORDS.values(), *LEVELS, "locality"})
_LEADING = re.compile(r"(?:按照?)?每(?=\S)|(?:per|every|each)\s+|按照?")
#: Where the name of a group of several ends: before what comes to each group of them.
_NOUN = re.compile(rf"{ZH}{{1,12}}")


def read_per(value: object) -> Per | Unreadable:
    """What follows `per`: a number of units, a dimension, or a name."""
    text = plain(str(value))
    if leading := _LEADING.match(text):
        text = text[leading.end() :]
    found = per_at(text, 0)
    if found is None or found[1] < len(text):
        counted = quantity_at(_whole(text), 0)
        if not text or text[0].isdigit() or (counted and (counted[0].unit or counted[0].share)):
            return Unreadable(code="AMT005", text=str(value), forms=FORMS)
        return Per(unit=built_in(text) or text, text=str(value))
    return Per(unit=found[0].unit, size=found[0].size, text=str(value))


def per_at(text: str, start: int) -> tuple[Per, int] | None:
    """The group that a text behind 每 begins with, and where it ends; None for a name or nothing."""
    before = "一" if text[start : start + 1] in _SCALES else ""
    counted = quantity_at(before + text[start:], 0)
    if counted is not None:
        size, end = counted[0], start + counted[1] - len(before)
        if size.low is None or size.high is None or size.share or size.about or not size.unit:
            return None
        unit = size.unit
        of_one = size.low == 1 and unit == "school" and text[end - 1 : end] == "所"
        if (unit in COUNTERS or of_one) and (noun := _NOUN.match(text, end)):
            name = _until_amount(noun[0])
            unit, end = unit + name if size.low != 1 or not name else name, end + len(name)
        number = Quantity(low=size.low, high=size.high, figures=size.figures)
        return Per(unit=unit, size=number, text=text[start:end]), end
    word = _WORD.match(text, start)
    return (Per(unit=_WORDS[word["word"]], text=word[0]), word.end()) if word else None


#: A scale alone stands for one of it where things are counted by it: 每百名学生, 每万人.
_SCALES = frozenset((*TENS, "万")) - {"十"}
_AMOUNT_FOLLOWS = re.compile(
    r"[\d一二两三四五六七八九十百]|不|至少|至多|最|配|设|拥有|有|建|安排|选|派|超|约|应|须|可|中|补|达|控制|若干|聘|联系|负责|承担|参加|完成"
)


def _whole(text: str) -> str:
    return f"一{text}" if text[:1] in _SCALES else text


def _until_amount(noun: str) -> str:
    follows = _AMOUNT_FOLLOWS.search(noun)
    return noun[: follows.start()] if follows else noun


def say_per(per: Per, name: Callable[[str], str], lang: str = "zh") -> str:
    """每5所学校, 每3至5所学校, 每学科 in Chinese; `per 5 schools` in English."""
    if lang != "zh":
        return f"per {name(per.unit) if per.is_name else say(_sized(per), 'en').removeprefix('1 ')}"
    if per.size != ONCE:
        written = plain(per.text).removeprefix("按").removeprefix("照").removeprefix("每")
        if as_written(per.text):
            return f"每{written}"
        return f"每{say(_sized(per), counted=_COUNTED.get(per.unit, '')).replace('—', '至')}"
    return f"每{_SINGLE.get(per.unit) or name(per.unit)}"


def _sized(per: Per) -> Quantity:
    return Quantity(low=per.size.low, high=per.size.high, unit=per.unit, figures=per.size.figures)


_COUNTED = {"school": "所学校"}
_SINGLE = {
    "school": "所学校", "principal": "名校长", "class": "班", "student": "名学生", "teacher": "名教师", "person": "人",
    "time": "次", "subject": "学科", "grade": "年级", "stage": "学段", "unit": "单位", "semester": "学期",
    "school_year": "学年", "year": "年", "month": "月", "week": "周", "day": "天", "town": "个乡镇", "county": "个县区",
    "city": "个市",
}  # fmt: skip
