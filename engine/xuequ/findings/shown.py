"""Findings with the places they stand at, ready for a renderer: no file has to be looked into any more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from xuequ.findings.finding import Finding, Position, Span
from xuequ.findings.record import record

_BEGINNING = Position(0, 0)
_Order: TypeAlias = tuple[str, Position, Position, str, str]


@record
class Spot:
    """A place in a text. `span` is None where only the file is known; `line` is the text of its first line."""

    file: str
    span: Span | None
    line: str = ""
    label: str = ""
    """For a related place, the catalogue's name of what it is; see `catalogue.labels`."""


@record
class Shown:
    """A finding and where it stands."""

    finding: Finding
    at: Spot
    related: tuple[Spot, ...] = ()


def ordered(shown: Iterable[Shown]) -> tuple[Shown, ...]:
    """The same findings by file, position and code, whatever order they were found in; equal ones once."""
    by_order: dict[_Order, Shown] = {}
    for one in shown:
        by_order.setdefault(_order(one), one)
    return tuple(by_order[order] for order in sorted(by_order))


def _order(shown: Shown) -> _Order:
    span = shown.at.span or Span(_BEGINNING, _BEGINNING)
    facts = repr(sorted((name, str(value)) for name, value in shown.finding.args.items()))
    related = repr([(spot.file, spot.span) for spot in shown.related])
    return (shown.at.file, span.start, span.end, shown.finding.code, facts + related)
