"""How much: quantities and amounts, and the reader of their strings."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number or a range; `low`/`high` are None where open. `text` is what the drafter wrote."""

    low: Fraction | None
    high: Fraction | None
    unit: str = ""
    about: bool = False
    several: bool = False
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount of work: see language.md section 6. To be completed by the room's owner."""

    quantity: Quantity | None = None
    text: str = ""
