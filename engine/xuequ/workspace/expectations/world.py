"""What expectations are compared with: a plan, when its work falls, and everything that was found in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from xuequ.findings.catalogue import finding
from xuequ.findings.catalogue.words import Word
from xuequ.findings.finding import Finding, Place, Related
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.elements import Appraisal, Duty, Part
from xuequ.model.unreadable import Unreadable
from xuequ.query.times import Times
from xuequ.resolution.plan import Plan
from xuequ.workspace.expectations.reading import both
from xuequ.workspace.expectations.values import Expectation

UNSPECIFIED = "unspecified"
#: Fields whose key is a word of Python.
_HELD = {"for": "for_"}


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A scheme that could be resolved, as the file's `given` says."""

    plan: Plan
    times: Times
    findings: tuple[Finding, ...]


def differs(
    one: Expectation,
    field: str,
    expected: object,
    actual: object,
    units: Iterable[str] = (),
    said: Place | None = None,
) -> Finding:
    """What is expected and what is: in these `units`, where that is not everywhere; `said` is where it is written."""
    related = () if said is None else (Related(place=said, label="said"),)
    return finding(
        "EXP101",
        one.place(field),
        *related,
        subject=one.subject,
        expected=expected,
        actual=actual,
        units=list(units),
        **both(field),
    )


def written(plan: Plan, work: Duty | Appraisal, field: str) -> Place:
    """Where a scheme says a field of some work, inherited or own; the work itself where it says nothing."""
    if field in work.origin:
        return plan.composed.origins.place(work.origin[field])
    held = field in work.unspecified or getattr(work, _HELD.get(field, field), None)
    stated = held or (field in Part._value2member_map_ and Part(field) in work.parts)
    at = (*work.at, field) if stated else work.at
    return plan.composed.origins.place(at, "value" if stated else "key")


def groundless(one: Expectation, field: str, problem: str) -> Finding:
    """An expectation that what is given does not let us compare."""
    return finding("EXP106", one.place(field), problem=Word(problem), **both(field))


def unreadable(one: Expectation, field: str, text: object, nearest: Iterable[str]) -> Finding:
    """A value that has no meaning for its field."""
    return finding("EXP107", one.place(field), text=str(text), nearest=list(nearest), **both(field))


def quantity(one: Expectation, field: str) -> Quantity | Finding:
    """A field that is a number or a range."""
    read = read_quantity(one.said[field])
    if isinstance(read, Unreadable):
        return unreadable(one, field, read.text, read.nearest or read.forms)
    return read


def counted(one: Expectation, field: str, number: int) -> Finding | None:
    """A number compared with the range that a field expects."""
    wanted = quantity(one, field)
    if isinstance(wanted, Finding):
        return wanted
    return None if wanted.holds(number) else differs(one, field, wanted.text, number)
