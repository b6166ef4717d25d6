"""How wide the vague places of a calendar are: one table, printed with every plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from xuequ.findings.record import record
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.time.values import Place, Portion, Unit, When
from xuequ.model.unreadable import Unreadable, nearest_forms


@record
class Widths:
    """Days for months and semesters, months for years; overridable in a scheme's `calendar`."""

    month_start: int = 5
    month_end: int = 5
    semester_start: int = 14
    semester_mid: int = 14
    semester_end: int = 14
    year_start: int = 1
    year_end: int = 1
    school_year_start: int = 1
    school_year_end: int = 1


_IN_MONTHS = ("year_start", "year_end", "school_year_start", "school_year_end")

_ROWS: tuple[tuple[str, str, str], ...] = (
    ("month_start", "月初", "start of a month"),
    ("month_end", "月底（月末）", "end of a month"),
    ("semester_start", "学期初（开学）", "start of a semester"),
    ("semester_mid", "学期中", "middle of a semester"),
    ("semester_end", "学期末", "end of a semester"),
    ("year_start", "年初", "start of a year"),
    ("year_end", "年底（年末）", "end of a year"),
    ("school_year_start", "学年初", "start of a school year"),
    ("school_year_end", "学年末", "end of a school year"),
)
_TEN_DAYS = (
    ("first_ten", "上旬", "1—10日", "first ten days", "1–10"),
    ("middle_ten", "中旬（月中）", "11—20日", "middle ten days", "11–20"),
    ("last_ten", "下旬", "21日至月底", "last ten days", "21 to the end"),
)
#: All terms of the table, by name.
TERMS = frozenset({name for name, *_ in (*_ROWS, *_TEN_DAYS)})
#: Portions of a month that are said with the terms of others.
_SAID_WITH: Mapping[str, tuple[str, ...]] = {
    "month_mid": ("middle_ten",),
    "month_first_ten": ("first_ten",),
    "month_middle_ten": ("middle_ten",),
    "month_last_ten": ("last_ten",),
    "month_first_twenty": ("first_ten", "middle_ten"),
    "month_last_twenty": ("middle_ten", "last_ten"),
}


def widths_table(
    widths: Widths, terms: Collection[str] = TERMS, lang: str = "zh"
) -> tuple[tuple[str, str], ...]:
    """The table as it is printed, with some of its terms or all: what is said, how long that is."""
    if lang == "zh":
        rows = [(name, zh, days) for name, zh, days, _, _ in _TEN_DAYS]
        rows += [(name, zh, _width(widths, name, "天", "个月")) for name, zh, _ in _ROWS]
    else:
        rows = [(name, en, days) for name, _, _, en, days in _TEN_DAYS]
        rows += [(name, en, _width(widths, name, " days", " months")) for name, _, en in _ROWS]
    return tuple((said, long) for name, said, long in rows if name in terms)


def used_in(whens: Iterable[When]) -> frozenset[str]:
    """The terms that some times are said with."""
    return frozenset(
        term
        for when in whens
        for stretch in when.places
        for place in stretch
        if place.portion is not None
        for term in _terms(place.portion, _unit_of(place, when))
    )


def _unit_of(place: Place, when: When) -> Unit | None:
    """The unit that a portion is one of: a month or semester it names, else that of the rhythm."""
    if place.of is not None:
        return place.of
    if place.month is not None:
        return Unit.MONTH
    if place.season is not None:
        return Unit.SEMESTER
    return when.every.unit if when.every else None


def _terms(portion: Portion, unit: Unit | None) -> tuple[str, ...]:
    name = f"{unit or ''}_{portion}"
    return _SAID_WITH.get(name, (name,))


def _width(widths: Widths, name: str, days: str, months: str) -> str:
    number = getattr(widths, name)
    unit = months if name in _IN_MONTHS else days
    return f"{number}{unit.removesuffix('s') if number == 1 else unit}"


_NAMES = {zh: name for name, said, _ in _ROWS for zh in said.replace("）", "").split("（")} | {
    name: name for name, _, _ in _ROWS
}


def read_widths(value: object) -> Widths | Unreadable:
    """Widths from a scheme's `calendar.widths`: names of the table to a number of days or months."""
    if not isinstance(value, Mapping):
        return Unreadable(code="TIM004", text=str(value), nearest=("{month_end: 7}",))
    read = {}
    for key, said in value.items():
        name = _NAMES.get(str(key))
        width = _read_width(name, said) if name else _unknown(str(key))
        if isinstance(width, Unreadable):
            return width.under(str(key))
        read[name or ""] = width
    return replace(Widths(), **read)


def _unknown(name: str) -> Unreadable:
    return Unreadable(code="TIM004", text=name, nearest=nearest_forms(name, _NAMES))


def _read_width(name: str, said: object) -> int | Unreadable:
    unit = "month" if name in _IN_MONTHS else "day"
    quantity = read_quantity(said)
    if not isinstance(quantity, Quantity) or not quantity.exact or quantity.unit not in ("", unit):
        return Unreadable(code="TIM004", text=str(said), nearest=("5", f"5 {unit}s"))
    return int(quantity.low or 0)
