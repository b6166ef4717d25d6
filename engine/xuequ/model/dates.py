"""Dates of documents: the day of issue, the days from and until which a text holds."""

from __future__ import annotations

import re
from calendar import monthrange

from xuequ.model.amount.numerals import plain
from xuequ.model.time.places import exists
from xuequ.model.time.short import read_calendar
from xuequ.model.time.values import Place
from xuequ.model.unreadable import Unreadable

_DAY_FORMS = ("2025-09-01", "2025年9月1日")
_DATE_FORMS = (*_DAY_FORMS, "2025年9月")
#: Year, month and perhaps day, whatever stands between them: 2025.8.20, 2025/8/20, 20250820.
_FIGURES = re.compile(r"(?P<year>(?:19|20)\d\d)\D{0,2}(?P<month>\d\d?)(?:\D{1,2}|(?<=\d\d))(?P<day>\d\d?)\D?")


def read_day(value: object) -> str | Unreadable:
    """One day, as `2025-08-20`."""
    return _read(value, _DAY_FORMS, whole=True)


def read_date(value: object) -> str | Unreadable:
    """One day, as `2025-08-20`; the month or the year alone, where no more is known, as written."""
    return _read(value, _DATE_FORMS, whole=False)


def _read(value: object, forms: tuple[str, ...], whole: bool) -> str | Unreadable:
    text = str(value)
    place = _place(text)
    if place is None or (whole and place.day is None):
        return Unreadable(code="TIM006", text=text, nearest=_meant(text) or forms)
    if not exists(place):
        return Unreadable(code="TIM002", text=text, nearest=_month_end(place))
    return text if place.day is None else f"{place.year:04}-{place.month:02}-{place.day:02}"


def _place(text: str) -> Place | None:
    """The one place of the calendar that the text names with its year, and nothing narrower than a day."""
    found = read_calendar(plain(text))
    if not found or len(found) > 1 or found[0].first != found[0].last:
        return None
    place = found[0].first
    dated = Place(year=place.year, month=place.month, day=place.day)
    return place if place == dated and place.year is not None and place.year < 10_000 else None


def _meant(text: str) -> tuple[str, ...]:
    """The date that the figures of a text come to, if the calendar has it."""
    figures = _FIGURES.fullmatch(plain(text))
    if figures is None:
        return ()
    place = Place(year=int(figures["year"]), month=int(figures["month"]), day=int(figures["day"]))
    return (f"{place.year:04}-{place.month:02}-{place.day:02}",) if exists(place) else ()


def _month_end(place: Place) -> tuple[str, ...]:
    """The last day of the month a day lies beyond; nothing where the month or the year is wrong, too."""
    if place.year is None or place.month is None or not exists(place._replace(day=None)):
        return ()
    return (f"{place.year:04}-{place.month:02}-{monthrange(place.year, place.month)[1]:02}",)
