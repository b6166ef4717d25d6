"""The units quantities are counted in, and their words in both languages."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: English singular → (English plural, Chinese); what is not here stays as written.
UNITS: Mapping[str, tuple[str, str]] = {
    "day": ("days", "天"),
    "working_day": ("working_days", "个工作日"),
    "school_day": ("school_days", "个教学日"),
    "week": ("weeks", "周"),
    "month": ("months", "个月"),
    "quarter": ("quarters", "个季度"),
    "semester": ("semesters", "学期"),
    "school_year": ("school_years", "学年"),
    "year": ("years", "年"),
    "term": ("terms", "届"),
    "time": ("times", "次"),
    "person": ("people", "人"),
    "school": ("schools", "所"),
    "town": ("towns", "个乡镇"),
    "county": ("counties", "个县区"),
    "student": ("students", "名学生"),
    "teacher": ("teachers", "名教师"),
    "class": ("classes", "个班"),
    "lesson": ("lessons", "课时"),
    "point": ("points", "分"),
    #: Of 1∶15; it is written within the number.
    "ratio": ("ratio", ""),
}
#: Words that count things whose name may follow: 三名以上专职督学, 2间专用教室.
COUNTERS = frozenset("名位个所间台套家门项场次支条件份本册辆座处种批篇节组户块张只栋幢")
#: Units of a value that has more and less and is not counted: 不低于1150元.
_MEASURES = frozenset(
    ("元", "万元", "亿元", "分", "平方米", "m2", "亩", "公里", "千米", "米", "小时", "分钟", "级", "类", "档", "岁",
     "周岁", "倍", "个百分点", "百分点", "号")
)  # fmt: skip
_MEASURE_WORDS = (
    *COUNTERS, *_MEASURES, "学期", "学年", "课时", "学时", "学分", "人次", "日", "校", "科", "场次", "轮", "对",
    "层", "段", "字", "任", "期", "票", "月", "乡镇", "县区", "班", "班级", "个班级", "工作日", "名教师",
    "名学生", "个学生", "个教师", "所学校", "个学校", "学位", "册次",
)  # fmt: skip
_UNIT_WORDS: Mapping[str, str] = {
    **{word: word for word in _MEASURE_WORDS},
    **{
        word: unit
        for unit, (plural, zh) in UNITS.items()
        for word in (unit, plural, zh, zh.removeprefix("个"))
        if word
    },
    "所学校": "school",
    "个学校": "school",
    "校": "校",
    "班级": "class",
    "个班级": "class",
    "个学生": "student",
    "个教师": "teacher",
}
_LONGEST = max(len(word) for word in _UNIT_WORDS if not word.isascii())
#: Chinese words that only count; English needs none there.
_CLASSIFIERS = frozenset("个名位项条件")
#: A Chinese character, as a letter that is not Latin: a class of all twenty thousand takes long to compile.
ZH = r"[^\W\dA-Za-z_]"
_ENDS = r"(?=(?:\(?不?含\)?|及|或)?(?:以上|以下|以内|之内|左右|上下)|\s*$)"
#: 个 with what it counts, where nothing follows that might belong to another word.
_OWN = re.compile(rf"个{ZH}{{0,4}}?{_ENDS}")
_LATIN = re.compile(r"[A-Za-z_]+(?:2|3)?")


def unit_at(text: str, start: int) -> tuple[str, int] | None:
    """The unit at `start`, English where known, and where it ends; None where there is none."""
    if latin := _LATIN.match(text, start):
        return _UNIT_WORDS.get(latin[0], latin[0]), latin.end()
    longest = min(_LONGEST, len(text) - start)
    known = next((start + n for n in range(longest, 0, -1) if text[start : start + n] in _UNIT_WORDS), None)
    if (own := _OWN.match(text, start)) and (known is None or own.end() > known):
        return own[0], own.end()
    if known is None:
        return None
    return _UNIT_WORDS[text[start:known]], known


def unit_named(word: str) -> str | None:
    """The unit a word names, English where known; empty for no word, None if it is no unit."""
    if not word:
        return word
    found = unit_at(word, 0)
    return found[0] if found and found[1] == len(word) else None


def is_measure(unit: str) -> bool:
    """Whether more of it is higher and not more in number: 元, 级."""
    return unit in _MEASURES or unit in ("point", "ratio")


def say_unit(unit: str, one: bool, lang: str) -> str:
    """The unit as it follows a number, with the space English needs."""
    if not unit:
        return ""
    plural, chinese = UNITS.get(unit, (unit, unit))
    if lang == "zh" or not chinese:
        return chinese
    if unit in _CLASSIFIERS:
        return ""
    return f" {unit if one else plural}".replace("_", " ")
