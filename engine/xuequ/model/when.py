"""When: rhythms and dates, and the reader of what a drafter writes for them.

    read_when("每周五下午") == read_when({"every": "week", "at": "fri afternoon"})

A string that no form fits is `Unreadable`, never loose text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xuequ.model.calendar_place import Stretch
from xuequ.model.numerals import plain
from xuequ.model.unreadable import Unreadable, nearest_forms
from xuequ.model.when_checks import exists, fits, runs_backwards
from xuequ.model.when_mapping import read_mapping
from xuequ.model.when_short import read_short
from xuequ.model.when_values import LOOSE, SAID_OTHERWISE, When

__all__ = ["FORMS", "FORMS_IN_ENGLISH", "LOOSE", "When", "read_when"]

FORMS = (
    "每周五下午", "每天早上", "每月", "每月28日前", "每两周", "每季度", "每学期", "每学期末",
    "每学期五次以上", "每学期第三周", "每学年", "每学年末", "每两学年", "每三至五年", "每年", "每年9月",
    "每年6月30日前", "9月", "9月1日", "9月至12月", "6月上中旬", "8月中旬前", "7月底8月初", "2025年9月",
    "2025—2027年", "5月22日12:00", "一季度", "年初", "学期末", "学年初", "春季开学", "寒假", "本学期", "下学年",
    "2025年9月起", "印发后10个工作日内", "阶段:实施",
    "定期", "不定期", "及时", "适时", "常态化",
)  # fmt: skip
#: What English words can say in short, and the mappings for what they cannot.
FORMS_IN_ENGLISH = (
    "every month", "every 2 weeks", "every week", "every quarter", "every semester", "every semester end",
    "every semester 2 times", "every school_year", "every year", "every 3..5 years", "semester end", "year end",
    "2025-09", "2025-09-01", "{by: 2025-09-30}", "{after: issued, within: 30 days}",
)  # fmt: skip


def read_when(value: object) -> tuple[When, ...] | Unreadable:
    """A short string, a mapping, or a list of these; a list means all of them."""
    if isinstance(value, list | tuple):
        return _read_list(value)
    if isinstance(value, Mapping):
        return _checked(read_mapping(value), fields=True)
    if not isinstance(value, str):
        return Unreadable(code="TIM001", text=str(value), nearest=FORMS[:3])
    text = plain(value)
    found = read_short(text)
    if found is None:
        return Unreadable(code="TIM001", text=value, nearest=_nearest(text))
    return _checked(tuple(replace(when, text=value) for when in found))


def _nearest(text: str) -> tuple[str, ...]:
    """Forms to write instead, in the language of the text."""
    word = SAID_OTHERWISE.get(text)
    if word is not None:
        return (word,)
    return nearest_forms(text, FORMS_IN_ENGLISH if text.isascii() else FORMS)


def _read_list(values: list[object] | tuple[object, ...]) -> tuple[When, ...] | Unreadable:
    read: list[When] = []
    for i, value in enumerate(values):
        one = read_when(value)
        if isinstance(one, Unreadable):
            return one.under(i)
        read.extend(one)
    return tuple(read)


def _checked(whens: tuple[When, ...] | Unreadable, *, fields: bool = False) -> tuple[When, ...] | Unreadable:
    """Refuses dates the calendar does not have, ranges that run backwards, and places no unit of the rhythm can hold.

    `fields`: they come from a mapping, and a wrong one is told there.
    """
    if isinstance(whens, Unreadable):
        return whens
    for when in whens:
        if not all(exists(place) for stretch in when.places for place in stretch):
            return Unreadable(code="TIM002", text=when.text)
        backwards = next((name for name, one in when.stretches.items() if runs_backwards(one)), None)
        if backwards is not None:
            found = _backwards(when, backwards)
            return found.under(backwards) if fields else found
        if not fits(when):
            return Unreadable(code="TIM001", text=when.text, nearest=_nearest(when.text))
    return whens


def _backwards(when: When, field: str) -> Unreadable:
    from xuequ.model.when_saying import say_when  # few times are wrong

    first, last = when.stretches[field]
    right = replace(when, **{field: Stretch(last, first)})  # type: ignore[arg-type]  # each of them is a stretch
    return Unreadable(code="TIM007", text=when.text, nearest=(say_when(right),))
