"""Whether a value satisfies the schema of its kind, and every keyword it does not satisfy, from jsonschema-rs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from xuequ.findings.finding import DocPath
from xuequ.language.shipped import Kind, Schema, definitions, schema_of

if TYPE_CHECKING:
    import jsonschema_rs


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
    return _validator(_together(kind)).is_valid({kind: value})


def violations(kind: Kind, value: object) -> Iterator[Violation]:
    """Everything `value` violates."""
    kinds = _together(kind)
    errors = _validator(kinds).iter_errors({kind: value})
    found = [_violation(error, _schema(kinds)) for error in errors]
    misshapen = {each.at for each in found if each.keyword == "type"}
    # What has the wrong form altogether violates more than that, and none of it helps.
    return (each for each in found if each.keyword == "type" or each.at not in misshapen)


def _together(kind: Kind) -> tuple[Kind, ...]:
    return TOGETHER if kind in TOGETHER else (kind,)


@cache
def _schema(kinds: tuple[Kind, ...]) -> Schema:
    """One schema for kinds that share their definitions, each under its name."""
    named = {kind: {key: each for key, each in schema_of(kind).items() if key != "$defs"} for kind in kinds}
    return {"$defs": definitions(), "properties": named}


@cache
def _validator(kinds: tuple[Kind, ...]) -> jsonschema_rs.Draft202012Validator:
    """One validator for these kinds together: compiling what they share takes long."""
    with _light_import():
        import jsonschema_rs

    return jsonschema_rs.Draft202012Validator(_schema(kinds))


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


def _violation(error: jsonschema_rs.ValidationError, schema: Schema) -> Violation:
    *above, keyword = error.schema_path
    kind: Any = error.kind
    on_key = kind.name == "propertyNames"
    held: Any = schema
    for step in above:
        held = held[step]
    return Violation(
        keyword=str(keyword),
        at=tuple(error.instance_path[1:]),
        value=kind.error.instance if on_key else error.instance,
        schema=held,
        on_key=on_key,
    )
