"""How wide the vague places of a calendar are: one table, printed with every plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from xuequ.findings.record import record
from xuequ.model.quantity import Quantity, read_quantity
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
    ("上旬", "1—10日", "first ten days", "1–10"),
    ("中旬（月中）", "11—20日", "middle ten days", "11–20"),
    ("下旬", "21日至月底", "last ten days", "21 to the end"),
)


def widths_table(widths: Widths, lang: str = "zh") -> tuple[tuple[str, str], ...]:
    """The table as it is printed: what is said, how long that is."""
    if lang == "zh":
        rows = [(zh, days) for zh, days, _, _ in _TEN_DAYS]
        rows += [(zh, _width(widths, name, "天", "个月")) for name, zh, _ in _ROWS]
    else:
        rows = [(en, days) for _, _, en, days in _TEN_DAYS]
        rows += [(en, _width(widths, name, " days", " months")) for name, _, en in _ROWS]
    return tuple(rows)


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
