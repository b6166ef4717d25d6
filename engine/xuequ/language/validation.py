"""Yes or no from jsonschema-rs; only for a no does python-jsonschema come in and name what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from xuequ.findings.finding import DocPath
from xuequ.language.shipped import Kind, Schema, definitions, schema_of

if TYPE_CHECKING:
    import jsonschema_rs
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError


#: A scheme and the policies it adopts are read in one run; the other kinds stand alone.
TOGETHER: tuple[Kind, ...] = ("policy", "scheme")


class Violation(NamedTuple):
    """One keyword that a value does not satisfy."""

    keyword: str
    at: DocPath
    value: object
    schema: Schema
    """The subschema the keyword stands in."""
    on_key: bool
    """Whether `value` is a key of the mapping at `at` and not a value."""


def valid(kind: Kind, value: object) -> bool:
    """Whether `value` satisfies the schema of its kind."""
    return _decider(TOGETHER if kind in TOGETHER else (kind,)).is_valid({kind: value})


def violations(kind: Kind, value: object) -> Iterator[Violation]:
    """Everything `value` violates."""
    found = [_violation(error) for error in _namer(kind).iter_errors(value)]
    misshapen = {each.at for each in found if each.keyword == "type"}
    # What has the wrong form altogether violates more than that, and none of it helps.
    return (each for each in found if each.keyword == "type" or each.at not in misshapen)


@cache
def _decider(kinds: tuple[Kind, ...]) -> jsonschema_rs.Draft202012Validator:
    """One validator for kinds that share their definitions, each under its name: compiling those takes long."""
    with _light_import():
        import jsonschema_rs

    named = {kind: {key: each for key, each in schema_of(kind).items() if key != "$defs"} for kind in kinds}
    return jsonschema_rs.Draft202012Validator({"$defs": definitions(), "properties": named})


@contextmanager
def _light_import() -> Iterator[None]:
    """While jsonschema-rs is imported, something that costs nothing stands in for `email.utils`.

    All it wants there is the day it was built on, as a date, and mail brings sockets and a dozen more modules along:
    a fourteenth of what a whole check takes. Nobody asks for that day; if mail is loaded already, it is told.
    """
    name = "email.utils"
    if name in sys.modules:
        yield
        return
    stand_in = ModuleType(name)
    stand_in.parsedate_to_datetime = lambda text: text  # type: ignore[attr-defined]
    sys.modules[name] = stand_in
    try:
        yield
    finally:
        del sys.modules[name]


@cache
def _namer(kind: Kind) -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(schema_of(kind))


def _violation(error: ValidationError) -> Violation:
    return Violation(
        keyword=str(error.validator),
        at=tuple(error.absolute_path),
        value=error.instance,
        schema=error.schema if isinstance(error.schema, dict) else {},
        on_key="propertyNames" in error.absolute_schema_path,
    )
