"""When: rhythms and dates, and the reader of their strings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """One rhythm or date: see language.md section 5. To be completed by the room's owner."""

    text: str
    loose: str = ""
