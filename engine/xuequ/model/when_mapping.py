"""The mapping form of a `when`: each field has its reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from xuequ.findings.catalogue.words import Word
from xuequ.model.calendar_place import Every, Unit
from xuequ.model.numerals import plain
from xuequ.model.unreadable import Unreadable, nearest_forms
from xuequ.model.when_cursor import Cursor
from xuequ.model.when_parts import DAY_UNITS, event_named, length, read_calendar, read_times, rhythm, unit
from xuequ.model.when_values import LOOSE, When

_PLACE_FORMS = (
    "9月中旬",
    "6月30日",
    "2025-09-01",
    "end",
    "28",
    "week 3",
    "fri afternoon",
    "9月..12月",
    "学期末",
)
_MAPPING_FORMS = (Word("form_every"), Word("form_by"), Word("form_within"))
_EVERY_FORMS = ("week", "semester", "school_year", "2 weeks", "3..5 years", "month", "day")
_EVERY_FORMS_ZH = ("周", "学期", "学年", "两周", "三至五年", "月", "天")
_LENGTH_FORMS = ("10 working_days", "30 days", "2 weeks", "3 months", "1 years")
_LENGTH_FORMS_ZH = ("10个工作日", "30日", "两周", "3个月", "1年")
_DAYS_FORMS = ("school_day", "working_day", "day")
_DAYS_FORMS_ZH = ("教学日", "工作日", "天")

_CONFLICTS = (("at", "by"), ("after", "before"), ("at", "during"), ("by", "during"))
_Read = tuple[tuple[str, object], ...] | Unreadable


def read_mapping(fields: Mapping[object, object]) -> tuple[When, ...] | Unreadable:
    """The mapping as one `When`, or as several where a field names several places."""
    said = {str(key): value for key, value in fields.items()}
    for pair in _CONFLICTS:
        if all(key in said for key in pair):
            return Unreadable(code="TIM003", text=tuple(Word(f"key_{key}") for key in pair), path=(pair[1],))
    if not said or ("within" in said and not said.keys() & {"after", "before", "since"}):
        return Unreadable(code="TIM001", text=_written(said), nearest=_MAPPING_FORMS)
    left_open = frozenset(key for key, value in said.items() if value == "unspecified")
    given = [key for key in said if key not in left_open]
    every = read_every(said["every"]) if "every" in given else None
    if isinstance(every, Unreadable):
        return every.under("every")
    whens: tuple[When, ...] = (When(every=every, unspecified=left_open, text=_written(said)),)
    for key in given:
        if key == "every":
            continue
        whens_or_not = _with_field(whens, key, said[key])
        if isinstance(whens_or_not, Unreadable):
            return whens_or_not.under(key)
        whens = whens_or_not
    return whens


def _written(said: Mapping[str, object]) -> str:
    return "，".join(f"{key}: {value}" for key, value in said.items())


def _with_field(whens: tuple[When, ...], key: str, value: object) -> tuple[When, ...] | Unreadable:
    """Every `When` so far with one more field; several places make several of each."""
    if key not in _READERS:
        return Unreadable(code="TIM001", text=key, nearest=nearest_forms(key, ("every", *_READERS)))
    inside = whens[0].every.unit if whens[0].every else None
    read = _READERS[key](value, inside)
    if isinstance(read, Unreadable):
        return read
    return tuple(replace(when, **{name: one}) for when in whens for name, one in read)  # type: ignore[arg-type]  # each reader types its field


def _stretches(name: str) -> Callable[[object, Unit | None], _Read]:
    def read(value: object, inside: Unit | None) -> _Read:
        found: list[tuple[str, object]] = []
        for one in _each(value):
            stretches = read_calendar(one, inside)
            if stretches is None:
                return _unreadable(one, _PLACE_FORMS)
            found.extend((name, stretch) for stretch in stretches)
        return tuple(found)

    return read


def _each(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else (value,)


def _during(value: object, inside: Unit | None) -> _Read:
    """A stretch of the calendar, else the name of a phase."""
    found: list[tuple[str, object]] = []
    for one in _each(value):
        stretches = read_calendar(one, None)
        if stretches is not None:
            found.extend(("during", stretch) for stretch in stretches)
        elif isinstance(one, str) and one:
            found.append(("phase", one))
        else:
            return _unreadable(one, _PLACE_FORMS)
    return tuple(found)


def _reference(name: str) -> Callable[[object, Unit | None], _Read]:
    def read(value: object, inside: Unit | None) -> _Read:
        if not isinstance(value, str) or not value:
            return _unreadable(value, ("issued", "effective"))
        return ((name, event_named(plain(value))),)

    return read


def _unreadable(value: object, forms: tuple[str, ...], in_chinese: tuple[str, ...] = ()) -> Unreadable:
    """`in_chinese` are the forms for what is written in Chinese, where those are others."""
    if in_chinese and not str(value).isascii():
        forms = in_chinese
    return Unreadable(code="TIM001", text=str(value), nearest=nearest_forms(str(value), forms))


def _times(value: object, inside: Unit | None) -> _Read:
    read = read_times(value)
    return read if isinstance(read, Unreadable) else (("times", read),)


def read_every(value: object) -> Every | Unreadable:
    """`week`, `2 weeks`, `3..5 years`, 两学年."""
    cur = Cursor(plain(value)) if isinstance(value, str) else None
    every = rhythm(cur) if cur else None
    if every is None or (cur and not cur.done):
        return _unreadable(value, _EVERY_FORMS, _EVERY_FORMS_ZH)
    return every


def _within(value: object, inside: Unit | None) -> _Read:
    cur = Cursor(plain(value)) if isinstance(value, str) else None
    found = length(cur) if cur else None
    return (
        (("within", found),)
        if found and cur and cur.done
        else _unreadable(value, _LENGTH_FORMS, _LENGTH_FORMS_ZH)
    )


def _loose(value: object, inside: Unit | None) -> _Read:
    return (("loose", value),) if isinstance(value, str) and value else _unreadable(value, tuple(LOOSE))


def _days(value: object, inside: Unit | None) -> _Read:
    cur = Cursor(plain(value)) if isinstance(value, str) else None
    counted = unit(cur) if cur else None
    return (
        (("days", counted),)
        if counted in DAY_UNITS and cur and cur.done
        else _unreadable(value, _DAYS_FORMS, _DAYS_FORMS_ZH)
    )


_READERS: Mapping[str, Callable[[object, Unit | None], _Read]] = {
    "times": _times,
    "at": _stretches("at"),
    "by": _stretches("by"),
    "during": _during,
    "since": _stretches("since"),
    "after": _reference("after"),
    "before": _reference("before"),
    "within": _within,
    "loose": _loose,
    "days": _days,
}
