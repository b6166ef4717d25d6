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
    "student": ("students", "名学生"),
    "teacher": ("teachers", "名教师"),
    "class": ("classes", "个班"),
    "lesson": ("lessons", "课时"),
    "point": ("points", "分"),
}
_MEASURE_WORDS = (
    "学期", "学年", "课时", "学时", "小时", "分钟", "万元", "亿元", "元", "名", "位", "项", "篇", "节",
    "日", "校", "门", "科", "份", "本", "册", "场", "轮", "组", "对", "岁", "条", "件", "批", "台", "套",
    "间", "级", "平方米", "公里", "倍", "家", "支", "户", "张", "种", "类", "层", "段", "处", "座", "辆", "字",
    "任", "期", "票", "号", "月", "乡镇", "班", "工作日", "名教师", "名学生",
)  # fmt: skip
_UNIT_WORDS: Mapping[str, str] = {
    **{word: word for word in _MEASURE_WORDS},
    **{
        word: unit
        for unit, (plural, zh) in UNITS.items()
        for word in (unit, plural, zh, zh.removeprefix("个"))
    },
}
#: Chinese words that only count; English needs none there.
_CLASSIFIERS = frozenset("个名位项条件")
_ENDS = "及?以上|以下|以内|之内|左右|上下|$"
#: A Chinese character, as a letter that is not Latin: a class of all twenty thousand takes long to compile.
_ZH = r"[^\W\dA-Za-z_]"
_AT = re.compile(rf"个{_ZH}{{0,4}}?(?={_ENDS})|{_ZH}{{1,4}}?(?={_ENDS})|[A-Za-z_]+")


def unit_at(text: str) -> tuple[str, int] | None:
    """The word that may be a unit at the start of `text`, and where it ends."""
    found = _AT.match(text)
    return (found[0], found.end()) if found else None


def unit_named(word: str) -> str | None:
    """The unit a word names, English where known; empty for no word, None if it is no unit."""
    if not word or word == "个":
        return word
    if word in _UNIT_WORDS:
        return _UNIT_WORDS[word]
    return word if re.fullmatch(rf"个{_ZH}{{1,4}}|[A-Za-z_]+", word) else None


def say_unit(unit: str, one: bool, lang: str) -> str:
    """The unit as it follows a number, with the space English needs."""
    if not unit:
        return ""
    plural, chinese = UNITS.get(unit, (unit, unit))
    if lang == "zh":
        return chinese
    if unit in _CLASSIFIERS:
        return ""
    return f" {unit if one else plural}".replace("_", " ")
