"""Whether two times can fall together, by their months and without any calendar."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from xuequ.model.frequency import first_and_last
from xuequ.model.time.values import Place, Stretch, When

_YEAR = 12
#: Of a year that nobody says where it begins, what is further than this before a deadline is rather after it.
_HALF = 6


class _Months(NamedTuple):
    """From one month to another, counted from January of year 0, or of any year where none is said."""

    first: int
    last: int
    dated: bool

    @property
    def of_a_year(self) -> frozenset[int]:
        """The same as months of any year, January being 0."""
        return frozenset(month % _YEAR for month in range(self.first, min(self.last, self.first + 11) + 1))


def can_meet(outer: Iterable[When], own: Iterable[When], begins: int | None = None) -> bool:
    """Whether some of what is due at `own` can be done in the course of `outer`, the time of a row or a phase.

    A rhythm, an event and loose words can fall anywhere. `begins` is the month with which the year of `outer`
    begins, where that is known: it tells whether 3月 is before or after 9月底前.
    """
    places, due = [*outer], [*own]
    if not places or not due:
        return True
    return any(_meet(one, other, begins) for one in places for other in due)


def _meet(outer: When, own: When, begins: int | None) -> bool:
    stretches = [when.at or when.by or when.during for when in (outer, own)]
    months = [_months(stretch) if stretch is not None else None for stretch in stretches]
    frame, due = months
    if frame is None or due is None:
        return True
    if frame.dated and due.dated:
        return frame.first <= due.last and (own.by is not None or due.first <= frame.last)
    if own.by is None:
        return bool(frame.of_a_year & due.of_a_year)
    return any(_before(month, due.last % _YEAR, begins) for month in frame.of_a_year)


def _before(month: int, last: int, begins: int | None) -> bool:
    """Whether a month is no later in its year than the last."""
    if begins is None:
        return (last - month) % _YEAR < _HALF
    return (month - (begins - 1)) % _YEAR <= (last - (begins - 1)) % _YEAR


def _months(stretch: Stretch) -> _Months | None:
    first, last = _span(stretch.first), _span(stretch.last)
    if first is None or last is None:
        return None
    years = stretch.first.year, stretch.last.year
    if years[0] is not None and years[1] is not None:
        return _Months(years[0] * _YEAR + first[0] - 1, years[1] * _YEAR + last[1] - 1, dated=True)
    begun, ended = first[0] - 1, last[1] - 1
    return _Months(begun, ended + _YEAR * (ended < begun), dated=False)


def _span(place: Place) -> tuple[int, int] | None:
    """The first and the last month of a place; of a year alone all twelve."""
    whole = place.year is not None and place == Place(year=place.year)
    return (1, _YEAR) if whole else first_and_last(place)
